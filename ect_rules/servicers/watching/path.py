"""The positions of a store, one after the other, whoever goes through them and whenever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from attrs import define, evolve, field

from ect_rules.catalogue import Catalogue
from ect_rules.dated import ONE_DAY, london_day
from ect_rules.servicers.cursors import refused
from ect_rules.servicers.subjects import CHECKS
from ect_rules.servicers.watching.positions import (
    MARK_LETTERS,
    Cause,
    Place,
    Position,
    Step,
    step_from,
)
from ect_rules.servicers.watching.turning import DAYS_AT_ONCE, Due, calendar_days, coming_due
from ect_rules.store.history import committed
from ect_rules.store.snapshot import Snapshot
from ect_rules.store.store import Store


@define
class Path:
    """Goes through positions. `today`: the day in Europe/London."""

    store: Store
    catalogue: Catalogue
    today: Callable[[], date]
    _due: tuple[int, date, date, dict[date, Due]] | None = field(default=None, init=False)

    def now(self) -> Place:
        """The newest revision, today."""
        with self.store.snapshot() as snapshot:
            return self._place(snapshot, self.today())

    def at(self, revision: int) -> Place:
        """A revision, on the day on which it was committed; of 0, on that of the first.

        Raises RevisionOutOfRangeError for one that has not been written.
        """
        with self.store.snapshot(exactly=revision) as snapshot:
            found = committed(snapshot, max(revision, 1), 1)
            day = london_day(found[0][1]) if found else self.today()
            return self._place(snapshot, min(day, self.today()))

    def of(self, cursor: str) -> Place:
        """What a cursor says. Raises InvalidInputError for one of another store."""
        place = Place.of(cursor)
        furthest = place.under_way.after if place.under_way else place.position
        with self.store.snapshot() as snapshot:
            if furthest.revision <= snapshot.revision:
                earlier = evolve(snapshot, revision=place.position.revision)
                if _mark(earlier) == place.mark:
                    return place
        raise refused("is of another server; begin from a revision of this one")

    def place(self, position: Position) -> Place:
        """A position with its mark."""
        with self.store.snapshot(exactly=position.revision) as snapshot:
            return Place(position, _mark(snapshot))

    def next(self, position: Position) -> tuple[Position, Step | None, Due | None]:
        """The step that follows and, of one to another day, what comes due on it; None while there is
        none. Days between on which nothing can change are gone by: the position after them.
        """
        with self.store.snapshot() as snapshot:
            today, newest = self.today(), snapshot.revision
            found = committed(snapshot, position.revision + 1, 1)
            next_on = london_day(found[0][1]) if found else today
            while True:
                step = step_from(position, self.catalogue.fingerprint, newest, next_on, today)
                if step is None or step.cause is not Cause.DATE:
                    return position, step, None
                last = min(next_on, today) if found else today
                due = self._coming_due(snapshot, position, last)
                if due is not None or self._turns_for_all(step.after.on):
                    return position, step, due
                position = step.after

    def due(self, step: Step) -> Due | None:
        """What comes due with a step."""
        if step.cause is not Cause.DATE:
            return None
        with self.store.snapshot(exactly=step.after.revision) as snapshot:
            return self._coming_due(snapshot, step.before, step.after.on)

    def _place(self, snapshot: Snapshot, on: date) -> Place:
        return Place(Position(snapshot.revision, on, self.catalogue.fingerprint), _mark(snapshot))

    def _turns_for_all(self, on: date) -> bool:
        return any(on in calendar_days(self.catalogue, check) for check in CHECKS)

    def _coming_due(self, snapshot: Snapshot, position: Position, last: date) -> Due | None:
        """What comes due on the day after a position. It is looked up for some days at once."""
        on = position.on + ONE_DAY
        known = self._due
        if known is None or known[0] != position.revision or not known[1] <= on <= known[2]:
            last = min(last, on + timedelta(DAYS_AT_ONCE - 1))
            left = Snapshot(snapshot.connection, position.revision)
            known = self._due = (position.revision, on, last, coming_due(left, on, last))
        return known[3].get(on)


def _mark(snapshot: Snapshot) -> str:
    return snapshot.entry().hex()[:MARK_LETTERS] if snapshot.revision else ""
