"""MENT-2: a mentor is at the ECT's school."""

from datetime import date

from ect_rules.facts import AssignmentFacts
from ect_rules.rule import MET, Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict

DIFFERENT_SCHOOL = Reason(
    "DIFFERENT_SCHOOL", "NOT_ASSIGNABLE", "The ECT and the mentor are not at the same school."
)

RULE = Rule(
    id="MENT-2",
    sentence="The ECT and the mentor are at the same school.",
    sources=(Source("RECT", "app/models/mentorship_period.rb:72-81", Standing.RUN),),
    role=Role.BARS,
    precedence=20,
    reasons=(DIFFERENT_SCHOOL,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: AssignmentFacts, on: date) -> Finding:
    """Not met where the two periods have different URNs, whatever the day."""
    return BARRED if facts.ect.urn != facts.mentor.urn else MET


def reads(facts: AssignmentFacts, on: date) -> Facts:
    """What the finding goes by."""
    return ((facts.ect, "urn"), (facts.mentor, "urn"))
