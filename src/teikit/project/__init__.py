"""A project: the folder with `teikit.toml`, and what that file says.

`find` looks for the file upwards from a path; `Project.read` reads it, and refuses unknown keys with the nearest known
one. Without a file there is no project, and each command works on the paths it is given. Globs are relative to the
project's root; the input root (`source`) is the folder whose layout the published pages repeat.
"""

from teikit.project.settings import FILE, Project, SchemaRule, find

__all__ = ["FILE", "Project", "SchemaRule", "find"]
