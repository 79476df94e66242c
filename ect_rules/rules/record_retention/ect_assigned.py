"""DATA-1: the record of somebody who mentors an ECT, or is going to, has its use."""

from datetime import date

from ect_rules.facts import MentorFacts
from ect_rules.rule import NOT_MET, Facts, Finding, Reason, Role, Rule, Source, Standing, Verdict
from ect_rules.training import going

CURRENT_ECT = Reason("CURRENT_ECT", "KEEP", "The mentor mentors an ECT now.")
FUTURE_ECT = Reason("FUTURE_ECT", "KEEP", "The mentor mentors an ECT from a later day.")

RULE = Rule(
    id="DATA-1",
    sentence="A mentorship covers the day or starts later.",
    sources=(
        Source("OURS", "a mentor with an ECT is needed", Standing.OURS),
        Source("OURS", "the link counts whatever became of the ECT (AMB-8)", Standing.OURS),
    ),
    role=Role.DECIDES,
    precedence=10,
    reasons=(CURRENT_ECT, FUTURE_ECT),
)

NOW = Finding(Verdict.MET, (CURRENT_ECT,))
LATER = Finding(Verdict.MET, (FUTURE_ECT,))
BOTH = Finding(Verdict.MET, (CURRENT_ECT, FUTURE_ECT))


def decide(facts: MentorFacts, on: date) -> Finding:
    """Met from the day on which a mentorship is recorded to its last day, that day included."""
    links = going(facts.mentorships, on)
    if not links:
        return NOT_MET
    if on < links[0].started_on:  # in order of their start: all are to come
        return LATER
    return NOW if links[-1].started_on <= on else BOTH


def reads(facts: MentorFacts, on: date) -> Facts:
    """The mentorships that have not ended; without any, all of them."""
    links = going(facts.mentorships, on) or facts.mentorships
    return tuple((link.period, "started_on", "finished_on") for link in links)
