"""GATE-E3: an ECT is registered at a school once."""

from datetime import date

from ect_rules.dated import unfinished
from ect_rules.facts import EctAtSchoolPeriod, EctCandidate
from ect_rules.rule import MET, Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict

ALREADY_ECT_AT_SCHOOL = Reason(
    "ALREADY_ECT_AT_SCHOOL", "NOT_REGISTRABLE", "The teacher is an ECT at this school already."
)

RULE = Rule(
    id="GATE-E3",
    sentence="The teacher has no ECT-at-school period at this school without a last day.",
    sources=(
        Source("RECT", "app/wizards/schools/register_ect_wizard/wizard.rb", Standing.RUN),
        Source("RECT", "service rules, school admins: an ECT who has left may come back"),
    ),
    role=Role.BARS,
    precedence=30,
    reasons=(ALREADY_ECT_AT_SCHOOL,),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: EctCandidate, on: date) -> Finding:
    """Whenever that period starts. One with a last day, even one to come, does not bar."""
    return BARRED if _here(facts) else MET


def _here(facts: EctCandidate) -> list[EctAtSchoolPeriod]:
    urn = facts.school.school.urn
    return [p for p in facts.registrations if p.urn == urn and unfinished(p)]


def reads(facts: EctCandidate, on: date) -> Facts:
    """The registrations that bar."""
    return tuple((p, "urn", "finished_on") for p in _here(facts))
