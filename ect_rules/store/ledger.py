"""The ledger: every row is sealed, and every revision's entry is a digest of all before it.

A row's seal is SALT_BYTES random bytes and the SHA-256 of these with the row. The entry of a revision
is the SHA-256 of the entry before, of the revision itself, and of the digests of the rows that it
recorded, closed and erased. So a changed, added or missing row or revision shows, to anybody who knows
one later entry. Without its random bytes a digest tells nothing of a row: that of an erased one stays.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
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
    told = {name: value for name, value in values.items() if value is not None}
    text = _encode([table, recorded_at, told])
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
    _add(made, _encode([revision, committed_at, method, request_id]).encode())
    for some in digests:
        _add(made, b"".join(sorted(some)))
    return made.digest()


def _add(made: Any, part: bytes) -> None:
    made.update(len(part).to_bytes(8))
    made.update(part)


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


_encode = json.JSONEncoder(default=_text, sort_keys=True, separators=(",", ":")).encode
