"""A folder that is there as a whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ect_rules.errors import InvalidInputError, Problem


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to write files to, beside `path`. It becomes `path` when this is left without an error,
    with its files safe on the disk; otherwise it goes with all that is in it.

    Raises InvalidInputError where `path` is there already and no empty folder, OSError where it cannot be
    made.
    """
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise InvalidInputError(
            Problem(str(path), "is there already; name a folder that is not", "FOLDER_EXISTS")
        )
    path = path.absolute()  # of the folder itself, ".", there is no name
    path.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent))
    try:
        yield made
        for file in made.iterdir():
            _to_disk(file)
        made.chmod(0o777 & ~_umask())
        _to_disk(made)
        made.rename(path)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    _to_disk(path.parent)


def _to_disk(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _umask() -> int:
    found = os.umask(0)
    os.umask(found)
    return found
