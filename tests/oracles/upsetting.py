"""The generated population with more amiss in it: records changed, gone, and some besides."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from attrs import evolve, fields

from ect_rules import facts, gias
from ect_rules.dated import ends_before_start
from ect_rules.facts import Record
from ect_rules.world import key

DAY = timedelta(days=1)
TURNS = [
    date.fromisoformat(day)
    for day in (
        *("2021-08-31", "2021-09-01", "2023-08-31", "2023-09-01", "2024-05-31", "2024-06-01"),
        *("2024-07-30", "2024-07-31", "2024-08-01", "2025-05-31", "2025-06-01", "2025-09-01"),
        *("2026-01-15", "2026-06-01"),
    )
]
YEARS = (None, 2020, 2021, 2022, 2023, 2024, 2025, 2026)
TIMES = (time(0), time(12), time(22, 59), time(23), time(23, 59))


def upset(random: Random, records: list[Record], share: float) -> Iterator[Record]:
    """Some changed, some gone, so that others name them in vain, and some more of every kind."""
    ids: dict[type, list[str]] = {}
    for record in records:
        kind, name = key(record)
        ids.setdefault(kind, []).append(name)
    ids.setdefault(facts.TrainingPeriod, [""])
    more = _More(random, ids)
    for record in records:
        if random.random() >= share:
            yield record
        elif random.random() >= 0.05:
            for changed in more.changed(record):
                if not (hasattr(changed, "finished_on") and ends_before_start(changed)):
                    yield changed
    yield from more.besides(share)


class _More:
    """Records that the generated population has few of, or none."""

    def __init__(self, random: Random, ids: dict[type, list[str]]) -> None:
        self._random = random
        self._ids = ids
        self._made = 0

    def changed(self, record: Record) -> Iterator[Record]:
        """The record with one field or more changed; now and then another like it besides."""
        random = self._random
        changes = {
            facts.Teacher: self._teacher,
            facts.School: self._school,
            facts.MentorshipPeriod: self._mentorship,
            facts.TrainingPeriod: self._training,
            facts.Declaration: lambda d: self._declaration(d.training_period_id, d.id),
            facts.ContractPeriod: lambda c: self._contract_period(c.year),
            facts.EcfEligibility: lambda e: self._ecf(e.trn, e.role, e.id),
        }.get(type(record), self._period)
        if random.random() < 0.2 and hasattr(record, "id"):
            yield record
            yield evolve(changes(record), id=self._id("again"))
        else:
            yield changes(record)

    def besides(self, share: float) -> Iterator[Record]:
        """More schools, of every kind; more induction, declarations and checks of ECF1, of anybody."""
        random = self._random
        for n in range(int(2 * share * len(self._ids[facts.School]))):
            yield self._school(facts.School(f"{900_000 + n}"))
        for trn in self._ids[facts.Teacher]:
            if random.random() < share / 2:
                yield self._induction(trn, self._id("induction"))
            for role in facts.ParticipantRole:
                if random.random() < share / 2:
                    yield self._ecf(trn, role, self._id("ecf"))
        for training in self._ids[facts.TrainingPeriod]:
            while random.random() < share / 2:
                yield self._declaration(training, self._id("declaration"))

    def _teacher(self, teacher: facts.Teacher) -> facts.Teacher:
        reason = self._random.choice((None, *facts.MentorLostFundingReason))
        changes: list[dict[str, Any]] = [
            {"prohibited_from_teaching": self._told()},
            {"trs_induction_status": self._random.choice((None, *facts.InductionStatus))},
            {
                "mentor_became_ineligible_for_funding_on": self._day_or_none(),
                "mentor_became_ineligible_for_funding_reason": reason,
            },
            {"qts_held": self._told(), "qts_awarded_on": self._day_or_none()},
            {"ect_became_ineligible_for_funding_on": self._day_or_none()},
            {"ect_first_became_eligible_for_training_at": self._instant_or_none()},
            {"mentor_first_became_eligible_for_training_at": self._instant_or_none()},
        ]
        return evolve(teacher, **self._random.choice(changes))

    def _school(self, school: facts.School) -> facts.School:
        random = self._random
        kinds = ("Secure units", "Other independent school", "Other independent special school")
        types = (None, "none of the 41", *sorted(gias.TYPES), *kinds * 5)
        return evolve(
            school,
            gias_status=random.choice((None, *facts.GiasStatus, *(facts.GiasStatus.OPEN,) * 6)),
            gias_type=random.choice(types),
            section_41_approved=self._told(),
            marked_as_eligible=random.random() < 0.1,
            administrative_district_code=random.choice(
                (None, "E09000001", "e06000001", "9999", "W06000001", "S12000033", "E06000052")
            ),
        )

    def _period(self, period: Any) -> Any:
        """Another first or last day: a day sooner or later, none, the same for both, or any."""
        random = self._random
        first, last = period.started_on, period.finished_on
        match random.randrange(6):
            case 0:
                first += random.choice((-DAY, DAY))
            case 1:
                last = (last or first) + random.choice((-DAY, DAY))
            case 2:
                last = None
            case 3:
                last = first
            case 4:
                first = self._day()
            case 5:
                last = self._day()
        changed = evolve(period, started_on=first, finished_on=last)
        if hasattr(period, "reported_leaving_by_urn"):
            reporter = random.choice((None, period.urn, period.urn, "100000"))
            changed = evolve(changed, reported_leaving_by_urn=reporter)
        return changed

    def _mentorship(self, mentorship: facts.MentorshipPeriod) -> facts.MentorshipPeriod:
        ect_periods = self._ids.get(facts.EctAtSchoolPeriod, ["nowhere"])
        if self._random.random() < 0.2:
            other = self._random.choice((self._random.choice(ect_periods), "nowhere"))
            return evolve(mentorship, ect_at_school_period_id=other)
        return self._period(mentorship)

    def _training(self, training: facts.TrainingPeriod) -> facts.TrainingPeriod:
        random = self._random
        match random.randrange(4):
            case 0:
                return self._period(training)
            case 1:
                led = random.choice(tuple(facts.TrainingProgramme))
                return evolve(training, training_programme=led)
            case 2:
                return evolve(training, contract_period=random.choice(YEARS))
            case _:
                withdrawn_at, deferred_at = self._instant_or_none(), self._instant_or_none()
                if random.random() < 0.1:
                    deferred_at = withdrawn_at
                return evolve(training, withdrawn_at=withdrawn_at, deferred_at=deferred_at)

    def _contract_period(self, year: int) -> facts.ContractPeriod:
        return facts.ContractPeriod(year, self._told(), self._instant_or_none())

    def _induction(self, trn: str, id_: str) -> facts.InductionPeriod:
        first = self._day()
        last = self._random.choice((None, first, first + DAY, first + 700 * DAY))
        outcome = self._random.choice((None, None, *facts.InductionOutcome)) if last else None
        return facts.InductionPeriod(id_, trn, first, last, outcome)

    def _declaration(self, training: str, id_: str) -> facts.Declaration:
        random = self._random
        completed = facts.DeclarationType.COMPLETED
        kind = random.choice((completed, random.choice(tuple(facts.DeclarationType))))
        no_clawback = facts.ClawbackStatus.NO_CLAWBACK
        return facts.Declaration(
            id_,
            training,
            kind,
            self._instant(),
            random.choice(tuple(facts.PaymentStatus)),
            random.choice((no_clawback, random.choice(tuple(facts.ClawbackStatus)))),
            random.choice((None, *facts.EvidenceType)),
        )

    def _ecf(self, trn: str, role: facts.ParticipantRole, id_: str) -> facts.EcfEligibility:
        random = self._random
        flags = {
            field.name: random.choices((False, True, None), (12, 1, 1))[0]
            for field in fields(facts.EcfEligibility)
            if field.type == "bool | None"
        }
        if random.random() < 0.05:
            return facts.EcfEligibility(
                id_,
                trn,
                role,
                facts.EligibilityStatus.INELIGIBLE,
                facts.EligibilityReason.ACTIVE_FLAGS,
                manually_validated=True,
            )
        return facts.EcfEligibility(
            id_,
            trn,
            role,
            random.choice((None, *facts.EligibilityStatus)),
            random.choice((None, *facts.EligibilityReason)),
            manually_validated=random.random() < 0.1,
            profile_duplicity=random.choices((*facts.ProfileDuplicity, None), (12, 1, 1, 1))[0],
            **flags,
        )

    def _id(self, kind: str) -> str:
        self._made += 1
        return f"{kind}-{self._made}"

    def _told(self) -> bool | None:
        return self._random.choice((True, False, None))

    def _day(self) -> date:
        if self._random.random() < 0.4:
            return self._random.choice(TURNS)
        return date(2020, 9, 1) + self._random.randrange(2200) * DAY

    def _day_or_none(self) -> date | None:
        return self._random.choice((self._day(), None))

    def _instant(self) -> datetime:
        return datetime.combine(self._day(), self._random.choice(TIMES), UTC)

    def _instant_or_none(self) -> datetime | None:
        return self._random.choice((self._instant(), None))
