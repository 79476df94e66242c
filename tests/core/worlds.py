"""Random people, schools and periods: a mentor, an ECT and somebody else, with something amiss."""

from datetime import UTC, date, datetime, timedelta

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
from ect_rules.world import World, key

AN_ECT, A_MENTOR, SOMEBODY = TRNS = ("1000001", "2000001", "3000001")
URNS = ("100001", "100002")
IN_ENGLAND = "E09000001"
YEARS = (2023, 2024, 2025, 2026)
ECT_PERIODS = ("ect-a", "ect-b", "ect-c")
MENTOR_PERIODS = ("mentor-a", "mentor-b", "mentor-c")

# Records have days round that on which a rule comes into force, and round two years after it: those
# up to 2024 are of the earlier service. What a rule counts in years from the second of these comes
# round in the third. Between the first two the rules of the one end and those of the other begin.
EARLY, LATE, AFTER_ALL = (
    [date(year, 7, 27) + timedelta(n) for n in range(8)] for year in (2024, 2026, 2028)
)
FIRST, LAST = date(2024, 7, 20), date(2028, 8, 15)
# Days round those before and after which an induction is judged in another way.
OF_INDUCTION = [date(2021, 8, 31), date(2021, 9, 1), date(2023, 8, 31), date(2023, 9, 1)]
NEW_RULES = date(2025, 6, 1)

# Every day round those, and some of the many days between, on which nothing happens.
HORIZON = [
    day
    for n in range((LAST - FIRST).days + 1)
    if (day := FIRST + timedelta(n))
    if n % 16 == 0
    or any(abs((day - near[4]).days) < 12 for near in (EARLY, LATE, AFTER_ALL))
    or abs((day - NEW_RULES).days) < 2
]

some_days = st.sampled_from([*EARLY, *LATE])
some_day_asked = st.sampled_from([*EARLY, *LATE, FIRST, date(2025, 5, 31), NEW_RULES, LAST])
any_days = st.dates() | st.sampled_from([date.min, date(2024, 2, 29), date(2025, 6, 1), date.max])


def spans(days, valid=True):
    """A first day, and a last day that is open or, where `valid`, is not before it."""

    def span(started, finished):
        if valid and finished is not None and finished < started:
            started, finished = finished, started
        return {"started_on": started, "finished_on": finished}

    return st.builds(span, days, st.none() | days)


def instants(days):
    """Instants on those days, also in the hour by which London is ahead of UTC."""
    times = st.sampled_from([(0, 0), (12, 0), (22, 59), (23, 0), (23, 59)])
    return st.builds(
        lambda day, time: datetime(day.year, day.month, day.day, *time, tzinfo=UTC), days, times
    )


