"""What holds of each check in every situation that its rules tell apart."""

from itertools import groupby, islice

import pytest

from ect_rules import catalogue, space
from tests.proofs.proving import PROOFS

SPACES = {name: list(found) for name, found in groupby(space.load(), key=lambda s: s.check)}


@pytest.mark.parametrize("proof", PROOFS.values(), ids=PROOFS)
@pytest.mark.parametrize("spaces", SPACES.values(), ids=SPACES)
def test_proved(spaces, proof):
    against = list(islice(proof(catalogue.load(), spaces), 3))
    assert not against, "\n\n".join(against)


def test_every_check_has_a_space():
    assert SPACES.keys() == catalogue.load().checks.keys()
