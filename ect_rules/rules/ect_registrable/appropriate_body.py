"""The kind of appropriate body must suit the kind of school."""

from datetime import date

from ect_rules.facts import AppropriateBodyType, EctCandidate
from ect_rules.gias import INDEPENDENT_TYPES, is_one_of
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    NOT_APPLICABLE,
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

APPROPRIATE_BODY_NOT_ALLOWED = Reason(
    "APPROPRIATE_BODY_NOT_ALLOWED", "NOT_REGISTRABLE", "The school may not have this kind of body."
)
CHOOSE_APPROPRIATE_BODY = NextAction(
    "CHOOSE_APPROPRIATE_BODY", Actor.SCHOOL, "Choose an appropriate body that the school may have."
)
HUB, NATIONAL = AppropriateBodyType.TEACHING_SCHOOL_HUB, AppropriateBodyType.NATIONAL
IN_FORCE_FROM = date(2024, 9, 1)

RULE = Rule(
    id="GATE-E15",
    sentence="The appropriate body is a teaching school hub, or for an independent school a national "
    "body. RECT also wants it active; we are not told that.",
    sources=(Source("RECT", "app/models/ect_at_school_period.rb:23-34", Standing.RUN),),
    role=Role.BARS,
    precedence=160,
    reasons=(APPROPRIATE_BODY_NOT_ALLOWED,),
    actions=(CHOOSE_APPROPRIATE_BODY,),
    in_force_from=IN_FORCE_FROM,
    other_reading="Until then it could be a local authority too.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)


def decide(facts: EctCandidate, on: date) -> Finding:
    """Cannot tell where the body has not been told, nor the school's type where that decides."""
    if on < IN_FORCE_FROM:
        return NOT_APPLICABLE
    body, independent = facts.appropriate_body, is_one_of(facts.school.school, INDEPENDENT_TYPES)
    if body is None or (body is NATIONAL and independent is None):
        return CANNOT_TELL
    return MET if body is HUB or (body is NATIONAL and independent) else BARRED


def reads(facts: EctCandidate, on: date) -> Facts:
    """The type. The body is what whoever asks says."""
    return ((facts.school.school, "gias_type"),)
