"""`ect-rules timeline`: an answer through time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from google.protobuf.json_format import MessageToJson
from google.type.date_pb2 import Date
from rich.table import Table

from ect_rules.cli.drawing import drawing
from ect_rules.cli.failures import told
from ect_rules.cli.options import TIMEOUT_SECONDS, Day, Trn, address_option, channel
from ect_rules.cli.show import in_words, said, status_text, wide_console
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import check_service_pb2_grpc

_CHECKS = {
    "registration": "Registration of ECT",
    "mentor-funding": "Funding of mentor",
    "mentor-training": "Training of mentor",
}


@click.command()
@click.argument("check", type=click.Choice(list(_CHECKS)))
@click.argument("trn", type=Trn())
@click.option("--from", "first_day", type=Day(), help="[default: the first day that matters]")
@click.option("--to", "last_day", type=Day(), help="[default: no limit]")
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), help="Draw it to a file.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@address_option
def timeline(
    check: str,
    trn: str,
    first_day: Date | None,
    last_day: Date | None,
    svg: Path | None,
    as_json: bool,
    address: str,
) -> None:
    """On which days the answer changes, and to what."""
    field = check.replace("-", "_")
    request = pb.GetTimelineRequest(first_day=first_day, last_day=last_day)
    getattr(request, field).trn = trn
    with told(address), channel(address) as open_channel:
        stub = check_service_pb2_grpc.CheckServiceStub(open_channel)
        response = stub.GetTimeline(request, timeout=TIMEOUT_SECONDS)
        if svg is not None:
            svg.write_text(drawing(f"{_CHECKS[check]} {trn}", _bars(response, field)), "utf-8")
            click.echo(f"drawn to {svg}", err=True)
    if as_json:
        click.echo(MessageToJson(response, preserving_proto_field_name=True))
    elif svg is None:
        _show(f"{_CHECKS[check]} {trn}", response, field)


def _bars(response: pb.GetTimelineResponse, field: str) -> list[tuple[Date, Date | None, str, str]]:
    return [
        (
            stretch.first_day,
            stretch.last_day if stretch.HasField("last_day") else None,
            status_text(getattr(stretch, field)).plain,
            getattr(stretch, field).reasons[0].words,
        )
        for stretch in response.stretches
    ]


def _show(title: str, response: pb.GetTimelineResponse, field: str) -> None:
    console = wide_console()
    table = Table.grid(padding=(0, 2))
    for stretch in response.stretches:
        table.add_row(*_row(stretch, getattr(stretch, field)))
    console.print(title)
    console.print(table)


def _row(stretch: pb.Stretch, decision: Any) -> tuple[Any, ...]:
    last = f"to {in_words(stretch.last_day)}" if stretch.HasField("last_day") else "on"
    reasons = "\n".join(said(r) for r in (*decision.reasons, *decision.warnings))
    return f"from {in_words(stretch.first_day)} {last}", status_text(decision), reasons
