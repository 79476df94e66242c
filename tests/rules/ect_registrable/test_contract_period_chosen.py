"""The contract period in which the ECT is registered. On 2026-01-15 the current one is 2025."""

import pytest

from ect_rules import catalogue
from ect_rules.rules.ect_registrable import contract_period_chosen
from tests.builders import ANOTHER_SCHOOL, contract_year, day, ect_candidate, ect_period, training
from tests.rules.table import CANNOT_TELL, MET, Case, found

YEARS = [contract_year(year) for year in range(2022, 2027)]
FROZEN = "2025-06-16T10:00+01:00"


def starting(started, years=YEARS, **more):
    return ect_candidate(started, years=years, **more)


def trained(year, *, years=YEARS, **more):
    """With provider-led training of that contract period at the school before."""
    own = training("2023-09-01", year=year, ect="the ECT's period", **more)
    before = ect_period("2023-09-01", urn=ANOTHER_SCHOOL)
    return starting("2026-02-01", years, registrations=[before], training=[own])


def chosen(given, year, on="2026-01-15", verdict=MET, **more):
    return Case(given, on, verdict, details={"contract_period": year}, **more)


CASES = {
    "a start in the current one": chosen(starting("2026-01-15"), 2025),
    "a start before the current one": chosen(
        starting("2024-09-01", [contract_year()]),
        2025,
        reads=["contract period 2025: year, payments_frozen_at"],
    ),
    "a start on the last day of the current one": chosen(starting("2026-05-31"), 2025),
    "a start on the first day of the next one": chosen(starting("2026-06-01"), 2026),
    "the same start, once that one is current": chosen(
        starting("2026-06-01"), 2026, on="2026-06-01"
    ),
    "a start after all that are recorded": chosen(starting("2027-06-01"), 2025),
    "a start in a current one that is not recorded": chosen(
        starting("2026-01-15", []), None, verdict=CANNOT_TELL, reads=[]
    ),
    "trained before: that one": chosen(trained(2023), 2023),
    "trained before in one that is told by its days only": chosen(trained(None), 2023),
    "trained before by the school: by the start": chosen(trained(2023, led_by="school"), 2025),
    "trained before, and it no longer pays: 2024": chosen(
        trained(2022, years=[*YEARS, contract_year(2022, frozen=FROZEN)][1:]), 2024
    ),
    "trained before, the day before it no longer pays": chosen(
        trained(2023, years=[contract_year(2023, frozen="2026-01-16T00:00+00:00")]), 2023
    ),
    "trained before, the day it no longer pays": chosen(
        trained(2023, years=[contract_year(2023, frozen="2026-01-15T23:59+00:00")]), 2024
    ),
    "trained before in one that is not recorded": chosen(
        trained(2021),
        None,
        verdict=CANNOT_TELL,
        reads=[
            "the training: contract_period, started_on",
            *(f"contract period {y}: year, payments_frozen_at" for y in range(2022, 2027)),
        ],
    ),
    "trained at a school before the school before: by the start": chosen(
        starting(
            "2026-02-01",
            registrations=[
                ect_period("2023-09-01", "2024-07-31", name="the first"),
                ect_period("2024-09-01", urn=ANOTHER_SCHOOL),
            ],
            training=[training("2023-09-01", ect="the first")],
        ),
        2025,
    ),
}


def test_it_may_change_where_a_contract_period_begins_or_ends():
    given = starting("2026-01-15", [contract_year(2025)])
    assert contract_period_chosen.days(given) == (day("2025-06-01"), day("2026-06-01"))


REGIMES = {
    "the one that is chosen": (trained(2023), 2023),
    "the previous one, where we cannot tell": (trained(2021), 2021),
    "that of the day, where we cannot tell": (starting("2026-09-01", []), 2025),
}


@pytest.mark.parametrize(("given", "year"), REGIMES.values(), ids=REGIMES)
def test_by_whose_rules_it_is_judged(given, year):
    rule_set = catalogue.load()
    assert rule_set.contract_period("ect_registrable", given, day("2026-01-15")) == year


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_contract_period_chosen(case):
    assert found(contract_period_chosen, case) == case.expected
