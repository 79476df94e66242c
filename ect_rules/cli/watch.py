"""`ect-rules watch`: which answers change, as it happens."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from typing import Any

import click
from google.protobuf.json_format import MessageToJson
from rich.text import Text

from ect_rules.cli.failures import told
from ect_rules.cli.lookup import CHECKS
from ect_rules.cli.options import Trn, Urn, address_option, channel, csv_option, json_option
from ect_rules.cli.show import codes, enum_name, iso, said, status_text, wide_console
from ect_rules.client import Patience
from ect_rules.client import watch as changes_of
from ect_rules.v1 import watch_service_pb2 as pb

_NAMES = {field: name for name, field in CHECKS.items()}
_WHY = {
    pb.CAUSE_OF_CHANGE_FACTS: "at revision {revision}",
    pb.CAUSE_OF_CHANGE_DATE: "as {on} began",
    pb.CAUSE_OF_CHANGE_RULE_SET: "by rule set {rule_set}",
    pb.CAUSE_OF_CHANGE_ERASURE: "somebody erased at revision {revision}",
}


@click.command()
@click.option(
    "--check",
    "checks",
    type=click.Choice(list(CHECKS)),
    multiple=True,
    help="Only of this check; may be repeated.",
)
@click.option(
    "--urn", "urns", type=Urn(), multiple=True, help="Only at this school; may be repeated."
)
@click.option("--trn", "trns", type=Trn(), multiple=True, help="Only this person; may be repeated.")
@click.option(
    "--from",
    "from_revision",
    type=click.IntRange(0, 2**63 - 1),
    metavar="REVISION",
    help="Begin at a revision; 0, with the first.  [default: now]",
)
@click.option("--cursor", metavar="CURSOR", help="Go on after the line with this cursor.")
@click.option("--until-now", is_flag=True, help="End when all that has happened so far is told.")
@json_option
@csv_option
@address_option
def watch(
    checks: tuple[str, ...],
    urns: tuple[str, ...],
    trns: tuple[str, ...],
    from_revision: int | None,
    cursor: str | None,
    until_now: bool,
    as_json: bool,
    as_csv: bool,
    address: str,
) -> None:
    """Tell of each answer that changes, before and after, and why: a line each, until Ctrl-C.

    With --json or --csv each line has a cursor, with which another watch can go on.
    """
    if from_revision is not None and cursor is not None:
        raise click.UsageError("--from and --cursor both say where to begin; give one")
    request = pb.WatchDecisionsRequest(
        checks=[CHECKS[name] for name in checks], urns=urns, trns=trns
    )
    if from_revision is not None:
        request.from_revision = from_revision
    if cursor is not None:
        request.cursor = cursor
    show = _print_json if as_json else _csv_printer() if as_csv else _print_line
    with told(address), channel(address) as open_channel:
        try:
            for message in changes_of(open_channel, request, Patience()):
                if message.HasField("change"):
                    show(message)
                elif until_now and message.checkpoint.caught_up:
                    return
        except KeyboardInterrupt:
            return


def _print_json(message: pb.WatchDecisionsResponse) -> None:
    click.echo(MessageToJson(message, preserving_proto_field_name=True, indent=None))


def _print_line(message: pb.WatchDecisionsResponse) -> None:
    wide_console().print(_line(message.change))


def _csv_printer() -> Callable[[pb.WatchDecisionsResponse], None]:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    names = (
        "check",
        "trn",
        "urn",
        "cause",
        "revision",
        "on",
        "before",
        "after",
        "reasons",
        "cursor",
    )
    writer.writerow(names)

    def write(message: pb.WatchDecisionsResponse) -> None:
        change = message.change
        check = str(change.after.WhichOneof("decision"))
        now: Any = getattr(change.after, check)
        was = (
            enum_name(getattr(change.before, check), "status") if change.HasField("before") else ""
        )
        about = (check, change.subject.trn, change.subject.urn, enum_name(change, "cause"))
        at = (now.basis.revision, iso(now.basis.on))
        after = (enum_name(now, "status"), codes(now.reasons))
        writer.writerow((*about, *at, was, *after, message.cursor))
        sys.stdout.flush()

    return write


def _line(change: pb.DecisionChange) -> Text:
    check = str(change.after.WhichOneof("decision"))
    now: Any = getattr(change.after, check)
    line = Text(f"{iso(now.basis.on)}  {_NAMES[check]}")
    line.append("".join(f" {part}" for part in (change.subject.trn, change.subject.urn) if part))
    line.append(": ")
    if change.HasField("before"):
        line += status_text(getattr(change.before, check)) + Text(" to ")
    why = _WHY.get(change.cause, "").format(
        revision=now.basis.revision, on=iso(now.basis.on), rule_set=now.basis.rule_set
    )
    line += status_text(now)
    line.append(f", {why}. ")
    return line + Text.from_markup(said(now.reasons[0]))
