"""What is recorded of people and schools themselves."""

from datetime import UTC, date, datetime

import pytest

from ect_rules.errors import RevisionOutOfRangeError
from ect_rules.facts import (
    ContractPeriod,
    Declaration,
    DeclarationType,
    EcfEligibility,
    EctAtSchoolPeriod,
    InductionPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    ParticipantRole,
    PaymentStatus,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.store.snapshot import Seeds
from ect_rules.store.store import Store
from ect_rules.world import key
from tests.store.keeping import do, put

ECT, MENTOR, COLLEAGUE, SCHOOL = "1000001", "2000001", "2000002", "100001"
START, LED = date(2025, 9, 1), TrainingProgramme.PROVIDER_LED
AT = datetime(2025, 10, 1, tzinfo=UTC)
OF_ECT = [
    Teacher(ECT),
    EctAtSchoolPeriod("e", ECT, SCHOOL, START),
    InductionPeriod("i", ECT, START),
    TrainingPeriod("te", LED, START, "e"),
]
OF_BOTH = [MentorshipPeriod("em", "e", "m", START)]
OF_MENTOR = [
    Teacher(MENTOR),
    MentorAtSchoolPeriod("m", MENTOR, SCHOOL, START),
    TrainingPeriod("tm", LED, START, None, "m"),
    Declaration("d", "tm", DeclarationType.STARTED, AT, PaymentStatus.ELIGIBLE),
    EcfEligibility("k", MENTOR, ParticipantRole.MENTOR),
]
OF_SCHOOL = [School(SCHOOL)]
OTHERS = [
    Teacher(COLLEAGUE),
    MentorAtSchoolPeriod("c", COLLEAGUE, SCHOOL, START),
    ContractPeriod(2025),
]
ABOUT = {
    "an ECT": (Seeds(trns={ECT}), [*OF_ECT, *OF_BOTH]),
    "an ECT by name": (Seeds(named_trns={ECT}), [*OF_ECT, *OF_BOTH]),
    "an ECT by a period": (Seeds(ect_period_ids={"e"}), [*OF_ECT, *OF_BOTH]),
    "an ECT by training": (Seeds(training_ids={"te"}), [*OF_ECT, *OF_BOTH]),
    "a mentor": (Seeds(trns={MENTOR}), [*OF_MENTOR, *OF_BOTH]),
    "a mentor by a period": (Seeds(mentor_period_ids={"m"}), [*OF_MENTOR, *OF_BOTH]),
    "a mentor by training": (Seeds(training_ids={"tm"}), [*OF_MENTOR, *OF_BOTH]),
    "both of a mentorship": (Seeds(mentorship_ids={"em"}), [*OF_ECT, *OF_BOTH, *OF_MENTOR]),
    "a school": (Seeds(urns={SCHOOL}), OF_SCHOOL),
    "a school that is only named": (Seeds(named_urns={SCHOOL}), []),
    "what there is not": (Seeds({"7654321"}, {"999999"}, {"x"}, {"x"}, {"x"}, {"x"}), []),
}


@pytest.mark.parametrize("case", ABOUT)
def test_about(store: Store, case: str) -> None:
    put(store, *OF_ECT, *OF_BOTH, *OF_MENTOR, *OF_SCHOOL, *OTHERS)
    seeds, records = ABOUT[case]
    with store.snapshot() as snapshot:
        assert snapshot.about(seeds).records == {key(r): r for r in records}


def test_a_transaction_reads_an_earlier_revision_and_none_to_come(store: Store) -> None:
    for told in (None, True, False):
        put(store, Teacher(ECT, qts_held=told))
    read = []

    def work(transaction: object) -> None:
        for revision in (0, 1, 3):
            earlier = transaction.earlier(revision)
            read.append([t.qts_held for t in earlier.current(Teacher, {ECT})])
        with pytest.raises(RevisionOutOfRangeError):
            transaction.earlier(4)

    do(store, work)
    assert read == [[], [None], [False]]
