"""The situations of a space are all there are: any facts are answered as the situation they are.

With this, what is proved of every situation is proved of all facts. Where a check has spaces for its
parts, each rule finds of any facts what it finds of their situation in its part.
"""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ect_rules import catalogue, space
from ect_rules.facts import AppropriateBodyType, MentorshipPeriod
from tests.core.worlds import (
    A_MENTOR,
    AN_ECT,
    ECT_PERIODS,
    MENTOR_PERIODS,
    TRNS,
    URNS,
    some_day_asked,
    some_days,
    spans,
    worlds,
)
from tests.proofs import telling
from tests.proofs.disturbing import disturbed
from tests.proofs.parts import name, of_parts, parts_of

RULES = catalogue.load()
ASIDE = {
    # They come from mentor funding, where they are looked at.
    "mentor_training": {"ASSIGNED_ECT_CONCLUDED", "PAYMENTS_FROZEN"},
    # They depend on contract periods, which are looked at with all else plain.
    "mentor_kind": {"UNFUNDED_PAID_SEPARATELY", "UNFUNDED_IN_ECT_FEE", "NO_UPLIFT"},
}
REGIMES = pytest.mark.parametrize("year", [2024, 2025])
flags = st.sampled_from([None, False, True])


def answered_alike(check, year, facts, on, situation, asked="", aside=(), rules=RULES):
    spaces = [
        s
        for s in space.load()
        if s.check == check and s.contract_period in (None, year) and s.asked == asked
    ]
    points = {s: s.nearest(situation) for s in parts_of(spaces)}
    one, other = rules.decide(check, facts, on, year), of_parts(rules, points)
    told = "\n\n".join(s.told(point) for s, point in points.items())
    assert [r.code for r in one.reasons] == [r.code for r in other.reasons], told
    assert _codes(one.warnings, aside) == _codes(other.warnings, aside), told
    if "state" in dict(one.details):
        assert dict(one.details)["state"] == dict(other.details)["state"], told


def _codes(warnings, aside):
    return {warning.code for warning in warnings if warning.code not in aside}


TELL = {
    "ect_funding": telling.ect,
    "ect_registrable": telling.ect_candidate,
    "mentor_assignable": telling.assignment,
    "mentor_funding": telling.mentor,
    "mentor_kind": telling.kind,
    "mentor_registrable": telling.mentor_candidate,
    "mentor_training": telling.training,
    "record_retention": telling.retention,
    "registration": telling.registration,
    "school_eligibility": telling.school,
}


@pytest.mark.parametrize("spaces", space.together(), ids=name)
@given(st.data())
def test_near_to_every_situation(spaces, data):
    check, year = spaces[0].check, spaces[0].contract_period
    facts, on = data.draw(disturbed(RULES, spaces))
    if check == "mentor_kind":
        assume(one_mentorship(facts, on))
    if check == "mentor_grant":
        asked, situation = telling.grant(facts, on, None)
    else:
        asked, situation = "", TELL[check](facts, on, year)
    answered_alike(check, year, facts, on, situation, asked, ASIDE.get(check, ()))


@given(worlds(), some_day_asked, st.sampled_from(["", None]))
def test_registration(world, on, asking):
    facts = world.ect(AN_ECT, on, asking_urn=asking)
    answered_alike("registration", None, facts, on, telling.registration(facts, on, None))


@REGIMES
@given(worlds(), st.sampled_from(URNS))
def test_school_eligibility(year, world, urn):
    facts = world.school_with_training(urn)
    on = date(year, 7, 1)
    answered_alike("school_eligibility", year, facts, on, telling.school(facts, on, year))


@REGIMES
@given(worlds(), some_day_asked)
def test_mentor_funding(year, world, on):
    facts = world.mentor(A_MENTOR)
    answered_alike("mentor_funding", year, facts, on, telling.mentor(facts, on, year))


@REGIMES
@given(worlds(), some_day_asked)
def test_mentor_training(year, world, on):
    facts = world.mentor(A_MENTOR)
    situation = telling.training(facts, on, year)
    aside = ASIDE["mentor_training"]
    answered_alike("mentor_training", year, facts, on, situation, aside=aside)


@given(worlds(), some_day_asked)
def test_record_retention(world, on):
    facts = world.mentor(A_MENTOR)
    situation = telling.retention(facts, on, None)
    answered_alike("record_retention", None, facts, on, situation)


before_and_after_2023 = some_day_asked | st.sampled_from([date(2023, 8, 31), date(2023, 9, 1)])


@REGIMES
@given(worlds(), before_and_after_2023)
def test_ect_funding(year, world, on):
    facts = world.ect_funding(AN_ECT, on)
    answered_alike("ect_funding", year, facts, on, telling.ect(facts, on, year))


def one_mentorship(facts, on):
    """Whether at most one goes on or is to come: what holds of several holds of one of them."""
    return sum(not telling.over(link, on) for link in facts.mentor.mentorships) < 2


@given(worlds(), some_day_asked, st.sampled_from(TRNS))
def test_mentor_kind(world, on, trn):
    facts = world.mentor_kind(trn)
    assume(one_mentorship(facts, on))
    situation = telling.kind(facts, on, None)
    answered_alike("mentor_kind", None, facts, on, situation, aside=ASIDE["mentor_kind"])


IN_TERMS = [
    date(year, month, day)
    for year in range(2020, 2027)
    for month, day in ((3, 31), (5, 31), (6, 1), (8, 1), (8, 31), (9, 1), (12, 31))
]


@given(worlds(st.sampled_from(IN_TERMS)), st.sampled_from(IN_TERMS))
def test_mentor_grant(world, on):
    facts = world.mentor(A_MENTOR)
    asked, situation = telling.grant(facts, on, None)
    answered_alike("mentor_grant", None, facts, on, situation, asked=asked)


answers = {"identity_confirmed": flags, "email_in_use": flags}


@REGIMES
@given(
    worlds(),
    some_day_asked,
    some_days,
    st.sampled_from(TRNS),
    st.fixed_dictionaries(
        {**answers, "appropriate_body": st.none() | st.sampled_from(AppropriateBodyType)}
    ),
)
def test_ect_registrable(year, world, on, start, trn, answered):
    facts = world.ect_candidate(trn, URNS[0], start, **answered)
    situation = telling.ect_candidate(facts, on, year)
    answered_alike("ect_registrable", year, facts, on, situation)


@given(
    worlds(),
    some_day_asked,
    some_days,
    st.sampled_from(TRNS),
    st.none() | st.sampled_from(TRNS),
    st.fixed_dictionaries({**answers, "here_only": flags}),
)
def test_mentor_registrable(world, on, start, trn, ect, answered):
    facts = world.mentor_candidate(trn, URNS[0], start, ect, **answered)
    situation = telling.mentor_candidate(facts, on, None)
    answered_alike("mentor_registrable", None, facts, on, situation)


@given(
    worlds(),
    some_day_asked,
    st.sampled_from(ECT_PERIODS),
    st.sampled_from(MENTOR_PERIODS),
    spans(some_days, valid=False),
)
def test_mentor_assignable(world, on, ect, mentor, span):
    facts = world.assignment(MentorshipPeriod("proposed", ect, mentor, **span))
    situation = telling.assignment(facts, on, None)
    answered_alike("mentor_assignable", None, facts, on, situation)
