"""The version of teikit, as in `pyproject.toml`."""

__version__ = "0.1.0"
