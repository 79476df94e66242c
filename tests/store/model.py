"""Any records, any work of a transaction, and the facts at every revision by plain assignment."""

from datetime import UTC, date, datetime, timedelta, timezone

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
    Record,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.store.store import Transaction
from ect_rules.store.tables import NOT_SUPERSEDED
from ect_rules.world import key
from tests.store.keeping import Facts, Rows

TRNS, URNS, IDS = ["0000001", "0000002", "9999999"], ["100001", "100002"], ["a", "B:1"]
YEARS = [2021, 2100]
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
instants = st.datetimes(
    datetime(1901, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2199, 12, 31),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))]),
)
words = st.characters(codec="utf-8", exclude_characters="\0")  # which PostgreSQL does not keep
told = st.none() | st.booleans()
at_school = {
    "id": st.sampled_from(IDS),
    "trn": st.sampled_from(TRNS),
    "urn": st.sampled_from(URNS),
    "started_on": days,
    "finished_on": st.none() | days,
    "reported_leaving_by_urn": st.none() | st.sampled_from(URNS),
}
records = st.one_of(
    st.builds(
        Teacher,
        trn=st.sampled_from(TRNS),
        trs_induction_status=st.none() | st.sampled_from(InductionStatus),
        prohibited_from_teaching=told,
        mentor_became_ineligible_for_funding_on=st.none() | days,
        mentor_became_ineligible_for_funding_reason=st.none()
        | st.sampled_from(MentorLostFundingReason),
        qts_held=told,
        qts_awarded_on=st.none() | days,
        ect_first_became_eligible_for_training_at=st.none() | instants,
        ect_became_ineligible_for_funding_on=st.none() | days,
        mentor_first_became_eligible_for_training_at=st.none() | instants,
    ),
    st.builds(
        School,
        urn=st.sampled_from(URNS),
        gias_status=st.none() | st.sampled_from(GiasStatus),
        gias_type=st.none() | st.sampled_from(["Community school", "Children's centre"]),
        section_41_approved=told,
        marked_as_eligible=st.booleans(),
        administrative_district_code=st.none() | st.sampled_from(["E09000001", "9999"]),
    ),
    st.builds(EctAtSchoolPeriod, **at_school),
    st.builds(MentorAtSchoolPeriod, **at_school),
    st.builds(
        MentorshipPeriod,
        id=st.sampled_from(IDS),
        ect_at_school_period_id=st.sampled_from(IDS),
        mentor_at_school_period_id=st.sampled_from(IDS),
        started_on=days,
        finished_on=st.none() | days,
    ),
    st.builds(
        TrainingPeriod,
        id=st.sampled_from(IDS),
        training_programme=st.sampled_from(TrainingProgramme),
        started_on=days,
        ect_at_school_period_id=st.none() | st.sampled_from(IDS),
        mentor_at_school_period_id=st.none() | st.sampled_from(IDS),
        finished_on=st.none() | days,
        lead_provider=st.none() | st.text(words, min_size=1, max_size=9),
        partnership_confirmed=told,
        contract_period=st.none() | st.integers(2020, 2100),
        withdrawn_at=st.none() | instants,
        deferred_at=st.none() | instants,
    ),
    st.builds(
        InductionPeriod,
        id=st.sampled_from(IDS),
        trn=st.sampled_from(TRNS),
        started_on=days,
        finished_on=st.none() | days,
        outcome=st.none() | st.sampled_from(InductionOutcome),
    ),
    st.builds(
        Declaration,
        id=st.sampled_from(IDS),
        training_period_id=st.sampled_from(IDS),
        declaration_type=st.sampled_from(DeclarationType),
        declaration_date=instants,
        payment_status=st.sampled_from(PaymentStatus),
        clawback_status=st.sampled_from(ClawbackStatus),
        evidence_type=st.none() | st.sampled_from(EvidenceType),
    ),
    st.builds(
        ContractPeriod,
        year=st.sampled_from(YEARS),
        enabled=told,
        payments_frozen_at=st.none() | instants,
    ),
    st.builds(
        EcfEligibility,
        id=st.sampled_from(IDS),
        trn=st.sampled_from(TRNS),
        role=st.sampled_from(ParticipantRole),
        status=st.none() | st.sampled_from(EligibilityStatus),
        reason=st.none() | st.sampled_from(EligibilityReason),
        manually_validated=st.booleans(),
        active_flags=told,
        profile_duplicity=st.none() | st.sampled_from(ProfileDuplicity),
        no_induction=told,
    ),
)
KEYS = [
    *((Teacher, trn) for trn in TRNS),
    *((School, urn) for urn in URNS),
    *((ContractPeriod, str(year)) for year in YEARS),
    *(
        (kind, id_)
        for kind in (
            EctAtSchoolPeriod,
            MentorAtSchoolPeriod,
            MentorshipPeriod,
            TrainingPeriod,
            InductionPeriod,
            Declaration,
            EcfEligibility,
        )
        for id_ in IDS
    ),
]
# Put these records, or withdraw them: one part of a transaction.
parts = st.tuples(st.sampled_from(["put", "put", "withdraw"]), st.lists(records, max_size=4))
works = st.lists(parts, max_size=3)


class Model:
    """The facts at every revision, by plain assignment."""

    def __init__(self) -> None:
        self.history: list[Facts] = [{}]

    @property
    def newest(self) -> int:
        return len(self.history) - 1

    def work(self, parts: list[tuple[str, list[Record]]]) -> tuple[int, tuple[int, int, int]]:
        """Do what a transaction does: the revision from which it counts, and its counts."""
        before = self.history[-1]
        facts, closed = dict(before), False
        added = replaced = unchanged = 0
        for what, given in parts:
            last = {key(record): record for record in given}
            for name, record in last.items():
                if what == "withdraw":
                    closed |= name in facts and name in before
                    facts.pop(name, None)
                elif facts.get(name) == record:
                    unchanged += 1
                else:
                    replaced, added = replaced + (name in facts), added + (name not in facts)
                    closed |= name in facts and name in before
                    facts[name] = record
        if closed or facts.keys() - before.keys():
            self.history.append(facts)
        return self.newest, (added, replaced, unchanged)


def working(parts: list[tuple[str, list[Record]]], transaction: Transaction) -> bytes:
    for what, given in parts:
        getattr(transaction, what)(given)
    counts = transaction.counts
    answer = (transaction.counts_from, (counts.added, counts.replaced, counts.unchanged))
    return repr(answer).encode()


def hold_history(before: Rows, after: Rows, newest: int) -> None:
    """Of what was there nothing may differ but that a row is closed, at the newest revision."""
    for table in before.keys() - {"head"}:
        earlier, later = before[table], after[table]
        fresh = later[len(earlier) :]
        if table in ("revisions", "requests"):
            assert set(earlier) <= set(later)
            continue
        for row, now in zip(earlier, later[: len(earlier)], strict=True):
            assert now[:-1] == row[:-1]
            assert now[-1] == row[-1] or (row[-1], now[-1]) == (NOT_SUPERSEDED, newest)
        assert all(row[-2:] == (newest, NOT_SUPERSEDED) for row in fresh)
