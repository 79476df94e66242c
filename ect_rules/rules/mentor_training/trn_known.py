"""Whom are we asked about?"""

from datetime import date

from ect_rules.facts import MentorFacts
from ect_rules.rule import NOT_MET, Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict

TRN_NOT_KNOWN = Reason(
    "TRN_NOT_KNOWN", "NOT_KNOWN", "Nothing has been recorded under this teacher reference number."
)

RULE = Rule(
    id="TRAIN-0a",
    sentence="Nothing has been recorded under this TRN.",
    sources=(Source("OURS", "an unknown TRN is an answer and not an error", Standing.OURS),),
    role=Role.DECIDES,
    precedence=1,
    reasons=(TRN_NOT_KNOWN,),
    stops=True,
    contract_periods=(None, 2024),
    other_reading="From 2025 mentor funding says so (TRAIN-1).",
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Met where there is no teacher record."""
    return DECIDED if facts.teacher is None else NOT_MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """Nothing: it goes by there being no record."""
    return ()
