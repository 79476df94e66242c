"""MENT-3: a mentorship lies within the ECT's time at the school."""

from datetime import date

from ect_rules.dated import inside
from ect_rules.facts import AssignmentFacts
from ect_rules.rule import Finding, Reason, Role, Rule, Source, Standing, Verdict

OUTSIDE_ECT_PERIOD = Reason(
    "OUTSIDE_ECT_PERIOD", "NOT_ASSIGNABLE", "The ECT is not at the school on all of these days."
)

RULE = Rule(
    id="MENT-3",
    sentence="Every day of the mentorship is a day of the ECT's period at the school.",
    sources=(Source("RECT", "app/models/mentorship_period.rb:49-53", Standing.RUN),),
    role=Role.BARS,
    precedence=30,
    reasons=(OUTSIDE_ECT_PERIOD,),
)


def decide(facts: AssignmentFacts, on: date) -> Finding:
    """Both last days are included; an open mentorship needs an open period."""
    used = ((facts.ect, "started_on", "finished_on"),)
    if not inside(facts.proposed, facts.ect):
        return Finding(Verdict.NOT_MET, RULE.reasons, used)
    return Finding(Verdict.MET, facts=used)
