"""The worked example of RECT rows: may each mentor record be held?"""

import json
from datetime import date
from pathlib import Path

import pytest

from ect_rules import tabular
from ect_rules.catalogue import load
from ect_rules.world import World

ROOT = Path(__file__).parents[2]
EXPECTED = json.loads((ROOT / "tests/data/rect_expected.json").read_text(encoding="utf-8"))
ON = date.fromisoformat(EXPECTED["as_of"])


@pytest.fixture(scope="module")
def world() -> World:
    return World(r for _, _, r in tabular.read(ROOT / "examples/rect/records"))


@pytest.mark.parametrize("mentor", EXPECTED["mentors"], ids=lambda m: m["trn"])
def test_record_retention(world, mentor):
    decision = load().decide("record_retention", world.mentor(mentor["trn"]), ON)
    expected = mentor["data"]

    assert (decision.status, decision.reasons[0].code) == (
        expected["decision"],
        expected["reason"],
    )
