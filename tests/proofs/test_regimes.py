"""Where the rules up to 2024 and those from 2025 answer differently, and that it is nowhere else.

A school is taken to be eligible in both regimes or in neither: where it is not, the list of
school_eligibility says.
"""

import pytest
from attrs import evolve

from ect_rules import catalogue, space
from ect_rules.space.ects import EARLY_ASKED, EARLY_TO_COME, RECORDS_SAY
from ect_rules.space.regimes import differences
from ect_rules.space.space import NOT_TOLD
from tests.proofs.proving import differing

RULES = catalogue.load()
COMPARED = {found.check: found for found in space.compared()}

# Values of a dimension with which the answer may differ, alone or with others of the list.
DIFFER = {
    "school_eligibility": {
        "type": (
            "secure unit",
            "outside England, its own pupils abroad",
            "outside England",
            "Welsh",
            "of another kind that is not funded",
            NOT_TOLD,
        ),
        "district": ("elsewhere",),
    },
    "mentor_funding": {
        "prohibited from teaching": ("yes",),
        "checks of the earlier service": (
            "validated by hand, flags to check",
            "validated by hand as ineligible for flags",
            NOT_TOLD,
        ),
        "active flags": ("yes", NOT_TOLD),
        "took part in the early roll-out": ("yes", NOT_TOLD),
        "another TRN": ("yes", NOT_TOLD),
        "second profile": ("yes", NOT_TOLD),
    },
    "mentor_training": {
        "prohibited from teaching": ("yes",),
        "loss of funding": (
            "trained in the early roll-out",
            "completed",
            "started and not completed",
        ),
        "at a school": ("before",),
        "the school": ("not eligible", NOT_TOLD),
        "assigned to an ECT": ("later",),
        "training of the ECT": ("school-led", NOT_TOLD),
        "checks of the earlier service": (
            "validated by hand, flags to check",
            "validated by hand as ineligible for flags",
            NOT_TOLD,
        ),
        "active flags": ("yes", NOT_TOLD),
    },
    "ect_funding": {
        "prohibited from teaching": ("yes",),
        "QTS": ("to be awarded", "not held", NOT_TOLD),
        "induction period": ("to come", EARLY_ASKED, EARLY_TO_COME, "none"),
        "active flags": ("yes", "refused by hand", NOT_TOLD),
        "took part in the early roll-out": ("yes", NOT_TOLD),
        "another TRN": ("yes", NOT_TOLD),
        "no QTS by the check": ("yes",),
        "previous induction by the check": ("yes", RECORDS_SAY),
        "exempt by the check": ("yes",),
        "no induction by the check": ("yes",),
    },
    "ect_registrable": {"training as a mentor": ("under way",)},
}
LISTED = [
    (check, name, value)
    for check, listed in DIFFER.items()
    for name, values in listed.items()
    for value in values
]


def test_every_check_with_two_regimes_is_compared():
    regimes = {s.check for s in space.load() if s.contract_period is not None}
    assert COMPARED.keys() == DIFFER.keys() == regimes


@pytest.mark.parametrize("check", DIFFER)
def test_alike_elsewhere(check):
    against = next(differing(RULES, COMPARED[check], DIFFER[check]), None)
    assert against is None, against


@pytest.mark.parametrize(("check", "name", "value"), LISTED)
def test_each_listed_value_is_needed(check, name, value):
    with_it = COMPARED[check].dimensions | {name: (value,)}
    rest = {n: values for n, values in DIFFER[check].items() if n != name}
    of_value = evolve(COMPARED[check], dimensions=with_it)
    assert next(differing(RULES, of_value, rest), None), "both regimes answer alike with it"


@pytest.mark.parametrize("check", DIFFER)
def test_what_one_change_makes_different_is_listed(check):
    for found in differences(RULES, COMPARED[check]):
        assert found.value in DIFFER[check][found.dimension]
        assert found.up_to_2024 != found.from_2025
