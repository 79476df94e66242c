"""The situations of somebody whom a school wants to register, as an ECT or as a mentor."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from ect_rules.dated import ONE_DAY, contract_period_of
from ect_rules.facts import (
    AppropriateBodyType,
    ContractPeriod,
    EctAtSchoolPeriod,
    EctCandidate,
    GiasStatus,
    InductionStatus,
    MentorAtSchoolPeriod,
    MentorCandidate,
    Record,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.space.people import BEFORE, BEFORE_MARK, ECT, LONG_AGO, MENTOR, ON, SCHOOL, TOLD
from ect_rules.space.space import NOT_TOLD, Conditions, Dimensions, Known, Point, Space
from ect_rules.world import World

ELSEWHERE = "100003"
TEACHER: Dimensions = {
    "teacher": ("held", "not held"),
    "identity confirmed": ("yes", "no", NOT_TOLD),
    "prohibited from teaching": ("no", "yes", NOT_TOLD),
    "e-mail address in use": ("no", "yes", NOT_TOLD),
}
OF_ECT: Dimensions = {
    "TRS induction status": (
        "not concluded",
        "Passed",
        "Failed",
        "FailedInWales",
        "Exempt",
        NOT_TOLD,
    )
}
OF_MENTOR: Dimensions = {"the ECT": ("another teacher", "the same teacher", NOT_TOLD)}
MENTOR_TRAINING: Dimensions = {
    "training as a mentor": ("none", "under way", "deferred", "withdrawn", "ended", "school-led")
}
AHEAD: Dimensions = {
    "start": ("by the day", "within four months", "later than that"),
    "contract period of the start": ("open", "not open", "not recorded", NOT_TOLD),
}
AHEAD_OR_EARLY = AHEAD | {"start": (*AHEAD["start"], "too early")}
AFTER: Dimensions = {
    "start after the one before": (
        "two days or more",
        "one day",
        "one day after training that has begun",
        "none after training to come",
    )
}
BEFORE_AS_ECT: Dimensions = {
    "registration before": (
        "none",
        "with a last day",
        "elsewhere, without a last day",
        "at the school, without a last day",
    ),
    "registered at the school": ("no", "without a last day"),
}
BEFORE_AS_MENTOR: Dimensions = {
    "mentor at another school": ("no", "until the start", "beyond the start"),
    "leaves the other school": ("yes", "no", NOT_TOLD),
    "mentor at the school": ("no", "without a last day"),
}
SINCE_2025, BEFORE_2025, BEFORE_2024 = (
    "since June 2025",
    "before June 2025",
    "before September 2024",
)
PLACE: Dimensions = {
    "asked": (SINCE_2025, BEFORE_2025),
    "GIAS status": ("not closed", "closed", NOT_TOLD),
    "independent": ("no", "yes", NOT_TOLD),
    "section 41 approved": ("no", "yes", NOT_TOLD),
    "unfinished training": ("none", "some"),
}
BODIES: Dimensions = {
    "appropriate body": (
        "teaching school hub",
        "national",
        "local authority",
        NOT_TOLD,
    )
}
PLACE_AND_BODY = PLACE | {"asked": (SINCE_2025, BEFORE_2025, BEFORE_2024)} | BODIES
_KNOWN = Known(
    TEACHER
    | OF_ECT
    | OF_MENTOR
    | MENTOR_TRAINING
    | AHEAD_OR_EARLY
    | BEFORE_AS_ECT
    | BEFORE_AS_MENTOR
    | AFTER
    | PLACE
    | BODIES
)
_of, _plain = _KNOWN.of, _KNOWN.plain
_TOO_EARLY = date(2023, 5, 31)
_FAR = date(2026, 6, 15)
_TYPES = {"no": "Community school", "yes": "Other independent school", NOT_TOLD: None}
_STATUSES = {"not closed": GiasStatus.OPEN, "closed": GiasStatus.CLOSED, NOT_TOLD: None}
_BODIES = {
    "teaching school hub": AppropriateBodyType.TEACHING_SCHOOL_HUB,
    "national": AppropriateBodyType.NATIONAL,
    "local authority": AppropriateBodyType.LOCAL_AUTHORITY,
    NOT_TOLD: None,
}
_OPEN = {"open": True, "not open": False, NOT_TOLD: None}


def possible(point: Point) -> bool:
    """What cannot go together is left out, and what does not matter has its first value."""
    start, after = _of(point, "start"), _of(point, "start after the one before")
    stays = _of(point, "registration before") != "none" or (
        _of(point, "mentor at another school") == "beyond the start"
    )
    here = _of(point, "registration before").startswith("at the school")
    return (
        (_of(point, "teacher") == "held" or _plain(point, *_OF_TEACHER))
        and (start in AHEAD["start"][1:] or _plain(point, "contract period of the start"))
        and (stays or _plain(point, "registered at the school", "leaves the other school"))
        and (stays or after == "two days or more")
        and (not here or _plain(point, "registered at the school"))
        and _possible_school(point)
        and (start != "later than that" or after != "one day after training that has begun")
    )


def _possible_school(point: Point) -> bool:
    asked, body = _of(point, "asked"), _of(point, "appropriate body")
    return (
        (asked != BEFORE_2024 or body == "teaching school hub")
        and (asked == SINCE_2025 or _plain(point, "section 41 approved", "unfinished training"))
        and (asked == SINCE_2025 or body == "national" or _plain(point, "independent"))
    )


_OF_TEACHER = ("identity confirmed", "prohibited from teaching", "TRS induction status")


def _day(point: Point) -> date:
    return {BEFORE_2025: date(2025, 3, 1), BEFORE_2024: BEFORE_MARK}.get(_of(point, "asked"), ON)


def start_of(point: Point) -> date:
    """The day from which the school wants to register the teacher."""
    days = {"within four months": ONE_DAY + ON, "later than that": _FAR, "too early": _TOO_EARLY}
    return days.get(_of(point, "start"), _day(point))


def records(point: Point) -> list[Record]:
    """The teacher's earlier time at schools, and the school. A dimension that is not there is plain."""
    found: list[Record] = []
    for trn in (ECT, MENTOR) if _of(point, "teacher") == "held" else ():
        status = _of(point, "TRS induction status")
        told = {"not concluded": InductionStatus.IN_PROGRESS, NOT_TOLD: None}
        induction = told[status] if status in told else InductionStatus(status)
        found.append(Teacher(trn, induction, TOLD[_of(point, "prohibited from teaching")]))
    found.append(
        School(
            SCHOOL,
            _STATUSES[_of(point, "GIAS status")],
            _TYPES[_of(point, "independent")],
            TOLD[_of(point, "section 41 approved")],
        )
    )
    if _of(point, "unfinished training") == "some":
        found.append(EctAtSchoolPeriod("colleague", "3000001", SCHOOL, LONG_AGO))
        found.append(TrainingPeriod("theirs", TrainingProgramme.SCHOOL_LED, LONG_AGO, "colleague"))
    found.extend(_contract_periods(point))
    found.extend(_as_ect(point))
    found.extend(_as_mentor(point))
    return found


