"""2023-24 and 2024-25: up to 18 hours a year, by term."""

from datetime import date

from ect_rules import grants
from ect_rules.academic import BY_TERM, academic_year_of
from ect_rules.facts import MentorFacts
from ect_rules.rule import MET, NOT_APPLICABLE, Facts, Finding, Role, Rule, Source, Standing

RULE = Rule(
    id="GRANT-2023-24",
    sentence="In 2023-24 and 2024-25 up to 18 hours a year are due after the summer, in each of "
    "two years: 6 for each term in training that the provider confirms. Autumn is taken to end on "
    "31 December, spring on 31 March, summer on 31 August.",
    sources=(
        Source("GOV", "backfill payments, conditions 2023 to 2024", Standing.PAGE),
        Source("RECT", "documentation/service-rules/ecf1/grant-funding-summary.md"),
        Source("OURS", "hours of a term, days of the terms, due from 1 August", Standing.OURS),
        Source("OURS", "a declaration dated in the term confirms it", Standing.OURS),
    ),
    role=Role.OTHERWISE,
    precedence=61,
    reasons=grants.REASONS,
    actions=(grants.DECLARE_MILESTONE,),
    in_force_from=date(2023, 9, 1),
    covers=("GRANT-2024-25",),
    other_reading="After the summer may mean November, when DfE has paid since 2024 "
    "(grant-funding-summary.md) and which is in the next academic year; we take 1 August. Spring "
    "may end at Easter. A mentor who is not registered and validated by 31 August is paid after "
    "the next summer; for that we take the start of training.",
)

earliest = grants.earliest_due


def decide(facts: MentorFacts, on: date) -> Finding:
    """A year counts in which the mentor was in training on some day; after two there is no more."""
    if academic_year_of(on) not in BY_TERM:
        return NOT_APPLICABLE
    return grants.with_parts(MET, grants.by_term(facts, on, second_hand=False))


def reads(facts: MentorFacts, on: date) -> Facts:
    """The mentor's training and declarations."""
    return grants.reads_of_parts(facts)
