"""`ect-rules batch`: ask as many questions as are in a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import click
from google.protobuf.json_format import MessageToDict
from google.type.date_pb2 import Date
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ect_rules.cli.asking import asking_of
from ect_rules.cli.failures import fail, told
from ect_rules.cli.items import read
from ect_rules.cli.options import (
    Day,
    address_option,
    channel,
    contract_period_option,
    revision_option,
)
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import check_service_pb2_grpc, decisions_pb2

CHUNK = 500


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--on", type=Day(), help="The day asked about.  [default: today in London]")
@click.option("--explain", is_flag=True, help="With what every rule found, and its sources.")
@contract_period_option
@revision_option
@address_option
def batch(
    path: Path,
    on: Date | None,
    explain: bool,
    contract_period: int | None,
    revision: int | None,
    address: str,
) -> None:
    """Ask the questions in a file, all on the same facts, and print a line of JSON for each answer.

    The file is CSV (.csv) or has a JSON object a line. Each line has `check`, such as mentor_funding, and
    the fields of that question in the contract, such as trn; and, if wanted, `correlation_id`.
    """
    asking = asking_of(on, contract_period, revision, explain)
    console = Console(stderr=True)
    columns = (TextColumn("asking"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    failed = 0
    with told(address), channel(address) as open_channel:
        count = sum(1 for _ in read(path))  # and all of it can be read, before anything is asked
        with Progress(
            *columns, console=console, transient=True, disable=not console.is_terminal
        ) as progress:
            task = progress.add_task("", total=count)
            stub = check_service_pb2_grpc.CheckServiceStub(open_channel)
            for response in stub.StreamChecks(_requests(path, asking)):
                for result in response.results:
                    failed += result.HasField("error")
                    click.echo(_line(result))
                progress.advance(task, len(response.results))
    if failed:
        fail(f"{failed} of {count} questions could not be answered: see their error")


def _requests(path: Path, asking: decisions_pb2.Asking) -> Iterator[pb.StreamChecksRequest]:
    yield pb.StreamChecksRequest(asking=asking)
    items = read(path)
    while some := list(islice(items, CHUNK)):
        yield pb.StreamChecksRequest(chunk=pb.CheckChunk(items=some))


def _line(result: pb.CheckResult) -> str:
    return json.dumps(MessageToDict(result, preserving_proto_field_name=True), ensure_ascii=False)
