"""2025-26, begun before September 2025: up to 18 hours for the second year, by term."""

from datetime import date

from ect_rules import grants
from ect_rules.academic import TWO_ELEMENTS, academic_year_of, begun_under_new_rules
from ect_rules.facts import MentorFacts
from ect_rules.rule import MET, NOT_APPLICABLE, Facts, Finding, Role, Rule, Source, Standing

RULE = Rule(
    id="GRANT-2025-26-second-year",
    sentence="In 2025-26, for a mentor whose training began before September 2025, up to 18 hours "
    "are due after the summer for the second year: 6 for each term in training that the provider "
    "confirms.",
    sources=(
        Source("GOV", "ECTPM landing page, by way of a mirror", Standing.SECOND_HAND),
        Source("OURS", "by term as in 2023-24 and 2024-25", Standing.OURS),
    ),
    role=Role.OTHERWISE,
    precedence=62,
    reasons=grants.REASONS,
    actions=(grants.DECLARE_MILESTONE,),
    in_force_from=date(2025, 9, 1),
    other_reading="Training for a contract period from 2025 may begin from June 2025: its mentors are "
    "new ones, with two milestones and 20 hours.",
)

earliest = grants.earliest_due


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not for a mentor who is new in 2025-26."""
    if academic_year_of(on) != TWO_ELEMENTS or begun_under_new_rules(facts):
        return NOT_APPLICABLE
    return grants.with_parts(MET, grants.by_term(facts, on, second_hand=True))


def reads(facts: MentorFacts, on: date) -> Facts:
    """The mentor's training and declarations."""
    return grants.reads_of_parts(facts)