def _contract_periods(point: Point) -> list[Record]:
    told = _of(point, "contract period of the start")
    of_start = contract_period_of(start_of(point))
    found: list[Record] = [ContractPeriod(2024, True), ContractPeriod(2025, True)]
    others = [period for period in found if period != ContractPeriod(of_start, True)]
    if told == "not recorded":
        return others
    return [*others, ContractPeriod(of_start, _OPEN[told])]


def _as_ect(point: Point) -> list[Record]:
    found: list[Record] = []
    last = start_of(point) - ONE_DAY
    before = _of(point, "registration before")
    if before != "none":
        urn = SCHOOL if before.startswith("at the school") else ELSEWHERE
        ended = last if before == "with a last day" else None
        first = last - _days_before(point)
        found.append(EctAtSchoolPeriod("before", ECT, urn, first, ended))
        found.extend(_training(point, "before", None))
    if _of(point, "registered at the school") == "without a last day":
        found.append(EctAtSchoolPeriod("here", ECT, SCHOOL, LONG_AGO))
    training = _of(point, "training as a mentor")
    if training != "none":
        found.append(MentorAtSchoolPeriod("own mentor period", ECT, ELSEWHERE, LONG_AGO))
        stopped = datetime(2024, 3, 1, tzinfo=UTC)
        led_by = "SCHOOL_LED" if training == "school-led" else "PROVIDER_LED"
        found.append(
            TrainingPeriod(
                "own mentor training",
                TrainingProgramme[led_by],
                LONG_AGO,
                None,
                "own mentor period",
                BEFORE if training == "ended" else None,
                withdrawn_at=stopped if training == "withdrawn" else None,
                deferred_at=stopped if training == "deferred" else None,
            )
        )
    return found


