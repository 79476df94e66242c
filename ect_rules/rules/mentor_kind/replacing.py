"""REPL-4: on the programme already, and takes on another ECT."""

from datetime import date

from ect_rules.facts import MentorKindFacts
from ect_rules.kinds import replacing
from ect_rules.rule import (
    CANNOT_TELL,
    NOT_MET,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Verdict,
)

REPLACING_MENTOR = Reason(
    "REPLACING_MENTOR",
    "REPLACING",
    "The mentor was on the programme already and takes on another ECT: no new funding.",
)

RULE = Rule(
    id="REPL-4",
    sentence="A current or future mentorship is with a different ECT from an earlier one, and "
    "began while the mentor's training was under way, not withdrawn, with funding not lost by "
    "then.",
    sources=(
        Source("RECT", "documentation/service-rules/ecf1/grant-funding-summary.md"),
        Source("RECT", "documentation, glossary"),
    ),
    role=Role.DECIDES,
    precedence=40,
    reasons=(REPLACING_MENTOR,),
    other_reading="The sources say an ECT, new or existing. We ask for a different one: else a "
    "first mentorship would count whose training was dated back to the start at the school "
    "(AMB-12). This comes before unfunded: it settles the money whoever trains the ECT.",
)

TAKES_ON = Finding(Verdict.MET, RULE.reasons)


def decide(facts: MentorKindFacts, on: date) -> Finding:
    """Cannot tell where it hangs on who an ECT is, or on the day on which funding was lost."""
    found = replacing(facts, on)
    if found is None:
        return CANNOT_TELL
    return TAKES_ON if found else NOT_MET


def reads(facts: MentorKindFacts, on: date) -> Facts:
    """The mentorships, and the mentor's training."""
    fields = ("started_on", "finished_on", "withdrawn_at", "deferred_at")
    links = facts.mentor.mentorships
    return (
        *((link.period, "ect_at_school_period_id", "started_on", "finished_on") for link in links),
        *((t, *fields) for t in facts.mentor.training),
    )
