"""An administrator's mark settles it."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.rule import NOT_MET, Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict

MARKED_AS_ELIGIBLE = Reason(
    "MARKED_AS_ELIGIBLE", "ELIGIBLE", "An administrator has marked the school as eligible."
)

RULE = Rule(
    id="SCH-0",
    sentence="An administrator of the service has marked the school as eligible, whatever GIAS says "
    "of it, even that it is closed.",
    sources=(Source("RECT", "app/models/school.rb, eligible?", Standing.RUN),),
    role=Role.DECIDES,
    precedence=5,
    reasons=(MARKED_AS_ELIGIBLE,),
    stops=True,
    other_reading="The earlier service had no such mark. We let it count for every contract period: "
    "it is somebody's decision about this school.",
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Met where the mark is set. No mark is the same as none having been told: a mark is an act."""
    return DECIDED if facts.school.marked_as_eligible else NOT_MET


def reads(facts: SchoolFacts, on: date) -> Facts:
    """The mark."""
    return ((facts.school, "marked_as_eligible"),)
