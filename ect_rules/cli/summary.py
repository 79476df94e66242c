"""`ect-rules summary`: how things stand at a school."""

from __future__ import annotations

from typing import Any

import click
from google.protobuf.json_format import MessageToJson
from google.type.date_pb2 import Date
from rich.table import Table
from rich.text import Text

from ect_rules.cli.asking import asking_of
from ect_rules.cli.failures import told
from ect_rules.cli.lists import of_school, people_table
from ect_rules.cli.options import TIMEOUT_SECONDS, channel
from ect_rules.cli.show import in_words, status_text, wide_console
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import check_service_pb2_grpc


@click.command()
@of_school
def summary(
    urn: str,
    on: Date | None,
    contract_period: int | None,
    revision: int | None,
    as_json: bool,
    address: str,
) -> None:
    """Which ECTs at a school need a mentor, which mentors mentor nobody, and what to do."""
    asking = asking_of(on, contract_period, revision)
    with told(address), channel(address) as open_channel:
        stub = check_service_pb2_grpc.CheckServiceStub(open_channel)
        found = stub.SummariseSchool(
            pb.SummariseSchoolRequest(urn=urn, asking=asking), timeout=TIMEOUT_SECONDS
        )
    if as_json:
        click.echo(MessageToJson(found, preserving_proto_field_name=True))
    else:
        _show(urn, found)


def _show(urn: str, found: pb.SummariseSchoolResponse) -> None:
    console = wide_console()
    console.print(
        Text(f"School {urn} on {in_words(found.basis.on)}: ") + status_text(found.eligibility)
    )
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    for label, counts in (
        ("registrations", found.registrations),
        ("funding", found.funding),
        ("training", found.training),
        ("records", found.retention),
    ):
        grid.add_row(label, _counted(counts))
    for counted in found.next_actions:
        action = counted.action
        first = f"{action.actor}, from {in_words(action.earliest_change_on)}"
        grid.add_row("next", f"{first}, for {counted.count}: {action.words}")
    grid.add_row("basis", f"rule set {found.basis.rule_set}, revision {found.basis.revision}")
    console.print(grid)
    for heading, people in (
        ("ECTs who need a mentor", found.ects_without_mentor),
        ("Mentors who mentor nobody", found.mentors_without_ect),
    ):
        if people:
            console.print(f"\n{heading}: {len(people)}")
            console.print(people_table(people))


def _counted(counts: Any) -> Text:
    each = [Text(f"{count.count} ") + status_text(count) for count in counts]
    return Text(", ").join(each) if each else Text("none")
