"""People, schools and periods for the tests, in few words.

Days are ISO strings, instants are ISO strings with a zone, and a last day of None is open ended.
What a test does not say is unremarkable: an ECT in induction without a mentor, a mentor who is
eligible for funding, a community school that is open.
"""

from collections.abc import Iterable
from datetime import date, datetime

from attrs import evolve

from ect_rules.completion import loss_of_funding
from ect_rules.facts import (
    AppropriateBodyType,
    AssignmentFacts,
    ClawbackStatus,
    ContractPeriod,
    Declaration,
    DeclarationType,
    EcfEligibility,
    EctAtSchoolPeriod,
    EctCandidate,
    EctFacts,
    EctFundingFacts,
    EctLink,
    EligibilityReason,
    EligibilityStatus,
    EvidenceType,
    GiasStatus,
    InductionOutcome,
    InductionPeriod,
    InductionStatus,
    MentorAtSchool,
    MentorAtSchoolPeriod,
    MentorCandidate,
    MentorFacts,
    MentorKindFacts,
    MentorLink,
    MentorLostFundingReason,
    MentorshipPeriod,
    OtherMentorship,
    ParticipantRole,
    PaymentStatus,
    ProfileDuplicity,
    School,
    SchoolFacts,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)

THE_ECT, THE_MENTOR, ANOTHER_MENTOR = "1000001", "2000001", "2000002"
THE_SCHOOL, ANOTHER_SCHOOL = "100001", "100002"

COMPLETED = "completed_declaration_received"
EARLY_ROLL_OUT = "completed_during_early_roll_out"
NOT_COMPLETED = "started_not_completed"


def day(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)


def instant(iso: str | None) -> datetime | None:
    return None if iso is None else datetime.fromisoformat(iso)


def teacher(
    trn: str,
    *,
    induction: str | None = None,
    prohibited: bool | None = None,
    lost: str | None = None,
    lost_on: str | None = None,
) -> Teacher:
    return Teacher(
        trn,
        None if induction is None else InductionStatus(induction),
        prohibited,
        day(lost_on),
        None if lost is None else MentorLostFundingReason(lost),
    )


def school(
    gias_type: str | None = "Community school",
    gias_status: str | None = "open",
    *,
    section_41: bool | None = False,
    marked: bool = False,
    unfinished_training: bool | None = False,
    district: str | None = None,
    urn: str = THE_SCHOOL,
) -> SchoolFacts:
    status = None if gias_status is None else GiasStatus(gias_status)
    record = School(urn, status, gias_type, section_41, marked, district)
    return SchoolFacts(record, unfinished_training)


def training(
    started: str = "2025-09-01",
    finished: str | None = None,
    *,
    led_by: str = "provider",
    withdrawn: str | None = None,
    deferred: str | None = None,
    provider: str | None = None,
    confirmed: bool | None = None,
    year: int | None = None,
    ect: str | None = None,
    mentor: str | None = None,
    name: str = "the training",
) -> TrainingPeriod:
    """`ect`, `mentor`: the id of the period that it is attached to."""
    return TrainingPeriod(
        name,
        TrainingProgramme(f"{led_by}_led"),
        day(started),
        ect,
        mentor,
        finished_on=day(finished),
        lead_provider=provider,
        partnership_confirmed=confirmed,
        contract_period=year,
        withdrawn_at=instant(withdrawn),
        deferred_at=instant(deferred),
    )


def declaration(
    declared: str = "2025-10-01T09:00+01:00",
    milestone: str = "started",
    *,
    payment: str = "eligible",
    clawback: str = "no_clawback",
    evidence: str | None = None,
    training: str = "the training",
    name: str = "the declaration",
) -> Declaration:
    """`training`: the id of the training that it is about."""
    return Declaration(
        name,
        training,
        DeclarationType(milestone),
        instant(declared),
        PaymentStatus(payment),
        ClawbackStatus(clawback),
        None if evidence is None else EvidenceType(evidence),
    )


def mentorship(
    started: str,
    finished: str | None = None,
    *,
    ect: str = "the ECT's period",
    mentor: str = "the mentor's period",
    name: str = "the mentorship",
) -> MentorshipPeriod:
    """`ect`, `mentor`: the ids of the two periods that it links."""
    return MentorshipPeriod(name, ect, mentor, day(started), day(finished))


def mentored(
    started: str,
    finished: str | None = None,
    *,
    by: str | None = THE_MENTOR,
    name: str = "the mentorship",
) -> MentorLink:
    """A mentorship as the ECT's registration shows it."""
    period = mentorship(started, finished, name=name)
    return MentorLink(period, by, period.started_on, period.finished_on)


def mentor_period(
    started: str = "2024-09-01",
    finished: str | None = None,
    *,
    trn: str = THE_MENTOR,
    urn: str = THE_SCHOOL,
    name: str = "the mentor's period",
) -> MentorAtSchoolPeriod:
    return MentorAtSchoolPeriod(name, trn, urn, day(started), day(finished))


