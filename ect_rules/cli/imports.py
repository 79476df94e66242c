"""`ect-rules import`: send records from files to a server."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import click
import grpc
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ect_rules import tabular
from ect_rules.cli.failures import metadata, refusals, show, told, violations
from ect_rules.cli.options import address_option, channel
from ect_rules.errors import InvalidInputError, Problem
from ect_rules.facts import Record
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.v1 import record_service_pb2_grpc
from ect_rules.wire.messages import message
from ect_rules.wire.names import kind_number

RECORDS_PER_MESSAGE = 1_000
KIND = {kind.stem: kind.record for kind in tabular.KINDS}


@click.command("import")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--request-id", type=click.UUID, help="Send an import again that may have arrived.")
@click.option("--validate-only", is_flag=True, help="Check all of it and write nothing.")
@click.option(
    "--records-per-write",
    type=click.IntRange(1),
    metavar="N",
    help="Write N records at once, and not all: those before a wrong one stay.",
)
@click.option(
    "--retract-missing",
    "missing",
    type=click.Choice([kind.stem for kind in tabular.KINDS]),
    multiple=True,
    metavar="KIND",
    help="Retract what the server holds of a kind, such as teachers, and the import does not have. "
    "May be given more than once.",
)
@address_option
def import_(
    path: Path,
    request_id: uuid.UUID | None,
    validate_only: bool,
    records_per_write: int | None,
    missing: tuple[str, ...],
    address: str,
) -> None:
    """Import a folder of records, or one file: all of it or nothing.

    Records that are there already, exactly so, are left alone; docs/import-format.md has the columns.
    """
    console = Console(stderr=True)
    if missing and records_per_write:
        raise click.UsageError("--retract-missing needs one write: leave out --records-per-write")
    with told(address), channel(address) as server:
        _hold_to_files(path, missing)
        with console.status("reading"):
            count = sum(1 for _ in tabular.read(path))
        header = pb.ImportHeader(request_id=str(request_id or uuid.uuid4()))
        header.records_per_write = records_per_write or 0
        header.retract_missing.extend(kind_number(KIND[stem]) for stem in dict.fromkeys(missing))
        if validate_only:
            header.writing.validate_only = True
        records = (record for _, _, record in tabular.read(path))
        done = send(server, header, records, count, lambda: _places(path), console)
    click.echo(summary(done, validate_only))


def _hold_to_files(path: Path, missing: Iterable[str]) -> None:
    """Raise InvalidInputError where a kind has no file: all of it would count as missing."""
    there = tabular.files(path) if missing else {}
    problems = [
        Problem(stem, "has no file here, so that all would be retracted; give one", "FILE_MISSING")
        for stem in missing
        if stem not in there
    ]
    if problems:
        raise InvalidInputError(*problems)


def _places(path: Path) -> Iterator[str]:
    return (f"{file}:{line}" for file, line, _ in tabular.read(path))


def summary(done: pb.ImportRecordsResponse, validate_only: bool) -> str:
    """What an import did, or would do, in a line."""
    would_be = "nothing is written; it would be " if validate_only else ""
    return (
        f"{would_be}revision {done.revision}: {done.added} added, {done.replaced} replaced, "
        f"{done.unchanged} unchanged"
        f"{f', {done.retracted} retracted' if done.retracted else ''}"
        f"{f', in {done.writes} writes' if done.writes > 1 else ''}"
    )


def send(
    server: grpc.Channel,
    header: pb.ImportHeader,
    records: Iterable[Record],
    count: int,
    places: Callable[[], Iterable[str]],
    console: Console,
) -> pb.ImportRecordsResponse:
    """Import `records`, of which there are `count`, with a progress bar on `console`.

    gRPC takes the records in a thread of its own. `places`: called when some are wrong, says for each
    in turn where it came from; that is shown with what is wrong, and the process ends. Raises RpcError
    where a server refuses otherwise.
    """
    columns = (TextColumn("importing"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    hidden = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=hidden) as progress:
        task = progress.add_task("", total=count)
        requests = _requests(header, records, count, lambda n: progress.advance(task, n))
        try:
            return record_service_pb2_grpc.RecordServiceStub(server).ImportRecords(requests)
        except grpc.RpcError as error:
            problems = violations(error) or refusals(error)
            if problems:
                progress.stop()
                show(with_places(problems, places()), _done(error))
            raise


def _done(error: grpc.RpcError) -> str:
    """What is written all the same."""
    told = metadata(error)
    writes = int(told.get("writes_done", 0))
    if not writes:
        return ""
    return (
        f"{writes} write{'s' if writes > 1 else ''} before that are done, up to revision "
        f"{told['revision']}; correct the records and import them again: what is there is left alone"
    )


def _requests(
    header: pb.ImportHeader, records: Iterable[Record], count: int, advance: Callable[[int], None]
) -> Iterator[pb.ImportRecordsRequest]:
    yield pb.ImportRecordsRequest(header=header)
    remaining = iter(records)
    while some := [message(record) for record in islice(remaining, RECORDS_PER_MESSAGE)]:
        yield pb.ImportRecordsRequest(batch=pb.ImportBatch(records=some))
        advance(len(some))
    yield pb.ImportRecordsRequest(end=pb.ImportEnd(record_count=count))


def with_places(problems: list[Problem], places: Iterable[str]) -> list[Problem]:
    """The same, with its place in place of the number of the record in the stream."""
    numbered = re.compile(r"records\[(\d+)\]\.\w+\.?")
    wanted = {int(m[1]) for p in problems if (m := numbered.match(p.field))}
    found = {number: f"{place} " for number, place in enumerate(places) if number in wanted}

    def put(match: re.Match[str]) -> str:
        return found[int(match[1])]

    return [
        Problem(
            numbered.sub(put, p.field).replace("header.retract_missing", "--retract-missing"),
            p.description,
            p.reason,
        )
        for p in problems
    ]
