"""How far an import from RECT has come: a small file that the next one goes on from."""

from __future__ import annotations

import json
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from attrs import asdict, frozen

from ect_rules.errors import EctRulesError


@frozen
class State:
    """`database`: the RECT database, as it is shown. `release`: ours that read it. `changed_since`: the
    instant, in UTC, from which on changes may not have been seen; None, nothing was there. `revision`:
    the one from which what was read counts.
    """

    database: str
    release: str
    changed_since: datetime | None
    revision: int


def load(path: Path) -> State | None:
    """The state in a file; None where there is no such file.

    Raises EctRulesError for a file that holds something else, and OSError.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise _no_state(path) from None
    try:
        held = json.loads(text)
        since = held["changed_since"]
        return State(
            database=str(held["database"]),
            release=str(held["release"]),
            changed_since=None if since is None else _utc(since),
            revision=int(held["revision"]),
        )
    except (ValueError, TypeError, KeyError):
        raise _no_state(path) from None


def save(path: Path, state: State) -> None:
    """Write a state in place of what is in the file: all of it, or what was there stays. OSError."""
    since = state.changed_since
    held = asdict(state) | {"changed_since": since and since.isoformat()}
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(json.dumps(held, indent=2) + "\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _utc(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError("no zone")
    return found.astimezone(UTC)


def _no_state(path: Path) -> EctRulesError:
    return EctRulesError(
        f"{path} holds no state of an import from RECT; name another file, or move it away and "
        "everything is read"
    )
