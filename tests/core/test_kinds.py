"""Yes, no and not told, put together."""

import pytest

from ect_rules.kinds import every, some

EVERY = [
    ((), True),
    ((True, True), True),
    ((True, None), None),
    ((None, False), False),
    ((False, True), False),
]
SOME = [
    ((), False),
    ((False, False), False),
    ((False, None), None),
    ((None, True), True),
    ((True, False), True),
]


@pytest.mark.parametrize(("found", "expected"), EVERY)
def test_every(found, expected):
    assert every(*found) is expected


@pytest.mark.parametrize(("found", "expected"), SOME)
def test_some(found, expected):
    assert some(found) is expected
