"""From any facts to the situation they are: what the rules of a check can tell apart, and no more.

A second reading, by other means than the rules, of what matters in the facts of one subject. Each
function has the dimensions of its check's spaces; what does not matter may have any value.
"""

from datetime import date, timedelta

from ect_rules.dated import london_day as london
from ect_rules.facts import (
    AppropriateBodyType,
    ClawbackStatus,
    DeclarationType,
    EligibilityReason,
    EligibilityStatus,
    EvidenceType,
    GiasStatus,
    InductionOutcome,
    InductionStatus,
    MentorCandidate,
    PaymentStatus,
    ProfileDuplicity,
    TrainingProgramme,
)
from ect_rules.gias import ELIGIBLE_TYPES, INDEPENDENT_TYPES
from ect_rules.space import assigning, candidates, ects, grants, kinds, mentors, schools
from ect_rules.space.people import TOLD

NOT_TOLD = "not told"
YES_OR_NO = {value: word for word, value in TOLD.items()}
WORD = {value: word for word, value in schools.TYPES.items()}
DAY = timedelta(1)


# Days and periods.


def over(period, on):
    return period.finished_on is not None and period.finished_on < on


def on_a_day_of(period, on):
    return period.started_on <= on and not over(period, on)


def when(periods, on, words):
    now, later, before = words
    if any(on_a_day_of(p, on) for p in periods):
        return now
    if any(p.started_on > on for p in periods):
        return later
    return before if periods else ("never" if before == "before" else "none")


def first(found, *wanted, otherwise):
    return next((word for word in wanted if word in found), otherwise)


def led(period):
    return period.training_programme is TrainingProgramme.PROVIDER_LED


def latest(periods):
    found = None
    for period in periods:
        if found is None or period.started_on > found.started_on:
            found = period
    return found


def stopped(period, on):
    """How training was interrupted by a day: a tie is a deferral."""
    marks = [
        (instant, n, word)
        for instant, n, word in (
            (period.withdrawn_at, 0, "withdrawn"),
            (period.deferred_at, 1, "deferred"),
        )
        if instant is not None and london(instant) <= on
    ]
    return max(marks)[2] if marks else None


# Registrations.


def registration(facts, on, _):
    status = facts.teacher.trs_induction_status if facts.teacher else None
    asker, period = facts.asking_urn, facts.period
    reporter = period.reported_leaving_by_urn if period else None
    stays = [m for m in facts.mentors_at_school if m.finished_on is None and m.trn != facts.trn]
    return {
        "teacher": "held" if facts.teacher else "not held",
        "ECT at the school": when([period] if period else [], on, ("now", "later", "before")),
        "last day at the school": "to come"
        if period and period.finished_on and period.finished_on >= on
        else "none",
        "leaving reported": "no"
        if reporter is None
        else ("by the school that asks" if asker in (None, reporter) else "by another school"),
        "asked by": "the school" if asker else "nobody",
        "TRS induction status": status.value if status else "absent",
        "mentorship": when(facts.mentorships, on, ("now", "later", "ended")),
        "another mentor": "who stays" if stays else "none",
    }


# Schools.


def school(facts, _, __):
    told = facts.school
    code = told.administrative_district_code
    district = "in England" if code and code[0] in "eE" else "elsewhere"
    return {
        "GIAS status": told.gias_status.value if told.gias_status else NOT_TOLD,
        "type": WORD.get(told.gias_type) or _type(told.gias_type),
        "section 41 approved": YES_OR_NO[told.section_41_approved],
        "marked as eligible": YES_OR_NO[told.marked_as_eligible],
        "unfinished training": "some" if facts.unfinished_training else "none",
        "district": {None: schools.TYPE_SAYS, "9999": "code 9999"}.get(code, district),
    }


def _type(name):
    if name in ELIGIBLE_TYPES:
        return "state funded"
    if name in schools.TYPES.values() or name == "Service children's education":
        return "outside England"
    unfunded = ("Miscellaneous", "Online provider", "Higher education institutions")
    return "of another kind that is not funded" if name in unfunded else NOT_TOLD


