"""Pages of a list: a token says at which revision, of which day, of which request, and from where."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from attrs import frozen

from ect_rules.errors import InvalidInputError, Problem, RevisionOutOfRangeError
from ect_rules.servicers.batches import Batches
from ect_rules.store.snapshot import Snapshot
from ect_rules.v1 import decisions_pb2 as pb
from ect_rules.wire.values import day_message

T = TypeVar("T")
USUAL_SIZE, LARGEST_SIZE = 50, 1_000


@frozen
class Token:
    """Where a page begins. `first`: how many come before it, of `total`; None, the first page.

    `digest`: of the request, the rule set and the write that made the revision.
    """

    revision: int
    on: str
    digest: str
    first: int
    total: int

    def text(self) -> str:
        """As a client has it."""
        made = json.dumps([self.revision, self.on, self.digest, self.first, self.total])
        return base64.urlsafe_b64encode(made.encode()).decode()

    @classmethod
    def read(cls, text: str) -> Token:
        """From what a client sends. Raises InvalidInputError for what no server has made."""
        try:
            revision, on, digest, first, total = json.loads(base64.urlsafe_b64decode(text))
            date.fromisoformat(on)
            if any(type(n) is not int or not 0 <= n < 2**63 for n in (revision, first, total)):
                raise ValueError
        except (ValueError, TypeError, RecursionError, binascii.Error):
            raise _refused("is not one that a server has made; send it just as it came") from None
        return cls(revision, on, digest, first, total)


def _refused(description: str) -> InvalidInputError:
    return InvalidInputError(Problem("page_token", description, "PAGE_TOKEN_INVALID"))


@frozen
class Listing:
    """A list that is asked for. `asking`: on which day and at which revision exactly. `token`: of the
    page that is wanted; of the first, with no total yet.
    """

    asking: pb.Asking
    token: Token
    is_first: bool

    def page(self, found: Sequence[T], size: int) -> tuple[Sequence[T], str]:
        """The page of all that there is, and the token of the next one; empty where it is the last.

        Raises InvalidInputError where there are no longer as many as there were: of a revision, only
        somebody who has been erased is missing.
        """
        first, total = self.token.first, len(found)
        if not self.is_first and (total != self.token.total or first > total):
            raise _refused("is of a list from which somebody has been erased; begin again")
        end = first + min(size or USUAL_SIZE, LARGEST_SIZE)
        if end >= total:
            return found[first:], ""
        made = self.token
        return found[first:end], Token(made.revision, made.on, made.digest, end, total).text()


def listing(request: Any, batches: Batches) -> Listing:
    """The list that a request is for. Raises InvalidInputError for a token of another one."""
    token = Token.read(request.page_token) if request.page_token else None
    asking = pb.Asking()
    asking.CopyFrom(request.asking)
    if token is not None:
        asking.on.CopyFrom(day_message(date.fromisoformat(token.on)))
        if not asking.hypothetical.ignore_stored:
            asking.consistency.exact_revision = token.revision
    try:
        asking, made_by = batches.pinned(asking, _entry)
    except RevisionOutOfRangeError:
        if token is None:
            raise
        raise _refused("is of another server; begin again") from None
    digest = _digest(request, made_by, batches.answers.catalogue.fingerprint)
    if token is None:
        on = date(asking.on.year, asking.on.month, asking.on.day).isoformat()
        begin = Token(asking.consistency.exact_revision, on, digest, 0, 0)
        return Listing(asking, begin, is_first=True)
    if token.digest != digest:
        raise _refused("is of another request, server or release of the rules; begin again")
    return Listing(asking, token, is_first=False)


def _entry(snapshot: Snapshot) -> bytes:
    # It tells a revision of one store from that of the same number in another.
    return snapshot.entry() if snapshot.revision else b""


def _digest(request: Any, made_by: bytes, fingerprint: str) -> str:
    same = type(request)()
    same.CopyFrom(request)
    for name in ("page_size", "page_token"):
        same.ClearField(name)
    parts = (type(request).__name__.encode(), fingerprint.encode(), made_by)
    whole = hashlib.sha256(b"\0".join(parts))
    whole.update(same.SerializeToString(deterministic=True))
    return whole.hexdigest()[:32]


def in_order(found: list[T], order_by: str, keys: dict[str, Callable[[T], Any]]) -> list[T]:
    """The same, which are in order of their TRNs, in the order asked for."""
    name, _, desc = (order_by or "trn").partition(" ")
    return sorted(found, key=keys[name], reverse=bool(desc))
