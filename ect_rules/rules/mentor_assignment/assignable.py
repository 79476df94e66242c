"""Otherwise the mentor may be assigned."""

from datetime import date

from ect_rules.facts import AssignmentFacts
from ect_rules.rule import Finding, Reason, Role, Rule, Source, Standing, Verdict

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

OTHERWISE = Finding(Verdict.MET, RULE.reasons)


def decide(facts: AssignmentFacts, on: date) -> Finding:
    """Always met: it is asked only where no refusal holds."""
    return OTHERWISE