def eligible(facts, year):
    """Whether a school is one that DfE funds: by the conjunction, not by the bars."""
    words = school(facts, None, None)
    if words["marked as eligible"] == "yes":
        return "eligible"
    kind, approved = words["type"], facts.school.section_41_approved
    opened = words["GIAS status"] in ("open", "proposed_to_close")
    opened = None if words["GIAS status"] == NOT_TOLD else opened
    outside = None if kind == NOT_TOLD else kind in schools.OUTSIDE_ENGLAND
    funded = None if kind == NOT_TOLD else kind in ("state funded", "secure unit")
    if year >= 2025:
        funded = approved if kind.startswith("independent") else funded
    else:
        if words["district"] != schools.TYPE_SAYS:
            outside = words["district"] == "elsewhere"
        funded = funded and kind != "secure unit"
        funded = True if funded or approved else None if None in (funded, approved) else False
    needed = (opened, None if outside is None else not outside, funded)
    return first(needed, False, None, otherwise=True)


ELIGIBLE = {True: "eligible", "eligible": "eligible", False: "not eligible", None: NOT_TOLD}


# Mentors.


def declarations(facts):
    """The completed declaration that decides, whether it counts, and for which contract period."""
    completed = [d for d in facts.declarations if d.declaration_type is DeclarationType.COMPLETED]
    counting = [d for d in completed if _counts(d)]
    if not counting:
        return "voided" if completed else "none"
    last = max(counting, key=lambda d: d.declaration_date)
    of = next(t for t in facts.training if t.id == last.training_period_id)
    return "counts, for a period up to 2024" if _period_of(of) <= 2024 else "counts"


def _counts(declaration):
    return (
        declaration.payment_status is not PaymentStatus.VOIDED
        and declaration.clawback_status is ClawbackStatus.NO_CLAWBACK
    )


def _period_of(training):
    day = training.started_on
    return training.contract_period or (
        day.year if (day.month, day.day) >= (6, 1) else day.year - 1
    )


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


def checks(record, flags):
    """What the earlier service found: for each flag a word, and whether a hand refused for flags.

    `flags`: for each dimension the reason that names it, and its value in the record.
    """
    if record is None:
        return dict.fromkeys(flags, NOT_TOLD), False
    if not record.manually_validated:
        return {name: YES_OR_NO[value] for name, (_, value) in flags.items()}, False
    if record.status is EligibilityStatus.ELIGIBLE:
        return dict.fromkeys(flags, "no"), False
    named = {name: record.reason is reason for name, (reason, _) in flags.items()}
    if True not in named.values():
        return dict.fromkeys(flags, NOT_TOLD), False
    refused = (
        record.status is EligibilityStatus.INELIGIBLE
        and record.reason is EligibilityReason.ACTIVE_FLAGS
    )
    return {name: YES_OR_NO[found] for name, found in named.items()}, refused


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


# ECTs.


def ect(facts, on, year):
    """What the funding of an ECT tells apart."""
    if facts.teacher is None or facts.period is None:
        held = "not held" if facts.teacher is None else "held"
        return {"teacher": held, "ECT at the school": "never"}
    teacher, record = facts.teacher, facts.ecf
    flags = {
        name: (reason, record and getattr(record, field))
        for name, reason, field in (
            ("active flags", "ACTIVE_FLAGS", "active_flags"),
            ("took part in the early roll-out", "PREVIOUS_PARTICIPATION", "previous_participation"),
            ("another TRN", "DIFFERENT_TRN", "different_trn"),
            ("no QTS by the check", "NO_QTS", "no_qts"),
            ("previous induction by the check", "PREVIOUS_INDUCTION", "previous_induction"),
            ("exempt by the check", "EXEMPT_FROM_INDUCTION", "exempt_from_induction"),
            ("no induction by the check", "NO_INDUCTION", "no_induction"),
        )
        for reason in [EligibilityReason[reason]]
    }
    found, refused = checks(record, flags)
    if refused:
        found["active flags"] = "refused by hand"
    for name in list(found)[3:]:
        found[name] = ects.RECORDS_SAY if found[name] == NOT_TOLD else found[name]
    seen_on = teacher.ect_became_ineligible_for_funding_on
    frozen_at = facts.training_year.payments_frozen_at if facts.training_year else None
    pays = list(ects.FREEZES)
    return {
        "teacher": "held",
        "ECT at the school": when([facts.period], on, ("now", "later", "before")),
        "the school": ELIGIBLE[eligible(facts.school, year)],
        "prohibited from teaching": YES_OR_NO[teacher.prohibited_from_teaching],
        "QTS": _qts(teacher, on),
        "seen to be exempt": "never"
        if seen_on is None
        else ("by the day" if seen_on <= on else "later"),
        "training": pays[0 if frozen_at is None else 1 if london(frozen_at) <= on else 2]
        if facts.training
        else "none",
        **_inductions(teacher, facts.induction_periods, on),
        **found,
    }


