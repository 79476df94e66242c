"""Looking up subjects by the answers about them: everybody is asked about, block by block."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import define

from ect_rules.catalogue import Catalogue
from ect_rules.errors import (
    FactsErasedError,
    InvalidInputError,
    Problem,
    RevisionOutOfRangeError,
)
from ect_rules.rule import Decision
from ect_rules.servicers.active import IsActive, go_on
from ect_rules.servicers.batches import Batches
from ect_rules.servicers.cursors import entry_of, refused
from ect_rules.servicers.looking import Tally, Wanted
from ect_rules.servicers.subjects import Subject, about, answer_about, hold, kind_of
from ect_rules.store.held import Held
from ect_rules.store.snapshot import Snapshot
from ect_rules.v1 import decisions_pb2
from ect_rules.v1 import lookup_service_pb2 as pb
from ect_rules.wire.decisions import reason_code, status_names
from ect_rules.wire.values import day_message, optional, optional_day

BYTES_IN_A_MESSAGE = 1_000_000


@define
class Lookups:
    """Finds subjects by the answers about them."""

    batches: Batches

    @property
    def _catalogue(self) -> Catalogue:
        return self.batches.answers.catalogue

    def find(
        self, request: pb.LookupSubjectsRequest, is_active: IsActive
    ) -> Iterator[pb.LookupSubjectsResponse]:
        """The answer to a request, part by part; between two nothing of the database is held.

        Raises InvalidInputError, RevisionOutOfRangeError, FactsErasedError where somebody has been
        erased since the revision, CallEndedError, and StoreUnavailableError.
        """
        wanted, tally = self._begin(request)
        more = True
        while more:
            with self.batches.answers.store.snapshot(exactly=wanted.revision) as snapshot:
                _whole(snapshot)
                kind = kind_of(wanted.check)
                subjects, more = kind.block(snapshot, tally.last, wanted.urns)
                held = hold(snapshot, wanted.questions(subjects))
            yield from self._block(subjects, held, wanted, tally, is_active)
        yield pb.LookupSubjectsResponse(
            cursor=tally.cursor(wanted),
            seen=tally.seen,
            total=tally.total,
            summary=self._summary(wanted, tally),
        )

    def _begin(self, request: pb.LookupSubjectsRequest) -> tuple[Wanted, Tally]:
        if request.asking.HasField("hypothetical"):
            words = "must not be set: a lookup is about those who are recorded"
            raise InvalidInputError(Problem("asking.hypothetical", words, "NOT_HYPOTHETICAL"))
        asking = decisions_pb2.Asking()
        asking.CopyFrom(request.asking)
        known: tuple[str, int, date, Tally] | None = None
        if request.cursor:
            known = Tally.at(request.cursor)
            asking.consistency.exact_revision = known[1]
            asking.on.CopyFrom(day_message(known[2]))
        try:
            asking, made_by = self.batches.pinned(asking, entry_of)
        except RevisionOutOfRangeError:
            if known is None:
                raise
            raise refused("is of another server; begin again") from None
        wanted = self._wanted(request, asking, made_by)
        if known is None:
            return wanted, Tally(self._total(wanted))
        if known[0] != wanted.digest:
            raise refused("is of another request, server or release of the rules; begin again")
        return wanted, known[3]

    def _wanted(
        self, request: pb.LookupSubjectsRequest, asking: decisions_pb2.Asking, made_by: bytes
    ) -> Wanted:
        check = request.WhichOneof("question")
        assert check is not None, "the contract requires a question"
        names = status_names(check)
        numbers = getattr(request, check).statuses
        statuses = [names[number] for number in numbers]
        problems = [
            Problem(
                f"{check}.statuses[{i}]",
                f"must not be {name}: those who are looked up are registered",
                "NOBODY_HAS_IT",
            )
            for i, name in enumerate(statuses)
            if name in ("NOT_REGISTERED", "NOT_KNOWN")
        ]
        if problems:
            raise InvalidInputError(*problems)
        on = optional_day(asking, "on", "asking")
        assert on is not None, "it was pinned"
        return Wanted(
            check,
            frozenset(statuses),
            frozenset(request.reason_codes),
            frozenset(request.urns),
            optional(request, "of_contract_period"),
            asking,
            on,
            self._digest(request, made_by),
        )

    def _digest(self, request: pb.LookupSubjectsRequest, made_by: bytes) -> str:
        same = pb.LookupSubjectsRequest()
        same.CopyFrom(request)
        same.ClearField("cursor")
        whole = hashlib.sha256(self._catalogue.fingerprint.encode() + made_by)
        whole.update(same.SerializeToString(deterministic=True))
        return whole.hexdigest()[:32]

    def _total(self, wanted: Wanted) -> int:
        with self.batches.answers.store.snapshot(exactly=wanted.revision) as snapshot:
            return kind_of(wanted.check).total(snapshot, wanted.urns)

    def _block(
        self,
        subjects: list[Subject],
        held: Held,
        wanted: Wanted,
        tally: Tally,
        is_active: IsActive,
    ) -> Iterator[pb.LookupSubjectsResponse]:
        response, size = pb.LookupSubjectsResponse(), 0
        for place, subject in enumerate(subjects, 1):
            go_on(is_active)
            found = self._look_at(subject, held, wanted, tally)
            if found is not None:
                response.found.append(found)
                size += found.ByteSize()
            if size >= BYTES_IN_A_MESSAGE or place == len(subjects):
                response.seen, response.total = tally.seen, tally.total
                response.cursor = tally.cursor(wanted)
                yield response
                response, size = pb.LookupSubjectsResponse(), 0

    def _look_at(
        self, subject: Subject, held: Held, wanted: Wanted, tally: Tally
    ) -> pb.FoundSubject | None:
        """The answer about a subject, where it is one that is wanted. It is counted either way."""
        question = about(wanted.check, subject)
        world = question.fetch(held)
        facts = question.view(world)(wanted.on)
        year = optional(wanted.asking, "contract_period")
        decided = self._catalogue.decide(wanted.check, facts, wanted.on, year)
        codes = _codes(decided)
        tally.last = subject
        tally.seen += 1
        tally.statuses[decided.status] += 1
        tally.codes.update(map(str, codes))
        if (
            (wanted.statuses and decided.status not in wanted.statuses)
            or (wanted.codes and wanted.codes.isdisjoint(codes))
            or not self._of_the_year(subject, held, wanted)
        ):
            return None
        tally.matched += 1
        made = answer_about(
            wanted.check, subject, world, wanted.revision, wanted.asking, self.batches.answers
        )
        return pb.FoundSubject(subject=subject.message(), decision=made)

    def _of_the_year(self, subject: Subject, held: Held, wanted: Wanted) -> bool:
        if wanted.contract_period is None:
            return True
        question = about(wanted.year_by, subject)
        facts = question.view(question.fetch(held))(wanted.on)
        year = self._catalogue.contract_period(wanted.year_by, facts, wanted.on)
        return year == wanted.contract_period

    def _summary(self, wanted: Wanted, tally: Tally) -> pb.LookupSummary:
        basis = decisions_pb2.Basis(
            rule_set=self._catalogue.fingerprint,
            revision=wanted.revision,
            on=day_message(wanted.on),
            contract_period=optional(wanted.asking, "contract_period"),
        )
        names: Any = status_names(wanted.check).values()
        return pb.LookupSummary(
            basis=basis,
            seen=tally.seen,
            matched=tally.matched,
            statuses=[
                pb.SeenStatus(status=name, count=tally.statuses[name])
                for name in names
                if tally.statuses[name]
            ],
            reasons=[
                pb.SeenReason(code=code, count=tally.codes[str(code)])  # type: ignore[arg-type]
                for code in sorted(map(int, tally.codes))
            ],
        )


def _codes(decided: Decision) -> set[int]:
    return {reason_code(reason.code) for reason in (*decided.reasons, *decided.warnings)}


def _whole(snapshot: Snapshot) -> None:
    if snapshot.revision < snapshot.erased_at:
        raise FactsErasedError(
            f"somebody has been erased since revision {snapshot.revision}, so that nobody can tell who "
            f"would be found; ask at revision {snapshot.erased_at} or later"
        )
