"""Everybody about whom checks are asked, block by block, each with the facts that the answers rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from ect_rules.catalogue import Catalogue
from ect_rules.comparing import Said
from ect_rules.errors import FactsErasedError
from ect_rules.servicers.subjects import CHECKS, FIRST, Kind, Subject, about, hold, kind_of
from ect_rules.store.snapshot import Snapshot
from ect_rules.store.store import Store
from ect_rules.world import World


@frozen
class Block:
    """Some subjects in order, what is asked about each, and the facts. `last`: after which to go on."""

    checks: Sequence[str]
    subjects: Sequence[Subject]
    world: World

    @property
    def last(self) -> Subject:
        """The last of the subjects."""
        return self.subjects[-1]

    def answers(self, catalogue: Catalogue, on: date) -> Iterator[tuple[str, Subject, Said]]:
        """The answer of each check about each subject on a day, in their order."""
        for subject in self.subjects:
            for check in self.checks:
                view = about(check, subject).view(self.world)
                yield check, subject, Said.by(catalogue.decide(check, view(on), on))


def groups(checks: Sequence[str]) -> list[tuple[Kind, list[str]]]:
    """Checks together with those about the same kind of subjects. None: all."""
    found: dict[Kind, list[str]] = {}
    for check in CHECKS:
        if check in checks or not checks:
            found.setdefault(kind_of(check), []).append(check)
    return list(found.items())


def total(snapshot: Snapshot, checks: Sequence[str]) -> int:
    """How many subjects there are. Raises FactsErasedError where some are gone since."""
    whole(snapshot)
    return sum(kind.total(snapshot, ()) for kind, _ in groups(checks))


def blocks(
    store: Store, revision: int, checks: Sequence[str], place: int = 0, after: Subject = FIRST
) -> Iterator[tuple[int, Block]]:
    """Everybody at a revision, and the place of their group; between two nothing of the database is
    held. `place`, `after`: the group to begin in, and the subject after which.

    Raises FactsErasedError where somebody has been erased since, in the middle too, and what reading
    raises.
    """
    for number, (kind, asked) in enumerate(groups(checks)):
        if number < place:
            continue
        last, more = after if number == place else FIRST, True
        while more:
            with store.snapshot(exactly=revision) as snapshot:
                whole(snapshot)
                subjects, more = kind.block(snapshot, last)
                questions = [about(check, subject) for subject in subjects for check in asked]
                world = World(_records(hold(snapshot, questions).records))
            if subjects:
                block = Block(asked, subjects, world)
                last = block.last
                yield number, block


def _records(held: dict[type, list[Any]]) -> Iterator[Any]:
    for records in held.values():
        yield from records


def whole(snapshot: Snapshot) -> None:
    """Raise FactsErasedError where not everybody of a revision is there any more."""
    if snapshot.revision < snapshot.erased_at:
        raise FactsErasedError(
            f"not everybody of revision {snapshot.revision} is there any more: somebody was erased at "
            f"revision {snapshot.erased_at}; compare at that or a later one"
        )
