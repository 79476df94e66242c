"""TRAIN-3: when the mentor's first provider-led training starts by itself."""

from datetime import date

from ect_rules.completion import is_lost, reads_of_loss
from ect_rules.facts import MentorFacts
from ect_rules.rule import (
    CANNOT_TELL,
    NOT_APPLICABLE,
    NOT_MET,
    Actor,
    Facts,
    Finding,
    NextAction,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)
from ect_rules.training import first_training_from, going, led_by_provider, reads_of_training

START_TRAINING = NextAction("START_TRAINING", Actor.LEAD_PROVIDER, "Start the mentor's training.")

RULE = Rule(
    id="TRAIN-3",
    sentence="The mentor's first training may start: the current or next training of an ECT they "
    "mentor, now or later, is provider-led; funding is not lost; and the mentor has never had any "
    "mentor training.",
    sources=(Source("RECT", "app/services/assignment/eligibility.rb", Standing.RUN),),
    role=Role.STATES,
    precedence=30,
    actions=(START_TRAINING,),
    contract_periods=(2025, None),
    other_reading="RECT's journeys use three different first days; we take the latest of the day, "
    "the first day at the school and the first day of the mentorship (AMB-12).",
)

MAY_START = Finding(Verdict.MET, actions=RULE.actions)
earliest = first_training_from


def decide(facts: MentorFacts, on: date) -> Finding:
    """Cannot tell where it hangs on an ECT whose training has not been told."""
    led = [led_by_provider(link, on) for link in going(facts.mentorships, on)]
    if facts.teacher is None or facts.training or not led:
        return NOT_APPLICABLE
    if is_lost(facts):
        return NOT_MET
    if not any(led):
        return CANNOT_TELL if None in led else NOT_MET
    return MAY_START


def reads(facts: MentorFacts, on: date) -> Facts:
    """The loss of funding, and the mentorships that have not ended with the training of their ECTs."""
    links = going(facts.mentorships, on)
    ends = ((link.period, "finished_on") for link in links)
    return (*reads_of_loss(facts), *ends, *reads_of_training(links))
