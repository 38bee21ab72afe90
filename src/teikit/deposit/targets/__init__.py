"""What each repository asks of an edition, and whether the edition has it.

Each target is one file of data, `<target>.toml`: its requirements in our own words, with severity, source and the day
when that was looked up; what could not be verified says so (`target` reads them). Each requirement names a check of
`requirements/`, which decides it by what is known of the edition: its contents, its metadata, the findings of
validation, and the bytes of its files. `checking` asks all of them; `table` shows the answers. What is missing is a
diagnostic with a code of `codes/` (DEP040 to DEP069) at the place where it can be mended: an error where the target
must have it, else a warning.
"""

from teikit.deposit.targets.checking import Answered, check
from teikit.deposit.targets.target import NAMES, Requirement, Target, read

__all__ = ["NAMES", "Answered", "Requirement", "Target", "check", "read"]
