"""The contract period in which the mentor is registered. On 2026-01-15 the current one is 2025."""

import pytest

from ect_rules import catalogue
from ect_rules.rules.mentor_registrable import contract_period_chosen
from tests.builders import contract_year, day, mentor_candidate, training
from tests.rules.table import CANNOT_TELL, MET, Case, found

YEARS = [contract_year(year) for year in range(2022, 2027)]


def starting(started, years=YEARS, trained=()):
    return mentor_candidate(started, years=years, training=trained)


def trained(year, years=YEARS):
    own = training("2023-09-01", year=year, mentor="at any school")
    return starting("2026-02-01", years, [own])


def chosen(given, year, on="2026-01-15", verdict=MET, **more):
    return Case(given, on, verdict, details={"contract_period": year}, **more)


CASES = {
    "a start in the current one": chosen(starting("2026-01-15"), 2025),
    "a start before the current one": chosen(
        starting("2024-09-01", [contract_year()]),
        2025,
        reads=["contract period 2025: year, payments_frozen_at"],
    ),
    "a start in the next one": chosen(starting("2026-06-01"), 2026),
    "a start after all that are recorded": chosen(starting("2027-06-01"), 2025),
    "a start in a current one that is not recorded": chosen(
        starting("2026-01-15", []), None, verdict=CANNOT_TELL, reads=[]
    ),
    "trained before, at whatever school: that one": chosen(trained(2023), 2023),
    "trained before, and it no longer pays: by the start, never 2024": chosen(
        trained(2022, [contract_year(2022, frozen="2025-06-16T10:00+01:00"), *YEARS[1:]]), 2025
    ),
    "trained before, the day before it no longer pays": chosen(
        trained(2023, [contract_year(2023, frozen="2026-01-16T00:00+00:00")]), 2023
    ),
    "trained before in one that is not recorded": chosen(trained(2021), None, verdict=CANNOT_TELL),
    "trained twice: the latest": chosen(
        starting(
            "2026-02-01",
            trained=[
                training("2022-09-01", year=2022, mentor="here", name="the first"),
                training("2024-09-01", year=2024, mentor="there"),
            ],
        ),
        2024,
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
    assert rule_set.contract_period("mentor_registrable", given, day("2026-01-15")) == year


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_contract_period_chosen(case):
    assert found(contract_period_chosen, case) == case.expected
