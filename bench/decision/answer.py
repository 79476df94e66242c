"""The form in which answers are compared."""

from __future__ import annotations

from typing import NamedTuple

from ect_rules.catalogue import Catalogue
from ect_rules.rule import Decision

# The peers know the rules for contract periods from 2025, but for the warning of payments that are
# frozen and the value that is published, which ours tells as well.
CONTRACT_PERIOD = 2025
RULES = (
    "trn_known",
    "registered",
    "not_prohibited",
    "not_trained_in_early_roll_out",
    "training_not_completed",
    "training_not_abandoned",
    "ect_assigned",
    "assignment_started",
    "at_a_school",
    "at_an_eligible_school",
    "provider_led_ect",
    "eligible",
    "assigned_ect_concluded",
)


class Answer(NamedTuple):
    """Status, all reasons in order, and what each rule found, in the order of RULES."""

    status: str
    reasons: tuple[str, ...]
    findings: tuple[str, ...]


def answer_of(decision: Decision, catalogue: Catalogue) -> Answer:
    modules = catalogue.modules[decision.check]
    found = {
        module.__name__.rpartition(".")[2]: finding.verdict.value
        for module, finding in zip(modules, decision.findings, strict=True)
    }
    return Answer(
        decision.status,
        tuple(reason.code for reason in decision.reasons),
        tuple(found[name] for name in RULES),
    )
