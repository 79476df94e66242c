"""What tells the revision of one store from that of the same number in another."""

from __future__ import annotations

import hashlib

from sqlalchemy import bindparam, select

from ect_rules.store.snapshot import Snapshot
from ect_rules.store.tables import revisions

_MADE_BY = select(revisions.c.committed_at, revisions.c.request_id).where(
    revisions.c.revision == bindparam("revision")
)


def mark(snapshot: Snapshot) -> bytes:
    """32 bytes that go with the write that made the revision of a snapshot."""
    made = snapshot.connection.execute(_MADE_BY, {"revision": snapshot.revision}).one_or_none()
    told = "" if made is None else f"{made.committed_at.isoformat()} {made.request_id}"
    return hashlib.sha256(told.encode()).digest()
