"""REG-2: an ECT reported as leaving needs no mentor assigned before they go."""

from datetime import date

from ect_rules.dated import leaving
from ect_rules.facts import EctFacts
from ect_rules.rule import (
    NOT_APPLICABLE,
    NOT_MET,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Verdict,
)

LEAVING_SCHOOL = Reason(
    "LEAVING_SCHOOL", "LEAVING", "The school has reported that the ECT is leaving."
)

RULE = Rule(
    id="REG-2",
    sentence="The school that asks has reported that the ECT is leaving, and the last day is the "
    "day asked about or later.",
    sources=(
        Source("RECT", "app/helpers/ect_helper.rb:94,104"),
        Source("RECT", "app/models/concerns/at_school_period.rb:80-86"),
    ),
    role=Role.DECIDES,
    precedence=20,
    reasons=(LEAVING_SCHOOL,),
    other_reading="A period that ends because another school registered the ECT carries no "
    "reporter, so it is not leaving in this sense. Skipped where no school asks.",
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: EctFacts, on: date) -> Finding:
    """Met up to and on the last day, for the school that reported it."""
    period = facts.period
    if period is None or facts.asking_urn is None:
        return NOT_APPLICABLE
    reported = period.reported_leaving_by_urn == facts.asking_urn
    return DECIDED if reported and leaving(period, on) else NOT_MET


def reads(facts: EctFacts, on: date) -> Facts:
    """The last day at the school, and who reported the leaving."""
    return ((facts.period, "finished_on", "reported_leaving_by_urn"),)
