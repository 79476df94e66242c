"""TRAIN-3: when the mentor's first provider-led training starts by itself."""

from datetime import date

from ect_rules.dated import current_or_next, ended
from ect_rules.facts import MentorFacts, TrainingProgramme
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

MAY_START = Finding(Verdict.MET, actions=(START_TRAINING,))


def decide(facts: MentorFacts, on: date) -> Finding:
    """Cannot tell where it hangs on an ECT whose training has not been told."""
    teacher = facts.teacher
    links = [m for m in facts.mentorships if not ended(m, on)]
    if teacher is None or not links or facts.training:
        return NOT_APPLICABLE
    if teacher.mentor_became_ineligible_for_funding_reason is not None:
        return NOT_MET
    for link in links:
        training = current_or_next(link.ect_training, on)
        if training and training.training_programme is TrainingProgramme.PROVIDER_LED:
            return MAY_START
    return NOT_MET if all(link.ect_training for link in links) else CANNOT_TELL


def reads(facts: MentorFacts, on: date) -> Facts:
    """The loss of funding, and the mentorships that have not ended with the training of their ECTs."""
    links = [m for m in facts.mentorships if not ended(m, on)]
    training = [t for link in links for t in link.ect_training]
    return (
        (facts.teacher, "mentor_became_ineligible_for_funding_reason"),
        *((link.period, "finished_on") for link in links),
        *((t, "training_programme", "started_on", "finished_on") for t in training),
    )
