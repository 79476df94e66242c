"""DATA-3: a mentor record that never had a use is personal data that may not be held."""

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

NEVER_ASSIGNED = Reason(
    "NEVER_ASSIGNED",
    "DO_NOT_HOLD",
    "The mentor has never been assigned to an ECT, and nothing else needs the record.",
)
ASSIGN_TO_ECT = NextAction(
    "ASSIGN_TO_ECT", Actor.SCHOOL, "Assign the mentor to an ECT, or end the mentor's registration."
)
ERASE_RECORD = NextAction("ERASE_RECORD", Actor.DFE, "Erase the mentor record.")

RULE = Rule(
    id="DATA-3",
    sentence="There is no mentorship of any date, and none of DATA-2a to DATA-2d holds.",
    sources=(Source("OURS", "a mentor with no ECT is personal data without a use", Standing.OURS),),
    role=Role.OTHERWISE,
    precedence=30,
    reasons=(NEVER_ASSIGNED,),
    actions=(ASSIGN_TO_ECT, ERASE_RECORD),
    other_reading="No ECT could be read as none now. We read it as none ever, as does the archive "
    "test of the earlier service (AMB-9).",
)

AT_A_SCHOOL = Finding(Verdict.MET, RULE.reasons, RULE.actions)
GONE = Finding(Verdict.MET, RULE.reasons, (ERASE_RECORD,))


def decide(facts: MentorFacts, on: date) -> Finding:
    """A school can still assign a mentor who is there now or later; of others the record goes."""
    if facts.mentorships:
        return NOT_MET
    return GONE if all(ended(at, on) for at in facts.at_schools) else AT_A_SCHOOL


def reads(facts: MentorFacts, on: date) -> Facts:
    """The first mentorship; without any, the periods at schools that have none."""
    if facts.mentorships:
        return ((facts.mentorships[0].period, "started_on"),)
    return tuple((at.period, "started_on", "finished_on") for at in facts.at_schools)
