"""Cursors: where a stream is, as text that a client sends back."""

from __future__ import annotations

import base64
import binascii
import json
from datetime import date
from typing import Any

from ect_rules.errors import InvalidInputError, Problem
from ect_rules.store.snapshot import Snapshot


def text_of(*parts: Any) -> str:
    """A cursor of what JSON can hold, and days."""
    made = json.dumps(parts, default=date.isoformat, separators=(",", ":"))
    return base64.urlsafe_b64encode(made.encode()).decode()


def parts_of(text: str, *kinds: type) -> list[Any]:
    """What a cursor is made of, each part of its kind: str, int that is not negative, dict of those,
    or date. Raises InvalidInputError for what no server has made.
    """
    try:
        parts = json.loads(base64.b64decode(text, altchars=b"-_", validate=True))
        if not isinstance(parts, list):
            raise ValueError
        return [_part(part, kind) for part, kind in zip(parts, kinds, strict=True)]
    except (ValueError, RecursionError, binascii.Error):
        raise refused("is not one that a server has made; send it just as it came") from None


def _part(part: Any, kind: Any) -> Any:
    if kind is date and isinstance(part, str):
        return date.fromisoformat(part)
    if type(part) is not kind:
        raise ValueError
    if kind is dict:
        return {name: _part(count, int) for name, count in part.items()}
    if kind is int and not 0 <= part < 2**63:
        raise ValueError
    return part


def refused(description: str) -> InvalidInputError:
    """What is raised for a cursor that cannot be gone on with."""
    return InvalidInputError(Problem("cursor", description, "CURSOR_INVALID"))


def entry_of(snapshot: Snapshot) -> bytes:
    """What tells the revision of a snapshot from that of the same number in another store."""
    return snapshot.entry() if snapshot.revision else b""
