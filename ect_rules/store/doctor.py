"""Looking a store over: is it whole, as it was written, and are its records what must hold of them?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from ect_rules.catalogue import Catalogue
from ect_rules.errors import Problem
from ect_rules.facts import Record, Teacher
from ect_rules.integrity import alone, references, together
from ect_rules.store.database import dialect
from ect_rules.store.exporting import pages
from ect_rules.store.reach import Seeds
from ect_rules.store.snapshot import Snapshot
from ect_rules.store.store import Store
from ect_rules.store.verifying import Fault
from ect_rules.world import key

SHOWN_OF_A_KIND = 20
_RESTORE = "Put back a backup from before, and find out who wrote to the database."
_CORRECT = "Correct it with RecordFacts, or retract it with RetractRecords."


@frozen
class Finding:
    """Something wrong: what, in plain words and without TRNs, and what to do about it."""

    words: str
    advice: str


def examine(store: Store, catalogue: Catalogue) -> Iterator[Finding]:
    """Look a store over, at its newest revision: the database itself, the ledger, and all records that
    count. Of many findings of one sort the first, and how many more there are. Only reads.

    Raises StoreUnavailableError.
    """
    with store.snapshot() as snapshot:
        for words in dialect(snapshot.connection).unsound(snapshot.connection):
            yield Finding(f"The database is damaged: {words}", "Put back a backup.")
        yield from _first(_ledger(snapshot))
        yield from _first(_records(snapshot, catalogue))


def _first(found: Iterator[tuple[str, Finding]]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for sort, finding in found:
        seen[sort] += 1
        if seen[sort] <= SHOWN_OF_A_KIND:
            yield finding
    for sort, count in seen.items():
        if count > SHOWN_OF_A_KIND:
            yield Finding(
                f"{count - SHOWN_OF_A_KIND} more findings of {sort}.", "As of the others."
            )


def _ledger(snapshot: Snapshot) -> Iterator[tuple[str, Finding]]:
    for fault in snapshot.verify({}):
        if isinstance(fault, Fault):
            row = f" (row {fault.row} of {fault.table})" if fault.table else ""
            yield "the ledger", Finding(f"Revision {fault.revision}: {fault.words}{row}", _RESTORE)


def _records(snapshot: Snapshot, catalogue: Catalogue) -> Iterator[tuple[str, Finding]]:
    for page in pages(snapshot):
        world = snapshot.around(Seeds().add(page))
        for record in page:
            problems = (*alone(record), *references(record, world))
            for problem in problems or together(record, world, catalogue):
                yield problem.reason, Finding(_words(record, problem), _CORRECT)


def _words(record: Record, problem: Problem) -> str:
    kind, name = key(record)
    which = "" if isinstance(record, Teacher) else f" {name}"
    field = f", {problem.field}" if problem.field else ""
    return f"{kind.__name__}{which}{field}: {problem.description} ({problem.reason})."
