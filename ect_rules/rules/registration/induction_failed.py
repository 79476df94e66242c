"""REG-4: an ECT who has failed induction needs no mentor."""

from datetime import date

from ect_rules.facts import EctFacts, InductionStatus
from ect_rules.rule import NOT_APPLICABLE, Finding, Reason, Role, Rule, Source, Verdict

INDUCTION_FAILED = Reason("INDUCTION_FAILED", "NOT_REQUIRED", "The ECT has failed induction.")

RULE = Rule(
    id="REG-4",
    sentence="The TRS induction status is Failed.",
    sources=(Source("RECT", "app/helpers/ect_helper.rb:96-97,111"),),
    role=Role.DECIDES,
    precedence=40,
    reasons=(INDUCTION_FAILED,),
    other_reading="A status that has not been told goes on to the mentor, as in RECT.",
)


def decide(facts: EctFacts, on: date) -> Finding:
    """Met where the status is Failed, whatever the day: TRS gives the present status only."""
    teacher = facts.teacher
    if teacher is None:
        return NOT_APPLICABLE
    used = ((teacher, "trs_induction_status"),)
    if teacher.trs_induction_status is None:
        return Finding(Verdict.CANNOT_TELL, facts=used)
    if teacher.trs_induction_status is InductionStatus.FAILED:
        return Finding(Verdict.MET, RULE.reasons, used)
    return Finding(Verdict.NOT_MET, facts=used)
