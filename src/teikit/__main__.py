"""`python -m teikit` is the same as `teikit`."""

from teikit.cli import main

if __name__ == "__main__":
    main()
