"""Going from a place to the newest position, step by step."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, evolve, frozen

from ect_rules.servicers.watching.changes import Change, Changes
from ect_rules.servicers.watching.path import Path
from ect_rules.servicers.watching.positions import NOTHING_YET, Place, Step
from ect_rules.servicers.watching.turning import Due
from ect_rules.servicers.watching.wanting import Wanted

Telling = tuple[Place, list[tuple[Place, Change]]]


@frozen
class Ahead:
    """A step that follows and, of one to another day, what comes due on it."""

    step: Step
    due: Due | None


@define
class Walk:
    """Goes step by step. `place`: where it is."""

    path: Path
    changes: Changes
    place: Place

    def next(self) -> Ahead | None:
        """The step that follows, or that was left half told; None while there is none.

        Days on which nothing can change are gone by.
        """
        under_way = self.place.under_way
        if under_way is not None:
            return Ahead(under_way, self.path.due(under_way))
        position, step, due = self.path.next(self.place.position)
        if position != self.place.position:
            self.place = evolve(self.place, position=position)
        return None if step is None else Ahead(step, due)

    def tell(self, ahead: Ahead, wanted: Wanted) -> Iterator[Telling]:
        """What is wanted of the step that follows, block by block: each change with the place after it,
        and the place after the block, which may be of none.

        Raises StoreUnavailableError; the walk is then where the last block was.
        """
        step = ahead.step
        told = self.place.told if self.place.under_way else NOTHING_YET
        for block in self.changes.of(step, wanted, told, ahead.due):
            changes = [
                (evolve(self.place, under_way=step, told=change.told), change)
                for change in block.changes
            ]
            self.place = evolve(self.place, under_way=step, told=block.told)
            yield self.place, changes
        if step.after.revision == step.before.revision:
            self.place = Place(step.after, self.place.mark)
        else:
            self.place = self.path.place(step.after)
        yield self.place, []
