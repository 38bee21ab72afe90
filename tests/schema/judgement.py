"""What Jing says of documents."""

import subprocess
from pathlib import Path


def errors(jing: str, schema: Path, documents: list[Path]) -> list[str]:
    """One line an error, ID checks included; `jing` is the command."""
    command = [jing, str(schema), *map(str, documents)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
