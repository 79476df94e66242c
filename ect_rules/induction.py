"""What a teacher's induction, and what it asks for, come to on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ect_rules.dated import ended
from ect_rules.facts import InductionOutcome, InductionPeriod, InductionStatus, Teacher
from ect_rules.rule import Facts

NATIONAL_ROLL_OUT = date(2021, 9, 1)
CONCLUDED = frozenset(
    {InductionStatus.PASSED, InductionStatus.FAILED, InductionStatus.FAILED_IN_WALES}
)
# These end induction or remove the need of it (TRS).
ENDING = CONCLUDED | {InductionStatus.EXEMPT}
_STATUS_OF: dict[InductionOutcome | None, InductionStatus] = {
    InductionOutcome.PASS: InductionStatus.PASSED,
    InductionOutcome.FAIL: InductionStatus.FAILED,
}


def status_on(
    teacher: Teacher | None, periods: Sequence[InductionPeriod], on: date
) -> InductionStatus | None:
    """The induction status on the day `on`; None where it is not told.

    TRS gives the present status only. An induction period with an outcome says when induction was
    concluded: on the day after its last day, and not before. No period says so of FailedInWales.
    """
    status = None if teacher is None else teacher.trs_induction_status
    told = [p for p in periods if p.outcome is not None and p.finished_on is not None]
    over = [p.outcome for p in told if ended(p, on)]
    if over and status not in CONCLUDED:
        return _STATUS_OF[over[-1]]
    if told and not over and status in _STATUS_OF.values():
        return InductionStatus.IN_PROGRESS
    return status


def begun_early(periods: Sequence[InductionPeriod]) -> bool:
    """Whether induction began before 1 September 2021. `periods` are in order of their start."""
    return bool(periods) and periods[0].started_on < NATIONAL_ROLL_OUT


def qts_on(teacher: Teacher | None, on: date) -> bool | None:
    """Whether the teacher holds QTS on the day `on`; None where it is not told.

    From the day of the award where that is told; without it, as held now.
    """
    if teacher is None or teacher.qts_awarded_on is None:
        return None if teacher is None else teacher.qts_held
    return teacher.qts_awarded_on <= on


def recorded(teacher: Teacher | None, periods: Sequence[InductionPeriod]) -> bool | None:
    """Whether an induction is recorded, or none is needed: by a period, or else by the TRS status.

    None where there is no period and the status is not told.
    """
    if periods:
        return True
    status = None if teacher is None else teacher.trs_induction_status
    return None if status is None else status in ENDING or status is InductionStatus.IN_PROGRESS


def may_start_from(teacher: Teacher | None, on: date) -> date:
    """The first day, from `on`, on which induction could start: not before QTS is awarded."""
    awarded_on = None if teacher is None else teacher.qts_awarded_on
    return on if awarded_on is None else max(on, awarded_on)


def reads_of_induction(teacher: Teacher | None, periods: Sequence[InductionPeriod]) -> Facts:
    """What a finding about induction goes by: the status in TRS, and the induction periods."""
    fields = ("started_on", "finished_on", "outcome")
    return ((teacher, "trs_induction_status"), *((p, *fields) for p in periods))
