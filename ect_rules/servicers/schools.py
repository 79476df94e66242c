"""Everybody at a school, with the answers about them: a batch about all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from attrs import frozen
from google.rpc.code_pb2 import FAILED_PRECONDITION

from ect_rules.dated import current_or_next
from ect_rules.errors import FactsErasedError
from ect_rules.facts import EctAtSchoolPeriod, MentorAtSchoolPeriod
from ect_rules.servicers.active import IsActive
from ect_rules.servicers.batches import Batches
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import decisions_pb2
from ect_rules.wire.records import records
from ect_rules.wire.values import day, day_message
from ect_rules.world import World

P = TypeVar("P", EctAtSchoolPeriod, MentorAtSchoolPeriod)
_MENTORING = {decisions_pb2.REASON_CODE_CURRENT_ECT, decisions_pb2.REASON_CODE_FUTURE_ECT}


@frozen
class School:
    """Who was, is or will be at a school, by their periods there, and how to ask about them."""

    urn: str
    asking: decisions_pb2.Asking
    ects: Sequence[EctAtSchoolPeriod]
    mentors: Sequence[MentorAtSchoolPeriod]
    batches: Batches
    is_active: IsActive

    @classmethod
    def read(
        cls, urn: str, asking: decisions_pb2.Asking, batches: Batches, is_active: IsActive
    ) -> School:
        """The school `urn` on a day and at a revision, which `asking` must say."""
        world = World()
        with batches.read(asking) as snapshot:
            if snapshot is not None:
                ects, mentors = snapshot.people_at(urn)
                world = World([*ects, *mentors])
        supposed = records(asking.hypothetical.records, "asking.hypothetical.records")
        world = world.with_records(supposed)
        return cls(
            urn,
            asking,
            [p for p in world.ect_periods.values() if p.urn == urn],
            [p for p in world.mentor_periods.values() if p.urn == urn],
            batches,
            is_active,
        )

    def answers(self, items: Sequence[pb.CheckItem]) -> pb.BatchCheckResponse:
        """The answers to questions that are well made. Raises FactsErasedError where one has none."""
        response = pb.BatchCheckResponse()
        self.batches.answer(items, "items", self.asking, response, self.is_active)
        for result in response.results:
            if result.error.code == FAILED_PRECONDITION:
                raise FactsErasedError(result.error.message)
            assert not result.HasField("error"), "there is nothing wrong with what is asked"
        return response

    def registrations(
        self, list_possible_mentors: bool = False
    ) -> tuple[decisions_pb2.Basis, list[pb.ListedRegistration]]:
        """The registration of every ECT, by TRN, and what the answers rest on."""
        trns = sorted({p.trn for p in self.ects})
        periods = {p.id: p for p in self.ects}
        found = self.answers(
            [
                pb.CheckItem(
                    registration=pb.RegistrationQuestion(
                        trn=trn, urn=self.urn, list_possible_mentors=list_possible_mentors
                    )
                )
                for trn in trns
            ]
        )
        return found.basis, [
            pb.ListedRegistration(
                trn=trn,
                decision=result.registration,
                **_days(periods.get(result.registration.ect_at_school_period_id)),
            )
            for trn, result in zip(trns, found.results, strict=True)
        ]

    def listed_mentors(
        self, include_left: bool = False
    ) -> tuple[decisions_pb2.Basis, list[pb.ListedMentor]]:
        """Every mentor, or those who have not left, by TRN, and what the answers rest on."""
        chosen = {
            trn: period
            for trn in sorted({p.trn for p in self.mentors})
            if (period := self._period(trn, include_left)) is not None
        }
        found = self.answers([item for trn in chosen for item in _about_mentor(trn)])
        results = iter(found.results)
        return found.basis, [
            pb.ListedMentor(
                trn=trn,
                funding=next(results).mentor_funding,
                training=next(results).mentor_training,
                retention=(retention := next(results).record_retention),
                without_ect=not any(r.code in _MENTORING for r in retention.reasons),
                **_days(period),
            )
            for trn, period in chosen.items()
        ]

    def _period(self, trn: str, include_left: bool) -> MentorAtSchoolPeriod | None:
        on = day(self.asking.on, "asking.on")
        periods = [p for p in self.mentors if p.trn == trn]
        found = current_or_next(sorted(periods, key=lambda p: p.id), on)
        if found is None and include_left:
            return max(periods, key=lambda p: (str(p.finished_on), p.id))
        return found


def _about_mentor(trn: str) -> tuple[pb.CheckItem, ...]:
    who = pb.MentorSubject(trn=trn)
    return (
        pb.CheckItem(mentor_funding=who),
        pb.CheckItem(mentor_training=who),
        pb.CheckItem(record_retention=who),
    )


def _days(period: EctAtSchoolPeriod | MentorAtSchoolPeriod | None) -> dict[str, Any]:
    if period is None:
        return {}
    return {
        "started_on": day_message(period.started_on),
        "finished_on": day_message(period.finished_on),
    }


def codes_of(*decisions: Any) -> set[int]:
    """The codes of all reasons and warnings of some decisions."""
    said: Iterable[Any] = (r for d in decisions for r in (*d.reasons, *d.warnings))
    return {reason.code for reason in said}
