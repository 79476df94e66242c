"""Who mentors nobody is no kind of mentor just now."""

from datetime import date

from ect_rules.dated import ended
from ect_rules.facts import MentorKindFacts
from ect_rules.rule import (
    NOT_MET,
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

NOT_MENTORING = Reason("NOT_MENTORING", "NOT_MENTORING", "The mentor mentors nobody, now or later.")
ASSIGN_TO_ECT = NextAction(
    "ASSIGN_TO_ECT", Actor.SCHOOL, "Assign the mentor to an ECT, or end the mentor's registration."
)

RULE = Rule(
    id="KIND-0c",
    sentence="The mentor has no current or future mentorship.",
    sources=(Source("OURS", "every kind is one by whom the mentor mentors", Standing.OURS),),
    role=Role.DECIDES,
    precedence=10,
    reasons=(NOT_MENTORING,),
    actions=(ASSIGN_TO_ECT,),
    stops=True,
)

HERE = Finding(Verdict.MET, RULE.reasons, RULE.actions)
GONE = Finding(Verdict.MET, RULE.reasons)


def decide(facts: MentorKindFacts, on: date) -> Finding:
    """Met from the day after the last mentorship; a school can act while the mentor is there."""
    if not all(ended(link, on) for link in facts.mentor.mentorships):
        return NOT_MET
    return GONE if all(ended(at, on) for at in facts.mentor.at_schools) else HERE


def reads(facts: MentorKindFacts, on: date) -> Facts:
    """The mentorships."""
    return tuple((link.period, "started_on", "finished_on") for link in facts.mentor.mentorships)
