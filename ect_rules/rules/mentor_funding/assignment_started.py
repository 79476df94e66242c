"""FUND-5: funding counts from the day mentoring starts."""

from datetime import date

from ect_rules.facts import MentorFacts
from ect_rules.rule import (
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

ASSIGNMENT_NOT_STARTED = Reason(
    "ASSIGNMENT_NOT_STARTED",
    "NOT_YET_ELIGIBLE",
    "The mentor is assigned to an ECT from a later day.",
)

RULE = Rule(
    id="FUND-5",
    sentence="A mentorship has begun. Once one has, losing the ECT does not take eligibility away. "
    "Where all are to come, eligibility is from the first day of the earliest.",
    sources=(
        Source("ISSUE-620", "counts from the date mentoring starts", Standing.SECOND_HAND),
        Source("GOV", "ECTPM: training may go on if the ECT moves or withdraws", Standing.PAGE),
        Source("ECF1", "ever assigned, not assigned now", Standing.RUN),
    ),
    role=Role.BARS,
    precedence=50,
    reasons=(ASSIGNMENT_NOT_STARTED,),
    other_reading="RECT stamps eligibility when the mentor is registered, whatever day the "
    "mentorship starts (AMB-4). Not fundable until assigned could mean only while assigned; GOV, "
    "ECF1 and RECT agree that it is one-way (AMB-6).",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Met from the first day of the earliest mentorship; mentorships are in order of their start."""
    if not facts.mentorships:
        return NOT_APPLICABLE
    return BARRED if on < facts.mentorships[0].started_on else MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The earliest mentorship."""
    return ((facts.mentorships[0].period, "started_on"),)
