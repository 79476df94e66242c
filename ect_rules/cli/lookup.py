"""`ect-rules lookup`: for whom a check answers so."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from typing import Any

import click
from google.protobuf.json_format import MessageToJson
from google.type.date_pb2 import Date
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from ect_rules.cli.asking import asking_of
from ect_rules.cli.failures import told
from ect_rules.cli.options import (
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
from ect_rules.client import lookup as all_of
from ect_rules.v1 import decisions_pb2
from ect_rules.v1 import lookup_service_pb2 as pb

# For each check its field in the contract.
CHECKS = {
    "registration": "registration",
    "mentor-funding": "mentor_funding",
    "mentor-training": "mentor_training",
    "ect-funding": "ect_funding",
    "retention": "record_retention",
    "mentor-kind": "mentor_kind",
    "grant": "mentor_grant",
    "school-eligibility": "school_eligibility",
}


@click.command()
@click.argument("check", type=click.Choice(list(CHECKS)))
@click.option("--status", "statuses", multiple=True, help="Only with this status; may be repeated.")
@click.option(
    "--reason",
    "reasons",
    type=Code(decisions_pb2.ReasonCode, "REASON_CODE"),
    multiple=True,
    help="Only with this reason, such as MENTOR_NOT_ASSIGNED; may be repeated.",
)
@click.option(
    "--urn", "urns", type=Urn(), multiple=True, help="Only at this school; may be repeated."
)
@click.option(
    "--of-contract-period",
    type=click.IntRange(2020, 2100),
    metavar="YEAR",
    help="Only those of the contract period that begins in that year.",
)
@click.option("--on", type=Day(), help="The day asked about.  [default: today in London]")
@contract_period_option
@revision_option
@json_option
@csv_option
@address_option
def lookup(
    check: str,
    statuses: tuple[str, ...],
    reasons: tuple[Any, ...],
    urns: tuple[str, ...],
    of_contract_period: int | None,
    on: Date | None,
    contract_period: int | None,
    revision: int | None,
    as_json: bool,
    as_csv: bool,
    address: str,
) -> None:
    """All ECTs, mentors or schools for whom a check answers so.

    With --json a line for each, and the summary as the last one.
    """
    field = CHECKS[check]
    request = pb.LookupSubjectsRequest(
        reason_codes=reasons,
        urns=urns,
        of_contract_period=of_contract_period,
        asking=asking_of(on, contract_period, revision),
    )
    getattr(request, field).CopyFrom(_wanted(field, statuses))
    summaries: list[pb.LookupSummary] = []
    console = Console(stderr=True)
    columns = (TextColumn("looking"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with (
        told(address),
        channel(address) as open_channel,
        Progress(
            *columns, console=console, transient=True, disable=not console.is_terminal
        ) as progress,
    ):
        task = progress.add_task("", total=None)

        def seen(response: pb.LookupSubjectsResponse) -> None:
            progress.update(task, completed=response.seen, total=response.total)
            if response.HasField("summary"):
                summaries.append(response.summary)

        found = all_of(open_channel, request, seen)
        show = _print_json if as_json else _print_csv if as_csv else _print_table
        show(found, field, lambda: summaries[-1])


@click.command()
@click.option(
    "--urn", "urns", type=Urn(), multiple=True, help="Only at this school; may be repeated."
)
@click.option("--on", type=Day(), help="The day asked about.  [default: today in London]")
@json_option
@csv_option
@address_option
@click.pass_context
def retention(context: click.Context, /, **given: Any) -> None:
    """All mentors whose records may not be held: why, and since when. `erase` removes one."""
    whole = {"reasons": (), "of_contract_period": None, "contract_period": None, "revision": None}
    context.invoke(lookup, check="retention", statuses=("do-not-hold",), **whole, **given)


def _wanted(field: str, statuses: tuple[str, ...]) -> Any:
    kind: Any = pb.LookupSubjectsRequest.DESCRIPTOR.fields_by_name[field].message_type
    enum = kind.fields_by_name["statuses"].enum_type
    names = {v.name.removeprefix(f"{field.upper()}_STATUS_"): v.number for v in enum.values}
    numbers = []
    for status in statuses:
        name = status.upper().replace("-", "_")
        if name not in names or not names[name]:
            raise click.BadParameter(f"{status!r} is none of {', '.join([*names][1:])}")
        numbers.append(names[name])
    return getattr(pb, kind.name)(statuses=numbers)


def _since(decision: Any) -> str:
    """The first day on which the answer holds, as YYYY-MM-DD; empty where it always did."""
    if not decision.HasField("holds_from"):
        return ""
    return iso(decision.holds_from)


def _print_json(
    found: Iterator[pb.FoundSubject], _field: str, summary: Callable[[], pb.LookupSummary]
) -> None:
    for each in found:
        click.echo(_line(each))
    click.echo(_line(pb.LookupSubjectsResponse(summary=summary())))


def _line(message: Any) -> str:
    return MessageToJson(message, preserving_proto_field_name=True, indent=None)


def _print_csv(
    found: Iterator[pb.FoundSubject], field: str, _summary: Callable[[], pb.LookupSummary]
) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("trn", "urn", "status", "since", "reasons"))
    for each in found:
        decision = getattr(each.decision, field)
        subject, status = each.subject, enum_name(decision, "status")
        writer.writerow(
            (subject.trn, subject.urn, status, _since(decision), codes(decision.reasons))
        )


def _print_table(
    found: Iterator[pb.FoundSubject], field: str, summary: Callable[[], pb.LookupSummary]
) -> None:
    table = Table.grid(padding=(0, 2))
    for each in found:
        decision = getattr(each.decision, field)
        subject = each.subject
        since = f"since {in_words(decision.holds_from)}" if _since(decision) else ""
        why = said(decision.reasons[0])
        table.add_row(subject.trn, subject.urn, status_text(decision), since, why)
    console, whole = wide_console(), summary()
    if whole.matched:
        console.print(table)
    counts = ", ".join(f"{s.count} {s.status.replace('_', ' ').lower()}" for s in whole.statuses)
    console.print(
        f"{whole.matched} of {whole.seen} on {in_words(whole.basis.on)}, at revision "
        f"{whole.basis.revision}" + (f": {counts}" if counts else "")
    )
