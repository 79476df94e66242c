"""Otherwise the teacher may be registered. Asked only where no bar is raised or in doubt."""

import pytest

from ect_rules.rules.ect_registrable import registrable
from tests.builders import ect_candidate
from tests.rules.table import MET, Case, found

CASES = {"anybody": Case(ect_candidate(), "2026-01-15", MET, ["REGISTRABLE"], reads=[])}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_registrable(case):
    assert found(registrable, case) == case.expected
