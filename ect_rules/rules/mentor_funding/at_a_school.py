"""FUND-6: the money goes to a school."""

from datetime import date

from ect_rules.dated import ended
from ect_rules.facts import MentorFacts
from ect_rules.rule import NOT_APPLICABLE, Finding, Reason, Role, Rule, Source, Standing, Verdict

NOT_AT_A_SCHOOL = Reason(
    "NOT_AT_A_SCHOOL", "NOT_ELIGIBLE", "The mentor is not at any school now or later."
)

RULE = Rule(
    id="FUND-6",
    sentence="The mentor has a current or future mentor-at-school period.",
    sources=(Source("OURS", "money goes to a school", Standing.OURS),),
    role=Role.BARS,
    precedence=60,
    reasons=(NOT_AT_A_SCHOOL,),
)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met from the day after the last day at the last school."""
    if not facts.at_schools:
        return NOT_APPLICABLE
    for at_school in facts.at_schools:
        if not ended(at_school, on):
            return Finding(Verdict.MET, facts=((at_school.period, "finished_on"),))
    used = tuple((p.period, "finished_on") for p in facts.at_schools)
    return Finding(Verdict.NOT_MET, RULE.reasons, used)
