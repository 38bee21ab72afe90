"""A project: the folder with `teikit.toml`, what that file says, and what is known of all its documents.

`find` looks for the file upwards from a path; `Project.read` reads it, and refuses unknown keys with the nearest known
one. Without a file there is no project, and each command works on the paths it is given. Globs are relative to the
source folder, whose layout the published pages repeat; all other paths are relative to the project's root.

A document is read in two steps. `Markup` holds its live nodes, its ids and its pointers, for the checks that read one
document. `Facts` are the plain values that other files need of it: a worker extracts them, `store` keeps them from one
run to the next by the digest of the file. The parent merges them in an `Index`, which follows pointers across files.
"""

from teikit.project.conventions import Conventions
from teikit.project.settings import FILE, OUTPUTS, Project, SchemaRule, find

__all__ = ["FILE", "OUTPUTS", "Conventions", "Project", "SchemaRule", "find"]
