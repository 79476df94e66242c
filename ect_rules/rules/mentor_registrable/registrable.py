"""Otherwise the teacher may be registered."""

from datetime import date

from ect_rules.facts import MentorCandidate
from ect_rules.rule import Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict

REGISTRABLE = Reason("REGISTRABLE", "REGISTRABLE", "The teacher may be registered as a mentor.")

RULE = Rule(
    id="GATE-M11",
    sentence="Otherwise the teacher may be registered as a mentor. Neither qualified teacher status "
    "nor an induction status matters.",
    sources=(
        Source("RECT", "app/wizards/schools/register_mentor_wizard/wizard.rb", Standing.RUN),
        Source("RECT", "service rules, school admins: a mentor needs a TRN and no QTS"),
    ),
    role=Role.OTHERWISE,
    precedence=110,
    reasons=(REGISTRABLE,),
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: MentorCandidate, on: date) -> Finding:
    """Always met: it counts only where no bar is raised or in doubt."""
    return DECIDED


def reads(facts: MentorCandidate, on: date) -> Facts:
    """Nothing of its own."""
    return ()
