"""Answers that have been given at the newest revision: the same question has them again as they are."""

from __future__ import annotations

from typing import Any

from attrs import define, field

ANSWERS_KEPT = 50_000


@define
class Kept:
    """Results as bytes, by what makes them: all are of one revision, and gone with the next one.

    So none is ever out of date, and nothing of somebody erased outlives the revision that erased them.
    """

    _of: tuple[int, dict[Any, bytes]] = field(default=(0, {}), init=False)

    def at(self, revision: int) -> dict[Any, bytes]:
        """The results at a revision, to look up and to add to; of an earlier one there are none."""
        kept = self._of
        if revision == kept[0]:
            return kept[1]
        fresh: dict[Any, bytes] = {}
        if revision > kept[0]:
            self._of = revision, fresh
        return fresh


def keep(results: dict[Any, bytes], key: Any, data: bytes) -> None:
    """Add a result, while there is room."""
    if len(results) < ANSWERS_KEPT:
        results[key] = data
