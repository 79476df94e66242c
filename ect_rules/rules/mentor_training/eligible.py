"""Otherwise the mentor may be trained."""

from datetime import date

from ect_rules.facts import MentorFacts
from ect_rules.rule import Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict

ELIGIBLE = Reason("ELIGIBLE", "ELIGIBLE", "The mentor is eligible.")

RULE = Rule(
    id="TRAIN-9",
    sentence="Otherwise the mentor may be trained.",
    sources=(Source("OURS", "what is left once TRAIN-1 to TRAIN-8 are taken", Standing.OURS),),
    role=Role.OTHERWISE,
    precedence=90,
    reasons=(ELIGIBLE,),
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Always met: it counts only where no bar is raised or in doubt, and TRAIN-4 is not met."""
    return DECIDED


def reads(facts: MentorFacts, on: date) -> Facts:
    """Nothing of its own."""
    return ()
