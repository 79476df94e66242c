"""What `ect-rules import-rect` does: read RECT, and send the records to a server."""

from __future__ import annotations

import uuid
from collections.abc import Generator, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import click
import grpc
from rich.console import Console

from ect_rules import rect
from ect_rules.cli.failures import fail, told
from ect_rules.cli.imports import send, summary
from ect_rules.cli.left_out import Survey, survey
from ect_rules.cli.options import TIMEOUT_SECONDS, channel
from ect_rules.cli.sent import Sent
from ect_rules.rect import Mapped, Rect, State
from ect_rules.v1 import check_service_pb2, check_service_pb2_grpc
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.version import VERSION
from ect_rules.wire.names import kind_number


def import_all(
    url: str,
    state_file: Path | None,
    overlap: int,
    leave_out: bool,
    report: Path | None,
    retract_missing: bool,
    validate_only: bool,
    address: str,
) -> None:
    """Import what RECT holds, as the options of the command say, or exit and say why not."""
    console = Console(stderr=True)
    with told(address), channel(address) as server, rect.opened(url) as database:
        since = _since(state_file, database, server, address)
        with console.status("reading"):
            found = survey(database.read(since), report)
            newest = database.newest_change()
        found.tell()
        if found.others and not leave_out:
            fail(
                f"{_rows(found.others)} no record, and nothing is written; correct RECT, or import "
                "the rest with --leave-out"
            )
        header = pb.ImportHeader(request_id=str(uuid.uuid4()))
        if retract_missing:
            _hold_to_all(since, found, state_file)
            header.retract_missing.extend(kind_number(kind) for kind in rect.KINDS)
        if validate_only:
            header.writing.validate_only = True
        done = _send(server, header, database, since, found.mapped, console)
        if state_file is not None and not validate_only:
            changed_since = None if newest is None else newest - timedelta(minutes=overlap)
            rect.save(state_file, State(database.name, VERSION, changed_since, done.revision))
    click.echo(_summary(done, found, validate_only))


def _since(
    file: Path | None, database: Rect, server: grpc.Channel, address: str
) -> datetime | None:
    """From when on changes are to be read; None, everything."""
    state = None if file is None else rect.load(file)
    if state is None:
        return None
    if state.database != database.name:
        fail(f"{file} tells of an import from {state.database}; name another file")
    request = check_service_pb2.GetServerInfoRequest()
    info = check_service_pb2_grpc.CheckServiceStub(server).GetServerInfo(
        request, timeout=TIMEOUT_SECONDS
    )
    if info.revision < state.revision:
        fail(
            f"{file} tells of revision {state.revision}, and {address} is at {info.revision}: it is "
            "another server, or was set back; name another file, and everything is read"
        )
    if state.release != VERSION:
        click.echo(f"{file} is of release {state.release}: everything is read", err=True)
        return None
    return state.changed_since


def _hold_to_all(since: datetime | None, found: Survey, file: Path | None) -> None:
    """Exit where RECT was not read as a whole, or holds nothing: too much would count as missing."""
    if since is not None:
        fail(f"--retract-missing needs all of RECT: leave out --changed-since, or move {file} away")
    if not found.mapped:
        fail("RECT holds nothing, so that all would be retracted; look whether it is the right one")


def _send(
    server: grpc.Channel,
    header: pb.ImportHeader,
    database: Rect,
    since: datetime | None,
    count: int,
    console: Console,
) -> pb.ImportRecordsResponse:
    sent = Sent(_mapped(database, since))

    def places() -> Iterator[str]:
        sent.stop()
        return (f"{row.table} {row.key}" for row in _mapped(database, since))

    try:
        return send(server, header, (row.record for row in sent), count, places, console)
    except grpc.RpcError:
        sent.stop()
        raise


def _mapped(database: Rect, since: datetime | None) -> Generator[Mapped]:
    for row in database.read(since):
        if isinstance(row, Mapped):
            yield row


def _rows(count: int) -> str:
    return "1 row makes" if count == 1 else f"{count} rows make"


def _summary(done: pb.ImportRecordsResponse, found: Survey, validate_only: bool) -> str:
    line = summary(done, validate_only)
    if not (done.added or done.replaced or done.retracted):
        line += "; no new revision"
    if found.unmapped:
        line += f"; {found.unmapped} left out, {found.of_nobody} of them about nobody"
    return line
