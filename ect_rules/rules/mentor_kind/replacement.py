"""REPL-1: new to the training, and takes over from an earlier mentor."""

from datetime import date

from ect_rules.facts import MentorKindFacts
from ect_rules.kinds import reads_of_replacement, replacement_from
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
    Verdict,
)

REPLACEMENT_MENTOR = Reason(
    "REPLACEMENT_MENTOR",
    "REPLACEMENT",
    "The mentor was new to the training and takes over from an earlier mentor: funded.",
)
CHECK_SCHEDULE = NextAction(
    "CHECK_SCHEDULE", Actor.LEAD_PROVIDER, "Check that the training is on this schedule."
)

RULE = Rule(
    id="REPL-1",
    sentence="A current or future mentorship began before any training of the mentor, who had no "
    "other provider-led ECT then; the ECT was provider-led; funding is not lost; an earlier mentor "
    "of the ECT, at any school, has a declaration, not voided, dated in their mentorship. Schedule "
    "by its first month: June to October september, November to February january, else april.",
    sources=(Source("RECT", "app/services/schedules/find.rb"),),
    role=Role.DECIDES,
    precedence=30,
    reasons=(REPLACEMENT_MENTOR,),
    actions=(CHECK_SCHEDULE,),
    covers=("REPL-2",),
    other_reading="RECT takes the month of setting training up, if later; its guidance does not.",
)

TAKES_OVER = {
    start: Finding(
        Verdict.MET, RULE.reasons, RULE.actions, details=(("schedule", f"ecf-replacement-{start}"),)
    )
    for start in ("september", "january", "april")
}


def decide(facts: MentorKindFacts, on: date) -> Finding:
    """Not for one who mentored another provider-led ECT then: the first ECT takes precedence."""
    start, found = replacement_from(facts, on)
    if start is not None:
        return TAKES_OVER[start]
    return CANNOT_TELL if found is None else NOT_MET


reads = reads_of_replacement
