"""Otherwise the school is open, in England and state funded."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.rule import Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict

STATE_FUNDED_OPEN = Reason("STATE_FUNDED_OPEN", "ELIGIBLE", "The school is open and state funded.")

RULE = Rule(
    id="SCH-7",
    sentence="Otherwise the school is open and of one of the 31 types that DfE funds; for contract "
    "periods up to 2024 these are 30, without Secure units.",
    sources=(
        Source("RECT", "app/services/gias/types.rb", Standing.RUN),
        Source("ECF1", "app/models/concerns/gias_types.rb", Standing.RUN),
        Source("GOV", "funding and eligibility, eligible settings", Standing.PAGE),
    ),
    role=Role.OTHERWISE,
    precedence=70,
    reasons=(STATE_FUNDED_OPEN,),
    other_reading="GOV lists children's homes too; GIAS has no type of that name.",
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Always met: it counts only where no bar is raised or in doubt, and SCH-3 is not met."""
    return DECIDED


def reads(facts: SchoolFacts, on: date) -> Facts:
    """Nothing of its own."""
    return ()
