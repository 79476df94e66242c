"""Contract periods as they stood on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from ect_rules.dated import contract_period_of, london_day
from ect_rules.facts import ContractPeriod

FIRST = 2021
# From midnight in London on 18 June 2024 and 16 June 2025.
_FROZEN = {
    2021: datetime(2024, 6, 17, 23, tzinfo=UTC),
    2022: datetime(2025, 6, 15, 23, tzinfo=UTC),
}


def contract_periods(today: date) -> Iterator[ContractPeriod]:
    """The contract periods from 2021 to the next one, which is not open yet, nor is a frozen one."""
    newest = contract_period_of(today)
    for year in range(FIRST, max(newest, FIRST) + 2):
        frozen_at = _FROZEN.get(year)
        if frozen_at is not None and london_day(frozen_at) > today:
            frozen_at = None
        yield ContractPeriod(year, year <= newest and frozen_at is None, frozen_at)
