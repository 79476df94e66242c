"""Which records name which."""

import pytest
from attrs import evolve

from ect_rules.integrity import named, still_named
from ect_rules.world import World, key
from tests.builders import (
    THE_ECT,
    THE_MENTOR,
    THE_SCHOOL,
    contract_year,
    declaration,
    ecf_checks,
    ect_period,
    induction_period,
    mentor_period,
    mentorship,
    school,
    teacher,
    training,
)

ECT, MENTOR = "the ECT's period", "the mentor's period"
OF_ECT = evolve(training(), ect_at_school_period_id=ECT)
OF_MENTOR = evolve(training(), mentor_at_school_period_id=MENTOR)
NAMED = {
    "a teacher": (teacher(THE_ECT), []),
    "a school": (school().school, []),
    "a contract period": (contract_year(), []),
    "an ECT at a school": (ect_period(), [("Teacher", THE_ECT), ("School", THE_SCHOOL)]),
    "a mentor at a school": (mentor_period(), [("Teacher", THE_MENTOR), ("School", THE_SCHOOL)]),
    "a stretch of induction": (induction_period(), [("Teacher", THE_ECT)]),
    "what ECF1 held": (ecf_checks(), [("Teacher", THE_ECT)]),
    "a mentorship": (
        mentorship("2025-09-01"),
        [("EctAtSchoolPeriod", ECT), ("MentorAtSchoolPeriod", MENTOR)],
    ),
    "training of an ECT": (OF_ECT, [("EctAtSchoolPeriod", ECT)]),
    "training of a mentor": (OF_MENTOR, [("MentorAtSchoolPeriod", MENTOR)]),
    "a declaration": (declaration(), [("TrainingPeriod", "the training")]),
}


@pytest.mark.parametrize("case", NAMED)
def test_what_a_record_names(case):
    record, names = NAMED[case]
    assert [(kind.__name__, name) for kind, name in named(record)] == names


def test_what_is_gone_and_still_named():
    after = World([mentorship("2025-09-01"), OF_ECT, mentor_period()])
    gone = [ect_period(), mentor_period(), declaration(), teacher(THE_MENTOR), school().school]
    found = [(key(record)[1], key(other)[1]) for record, other in still_named(gone, after)]
    assert found == [
        (ECT, "the mentorship"),
        (THE_MENTOR, MENTOR),
        (THE_SCHOOL, MENTOR),
    ], "the mentor's own period is there still, and nothing names the declaration"