def ect_period(
    started: str = "2025-09-01",
    finished: str | None = None,
    *,
    trn: str = THE_ECT,
    urn: str = THE_SCHOOL,
    reported_by: str | None = None,
    name: str = "the ECT's period",
) -> EctAtSchoolPeriod:
    return EctAtSchoolPeriod(name, trn, urn, day(started), day(finished), reported_by)


def ect(
    started: str = "2025-09-01",
    finished: str | None = None,
    *,
    induction: str | None = "InProgress",
    reported_by: str | None = None,
    asked_by: str | None = THE_SCHOOL,
    mentorships: Iterable[MentorLink] = (),
    mentors_here: Iterable[MentorAtSchoolPeriod] = (),
    known: bool = True,
    registered: bool = True,
) -> EctFacts:
    person = teacher(THE_ECT, induction=induction)
    if not known or not registered:
        return EctFacts(THE_ECT, person if known else None, None)
    return EctFacts(
        THE_ECT,
        person,
        ect_period(started, finished, reported_by=reported_by),
        tuple(sorted(mentorships, key=lambda link: link.started_on)),
        tuple(mentors_here),
        asked_by,
    )


def induction_period(
    started: str = "2025-09-01",
    finished: str | None = None,
    outcome: str | None = None,
    *,
    name: str = "the induction",
) -> InductionPeriod:
    told = None if outcome is None else InductionOutcome(outcome)
    return InductionPeriod(name, THE_ECT, day(started), day(finished), told)


def ecf_checks(
    role: str = "ect",
    *,
    validated: tuple[str, str] | None = None,
    duplicity: str | None = "single",
    **flags: bool | None,
) -> EcfEligibility:
    """The checks of the earlier service: no flag but those given. `validated`: status and reason."""
    status, reason = validated or (None, None)
    names = ("active_flags", "previous_participation", "previous_induction", "no_qts")
    names += ("different_trn", "exempt_from_induction", "no_induction")
    return EcfEligibility(
        "the checks",
        THE_ECT if role == "ect" else THE_MENTOR,
        ParticipantRole(role),
        None if status is None else EligibilityStatus(status),
        None if reason is None else EligibilityReason(reason),
        validated is not None,
        profile_duplicity=None if duplicity is None else ProfileDuplicity(duplicity),
        **(dict.fromkeys(names, False) | flags),
    )


def ect_funding(
    *,
    induction: str | None = "InProgress",
    prohibited: bool | None = False,
    qts: bool | None = True,
    qts_on: str | None = None,
    exempt_on: str | None = None,
    first_eligible: str | None = None,
    finished: str | None = None,
    at: SchoolFacts | None = None,
    training: Iterable[TrainingPeriod] = (),
    inductions: Iterable[InductionPeriod] = (induction_period(),),
    ecf: EcfEligibility | None = None,
    training_year: ContractPeriod | None = None,
    known: bool = True,
    registered: bool = True,
) -> EctFundingFacts:
    """An ECT in induction, with QTS, at a school that is funded. `finished`: the last day there."""
    person = evolve(
        teacher(THE_ECT, induction=induction, prohibited=prohibited),
        qts_held=qts,
        qts_awarded_on=day(qts_on),
        ect_became_ineligible_for_funding_on=day(exempt_on),
        ect_first_became_eligible_for_training_at=instant(first_eligible),
    )
    if not known or not registered:
        return EctFundingFacts(THE_ECT, person if known else None, None)
    return EctFundingFacts(
        THE_ECT,
        person,
        ect_period("2021-09-01", finished),
        at or school(),
        tuple(evolve(t, ect_at_school_period_id="the ECT's period") for t in training),
        tuple(sorted(inductions, key=lambda period: period.started_on)),
        ecf,
        training_year,
    )


def at_school(
    started: str = "2024-09-01",
    finished: str | None = None,
    *,
    at: SchoolFacts | None = None,
    name: str = "the mentor's period",
) -> MentorAtSchool:
    at = at or school()
    period = mentor_period(started, finished, urn=at.school.urn, name=name)
    return MentorAtSchool(period, at, period.started_on, period.finished_on)


def mentoring(
    started: str = "2025-09-01",
    finished: str | None = None,
    *,
    induction: str | None = "InProgress",
    training: Iterable[TrainingPeriod] = (training(),),
    ect_known: bool = True,
    trn: str = THE_ECT,
    ect: str = "the ECT's period",
    name: str = "the mentorship",
) -> EctLink:
    """A mentorship as the mentor's own facts show it. `trn`, `ect`: the ECT and that ECT's period."""
    period = mentorship(started, finished, ect=ect, name=name)
    return EctLink(
        period,
        teacher(trn, induction=induction) if ect_known else None,
        tuple(evolve(t, ect_at_school_period_id=ect) for t in training),
        period.started_on,
        period.finished_on,
    )