def _qts(teacher, on):
    if teacher.qts_awarded_on is not None:
        return "held" if teacher.qts_awarded_on <= on else "to be awarded"
    return {True: "held", False: "not held", None: NOT_TOLD}[teacher.qts_held]


def _inductions(teacher, periods, on):
    status = teacher.trs_induction_status
    words = {
        None: NOT_TOLD,
        InductionStatus.NONE: "RequiredToComplete or None",
        InductionStatus.REQUIRED_TO_COMPLETE: "RequiredToComplete or None",
    }
    september = date(2023, 9, 1)
    outcomes = [p for p in periods if p.outcome and p.finished_on]
    ended = [p for p in outcomes if over(p, on)]
    begins = min((p.started_on for p in periods), default=None)
    if begins is None:
        period = "none"
    elif begins < date(2021, 9, 1):
        period = ects.EARLY if on >= september else ects.EARLY_ASKED
    else:
        period = "begun" if begins <= on else "to come"
    outcome = "to come" if outcomes else "none"
    if ended:
        how = "passed" if ended[-1].outcome is InductionOutcome.PASS else "failed"
        early = any(over(p, september) for p in outcomes)
        before = period == ects.EARLY_ASKED or (early and period == ects.EARLY)
        outcome = f"{how} {'before' if before else 'since'} September 2023"
    return {
        "TRS induction status": words.get(status, status and status.value),
        "induction period": period,
        "outcome of induction": outcome,
    }


# Candidates.


def _candidate(facts, on, before):
    """`before`: the period at a school before, or those, that the start must come after."""
    school_told = facts.school.school
    kind = school(facts.school, on, None)["type"]
    start = facts.started_on
    june = date(on.year - (2 if (on.month, on.day) >= (6, 1) else 3), 6, 1)
    begun = [t for t in facts.training if t.started_on <= on]
    ids = {p.id for p in before}
    inside = [
        t for t in begun if (t.ect_at_school_period_id or t.mentor_at_school_period_id) in ids
    ]
    after = "two days or more"
    if any(start - t.started_on < 2 * DAY for t in inside):
        after = "one day after training that has begun"
    if any(start - p.started_on < 2 * DAY for p in before):
        after = "one day"
    told = {c.year: c.enabled for c in facts.contract_periods}
    year = start.year if (start.month, start.day) >= (6, 1) else start.year - 1
    enabled = {True: "open", False: "not open", None: NOT_TOLD}
    return {
        "teacher": "held" if facts.teacher else "not held",
        "identity confirmed": YES_OR_NO[facts.identity_confirmed],
        "prohibited from teaching": YES_OR_NO[facts.teacher.prohibited_from_teaching]
        if facts.teacher
        else "no",
        "e-mail address in use": YES_OR_NO[facts.email_in_use],
        "start": ("too early" if start < june else "by the day")
        if start <= on
        else ("within four months" if start <= _four_months_on(on) else "later than that"),
        "contract period of the start": enabled[told[year]] if year in told else "not recorded",
        "start after the one before": after,
        "asked": candidates.SINCE_2025
        if on >= date(2025, 6, 1)
        else candidates.BEFORE_2025
        if on >= date(2024, 9, 1) or isinstance(facts, MentorCandidate)
        else candidates.BEFORE_2024,
        "GIAS status": "closed"
        if school_told.gias_status is GiasStatus.CLOSED
        else ("not closed" if school_told.gias_status else NOT_TOLD),
        "independent": NOT_TOLD
        if kind == NOT_TOLD
        else YES_OR_NO[school_told.gias_type in INDEPENDENT_TYPES],
        "section 41 approved": YES_OR_NO[school_told.section_41_approved],
        "unfinished training": "some" if facts.school.unfinished_training else "none",
    }


