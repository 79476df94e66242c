"""Under the earlier service, too, a mentor whom nobody was given to mentor was not trained yet."""

from datetime import date

from ect_rules.facts import MentorFacts
from ect_rules.rule import (
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
from ect_rules.training import may_be_assigned_from

NO_ECT_ASSIGNED = Reason(
    "NO_ECT_ASSIGNED", "NOT_YET_ELIGIBLE", "The mentor has never been assigned to an ECT."
)
ASSIGN_TO_ECT = NextAction(
    "ASSIGN_TO_ECT", Actor.SCHOOL, "Assign the mentor to an ECT, or end the mentor's registration."
)

RULE = Rule(
    id="TRAIN-E3",
    sentence="The mentor has been named as the mentor of an ECT: there was, is or will be a mentorship.",
    sources=(Source("ECF1", "training_eligibility_state: not_yet_mentoring", Standing.RUN),),
    role=Role.BARS,
    precedence=8,
    reasons=(NO_ECT_ASSIGNED,),
    actions=(ASSIGN_TO_ECT,),
    contract_periods=(None, 2024),
    other_reading="The earlier service's mentoring state says not yet also of those who used to "
    "mentor.",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons, RULE.actions)
earliest = may_be_assigned_from


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met where there is no mentorship of any date. Not a question for one who is no mentor."""
    if not facts.at_schools:
        return NOT_APPLICABLE
    return MET if facts.mentorships else BARRED


def reads(facts: MentorFacts, on: date) -> Facts:
    """The first mentorship; without any, the periods at schools that have none."""
    if facts.mentorships:
        return ((facts.mentorships[0].period, "started_on"),)
    return tuple((p.period, "started_on", "finished_on") for p in facts.at_schools)
