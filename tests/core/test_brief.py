"""Nothing of the domain brief is missing silently: each row of it has its place here."""

import re
from pathlib import Path

import pytest

from ect_rules import catalogue
from ect_rules.definitions import DECLARATIONS, DEFINITIONS, JOURNEYS, NOT_COVERED

PAGE = Path("docs/rules.md").read_text(encoding="utf-8")


def numbered(prefix, first, last):
    return [f"{prefix}{n}" for n in range(first, last + 1)]


ROWS = [
    *numbered("DATE-", 1, 7),
    *numbered("REG-", 1, 7),
    *numbered("GATE-E", 1, 12),
    *numbered("GATE-M", 1, 8),
    *numbered("MENT-", 1, 6),
    *numbered("ASSIGN-", 1, 7),
    *numbered("LEAVE-", 1, 9),
    *numbered("SCH-", 1, 6),
    *("FUND-0", "FUND-1", "FUND-2a", "FUND-2b", "FUND-2c"),
    *numbered("FUND-", 3, 9),
    *numbered("ECF1-", 0, 9),
    *numbered("TRAIN-", 1, 8),
    *numbered("DONE-", 1, 4),
    *numbered("EFUND-", 1, 7),
    *numbered("PAY-", 1, 5),
    *(f"GRANT-{year}" for year in ("2021-22", "2022-23", "2023-24", "2024-25")),
    *("GRANT-2025-26-second-year", "GRANT-2025-26-new", "GRANT-2026-27", "GRANT-time-off"),
    *numbered("UNF-", 1, 2),
    *numbered("REPL-", 1, 4),
    *numbered("DATA-", 1, 4),
]
AMBIGUITIES = numbered("AMB-", 1, 14)


def places():
    for linked in catalogue.load().checks.values():
        for rule in linked.rules:
            yield from (rule.id, *rule.covers)
    yield from (entry.id for entry in (*DEFINITIONS, *JOURNEYS, *DECLARATIONS))
    for entry in NOT_COVERED:
        yield from entry.ids


@pytest.mark.parametrize("row", ROWS)
def test_every_row_is_a_rule_or_says_why_not(row):
    assert row in set(places())


@pytest.mark.parametrize("row", [*ROWS, *AMBIGUITIES])
def test_every_row_can_be_found_in_the_page(row):
    assert re.search(rf"\b{re.escape(row)}\b", PAGE)


def test_what_is_not_covered_is_not_a_rule_as_well():
    rules = {r.id for linked in catalogue.load().checks.values() for r in linked.rules}
    assert not rules & {row for entry in NOT_COVERED for row in entry.ids}
