"""FUND-8: a mentor is trained by the provider that trains the ECT."""

from datetime import date

from ect_rules.dated import shares_a_day
from ect_rules.facts import EctLink, MentorFacts, TrainingProgramme
from ect_rules.rule import NOT_APPLICABLE, Finding, Reason, Role, Rule, Source, Standing, Verdict

NO_PROVIDER_LED_ECT = Reason(
    "NO_PROVIDER_LED_ECT",
    "NOT_ELIGIBLE",
    "None of the mentor's ECTs has had provider-led training while being mentored.",
)
PROVIDER_LED = TrainingProgramme.PROVIDER_LED

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


def decide(facts: MentorFacts, on: date) -> Finding:
    """Cannot tell where no such training is known and an ECT's training has not been told."""
    links = [m for m in facts.mentorships if m.started_on <= on] or facts.mentorships
    if not links:
        return NOT_APPLICABLE
    for link in links:
        for training in link.ect_training:
            if training.training_programme is PROVIDER_LED and shares_a_day(training, link):
                shared = ((link.period, "started_on"), (training, "training_programme"))
                return Finding(Verdict.MET, facts=shared)
    used = tuple(fact for link in links for fact in _facts(link))
    if any(not link.ect_training for link in links):
        return Finding(Verdict.CANNOT_TELL, facts=used)
    return Finding(Verdict.NOT_MET, RULE.reasons, used)


def _facts(link: EctLink) -> tuple[tuple[object, ...], ...]:
    training = tuple(
        (t, "training_programme", "started_on", "finished_on") for t in link.ect_training
    )
    return ((link.period, "started_on", "finished_on"), *training)
