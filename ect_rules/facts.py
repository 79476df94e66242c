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


class InductionOutcome(StrEnum):
    """How a stretch of induction ended."""

    PASS = "pass"  # noqa: S105  the outcome
    FAIL = "fail"


class DeclarationType(StrEnum):
    """The milestone that a lead provider declares."""

    STARTED = "started"
    RETAINED_1 = "retained-1"
    RETAINED_2 = "retained-2"
    RETAINED_3 = "retained-3"
    RETAINED_4 = "retained-4"
    COMPLETED = "completed"
    EXTENDED_1 = "extended-1"
    EXTENDED_2 = "extended-2"
    EXTENDED_3 = "extended-3"


class PaymentStatus(StrEnum):
    """How far the payment of a declaration has come."""

    NO_PAYMENT = "no_payment"
    ELIGIBLE = "eligible"
    PAYABLE = "payable"
    PAID = "paid"
    VOIDED = "voided"


class ClawbackStatus(StrEnum):
    """How far the recovery of money paid on a declaration has come."""

    NO_CLAWBACK = "no_clawback"
    AWAITING_CLAWBACK = "awaiting_clawback"
    CLAWED_BACK = "clawed_back"


class EvidenceType(StrEnum):
    """What a declaration rests on."""

    TRAINING_EVENT_ATTENDED = "training-event-attended"
    SELF_STUDY_MATERIAL_COMPLETED = "self-study-material-completed"
    MATERIALS_ENGAGED_WITH_OFFLINE = "materials-engaged-with-offline"
    ENGAGEMENT_MET = "75-percent-engagement-met"
    ENGAGEMENT_MET_REDUCED_INDUCTION = "75-percent-engagement-met-reduced-induction"
    ONE_TERM_INDUCTION = "one-term-induction"
    OTHER = "other"


class ParticipantRole(StrEnum):
    """As what the earlier service (ECF1) held a person."""

    ECT = "ect"
    MENTOR = "mentor"


class ProfileDuplicity(StrEnum):
    """Whether a person had more than one profile in ECF1, and which of them this is."""

    SINGLE = "single"
    PRIMARY = "primary"
    SECONDARY = "secondary"


class EligibilityStatus(StrEnum):
    """What ECF1 made of its checks."""

    ELIGIBLE = "eligible"
    MATCHED = "matched"
    MANUAL_CHECK = "manual_check"
    INELIGIBLE = "ineligible"


class EligibilityReason(StrEnum):
    """Why ECF1 made that of its checks."""

    ACTIVE_FLAGS = "active_flags"
    PREVIOUS_PARTICIPATION = "previous_participation"
    PREVIOUS_INDUCTION = "previous_induction"
    NO_QTS = "no_qts"
    DIFFERENT_TRN = "different_trn"
    DUPLICATE_PROFILE = "duplicate_profile"
    NONE = "none"
    NO_INDUCTION = "no_induction"
    EXEMPT_FROM_INDUCTION = "exempt_from_induction"


class AppropriateBodyType(StrEnum):
    """What kind of appropriate body assures an induction."""

    LOCAL_AUTHORITY = "local_authority"
    NATIONAL = "national"
    TEACHING_SCHOOL_HUB = "teaching_school_hub"


@frozen(cache_hash=True)
class Teacher:
    """A person with a TRN, as ECT, as mentor, or both. `trn`: seven digits.

    `qts_held`: whether qualified teacher status (QTS) is held now; `qts_awarded_on`: from which day.
    `ect_first_became_eligible_for_training_at`, `mentor_first_became_eligible_for_training_at`: the
    instants, with a zone, that are stored once and published; None, never so far.
    """

    trn: str
    trs_induction_status: InductionStatus | None = None
    prohibited_from_teaching: bool | None = None
    mentor_became_ineligible_for_funding_on: date | None = None
    mentor_became_ineligible_for_funding_reason: MentorLostFundingReason | None = None
    qts_held: bool | None = None
    qts_awarded_on: date | None = None
    ect_first_became_eligible_for_training_at: datetime | None = None
    ect_became_ineligible_for_funding_on: date | None = None
    mentor_first_became_eligible_for_training_at: datetime | None = None


@frozen(cache_hash=True)
class School:
    """A school, by its present row in GIAS. `urn`: six digits; `gias_type`: the type's exact name.

    `marked_as_eligible`: an administrator of the service marked the school as eligible.
    `administrative_district_code`: such as E09000001.
    """

    urn: str
    gias_status: GiasStatus | None = None
    gias_type: str | None = None
    section_41_approved: bool | None = None
    marked_as_eligible: bool = False
    administrative_district_code: str | None = None


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


@frozen
class InductionPeriod:
    """A stretch of statutory induction of the teacher `trn`, recorded by an appropriate body."""

    id: str
    trn: str
    started_on: date
    finished_on: date | None = None
    outcome: InductionOutcome | None = None


@frozen
class Declaration:
    """A lead provider's claim that a milestone of a training period was reached.

    `declaration_date`: the instant, with a zone, at which it was.
    """

    id: str
    training_period_id: str
    declaration_type: DeclarationType
    declaration_date: datetime
    payment_status: PaymentStatus
    clawback_status: ClawbackStatus = ClawbackStatus.NO_CLAWBACK
    evidence_type: EvidenceType | None = None


@frozen
class ContractPeriod:
    """A year of provider contracts, 1 June to 31 May, named by the `year` in which it begins.

    `enabled`: registrations for it are open. `payments_frozen_at`: the instant, with a zone, from
    which it no longer pays; None, it pays.
    """

    year: int
    enabled: bool | None = None
    payments_frozen_at: datetime | None = None


