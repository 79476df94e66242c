"""The situations of a mentor among colleagues: replacement, replacing, unfunded or ordinary."""

from __future__ import annotations

from datetime import UTC, date, datetime

from ect_rules.facts import (
    Declaration,
    DeclarationType,
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorKindFacts,
    MentorLostFundingReason,
    MentorshipPeriod,
    PaymentStatus,
    Record,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.space.people import BEFORE, COLLEAGUE, ECT, LONG_AGO, MENTOR, ON, SCHOOL, SINCE
from ect_rules.space.people import LED as LED_BY
from ect_rules.space.space import NOT_TOLD, Conditions, Dimensions, Known, Point, Space
from ect_rules.world import World

OTHER_ECT = "4000001"
PERSON: Dimensions = {
    "teacher": ("held", "not held"),
    "at a school": ("now", "before", "never"),
    "mentorship": ("goes on", "ended", "none"),
}
OWN: Dimensions = {
    "own training": ("none", "begun since", "under way when it began", "over by then"),
    "loss of funding": ("none", "recorded"),
    "day of the loss": ("none, or since it began", "before", NOT_TOLD),
}
LED = "provider-led when it began"
LED_BEFORE = "provider-led and ended before"
DECLARED, UNDECLARED = "gone, with a declaration from that time", "gone, without one that counts"
STAYS, GOES_ON = "goes on, with a declaration", "goes on, without one that counts"
OF_ECT: Dimensions = {
    "the ECT": ("known", NOT_TOLD),
    "training of the ECT": (LED, LED_BEFORE, "school-led", NOT_TOLD),
    "earlier mentor of the ECT": ("none", DECLARED, UNDECLARED, STAYS, GOES_ON),
    "who that was": ("known", NOT_TOLD),
}
ANOTHER = "another ECT, until then"
BEFORE_THEN: Dimensions = {
    "mentored before": (
        "nobody else",
        ANOTHER,
        "another ECT, not until then",
        "the same ECT elsewhere, until then",
    ),
    "training of that ECT": ("provider-led", "school-led", NOT_TOLD),
    "that ECT": ("known", NOT_TOLD),
}
PROVIDER: Dimensions = {
    "provider of the ECT": ("confirmed", "chosen only", NOT_TOLD),
    "trained by that provider": ("no", "as a mentor", "as an ECT", NOT_TOLD),
}
YEARS: Dimensions = {
    "contract period of the ECT": ("from 2025", "up to 2024"),
    "own contract period": ("from 2025", "up to 2024"),
}
DIMENSIONS = PERSON | OWN | OF_ECT | BEFORE_THEN | PROVIDER | YEARS
_KNOWN = Known(DIMENSIONS)
_of, _plain = _KNOWN.of, _KNOWN.plain
_NEW = ("none", "begun since")
_SAME_WARNINGS = (
    "loss of funding",
    "the ECT",
    "training of the ECT",
    "who that was",
    "mentored before",
    "provider of the ECT",
)
_LOST_ON = {"none, or since it began": date(2025, 1, 1), "before": BEFORE}


def possible(point: Point) -> bool:
    """What cannot go together is left out, and what does not matter has its first value."""
    at, goes = _of(point, "at a school"), _of(point, "mentorship") == "goes on"
    return (
        (_of(point, "teacher") == "held" or at == "never")
        and (at != "never" or _of(point, "mentorship") == "none")
        and (at == "now" or not goes)
        and (goes or _plain(point, *list(DIMENSIONS)[3:]))
        and _possible_of_ect(point)
        and (_of(point, "training of the ECT") in (LED, LED_BEFORE) or _plain(point, *PROVIDER))
        and (_of(point, "trained by that provider") != "as a mentor" or _trained(point))
        and (_trained(point) or _plain(point, "own contract period"))
        # Only warnings depend on the contract periods: what cannot change those is left as it is.
        and (_plain(point, *YEARS) or _plain(point, *_SAME_WARNINGS))
    )


def _possible_of_ect(point: Point) -> bool:
    own, earlier = _of(point, "own training"), _of(point, "earlier mentor of the ECT")
    lost, before = _of(point, "loss of funding") == "recorded", _of(point, "mentored before")
    new = own in _NEW and not lost
    counts = new or own == "under way when it began"
    return (
        (lost or _plain(point, "day of the loss"))
        and (counts or _plain(point, "the ECT"))
        and ((new and _of(point, "training of the ECT") in (LED, NOT_TOLD)) or _leaves(point))
        and (_of(point, "the ECT") == "known" or earlier == "none")
        and (_of(point, "who that was") == "known" or earlier in (DECLARED, STAYS))
        and (counts or before == "nobody else")
        and (before == ANOTHER or _plain(point, "training of that ECT", "that ECT"))
    )


def _leaves(point: Point) -> bool:
    return _of(point, "earlier mentor of the ECT") in ("none", GOES_ON)


def _trained(point: Point) -> bool:
    return _of(point, "own training") != "none"


def records(point: Point) -> list[Record]:
    """The mentor, the ECT whom they mentor, and who else is or was there."""
    found: list[Record] = []
    if _of(point, "teacher") == "held":
        lost = _of(point, "loss of funding") == "recorded"
        reason = MentorLostFundingReason.STARTED_NOT_COMPLETED if lost else None
        lost_on = _LOST_ON.get(_of(point, "day of the loss")) if lost else None
        found.append(Teacher(MENTOR, None, None, lost_on, reason))
    at, mentorship = _of(point, "at a school"), _of(point, "mentorship")
    if at != "never":
        left = BEFORE if at == "before" else None
        found.append(MentorAtSchoolPeriod("mentor", MENTOR, SCHOOL, LONG_AGO, left))
    if mentorship == "none":
        return found
    days = (SINCE, None) if mentorship == "goes on" else (LONG_AGO, BEFORE)
    found.append(MentorshipPeriod("mentorship", "ECT", "mentor", *days))
    if _of(point, "the ECT") == "known":
        found.append(Teacher(ECT))
        found.append(EctAtSchoolPeriod("ECT", ECT, SCHOOL, LONG_AGO))
    return [*found, *_of_the_ect(point), *_earlier(point), *_own(point), *_before(point)]


def _of_the_ect(point: Point) -> list[Record]:
    training = _of(point, "training of the ECT")
    if training == NOT_TOLD:
        return []
    told = _of(point, "provider of the ECT")
    led = training in (LED, LED_BEFORE)
    return [
        TrainingPeriod(
            "training",
            TrainingProgramme.PROVIDER_LED if led else TrainingProgramme.SCHOOL_LED,
            LONG_AGO,
            "ECT",
            None,
            BEFORE if training == LED_BEFORE else None,
            "a provider" if led else None,
            {"confirmed": True, "chosen only": False}.get(told) if led else None,
            2025 if _plain(point, "contract period of the ECT") else 2024,
        )
    ]


def _earlier(point: Point) -> list[Record]:
    earlier = _of(point, "earlier mentor of the ECT")
    if earlier == "none":
        return []
    last = None if earlier in (STAYS, GOES_ON) else BEFORE
    found: list[Record] = [MentorshipPeriod("earlier", "ECT", "colleague", LONG_AGO, last)]
    if _of(point, "who that was") == NOT_TOLD:
        return found
    day = datetime(2023, 1, 10, tzinfo=UTC)
    voided = earlier in (UNDECLARED, GOES_ON)
    status = PaymentStatus.VOIDED if voided else PaymentStatus.PAID
    led, started = TrainingProgramme.PROVIDER_LED, DeclarationType.STARTED
    return [
        *found,
        Teacher(COLLEAGUE),
        MentorAtSchoolPeriod("colleague", COLLEAGUE, SCHOOL, LONG_AGO),
        TrainingPeriod("theirs", led, LONG_AGO, None, "colleague"),
        Declaration("declaration", "theirs", started, day, status),
    ]


def _own(point: Point) -> list[Record]:
    found: list[Record] = []
    provider, by = "a provider", _of(point, "trained by that provider")
    own = _of(point, "own training")
    if own != "none":
        as_mentor = by == "as a mentor"
        found.append(
            TrainingPeriod(
                "own training",
                TrainingProgramme.PROVIDER_LED,
                SINCE if own == "begun since" else LONG_AGO,
                None,
                "mentor",
                BEFORE if own == "over by then" else None,
                provider if as_mentor else None,
                as_mentor,
                2025 if _plain(point, "own contract period") else 2024,
            )
        )
    if by in ("as an ECT", NOT_TOLD):
        found.append(EctAtSchoolPeriod("own as ECT", MENTOR, SCHOOL, date(2019, 9, 1), LONG_AGO))
        found.append(
            TrainingPeriod(
                "own training as ECT",
                TrainingProgramme.PROVIDER_LED,
                date(2019, 9, 1),
                "own as ECT",
                finished_on=date(2021, 7, 31),
                lead_provider=provider,
                partnership_confirmed=None if by == NOT_TOLD else True,
            )
        )
    return found


def _before(point: Point) -> list[Record]:
    before = _of(point, "mentored before")
    if before == "nobody else":
        return []
    last = BEFORE if before.endswith("not until then") else SINCE
    found: list[Record] = [MentorshipPeriod("before", "ECT before", "mentor", LONG_AGO, last)]
    if _of(point, "that ECT") == "known":
        trn = ECT if before.startswith("the same ECT") else OTHER_ECT
        found.append(Teacher(trn))
        found.append(EctAtSchoolPeriod("ECT before", trn, SCHOOL, LONG_AGO))
    told = _of(point, "training of that ECT")
    if told in LED_BY:
        found.append(TrainingPeriod("of ECT before", LED_BY[told], LONG_AGO, "ECT before"))
    return found


def view(world: World, _: Point) -> MentorKindFacts:
    """The mentor, and who mentored the same ECT."""
    return world.mentor_kind(MENTOR)


_NEEDED: Conditions = {
    "a mentorship that goes on or is to come": lambda p: p["mentorship"] == "goes on",
    "new to the training, with funding not lost": lambda p: (
        p["own training"] in _NEW and p["loss of funding"] == "none"
    ),
    "an ECT who was in provider-led training when it began": lambda p: (
        p["training of the ECT"] == LED and p["the ECT"] == "known"
    ),
    "an earlier mentor of theirs with a declaration from that time": lambda p: (
        p["earlier mentor of the ECT"] in (DECLARED, STAYS) and p["who that was"] == "known"
    ),
    "no other provider-led ECT until then": lambda p: (
        p["mentored before"] != ANOTHER
        or (p["training of that ECT"] == "school-led" and p["that ECT"] in ("known", NOT_TOLD))
    ),
}
SPACES = (Space("mentor_kind", None, DIMENSIONS, possible, records, view, lambda _: ON, _NEEDED),)
