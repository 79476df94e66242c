"""TRAIN-8: there is no school-led training for mentors."""

from datetime import date

from ect_rules.facts import MentorFacts
from ect_rules.rule import NOT_APPLICABLE, Finding, Role, Rule, Source, Standing, Verdict
from ect_rules.training import provider_led

RULE = Rule(
    id="TRAIN-8",
    sentence="Every training period of the mentor is provider-led. One that is not does not count "
    "as mentor training.",
    sources=(Source("RECT", "app/models/training_period.rb:233-237", Standing.RUN),),
    role=Role.STATES,
    precedence=80,
    contract_periods=(2025, None),
    other_reading="Notes on school-led training for mentors are open; the code has none (AMB-11).",
)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met where a school-led training period of the mentor is recorded."""
    if not facts.training:
        return NOT_APPLICABLE
    used = tuple((t, "training_programme") for t in facts.training)
    all_led = len(provider_led(facts.training)) == len(facts.training)
    return Finding(Verdict.MET if all_led else Verdict.NOT_MET, facts=used)