def _as_mentor(point: Point) -> list[Record]:
    found: list[Record] = []
    last = start_of(point) - ONE_DAY
    if _of(point, "mentor at another school") != "no":
        ended = last if _of(point, "mentor at another school") == "until the start" else None
        first = last - _days_before(point)
        found.append(MentorAtSchoolPeriod("elsewhere", MENTOR, ELSEWHERE, first, ended))
        found.extend(_training(point, None, "elsewhere"))
    if _of(point, "mentor at the school") == "without a last day":
        found.append(MentorAtSchoolPeriod("here as mentor", MENTOR, SCHOOL, LONG_AGO))
    return found


def _days_before(point: Point) -> timedelta:
    """By how many days more than one the start comes after the one before."""
    after = _of(point, "start after the one before")
    return {"two days or more": 1, "one day": 0}.get(after, 9) * ONE_DAY


def _training(point: Point, as_ect: str | None, as_mentor: str | None) -> list[Record]:
    start, on = start_of(point), _day(point)
    begins = {
        "one day after training that has begun": start - ONE_DAY,
        "none after training to come": max(start, on + ONE_DAY),
    }
    after = _of(point, "start after the one before")
    if after not in begins:
        return []
    led = TrainingProgramme.PROVIDER_LED
    return [TrainingPeriod("training there", led, begins[after], as_ect, as_mentor)]


def view_as_ect(world: World, point: Point) -> EctCandidate:
    """The candidate, with what the school answers."""
    return world.ect_candidate(
        ECT,
        SCHOOL,
        start_of(point),
        identity_confirmed=TOLD[_of(point, "identity confirmed")],
        email_in_use=TOLD[_of(point, "e-mail address in use")],
        appropriate_body=_BODIES[_of(point, "appropriate body")],
    )


def view_as_mentor(world: World, point: Point) -> MentorCandidate:
    """The candidate, with what the school answers."""
    of_whom = {"another teacher": ECT, "the same teacher": MENTOR, NOT_TOLD: None}
    return world.mentor_candidate(
        MENTOR,
        SCHOOL,
        start_of(point),
        of_whom[_of(point, "the ECT")],
        identity_confirmed=TOLD[_of(point, "identity confirmed")],
        email_in_use=TOLD[_of(point, "e-mail address in use")],
        here_only=TOLD[_of(point, "leaves the other school")],
    )


