"""Writes of every kind, drawn at random around what is known to be there."""

import itertools
import random
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from attrs import define, field, frozen

from ect_rules.facts import (
    ContractPeriod,
    Declaration,
    DeclarationType,
    EctAtSchoolPeriod,
    GiasStatus,
    InductionPeriod,
    InductionStatus,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    PaymentStatus,
    Record,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.servicers.server import today_in_london
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.messages import message
from tests.service.talking import day, whole_import
from tests.service.telling import named

TODAY = today_in_london()
RECENT = 60
DECLARED = datetime(2025, 12, 1, tzinfo=UTC)


def after(days: int) -> Any:
    return day((TODAY + timedelta(days)).isoformat())


@define
class Known:
    """What the writers know that there is: shared by them. `growing`: imports bring new people."""

    trns: list[str]
    urns: list[str]
    growing: bool = True
    ects: list[tuple[str, str]] = field(factory=list)  # id and URN
    mentors: list[tuple[str, str]] = field(factory=list)
    mentorships: list[tuple[str, str, str]] = field(factory=list)  # id, the ECT's, the mentor's
    loose: list[tuple[str, str]] = field(factory=list)  # kind and id: named by nothing
    numbers: Any = field(factory=lambda: itertools.count(2_000_000))

    @classmethod
    def of(cls, teachers: int, schools: int, growing: bool = True) -> "Known":
        trns = [f"{1_000_000 + n}" for n in range(teachers)]
        return cls(trns, [f"{100_000 + n}" for n in range(schools)], growing)

    def first(self) -> list[Record]:
        """What must be there before the first wish."""
        years = range(2021, TODAY.year + 2)
        return [
            *(Teacher(trn, prohibited_from_teaching=False) for trn in self.trns),
            *(School(urn, GiasStatus.OPEN, "Community school") for urn in self.urns),
            *(ContractPeriod(year, enabled=True) for year in years),
        ]

    def learn_of(self, records: Iterable[Record]) -> None:
        """Know of these records, too."""
        for record in records:
            match record:
                case Teacher():
                    self.trns.append(record.trn)
                case School():
                    self.urns.append(record.urn)
                case EctAtSchoolPeriod():
                    self.ects.append((record.id, record.urn))
                case MentorAtSchoolPeriod():
                    self.mentors.append((record.id, record.urn))
                case MentorshipPeriod():
                    both = (record.ect_at_school_period_id, record.mentor_at_school_period_id)
                    self.mentorships.append((record.id, *both))
                case InductionPeriod():
                    self.loose.append(("induction_period", record.id))
                case Declaration():
                    self.loose.append(("declaration", record.id))


@frozen
class Wish:
    """A write to send. `request`: a list of messages for an import. `told`: makes known what it made."""

    method: str
    request_id: str
    request: Any
    told: Callable[[Any], None] = lambda _: None


class Wishes:
    """An endless series of writes, the same for the same `seed` and the same that is known."""

    def __init__(self, known: Known, seed: int) -> None:
        self._known = known
        self._dice = random.Random(seed)  # noqa: S311
        self._kinds = (
            *(self._register_ect, self._register_mentor, self._assign, self._end, self._leave),
            *(self._facts, self._declare, self._move, self._retract, self._import),
        )

    def next(self) -> Wish:
        request_id = f"{self._dice.getrandbits(128):032x}"
        request_id = "-".join(
            request_id[a:b] for a, b in itertools.pairwise((0, 8, 12, 16, 20, 32))
        )
        while True:
            wish: Wish | None = self._dice.choice(self._kinds)(request_id)
            if wish is not None:
                return wish

    def _one(self, found: list[Any]) -> Any:
        return self._dice.choice(found[-RECENT:]) if found else None

    def _days(self, first: int, last: int) -> Any:
        return after(self._dice.randint(first, last))

    def _period(self, first: int, last: int) -> dict[str, Any]:
        start = self._dice.randint(first, last)
        end = self._dice.choice([None, start, start + 30, start + 200])
        begun = TODAY + timedelta(start)
        return {
            "started_on": begun,
            "finished_on": None if end is None else TODAY + timedelta(end),
        }

    def _register_ect(self, id_: str) -> Wish:
        urn = self._one(self._known.urns)
        led = self._dice.choice((1, 2))
        request = pb.RegisterEctRequest(
            request_id=id_,
            trn=self._one(self._known.trns),
            urn=urn,
            started_on=self._days(-400, 60),
            training_programme=led,
            lead_provider="Northway" if led == 1 else "",
        )

        def told(answer: Any) -> None:
            self._known.ects.append((answer.ect_at_school_period_id, urn))

        return Wish("RegisterEct", id_, request, told)

    def _register_mentor(self, id_: str) -> Wish | None:
        if not (ect := self._one(self._known.ects)):
            return None
        request = pb.RegisterMentorRequest(
            request_id=id_,
            trn=self._one(self._known.trns),
            ect_at_school_period_id=ect[0],
            started_on=self._days(-300, 30),
            mentoring_here_only=self._dice.random() < 0.3,
            lead_provider=self._dice.choice(("", "Northway")),
            on=after(0),
        )

        def told(answer: Any) -> None:
            mentor = answer.mentor_at_school_period_id
            self._known.mentors.append((mentor, ect[1]))
            self._known.mentorships.append((answer.mentorship_period_id, ect[0], mentor))

        return Wish("RegisterMentor", id_, request, told)

    def _assign(self, id_: str) -> Wish | None:
        ect = self._one(self._known.ects)
        near = [m for m in self._known.mentors[-RECENT:] if ect and m[1] == ect[1]]
        mentor = self._one(near or self._known.mentors)
        if ect is None or mentor is None:
            return None
        request = pb.AssignMentorRequest(
            request_id=id_,
            ect_at_school_period_id=ect[0],
            mentor_at_school_period_id=mentor[0],
            on=self._days(-30, 30),
        )

        def told(answer: Any) -> None:
            self._known.mentorships.append((answer.mentorship_period_id, ect[0], mentor[0]))

        return Wish("AssignMentor", id_, request, told)

    def _end(self, id_: str) -> Wish | None:
        if not (mentorship := self._one(self._known.mentorships)):
            return None
        request = pb.EndMentorshipRequest(
            request_id=id_, mentorship_period_id=mentorship[0], finished_on=self._days(-30, 120)
        )
        return Wish("EndMentorship", id_, request)

    def _leave(self, id_: str) -> Wish | None:
        whose = self._dice.choice(("ect", "mentor"))
        if not (period := self._one(getattr(self._known, f"{whose}s"))):
            return None
        request = pb.ReportLeavingRequest(
            request_id=id_,
            last_day=self._days(-10, 100),
            reported_by_urn=period[1],
            on=after(0),
            **{f"{whose}_at_school_period_id": period[0]},
        )
        return Wish("ReportLeaving", id_, request)

    def _recorded(self, id_: str, *records: Record) -> Wish:
        request = pb.RecordFactsRequest(request_id=id_, records=map(message, records))
        return Wish("RecordFacts", id_, request, lambda _: self._known.learn_of(records[1:]))

    def _facts(self, id_: str) -> Wish:
        trn = self._one(self._known.trns)
        teacher = Teacher(
            trn,
            self._dice.choice([None, *InductionStatus]),
            prohibited_from_teaching=self._dice.random() < 0.05,
            qts_held=self._dice.choice([None, True, False]),
        )
        induction = InductionPeriod(f"i-{id_}", trn, **self._period(-900, 0))
        return self._recorded(id_, teacher, induction)

    def _declare(self, id_: str) -> Wish | None:
        if not (mentor := self._one(self._known.mentors)):
            return None
        training = TrainingPeriod(
            id=f"t-{id_}",
            training_programme=TrainingProgramme.PROVIDER_LED,
            mentor_at_school_period_id=mentor[0],
            **self._period(-200, 0),
        )
        kind = self._dice.choice((DeclarationType.STARTED, DeclarationType.COMPLETED))
        paid = self._dice.choice((PaymentStatus.ELIGIBLE, PaymentStatus.VOIDED))
        return self._recorded(
            id_, training, Declaration(f"d-{id_}", training.id, kind, DECLARED, paid)
        )

    def _move(self, id_: str) -> Wish | None:
        if not (mentorship := self._one(self._known.mentorships)):
            return None
        return self._recorded(id_, MentorshipPeriod(*mentorship, **self._period(-200, 60)))

    def _retract(self, id_: str) -> Wish | None:
        mentorship = self._one(self._known.mentorships)
        name = self._one(self._known.loose)
        if mentorship and self._dice.random() < 0.4:
            name = ("mentorship_period", mentorship[0])
        if name is None:
            return None
        return Wish(
            "RetractRecords", id_, pb.RetractRecordsRequest(request_id=id_, records=[named(*name)])
        )

    def _import(self, id_: str) -> Wish:
        records = list(self._some(id_))
        told = self._known.learn_of if self._known.growing else lambda _: None
        return Wish(
            "ImportRecords", id_, list(whole_import(records, id_, 7)), lambda _: told(records)
        )

    def _some(self, id_: str) -> Iterable[Record]:
        urn = self._one(self._known.urns)
        yield School(urn, GiasStatus.OPEN, "Community school", self._dice.choice((True, False)))
        for number in range(self._dice.randint(2, 8)):
            if not self._known.growing:
                yield Teacher(self._one(self._known.trns), prohibited_from_teaching=False)
                continue
            trn = f"{next(self._known.numbers)}"
            name = f"{number}-{id_}"
            yield Teacher(trn, prohibited_from_teaching=False)
            yield (
                EctAtSchoolPeriod(f"e-{name}", trn, urn, **self._period(-400, 0))
                if number % 2
                else MentorAtSchoolPeriod(f"m-{name}", trn, urn, **self._period(-400, 0))
            )
            yield InductionPeriod(f"i-{name}", trn, **self._period(-900, 0))
