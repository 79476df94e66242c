"""What every question on the command line has: its options, and how it is asked and answered."""

from __future__ import annotations

from typing import Any

import click
from google.protobuf.json_format import MessageToJson
from google.type.date_pb2 import Date

from ect_rules.cli.failures import told
from ect_rules.cli.options import (
    TIMEOUT_SECONDS,
    Day,
    Urn,
    address_option,
    channel,
    contract_period_option,
    json_option,
    revision_option,
)
from ect_rules.cli.show import show_decision
from ect_rules.v1 import check_service_pb2_grpc, decisions_pb2

of_school = click.option("--school", "urn", type=Urn(), help="The school of the registration.")


def question(command: Any) -> Any:
    """Give a command the options of every question."""
    for option in (
        address_option,
        json_option,
        revision_option,
        click.option(
            "--explain", is_flag=True, help="Show what every rule found, and its sources."
        ),
        contract_period_option,
        click.option("--on", type=Day(), help="The day asked about.  [default: today in London]"),
    ):
        command = option(command)
    return command


def asking_of(
    on: Date | None, contract_period: int | None, revision: int | None, explain: bool = False
) -> decisions_pb2.Asking:
    """How a question is to be answered, as a message."""
    asking = decisions_pb2.Asking(
        on=on,
        view=decisions_pb2.VIEW_FULL if explain else decisions_pb2.VIEW_BASIC,
        contract_period=contract_period,
    )
    if revision is not None:
        asking.consistency.exact_revision = revision
    return asking


def ask(
    method: str,
    request: Any,
    title: str,
    on: Date | None,
    contract_period: int | None,
    revision: int | None,
    explain: bool,
    as_json: bool,
    address: str,
) -> None:
    """Ask a server by the method of that name, and print what it answers."""
    request.asking.CopyFrom(asking_of(on, contract_period, revision, explain))
    with told(address), channel(address) as open_channel:
        stub = check_service_pb2_grpc.CheckServiceStub(open_channel)
        response = getattr(stub, method)(request, timeout=TIMEOUT_SECONDS)
    if as_json:
        click.echo(MessageToJson(response, preserving_proto_field_name=True))
    else:
        would_be = [
            (field.name.replace("_", " "), decision)
            for field, decision in response.ListFields()
            if field.name != "decision"
        ]
        show_decision(title, response.decision, would_be)
