"""The days that registering and leaving hold to, and the views of somebody who is to be registered."""

from datetime import date, timedelta

import pytest

from ect_rules.dated import months_after
from ect_rules.facts import AppropriateBodyType, School
from ect_rules.registering import far_ahead, first_day_in_reach, without_section_41
from ect_rules.world import World
from tests.builders import (
    ANOTHER_SCHOOL,
    THE_ECT,
    THE_MENTOR,
    THE_SCHOOL,
    contract_year,
    day,
    ect_period,
    mentor_period,
    mentorship,
    school,
    teacher,
    training,
)


@pytest.mark.parametrize("n", range(0, 1500, 7))
def test_the_first_day_in_reach_is_the_first_that_is_not_far_ahead(n):
    to_come = date(2023, 12, 31) + timedelta(days=n)
    first = first_day_in_reach(to_come)
    assert not far_ahead(to_come, first)
    assert far_ahead(to_come, first - timedelta(days=1))
    assert months_after(first, 4) >= to_come


@pytest.mark.parametrize("edge", [date.min, date.max])
def test_there_is_a_first_day_in_reach_of_any_day(edge):
    assert first_day_in_reach(edge) <= edge


WITHOUT = {
    "state funded": ("Community school", None, False),
    "independent, approved": ("Other independent school", True, False),
    "independent, not approved": ("Other independent school", False, True),
    "independent, not told": ("Other independent school", None, None),
    "of no type that is told, approved": (None, True, False),
    "of no type that is told, not approved": (None, False, None),
}


@pytest.mark.parametrize(("gias_type", "approved", "expected"), WITHOUT.values(), ids=WITHOUT)
def test_without_section_41(gias_type, approved, expected):
    assert without_section_41(school(gias_type, section_41=approved).school) is expected


HERE, THERE = ect_period("2025-09-01"), ect_period("2024-09-01", urn=ANOTHER_SCHOOL, name="there")
MENTORING = mentor_period("2023-09-01", trn=THE_ECT, name="as a mentor")
OWN = training("2024-09-01", ect="there", name="own")
LATER = training("2025-09-01", ect=HERE.id, name="later")
AS_MENTOR = training("2023-09-01", mentor=MENTORING.id, name="as a mentor")
PERSON = teacher(THE_ECT, induction="InProgress")
YEARS = [contract_year(2026), contract_year(2025)]
WORLD = World([PERSON, school().school, HERE, THERE, MENTORING, LATER, OWN, AS_MENTOR, *YEARS])


def test_somebody_who_is_to_be_an_ect():
    found = WORLD.ect_candidate(
        THE_ECT,
        THE_SCHOOL,
        day("2026-09-01"),
        identity_confirmed=True,
        email_in_use=False,
        appropriate_body=AppropriateBodyType.NATIONAL,
    )
    assert (found.trn, found.teacher, found.started_on) == (THE_ECT, PERSON, day("2026-09-01"))
    assert (found.school.school, found.school.unfinished_training) == (school().school, True)
    assert found.registrations == (THERE, HERE)
    assert found.training == (OWN, LATER)
    assert found.mentor_training == (AS_MENTOR,)
    assert [c.year for c in found.contract_periods] == [2025, 2026]
    assert (found.identity_confirmed, found.email_in_use) == (True, False)
    assert found.appropriate_body is AppropriateBodyType.NATIONAL


def test_somebody_who_is_to_be_a_mentor():
    found = WORLD.mentor_candidate(
        THE_ECT,
        ANOTHER_SCHOOL,
        day("2026-09-01"),
        THE_MENTOR,
        identity_confirmed=False,
        email_in_use=True,
        here_only=True,
    )
    assert (found.trn, found.teacher, found.ect_trn) == (THE_ECT, PERSON, THE_MENTOR)
    assert found.school.school == School(ANOTHER_SCHOOL), "of which nothing is told"
    assert found.at_schools == (MENTORING,)
    assert found.training == (AS_MENTOR,)
    assert [c.year for c in found.contract_periods] == [2025, 2026]
    assert (found.identity_confirmed, found.email_in_use, found.here_only) == (False, True, True)


def test_nobody_and_nothing_told():
    found = World().ect_candidate(THE_ECT, THE_SCHOOL, day("2026-09-01"))
    assert (found.teacher, found.registrations, found.training) == (None, (), ())
    assert (found.identity_confirmed, found.email_in_use, found.appropriate_body) == (None,) * 3
    mentor = World().mentor_candidate(THE_ECT, THE_SCHOOL, day("2026-09-01"))
    assert (mentor.ect_trn, mentor.here_only, mentor.at_schools) == (None, None, ())


def test_a_mentorship_with_what_it_must_agree_with():
    ect, mentor = ect_period(), mentor_period()
    one = mentorship("2026-01-01", name="one")
    other = mentorship("2025-09-01", "2025-12-31", name="other")
    found = World([ect, mentor, one, other]).assignment(one)
    assert (found.proposed, found.ect, found.mentor, found.others) == (one, ect, mentor, (other,))
    assert World([one]).assignment(one).ect is None
