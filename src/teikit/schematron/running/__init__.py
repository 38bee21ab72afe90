"""Compiling and running programs: what does not compile is left out, what fails is caught, and nothing else stops.

`compilation` compiles, and compiles again without what Saxon has refused; `run` runs, hands over the documents that
rules ask for (`documents`: the only files that they can read), and runs again with care where a rule fails.
"""
