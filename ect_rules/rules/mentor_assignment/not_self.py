"""MENT-1: nobody mentors themselves."""

from datetime import date

from ect_rules.facts import AssignmentFacts
from ect_rules.rule import Finding, Reason, Role, Rule, Source, Standing, Verdict

SELF_MENTORING = Reason("SELF_MENTORING", "NOT_ASSIGNABLE", "Nobody can mentor themselves.")

RULE = Rule(
    id="MENT-1",
    sentence="The mentor and the ECT are not the same person.",
    sources=(Source("RECT", "app/models/mentorship_period.rb:65-70", Standing.RUN),),
    role=Role.BARS,
    precedence=10,
    reasons=(SELF_MENTORING,),
)


def decide(facts: AssignmentFacts, on: date) -> Finding:
    """Not met where both periods have the same TRN, whatever the day."""
    used = ((facts.ect, "trn"), (facts.mentor, "trn"))
    if facts.ect.trn == facts.mentor.trn:
        return Finding(Verdict.NOT_MET, RULE.reasons, used)
    return Finding(Verdict.MET, facts=used)
