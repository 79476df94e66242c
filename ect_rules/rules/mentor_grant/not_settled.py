"""What nobody could find is not guessed."""

from datetime import date

from ect_rules.academic import LAST_YEAR, academic_year_of
from ect_rules.facts import MentorFacts
from ect_rules.rule import (
    NOT_APPLICABLE,
    Actor,
    Facts,
    Finding,
    NextAction,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

GRANT_CONDITIONS_NOT_FOUND = Reason(
    "GRANT_CONDITIONS_NOT_FOUND",
    "NOT_SETTLED",
    "The conditions of grant for the academic year are not known to us.",
)
LOOK_UP_CONDITIONS = NextAction(
    "LOOK_UP_CONDITIONS", Actor.SCHOOL, "Look up the conditions of grant that DfE has published."
)
IN_FORCE_FROM = date(2026, 9, 1)

RULE = Rule(
    id="GRANT-2026-27",
    sentence="The conditions of grant for academic years from 2026-27 were not found.",
    sources=(Source("OURS", "what was not found is not settled", Standing.OURS),),
    role=Role.DECIDES,
    precedence=15,
    reasons=(GRANT_CONDITIONS_NOT_FOUND,),
    actions=(LOOK_UP_CONDITIONS,),
    stops=True,
    in_force_from=IN_FORCE_FROM,
)

UNKNOWN = Finding(Verdict.MET, RULE.reasons, RULE.actions)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Met from 1 September 2026."""
    return UNKNOWN if academic_year_of(on) > LAST_YEAR else NOT_APPLICABLE


def reads(facts: MentorFacts, on: date) -> Facts:
    """Nothing: it goes by the day."""
    return ()
