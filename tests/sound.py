"""Any sound record of every kind, for what must come back as it went in."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from ect_rules.facts import (
    ClawbackStatus,
    ContractPeriod,
    Declaration,
    DeclarationType,
    EcfEligibility,
    EctAtSchoolPeriod,
    EligibilityReason,
    EligibilityStatus,
    EvidenceType,
    GiasStatus,
    InductionOutcome,
    InductionPeriod,
    InductionStatus,
    MentorAtSchoolPeriod,
    MentorLostFundingReason,
    MentorshipPeriod,
    ParticipantRole,
    PaymentStatus,
    ProfileDuplicity,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.gias import TYPES

ids = st.from_regex(r"[A-Za-z0-9:._-]{1,64}", fullmatch=True)
trns = st.from_regex(r"[0-9]{7}", fullmatch=True, alphabet="0123456789")
urns = st.from_regex(r"[0-9]{6}", fullmatch=True, alphabet="0123456789")
years = st.integers(2020, 2100)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
booleans = st.none() | st.booleans()
an_instant = st.datetimes(
    datetime(1901, 1, 1),  # noqa: DTZ001 - the zone comes after
    datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
instants = st.none() | an_instant
names = st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1, max_size=200)


def a_period(of, **fields):
    both = st.tuples(days, st.none() | days).map(lambda d: (d[0], d[1] and max(d)))
    return st.builds(
        lambda period, **others: of(started_on=period[0], finished_on=period[1], **others),
        both,
        id=ids,
        **fields,
    )


lost = st.tuples(days, st.sampled_from(MentorLostFundingReason)) | st.just((None, None))
qts = st.tuples(st.just(True), st.none() | days) | st.tuples(booleans, st.none())
teachers = st.builds(
    lambda trn, status, prohibited, loss, held, eligible, exempt, mentor_eligible: Teacher(
        trn, status, prohibited, *loss, *held, eligible, exempt, mentor_eligible
    ),
    trns,
    st.none() | st.sampled_from(InductionStatus),
    booleans,
    lost,
    qts,
    instants,
    st.none() | days,
    instants,
)
schools = st.builds(
    School,
    urns,
    st.none() | st.sampled_from(GiasStatus),
    st.none() | st.sampled_from(sorted(TYPES)),
    booleans,
    st.booleans(),
    st.none() | st.from_regex(r"[A-Za-z0-9]{1,9}", fullmatch=True),
)
at_a_school = {"trn": trns, "urn": urns, "reported_leaving_by_urn": st.none() | urns}
mentorships = a_period(
    MentorshipPeriod, ect_at_school_period_id=ids, mentor_at_school_period_id=ids
)
of_training = {
    "lead_provider": st.none() | names,
    "partnership_confirmed": booleans,
    "contract_period": st.none() | years,
    "withdrawn_at": instants,
    "deferred_at": instants,
}
trainings = a_period(
    TrainingPeriod,
    ect_at_school_period_id=ids,
    training_programme=st.sampled_from(TrainingProgramme),
    **of_training,
) | a_period(
    TrainingPeriod,
    mentor_at_school_period_id=ids,
    training_programme=st.just(TrainingProgramme.PROVIDER_LED),
    **of_training,
)
outcomes = st.none() | st.sampled_from(InductionOutcome)
inductions = a_period(InductionPeriod, trn=trns) | st.builds(
    lambda id_, trn, period, outcome: InductionPeriod(id_, trn, *sorted(period), outcome),
    ids,
    trns,
    st.tuples(days, days),
    outcomes,
)
paid = st.tuples(st.just(PaymentStatus.PAID), st.sampled_from(ClawbackStatus))
not_recovered = st.tuples(st.sampled_from(PaymentStatus), st.just(ClawbackStatus.NO_CLAWBACK))
declarations = st.builds(
    lambda id_, training, type_, at, payment, evidence: Declaration(
        id_, training, type_, at, *payment, evidence
    ),
    ids,
    ids,
    st.sampled_from(DeclarationType),
    an_instant,
    paid | not_recovered,
    st.none() | st.sampled_from(EvidenceType),
)
contract_periods = st.builds(ContractPeriod, years, booleans, instants)
checks = (
    st.just((None, None, False))
    | st.tuples(
        st.sampled_from([s for s in EligibilityStatus if s is not EligibilityStatus.ELIGIBLE]),
        st.sampled_from(EligibilityReason),
        st.booleans(),
    )
    | st.tuples(st.just(EligibilityStatus.ELIGIBLE), st.just(EligibilityReason.NONE), st.booleans())
)
eligibilities = st.builds(
    lambda id_, trn, role, found, **flags: EcfEligibility(id_, trn, role, *found, **flags),
    ids,
    trns,
    st.sampled_from(ParticipantRole),
    checks,
    profile_duplicity=st.none() | st.sampled_from(ProfileDuplicity),
    **dict.fromkeys(
        (
            "active_flags",
            "previous_participation",
            "previous_induction",
            "no_qts",
            "different_trn",
            "exempt_from_induction",
            "no_induction",
        ),
        booleans,
    ),
)
BY_KIND = {
    Teacher: teachers,
    School: schools,
    EctAtSchoolPeriod: a_period(EctAtSchoolPeriod, **at_a_school),
    MentorAtSchoolPeriod: a_period(MentorAtSchoolPeriod, **at_a_school),
    MentorshipPeriod: mentorships,
    TrainingPeriod: trainings,
    InductionPeriod: inductions,
    Declaration: declarations,
    ContractPeriod: contract_periods,
    EcfEligibility: eligibilities,
}
records = st.one_of(*BY_KIND.values())
