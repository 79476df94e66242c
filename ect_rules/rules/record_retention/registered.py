"""Is there a mentor record to speak of?"""

from datetime import date

from ect_rules.completion import is_lost, reads_of_loss
from ect_rules.facts import MentorFacts
from ect_rules.rule import NOT_MET, Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict

NOT_A_MENTOR = Reason(
    "NOT_A_MENTOR", "NOT_REGISTERED", "This teacher has not been registered as a mentor."
)

RULE = Rule(
    id="DATA-0b",
    sentence="The teacher has no mentor-at-school period of any date, and no loss of funding as a "
    "mentor is recorded.",
    sources=(
        Source("OURS", "without a mentor record there is none to hold", Standing.OURS),
        Source("RECT", "app/services/teachers/import_early_rollout_mentor.rb: a bare row"),
    ),
    role=Role.DECIDES,
    precedence=5,
    reasons=(NOT_A_MENTOR,),
    stops=True,
    other_reading="A bare row, a TRN with a loss of funding, is no mentor record. We take it as one, "
    "kept as evidence; whatever the reason for the loss, since all of them mean once only.",
)

UNREGISTERED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met for a bare row, such as that of an early roll-out mentor."""
    return NOT_MET if facts.at_schools or is_lost(facts) else UNREGISTERED


def reads(facts: MentorFacts, on: date) -> Facts:
    """The first period at a school; without any, the loss of funding."""
    if facts.at_schools:
        return ((facts.at_schools[0].period, "started_on"),)
    return reads_of_loss(facts)