_TEACHER: Conditions = {
    "found in TRS": lambda p: p["teacher"] == "held",
    "identity confirmed": lambda p: p["identity confirmed"] == "yes",
    "no prohibition": lambda p: p["prohibited from teaching"] == "no",
    "an e-mail address of their own": lambda p: p["e-mail address in use"] == "no",
}
_ECT: Conditions = _TEACHER | {
    "induction neither passed, failed nor exempt": lambda p: (
        p["TRS induction status"] in ("not concluded", "FailedInWales")
    ),
}
_MENTOR: Conditions = _TEACHER | {
    "not the ECT themselves": lambda p: p["the ECT"] == "another teacher",
}
_NOT_IN_TRAINING: Conditions = {
    "not in training as a mentor": lambda p: p["training as a mentor"] != "under way",
}
_OPEN_FOR_START: Conditions = {
    "registrations are open for a start to come": lambda p: (
        p["contract period of the start"] == "open"
    ),
}
_SOON = ("one day", "one day after training that has begun")
_START_OF_ECT: Conditions = _OPEN_FOR_START | {
    "not too early": lambda p: p["start"] != "too early",
    "not registered here already": lambda p: (
        p["registered at the school"] == "no"
        and p["registration before"] != "at the school, without a last day"
    ),
    "two days or more after the one before": lambda p: p["start after the one before"] not in _SOON,
    "within four months where the one before goes on": lambda p: (
        p["start"] != "later than that"
        or p["registration before"] != "elsewhere, without a last day"
    ),
}
_START_OF_MENTOR: Conditions = _OPEN_FOR_START | {
    "not a mentor here already": lambda p: p["mentor at the school"] == "no",
    "two days or more after the one before, where the mentor leaves it": lambda p: (
        p["start after the one before"] not in _SOON or p["leaves the other school"] == "no"
    ),
    "within four months, where the mentor leaves another school": lambda p: (
        p["start"] != "later than that"
        or p["mentor at another school"] != "beyond the start"
        or p["leaves the other school"] == "no"
    ),
}
_NOT_CLOSED: Conditions = {
    "a school that is not closed": lambda p: p["GIAS status"] == "not closed"
}


def _approved(point: Point) -> bool:
    return (
        point["asked"] != SINCE_2025
        or point["independent"] == "no"
        or point["section 41 approved"] == "yes"
    )


_SCHOOL_OF_ECT: Conditions = _NOT_CLOSED | {
    "not independent, or approved under section 41": _approved,
    "an appropriate body that the school may have": lambda p: (
        p["appropriate body"] == "teaching school hub"
        or (p["appropriate body"] == "national" and p["independent"] == "yes")
    ),
}
_SCHOOL_OF_MENTOR: Conditions = _NOT_CLOSED | {
    "not independent, or approved under section 41, or with unfinished training": lambda p: (
        _approved(p) or p["unfinished training"] == "some"
    ),
}


def _of_ect(year: int | None, part: str, dimensions: Dimensions, needed: Conditions) -> Space:
    every = "ect_registrable", year, dimensions, possible, records, view_as_ect, _day, needed
    return Space(*every, part=part)


def _of_mentor(part: str, dimensions: Dimensions, needed: Conditions) -> Space:
    every = "mentor_registrable", None, dimensions, possible, records, view_as_mentor, _day, needed
    return Space(*every, part=part)


_START = "the start"
_AT_SCHOOL = "the school"
SPACES = (
    _of_ect(2025, "the teacher", TEACHER | OF_ECT, _ECT),
    _of_ect(
        2024,
        "the teacher",
        TEACHER | OF_ECT | MENTOR_TRAINING,
        _ECT | _NOT_IN_TRAINING,
    ),
    *(
        _of_ect(year, *rest)
        for year in (2024, 2025)
        for rest in (
            (_START, AHEAD_OR_EARLY | BEFORE_AS_ECT | AFTER, _START_OF_ECT),
            (_AT_SCHOOL, PLACE_AND_BODY, _SCHOOL_OF_ECT),
        )
    ),
    _of_mentor("the teacher", TEACHER | OF_MENTOR, _MENTOR),
    _of_mentor(_START, AHEAD | BEFORE_AS_MENTOR | AFTER, _START_OF_MENTOR),
    _of_mentor(_AT_SCHOOL, PLACE, _SCHOOL_OF_MENTOR),
)
COMPARED = (_of_ect(None, "", TEACHER | OF_ECT | MENTOR_TRAINING, {}),)
