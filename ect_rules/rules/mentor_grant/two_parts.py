"""2021-22 and 2022-23: 36 hours over two years, in two parts."""

from datetime import date

from ect_rules.academic import TWO_PARTS, academic_year_of
from ect_rules.facts import MentorFacts
from ect_rules.grants import (
    DECLARE_MILESTONE,
    REASONS,
    earliest_due,
    reads_of_parts,
    two_parts,
    with_parts,
)
from ect_rules.rule import MET, NOT_APPLICABLE, Facts, Finding, Role, Rule, Source, Standing

RULE = Rule(
    id="GRANT-2021-22",
    sentence="In 2021-22 and 2022-23 the grant is 36 hours over two years, in two parts of 18. "
    "Part 1 is due from 1 June of year 1 after a started declaration, where training began by 31 "
    "May and had not been withdrawn by 1 June; begun later, in the next summer. Part 2 is due from "
    "1 June of year 2 after declaration 4 or 5 (retained-3 or retained-4) or a completed one. "
    "Part-time and January starters count in full.",
    sources=(
        Source("GOV", "backfill payments, conditions 2021 to 2023", Standing.PAGE),
        Source("RECT", "documentation/service-rules/ecf1/grant-funding-summary.md"),
        Source("OURS", "1 June of both years; registered means that training began", Standing.OURS),
    ),
    role=Role.OTHERWISE,
    precedence=60,
    reasons=REASONS,
    actions=(DECLARE_MILESTONE,),
    in_force_from=date(2021, 9, 1),
    covers=("GRANT-2022-23",),
    other_reading="The guidance names one data cut, 1 June 2023; we take 1 June of each year. The "
    "latest school is paid, which need only be one where induction can be served; we ask for an "
    "eligible one. For a replacement mentor a part is due only where the mentor who was replaced "
    "did not have it (REPL-3). We are not told what was paid; the year of training stands for it.",
)

earliest = earliest_due


def decide(facts: MentorFacts, on: date) -> Finding:
    """Part-time and January starters count in full."""
    if academic_year_of(on) not in TWO_PARTS:
        return NOT_APPLICABLE
    return with_parts(MET, two_parts(facts, on))


def reads(facts: MentorFacts, on: date) -> Facts:
    """The mentor's training and declarations."""
    return reads_of_parts(facts)
