"""AMB-8: a mentor whose ECTs have all finished may still be linked to them."""

from datetime import date

from ect_rules.dated import ended
from ect_rules.facts import InductionStatus, MentorFacts
from ect_rules.rule import NOT_APPLICABLE, Finding, Reason, Role, Rule, Source, Standing, Verdict

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
        Source("RECT", "the mentor page drops ECTs who have passed or failed", Standing.RUN),
        Source("OURS", "the link counts; facts and display are kept apart", Standing.OURS),
    ),
    role=Role.WARNS,
    precedence=95,
    reasons=(ASSIGNED_ECT_CONCLUDED,),
)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Cannot tell where no linked ECT is known to go on and the status of one has not been told."""
    ects = [link.ect for link in facts.mentorships if not ended(link, on)]
    if not ects:
        return NOT_APPLICABLE
    used = tuple((ect, "trs_induction_status") for ect in ects if ect is not None)
    verdict = Verdict.MET
    for ect in ects:
        if ect is None or ect.trs_induction_status is None:
            verdict = Verdict.CANNOT_TELL
        elif ect.trs_induction_status not in CONCLUDED:
            return Finding(Verdict.NOT_MET, facts=used)
    if verdict is Verdict.CANNOT_TELL:
        return Finding(verdict, facts=used)
    return Finding(Verdict.MET, facts=used, warnings=RULE.reasons)
