"""The situations of an ECT: funding of the ECT's own training."""

from __future__ import annotations

from datetime import UTC, date, datetime

from ect_rules.facts import (
    ContractPeriod,
    EcfEligibility,
    EctAtSchoolPeriod,
    EctFundingFacts,
    EligibilityReason,
    EligibilityStatus,
    InductionOutcome,
    InductionPeriod,
    InductionStatus,
    ParticipantRole,
    Record,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.space.people import (
    BEFORE,
    BEFORE_2021,
    BEFORE_2023,
    BEFORE_ALL,
    ECT,
    LAST,
    LATER,
    LONG_AGO,
    ON,
    SCHOOL,
    SCHOOLS,
    SINCE,
    TOLD,
)
from ect_rules.space.space import NOT_TOLD, Conditions, Dimensions, Known, Point, Space
from ect_rules.world import World

REGISTRATION: Dimensions = {
    "teacher": ("held", "not held"),
    "ECT at the school": ("now", "later", "before", "never"),
    "the school": ("eligible", "not eligible", NOT_TOLD),
}
PERSON: Dimensions = {
    "prohibited from teaching": ("no", "yes", NOT_TOLD),
    "QTS": ("held", "to be awarded", "not held", NOT_TOLD),
}
EARLY, EARLY_TO_COME, EARLY_ASKED = (
    "begun before September 2021",
    "to come before September 2021",
    "begun before September 2021, asked before September 2023",
)
INDUCTION: Dimensions = {
    "TRS induction status": (
        "InProgress",
        "RequiredToComplete or None",
        "Passed",
        "Failed",
        "FailedInWales",
        "Exempt",
        NOT_TOLD,
    ),
    "seen to be exempt": ("never", "by the day", "later"),
    "induction period": ("begun", "to come", EARLY, EARLY_ASKED, EARLY_TO_COME, "none"),
    "outcome of induction": (
        "none",
        "to come",
        "passed since September 2023",
        "failed since September 2023",
        "passed before September 2023",
        "failed before September 2023",
    ),
}
# What the earlier service found. Not told, and not missing either: other facts stand in for it.
RECORDS_SAY = "not found out, so that the records say"
OF_PERSON: Dimensions = {
    "active flags": ("no", "yes", "refused by hand", NOT_TOLD),
    "took part in the early roll-out": ("no", "yes", NOT_TOLD),
    "another TRN": ("no", "yes", NOT_TOLD),
    "no QTS by the check": ("no", "yes", RECORDS_SAY),
}
OF_INDUCTION: Dimensions = {
    "previous induction by the check": ("no", "yes", RECORDS_SAY),
    "no induction by the check": ("no", "yes", RECORDS_SAY),
}
OF_EXEMPTION: Dimensions = {"exempt by the check": ("no", "yes", RECORDS_SAY)}
CHECKED = OF_PERSON | OF_INDUCTION | OF_EXEMPTION
FREEZES = {
    "of a contract period that pays": None,
    "of one that no longer pays": datetime(2024, 3, 1, tzinfo=UTC),
    "of one that will not pay later": datetime(2027, 1, 1, tzinfo=UTC),
}
PAYMENTS: Dimensions = {
    "training": ("none", *FREEZES, NOT_TOLD),
    "became eligible for training": ("never", "once"),
}
_DIMENSIONS = REGISTRATION | PERSON | INDUCTION | CHECKED | PAYMENTS
_KNOWN = Known(_DIMENSIONS)
_of, _plain = _KNOWN.of, _KNOWN.plain

_REGISTERED = {"now": (LONG_AGO, None), "later": (LATER, None), "before": (LONG_AGO, BEFORE)}
_BEGINS = {"begun": LONG_AGO, "to come": LATER} | dict.fromkeys(
    (EARLY, EARLY_ASKED, EARLY_TO_COME), BEFORE_2021
)
_ENDS = {"to come": LAST, "since September 2023": SINCE, "before September 2023": BEFORE}


def possible(point: Point) -> bool:
    """What cannot go together is left out, and what does not matter has its first value."""
    at, flags = _of(point, "ECT at the school"), _of(point, "active flags")
    return (
        (_of(point, "teacher") == "held" or at == "never")
        and (at != "never" or _plain(point, *_DIMENSIONS, but=("ECT at the school", "teacher")))
        and (at != "before" or _plain(point, "the school"))
        and (flags != "refused by hand" or _plain(point, *CHECKED, but=("active flags",)))
        and _of(point, "outcome of induction") in _OUTCOMES[_of(point, "induction period")]
    )


_ALL = INDUCTION["outcome of induction"]
_OUTCOMES: Dimensions = {
    "none": _ALL[:1],
    "to come": _ALL[:2],
    EARLY_TO_COME: _ALL[:2],
    # Whether before September 2023 matters only of an induction begun before September 2021.
    "begun": _ALL[:4],
    EARLY: _ALL,
    EARLY_ASKED: (*_ALL[:2], *_ALL[4:]),
}


def records(point: Point) -> list[Record]:
    """The ECT's registration, induction and training. A dimension that is not there is plain."""
    found: list[Record] = []
    at, period = _of(point, "ECT at the school"), _of(point, "induction period")
    if _of(point, "teacher") == "held":
        found.append(_teacher(point))
    if at != "never":
        found.append(SCHOOLS[_of(point, "the school")])
        found.append(EctAtSchoolPeriod("ECT", ECT, SCHOOL, *_REGISTERED[at]))
    if period != "none":
        outcome, _, when = _of(point, "outcome of induction").partition(" ")
        ended = {"passed": InductionOutcome.PASS, "failed": InductionOutcome.FAIL}
        last = None if outcome == "none" else _ENDS[when if outcome in ended else "to come"]
        how = None if outcome == "none" else ended.get(outcome, InductionOutcome.PASS)
        found.append(InductionPeriod("induction", ECT, _BEGINS[period], last, how))
    training = _of(point, "training")
    if training != "none":
        led = TrainingProgramme.PROVIDER_LED
        found.append(TrainingPeriod("training", led, LONG_AGO, "ECT", contract_period=2022))
    if training in FREEZES:
        found.append(ContractPeriod(2022, True, FREEZES[training]))
    found.append(_checks(point))
    return found


def _teacher(point: Point) -> Teacher:
    status, qts = _of(point, "TRS induction status"), _of(point, "QTS")
    once = _of(point, "became eligible for training") == "once"
    told = {
        "RequiredToComplete or None": InductionStatus.REQUIRED_TO_COMPLETE,
        NOT_TOLD: None,
    }
    seen = {"by the day": BEFORE_ALL, "later": LATER}
    return Teacher(
        ECT,
        told[status] if status in told else InductionStatus(status),
        TOLD[_of(point, "prohibited from teaching")],
        qts_held={"held": True, "not held": False}.get(qts),
        qts_awarded_on=LATER if qts == "to be awarded" else None,
        ect_first_became_eligible_for_training_at=datetime(2022, 10, 1, tzinfo=UTC)
        if once
        else None,
        ect_became_ineligible_for_funding_on=seen.get(_of(point, "seen to be exempt")),
    )


def _checks(point: Point) -> EcfEligibility:
    if _of(point, "active flags") == "refused by hand":
        status, reason = EligibilityStatus.INELIGIBLE, EligibilityReason.ACTIVE_FLAGS
        return EcfEligibility("checks", ECT, ParticipantRole.ECT, status, reason, True)
    found = [TOLD.get(_of(point, name)) for name in CHECKED]
    flags, took_part, other_trn, no_qts, before, no_induction, exempt = found
    return EcfEligibility(
        "checks",
        ECT,
        ParticipantRole.ECT,
        active_flags=flags,
        previous_participation=took_part,
        previous_induction=before,
        no_qts=no_qts,
        different_trn=other_trn,
        exempt_from_induction=exempt,
        no_induction=no_induction,
    )


def view(world: World, _: Point) -> EctFundingFacts:
    """The registration and what the funding of its training goes by."""
    return world.ect_funding(ECT, ON)


def _day(point: Point) -> date:
    days = {EARLY_ASKED: BEFORE_2023, EARLY_TO_COME: BEFORE_ALL}
    return days.get(_of(point, "induction period"), ON)


def induction_status(point: Point) -> str:
    """The induction status on the day: an outcome says when induction was concluded."""
    status, outcome = point["TRS induction status"], point["outcome of induction"]
    if status not in ("Passed", "Failed", "FailedInWales") and outcome not in ("none", "to come"):
        return "Passed" if outcome.startswith("passed") else "Failed"
    if status in ("Passed", "Failed") and outcome == "to come":
        return "InProgress"
    return status


_GOES_ON = ("InProgress", "RequiredToComplete or None")
_REGISTERED_NOW: Conditions = {
    "an ECT at the school now or later": lambda p: p["ECT at the school"] in ("now", "later"),
    "an eligible school": lambda p: p["the school"] == "eligible",
}
_OF_PERSON: Conditions = {
    "no prohibition": lambda p: p["prohibited from teaching"] == "no",
}
_OF_INDUCTION: Conditions = {
    "neither exempt nor concluded by the day": lambda p: (
        induction_status(p) in _GOES_ON and p["seen to be exempt"] != "by the day"
    ),
}
_QTS: Conditions = {"QTS on the day": lambda p: p["QTS"] == "held"}
_BEGUN: Conditions = {
    "induction has begun": lambda p: (
        p["induction period"] not in ("to come", EARLY_TO_COME, "none")
    ),
    "of an induction begun before September 2021 the rest is funded": lambda p: (
        p["induction period"] != EARLY_ASKED
    ),
}
_CHECKS_OF_PERSON: Conditions = {
    "no flags": lambda p: p["active flags"] == "no",
    "no part in the early roll-out": lambda p: p["took part in the early roll-out"] == "no",
    "the same TRN": lambda p: p["another TRN"] == "no",
    "QTS by the check, or where it is not told on the day": lambda p: (
        p["no QTS by the check"] == "no"
        or (p["no QTS by the check"] == RECORDS_SAY and p["QTS"] == "held")
    ),
}
_NO_EXEMPTION: Conditions = {
    "no exemption by the check": lambda p: p["exempt by the check"] != "yes",
}
_CHECKS_OF_INDUCTION: Conditions = {
    "no previous induction by the check, or where it is not told by the records": lambda p: (
        p["previous induction by the check"] == "no"
        or (
            p["previous induction by the check"] == RECORDS_SAY
            and (
                p["induction period"] not in (EARLY, EARLY_ASKED, EARLY_TO_COME)
                or induction_status(p) == "InProgress"
            )
        )
    ),
    "an induction by the check, or where it is not told by the records": lambda p: (
        p["no induction by the check"] == "no"
        or (
            p["no induction by the check"] == RECORDS_SAY
            and (p["induction period"] != "none" or p["TRS induction status"] == "InProgress")
        )
    ),
}


def _space(year: int | None, dimensions: Dimensions, needed: Conditions, part: str) -> Space:
    every = "ect_funding", year, dimensions, possible, records, view, _day, needed
    return Space(*every, part=part)


_AT_SCHOOL, _ECT, _THEIR_INDUCTION = "the registration", "the ECT", "the induction"
_ASIDE = "payments and what is published"
SPACES = (
    _space(2025, REGISTRATION, _REGISTERED_NOW, _AT_SCHOOL),
    _space(2025, PERSON, _OF_PERSON | _QTS, _ECT),
    _space(2025, INDUCTION, _OF_INDUCTION | _BEGUN, _THEIR_INDUCTION),
    _space(2025, PAYMENTS, {}, _ASIDE),
    _space(2024, REGISTRATION | OF_EXEMPTION, _REGISTERED_NOW | _NO_EXEMPTION, _AT_SCHOOL),
    _space(2024, PERSON | OF_PERSON, _OF_PERSON | _CHECKS_OF_PERSON, _ECT),
    _space(
        2024,
        INDUCTION | OF_INDUCTION,
        _OF_INDUCTION | _CHECKS_OF_INDUCTION,
        _THEIR_INDUCTION,
    ),
    _space(2024, PAYMENTS, {}, _ASIDE),
)
COMPARED = (_space(None, REGISTRATION | PERSON | INDUCTION | CHECKED, {}, ""),)
