"""EFUND-4: otherwise the ECT's training is fundable."""

from datetime import date

from ect_rules.facts import EctFundingFacts
from ect_rules.rule import Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict

ELIGIBLE = Reason("ELIGIBLE", "ELIGIBLE", "The ECT is eligible.")

RULE = Rule(
    id="EFUND-4",
    sentence="Otherwise the ECT's own training is fundable. No mentor needs to be assigned for that "
    "(EFUND-5).",
    sources=(
        Source("GOV", "funding and eligibility", Standing.PAGE),
        Source("RECT", "documentation/service-rules"),
        Source("ECF1", "participants/determine_eligibility_status.rb, row 9", Standing.RUN),
    ),
    role=Role.OTHERWISE,
    precedence=90,
    reasons=(ELIGIBLE,),
    covers=("EFUND-5", "ECF1-9"),
    other_reading="RECT publishes whether the ECT was ever fundable. This is the present question "
    "(AMB-1).",
)

DECIDED = Finding(Verdict.MET, RULE.reasons)


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Always met: it counts only where no bar is raised or in doubt."""
    return DECIDED


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """Nothing of its own."""
    return ()
