"""What comes about too rarely for a population of test size to show."""

from ect_rules.generate.dice import Dice
from ect_rules.generate.drafts import Register
from ect_rules.generate.ects import ect
from ect_rules.generate.mentors import Mentoring
from tests.generate.conftest import TODAY


def test_an_ect_who_comes_as_a_mentor_too_does_not_mentor_themselves():
    for seed in range(50):
        dice = Dice(seed)
        register = Register(10, dice)
        person = register.person()
        assert person is not None
        one = ect(dice, register, person, 2025, None, TODAY)

        mentors = Mentoring(dice, register, None, TODAY, [person]).assign([one])

        assert person not in [mentor.person for mentor in mentors]


def test_a_visitor_is_taken_before_anybody_new():
    taken = 0
    for seed in range(50):
        dice = Dice(seed)
        register = Register(10, dice)
        person, visitor = register.person(), register.person()
        assert person is not None
        assert visitor is not None
        one = ect(dice, register, person, 2025, None, TODAY)

        mentors = Mentoring(dice, register, None, TODAY, [visitor]).assign([one])

        taken += visitor in [mentor.person for mentor in mentors]
    assert taken > 40
