"""REG-1: an ECT who has left needs nothing more here."""

from datetime import date

from ect_rules.dated import ended
from ect_rules.facts import EctFacts
from ect_rules.rule import (
    NOT_APPLICABLE,
    NOT_MET,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

LEFT_SCHOOL = Reason("LEFT_SCHOOL", "LEFT", "The ECT has left the school.")

RULE = Rule(
    id="REG-1",
    sentence="The ECT-at-school period ended before the day.",
    sources=(
        Source("DH", "reporting when an ECT or mentor has left"),
        Source("RECT", "lists of ECTs hold current and future periods only"),
        Source("OURS", "as a status of its own", Standing.OURS),
    ),
    role=Role.DECIDES,
    precedence=10,
    reasons=(LEFT_SCHOOL,),
    other_reading="RECT's helper would still prompt for a mentor after the ECT has left; its page "
    "no longer lists the ECT. We follow the page (AMB-2).",
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: EctFacts, on: date) -> Finding:
    """Met from the day after the last day at the school."""
    if facts.period is None:
        return NOT_APPLICABLE
    return DECIDED if ended(facts.period, on) else NOT_MET


def reads(facts: EctFacts, on: date) -> Facts:
    """The last day at the school."""
    return ((facts.period, "finished_on"),)
