"""Row 2 of the earlier service's chain: who took part in the early roll-out was funded then."""

from datetime import date

from ect_rules.completion import EARLY_ROLL_OUT
from ect_rules.ecf import raised, reads_of
from ect_rules.facts import EligibilityReason, MentorFacts
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    NOT_APPLICABLE,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

PREVIOUS_PARTICIPATION = Reason(
    "PREVIOUS_PARTICIPATION",
    "NOT_ELIGIBLE",
    "The mentor took part in the early roll-out, and is funded once only.",
)

RULE = Rule(
    id="FUND-E2",
    sentence="The mentor did not take part in the early roll-out.",
    sources=(Source("ECF1", "participants/determine_eligibility_status.rb, row 2", Standing.RUN),),
    role=Role.BARS,
    precedence=12,
    reasons=(PREVIOUS_PARTICIPATION,),
    contract_periods=(None, 2024),
    covers=("ECF1-2",),
    other_reading="The earlier service's check took two of the three reasons on its list of those "
    "not eligible, its test of completion all three. We go by the check: the third is about ECTs "
    "(AMB-13).",
)

CHECKED = EligibilityReason.PREVIOUS_PARTICIPATION
BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Cannot tell where the check is not told. A stored early roll-out settles it: FUND-2a says so."""
    took_part = raised(facts.ecf, CHECKED)
    if took_part is None and facts.lost is not None and facts.lost.reason is EARLY_ROLL_OUT:
        return NOT_APPLICABLE
    if took_part is None:
        return CANNOT_TELL
    return BARRED if took_part else MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """What the check found."""
    return reads_of(facts.ecf, CHECKED)
