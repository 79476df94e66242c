"""EFUND-4: training is funded for as long as induction goes on."""

from datetime import date

from ect_rules.facts import EctFundingFacts, InductionStatus
from ect_rules.induction import reads_of_induction, status_on
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

PASSED = Reason("INDUCTION_PASSED", "NOT_ELIGIBLE", "The ECT has passed induction.")
FAILED = Reason("INDUCTION_FAILED", "NOT_ELIGIBLE", "The ECT has failed induction.")
IN_WALES = Reason(
    "INDUCTION_FAILED_IN_WALES", "NOT_ELIGIBLE", "The ECT has failed induction in Wales."
)

RULE = Rule(
    id="EFUND-4b",
    sentence="By the day asked about induction has not been passed, failed or failed in Wales. An "
    "induction period with an outcome says from when: the day after its last day. Without one the "
    "TRS induction status counts, whatever the day.",
    sources=(
        Source("GOV", "funding and eligibility: not completed before", Standing.PAGE),
        Source("RECT", "lib/trs/teacher.rb:13-15"),
        Source("OURS", "the day on which induction was concluded", Standing.OURS),
    ),
    role=Role.BARS,
    precedence=22,
    reasons=(PASSED, FAILED, IN_WALES),
)

BARRED = {
    InductionStatus.PASSED: Finding(Verdict.NOT_MET, (PASSED,)),
    InductionStatus.FAILED: Finding(Verdict.NOT_MET, (FAILED,)),
    InductionStatus.FAILED_IN_WALES: Finding(Verdict.NOT_MET, (IN_WALES,)),
}


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Cannot tell where the status is not told and no outcome either."""
    status = status_on(facts.teacher, facts.induction_periods, on)
    return CANNOT_TELL if status is None else BARRED.get(status, MET)


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """The status, and the induction periods."""
    return reads_of_induction(facts.teacher, facts.induction_periods)
