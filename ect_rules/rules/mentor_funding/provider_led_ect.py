"""FUND-8: a mentor is trained by the provider that trains the ECT."""

from collections.abc import Sequence
from datetime import date

from ect_rules.facts import EctLink, MentorFacts
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    NOT_APPLICABLE,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)
from ect_rules.training import provider_led_during

NO_PROVIDER_LED_ECT = Reason(
    "NO_PROVIDER_LED_ECT",
    "NOT_ELIGIBLE",
    "None of the mentor's ECTs has had provider-led training while being mentored.",
)

RULE = Rule(
    id="FUND-8",
    sentence="One of the begun mentorships, or of the coming ones where none has begun, is with an "
    "ECT whose provider-led training shares a day with it. A lead provider that is chosen and not "
    "yet confirmed is enough.",
    sources=(
        Source("RECT", "app/services/assignment/eligibility.rb", Standing.RUN),
        Source("ECF1", "service rules, Add a mentor"),
    ),
    role=Role.BARS,
    precedence=80,
    reasons=(NO_PROVIDER_LED_ECT,),
    contract_periods=(2025, None),
    other_reading="Some mentors of school-led ECTs are trained in life; RECT trains none (AMB-11).",
)

BARRED = Finding(Verdict.NOT_MET, RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Cannot tell where no such training is known and an ECT's training has not been told."""
    finding = NOT_APPLICABLE
    for link in _counting(facts, on):
        led = provider_led_during(link.ect_training, link)
        if led:
            return MET
        if led is None:
            finding = CANNOT_TELL
        elif finding is not CANNOT_TELL:
            finding = BARRED
    return finding


def _counting(facts: MentorFacts, on: date) -> Sequence[EctLink]:
    links = facts.mentorships
    if links and links[-1].started_on <= on:  # in order of their start: all have begun
        return links
    return [link for link in links if link.started_on <= on] or links


def reads(facts: MentorFacts, on: date) -> Facts:
    """The mentorships that count, and the training of their ECTs."""
    links = _counting(facts, on)
    training = [t for link in links for t in link.ect_training]
    return (
        *((link.period, "started_on", "finished_on") for link in links),
        *((t, "training_programme", "started_on", "finished_on") for t in training),
    )