def records_of_all_kinds(days, valid):
    """Any one record, of people, schools and periods that others may name."""
    ect_ids, mentor_ids = st.sampled_from(ECT_PERIODS), st.sampled_from(MENTOR_PERIODS)
    trns, urns = st.sampled_from(TRNS), st.sampled_from(URNS)
    reporters = st.none() | urns
    flags = st.sampled_from([None, False, True])

    def at_school(kind, ids):
        return st.builds(
            lambda id_, trn, urn, span, by: kind(id_, trn, urn, **span, reported_leaving_by_urn=by),
            ids,
            trns,
            urns,
            spans(days, valid),
            reporters,
        )

    def training(owner, ids):
        return st.builds(
            lambda n, led, owned_by, span, provider, sure, year, withdrawn, deferred: (
                TrainingPeriod(
                    f"training-{n}",
                    led,
                    **{owner: owned_by},
                    **span,
                    lead_provider=provider,
                    partnership_confirmed=sure,
                    contract_period=year,
                    withdrawn_at=withdrawn,
                    deferred_at=deferred,
                )
            ),
            st.integers(0, 4),
            st.sampled_from(TrainingProgramme),
            ids,
            spans(days, valid),
            st.sampled_from([None, "a provider", "another provider"]),
            flags,
            st.none() | st.sampled_from(YEARS),
            st.none() | instants(days),
            st.none() | instants(days),
        )

    return st.one_of(
        st.builds(
            Teacher,
            trns,
            st.none() | st.sampled_from(InductionStatus),
            flags,
            st.none() | days,
            st.none() | st.sampled_from(MentorLostFundingReason),
            qts_held=flags,
            qts_awarded_on=st.none() | days,
            ect_first_became_eligible_for_training_at=st.none() | instants(days),
            ect_became_ineligible_for_funding_on=st.none() | days,
            mentor_first_became_eligible_for_training_at=st.none() | instants(days),
        ),
        st.builds(
            School,
            urns,
            st.none() | st.sampled_from(GiasStatus),
            st.sampled_from(
                [
                    None,
                    "Community school",
                    "Miscellaneous",
                    "Other independent school",
                    "Other independent special school",
                    "Welsh establishment",
                    "none of the 41",
                ]
            ),
            flags,
            st.booleans(),
            st.sampled_from([None, IN_ENGLAND, "W06000001"]),
        ),
        at_school(EctAtSchoolPeriod, ect_ids),
        at_school(MentorAtSchoolPeriod, mentor_ids),
        st.builds(
            lambda n, e, m, span: MentorshipPeriod(f"mentorship-{n}", e, m, **span),
            st.integers(0, 3),
            ect_ids,
            mentor_ids,
            spans(days, valid),
        ),
        training("ect_at_school_period_id", ect_ids),
        training("mentor_at_school_period_id", mentor_ids),
        st.builds(
            lambda n, of, *told: Declaration(f"declaration-{n}", f"training-{of}", *told),
            st.integers(0, 2),
            st.integers(0, 4),
            st.sampled_from(
                [DeclarationType.STARTED, DeclarationType.RETAINED_4, DeclarationType.COMPLETED]
            ),
            instants(days),
            st.sampled_from(PaymentStatus),
            st.sampled_from(ClawbackStatus),
            st.none() | st.sampled_from(EvidenceType),
        ),
        st.builds(
            lambda n, trn, span, outcome: InductionPeriod(
                f"induction-{n}", trn, **span, outcome=outcome if span["finished_on"] else None
            ),
            st.integers(0, 2),
            trns,
            spans(days | st.sampled_from(OF_INDUCTION), valid),
            st.none() | st.sampled_from(InductionOutcome),
        ),
        st.builds(ContractPeriod, st.sampled_from(YEARS), st.none(), st.none() | instants(days)),
        st.builds(
            lambda trn, role, told: checks(trn, role, **told),
            trns,
            st.sampled_from(ParticipantRole),
            st.fixed_dictionaries(
                {
                    "status": st.none() | st.sampled_from(EligibilityStatus),
                    "reason": st.none() | st.sampled_from(EligibilityReason),
                    "manually_validated": st.booleans(),
                    "profile_duplicity": st.none() | st.sampled_from(ProfileDuplicity),
                    **dict.fromkeys(FLAGS, flags),
                }
            ),
        ),
    )


FLAGS = (
    "active_flags",
    "previous_participation",
    "previous_induction",
    "no_qts",
    "different_trn",
    "exempt_from_induction",
    "no_induction",
)


def checks(trn, role, **told):
    """What the earlier service held of its checks: nothing against anybody but what is told."""
    nothing = dict.fromkeys(FLAGS, False) | {"profile_duplicity": ProfileDuplicity.SINGLE}
    return EcfEligibility(f"checks-{trn}-{role}", trn, role, **nothing | told)


def as_it_should_be(since, training_since):
    """A mentor who is eligible, with an ECT in provider-led training."""
    return [
        *(Teacher(trn, InductionStatus.IN_PROGRESS, False, qts_held=True) for trn in TRNS),
        InductionPeriod("induction-0", AN_ECT, since),
        *(
            School(urn, GiasStatus.OPEN, "Community school", False, False, IN_ENGLAND)
            for urn in URNS
        ),
        *(ContractPeriod(year, enabled=True) for year in YEARS),
        *(checks(trn, ParticipantRole.MENTOR) for trn in TRNS),
        checks(AN_ECT, ParticipantRole.ECT),
        EctAtSchoolPeriod("ect-a", AN_ECT, URNS[0], since),
        MentorAtSchoolPeriod("mentor-a", A_MENTOR, URNS[0], since),
        MentorshipPeriod("mentorship-0", "ect-a", "mentor-a", since),
        TrainingPeriod("training-0", TrainingProgramme.PROVIDER_LED, since, "ect-a"),
        TrainingPeriod(
            "training-1",
            TrainingProgramme.PROVIDER_LED,
            training_since,
            mentor_at_school_period_id="mentor-a",
        ),
    ]


def records(days=some_days, valid=True):
    """Records with unique keys: things as they should be, some changed, some gone, some more.

    `valid`: whether every period ends on or after its start.
    """

    def together(usual, changes, gone):
        found = {key(record): record for record in (*usual, *changes)}
        return [r for n, r in enumerate(found.values()) if n not in gone]

    return st.builds(
        together,
        st.builds(as_it_should_be, st.sampled_from(EARLY), some_days),
        st.lists(records_of_all_kinds(days, valid), min_size=1, max_size=9),
        st.sets(st.integers(0, 20), max_size=2),
    )


def worlds(days=some_days, valid=True):
    return st.builds(World, records(days, valid))
