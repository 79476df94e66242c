"""TRAIN-2 before 2025: who has been trained might be trained again, and was not funded again."""

from datetime import date

from ect_rules.completion import is_lost, reads_of_loss
from ect_rules.ecf import raised, reads_of
from ect_rules.facts import EligibilityReason, MentorFacts
from ect_rules.rule import (
    CANNOT_TELL,
    NOT_APPLICABLE,
    NOT_MET,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

TRAINING_NOT_FUNDED = Reason(
    "TRAINING_NOT_FUNDED", None, "The mentor has been trained before: more training is not funded."
)

RULE = Rule(
    id="TRAIN-2a",
    sentence="The mentor has lost funding or took part in the early roll-out. Neither keeps anybody "
    "from training, but it is not funded.",
    sources=(Source("ECF1", "training_eligibility_state leaves both aside", Standing.RUN),),
    role=Role.WARNS,
    precedence=21,
    reasons=(TRAINING_NOT_FUNDED,),
    contract_periods=(None, 2024),
    other_reading="From 2025 nobody who was trained before is trained again (TRAIN-2).",
)

WARNED = Finding(Verdict.MET, warnings=RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Met on any day. Cannot tell where no loss is stored and the early roll-out is not told."""
    if facts.teacher is None:
        return NOT_APPLICABLE
    took_part = raised(facts.ecf, EligibilityReason.PREVIOUS_PARTICIPATION)
    if took_part or is_lost(facts):
        return WARNED
    return CANNOT_TELL if took_part is None else NOT_MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The loss of funding, and what the check found."""
    checked = reads_of(facts.ecf, EligibilityReason.PREVIOUS_PARTICIPATION)
    return (*reads_of_loss(facts), *checked)
