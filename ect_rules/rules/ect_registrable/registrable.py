"""Otherwise the teacher may be registered."""

from datetime import date

from ect_rules.facts import EctCandidate
from ect_rules.rule import Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict

REGISTRABLE = Reason("REGISTRABLE", "REGISTRABLE", "The teacher may be registered as an ECT.")

RULE = Rule(
    id="GATE-E16",
    sentence="Otherwise the teacher may be registered as an ECT. Neither qualified teacher status nor "
    "an induction record is needed for this; funding needs both.",
    sources=(
        Source("RECT", "app/wizards/schools/register_ect_wizard/wizard.rb", Standing.RUN),
        Source("RECT", "service rules, school admins: registered in advance without QTS"),
    ),
    role=Role.OTHERWISE,
    precedence=170,
    reasons=(REGISTRABLE,),
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: EctCandidate, on: date) -> Finding:
    """Always met: it counts only where no bar is raised or in doubt."""
    return DECIDED


def reads(facts: EctCandidate, on: date) -> Facts:
    """Nothing of its own."""
    return ()
