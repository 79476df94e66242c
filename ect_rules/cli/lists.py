"""`ect-rules list`: everybody at a school."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from typing import Any

import click
from google.protobuf.json_format import MessageToJson
from google.type.date_pb2 import Date
from rich.table import Table
from rich.text import Text

from ect_rules.cli.asking import asking_of
from ect_rules.cli.failures import told
from ect_rules.cli.options import (
    TIMEOUT_SECONDS,
    Code,
    Day,
    Urn,
    address_option,
    channel,
    contract_period_option,
    csv_option,
    json_option,
    revision_option,
)
from ect_rules.cli.show import codes, enum_name, in_words, iso, said, status_text, wide_console
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import check_service_pb2_grpc, decisions_pb2

PAGE = 1_000


def of_school(command: Any) -> Any:
    """Give a command the options of every question about a school."""
    for option in (
        address_option,
        json_option,
        revision_option,
        contract_period_option,
        click.option("--on", type=Day(), help="The day asked about.  [default: today in London]"),
        click.option("--urn", type=Urn(), required=True, help="The school."),
    ):
        command = option(command)
    return command


def _listing(command: Any) -> Any:
    for option in (
        csv_option,
        click.option(
            "--reason",
            "reasons",
            type=Code(decisions_pb2.ReasonCode, "REASON_CODE"),
            multiple=True,
            help="Only those with this reason, such as MENTOR_NOT_ASSIGNED; may be repeated.",
        ),
    ):
        command = option(command)
    return of_school(command)


def _statuses(option: str, name: str, enum: Any, prefix: str, of: str) -> Callable[[Any], Any]:
    return click.option(
        option,
        name,
        type=Code(enum, prefix),
        multiple=True,
        help=f"Only those whose {of} has this status; may be repeated.",
    )


def _order(*names: str) -> Callable[[Any], Any]:
    choices = [f"{name}{desc}" for name in names for desc in ("", " desc")]
    return click.option(
        "--order-by", type=click.Choice(choices), default="trn", show_default=True, metavar="ORDER",
        help=f"{', '.join(names)}; with ' desc' after it, the other way round.",
    )  # fmt: skip


@click.group("list")
def list_() -> None:
    """List the people at a school, with the answers about them."""


@list_.command()
@_statuses("--status", "statuses", pb.RegistrationStatus, "REGISTRATION_STATUS", "registration")
@_order("trn", "started_on", "status")
@_listing
def registrations(
    urn: str, statuses: tuple[Any, ...], reasons: tuple[Any, ...], order_by: str, **how: Any
) -> None:
    """The registrations of the ECTs who are, were or will be at a school."""
    request = pb.ListRegistrationsRequest(
        urn=urn, statuses=statuses, reason_codes=reasons, order_by=order_by
    )
    _list("ListRegistrations", request, "registrations", f"Registrations at school {urn}", **how)


@list_.command()
@_statuses("--funding", "funding", pb.MentorFundingStatus, "MENTOR_FUNDING_STATUS", "funding")
@_statuses("--training", "training", pb.MentorTrainingStatus, "MENTOR_TRAINING_STATUS", "training")
@_statuses(
    "--retention", "retention", pb.RecordRetentionStatus, "RECORD_RETENTION_STATUS", "record"
)
@click.option("--without-ect", is_flag=True, help="Only those who mentor nobody, now or later.")
@click.option("--include-left", is_flag=True, help="Also those who have left the school.")
@_order("trn", "started_on", "funding", "training", "retention")
@_listing
def mentors(
    urn: str,
    funding: tuple[Any, ...],
    training: tuple[Any, ...],
    retention: tuple[Any, ...],
    without_ect: bool,
    include_left: bool,
    reasons: tuple[Any, ...],
    order_by: str,
    **how: Any,
) -> None:
    """The mentors at a school: funding, training, and whether their records may be held."""
    request = pb.ListMentorsRequest(
        urn=urn,
        funding_statuses=funding,
        training_statuses=training,
        retention_statuses=retention,
        reason_codes=reasons,
        without_ect=without_ect,
        include_left=include_left,
        order_by=order_by,
    )
    _list("ListMentors", request, "mentors", f"Mentors at school {urn}", **how)


def _list(
    method: str,
    request: Any,
    name: str,
    title: str,
    on: Date | None,
    contract_period: int | None,
    revision: int | None,
    as_json: bool,
    as_csv: bool,
    address: str,
) -> None:
    request.asking.CopyFrom(asking_of(on, contract_period, revision))
    with told(address), channel(address) as open_channel:
        stub = check_service_pb2_grpc.CheckServiceStub(open_channel)
        whole = _all_pages(getattr(stub, method), request, name)
    if as_json:
        click.echo(MessageToJson(whole, preserving_proto_field_name=True))
    elif as_csv:
        _print_csv(getattr(whole, name))
    else:
        console = wide_console()
        console.print(f"{title} on {in_words(whole.basis.on)}: {whole.total_size}")
        console.print(people_table(getattr(whole, name)))


def _all_pages(ask: Callable[..., Any], request: Any, name: str) -> Any:
    """The first page, with what is on the others added to it."""
    request.page_size = PAGE
    whole = page = ask(request, timeout=TIMEOUT_SECONDS)
    while page.next_page_token:
        request.page_token = page.next_page_token
        page = ask(request, timeout=TIMEOUT_SECONDS)
        getattr(whole, name).extend(getattr(page, name))
    whole.ClearField("next_page_token")
    return whole


def decisions_of(listed: Any) -> Iterator[tuple[str, Any]]:
    """The decisions of somebody listed, each with what it is about."""
    for field, value in listed.ListFields():
        if field.message_type is not None and "status" in field.message_type.fields_by_name:
            yield ("registration" if field.name == "decision" else field.name), value


def people_table(people: Any) -> Table:
    """A line for everybody listed: who, since when, the statuses and what is first said of them."""
    table = Table.grid(padding=(0, 2))
    for listed in people:
        decisions = list(decisions_of(listed))
        cells = [Text(f"{about} ") + status_text(d) for about, d in decisions]
        last = f" to {iso(listed.finished_on)}" if listed.HasField("finished_on") else ""
        since = f"from {iso(listed.started_on)}{last}"
        table.add_row(listed.trn, since, *cells, said(decisions[-1][1].reasons[0]))
    return table


def _print_csv(people: Any) -> None:
    rows = [_row(listed) for listed in people]
    if rows:
        writer = csv.DictWriter(sys.stdout, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _row(listed: Any) -> dict[str, str]:
    row = {"trn": listed.trn}
    for name in ("started_on", "finished_on"):
        row[name] = iso(getattr(listed, name)) if listed.HasField(name) else ""
    if isinstance(listed, pb.ListedMentor):
        row["without_ect"] = str(listed.without_ect).lower()
    for about, decision in decisions_of(listed):
        row[about] = enum_name(decision, "status")
        row[f"{about}_reasons"] = codes(decision.reasons)
    return row
