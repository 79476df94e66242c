"""The situations of a grant for a mentor's time in training: academic years differ in their rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from attrs import evolve

from ect_rules.academic import Stretch, days_of, terms_of
from ect_rules.dated import ONE_DAY
from ect_rules.facts import (
    Declaration,
    DeclarationType,
    EvidenceType,
    MentorAtSchoolPeriod,
    MentorFacts,
    MentorLostFundingReason,
    PaymentStatus,
    Record,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.space.people import MENTOR, SCHOOL, SCHOOLS
from ect_rules.space.space import NOT_TOLD, Conditions, Dimensions, Known, Point, Space
from ect_rules.world import World

IN_YEAR = "none, or in the academic year"
PERSON: Dimensions = {
    "teacher": ("held", "not held"),
    "registered as a mentor": ("yes", "no"),
    "the school": ("eligible", "not eligible", NOT_TOLD, "none in the academic year"),
    "loss of funding": ("none", "started and not completed", "in the early roll-out"),
    "day of the loss": (IN_YEAR, "before the academic year", NOT_TOLD),
}
OF_NO_YEAR = ("not in the academic year", "school-led", "none")
FIRST, SECOND, TOO_LATE, WITHDRAWN = (
    "in its first year",
    "in its second year",
    "begun after 31 May",
    "in its first year, withdrawn by 1 June",
)
DECLARED = ("none", "counts", "voided")
TWO_PARTS: Dimensions = {
    "asked": ("from 1 June", "before 1 June"),
    "training": (FIRST, SECOND, TOO_LATE, WITHDRAWN, *OF_NO_YEAR),
    "started declaration": DECLARED,
    "declaration 4 or 5": DECLARED,
}
TERMS = ("autumn term", "spring term", "summer term")
CONFIRMED, TRAINED, UNTRAINED = TERM = (
    "in training, with a declaration",
    "in training",
    "not in training",
)
ASKED = ("from 1 August", "in the summer term", "in the spring term", "in the autumn term")
UP_TO_TWO, THIRD, TO_COME = (
    "in its first or second year",
    "in its third year",
    "to come in the academic year",
)
BY_TERM: Dimensions = {
    "asked": ASKED,
    "training": (UP_TO_TWO, THIRD, TO_COME, *OF_NO_YEAR),
    **dict.fromkeys(TERMS, TERM),
}
NEW, NEW_BEFORE = "begun in the academic year", "begun before, for a contract period from 2025"
EVIDENCE = {
    "at least 75 % engagement": EvidenceType.ENGAGEMENT_MET,
    "other": EvidenceType.OTHER,
}
TWO_ELEMENTS: Dimensions = {
    "training": (NEW, NEW_BEFORE, OF_NO_YEAR[0]),
    "started declaration": DECLARED,
    "completed declaration": DECLARED,
    "its evidence": (*EVIDENCE, NOT_TOLD),
}
OUTSIDE: Dimensions = {"asked": ("before 1 September 2021", "from 1 September 2026")}
LED, SCHOOL_LED = TrainingProgramme.PROVIDER_LED, TrainingProgramme.SCHOOL_LED
_LATER_DAYS = {
    "before 1 June": (3, 15),
    "from 1 June": (6, 20),
    "in the spring term": (2, 1),
    "in the summer term": (5, 1),
    "from 1 August": (8, 10),
}
_OUTSIDE = {"before 1 September 2021": date(2021, 8, 1), "from 1 September 2026": date(2026, 10, 1)}


def _held(point: Point) -> bool:
    return point["teacher"] == "held" and point["registered as a mentor"] == "yes"


def _possible(dimensions: Dimensions) -> Callable[[Point], bool]:
    """What cannot go together is left out, and what does not matter has its first value."""
    every = PERSON | dimensions
    plain = Known(every).plain

    def possible(point: Point) -> bool:
        return (
            (point["teacher"] == "held" or point["registered as a mentor"] == "no")
            and (_held(point) or plain(point, *every, but=("teacher", "registered as a mentor")))
            and (
                point.get("training") not in OF_NO_YEAR
                or plain(point, *dimensions, but=("asked", "training"))
            )
            and (
                point["loss of funding"] == "started and not completed"
                or plain(point, "day of the loss")
            )
            and _possible_parts(point)
            and _possible_terms(point)
            and _possible_elements(point)
        )

    return possible


def _possible_parts(point: Point) -> bool:
    if "declaration 4 or 5" not in point:
        return True
    started, engaged = point["started declaration"], point["declaration 4 or 5"]
    return {FIRST: engaged, SECOND: started}.get(point["training"], "none") == "none" and (
        point["training"] not in (TOO_LATE, WITHDRAWN) or started == engaged == "none"
    )


def _possible_terms(point: Point) -> bool:
    if TERMS[0] not in point:
        return True
    terms = [point[term] for term in TERMS]
    if point["training"] != UP_TO_TWO:
        return all(
            term == (UNTRAINED if point["training"] == TO_COME else TERM[0]) for term in terms
        )
    now = _term_asked(point)
    ahead, upto = terms[now + 1 :], terms[: now + 1]
    # What is to come counts only where it goes on from what has begun.
    goes_on = [term for term in ahead if term != UNTRAINED] == ahead[: _count(ahead)]
    return (
        any(term != UNTRAINED for term in upto)
        and CONFIRMED not in ahead
        and (not _count(ahead) or (upto[-1] != UNTRAINED and goes_on))
    )


def _count(terms: list[str]) -> int:
    return sum(term != UNTRAINED for term in terms)


def _term_asked(point: Point) -> int:
    return min(2, 3 - ASKED.index(point["asked"]))


def _possible_elements(point: Point) -> bool:
    if "completed declaration" not in point:
        return True
    # One that counts takes the place of a loss of funding that is stored.
    counts = point["completed declaration"] == "counts"
    return (
        point["loss of funding"] == "none"
        if counts
        else point["its evidence"] == next(iter(EVIDENCE))
    )


def _day(year: int) -> Callable[[Point], date]:
    def day(point: Point) -> date:
        asked = point.get("asked", "before 1 June")
        if asked in _OUTSIDE:
            return _OUTSIDE[asked]
        if asked == "in the autumn term":
            return date(year, 11, 1)
        return date(year + 1, *_LATER_DAYS[asked])

    return day


def _records(
    year: int, training: Callable[[Point, int], list[Record]]
) -> Callable[[Point], list[Record]]:
    """The mentor at the school, and the training with what was declared of it."""

    def records(point: Point) -> list[Record]:
        found: list[Record] = []
        if point["teacher"] == "held":
            found.append(_teacher(point, year))
        if not _held(point):
            return found
        nowhere = point["the school"] == "none in the academic year"
        last = date(year, 8, 31) if nowhere else None
        found.append(SCHOOLS["eligible" if nowhere else point["the school"]])
        found.append(MentorAtSchoolPeriod("mentor", MENTOR, SCHOOL, date(2019, 9, 1), last))
        return [*found, *training(point, year)]

    return records


def _teacher(point: Point, year: int) -> Teacher:
    lost = point["loss of funding"]
    if lost == "none":
        return Teacher(MENTOR)
    if lost == "in the early roll-out":
        reason = MentorLostFundingReason.COMPLETED_DURING_EARLY_ROLL_OUT
        return Teacher(MENTOR, None, None, date(2021, 4, 19), reason)
    days = {IN_YEAR: date(year, 9, 1), "before the academic year": date(year, 8, 31)}
    reason = MentorLostFundingReason.STARTED_NOT_COMPLETED
    return Teacher(MENTOR, None, None, days.get(point["day of the loss"]), reason)


def _period(
    name: str,
    days: Stretch,
    led: TrainingProgramme = LED,
    contract_period: int = 2022,
    withdrawn_on: date | None = None,
) -> TrainingPeriod:
    return TrainingPeriod(
        name,
        led,
        days.started_on,
        None,
        "mentor",
        days.finished_on,
        contract_period=contract_period,
        withdrawn_at=None if withdrawn_on is None else _noon(withdrawn_on),
    )


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def _declared(of: str, what: DeclarationType, day: date, told: str = "counts") -> Declaration:
    status = PaymentStatus.VOIDED if told == "voided" else PaymentStatus.PAID
    name = f"{what.value} of {day.isoformat()}"
    return Declaration(name, of, what, _noon(day), status)


def _of_no_year(point: Point, year: int) -> list[Record]:
    led = SCHOOL_LED if point["training"] == "school-led" else LED
    years = {"not in the academic year": year - 1, "school-led": year}
    told = years.get(point["training"])
    return [] if told is None else [_period("training", days_of(told), led)]


def _two_parts(point: Point, year: int) -> list[Record]:
    training = point["training"]
    if training in OF_NO_YEAR:
        return _of_no_year(point, year)
    days = days_of(year)
    if training == TOO_LATE:
        days = Stretch("late", date(year + 1, 6, 10), days.finished_on)
    if training == SECOND:
        days = Stretch("both", date(year - 1, 9, 1), days.finished_on)
    withdrawn = date(year + 1, 2, 1) if training == WITHDRAWN else None
    found: list[Record] = [_period("training", days, withdrawn_on=withdrawn)]
    declared = {
        "started declaration": DeclarationType.STARTED,
        "declaration 4 or 5": DeclarationType.RETAINED_4,
    }
    for name, what in declared.items():
        if point[name] != "none":
            found.append(_declared("training", what, date(year + 1, 1, 15), point[name]))
    return found


def _by_term(point: Point, year: int) -> list[Record]:
    training = point["training"]
    if training in OF_NO_YEAR:
        return _of_no_year(point, year)
    if training == THIRD:
        return [_period(f"training {y}", days_of(y)) for y in (year - 2, year - 1, year)]
    if training == TO_COME:
        last = days_of(year).finished_on
        begins = _day(year)(point) + ONE_DAY
        return [
            _period("before", days_of(year - 1)),
            _period("training", Stretch("", begins, last)),
        ]
    found: list[Record] = [_period("before", days_of(year - 1))]
    begun: date | None = None
    for name, term in zip(TERMS, terms_of(year), strict=True):
        if point[name] == UNTRAINED:
            begun = None
            continue
        begun = begun or term.started_on
        days = Stretch("", begun, term.finished_on)
        found.append(_period(f"training from {begun.isoformat()}", days))
        if point[name] == CONFIRMED:
            day = term.started_on + timedelta(days=20)
            found.append(_declared("before", DeclarationType.RETAINED_1, day))
    return found


def _two_elements(point: Point, year: int) -> list[Record]:
    first = {NEW: date(year, 9, 10), NEW_BEFORE: date(year, 7, 1)}.get(point["training"])
    last = date(year + 1, 8, 31) if first else date(year, 8, 1)
    days = Stretch("", first or date(year, 7, 1), last)
    found: list[Record] = [_period("training", days, contract_period=2025)]
    day = date(year, 12, 1)
    if point["started declaration"] != "none":
        started = DeclarationType.STARTED
        found.append(_declared("training", started, day, point["started declaration"]))
    told = point["completed declaration"]
    if told != "none":
        completed = _declared("training", DeclarationType.COMPLETED, day, told)
        found.append(evolve(completed, evidence_type=EVIDENCE.get(point["its evidence"])))
    return found


def view(world: World, _: Point) -> MentorFacts:
    """The mentor."""
    return world.mentor(MENTOR)


_MENTOR: Conditions = {
    "registered as a mentor": _held,
    "an eligible school in the academic year": lambda p: p["the school"] == "eligible",
    "funding not lost before the academic year": lambda p: (
        p["loss of funding"] == "none"
        or (p["loss of funding"] == "started and not completed" and p["day of the loss"] == IN_YEAR)
    ),
}
_PARTS: Conditions = {
    "after 1 June, with the declaration of the year of training": lambda p: (
        p["asked"] == "from 1 June"
        and {FIRST: p["started declaration"], SECOND: p["declaration 4 or 5"]}.get(p["training"])
        == "counts"
    ),
}
_TERMS: Conditions = {
    "after 1 August, with a declaration in a term of the first two years": lambda p: (
        p["asked"] == "from 1 August"
        and p["training"] == UP_TO_TWO
        and any(p[term] == CONFIRMED for term in TERMS)
    ),
}
_ELEMENTS: Conditions = {
    "trained in the academic year": lambda p: p["training"] in (NEW, NEW_BEFORE),
    "a started declaration, or a completed one with the evidence": lambda p: (
        p["started declaration"] == "counts"
        or (
            p["completed declaration"] == "counts"
            and p["its evidence"] == "at least 75 % engagement"
        )
    ),
}


def _space(
    asked: str,
    year: int,
    dimensions: Dimensions,
    training: Callable[[Point, int], list[Record]],
    needed: Conditions,
) -> Space:
    return Space(
        "mentor_grant",
        None,
        PERSON | dimensions,
        _possible(dimensions),
        _records(year, training),
        view,
        _day(year),
        _MENTOR | needed,
        asked=asked,
    )


def _nothing(_: Point, __: int) -> list[Record]:
    return []


SPACES = (
    _space("in 2021-22 or 2022-23", 2022, TWO_PARTS, _two_parts, _PARTS),
    _space("in 2023-24 or 2024-25", 2024, BY_TERM, _by_term, _TERMS),
    _space("in 2025-26, of training begun before", 2025, BY_TERM, _by_term, _TERMS),
    _space("in 2025-26, of a new mentor", 2025, TWO_ELEMENTS, _two_elements, _ELEMENTS),
    _space("in any other academic year", 2025, OUTSIDE, _nothing, {"never": lambda _: False}),
)
