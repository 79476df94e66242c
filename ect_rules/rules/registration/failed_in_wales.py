"""AMB-3: induction failed in Wales does not settle the registration, but deserves a second look."""

from datetime import date

from ect_rules.facts import EctFacts, InductionStatus
from ect_rules.rule import (
    CANNOT_TELL,
    NOT_APPLICABLE,
    NOT_MET,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

INDUCTION_FAILED_IN_WALES = Reason(
    "INDUCTION_FAILED_IN_WALES",
    None,
    "The ECT has failed induction in Wales. Check with the appropriate body whether induction in "
    "England can go on.",
)

RULE = Rule(
    id="AMB-3",
    sentence="The TRS induction status is FailedInWales: the mentor still decides the registration.",
    sources=(
        Source("RECT", "app/helpers/ect_helper.rb:96-97 does not list it", Standing.RUN),
        Source("RECT", "lib/trs/teacher.rb:13-15 treats it as ending induction"),
    ),
    role=Role.WARNS,
    precedence=80,
    reasons=(INDUCTION_FAILED_IN_WALES,),
    other_reading="RECT's lists and its induction rules treat FailedInWales as concluded; its "
    "registration tag does not. We follow the tag and warn.",
)

WARNED = Finding(Verdict.MET, warnings=RULE.reasons)


def decide(facts: EctFacts, on: date) -> Finding:
    """Met where the status is FailedInWales."""
    teacher = facts.teacher
    if teacher is None:
        return NOT_APPLICABLE
    if teacher.trs_induction_status is None:
        return CANNOT_TELL
    return WARNED if teacher.trs_induction_status is InductionStatus.FAILED_IN_WALES else NOT_MET


def reads(facts: EctFacts, on: date) -> Facts:
    """The status."""
    return ((facts.teacher, "trs_induction_status"),)