def _four_months_on(day):
    year, month = (day.year, day.month + 4) if day.month <= 8 else (day.year + 1, day.month - 8)
    last = date(year + month // 12, month % 12 + 1, 1) - DAY
    return min(date(year, month, min(day.day, last.day)), last)


def ect_candidate(facts, on, year):
    here = [p for p in facts.registrations if p.urn == facts.school.school.urn]
    before = latest(facts.registrations)
    status = facts.teacher.trs_induction_status if facts.teacher else InductionStatus.NONE
    concluded = [
        s for s in InductionStatus if s.value in ("Passed", "Failed", "FailedInWales", "Exempt")
    ]
    own = [t for t in facts.mentor_training if led(t) and on_a_day_of(t, on)]
    bodies = {
        None: NOT_TOLD,
        AppropriateBodyType.NATIONAL: "national",
        AppropriateBodyType.LOCAL_AUTHORITY: "local authority",
        AppropriateBodyType.TEACHING_SCHOOL_HUB: "teaching school hub",
    }
    return _candidate(facts, on, [before] if before else []) | {
        "TRS induction status": NOT_TOLD
        if status is None
        else (status.value if status in concluded else "not concluded"),
        "training as a mentor": "under way" if any(not stopped(t, on) for t in own) else "none",
        "registration before": "none"
        if before is None
        else "with a last day"
        if before.finished_on
        else "at the school, without a last day"
        if before in here
        else "elsewhere, without a last day",
        "registered at the school": "without a last day"
        if any(p.finished_on is None for p in here)
        and not (before in here and not before.finished_on)
        else "no",
        "appropriate body": bodies[facts.appropriate_body]
        if on >= date(2024, 9, 1)
        else "teaching school hub",
    }


def mentor_candidate(facts, on, year):
    here = [p for p in facts.at_schools if p.urn == facts.school.school.urn]
    elsewhere = [p for p in facts.at_schools if p.urn != facts.school.school.urn]
    still = [p for p in elsewhere if not over(p, facts.started_on)]
    return _candidate(facts, on, still) | {
        "the ECT": {None: NOT_TOLD, facts.trn: "the same teacher"}.get(
            facts.ect_trn, "another teacher"
        ),
        "mentor at another school": "beyond the start"
        if still
        else ("until the start" if elsewhere else "no"),
        "leaves the other school": YES_OR_NO[facts.here_only],
        "mentor at the school": "without a last day"
        if any(p.finished_on is None for p in here)
        else "no",
    }


# Assignments.


def assignment(facts, on, year):
    if facts.ect is None or facts.mentor is None:
        return {
            "the ECT": "registered" if facts.ect else "not registered",
            "the mentor": "registered" if facts.mentor else "not registered",
        }
    proposed = facts.proposed
    shares = [
        (o.finished_on or date.max) >= proposed.started_on
        and (proposed.finished_on or date.max) >= o.started_on
        for o in facts.others
    ]
    backwards = proposed.finished_on is not None and proposed.finished_on < proposed.started_on
    return {
        "the same person": YES_OR_NO[facts.ect.trn == facts.mentor.trn],
        "at the same school": YES_OR_NO[facts.ect.urn == facts.mentor.urn],
        "days": "open"
        if proposed.finished_on is None
        else ("last day before the first" if backwards else "with a last day"),
        "days against the ECT's at the school": _against(proposed, facts.ect),
        "days against the mentor's at the school": _against(proposed, facts.mentor),
        "last day of the mentor at the school": "some" if facts.mentor.finished_on else "none",
        "another mentor of the ECT": "on one of these days"
        if any(shares)
        else ("ends before" if shares else "none"),
    }


def _against(inner, outer):
    if inner.started_on < outer.started_on:
        return assigning.WITHIN[1]
    ends = (inner.finished_on or date.max) > (outer.finished_on or date.max)
    return assigning.WITHIN[2 if ends else 0]


# Kinds of mentors.


def kind(facts, on, year):
    """What the kind of a mentor tells apart, of one who mentors one ECT on the day or later."""
    mentor_facts = facts.mentor
    words = mentor(mentor_facts, on, 2025)
    if mentor_facts.teacher is None or not mentor_facts.at_schools:
        return {"teacher": words["teacher"], "at a school": "never", "mentorship": "none"}
    words = {
        "at a school": "before" if words["at a school"] == "before" else "now",
        "mentorship": "ended" if mentor_facts.mentorships else "none",
    }
    going = [
        (link, others)
        for link, others in zip(mentor_facts.mentorships, facts.others, strict=True)
        if not over(link, on)
    ]
    if not going:
        return words
    ((link, others),) = going
    lost = mentor_facts.lost
    own, training_then = _own(mentor_facts, link.started_on), _led_when_it_began(link)
    new = own in ("none", "begun since") and not lost
    return words | {
        "at a school": "now",
        "mentorship": "goes on",
        "loss of funding": "recorded" if lost else "none",
        "day of the loss": NOT_TOLD
        if lost and lost.on is None
        else ("before" if lost and lost.on <= link.started_on else "none, or since it began"),
        "own training": own,
        "the ECT": "known" if link.ect else NOT_TOLD,
        "training of the ECT": training_then,
        **_earlier_mentor(link, others, on, new and training_then in (kinds.LED, NOT_TOLD)),
        **_mentored_before(mentor_facts.mentorships, link),
        **_provider(link, (*mentor_facts.training, *facts.own_ect_training)),
    }


def _own(facts, start):
    own = [t for t in facts.training if led(t)]
    before = [t for t in own if t.started_on < start]
    if not before:
        return "begun since" if own else "none"
    runs = any(on_a_day_of(t, start) and stopped(t, start) != "withdrawn" for t in before)
    return "under way when it began" if runs else "over by then"


def _then(link, on):
    still = [t for t in link.ect_training if not over(t, on)]
    return min(still, key=lambda t: t.started_on, default=None)


def _led_when_it_began(link):
    if not link.ect_training:
        return NOT_TOLD
    then = _then(link, link.started_on)
    if then is not None and led(then):
        return kinds.LED
    return kinds.LED_BEFORE if any(map(led, link.ect_training)) else "school-led"


def _earlier_mentor(link, others, on, takes_over):
    """`takes_over`: whether it matters what the earlier mentors had declared."""
    at_school = link.period.ect_at_school_period_id
    earlier = [o for o in others if o.started_on < link.started_on]
    goes_on = any(not over(o, on) for o in earlier if o.period.ect_at_school_period_id == at_school)
    declared = any(
        d.payment_status is not PaymentStatus.VOIDED
        and london(d.declaration_date) <= on
        and on_a_day_of(o, london(d.declaration_date))
        for o in earlier
        for d in o.declarations
    )
    unknown = not declared and any(o.mentor_trn is None for o in earlier)
    if not earlier or not takes_over:
        word = kinds.GOES_ON if goes_on else "none"
    elif declared or unknown:
        word = kinds.STAYS if goes_on else kinds.DECLARED
    else:
        word = kinds.GOES_ON if goes_on else kinds.UNDECLARED
    told = NOT_TOLD if unknown and takes_over else "known"
    return {"earlier mentor of the ECT": word, "who that was": told}


def _mentored_before(links, link):
    """One who stands for all who were mentored before: what is known of any, else what may be."""
    found = []
    for other in links:
        same = other.period.ect_at_school_period_id == link.period.ect_at_school_period_id
        known = other.ect is not None and link.ect is not None
        if other.started_on < link.started_on and not same:
            another = other.ect.trn != link.ect.trn if known else None
            then = _then(other, link.started_on)
            by_provider = None if not other.ect_training else then is not None and led(then)
            until = not over(other, link.started_on) and by_provider
            found.append((another, False if False in (another, until) else until and another))
    another = first([a for a, _ in found], True, None, otherwise=False)
    then = first([t for _, t in found], True, None, otherwise=False)
    names = ("mentored before", "training of that ECT", "that ECT")
    words = {
        (True, True): (kinds.ANOTHER, "provider-led", "known"),
        (True, None): (kinds.ANOTHER, NOT_TOLD, "known"),
        (True, False): ("another ECT, not until then", "provider-led", "known"),
        (None, None): (kinds.ANOTHER, "provider-led", NOT_TOLD),
        (None, False): (kinds.ANOTHER, "school-led", NOT_TOLD),
        (False, False): ("nobody else", "provider-led", "known"),
    }
    return dict(zip(names, words[another, then], strict=True))


def _provider(link, own):
    theirs, theirs_perhaps = _providers(link.ect_training)
    trained, trained_perhaps = _providers(own)
    others = theirs - trained
    if others - trained_perhaps and None not in trained_perhaps:
        words = "confirmed", "no"
    elif others:
        words = "confirmed", NOT_TOLD
    else:
        words = (NOT_TOLD if theirs_perhaps - trained else "chosen only"), "no"
    names = ("provider of the ECT", "trained by that provider")
    return dict(zip(names, words, strict=True))


def _providers(training):
    sure = {
        t.lead_provider
        for t in training
        if led(t) and t.partnership_confirmed and t.lead_provider is not None
    }
    perhaps = {
        t.lead_provider
        for t in training
        if led(t)
        and (t.partnership_confirmed is None or (t.partnership_confirmed and not t.lead_provider))
    }
    return sure, perhaps - sure


# Grants.


def academic_year(day):
    return day.year - (day.month < 9)


def grant(facts, on, _):
    """What a grant tells apart, and for which days the space is."""
    year, own = academic_year(on), [t for t in facts.training if led(t)]
    begun = min(own, key=lambda t: t.started_on, default=None)
    new = begun and (begun.started_on >= date(2025, 9, 1) or (begun.contract_period or 0) >= 2025)
    if facts.teacher is None or not facts.at_schools:
        words = {"teacher": "held" if facts.teacher else "not held", "registered as a mentor": "no"}
    else:
        here = [at for at in facts.at_schools if _in(at, year)]
        found = {eligible(at.school, 2025) for at in here}
        words = {
            "the school": ELIGIBLE[first(found, "eligible", True, None, otherwise=False)]
            if here
            else "none in the academic year",
            **_lost(facts, year),
        }
    declared = {
        kind: [d for d in facts.declarations if d.declaration_type is kind and _by(d, on)]
        for kind in DeclarationType
    }
    if not 2021 <= year <= 2025:
        asked = "before 1 September 2021" if year < 2021 else "from 1 September 2026"
        return "in any other academic year", words | {"asked": asked}
    if year == 2025 and new:
        told = _elements(begun, declared, words)
        name = "in 2025-26, of a new mentor"
    elif year in (2021, 2022):
        told = _parts(own, on, declared)
        name = "in 2021-22 or 2022-23"
    else:
        told = _terms(own, on, [d for each in declared.values() for d in each])
        name = "in 2025-26, of training begun before" if year == 2025 else "in 2023-24 or 2024-25"
    if begun is None:
        told["training"] = "school-led" if facts.training else "none"
    elif not any(_in(t, year, _until(t, on)) for t in own):
        told["training"] = grants.OF_NO_YEAR[0]
    return name, told | words


def _in(period, year, until=None):
    last = until or period.finished_on or date.max
    return period.started_on <= date(year + 1, 8, 31) and last >= date(year, 9, 1)


def _until(training, on):
    marks = [london(i) for i in (training.withdrawn_at, training.deferred_at) if i]
    return min([training.finished_on or date.max, *(day for day in marks if day <= on)])


def _by(declaration, on):
    return _counts(declaration) and london(declaration.declaration_date) <= on


def _lost(facts, year):
    declared = declarations(facts)
    lost = loss(facts, declared)
    if lost in ("none", "trained in the early roll-out"):
        words = {"none": "none"}.get(lost, "in the early roll-out")
        return {"loss of funding": words, "day of the loss": grants.IN_YEAR}
    on = facts.teacher.mentor_became_ineligible_for_funding_on
    if lost == "completed" and declared.startswith("counts"):
        completed = [
            d for d in facts.declarations if d.declaration_type is DeclarationType.COMPLETED
        ]
        on = max(london(d.declaration_date) for d in completed if _counts(d))
    before = on is not None and academic_year(on) < year
    day = NOT_TOLD if on is None else "before the academic year" if before else grants.IN_YEAR
    return {"loss of funding": "started and not completed", "day of the loss": day}


def _year_of_training(own, on):
    year = academic_year(on)
    begun = min((t.started_on for t in own), default=None)
    if begun is None:
        return 0
    counted = max(academic_year(begun), 2021)
    if counted in (2021, 2022) and begun >= date(counted + 1, 6, 1):
        counted += 1
    earlier = [y for y in range(counted, year) if any(_in(t, y, _until(t, on)) for t in own)]
    return 0 if counted > year else 1 + len(earlier)


def _parts(own, on, declared):
    cut = date(academic_year(on) + 1, 6, 1)
    number, by = _year_of_training(own, on), min(on, cut)
    last = latest(t for t in own if t.started_on <= by)
    withdrawn = last is not None and stopped(last, by) == "withdrawn"
    kind = DeclarationType
    engaged = [*declared[kind.RETAINED_3], *declared[kind.RETAINED_4], *declared[kind.COMPLETED]]
    return {
        "asked": "from 1 June" if on >= cut else "before 1 June",
        "training": grants.TOO_LATE
        if number == 0
        else grants.SECOND
        if number > 1
        else grants.WITHDRAWN
        if withdrawn
        else grants.FIRST,
        "started declaration": "counts" if declared[kind.STARTED] and number == 1 else "none",
        "declaration 4 or 5": "counts" if engaged and number > 1 else "none",
    }


def _terms(own, on, declared):
    year = academic_year(on)
    ends = [date(year, 12, 31), date(year + 1, 3, 31), date(year + 1, 8, 31)]
    begins = [date(year, 9, 1), date(year + 1, 1, 1), date(year + 1, 4, 1)]
    now = next(n for n, end in enumerate(ends) if on <= end)
    words = {"asked": grants.ASKED[3 - now]}
    if on >= date(year + 1, 8, 1):
        words["asked"] = grants.ASKED[0]
    for term, begin, end in zip(grants.TERMS, begins, ends, strict=True):
        trained = any(t.started_on <= min(on, end) and _until(t, on) >= begin for t in own)
        confirmed = any(begin <= london(d.declaration_date) <= end for d in declared)
        words[term] = grants.UNTRAINED
        if trained:
            words[term] = grants.CONFIRMED if confirmed else grants.TRAINED
    untrained = all(words[term] == grants.UNTRAINED for term in grants.TERMS)
    words["training"] = grants.TO_COME if untrained else grants.UP_TO_TWO
    if _year_of_training(own, on) > 2:
        words |= {"training": grants.THIRD, **dict.fromkeys(grants.TERMS, grants.CONFIRMED)}
    return words


def _elements(begun, declared, words):
    kind = DeclarationType
    evidence = {d.evidence_type for d in declared[kind.COMPLETED]}
    enough = {EvidenceType.ENGAGEMENT_MET, EvidenceType.ENGAGEMENT_MET_REDUCED_INDUCTION}
    lost = words.get("loss of funding") == "in the early roll-out" or (
        words.get("day of the loss", grants.IN_YEAR) != grants.IN_YEAR
    )
    if evidence and not lost:
        words |= {"loss of funding": "none"}
    told = "other"
    if evidence & enough:
        told = "at least 75 % engagement"
    elif None in evidence:
        told = NOT_TOLD
    return {
        "training": grants.NEW if begun.started_on >= date(2025, 9, 1) else grants.NEW_BEFORE,
        "started declaration": "counts" if declared[kind.STARTED] else "none",
        "completed declaration": "counts" if evidence and not lost else "none",
        "its evidence": told if evidence and not lost else "at least 75 % engagement",
    }
