"""Whether the service would offer this mentor for this ECT by itself."""

from datetime import date

from ect_rules.dated import unfinished
from ect_rules.facts import AssignmentFacts
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

MENTOR_NOT_OFFERED = Reason(
    "MENTOR_NOT_OFFERED",
    None,
    "The service would not offer this mentor: it offers those of the school who have no last day "
    "there, except the ECT.",
)

RULE = Rule(
    id="MENT-8",
    sentence="The mentor would not be offered for the ECT: is at another school, has a last day at "
    "the school, or is the ECT. Loss of funding does not matter.",
    sources=(Source("RECT", "app/services/schools/eligible_mentors.rb", Standing.RUN),),
    role=Role.WARNS,
    precedence=80,
    reasons=(MENTOR_NOT_OFFERED,),
)

WARNED = Finding(Verdict.MET, warnings=RULE.reasons)


def decide(facts: AssignmentFacts, on: date) -> Finding:
    """A mentor who is to leave or has left is not offered; one who is to start is."""
    ect, mentor = facts.ect, facts.mentor
    if ect is None or mentor is None:
        return NOT_APPLICABLE
    offered = ect.urn == mentor.urn and unfinished(mentor) and ect.trn != mentor.trn
    return NOT_MET if offered else WARNED


def reads(facts: AssignmentFacts, on: date) -> Facts:
    """The two periods."""
    return ((facts.ect, "trn", "urn"), (facts.mentor, "trn", "urn", "finished_on"))
