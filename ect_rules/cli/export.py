"""`ect-rules export`: all records of a server, as files that can be imported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ect_rules import tabular
from ect_rules.cli.failures import fail, told
from ect_rules.cli.options import address_option, channel
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.v1 import record_service_pb2_grpc
from ect_rules.wire.records import record


@click.command("export")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--format", "kind", type=click.Choice(tabular.FORMATS), default="csv")
@click.option(
    "--revision",
    type=click.IntRange(0),
    metavar="N",
    help="As it was known at that revision.  [default: the newest]",
)
@address_option
def export(path: Path, kind: str, revision: int | None, address: str) -> None:
    """Write all records to a new folder, ready to import: whole, or not at all.

    The same revision gives the same files. docs/import-format.md has the columns.
    """
    console = Console(stderr=True)
    columns = (TextColumn("exporting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    showing = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    request = pb.ExportRecordsRequest(revision=revision)
    with told(address), channel(address) as server, tabular.new_folder(path) as folder:
        stream = record_service_pb2_grpc.RecordServiceStub(server).ExportRecords(request)
        header = next(stream, pb.ExportRecordsResponse()).header
        total = sum(count.record_count for count in header.counts)
        with showing as progress, tabular.Writer(folder, kind) as writer:
            task = progress.add_task("", total=total)
            written = 0
            for batch in _batches(stream, total):
                for number, message in enumerate(batch.records, written):
                    writer.write(record(message, f"records[{number}]"))
                written += len(batch.records)
                progress.update(task, completed=written)
    click.echo(f"revision {header.revision}: {total} records in {path}")


def _batches(stream: Iterator[pb.ExportRecordsResponse], total: int) -> Iterator[pb.ExportBatch]:
    """The batches up to the end, which must be there and tell of as many records as the header."""
    for response in stream:
        if response.WhichOneof("part") == "end":
            if response.end.record_count == total:
                return
            break
        yield response.batch
    fail("the server did not send all records; export again")
