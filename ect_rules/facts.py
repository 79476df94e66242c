"""What we have been told: records, and the views of them that rules read.

Records are the stored facts, one class for each kind, plain and immutable. A view joins the records
about one subject, so that a rule has everything in hand and can cause no query.

Every `started_on` is the first day covered and every `finished_on` the last day covered (DATE-1);
`finished_on` None means open ended. Periods are things that happened, and we are told of all of
them: a period that is not here did not happen. An attribute (an induction status, a school's type)
that is None has not been told, which is not the same as no.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from attrs import field, frozen


class InductionStatus(StrEnum):
    """Induction status of a teacher in the Teaching Record System (TRS)."""

    NONE = "None"
    REQUIRED_TO_COMPLETE = "RequiredToComplete"
    IN_PROGRESS = "InProgress"
    PASSED = "Passed"
    FAILED = "Failed"
    FAILED_IN_WALES = "FailedInWales"
    EXEMPT = "Exempt"


class MentorLostFundingReason(StrEnum):
    """Why a mentor became ineligible for funding."""

    COMPLETED_DECLARATION_RECEIVED = "completed_declaration_received"
    COMPLETED_DURING_EARLY_ROLL_OUT = "completed_during_early_roll_out"
    STARTED_NOT_COMPLETED = "started_not_completed"


class GiasStatus(StrEnum):
    """Status of a school in Get Information about Schools (GIAS)."""

    OPEN = "open"
    CLOSED = "closed"
    PROPOSED_TO_CLOSE = "proposed_to_close"
    PROPOSED_TO_OPEN = "proposed_to_open"


class TrainingProgramme(StrEnum):
    """Who leads the training."""

    PROVIDER_LED = "provider_led"
    SCHOOL_LED = "school_led"


@frozen(cache_hash=True)
class Teacher:
    """A person with a TRN, as ECT, as mentor, or both. `trn`: seven digits."""

    trn: str
    trs_induction_status: InductionStatus | None = None
    prohibited_from_teaching: bool | None = None
    mentor_became_ineligible_for_funding_on: date | None = None
    mentor_became_ineligible_for_funding_reason: MentorLostFundingReason | None = None


@frozen(cache_hash=True)
class School:
    """A school, by its present row in GIAS. `urn`: six digits; `gias_type`: the type's exact name.

    `marked_as_eligible`: an administrator of the service marked the school as eligible.
    """

    urn: str
    gias_status: GiasStatus | None = None
    gias_type: str | None = None
    section_41_approved: bool | None = None
    marked_as_eligible: bool = False


@frozen
class EctAtSchoolPeriod:
    """A stretch during which the teacher `trn` is an ECT at the school `urn`."""

    id: str
    trn: str
    urn: str
    started_on: date
    finished_on: date | None = None
    reported_leaving_by_urn: str | None = None


@frozen
class MentorAtSchoolPeriod:
    """A stretch during which the teacher `trn` is a mentor at the school `urn`."""

    id: str
    trn: str
    urn: str
    started_on: date
    finished_on: date | None = None
    reported_leaving_by_urn: str | None = None


@frozen
class MentorshipPeriod:
    """A stretch during which one mentor at a school mentors one ECT at that school."""

    id: str
    ect_at_school_period_id: str
    mentor_at_school_period_id: str
    started_on: date
    finished_on: date | None = None


@frozen
class TrainingPeriod:
    """A stretch of training of one ECT or one mentor at a school: exactly one of the two ids is set.

    `lead_provider` is the provider of the confirmed partnership, or the one the school has chosen so
    far (an expression of interest) while `partnership_confirmed` is False. `contract_period` is the
    year in which the contract period begins. `withdrawn_at`, `deferred_at`: instants with a zone.
    """

    id: str
    training_programme: TrainingProgramme
    started_on: date
    ect_at_school_period_id: str | None = None
    mentor_at_school_period_id: str | None = None
    finished_on: date | None = None
    lead_provider: str | None = None
    partnership_confirmed: bool | None = None
    contract_period: int | None = None
    withdrawn_at: datetime | None = None
    deferred_at: datetime | None = None


Record = (
    Teacher | School | EctAtSchoolPeriod | MentorAtSchoolPeriod | MentorshipPeriod | TrainingPeriod
)


@frozen(cache_hash=True)
class SchoolFacts:
    """A school as a subject. `unfinished_training`: whether a training period there has no end."""

    school: School
    unfinished_training: bool | None = None


@frozen
class MentorLink:
    """A mentorship seen from the ECT. `mentor_trn` None: we do not know who the mentor is."""

    period: MentorshipPeriod
    mentor_trn: str | None
    started_on: date
    finished_on: date | None


@frozen
class EctFacts:
    """One registration: an ECT at one school. Mentorships are in order of their start.

    `teacher` None: we hold nothing under this TRN. `period` None: not registered as an ECT (at the
    school asked about). `mentors_at_school`: everybody's mentor periods at the school of `period`.
    `asking_urn`: the school on whose behalf the question is asked; None, nobody's.
    """

    trn: str
    teacher: Teacher | None
    period: EctAtSchoolPeriod | None
    mentorships: tuple[MentorLink, ...] = ()
    mentors_at_school: tuple[MentorAtSchoolPeriod, ...] = ()
    asking_urn: str | None = None


@frozen
class EctLink:
    """A mentorship seen from the mentor, with what we know of the ECT at that school."""

    period: MentorshipPeriod
    ect: Teacher | None
    ect_training: tuple[TrainingPeriod, ...]
    started_on: date
    finished_on: date | None


@frozen
class MentorAtSchool:
    """A mentor-at-school period with its school."""

    period: MentorAtSchoolPeriod
    school: SchoolFacts
    started_on: date
    finished_on: date | None


@frozen
class MentorFacts:
    """One mentor: everything at every school. Periods are in order of their start.

    `teacher` None: we hold nothing under this TRN.
    """

    trn: str
    teacher: Teacher | None
    at_schools: tuple[MentorAtSchool, ...] = ()
    mentorships: tuple[EctLink, ...] = ()
    training: tuple[TrainingPeriod, ...] = ()


@frozen
class AssignmentFacts:
    """A mentorship that somebody proposes, with what it must agree with.

    `proposed`: its two periods are `ect` and `mentor`. `others`: the ECT's other mentorships.
    """

    proposed: MentorshipPeriod
    ect: EctAtSchoolPeriod
    mentor: MentorAtSchoolPeriod
    others: tuple[MentorshipPeriod, ...] = field(default=())
