"""How every write is done: once for its request id, only where all is as its caller expects, or tried."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from typing import Any

from attrs import frozen

from ect_rules.catalogue import Catalogue
from ect_rules.errors import RefusedError
from ect_rules.servicers.questions import about_subject
from ect_rules.store.snapshot import Seeds, Snapshot
from ect_rules.store.store import Store, Transaction
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.v1 import writing_pb2
from ect_rules.wire.expected import Expected, expected
from ect_rules.wire.values import joined, optional


@frozen
class Write:
    """What a method does. `about`: whom and what it is about, where somebody asks, given the facts
    before; `work`: writes, and makes the response. `alone`: as in `Store.write`.
    """

    about: Callable[[Snapshot], Seeds]
    work: Callable[[Transaction], Any]
    alone: bool = False


@frozen
class Writer:
    """Does writes in the store. `today`: the day in Europe/London."""

    store: Store
    catalogue: Catalogue
    today: Callable[[], date]

    def do(self, request: Any, write: Write) -> Any:
        """The response to a request: of this write, or the first answer to the same request."""
        method = type(request).DESCRIPTOR.name.removesuffix("Request")
        payload = type(request).FromString(request.SerializeToString())
        payload.ClearField("request_id")
        if payload.HasField("writing"):
            _only_what_counts(payload.writing)
            if not payload.writing.ByteSize():
                payload.ClearField("writing")
        digest = hashlib.sha256(payload.SerializeToString(deterministic=True)).digest()
        return self.perform(method, request.request_id, digest, request.writing, "", write)

    def perform(
        self,
        method: str,
        request_id: str,
        digest: bytes,
        writing: writing_pb2.Writing,
        path: str,
        write: Write,
    ) -> Any:
        """The same, of a request that has been read. `path`: of the message that holds `writing`.

        Raises RefusedError where what `writing` expects is not so, and what `Store.write` raises.
        """
        path = joined(path, "writing")
        wanted = expected(writing, path)
        revision = optional(writing, "expected_revision_of_subject")

        def work(transaction: Transaction) -> bytes:
            if revision is not None:
                _hold_to_revision(revision, path, write.about, transaction)
            response: bytes = write.work(transaction).SerializeToString()
            for each in wanted:
                self._hold_to_decision(each, transaction)
            return response

        keep = not writing.validate_only
        made = self.store.write(method, request_id, digest, work, keep, write.alone)
        return getattr(pb, f"{method}Response").FromString(made)

    def _hold_to_decision(self, wanted: Expected, transaction: Transaction) -> None:
        question = about_subject(wanted.check, wanted.subject)
        on = wanted.on or self.today()
        facts = question.view(question.fetch(transaction.snapshot()))(on)
        decision = self.catalogue.decide(wanted.check, facts, on, wanted.contract_period)
        if decision.status in wanted.statuses:
            return
        check = wanted.check.replace("_", " ")
        violations = (
            ("DECISION_NOT_AS_EXPECTED", f"The answer on {check} would be {decision.status}."),
            *((reason.code, reason.words) for reason in decision.reasons),
        )
        raise RefusedError(
            "a decision would not be as expected; nothing was written",
            violations,
            fields=(wanted.path,) * len(violations),
            reason="DECISION_NOT_AS_EXPECTED",
        )


def digest_of(writing: writing_pb2.Writing) -> bytes:
    """What of `writing` makes a request another one; of one that says nothing, nothing."""
    counting = writing_pb2.Writing.FromString(writing.SerializeToString())
    _only_what_counts(counting)
    return counting.SerializeToString(deterministic=True)


def _only_what_counts(writing: writing_pb2.Writing) -> None:
    # A request that was only checked may then be sent to be done.
    writing.ClearField("validate_only")


def _hold_to_revision(
    revision: int, path: str, about: Callable[[Snapshot], Seeds], transaction: Transaction
) -> None:
    now = transaction.snapshot()
    seeds = about(now)
    if transaction.earlier(revision).about(seeds).records != now.about(seeds).records:
        code = "SUBJECT_CHANGED"
        words = f"What is recorded of them has changed since revision {revision}: read it again."
        raise RefusedError(
            "what is recorded of the subject has changed; nothing was written",
            ((code, words),),
            fields=(joined(path, "expected_revision_of_subject"),),
            reason=code,
        )
