"""FUND-9: otherwise the mentor's training is fundable."""

from datetime import date

from ect_rules.facts import MentorFacts
from ect_rules.rule import Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict

ELIGIBLE = Reason("ELIGIBLE", "ELIGIBLE", "The mentor is eligible.")

RULE = Rule(
    id="FUND-9",
    sentence="Otherwise training for the mentor is fundable.",
    sources=(Source("GOV", "ECTPM funding conditions, section 1", Standing.PAGE),),
    role=Role.OTHERWISE,
    precedence=90,
    reasons=(ELIGIBLE,),
    covers=("ECF1-9",),
    other_reading="RECT publishes whether the mentor was ever fundable, which stays true after "
    "completion. This is the present question (AMB-1).",
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Always met: it counts only where no bar is raised or in doubt."""
    return DECIDED


def reads(facts: MentorFacts, on: date) -> Facts:
    """Nothing of its own."""
    return ()
