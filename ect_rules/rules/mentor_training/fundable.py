"""TRAIN-1: nobody starts training who is not fundable."""

from datetime import date
from functools import lru_cache

from ect_rules.facts import MentorFacts
from ect_rules.rule import Asked, Decision, Facts, Finding, Role, Rule, Source, Standing, Verdict

_VERDICTS = {"ELIGIBLE": Verdict.MET, "CANNOT_TELL": Verdict.CANNOT_TELL}

RULE = Rule(
    id="TRAIN-1",
    sentence="Training for the mentor is fundable; where it is not, the reasons are those of mentor "
    "funding.",
    sources=(
        Source(
            "RECT",
            "app/services/assignment/eligibility.rb: training starts only then",
            Standing.RUN,
        ),
    ),
    role=Role.BARS,
    precedence=10,
    asks=("mentor_funding",),
    contract_periods=(2025, None),
)


def decide(facts: MentorFacts, on: date, *, mentor_funding: Asked) -> Finding:
    """Met where mentor funding is ELIGIBLE; cannot tell where it cannot tell. Warnings pass through."""
    return _resting_on(mentor_funding(facts, on))


@lru_cache(maxsize=10_000)
def _resting_on(funding: Decision) -> Finding:
    return Finding(
        _VERDICTS.get(funding.status, Verdict.NOT_MET),
        funding.reasons,
        actions=funding.next_actions,
        because=funding.reasons,
        warnings=funding.warnings,
    )


def reads(facts: MentorFacts, on: date) -> Facts:
    """Nothing of its own: mentor funding shows what it goes by."""
    return ()
