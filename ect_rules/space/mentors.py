"""The situations of a mentor: funding, training, and whether the record may be held."""

from __future__ import annotations

from datetime import UTC, date, datetime

from ect_rules.facts import (
    ClawbackStatus,
    ContractPeriod,
    Declaration,
    DeclarationType,
    EcfEligibility,
    EctAtSchoolPeriod,
    EligibilityReason,
    EligibilityStatus,
    InductionStatus,
    MentorAtSchoolPeriod,
    MentorFacts,
    MentorLostFundingReason,
    MentorshipPeriod,
    ParticipantRole,
    PaymentStatus,
    ProfileDuplicity,
    Record,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.space.people import (
    BEFORE,
    BEFORE_MARK,
    ECT,
    LATER,
    LED,
    LONG_AGO,
    MENTOR,
    ON,
    SCHOOL,
    SCHOOLS,
    SINCE,
    TOLD,
)
from ect_rules.space.space import NOT_TOLD, Conditions, Dimensions, Known, Point, Space
from ect_rules.world import World

LOST = {
    "none": None,
    "trained in the early roll-out": MentorLostFundingReason.COMPLETED_DURING_EARLY_ROLL_OUT,
    "completed": MentorLostFundingReason.COMPLETED_DECLARATION_RECEIVED,
    "started and not completed": MentorLostFundingReason.STARTED_NOT_COMPLETED,
    "started and not completed, asked before 31 July 2024": (
        MentorLostFundingReason.STARTED_NOT_COMPLETED
    ),
}
HELD: Dimensions = {"teacher": ("held", "not held")}
RECORD: Dimensions = {
    "prohibited from teaching": ("no", "yes", NOT_TOLD),
    "loss of funding": tuple(LOST),
}
PERSON = HELD | RECORD
AT_A_SCHOOL: Dimensions = {"at a school": ("now or later", "before", "never")}
PLACE: Dimensions = AT_A_SCHOOL | {"the school": ("eligible", "not eligible", NOT_TOLD)}
ASSIGNED: Dimensions = {"assigned to an ECT": ("now", "later", "ended", "never")}
ASSIGNED_TWICE: Dimensions = {
    "assigned to an ECT": ("now", "later", "now and later", "ended", "never")
}
LINK: Dimensions = ASSIGNED | {"training of the ECT": ("provider-led", "school-led", NOT_TOLD)}
INDUCTION: Dimensions = {"induction of the ECT": ("goes on", "passed or failed", NOT_TOLD)}
DECLARED: Dimensions = {
    "completed declaration": ("none", "counts", "counts, for a period up to 2024", "voided")
}
PUBLISHED: Dimensions = {"became eligible for training": ("never", "once")}
DECLARATION: Dimensions = {
    "declaration": ("none", "to be paid", "without payment", "voided", "to be recovered")
}
TRAINING: Dimensions = {
    "own training": ("none", "under way", "to come", "ended", "deferred", "withdrawn")
}
ACCESS: Dimensions = {"two years since training began": ("no", "yes")}
ARCHIVED: Dimensions = {"contract period of own training": ("from 2025", "frozen, up to 2024")}
FLAGS: Dimensions = {"active flags": ("no", "yes", NOT_TOLD)}
FROZEN: Dimensions = {"payments for own training": ("made", "frozen", "frozen later")}
CHECKED: Dimensions = {
    "checks of the earlier service": (
        "held",
        "validated by hand as eligible",
        "validated by hand, flags to check",
        "validated by hand as ineligible for flags",
        NOT_TOLD,
    ),
    **FLAGS,
    "took part in the early roll-out": ("no", "yes", NOT_TOLD),
    "another TRN": ("no", "yes", NOT_TOLD),
    "second profile": ("no", "yes", NOT_TOLD),
}
HELD_CHECKS: Dimensions = {"checks of the earlier service": ("held",)}
_KNOWN = Known(
    PERSON
    | PLACE
    | LINK
    | INDUCTION
    | DECLARED
    | PUBLISHED
    | DECLARATION
    | TRAINING
    | ACCESS
    | ARCHIVED
    | FROZEN
    | CHECKED
)
_of, _plain = _KNOWN.of, _KNOWN.plain
VALIDATED = {
    "validated by hand as eligible": (EligibilityStatus.ELIGIBLE, EligibilityReason.NONE),
    "validated by hand, flags to check": (
        EligibilityStatus.MANUAL_CHECK,
        EligibilityReason.ACTIVE_FLAGS,
    ),
    "validated by hand as ineligible for flags": (
        EligibilityStatus.INELIGIBLE,
        EligibilityReason.ACTIVE_FLAGS,
    ),
}
_OWN = {
    "under way": (SINCE, None),
    "to come": (LATER, None),
    "ended": (SINCE, date(2024, 6, 30)),
    "deferred": (SINCE, None),
    "withdrawn": (SINCE, None),
}
_STOPPED = datetime(2024, 3, 1, tzinfo=UTC)
_ASSIGNED = {"now": (SINCE, None), "later": (LATER, None), "ended": (LONG_AGO, BEFORE)}
_AT_SCHOOL = {"now or later": (LONG_AGO, None), "before": (LONG_AGO, BEFORE)}


def possible(point: Point) -> bool:
    """What cannot go together is left out, and what does not matter has its first value."""
    held, at = _of(point, "teacher") == "held", _of(point, "at a school")
    assigned, own = _of(point, "assigned to an ECT"), _of(point, "own training")
    checks = _of(point, "checks of the earlier service")
    return (
        (held or (at == "never" and _plain(point, *PERSON, but=("teacher",))))
        and (at != "never" or assigned == "never")
        and (at == "now or later" or _plain(point, *PLACE, but=("at a school",)))
        and (assigned != "never" or _plain(point, *LINK, but=("assigned to an ECT",)))
        and (assigned in ("now", "later", "now and later") or _plain(point, *INDUCTION))
        and (at != "never" or _plain(point, *(TRAINING | DECLARED)))
        and (held or checks == "held")
        and (checks == "held" or _plain(point, *CHECKED, but=("checks of the earlier service",)))
        and (held or _plain(point, *CHECKED))
        and (_of(point, "prohibited from teaching") != "yes" or _plain(point, *FLAGS))
        and (own != "none" or _plain(point, *(FROZEN | DECLARATION | ARCHIVED)))
        and (own not in ("none", "withdrawn") or _plain(point, *ACCESS))
        and (_of(point, "loss of funding") == "none" or _plain(point, *ACCESS))
        and (assigned == "never" or _plain(point, *ARCHIVED))
        and (_of(point, "loss of funding") == "none" or _plain(point, *ARCHIVED))
    )


def records(point: Point) -> list[Record]:
    """The mentor with everything around them. A dimension that is not in `point` has its first value."""
    found: list[Record] = []
    if _of(point, "teacher") == "held":
        lost = LOST[_of(point, "loss of funding")]
        prohibited = TOLD[_of(point, "prohibited from teaching")]
        once = _of(point, "became eligible for training") == "once"
        found.append(
            Teacher(
                MENTOR,
                None,
                prohibited,
                BEFORE if lost else None,
                lost,
                mentor_first_became_eligible_for_training_at=_STOPPED if once else None,
            )
        )
    if _of(point, "at a school") != "never":
        first, last = _AT_SCHOOL[_of(point, "at a school")]
        found.append(SCHOOLS[_of(point, "the school")])
        found.append(MentorAtSchoolPeriod("mentor", MENTOR, SCHOOL, first, last))
    if _of(point, "assigned to an ECT") != "never":
        found.extend(_link(point))
    found.extend(_training(point))
    if "checks of the earlier service" in point and _of(point, "teacher") == "held":
        found.extend(_checks(point))
    return found


def _link(point: Point) -> list[Record]:
    induction = {"goes on": InductionStatus.IN_PROGRESS, "passed or failed": InductionStatus.PASSED}
    assigned = _of(point, "assigned to an ECT")
    first, last = _ASSIGNED[assigned.removesuffix(" and later")]
    found: list[Record] = [
        Teacher(ECT, induction.get(_of(point, "induction of the ECT"))),
        EctAtSchoolPeriod("ECT", ECT, SCHOOL, first, last),
        MentorshipPeriod("mentorship", "ECT", "mentor", first, last),
    ]
    if _of(point, "training of the ECT") in LED:
        led = LED[_of(point, "training of the ECT")]
        found.append(TrainingPeriod("training", led, first, "ECT", None, last))
    if assigned == "now and later":
        found.append(MentorshipPeriod("later", "another ECT", "mentor", LATER))
    return found


def _training(point: Point) -> list[Record]:
    own, completed = _of(point, "own training"), _of(point, "completed declaration")
    if completed != "none":
        own = "ended"
    if own == "none":
        return []
    first, last = _OWN[own]
    archived = _of(point, "contract period of own training") != "from 2025"
    year = 2022 if archived or completed.endswith("up to 2024") else 2025
    found: list[Record] = [
        TrainingPeriod(
            "own training",
            TrainingProgramme.PROVIDER_LED,
            first,
            None,
            "mentor",
            last,
            contract_period=year,
            withdrawn_at=_STOPPED if own == "withdrawn" else None,
            deferred_at=_STOPPED if own == "deferred" else None,
        )
    ]
    if _of(point, "two years since training began") == "yes":
        led = TrainingProgramme.PROVIDER_LED
        found.append(TrainingPeriod("earlier", led, LONG_AGO, None, "mentor", BEFORE))
    frozen = {"frozen": _STOPPED, "frozen later": datetime(2027, 1, 1, tzinfo=UTC)}
    if archived:
        found.append(ContractPeriod(year, True, _STOPPED))
    elif _of(point, "payments for own training") in frozen:
        found.append(ContractPeriod(year, True, frozen[point["payments for own training"]]))
    if completed != "none":
        counts = completed.startswith("counts")
        status = PaymentStatus.PAYABLE if counts else PaymentStatus.VOIDED
        how = DeclarationType.COMPLETED
        found.append(Declaration("completed", "own training", how, _STOPPED, status))
    paid = {
        "to be paid": (PaymentStatus.ELIGIBLE, ClawbackStatus.NO_CLAWBACK),
        "without payment": (PaymentStatus.NO_PAYMENT, ClawbackStatus.NO_CLAWBACK),
        "voided": (PaymentStatus.VOIDED, ClawbackStatus.NO_CLAWBACK),
        "to be recovered": (PaymentStatus.PAID, ClawbackStatus.AWAITING_CLAWBACK),
    }
    if _of(point, "declaration") in paid:
        started = DeclarationType.STARTED
        money = paid[point["declaration"]]
        found.append(Declaration("started", "own training", started, _STOPPED, *money))
    return found


def _checks(point: Point) -> list[Record]:
    checks = _of(point, "checks of the earlier service")
    if checks == NOT_TOLD:
        return []
    if checks in VALIDATED:
        status, reason = VALIDATED[checks]
        return [EcfEligibility("checks", MENTOR, ParticipantRole.MENTOR, status, reason, True)]
    second = {"yes": ProfileDuplicity.SECONDARY, "no": ProfileDuplicity.SINGLE}
    return [
        EcfEligibility(
            "checks",
            MENTOR,
            ParticipantRole.MENTOR,
            active_flags=TOLD[_of(point, "active flags")],
            previous_participation=TOLD[_of(point, "took part in the early roll-out")],
            different_trn=TOLD[_of(point, "another TRN")],
            profile_duplicity=second.get(_of(point, "second profile")),
        )
    ]


def view(world: World, _: Point) -> MentorFacts:
    """The mentor."""
    return world.mentor(MENTOR)


def _day(point: Point) -> date:
    return (
        BEFORE_MARK if _of(point, "loss of funding").endswith("asked before 31 July 2024") else ON
    )


_UNBARRED: Conditions = {
    "no prohibition": lambda p: p["prohibited from teaching"] == "no",
    "no loss of funding": lambda p: (
        p["loss of funding"] in ("none", "started and not completed, asked before 31 July 2024")
        or (p["loss of funding"] == "completed" and _of(p, "completed declaration") == "voided")
    ),
    "no completed declaration that counts": lambda p: (
        not _of(p, "completed declaration").startswith("counts")
    ),
}
_ASSIGNED_AT_SCHOOL: Conditions = {
    "the teacher is registered as a mentor": lambda p: p["at a school"] != "never",
    "a mentorship has begun": lambda p: p["assigned to an ECT"] in ("now", "ended"),
    "at a school now or later": lambda p: p["at a school"] == "now or later",
    "an eligible school": lambda p: p["the school"] == "eligible",
    "provider-led training of the ECT": lambda p: p["training of the ECT"] == "provider-led",
}
_FUNDABLE = _UNBARRED | _ASSIGNED_AT_SCHOOL
_CHECKED: Conditions = {
    "no check of the earlier service stands against it": lambda p: (
        p["checks of the earlier service"] == "validated by hand as eligible"
        or (
            p["checks of the earlier service"] == "held"
            and all(p[name] == "no" for name in list(CHECKED)[1:])
        )
    ),
}

UNDER_WAY_OR_NONE: Dimensions = {"own training": ("none", "under way", "ended")}

_ALLOWED: Conditions = {
    "the teacher is registered as a mentor": lambda p: p["at a school"] != "never",
    "no prohibition": lambda p: p["prohibited from teaching"] == "no",
    "the earlier service holds its checks": lambda p: (
        p["checks of the earlier service"] != NOT_TOLD
    ),
    "no flags": lambda p: (
        p["checks of the earlier service"] == "validated by hand as eligible"
        or (p["checks of the earlier service"] == "held" and p["active flags"] == "no")
    ),
    "ever assigned to an ECT": lambda p: p["assigned to an ECT"] != "never",
}
_HELD: Conditions = {
    "an ECT now or later, training that goes on, or evidence about funding": lambda p: (
        p["assigned to an ECT"] in ("now", "later", "now and later")
        or p["own training"] in ("under way", "deferred")
        or p["loss of funding"] != "none"
        or p["declaration"] in ("to be paid", "to be recovered")
    ),
}


def _space(
    check: str, year: int | None, dimensions: Dimensions, needed: Conditions, part: str = ""
) -> Space:
    return Space(check, year, dimensions, possible, records, view, _day, needed, part)


_MENTOR, _LINK = "the mentor", "the assignment"
_ASIDE = "what is warned of and published"
_WARNED: Dimensions = INDUCTION | {"own training": ("none", "ended")} | FROZEN | PUBLISHED
_RETAINED: Dimensions = {k: v for k, v in PERSON.items() if k != "prohibited from teaching"}
SPACES = (
    _space("mentor_funding", 2025, PERSON | PLACE | LINK | DECLARED, _FUNDABLE, _MENTOR),
    _space("mentor_funding", 2025, _WARNED, {}, _ASIDE),
    _space("mentor_funding", 2024, RECORD | CHECKED, _UNBARRED | _CHECKED, _MENTOR),
    _space("mentor_funding", 2024, HELD | PLACE | LINK | HELD_CHECKS, _ASSIGNED_AT_SCHOOL, _LINK),
    _space("mentor_funding", 2024, _WARNED | HELD_CHECKS, {}, _ASIDE),
    _space("mentor_training", 2025, PERSON | PLACE | LINK | TRAINING | ACCESS, _FUNDABLE),
    _space(
        "mentor_training",
        2024,
        PERSON
        | AT_A_SCHOOL
        | ASSIGNED
        | UNDER_WAY_OR_NONE
        | ACCESS
        | dict(list(CHECKED.items())[:3]),
        _ALLOWED,
    ),
    _space(
        "record_retention",
        None,
        _RETAINED | AT_A_SCHOOL | ASSIGNED_TWICE | TRAINING | ARCHIVED | DECLARATION,
        _HELD,
    ),
)
COMPARED = (
    _space("mentor_funding", None, PERSON | PLACE | LINK | INDUCTION | DECLARED | CHECKED, {}),
    _space(
        "mentor_training", None, PERSON | PLACE | LINK | INDUCTION | UNDER_WAY_OR_NONE | CHECKED, {}
    ),
)
