"""EFUND-4: induction that began before the national roll-out lasted one year, and was not funded."""

from collections.abc import Iterable
from datetime import date

from ect_rules.facts import EctFundingFacts
from ect_rules.induction import CONCLUDED, begun_early, reads_of_induction, status_on
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

PREVIOUS_INDUCTION = Reason(
    "PREVIOUS_INDUCTION", "NOT_ELIGIBLE", "The ECT began or completed an induction before."
)
TWO_YEARS_FROM = date(2023, 9, 1)

RULE = Rule(
    id="EFUND-4c",
    sentence="Induction did not begin before 1 September 2021; or it did, was not finished by 31 "
    "August 2023, and the day is later: the rest of a two-year induction is then funded.",
    sources=(
        Source("GOV", "funding and eligibility: joining the two-year programme", Standing.PAGE),
    ),
    role=Role.BARS,
    precedence=23,
    reasons=(PREVIOUS_INDUCTION,),
    contract_periods=(2025, None),
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: EctFundingFacts, on: date) -> Finding:
    """Cannot tell where it hangs on whether induction was finished in time, and that is not told."""
    if not begun_early(facts.induction_periods):
        return MET
    then = status_on(facts.teacher, facts.induction_periods, TWO_YEARS_FROM)
    if on < TWO_YEARS_FROM or then in CONCLUDED:
        return BARRED
    return CANNOT_TELL if then is None else MET


def reads(facts: EctFundingFacts, on: date) -> Facts:
    """The status, and the induction periods."""
    return reads_of_induction(facts.teacher, facts.induction_periods)


def days(facts: EctFundingFacts) -> Iterable[date]:
    """The first day on which the rest of a two-year induction is funded."""
    return (TWO_YEARS_FROM,)
