"""DATA-2: a billable or refundable declaration."""

import pytest

from ect_rules.rules.record_retention import billable_declaration
from tests.builders import declaration, mentor, training
from tests.rules.table import MET, NOT_APPLICABLE, NOT_MET, Case, found

YES = ["BILLABLE_DECLARATION"]
READS = ["the declaration: payment_status, clawback_status"]


def declared(**given):
    return mentor(mentorships=[], training=[training()], declarations=[declaration(**given)])


CASES = {
    "no declaration": Case(mentor(mentorships=[]), "2026-01-15", NOT_MET, reads=[]),
    "without payment": Case(declared(payment="no_payment"), "2026-01-15", NOT_MET, reads=READS),
    "eligible": Case(declared(payment="eligible"), "2026-01-15", MET, YES, reads=READS),
    "payable": Case(declared(payment="payable"), "2026-01-15", MET, YES),
    "paid": Case(declared(payment="paid"), "2026-01-15", MET, YES),
    "voided": Case(declared(payment="voided"), "2026-01-15", NOT_MET),
    "to be recovered": Case(
        declared(payment="voided", clawback="awaiting_clawback"), "2026-01-15", MET, YES
    ),
    "recovered": Case(declared(payment="voided", clawback="clawed_back"), "2026-01-15", MET, YES),
    "the day before it was declared": Case(
        declared(declared="2026-01-16T09:00+00:00"), "2026-01-15", MET, YES
    ),
    "one of two": Case(
        mentor(
            mentorships=[],
            training=[training()],
            declarations=[
                declaration(payment="voided"),
                declaration("2025-10-02T09:00+01:00", payment="paid", name="the next one"),
            ],
        ),
        "2026-01-15",
        MET,
        YES,
        reads=[*READS, "the next one: payment_status, clawback_status"],
    ),
    "there is an ECT": Case(
        mentor(training=[training()], declarations=[declaration()]), "2026-01-15", NOT_APPLICABLE
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_billable_declaration(case):
    assert found(billable_declaration, case) == case.expected
