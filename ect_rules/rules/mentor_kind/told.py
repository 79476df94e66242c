"""A kind that cannot be ruled out comes before those after it."""

from datetime import date

from ect_rules.facts import MentorKindFacts
from ect_rules.kinds import mentored, undecided
from ect_rules.rule import (
    IN_DOUBT,
    NOT_MET,
    TELL_MISSING_FACTS,
    Facts,
    Finding,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

RULE = Rule(
    id="KIND-1",
    sentence="Of replacement, replacing and unfunded, in this order, the first that is not ruled "
    "out hangs on a fact that has not been told.",
    sources=(Source("OURS", "unknown is not ordinary", Standing.OURS),),
    role=Role.DECIDES,
    precedence=20,
    reasons=(IN_DOUBT,),
    actions=(TELL_MISSING_FACTS,),
)

UNDECIDED = Finding(Verdict.MET, RULE.reasons, RULE.actions)


def decide(facts: MentorKindFacts, on: date) -> Finding:
    """Not met where a kind is known that comes before all that are in doubt."""
    return UNDECIDED if undecided(facts, on) else NOT_MET


def reads(facts: MentorKindFacts, on: date) -> Facts:
    """The ECTs' training, the mentor's own, and who else mentored the ECTs."""
    links = mentored(facts, on)
    theirs = [t for link, _ in links for t in link.ect_training]
    training = [*theirs, *facts.mentor.training, *facts.own_ect_training]
    fields = ("training_programme", "lead_provider", "partnership_confirmed")
    return (
        *((link.period, "ect_at_school_period_id") for link, _ in links),
        *((t, *fields) for t in training),
        *((o.period, "mentor_at_school_period_id") for _, others in links for o in others),
    )
