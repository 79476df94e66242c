"""Copies of a store that is being written, and stores made of them."""

import resource
import sqlite3
import stat
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from ect_rules import tabular
from ect_rules.errors import StoreUnavailableError
from ect_rules.facts import Record, Teacher
from ect_rules.store.backup import Copied, back_up, restore
from ect_rules.store.migrations import migrate
from ect_rules.store.store import Store
from ect_rules.store.tables import SCHEMA_VERSION
from ect_rules.v1 import decisions_pb2, facts_pb2
from ect_rules.v1 import record_service_pb2 as writes
from tests.lifecycle.processes import ECT_RULES, ROOT, environment, finished, serving
from tests.service.conftest import serving as talking
from tests.service.talking import Talk, new_id
from tests.store.earlier import VERSIONS, load
from tests.store.keeping import put, rows_in, url

EXAMPLE = [record for _, _, record in tabular.read(ROOT / "examples" / "rect" / "records")]
ECT, DAY = "3000002", "2026-01-15"
BEFORE, COPIES = 10, 5


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Where a backup may be."""
    (tmp_path / "backups").mkdir()
    return tmp_path / "backups" / "facts.backup"


def told(talk: Talk, number: int) -> int:
    """One write that changes the answer about an ECT; the revision that was acknowledged."""
    passed = facts_pb2.INDUCTION_STATUS_PASSED if number % 2 else facts_pb2.INDUCTION_STATUS_EXEMPT
    teacher = facts_pb2.Teacher(trn=ECT, trs_induction_status=passed)
    request = writes.RecordTeacherRequest(request_id=new_id(), teacher=teacher)
    return talk.records.RecordTeacher(request).revision


@contextmanager
def writing(talk: Talk) -> Iterator[tuple[list[int], threading.Event]]:
    """Somebody writes meanwhile. Gives the revisions acknowledged, and what is set at the tenth."""
    acknowledged: list[int] = []
    under_way, enough = threading.Event(), threading.Event()

    def go_on() -> None:
        while not enough.is_set():
            acknowledged.append(told(talk, len(acknowledged)))
            if len(acknowledged) == BEFORE:
                under_way.set()

    writer = threading.Thread(target=go_on)
    writer.start()
    try:
        yield acknowledged, under_way
    finally:
        enough.set()
        writer.join()


def answers(talk: Talk, revision: int) -> list[bytes]:
    """What is answered about the ECT at every revision up to one."""
    found = []
    for number in range(revision + 1):
        exactly = decisions_pb2.Consistency(exact_revision=number)
        decision = talk.registration(ECT, DAY, consistency=exactly, view=decisions_pb2.VIEW_FULL)
        found.append(decision.SerializeToString(deterministic=True))
    return found


def test_of_a_store_that_is_being_written(path: Path, copy: Path, tmp_path: Path) -> None:
    with serving(path) as server, server.channel() as channel:
        talk = Talk(channel)
        talk.import_records(EXAMPLE)
        with writing(talk) as (acknowledged, under_way):
            assert under_way.wait(60)
            for number in range(COPIES):
                last_before = acknowledged[-1]
                copy = copy.with_suffix(f".{number}")
                revision = back_up(url(path), copy).revision
                reached = acknowledged[-1]
                assert last_before <= revision <= reached + 1, "one may be acknowledged right after"
                assert len(rows_in(copy)["revisions"]) == revision
        known = answers(talk, revision)
    assert revision in acknowledged
    made = tmp_path / "restored.sqlite"
    assert restore(copy, url(made)) == Copied(revision, SCHEMA_VERSION)
    with talking(url(made)) as talk:
        assert talk.revision() == revision
        assert answers(talk, revision) == known
        assert len({*known}) > BEFORE
        assert told(talk, revision - 1) == revision + 1, "and goes on as the other did"
    assert rows_in(made)["revisions"][:revision] == rows_in(path)["revisions"][:revision]


def stored(path: Path, *records: Record) -> Path:
    """A store with a revision for each of these records."""
    store = Store.open(url(path))
    for record in records:
        put(store, record)
    store.close()
    return path


def test_it_is_one_file_for_its_owner_that_nothing_lies_beside(path: Path, copy: Path) -> None:
    store = Store.open(url(path))
    put(store, Teacher("0000001"))
    assert back_up(url(path), copy) == Copied(1, SCHEMA_VERSION), "of what is not in the file yet"
    store.close()
    assert [*copy.parent.iterdir()] == [copy]
    assert stat.S_IMODE(copy.stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert rows_in(copy) == rows_in(path)


@pytest.mark.parametrize("version", VERSIONS)
def test_of_a_store_that_is_to_be_migrated(path: Path, copy: Path, version: int) -> None:
    load(version, url(path))
    assert back_up(url(path), copy).schema_version == version
    path.unlink()
    assert restore(copy, url(path)).schema_version == version
    migrate(url(path))
    with talking(url(path)) as talk:
        assert talk.revision() == 8


def damaged(path: Path) -> Path:
    stored(path, *(Teacher(f"{n:07}") for n in range(5)))
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * 4096 + data[8192:])
    return path


def of_a_later_release(path: Path) -> Path:
    with closing(sqlite3.connect(stored(path))) as connection:
        connection.execute("UPDATE head SET schema_version = schema_version + 1")
        connection.commit()
    return path


def somebody_elses(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE customers (name TEXT)")
    return path


def text(path: Path) -> Path:
    path.write_text("trn\n3000001\n" * 1_000)
    return path


def nothing(path: Path) -> Path:
    return path


NO_BACKUP: dict[str, tuple[Callable[[Path], Path], str]] = {
    "there is none": (nothing, "there is no store at {file}"),
    "it is a text file": (
        text,
        "the store at {file} cannot be backed up: file is not a database",
    ),
    "it is something else": (somebody_elses, "the copy is no store of ours"),
    "it is damaged": (damaged, "malformed|is damaged"),
}


@pytest.mark.parametrize("case", NO_BACKUP)
def test_a_store_that_cannot_be_backed_up(path: Path, copy: Path, case: str) -> None:
    make, line = NO_BACKUP[case]
    make(path)
    with pytest.raises(StoreUnavailableError, match=line.format(file=path)):
        back_up(url(path), copy)
    assert not [*copy.parent.iterdir()]


NO_RESTORE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "there is none": (nothing, "there is no file {file}"),
    "it is a text file": (text, "{file} cannot be restored: file is not a database"),
    "it is something else": (somebody_elses, "{file} is no store of ours"),
    "it is damaged": (damaged, "malformed|is damaged"),
    "it is of a later release": (of_a_later_release, "the database was made by a later release"),
}


@pytest.mark.parametrize("case", NO_RESTORE)
@pytest.mark.parametrize("replace", [False, True])
def test_a_copy_that_cannot_be_restored(path: Path, copy: Path, case: str, replace: bool) -> None:
    make, line = NO_RESTORE[case]
    make(copy)
    if replace:
        stored(path, Teacher("0000001"))
    with pytest.raises(StoreUnavailableError, match=line.format(file=copy)):
        restore(copy, url(path), replace)
    assert path.exists() == replace
    if replace:
        assert len(rows_in(path)["teachers"]) == 1


def test_a_file_that_is_there_is_never_written_over(path: Path, copy: Path) -> None:
    stored(path, Teacher("0000001"))
    copy.write_text("mine")
    with pytest.raises(FileExistsError):
        back_up(url(path), copy)
    assert copy.read_text() == "mine"
    copy.unlink()
    back_up(url(path), copy)
    stored(path, Teacher("0000002"))
    with pytest.raises(StoreUnavailableError) as error:
        restore(copy, url(path))
    assert str(error.value) == (
        f"there is a store at {path} already; name another, or say --replace to lose it"
    )
    assert len(rows_in(path)["teachers"]) == 2
    restore(copy, url(path), replace=True)
    assert rows_in(path) == rows_in(copy)


def test_a_store_that_a_server_uses_is_not_replaced(path: Path, copy: Path) -> None:
    back_up(url(stored(path, Teacher("0000001"))), copy)
    with serving(path) as server, server.channel() as channel:
        told(Talk(channel), 1)
        with pytest.raises(StoreUnavailableError) as error:
            restore(copy, url(path), replace=True)
        assert str(error.value) == f"a server uses the store at {path}; stop it first"
        assert told(Talk(channel), 2) == 3, "which goes on"
    assert len(rows_in(path)["revisions"]) == 3
    restore(copy, url(path), replace=True)
    assert len(rows_in(path)["revisions"]) == 1


def test_what_is_no_store_of_ours_is_not_replaced(path: Path, copy: Path) -> None:
    back_up(url(stored(path, Teacher("0000001"))), copy)
    for make, line in (
        (somebody_elses, "what is at {file} is no store of ours"),
        (text, "what is at {file} cannot be replaced; move it away: file is not a database"),
    ):
        path.unlink()
        data = make(path).read_bytes()
        with pytest.raises(StoreUnavailableError) as error:
            restore(copy, url(path), replace=True)
        assert str(error.value) == line.format(file=path)
        assert path.read_bytes() == data


def test_what_is_left_beside_a_store_that_is_gone(path: Path, copy: Path) -> None:
    """SQLite would take it for a part of the store that comes in its place."""
    back_up(url(stored(path, Teacher("0000001"))), copy)
    path.unlink()
    beside = path.with_name(f"{path.name}-wal")
    beside.write_bytes(b"left")
    with pytest.raises(StoreUnavailableError, match=f"{beside} is left of another store"):
        restore(copy, url(path))
    assert not path.exists()


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_disk_that_is_full_half_way(path: Path, copy: Path, command: str) -> None:
    large = path.with_name("large.sqlite")
    store = Store.open(url(stored(large)))
    put(store, *(Teacher(f"{n:07}") for n in range(4_000)))
    store.close()
    before = rows_in(stored(path, Teacher("0000001")))
    room = path.stat().st_size + 50_000
    assert large.stat().st_size > room + 50_000
    arguments: list[Any] = ["backup", copy, "--database", url(large)]
    if command == "restore":
        back_up(url(large), copy)
        arguments = ["restore", copy, "--database", url(path), "--replace"]

    def with_little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    ended = finished(*ECT_RULES, *map(str, arguments), env=environment(), before=with_little_room)
    assert (ended.wait(), ended.out, len(ended.err)) == (1, [], 1)
    assert rows_in(path) == before, "and the store is as it was"
    assert [*copy.parent.iterdir()] == ([copy] if command == "restore" else [])


def test_a_store_on_postgresql_is_for_its_own_tools(copy: Path) -> None:
    database = "postgresql://user:secret@host/name"
    for act, tool in (
        (lambda: back_up(database, copy), "back it up with pg_dump"),
        (lambda: restore(copy, database), "restore it with pg_restore"),
    ):
        with pytest.raises(StoreUnavailableError) as error:
            act()
        assert str(error.value) == (
            f"this is for SQLite files; a store on PostgreSQL: {tool}, as docs/operations.md says"
        )
    assert not [*copy.parent.iterdir()]
