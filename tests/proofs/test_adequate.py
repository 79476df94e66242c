"""The situations of a space are all there are: any facts are answered as the situation they are.

With this, what is proved of every situation is proved of all facts.
"""

from hypothesis import given

from ect_rules import catalogue, space
from tests.core.worlds import A_MENTOR, AN_ECT, some_day_asked, worlds
from tests.proofs import telling

SPACES = {(s.check, s.contract_period): s for s in space.load()}


def answered_alike(check, year, facts, on, situation):
    rules, of_check = catalogue.load(), SPACES[check, year]
    plain = {name: values[0] for name, values in of_check.dimensions.items()}
    point = {**plain, **{k: v for k, v in situation.items() if k in plain}}
    if point.get("completed declaration", "none") != "none":
        point["own training"] = "ended"
    one, other = rules.decide(check, facts, on, year), of_check.decide(rules, point)
    assert [r.code for r in one.reasons] == [r.code for r in other.reasons], of_check.told(point)
    assert {w.code for w in one.warnings} - ASIDE == {w.code for w in other.warnings} - ASIDE


# Warnings that come of a mentor's own training, which these situations leave aside.
ASIDE = {"PAYMENTS_FROZEN"}


@given(worlds(), some_day_asked)
def test_registration(world, on):
    facts = world.ect(AN_ECT, on)
    answered_alike("registration", None, facts, on, telling.registration(facts, on))


@given(worlds(), some_day_asked)
def test_mentor_funding(world, on):
    facts = world.mentor(A_MENTOR)
    answered_alike("mentor_funding", 2025, facts, on, telling.mentor(facts, on))
