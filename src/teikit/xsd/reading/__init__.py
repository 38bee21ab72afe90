"""A document against a built schema: each error with its node, then with its place and words."""
