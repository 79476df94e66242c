"""`ect-rules timeline`: an answer through time."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Any

import click
from google.protobuf.json_format import MessageToJson
from google.type.date_pb2 import Date
from rich.table import Table

from ect_rules.cli.drawing import drawing
from ect_rules.cli.failures import told
from ect_rules.cli.options import (
    TIMEOUT_SECONDS,
    Day,
    Subject,
    address_option,
    channel,
    contract_period_option,
    csv_option,
    json_option,
)
from ect_rules.cli.show import codes, enum_name, in_words, iso, said, status_text, wide_console
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import check_service_pb2_grpc, decisions_pb2

# For each check its field in the contract, and how its title begins.
_CHECKS = {
    "registration": ("registration", "Registration of ECT"),
    "mentor-funding": ("mentor_funding", "Funding of mentor"),
    "mentor-training": ("mentor_training", "Training of mentor"),
    "ect-funding": ("ect_funding", "Funding of ECT"),
    "retention": ("record_retention", "Record of mentor"),
    "mentor-kind": ("mentor_kind", "Kind of mentor"),
    "grant": ("mentor_grant", "Grant for mentor"),
    "school-eligibility": ("school_eligibility", "School"),
}


@click.command()
@click.argument("check", type=click.Choice(list(_CHECKS)))
@click.argument("subject", type=Subject(), metavar="TRN|URN")
@click.option("--from", "first_day", type=Day(), help="[default: the first day that matters]")
@click.option("--to", "last_day", type=Day(), help="[default: no limit]")
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), help="Draw it to a file.")
@contract_period_option
@json_option
@csv_option
@address_option
def timeline(
    check: str,
    subject: str,
    first_day: Date | None,
    last_day: Date | None,
    svg: Path | None,
    contract_period: int | None,
    as_json: bool,
    as_csv: bool,
    address: str,
) -> None:
    """On which days the answer changes, and to what. A school is named by its URN."""
    field, of_whom = _CHECKS[check]
    request = pb.GetTimelineRequest(
        first_day=first_day,
        last_day=last_day,
        asking=decisions_pb2.Asking(contract_period=contract_period),
    )
    setattr(getattr(request, field), "urn" if field == "school_eligibility" else "trn", subject)
    with told(address), channel(address) as open_channel:
        stub = check_service_pb2_grpc.CheckServiceStub(open_channel)
        response = stub.GetTimeline(request, timeout=TIMEOUT_SECONDS)
        if svg is not None:
            svg.write_text(drawing(f"{of_whom} {subject}", _bars(response, field)), "utf-8")
            click.echo(f"drawn to {svg}", err=True)
    if as_json:
        click.echo(MessageToJson(response, preserving_proto_field_name=True))
    elif as_csv:
        _print_csv(response, field)
    elif svg is None:
        _show(f"{of_whom} {subject}", response, field)


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


def _print_csv(response: pb.GetTimelineResponse, field: str) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("first_day", "last_day", "status", "reasons", "warnings"))
    for stretch in response.stretches:
        decision = getattr(stretch, field)
        last = iso(stretch.last_day) if stretch.HasField("last_day") else ""
        status = enum_name(decision, "status")
        some = (codes(decision.reasons), codes(decision.warnings))
        writer.writerow((iso(stretch.first_day), last, status, *some))


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