def mentor(
    *,
    prohibited: bool | None = False,
    lost: str | None = None,
    lost_on: str | None = "2025-01-01",
    at_schools: Iterable[MentorAtSchool] = (at_school(),),
    mentorships: Iterable[EctLink] = (mentoring(),),
    training: Iterable[TrainingPeriod] = (),
    declarations: Iterable[Declaration] = (),
    ecf: EcfEligibility | None = None,
    training_year: ContractPeriod | None = None,
    first_eligible: str | None = None,
    known: bool = True,
) -> MentorFacts:
    person = evolve(
        teacher(THE_MENTOR, prohibited=prohibited, lost=lost, lost_on=lost_on if lost else None),
        mentor_first_became_eligible_for_training_at=instant(first_eligible),
    )
    own = tuple(evolve(t, mentor_at_school_period_id="the mentor's period") for t in training)
    told = tuple(sorted(declarations, key=lambda d: d.declaration_date))
    return MentorFacts(
        THE_MENTOR,
        person if known else None,
        tuple(sorted(at_schools, key=lambda at: at.started_on)),
        tuple(sorted(mentorships, key=lambda link: link.started_on)),
        own,
        told,
        loss_of_funding(person if known else None, own, told),
        ecf,
        training_year,
    )


def nobodys_mentor(**given: object) -> MentorFacts:
    """A teacher with no mentor-at-school period, and so without mentorships."""
    return mentor(at_schools=(), mentorships=(), **given)


def also_mentored(
    started: str,
    finished: str | None = None,
    *,
    by: str | None = ANOTHER_MENTOR,
    declarations: Iterable[Declaration] = (),
    ect: str = "the ECT's period",
    name: str = "the other mentorship",
) -> OtherMentorship:
    """A mentorship of the same ECT by somebody else; `ect`: the id of the ECT's period."""
    period = mentorship(started, finished, ect=ect, mentor="the other mentor's period", name=name)
    return OtherMentorship(period, by, tuple(declarations), period.started_on, period.finished_on)


def mentor_and_colleagues(
    who: MentorFacts,
    *others: Iterable[OtherMentorship],
    as_ect: Iterable[TrainingPeriod] = (),
) -> MentorKindFacts:
    """`others`: for each mentorship of `who` the other ones of that ECT; none for those not given."""
    given = [tuple(each) for each in others]
    given += [()] * (len(who.mentorships) - len(given))
    return MentorKindFacts(who, tuple(as_ect), tuple(given))


def assignment(
    started: str = "2025-09-01",
    finished: str | None = None,
    *,
    ect: EctAtSchoolPeriod | None = None,
    mentor: MentorAtSchoolPeriod | None = None,
    others: Iterable[MentorshipPeriod] = (),
    registered: bool = True,
    a_mentor: bool = True,
) -> AssignmentFacts:
    """A mentorship that somebody proposes for these days.

    `registered`, `a_mentor`: whether the one is an ECT, and the other a mentor, at all.
    """
    both = registered and a_mentor
    return AssignmentFacts(
        mentorship(started, finished, name="the proposed mentorship") if both else None,
        (ect or ect_period()) if registered else None,
        (mentor or mentor_period()) if a_mentor else None,
        tuple(others),
    )


def contract_year(
    year: int = 2025, *, enabled: bool | None = True, frozen: str | None = None
) -> ContractPeriod:
    return ContractPeriod(year, enabled, instant(frozen))


def ect_candidate(
    started: str = "2026-01-15",
    *,
    known: bool = True,
    induction: str | None = "InProgress",
    prohibited: bool | None = False,
    at: SchoolFacts | None = None,
    registrations: Iterable[EctAtSchoolPeriod] = (),
    training: Iterable[TrainingPeriod] = (),
    mentor_training: Iterable[TrainingPeriod] = (),
    years: Iterable[ContractPeriod] = (contract_year(),),
    identity: bool | None = True,
    email_in_use: bool | None = False,
    body: str | None = "teaching_school_hub",
) -> EctCandidate:
    """A teacher whom the school wants to register as an ECT from that day."""
    person = teacher(THE_ECT, induction=induction, prohibited=prohibited)
    return EctCandidate(
        THE_ECT,
        person if known else None,
        at or school(),
        day(started),
        tuple(sorted(registrations, key=lambda p: p.started_on)),
        tuple(training),
        tuple(mentor_training),
        tuple(years),
        identity,
        email_in_use,
        None if body is None else AppropriateBodyType(body),
    )


def mentor_candidate(
    started: str = "2026-01-15",
    *,
    known: bool = True,
    prohibited: bool | None = False,
    at: SchoolFacts | None = None,
    for_ect: str | None = THE_ECT,
    at_schools: Iterable[MentorAtSchoolPeriod] = (),
    training: Iterable[TrainingPeriod] = (),
    years: Iterable[ContractPeriod] = (contract_year(),),
    identity: bool | None = True,
    email_in_use: bool | None = False,
    here_only: bool | None = None,
) -> MentorCandidate:
    """A teacher whom the school wants to register as a mentor from that day."""
    return MentorCandidate(
        THE_MENTOR,
        teacher(THE_MENTOR, prohibited=prohibited) if known else None,
        at or school(),
        day(started),
        for_ect,
        tuple(sorted(at_schools, key=lambda p: p.started_on)),
        tuple(training),
        tuple(years),
        identity,
        email_in_use,
        here_only,
    )
