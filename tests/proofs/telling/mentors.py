"""The situation of a mentor: funding, training, and whether the record may be held."""

from datetime import date

from ect_rules.dated import london_day as london
from ect_rules.facts import (
    ClawbackStatus,
    DeclarationType,
    EligibilityReason,
    InductionStatus,
    PaymentStatus,
    ProfileDuplicity,
)
from ect_rules.space import mentors
from tests.proofs.telling.schools import ELIGIBLE, eligible
from tests.proofs.telling.words import (
    NOT_TOLD,
    YES_OR_NO,
    checks,
    counts,
    first,
    latest,
    led,
    over,
    period_of,
    stopped,
    when,
)


def declarations(facts):
    """The completed declaration that decides, whether it counts, and for which contract period."""
    completed = [d for d in facts.declarations if d.declaration_type is DeclarationType.COMPLETED]
    counting = [d for d in completed if counts(d)]
    if not counting:
        return "voided" if completed else "none"
    last = max(counting, key=lambda d: d.declaration_date)
    of = next(t for t in facts.training if t.id == last.training_period_id)
    return "counts, for a period up to 2024" if period_of(of) <= 2024 else "counts"


STORED = {reason: word for word, reason in reversed(mentors.LOST.items())}


def loss(facts, declared=None):
    """The loss of funding that is stored; with what was `declared`, the one that follows from both."""
    stored = STORED[facts.teacher.mentor_became_ineligible_for_funding_reason]
    if declared == "counts" or (
        declared == "counts, for a period up to 2024" and stored in ("none", "completed")
    ):
        return "completed"
    return "none" if declared == "voided" and stored == "completed" else stored


def _asked(lost, on, declared, year):
    """What was started and not completed takes the place of a declaration from 31 July 2024 only."""
    if lost != "started and not completed" or on >= date(2024, 7, 31):
        return lost
    if declared.startswith("counts") and year <= 2024:
        return "completed"
    return lost + ", asked before 31 July 2024"


def mentor(facts, on, year):
    """What mentor funding tells apart."""
    if facts.teacher is None:
        return {"teacher": "not held", "at a school": "never", "assigned to an ECT": "never"}
    declared = declarations(facts)
    lost = _asked(loss(facts) if year >= 2025 else loss(facts, declared), on, declared, year)
    here = [at for at in facts.at_schools if not over(at, on)]
    begun = [link for link in facts.mentorships if link.started_on <= on]
    still = [link for link in facts.mentorships if not over(link, on)]
    year_told = facts.training_year
    frozen_at = year_told.payments_frozen_at if year_told else None
    return {
        "teacher": "held",
        "prohibited from teaching": YES_OR_NO[facts.teacher.prohibited_from_teaching],
        "loss of funding": lost,
        "completed declaration": declared,
        "at a school": when(facts.at_schools, on, ("now or later", "now or later", "before")),
        "the school": ELIGIBLE[
            first(
                {eligible(at.school, year) for at in here}, "eligible", True, None, otherwise=False
            )
        ]
        if here
        else "eligible",
        "assigned to an ECT": ("now" if still else "ended")
        if begun
        else ("later" if facts.mentorships else "never"),
        "training of the ECT": first(
            {_led(link) for link in begun or facts.mentorships},
            "provider-led",
            NOT_TOLD,
            "school-led",
            otherwise="provider-led",
        ),
        "induction of the ECT": first(
            {_induction(link) for link in still},
            "goes on",
            NOT_TOLD,
            "passed or failed",
            otherwise="goes on",
        ),
        "own training": "ended" if facts.training else "none",
        "payments for own training": "made"
        if frozen_at is None
        else ("frozen" if london(frozen_at) <= on else "frozen later"),
        **checks_of_mentor(facts.ecf),
    }


def _led(link):
    shared = [
        t
        for t in link.ect_training
        if led(t)
        and (t.finished_on is None or t.finished_on >= link.started_on)
        and (link.finished_on is None or link.finished_on >= t.started_on)
    ]
    return "provider-led" if shared else ("school-led" if link.ect_training else NOT_TOLD)


def _induction(link):
    status = link.ect.trs_induction_status if link.ect else None
    if status is None:
        return NOT_TOLD
    concluded = status in (InductionStatus.PASSED, InductionStatus.FAILED)
    return "passed or failed" if concluded else "goes on"


def checks_of_mentor(record):
    duplicity = record and record.profile_duplicity
    second = None if duplicity is None else duplicity is ProfileDuplicity.SECONDARY
    flags = {
        "active flags": (EligibilityReason.ACTIVE_FLAGS, record and record.active_flags),
        "took part in the early roll-out": (
            EligibilityReason.PREVIOUS_PARTICIPATION,
            record and record.previous_participation,
        ),
        "another TRN": (EligibilityReason.DIFFERENT_TRN, record and record.different_trn),
        "second profile": (EligibilityReason.DUPLICATE_PROFILE, second),
    }
    words, refused = checks(record, flags)
    held = "held" if record else NOT_TOLD
    if refused:
        held = "validated by hand as ineligible for flags"
        words = dict.fromkeys(words, "no")
    elif record is None:
        words = dict.fromkeys(words, "no")
    return {"checks of the earlier service": held, **words}


def training(facts, on, year):
    """What mentor training tells apart."""
    if facts.teacher is None:
        return mentor(facts, on, year)
    declared = declarations(facts)
    lost = _asked(loss(facts, declared), on, declared, 2024)
    words = mentor(facts, on, year)
    own = [t for t in facts.training if led(t)]
    begun = min((t.started_on for t in own), default=None)
    years = begun and (on.year, on.month, on.day) >= (begun.year + 2, begun.month, begun.day)
    gone = any(stopped(t, on) == "withdrawn" for t in own)
    return words | {
        "loss of funding": lost,
        "own training": _state(latest(own), on),
        "two years since training began": "yes" if years and not gone else "no",
    }


def _state(training, on):
    if training is None:
        return "none"
    how = stopped(training, on)
    return how or when([training], on, ("under way", "to come", "ended"))


def retention(facts, on, year):
    """What the retention of a mentor's record tells apart."""
    words = mentor(facts, on, 2025)
    if facts.teacher is None:
        return words
    still = [link for link in facts.mentorships if not over(link, on)]
    begun = [link for link in still if link.started_on <= on]
    if begun and len(begun) < len(still):
        words["assigned to an ECT"] = "now and later"
    elif still:
        words["assigned to an ECT"] = "now" if begun else "later"
    own = latest(t for t in facts.training if led(t) and t.started_on <= on)
    to_pay = (PaymentStatus.ELIGIBLE, PaymentStatus.PAYABLE, PaymentStatus.PAID)
    needed = any(
        d.payment_status in to_pay or d.clawback_status is not ClawbackStatus.NO_CLAWBACK
        for d in facts.declarations
    )
    state = _state(own, on)
    return words | {
        "loss of funding": loss(facts, declarations(facts)),
        "own training": "ended" if state == "none" and facts.training else state,
        "declaration": "to be paid" if needed else "none",
    }
