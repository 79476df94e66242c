"""DATA-4: a mentor record that had a use and has none now is for a person to judge."""

from datetime import date

from ect_rules.dated import ended
from ect_rules.facts import MentorFacts
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

PREVIOUSLY_ASSIGNED = Reason(
    "PREVIOUSLY_ASSIGNED",
    "REVIEW",
    "The mentor mentored an ECT before, and nothing else needs the record.",
)
ASSIGN_TO_ECT = NextAction(
    "ASSIGN_TO_ECT", Actor.SCHOOL, "Assign the mentor to an ECT, or end the mentor's registration."
)
REVIEW_RECORD = NextAction(
    "REVIEW_RECORD", Actor.DFE, "Decide whether the record still has a use, and erase it if not."
)

RULE = Rule(
    id="DATA-4",
    sentence="All mentorships have ended, and none of DATA-2a to DATA-2d holds.",
    sources=(Source("OURS", "review, where the only use is past", Standing.OURS),),
    role=Role.OTHERWISE,
    precedence=40,
    reasons=(PREVIOUSLY_ASSIGNED,),
    actions=(ASSIGN_TO_ECT, REVIEW_RECORD),
    other_reading="Assigned once could be use enough, as in the archive test of the earlier "
    "service, or no use at all, as of now (AMB-9). No source names a time in years.",
)

AT_A_SCHOOL = Finding(Verdict.MET, RULE.reasons, RULE.actions)
GONE = Finding(Verdict.MET, RULE.reasons, (REVIEW_RECORD,))


def decide(facts: MentorFacts, on: date) -> Finding:
    """Met from the day after the last mentorship ended."""
    if not facts.mentorships or not all(ended(link, on) for link in facts.mentorships):
        return NOT_MET
    return GONE if all(ended(at, on) for at in facts.at_schools) else AT_A_SCHOOL


def reads(facts: MentorFacts, on: date) -> Facts:
    """When each mentorship ends."""
    return tuple((link.period, "finished_on") for link in facts.mentorships)
