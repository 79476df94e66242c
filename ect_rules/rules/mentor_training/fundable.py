"""TRAIN-1: nobody starts training who is not fundable."""

from collections.abc import Callable
from datetime import date

from ect_rules.facts import MentorFacts
from ect_rules.rule import Decision, Finding, Role, Rule, Source, Standing, Verdict

RULE = Rule(
    id="TRAIN-1",
    sentence="Training for the mentor is fundable; where it is not, the reasons are those of mentor "
    "funding.",
    sources=(
        Source("RECT", "app/services/assignment/eligibility.rb: training starts only then"),
        Source("ECF1", "mentor training state", Standing.RUN),
    ),
    role=Role.BARS,
    precedence=10,
    asks=("mentor_funding",),
    contract_periods=(2025, None),
)


def decide(
    facts: MentorFacts, on: date, *, mentor_funding: Callable[[MentorFacts, date], Decision]
) -> Finding:
    """Met where mentor funding is ELIGIBLE; cannot tell where it cannot tell. Warnings pass through."""
    funding = mentor_funding(facts, on)
    verdict = Verdict.NOT_MET
    if funding.status == "ELIGIBLE":
        verdict = Verdict.MET
    elif funding.status == "CANNOT_TELL":
        verdict = Verdict.CANNOT_TELL
    return Finding(
        verdict,
        funding.reasons,
        actions=funding.next_actions,
        because=funding.reasons,
        warnings=funding.warnings,
    )