@frozen
class EcfEligibility:
    """What the earlier service (ECF1) held of its checks on a participant.

    `status`, `reason`: what was stored; they stand where `manually_validated` is true. The flags
    are the findings that they were made from.
    """

    id: str
    trn: str
    role: ParticipantRole
    status: EligibilityStatus | None = None
    reason: EligibilityReason | None = None
    manually_validated: bool = False
    active_flags: bool | None = None
    previous_participation: bool | None = None
    previous_induction: bool | None = None
    no_qts: bool | None = None
    different_trn: bool | None = None
    profile_duplicity: ProfileDuplicity | None = None
    exempt_from_induction: bool | None = None
    no_induction: bool | None = None


Record = (
    Teacher
    | School
    | EctAtSchoolPeriod
    | MentorAtSchoolPeriod
    | MentorshipPeriod
    | TrainingPeriod
    | InductionPeriod
    | Declaration
    | ContractPeriod
    | EcfEligibility
)


@frozen(cache_hash=True)
class LossOfFunding:
    """A mentor's loss of funding: since when and why. `on` None: not told."""

    reason: MentorLostFundingReason
    on: date | None


@frozen(cache_hash=True)
class GrantPart:
    """A part of a grant to schools, on a day: a finding and not a record.

    `hours`: what it is worth. `due`: None, cannot tell. `second_hand`: whether its authority is a
    third party repeating DfE. `words`: the condition and how it came out.
    """

    name: str
    hours: float
    due: bool | None
    second_hand: bool
    words: str


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

    `teacher` None: we hold nothing under this TRN. `declarations`: those of `training`, in order of
    their instant. `lost`: the loss of funding that is stored or follows from them. `ecf`: what the
    earlier service held of the mentor. `training_year`: the contract period of the latest training.
    """

    trn: str
    teacher: Teacher | None
    at_schools: tuple[MentorAtSchool, ...] = ()
    mentorships: tuple[EctLink, ...] = ()
    training: tuple[TrainingPeriod, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    lost: LossOfFunding | None = None
    ecf: EcfEligibility | None = None
    training_year: ContractPeriod | None = None


@frozen
class EctFundingFacts:
    """One ECT and the funding of their own training. Periods are in order of their start.

    `teacher` None: we hold nothing under this TRN. `period` None: not registered as an ECT (at the
    school asked about). `training`: that of `period`; `training_year`: the contract period of the
    latest of it. `ecf`: what the earlier service held of the ECT.
    """

    trn: str
    teacher: Teacher | None
    period: EctAtSchoolPeriod | None
    school: SchoolFacts | None = None
    training: tuple[TrainingPeriod, ...] = ()
    induction_periods: tuple[InductionPeriod, ...] = ()
    ecf: EcfEligibility | None = None
    training_year: ContractPeriod | None = None


@frozen
class OtherMentorship:
    """Another mentorship of the same ECT, at any school, with the declarations about that mentor."""

    period: MentorshipPeriod
    mentor_trn: str | None
    declarations: tuple[Declaration, ...]
    started_on: date
    finished_on: date | None


@frozen
class MentorKindFacts:
    """A mentor, and who mentored the same ECTs.

    `own_ect_training`: the mentor's training as an ECT. `others`: for each of `mentor.mentorships`,
    every other mentorship of that ECT by somebody else, in order of their start.
    """

    mentor: MentorFacts
    own_ect_training: tuple[TrainingPeriod, ...] = ()
    others: tuple[tuple[OtherMentorship, ...], ...] = ()


@frozen
class EctCandidate:
    """A teacher whom a school wants to register as an ECT from `started_on`.

    `registrations`, `training`: the teacher's as an ECT, at every school; `mentor_training`: as a
    mentor. `contract_periods`: all that we have been told of. What only the school can answer is None
    where it has not: `identity_confirmed`, `email_in_use`, `appropriate_body`.
    """

    trn: str
    teacher: Teacher | None
    school: SchoolFacts
    started_on: date
    registrations: tuple[EctAtSchoolPeriod, ...] = ()
    training: tuple[TrainingPeriod, ...] = ()
    mentor_training: tuple[TrainingPeriod, ...] = ()
    contract_periods: tuple[ContractPeriod, ...] = ()
    identity_confirmed: bool | None = None
    email_in_use: bool | None = None
    appropriate_body: AppropriateBodyType | None = None


@frozen
class MentorCandidate:
    """A teacher whom a school wants to register as a mentor for an ECT from `started_on`.

    `at_schools`, `training`: the teacher's as a mentor, at every school. `here_only`: whether the
    mentor leaves the other schools. The rest is as in `EctCandidate`.
    """

    trn: str
    teacher: Teacher | None
    school: SchoolFacts
    started_on: date
    ect_trn: str | None = None
    at_schools: tuple[MentorAtSchoolPeriod, ...] = ()
    training: tuple[TrainingPeriod, ...] = ()
    contract_periods: tuple[ContractPeriod, ...] = ()
    identity_confirmed: bool | None = None
    email_in_use: bool | None = None
    here_only: bool | None = None


@frozen
class AssignmentFacts:
    """A mentorship that somebody proposes, with what it must agree with.

    `ect`, `mentor`: its two periods; None, the teacher has not been registered as an ECT (at the
    school asked about) or as a mentor at any school, and then there is no `proposed`. `others`: the
    ECT's other mentorships, as they would be beside it.
    """

    proposed: MentorshipPeriod | None
    ect: EctAtSchoolPeriod | None
    mentor: MentorAtSchoolPeriod | None
    others: tuple[MentorshipPeriod, ...] = field(default=())
