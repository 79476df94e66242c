"""Otherwise the mentor may be assigned."""

from datetime import date

from ect_rules.facts import AssignmentFacts
from ect_rules.rule import Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict

ASSIGNABLE = Reason("ASSIGNABLE", "ASSIGNABLE", "The mentor may be assigned to the ECT.")

RULE = Rule(
    id="MENT-7",
    sentence="Otherwise the mentor may be assigned. A mentor may have any number of ECTs, and may "
    "be at several schools.",
    sources=(Source("RECT", "app/models/mentorship_period.rb", Standing.RUN),),
    role=Role.OTHERWISE,
    precedence=70,
    reasons=(ASSIGNABLE,),
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: AssignmentFacts, on: date) -> Finding:
    """Always met: it counts only where no refusal holds."""
    return DECIDED


def reads(facts: AssignmentFacts, on: date) -> Facts:
    """Nothing of its own."""
    return ()
