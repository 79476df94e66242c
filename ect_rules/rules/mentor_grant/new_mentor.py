"""2025-26, new mentors: up to 20 hours in one year, in two elements."""

from datetime import date

from ect_rules import grants
from ect_rules.academic import TWO_ELEMENTS, academic_year_of, begun_under_new_rules
from ect_rules.facts import MentorFacts
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    NOT_APPLICABLE,
    TELL_MISSING_FACTS,
    Facts,
    Finding,
    Role,
    Rule,
    Source,
    Standing,
)

RULE = Rule(
    id="GRANT-2025-26-new",
    sentence="In 2025-26, for a new mentor, up to 20 hours in one year: 4 are due after a started "
    "declaration, and 16 after a completed one with evidence of at least 75 % engagement. The "
    "mentor may finish without the ECT.",
    sources=(
        Source("GOV", "ECTPM funding conditions, section 1", Standing.PAGE),
        Source("GOV", "amounts, split and 75 %, from a teaching school hub", Standing.SECOND_HAND),
    ),
    role=Role.OTHERWISE,
    precedence=63,
    reasons=(grants.GRANT_DUE, grants.GRANT_NOT_YET_DUE),
    actions=(grants.DECLARE_MILESTONE, TELL_MISSING_FACTS),
    in_force_from=date(2025, 9, 1),
    other_reading="The 20 %, 80 % and 75 % are second-hand, the split from reported amounts of "
    "£144.34 and £577.34, together £721.68. The grant is one payment in arrears: an element is due "
    "here once its evidence is there.",
)

earliest = grants.earliest_due


def decide(facts: MentorFacts, on: date) -> Finding:
    """Cannot tell where no element is due and the evidence of a completed declaration is not told."""
    if academic_year_of(on) != TWO_ELEMENTS or not begun_under_new_rules(facts):
        return NOT_APPLICABLE
    elements = grants.two_elements(facts, on)
    return grants.with_parts(CANNOT_TELL if grants.in_doubt(elements) else MET, elements)


def reads(facts: MentorFacts, on: date) -> Facts:
    """The mentor's training and declarations."""
    return grants.reads_of_parts(facts)
