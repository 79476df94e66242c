"""REG-7: otherwise the registration is incomplete, and somebody must assign a mentor."""

from datetime import date

from ect_rules.facts import EctFacts
from ect_rules.registering import offered
from ect_rules.rule import (
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

MENTOR_NOT_ASSIGNED = Reason(
    "MENTOR_NOT_ASSIGNED",
    "INCOMPLETE",
    "No mentor is assigned to the ECT, so the registration is not complete.",
)
ASSIGN_EXISTING_MENTOR = NextAction(
    "ASSIGN_EXISTING_MENTOR", Actor.SCHOOL, "Assign one of the school's mentors to the ECT."
)
REGISTER_NEW_MENTOR = NextAction(
    "REGISTER_NEW_MENTOR", Actor.SCHOOL, "Register a new mentor for the ECT."
)

RULE = Rule(
    id="REG-7",
    sentence="Otherwise no mentor is assigned. The school is asked to assign one of its mentors, "
    "where it has one who is not the ECT and has no last day there, or to register a new one.",
    sources=(Source("RECT", "app/helpers/ect_helper.rb:118-126,145-149", Standing.RUN),),
    role=Role.OTHERWISE,
    precedence=70,
    reasons=(MENTOR_NOT_ASSIGNED,),
    actions=(ASSIGN_EXISTING_MENTOR, REGISTER_NEW_MENTOR),
)

ONE_OR_NEW = Finding(Verdict.MET, RULE.reasons, (ASSIGN_EXISTING_MENTOR, REGISTER_NEW_MENTOR))
NEW = Finding(Verdict.MET, RULE.reasons, (REGISTER_NEW_MENTOR,))


def decide(facts: EctFacts, on: date) -> Finding:
    """Always met: it counts only where nothing else decided."""
    return ONE_OR_NEW if offered(facts) else NEW


def earliest(facts: EctFacts, on: date) -> date:
    """No mentorship starts before the ECT does at the school (ASSIGN-1)."""
    return on if facts.period is None else max(on, facts.period.started_on)


def reads(facts: EctFacts, on: date) -> Facts:
    """The mentors of the school who may be assigned."""
    return tuple((m, "started_on", "finished_on") for m in offered(facts))
