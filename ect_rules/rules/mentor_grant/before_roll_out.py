"""There was no such grant before the national roll-out."""

from datetime import date

from ect_rules.academic import FIRST_YEAR, LAST_YEAR, academic_year_of, change_days, name_of
from ect_rules.facts import MentorFacts
from ect_rules.rule import (
    NOT_MET,
    Details,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

BEFORE_NATIONAL_ROLL_OUT = Reason(
    "BEFORE_NATIONAL_ROLL_OUT",
    "NOT_DUE",
    "There was no such grant before the national roll-out of September 2021.",
)

RULE = Rule(
    id="GRANT-0c",
    sentence="The day is before 1 September 2021.",
    sources=(Source("GOV", "backfill payments 2021 to 2023, introduction", Standing.PAGE),),
    role=Role.DECIDES,
    precedence=10,
    reasons=(BEFORE_NATIONAL_ROLL_OUT,),
    stops=True,
    other_reading="The early roll-out had a time off timetable of its own, which is not covered.",
)

TOO_EARLY = Finding(Verdict.MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Not met from 1 September 2021."""
    return TOO_EARLY if academic_year_of(on) < FIRST_YEAR else NOT_MET


def details(facts: MentorFacts, on: date) -> Details:
    """The academic year, of those for which conditions were looked for: 2021-22 to 2026-27."""
    year = academic_year_of(on)
    asked = facts.teacher and facts.at_schools and FIRST_YEAR <= year <= LAST_YEAR + 1
    return (("academic_year", name_of(year)),) if asked else ()


def days(facts: MentorFacts) -> tuple[date, ...]:
    """The days on which an academic year begins, or a condition by the calendar comes out anew."""
    return change_days()


def reads(facts: MentorFacts, on: date) -> Facts:
    """Nothing: it goes by the day."""
    return ()
