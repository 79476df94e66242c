"""GATE-M7: a start to come needs a contract period that is open for registrations."""

from datetime import date

from ect_rules.dated import contract_period_of
from ect_rules.facts import MentorCandidate
from ect_rules.registering import open_for
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    Actor,
    Facts,
    Finding,
    NextAction,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

REGISTRATION_NOT_OPEN = Reason(
    "REGISTRATION_NOT_OPEN",
    "NOT_REGISTRABLE",
    "Registrations for the contract period of the start date are not open yet.",
)
OPEN_REGISTRATIONS = NextAction(
    "OPEN_REGISTRATIONS", Actor.DFE, "Open registrations for the contract period of the start date."
)

RULE = Rule(
    id="GATE-M7",
    sentence="The start is not after the day asked about, or its contract period is recorded and open "
    "for registrations.",
    sources=(Source("RECT", "app/wizards/schools/register_mentor_wizard/wizard.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=70,
    reasons=(REGISTRATION_NOT_OPEN,),
    actions=(OPEN_REGISTRATIONS,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)
FOUND = {True: MET, False: BARRED, None: CANNOT_TELL}


def decide(facts: MentorCandidate, on: date) -> Finding:
    """Cannot tell where the contract period is recorded and not whether it is open."""
    return FOUND[open_for(facts.started_on, facts.contract_periods, on)]


def days(facts: MentorCandidate) -> tuple[date, ...]:
    """The start: from then on it is not to come."""
    return (facts.started_on,)


def reads(facts: MentorCandidate, on: date) -> Facts:
    """The contract period of the start."""
    year = contract_period_of(facts.started_on)
    return tuple((c, "enabled") for c in facts.contract_periods if c.year == year)
