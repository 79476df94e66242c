"""FUND-3: one person is funded once, under one record."""

from datetime import date

from ect_rules.ecf import raised, reads_of
from ect_rules.facts import EligibilityReason, MentorFacts
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    Actor,
    Facts,
    Finding,
    NextAction,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

DUPLICATE_RECORD = Reason(
    "DUPLICATE_RECORD",
    "NOT_ELIGIBLE",
    "The person has another mentor record, and is funded under that one.",
)
MERGE_RECORDS = NextAction(
    "MERGE_RECORDS",
    Actor.DFE,
    "Merge the person's mentor records, and ask about the one that stays.",
)

RULE = Rule(
    id="FUND-3",
    sentence="The mentor's profile is not marked secondary, as the second one of one person.",
    sources=(Source("ECF1", "participants/determine_eligibility_status.rb, row 6", Standing.RUN),),
    role=Role.BARS,
    precedence=30,
    reasons=(DUPLICATE_RECORD,),
    actions=(MERGE_RECORDS,),
    contract_periods=(None, 2024),
    covers=("ECF1-6",),
    other_reading="From 2025 there is one record for each person, and nothing to look for.",
)

CHECKED = EligibilityReason.DUPLICATE_PROFILE
BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Cannot tell where the check is not told."""
    duplicate = raised(facts.ecf, CHECKED)
    if duplicate is None:
        return CANNOT_TELL
    return BARRED if duplicate else MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """What the check found."""
    return reads_of(facts.ecf, CHECKED)
