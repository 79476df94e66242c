"""UNF-1: mentors an ECT whom another provider trains than the one that trained the mentor."""

from datetime import date
from functools import lru_cache

from ect_rules.facts import MentorKindFacts
from ect_rules.kinds import reads_of_unfunded, unfunded
from ect_rules.rule import (
    CANNOT_TELL,
    NOT_MET,
    Actor,
    Finding,
    NextAction,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

UNFUNDED_MENTOR = Reason(
    "UNFUNDED_MENTOR",
    "UNFUNDED",
    "The mentor mentors an ECT trained by a lead provider that has not trained the mentor.",
)
GIVE_ACCESS = NextAction(
    "GIVE_ACCESS", Actor.LEAD_PROVIDER, "Give the mentor access to the ECT's learning materials."
)

RULE = Rule(
    id="UNF-1",
    sentence="There is a lead provider that never trained the mentor, as mentor or as ECT, and the "
    "mentor is the current or next mentor of an ECT whose latest training with it is a confirmed "
    "partnership. Expressions of interest count for neither side.",
    sources=(Source("RECT", "app/services/api/teachers/unfunded_mentors/query.rb", Standing.RUN),),
    role=Role.DECIDES,
    precedence=50,
    reasons=(UNFUNDED_MENTOR,),
    actions=(GIVE_ACCESS,),
    other_reading="RECT looks at no days of training: a mentor whose own training by that provider "
    "is to come counts too, until a partnership for it is confirmed.",
)


def decide(facts: MentorKindFacts, on: date) -> Finding:
    """Cannot tell where no provider is sure and one may be it."""
    training, found = unfunded(facts, on)
    if found:
        return _unfunded_for(tuple(t.lead_provider for t in training))
    return CANNOT_TELL if found is None else NOT_MET


@lru_cache(maxsize=1_000)
def _unfunded_for(providers: tuple[str | None, ...]) -> Finding:
    details = (("unfunded_for", providers),)
    return Finding(Verdict.MET, RULE.reasons, RULE.actions, details=details)


reads = reads_of_unfunded
