"""People, schools and periods for the tests, in few words.

Days are ISO strings, instants are ISO strings with a zone, and a last day of None is open ended.
What a test does not say is unremarkable: an ECT in induction without a mentor, a mentor who is
eligible for funding, a community school that is open.
"""

from collections.abc import Iterable
from datetime import date, datetime

from attrs import evolve

from ect_rules.facts import (
    AssignmentFacts,
    EctAtSchoolPeriod,
    EctFacts,
    EctLink,
    GiasStatus,
    InductionStatus,
    MentorAtSchool,
    MentorAtSchoolPeriod,
    MentorFacts,
    MentorLink,
    MentorLostFundingReason,
    MentorshipPeriod,
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
    urn: str = THE_SCHOOL,
) -> SchoolFacts:
    status = None if gias_status is None else GiasStatus(gias_status)
    return SchoolFacts(School(urn, status, gias_type, section_41, marked), unfinished_training)


def training(
    started: str = "2025-09-01",
    finished: str | None = None,
    *,
    led_by: str = "provider",
    withdrawn: str | None = None,
    deferred: str | None = None,
    confirmed: bool | None = None,
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
        partnership_confirmed=confirmed,
        withdrawn_at=instant(withdrawn),
        deferred_at=instant(deferred),
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
    name: str = "the mentorship",
) -> EctLink:
    """A mentorship as the mentor's own facts show it."""
    period = mentorship(started, finished, name=name)
    return EctLink(
        period,
        teacher(THE_ECT, induction=induction) if ect_known else None,
        tuple(evolve(t, ect_at_school_period_id="the ECT's period") for t in training),
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
    known: bool = True,
) -> MentorFacts:
    person = teacher(
        THE_MENTOR, prohibited=prohibited, lost=lost, lost_on=lost_on if lost else None
    )
    return MentorFacts(
        THE_MENTOR,
        person if known else None,
        tuple(sorted(at_schools, key=lambda at: at.started_on)),
        tuple(sorted(mentorships, key=lambda link: link.started_on)),
        tuple(evolve(t, mentor_at_school_period_id="the mentor's period") for t in training),
    )


def nobodys_mentor(**given: object) -> MentorFacts:
    """A teacher with no mentor-at-school period, and so without mentorships."""
    return mentor(at_schools=(), mentorships=(), **given)


def assignment(
    started: str = "2025-09-01",
    finished: str | None = None,
    *,
    ect: EctAtSchoolPeriod | None = None,
    mentor: MentorAtSchoolPeriod | None = None,
    others: Iterable[MentorshipPeriod] = (),
) -> AssignmentFacts:
    """A mentorship that somebody proposes for these days."""
    return AssignmentFacts(
        mentorship(started, finished, name="the proposed mentorship"),
        ect or ect_period(),
        mentor or mentor_period(),
        tuple(others),
    )
