"""`ect-rules verify` and `ect-rules erase`: the ledger, and leaving it."""

from __future__ import annotations

import uuid

import click
from google.type.date_pb2 import Date
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ect_rules.cli.failures import fail, told
from ect_rules.cli.options import Day, Trn, address_option, channel
from ect_rules.v1 import (
    ledger_service_pb2,
    ledger_service_pb2_grpc,
    record_service_pb2,
    record_service_pb2_grpc,
)

_ENTRY_HEX = 64


class Entry(click.ParamType[ledger_service_pb2.LedgerEntry]):
    """A revision and its entry, as `verify` prints them."""

    name = "REVISION:ENTRY"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> ledger_service_pb2.LedgerEntry:
        """The message."""
        revision, _, entry = str(value).partition(":")
        try:
            made = ledger_service_pb2.LedgerEntry(
                revision=int(revision), entry=bytes.fromhex(entry)
            )
        except ValueError:
            made = None
        if made is None or len(entry) != _ENTRY_HEX or made.revision < 1:
            self.fail(f"{value!r} is not a revision, a colon and 64 hexadecimal digits", param, ctx)
        return made


@click.command()
@click.option(
    "--known",
    multiple=True,
    type=Entry(),
    help="What an earlier run printed, noted elsewhere since: it must still be so. Any number of times.",
)
@address_option
def verify(known: tuple[ledger_service_pb2.LedgerEntry, ...], address: str) -> None:
    """Is every row and every revision as it was written? Prints the newest entry, to be noted."""
    console = Console(stderr=True)
    columns = (TextColumn("verifying"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    hidden = not console.is_terminal
    summary = None
    with (
        told(address),
        channel(address) as open_channel,
        Progress(*columns, console=console, transient=True, disable=hidden) as progress,
    ):
        task = progress.add_task("", total=None)
        stub = ledger_service_pb2_grpc.LedgerServiceStub(open_channel)
        for said in stub.VerifyLedger(ledger_service_pb2.VerifyLedgerRequest(known=known)):
            match said.WhichOneof("part"):
                case "progress":
                    done = said.progress
                    progress.update(task, completed=done.revision, total=done.newest_revision)
                case "fault":
                    row = (
                        f" (row {said.fault.row} of {said.fault.table})" if said.fault.table else ""
                    )
                    click.echo(f"revision {said.fault.revision}: {said.fault.words}{row}")
                case "summary":
                    summary = said.summary
    if summary is None:
        fail("the server broke off before the end; nothing is verified")
    newest = (
        f"{summary.newest.revision}:{summary.newest.entry.hex()}"
        if summary.newest.revision
        else "0"
    )
    click.echo(newest)
    if summary.faults:
        fail(
            f"{summary.faults} faults: put back a backup from before, and find out who wrote to it"
        )


@click.command()
@click.argument("trn", type=Trn())
@click.option("--although-it-may-be-held", is_flag=True, help="Erase a record that may be held.")
@click.option("--on", type=Day(), help="The day of the write.  [default: today]")
@click.option("--validate-only", is_flag=True, help="Say what would be erased, and erase nothing.")
@click.option("--request-id", type=click.UUID, help="Send an erasure again that may have arrived.")
@click.confirmation_option(prompt="Nobody can bring back what is erased. Erase it?")
@address_option
def erase(
    trn: str,
    although_it_may_be_held: bool,
    on: Date | None,
    validate_only: bool,
    request_id: uuid.UUID | None,
    address: str,
) -> None:
    """Erase all that is recorded of a person, as it was at every revision."""
    request = record_service_pb2.EraseTeacherRequest(
        request_id=str(request_id or uuid.uuid4()),
        trn=trn,
        although_it_may_be_held=although_it_may_be_held,
        on=on,
    )
    request.writing.validate_only = validate_only
    with told(address), channel(address) as open_channel:
        done = record_service_pb2_grpc.RecordServiceStub(open_channel).EraseTeacher(request)
    would_be = "nothing is erased; it would be " if validate_only else ""
    click.echo(f"{would_be}revision {done.revision}: {done.rows} rows erased")
