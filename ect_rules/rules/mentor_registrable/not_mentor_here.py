"""GATE-M4: a mentor is registered at a school once."""

from datetime import date

from ect_rules.dated import unfinished
from ect_rules.facts import MentorAtSchoolPeriod, MentorCandidate
from ect_rules.rule import (
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

ALREADY_MENTOR_AT_SCHOOL = Reason(
    "ALREADY_MENTOR_AT_SCHOOL",
    "NOT_REGISTRABLE",
    "The teacher is a mentor at this school already: assign them instead.",
)
ASSIGN_EXISTING_MENTOR = NextAction(
    "ASSIGN_EXISTING_MENTOR", Actor.SCHOOL, "Assign one of the school's mentors to the ECT."
)

RULE = Rule(
    id="GATE-M4",
    sentence="The teacher has no mentor-at-school period at this school without a last day. One who "
    "has is offered as a mentor instead.",
    sources=(Source("RECT", "app/wizards/schools/register_mentor_wizard/wizard.rb", Standing.RUN),),
    role=Role.BARS,
    precedence=40,
    reasons=(ALREADY_MENTOR_AT_SCHOOL,),
    actions=(ASSIGN_EXISTING_MENTOR,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: MentorCandidate, on: date) -> Finding:
    """Whenever that period starts. One with a last day, even one to come, does not bar."""
    return BARRED if _here(facts) else MET


def _here(facts: MentorCandidate) -> list[MentorAtSchoolPeriod]:
    urn = facts.school.school.urn
    return [p for p in facts.at_schools if p.urn == urn and unfinished(p)]


def reads(facts: MentorCandidate, on: date) -> Facts:
    """The periods at the school that bar."""
    return tuple((p, "urn", "finished_on") for p in _here(facts))
