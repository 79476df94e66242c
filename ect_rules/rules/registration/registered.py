"""Is there a registration to speak of?"""

from datetime import date

from ect_rules.facts import EctFacts
from ect_rules.rule import Finding, NextAction, Reason, Role, Rule, Source, Standing, Verdict

NOT_REGISTERED_AS_ECT = Reason(
    "NOT_REGISTERED_AS_ECT",
    "NOT_REGISTERED",
    "This teacher has not been registered as an ECT at the school.",
)
REGISTER_ECT = NextAction(
    "REGISTER_ECT", "the school", "If the teacher is an ECT at the school, register them."
)

RULE = Rule(
    id="REG-0b",
    sentence="The teacher has no ECT-at-school period, or none at the school asked about.",
    sources=(Source("OURS", "not being registered is an answer and not an error", Standing.OURS),),
    role=Role.DECIDES,
    precedence=2,
    reasons=(NOT_REGISTERED_AS_ECT,),
    stops=True,
)


def decide(facts: EctFacts, on: date) -> Finding:
    """Met where no period was found; else `details` names the one that was."""
    period = facts.period
    if period is None:
        return Finding(Verdict.MET, RULE.reasons, actions=(REGISTER_ECT,))
    return Finding(
        Verdict.NOT_MET,
        facts=((period, "started_on"),),
        details=(("ect_at_school_period_id", period.id), ("urn", period.urn)),
    )
