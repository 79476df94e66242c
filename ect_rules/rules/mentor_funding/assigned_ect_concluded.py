"""AMB-8: a mentor whose ECTs have all finished may still be linked to them."""

from datetime import date

from ect_rules.dated import ended
from ect_rules.facts import InductionStatus, MentorFacts
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

ASSIGNED_ECT_CONCLUDED = Reason(
    "ASSIGNED_ECT_CONCLUDED",
    None,
    "Every ECT the mentor is assigned to has passed or failed induction. Check whether the "
    "mentorship should end.",
)
CONCLUDED = (InductionStatus.PASSED, InductionStatus.FAILED)

RULE = Rule(
    id="AMB-8",
    sentence="Every ECT of a current or future mentorship has passed or failed induction.",
    sources=(
        Source("RECT", "its mentor page drops Passed and Failed, not Exempt", Standing.RUN),
        Source("OURS", "the link counts; facts and display are kept apart", Standing.OURS),
    ),
    role=Role.WARNS,
    precedence=95,
    reasons=(ASSIGNED_ECT_CONCLUDED,),
)

WARNED = Finding(Verdict.MET, warnings=RULE.reasons)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Cannot tell where no linked ECT is known to go on and the status of one has not been told."""
    finding = NOT_APPLICABLE
    for link in facts.mentorships:
        if not ended(link, on):
            status = link.ect.trs_induction_status if link.ect else None
            if status is not None and status not in CONCLUDED:
                return NOT_MET
            finding = CANNOT_TELL if status is None or finding is CANNOT_TELL else WARNED
    return finding


def reads(facts: MentorFacts, on: date) -> Facts:
    """The induction status of each linked ECT whom we know."""
    ects = [link.ect for link in facts.mentorships if not ended(link, on)]
    return tuple((ect, "trs_induction_status") for ect in ects if ect is not None)
