"""A comparison from its facts to its report."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ect_rules import tabular
from ect_rules.catalogue import load
from ect_rules.cli.impact.comparing import Both, Impact, between_days, between_releases, compared
from ect_rules.cli.impact.release import release
from ect_rules.cli.impact.report import Report, Side
from ect_rules.servicers.everybody import blocks, total
from ect_rules.servicers.server import today_in_london
from ect_rules.servicers.subjects import CHECKS
from ect_rules.store.store import Store, Transaction


def report(
    against: str | None,
    against_date: date | None,
    on: date | None,
    checks: Sequence[str],
    *,
    database: str,
    records: Path | None,
    revision: int | None,
    repository: Path,
    examples: int,
    show_trns: bool,
) -> Report:
    """Compare everybody with the answers of the git ref `against`, or of a day.

    Raises what opening and reading the facts raises, and ReleaseError.
    """
    day, catalogue = on or today_in_london(), load()
    here = Side(day.isoformat(), catalogue.fingerprint, "installed")
    wanted = [check for check in CHECKS if check in checks or not checks]
    console = Console(stderr=True)
    with _store(database, records, console) as store:
        with store.snapshot(exactly=revision) as snapshot:
            revision = snapshot.revision
        if against is None:
            assert against_date is not None, "one of the two is given"
            then = Side(against_date.isoformat(), catalogue.fingerprint, "installed")
            both = between_days(catalogue, against_date, day)
            made = _compared(store, revision, both, wanted, examples, console)
            return Report(then, here, revision, made, show_trns, [], [], {})
        with release(repository, against) as other:
            known = [check for check in wanted if check in other.checks]
            both = between_releases(other, catalogue, day)
            made = (
                _compared(store, revision, both, known, examples, console) if known else Impact(0)
            )
            then = Side(here.day, other.fingerprint, against, other.commit)
            left_out = [check for check in wanted if check not in known]
            unknown, refused = sorted(other.unknown), dict(sorted(other.refused.items()))
            return Report(then, here, revision, made, show_trns, left_out, unknown, refused)


def _compared(
    store: Store, revision: int, both: Both, checks: list[str], examples: int, console: Console
) -> Impact:
    with store.snapshot(exactly=revision) as snapshot:
        everybody = total(snapshot, checks)
    columns = (TextColumn("comparing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    showing = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    with showing as progress:
        task = progress.add_task("", total=everybody)
        return compared(
            blocks(store, revision, checks),
            both,
            checks,
            examples,
            lambda count: progress.advance(task, count),
        )


@contextmanager
def _store(url: str, records: Path | None, console: Console) -> Iterator[Store]:
    """The store at a URL; or one of the records in a folder, which is gone at the end."""
    with tempfile.TemporaryDirectory(prefix="ect_rules_impact_") as folder:
        store = (
            Store.open(url, make=False) if records is None else _filled(folder, records, console)
        )
        try:
            yield store
        finally:
            store.close()


def _filled(folder: str, records: Path, console: Console) -> Store:
    store = Store.open(f"sqlite:///{folder}/facts.sqlite")

    def put(transaction: Transaction) -> bytes:
        transaction.put(record for _, _, record in tabular.read(records))
        return b""

    try:
        with console.status("reading"):
            store.write("ImportRecords", str(uuid.uuid4()), b"", put)
    except BaseException:
        store.close()
        raise
    return store
