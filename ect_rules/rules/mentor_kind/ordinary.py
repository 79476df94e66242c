"""Otherwise the mentor is an ordinary one."""

from datetime import date

from ect_rules.facts import MentorKindFacts
from ect_rules.rule import Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict

ORDINARY_MENTOR = Reason(
    "ORDINARY_MENTOR", "ORDINARY", "The mentor is neither replacement, replacing nor unfunded."
)

RULE = Rule(
    id="KIND-2",
    sentence="Otherwise the mentor is an ordinary one.",
    sources=(Source("OURS", "what is left once the kinds are taken", Standing.OURS),),
    role=Role.OTHERWISE,
    precedence=90,
    reasons=(ORDINARY_MENTOR,),
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: MentorKindFacts, on: date) -> Finding:
    """Always met: it counts only where no rule gives a reason."""
    return DECIDED


def reads(facts: MentorKindFacts, on: date) -> Facts:
    """Nothing of its own."""
    return ()
