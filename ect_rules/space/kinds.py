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
from ect_rules.space.space import NOT_TOLD, Dimensions, Point, Space
from ect_rules.world import World

OTHER_ECT = "4000001"
NOT_KNOWN = "not known who"
PERSON: Dimensions = {
    "teacher": ("held", "not held"),
    "at a school": ("now", "before", "never"),
    "mentorship": ("goes on", "ended", "none"),
}
TAKES_OVER: Dimensions = {
    "earlier mentor of the ECT": (
        "none",
        "with a declaration from that time",
        "with a voided one",
        "with one from another time",
        NOT_KNOWN,
    ),
    "that mentor": ("has gone", "goes on"),
    "the ECT": ("known", "not known"),
    "training of the ECT": (
        "provider-led when it began",
        "provider-led and ended before",
        "school-led",
        NOT_TOLD,
    ),
}
TAKES_ON: Dimensions = {
    "own training": (
        "none",
        "begun since",
        "under way when it began",
        "withdrawn by then",
        "ended by then",
        "school-led",
    ),
    "loss of funding": ("none", "since it began", "before", "on a day that is not told"),
    "mentored before": (
        "nobody else",
        "another ECT, provider-led, until then",
        "another ECT, provider-led, not until then",
        "another ECT, school-led, until then",
        "another ECT, training not told, until then",
        "the same ECT elsewhere, until then",
        "an ECT who is not known, until then",
    ),
}
PROVIDER: Dimensions = {
    "provider of the ECT": ("confirmed", "chosen only", NOT_TOLD),
    "trained by that provider": ("no", "as a mentor", "as an ECT", NOT_TOLD),
}
DIMENSIONS = PERSON | TAKES_OVER | TAKES_ON | PROVIDER
YEARS: Dimensions = {
    "contract period of the ECT": ("from 2025", "up to 2024"),
    "own contract period": ("from 2025", "up to 2024"),
}
KNOWN = DIMENSIONS | YEARS
_NEW = ("none", "begun since", "school-led")
_LOST_ON = {"since it began": date(2025, 1, 1), "before": BEFORE}


def _of(point: Point, name: str) -> str:
    return point.get(name, KNOWN[name][0])


def _plain(point: Point, *names: str) -> bool:
    return all(_of(point, name) == KNOWN[name][0] for name in names)


def possible(point: Point) -> bool:
    """What cannot go together is left out, and what does not matter has its first value."""
    at, goes = _of(point, "at a school"), _of(point, "mentorship") == "goes on"
    own, lost = _of(point, "own training"), _of(point, "loss of funding")
    training, earlier = _of(point, "training of the ECT"), _of(point, "earlier mentor of the ECT")
    new = own in _NEW and lost == "none" and training in (_LED, NOT_TOLD)
    by_provider = _of(point, "trained by that provider")
    return (
        (_of(point, "teacher") == "held" or at == "never")
        and (at != "never" or _of(point, "mentorship") == "none")
        and (at == "now" or not goes)
        and (goes or _plain(point, *list(KNOWN)[3:]))
        and (earlier != "none" or _of(point, "that mentor") == "has gone")
        and (_of(point, "the ECT") == "known" or earlier == "none")
        and (new or earlier in ("none", "with a declaration from that time"))
        and (new or own == "under way when it began" or _plain(point, "mentored before", "the ECT"))
        and (training in (_LED, _LED_BEFORE) or _plain(point, *PROVIDER))
        and (by_provider != "as a mentor" or own not in ("none", "school-led"))
    )


_LED, _LED_BEFORE = TAKES_OVER["training of the ECT"][:2]


def records(point: Point) -> list[Record]:
    """The mentor, the ECT whom they mentor, and who else is or was there."""
    found: list[Record] = []
    if _of(point, "teacher") == "held":
        lost, reason = (
            _of(point, "loss of funding"),
            MentorLostFundingReason.COMPLETED_DURING_EARLY_ROLL_OUT,
        )
        told = None if lost == "none" else reason
        found.append(Teacher(MENTOR, None, None, _LOST_ON.get(lost), told))
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
    led = training in (_LED, _LED_BEFORE)
    return [
        TrainingPeriod(
            "training",
            TrainingProgramme.PROVIDER_LED if led else TrainingProgramme.SCHOOL_LED,
            LONG_AGO,
            "ECT",
            None,
            BEFORE if training == _LED_BEFORE else None,
            "a provider" if led else None,
            {"confirmed": True, "chosen only": False}.get(told) if led else None,
            2025 if _plain(point, "contract period of the ECT") else 2024,
        )
    ]


def _earlier(point: Point) -> list[Record]:
    earlier = _of(point, "earlier mentor of the ECT")
    if earlier == "none":
        return []
    goes_on = _of(point, "that mentor") == "goes on"
    last = None if goes_on else BEFORE
    found: list[Record] = [MentorshipPeriod("earlier", "ECT", "colleague", LONG_AGO, last)]
    if earlier == NOT_KNOWN:
        return found
    within = datetime(2023, 1, 10, tzinfo=UTC)
    day = datetime(2022, 1, 10, tzinfo=UTC) if earlier.endswith("another time") else within
    voided = earlier == "with a voided one"
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
        led = "SCHOOL_LED" if own == "school-led" else "PROVIDER_LED"
        ended, withdrawn = own == "ended by then", own == "withdrawn by then"
        as_mentor = by == "as a mentor"
        found.append(
            TrainingPeriod(
                "own training",
                TrainingProgramme[led],
                SINCE if own == "begun since" else LONG_AGO,
                None,
                "mentor",
                BEFORE if ended else None,
                provider if as_mentor else None,
                as_mentor,
                2025 if _plain(point, "own contract period") else 2024,
                datetime(2023, 3, 1, tzinfo=UTC) if withdrawn else None,
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
    found: list[Record] = [MentorshipPeriod("before", "other ECT", "mentor", LONG_AGO, last)]
    if not before.startswith("an ECT who is not known"):
        trn = ECT if before.startswith("the same ECT") else OTHER_ECT
        found.append(Teacher(trn))
        found.append(EctAtSchoolPeriod("other ECT", trn, SCHOOL, LONG_AGO))
    if "not told" not in before:
        led = "SCHOOL_LED" if "school-led" in before else "PROVIDER_LED"
        found.append(TrainingPeriod("of other ECT", TrainingProgramme[led], LONG_AGO, "other ECT"))
    return found


def view(world: World, _: Point) -> MentorKindFacts:
    """The mentor, and who mentored the same ECT."""
    return world.mentor_kind(MENTOR)


SPACES = (
    Space(
        "mentor_kind",
        None,
        DIMENSIONS,
        possible,
        records,
        view,
        lambda _: ON,
        {
            "a mentorship that goes on or is to come": lambda p: p["mentorship"] == "goes on",
            "new to the training, with funding not lost": lambda p: (
                p["own training"] in _NEW and p["loss of funding"] == "none"
            ),
            "with an ECT who was in provider-led training when it began": lambda p: (
                p["training of the ECT"] == _LED and p["the ECT"] == "known"
            ),
            "with whom an earlier mentor had a declaration": lambda p: (
                p["earlier mentor of the ECT"] == "with a declaration from that time"
            ),
            "and no other provider-led ECT then": lambda p: (
                p["mentored before"] not in _ANOTHER_THEN
            ),
        },
    ),
)
_ANOTHER_THEN = (
    "another ECT, provider-led, until then",
    "another ECT, training not told, until then",
    "an ECT who is not known, until then",
)
