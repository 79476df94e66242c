"""`ect-rules import`: send records from files to a server."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import click
import grpc
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ect_rules import tabular
from ect_rules.cli.failures import show, told, violations
from ect_rules.cli.options import address_option, channel
from ect_rules.errors import Problem
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.v1 import record_service_pb2_grpc
from ect_rules.wire.messages import message

RECORDS_PER_MESSAGE = 1_000


@click.command("import")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--request-id", type=click.UUID, help="Send an import again that may have arrived.")
@click.option("--validate-only", is_flag=True, help="Check all of it and write nothing.")
@address_option
def import_(path: Path, request_id: uuid.UUID | None, validate_only: bool, address: str) -> None:
    """Import a folder of records, or one file: all of it or nothing.

    Records that are there already, exactly so, are left alone; docs/import-format.md has the columns.
    """
    console = Console(stderr=True)
    columns = (TextColumn("importing"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with told(address), channel(address) as open_channel:
        with console.status("reading"):
            count = sum(1 for _ in tabular.read(path))
        hidden = not console.is_terminal
        with Progress(*columns, console=console, transient=True, disable=hidden) as progress:
            task = progress.add_task("", total=count)
            stub = record_service_pb2_grpc.RecordServiceStub(open_channel)
            header = pb.ImportHeader(request_id=str(request_id or uuid.uuid4()))
            if validate_only:
                header.writing.validate_only = True
            requests = _requests(path, header, count, progress, task)
            try:
                done = stub.ImportRecords(requests)
            except grpc.RpcError as error:
                problems = violations(error)
                if problems:
                    progress.stop()
                    files = (f"{file}:{line}" for file, line, _ in tabular.read(path))
                    show(with_places(problems, files))
                raise
    would_be = "nothing is written; it would be " if validate_only else ""
    click.echo(
        f"{would_be}revision {done.revision}: {done.added} added, {done.replaced} replaced, "
        f"{done.unchanged} unchanged"
    )


def _requests(
    path: Path, header: pb.ImportHeader, count: int, progress: Progress, task: object
) -> Iterator[pb.ImportRecordsRequest]:
    yield pb.ImportRecordsRequest(header=header)
    read = tabular.read(path)
    while some := [message(record) for _, _, record in islice(read, RECORDS_PER_MESSAGE)]:
        yield pb.ImportRecordsRequest(batch=pb.ImportBatch(records=some))
        progress.advance(task, len(some))  # type: ignore[arg-type]
    yield pb.ImportRecordsRequest(end=pb.ImportEnd(record_count=count))


def with_places(problems: list[Problem], places: Iterable[str]) -> list[Problem]:
    """The same, with its place in place of the number of the record in the stream."""
    numbered = re.compile(r"records\[(\d+)\]\.\w+\.?")
    wanted = {int(m[1]) for p in problems if (m := numbered.match(p.field))}
    found = {number: f"{place} " for number, place in enumerate(places) if number in wanted}

    def put(match: re.Match[str]) -> str:
        return found[int(match[1])]

    return [Problem(numbered.sub(put, p.field), p.description, p.reason) for p in problems]
