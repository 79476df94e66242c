"""TRAIN-2a: a warning that more training is not funded. Contract periods up to 2024; on any day."""

import pytest

from ect_rules.rules.mentor_training import trained_unfunded
from tests.builders import COMPLETED, EARLY_ROLL_OUT, NOT_COMPLETED, ecf_checks, mentor
from tests.rules.table import CANNOT_TELL, MET, NOT_APPLICABLE, NOT_MET, Case, found

LOSS = (
    "the teacher: mentor_became_ineligible_for_funding_on, "
    "mentor_became_ineligible_for_funding_reason"
)
READS = [LOSS, "the checks: previous_participation"]
UNFUNDED = ["TRAINING_NOT_FUNDED"]

CASES = {
    "not trained before": Case(
        mentor(ecf=ecf_checks("mentor")), "2022-09-01", NOT_MET, reads=READS
    ),
    "took part in the early roll-out": Case(
        mentor(ecf=ecf_checks("mentor", previous_participation=True)),
        "2022-09-01",
        MET,
        warnings=UNFUNDED,
        reads=READS,
    ),
    "the early roll-out is stored, and no checks are told": Case(
        mentor(lost=EARLY_ROLL_OUT), "2022-09-01", MET, warnings=UNFUNDED, reads=[LOSS]
    ),
    "completed": Case(
        mentor(lost=COMPLETED, ecf=ecf_checks("mentor")), "2022-09-01", MET, warnings=UNFUNDED
    ),
    "started and not completed": Case(
        mentor(lost=NOT_COMPLETED, ecf=ecf_checks("mentor")),
        "2022-09-01",
        MET,
        warnings=UNFUNDED,
    ),
    "whether in the early roll-out is not told": Case(
        mentor(ecf=ecf_checks("mentor", previous_participation=None)),
        "2022-09-01",
        CANNOT_TELL,
        reads=READS,
    ),
    "no checks are told": Case(mentor(), "2022-09-01", CANNOT_TELL),
    "nothing is recorded under the TRN": Case(mentor(known=False), "2022-09-01", NOT_APPLICABLE),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_trained_unfunded(case):
    assert found(trained_unfunded, case) == case.expected
