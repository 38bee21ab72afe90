"""The content of elements: automata of their children, and the particles of XSD that come of them."""
