"""Row 3 of the earlier service's chain: an induction before this one was funded otherwise."""

from datetime import date

from ect_rules.ecf import raised, reads_of
from ect_rules.facts import EctFundingFacts, EligibilityReason, InductionStatus
from ect_rules.induction import CONCLUDED, begun_early, reads_of_induction, status_on
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

PREVIOUS_INDUCTION = Reason(
    "PREVIOUS_INDUCTION", "NOT_ELIGIBLE", "The ECT began or completed an induction before."
)

RULE = Rule(
    id="EFUND-E3",
    sentence="The earlier service's check found no previous induction. Where that is not told: "
    "induction has not been completed, and did not begin before 1 September 2021 unless it is in "
    "progress.",
    sources=(
        Source("ECF1", "participants/determine_eligibility_status.rb, row 3", Standing.RUN),
        Source("ECF1", "participant_validation_service.rb, previous_induction?", Standing.RUN),
    ),
    role=Role.BARS,
    precedence=13,
    reasons=(PREVIOUS_INDUCTION,),
    contract_periods=(None, 2024),
    covers=("ECF1-3",),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Cannot tell where neither the check nor the induction status is told."""
    before = raised(facts.ecf, EligibilityReason.PREVIOUS_INDUCTION)
    if before is None:
        status = facts.teacher and status_on(facts.teacher, facts.induction_periods, on)
        if status is None:
            return CANNOT_TELL
        early = begun_early(facts.induction_periods)
        before = status in CONCLUDED or (early and status is not InductionStatus.IN_PROGRESS)
    return BARRED if before else MET


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """What the check found; the induction status and periods."""
    found = reads_of(facts.ecf, EligibilityReason.PREVIOUS_INDUCTION)
    return (*found, *reads_of_induction(facts.teacher, facts.induction_periods))
