"""REG-6: the heart of it. A registration is complete once a mentor is assigned to the ECT."""

from datetime import date

from ect_rules.dated import current_or_next
from ect_rules.facts import EctFacts
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

MENTOR_ASSIGNED = Reason("MENTOR_ASSIGNED", "COMPLETE", "A mentor is assigned to the ECT.")
MENTOR_ASSIGNED_FUTURE = Reason(
    "MENTOR_ASSIGNED_FUTURE", "COMPLETE", "A mentor is assigned to the ECT from a later day."
)

RULE = Rule(
    id="REG-6",
    sentence="The ECT has a current or next mentorship at the school.",
    sources=(
        Source("RECT", "app/helpers/ect_helper.rb:116", Standing.RUN),
        Source("RECT", "documentation/service-rules/school-admins.md, Assigning a mentor"),
        Source("STATUTORY", "paragraphs 2.18 and 2.43 to 2.45: every ECT has a mentor"),
    ),
    role=Role.DECIDES,
    precedence=60,
    reasons=(MENTOR_ASSIGNED, MENTOR_ASSIGNED_FUTURE),
)

NOW = Finding(Verdict.MET, (MENTOR_ASSIGNED,))
LATER = Finding(Verdict.MET, (MENTOR_ASSIGNED_FUTURE,))


def decide(facts: EctFacts, on: date) -> Finding:
    """Met where a mentorship covers the day or starts later."""
    if (link := current_or_next(facts.mentorships, on)) is None:
        return NOT_MET
    return NOW if link.started_on <= on else LATER


def details(facts: EctFacts, on: date) -> Details:
    """The mentor, and the first day of the mentorship."""
    if (link := current_or_next(facts.mentorships, on)) is None:
        return ()
    return (("mentor_trn", link.mentor_trn), ("mentorship_started_on", link.started_on))


def reads(facts: EctFacts, on: date) -> Facts:
    """The mentorship that counts; without any, those that have ended."""
    link = current_or_next(facts.mentorships, on)
    links = facts.mentorships if link is None else (link,)
    return tuple((m.period, "started_on", "finished_on") for m in links)
