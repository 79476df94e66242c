"""The ledger: every row is sealed, and every revision's entry is a digest of all before it.

A row's seal is SALT_BYTES random bytes and the SHA-256 of these with the row. The entry of a revision
is the SHA-256 of the entry before, of the revision itself, and of the digests of the rows that it
recorded, closed and erased. So a changed, added or missing row or revision shows, to anybody who knows
one later entry. Without its random bytes a digest tells nothing of a row: that of an erased one stays.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from json.encoder import encode_basestring_ascii
from typing import Any

SALT_BYTES = 16
BEFORE_THE_FIRST = bytes(32)


def seal(
    table: str, recorded_at: int, values: Mapping[str, Any], salt: bytes | None = None
) -> bytes:
    """The seal of a row: its table, the revision that records it, and its columns by name, of which
    None is as good as absent, so that a column may be added. Without a salt a new one.
    """
    salt = salt or os.urandom(SALT_BYTES)
    told = [f'"{name}":{_json(v)}' for name, v in sorted(values.items()) if v is not None]
    text = f'["{table}",{recorded_at},{{{",".join(told)}}}]'
    return salt + hashlib.sha256(salt + text.encode()).digest()


def is_sealed(table: str, recorded_at: int, values: Mapping[str, Any], with_seal: bytes) -> bool:
    """Whether a seal is that of this very row."""
    return seal(table, recorded_at, values, with_seal[:SALT_BYTES]) == with_seal


def digest(of_seal: bytes) -> bytes:
    """What of a seal goes into entries, and stays when the row is erased."""
    return bytes(of_seal[SALT_BYTES:])


def entry(
    before: bytes,
    revision: int,
    committed_at: datetime,
    method: str,
    request_id: str,
    digests: Iterable[Iterable[bytes]],
) -> bytes:
    """The entry of a revision after the entry before. `digests`: of the rows recorded, closed and
    erased, each in any order.
    """
    made = hashlib.sha256(before)
    told = ",".join(map(_json, (revision, committed_at, method, request_id)))
    _add(made, f"[{told}]".encode())
    for some in digests:
        _add(made, b"".join(sorted(some)))
    return made.digest()


def _add(made: Any, part: bytes) -> None:
    made.update(len(part).to_bytes(8))
    made.update(part)


def _instant(value: datetime) -> str:
    return f'"{value.astimezone(UTC).isoformat(timespec="microseconds")}"'


# As the encoder of JSON does it, which takes longer to begin than a row has to tell.
_JSON: dict[type, Callable[[Any], str]] = {
    str: encode_basestring_ascii,
    bool: lambda value: "true" if value else "false",
    int: str,
    date: lambda value: f'"{value.isoformat()}"',
    datetime: _instant,
}


def _json(value: object) -> str:
    """A value of a column as JSON; a member of an enumeration is the string that it stands for."""
    return _JSON.get(type(value), encode_basestring_ascii)(value)
