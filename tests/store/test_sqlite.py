"""SQLite files: safe on the disk; and those that cannot be used: one plain line, from the store and from
a server that is started.
"""

import ctypes
import os
import random
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import grpc
import pytest

from ect_rules.errors import StoreUnavailableError
from ect_rules.facts import School, Teacher
from ect_rules.servicers.server import start
from ect_rules.store.store import Store
from ect_rules.store.tables import SCHEMA_VERSION
from tests.lifecycle.processes import ECT_RULES, SERVER, Process, finished, settings
from tests.service.talking import Talk, refused, status
from tests.store.keeping import put, url

PAGE = 4096


def text(path: Path) -> None:
    path.write_text("trn,trs_induction_status\n3000001,Passed\n" * 500)


def ours(path: Path) -> None:
    """A database of ours with something in it, in one file."""
    store = Store.open(url(path))
    put(store, School("100001"), *(Teacher(f"{n:07}") for n in range(2_000)))
    store.close()


def truncated(path: Path) -> None:
    ours(path)
    os.truncate(path, PAGE + PAGE // 2)


def garbled(path: Path) -> None:
    """The pages after the header page are noise."""
    ours(path)
    noise = random.Random(1)  # noqa: S311
    data = path.read_bytes()
    path.write_bytes(data[:PAGE] + noise.randbytes(len(data) - PAGE))


def changed(sql: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        ours(path)
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(sql)

    return change


def somebody_elses(*statements: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript("; ".join(statements))

    return make


def read_only(path: Path) -> None:
    ours(path)
    path.chmod(stat.S_IRUSR)


def folder_read_only(path: Path) -> None:
    path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)


CANNOT = "the database {url} cannot be used: "

FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a text file": (text, CANNOT + "file is not a database"),
    "a database that was cut off": (truncated, CANNOT + "database disk image is malformed"),
    "a database with noise in it": (garbled, CANNOT + "database disk image is malformed"),
    "a folder": (Path.mkdir, CANNOT + "unable to open database file"),
    "a database of something else": (
        somebody_elses("CREATE TABLE customers (name TEXT)"),
        "the database holds something else",
    ),
    "something else that has a head too": (
        somebody_elses("CREATE TABLE head (name TEXT)"),
        CANNOT + "no such column: head.schema_version",
    ),
    "a database of an earlier release": (
        changed("UPDATE head SET schema_version = 1; DROP TABLE declarations"),
        (
            "the database was made by an earlier release (schema version 1, and this one needs "
            f"{SCHEMA_VERSION}); back it up and bring it up to this release with: ect-rules migrate"
        ),
    ),
    "a database of a later release": (
        changed("UPDATE head SET schema_version = schema_version + 1"),
        (
            f"the database was made by a later release (schema version {SCHEMA_VERSION + 1}, and this "
            f"one needs {SCHEMA_VERSION}); use that release"
        ),
    ),
    "a database of ours without its head": (
        changed("DELETE FROM head"),
        "the database has lost its schema version; put a copy that is whole in its place",
    ),
}

EXAMPLES = "write it like sqlite:///var/ect_rules.sqlite or postgresql://user@host/name"
UNREADABLE = f"the database URL cannot be read; {EXAMPLES}"
URLS = {
    "": UNREADABLE,
    "ect_rules.sqlite": UNREADABLE,
    "postgresql://host:port/name": (UNREADABLE),
} | dict.fromkeys(
    [
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite://host/name",
        "sqlite:///{path}?mode=ro&uri=true",
        "sqlite:///{path}?timeout=soon",
        "sqlite:///file:{path}?mode=memory&uri=true",
        "sqlite+aiosqlite:///{path}",
        "sqlite+no_such_driver:///{path}",
        "sqlite:///{path}%00",
        "postgresql://user:secret@host/na%00me",
        "postgresql+psycopg2://user:secret@host/name",
        "mysql://user:secret@host/name",
    ],
    "only SQLite files, without options, and PostgreSQL are supported as a database URL; "
    + EXAMPLES,
)

FOLDERS = {
    "no such folder": (
        "{folder}/none/facts.sqlite",
        "the folder {folder}/none for the database does not exist",
    ),
    "a file for a folder": (
        "{folder}/file/facts.sqlite",
        "the folder {folder}/file for the database does not exist",
    ),
    "a folder with too long a name": (
        "{folder}/" + "a" * 300 + "/facts.sqlite",
        "the folder {folder}/" + "a" * 300 + " for the database cannot be looked at: "
        "File name too long",
    ),
}


def said(database: str) -> str:
    with pytest.raises(StoreUnavailableError) as error:
        Store.open(database)
    return str(error.value)


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_is_no_database_of_ours(path: Path, case: str) -> None:
    make, line = FILES[case]
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    assert said(url(path)) == line.format(url=url(path))
    if path.is_file():
        assert path.read_bytes()[PAGE:] == before[PAGE:], "nothing of it is lost"


@pytest.mark.parametrize("database", URLS)
def test_a_url_that_cannot_be_used(path: Path, database: str) -> None:
    line = said(database.format(path=path))
    assert line == URLS[database]
    assert "secret" not in line
    assert not any(path.parent.iterdir())


@pytest.mark.parametrize("case", FOLDERS)
def test_a_folder_that_cannot_be_used(tmp_path: Path, case: str) -> None:
    (tmp_path / "file").write_text("")
    database, line = FOLDERS[case]
    assert said(url(Path(database.format(folder=tmp_path)))) == line.format(folder=tmp_path)


def one_line(process: Process) -> str:
    """What a program that could not start said: a line on standard error, and exit status 1."""
    assert (process.wait(), process.out, len(process.err)) == (1, [], 1), process.err
    return process.err[0]


STARTS = {
    "server.py": SERVER,
    "ect-rules serve": (*ECT_RULES, "serve"),
}


@pytest.mark.parametrize("program", STARTS)
def test_a_server_on_a_text_file_says_so_and_ends(path: Path, program: str) -> None:
    text(path)
    line = one_line(finished(*STARTS[program], env=settings(path)))
    assert line == f"ect-rules: {CANNOT.format(url=url(path))}file is not a database"


@pytest.mark.parametrize("release", ["an earlier", "a later"])
def test_a_server_on_a_database_of_another_release(path: Path, release: str) -> None:
    make, line = FILES[f"a database of {release} release"]
    make(path)
    assert one_line(finished(*SERVER, env=settings(path))) == f"ect-rules: {line}"


def test_a_server_on_a_url_that_cannot_be_used(tmp_path: Path) -> None:
    line = one_line(finished(*SERVER, env=settings("sqlite:///:memory:")))
    assert line == f"ect-rules: {URLS['sqlite:///:memory:']}"


def may_not_override_permissions() -> None:
    """For root: hold it to the permissions of files, as anybody else is. Runs before the program."""
    if os.geteuid() == 0:
        drop_from_bounding_set, dac_override = 24, 1
        assert ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override, 0, 0, 0) == 0


READ_ONLY = {
    "a file that may not be written": (read_only, "attempt to write a readonly database"),
    "a folder that may not be written": (folder_read_only, "unable to open database file"),
}


@pytest.mark.parametrize("case", READ_ONLY)
def test_a_server_that_may_not_write_its_database(tmp_path: Path, case: str) -> None:
    path = tmp_path / "folder" / "facts.sqlite"
    path.parent.mkdir()
    make, why = READ_ONLY[case]
    make(path)
    try:
        ended = finished(*SERVER, env=settings(path), before=may_not_override_permissions)
    finally:
        path.parent.chmod(stat.S_IRWXU)
    assert one_line(ended) == f"ect-rules: {CANNOT.format(url=url(path))}{why}"


def test_a_database_that_goes_bad_while_it_is_served(path: Path) -> None:
    ours(path)
    running = start(Store.open(url(path)), "127.0.0.1", 0)
    with grpc.insecure_channel(f"127.0.0.1:{running.port}") as channel:
        talk = Talk(channel)
        assert status(talk.registration("0000001")) == "NOT_REGISTERED"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("DROP TABLE teachers")
        answer = refused(lambda: talk.registration("0000001"))
        assert (answer.code.name, answer.reason) == ("UNAVAILABLE", "STORE_UNAVAILABLE")
        assert answer.details["RetryInfo"].retry_delay.seconds > 0
        assert answer.text == "The store cannot be used now. Try again.", "and no SQL"
        assert talk.revision() == 1
    running.drain()


def test_a_write_is_on_the_disk_before_it_is_acknowledged(path: Path) -> None:
    store = Store.open(url(path))
    wanted = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}  # 2 is FULL
    with store.engine.connect() as connection:
        found = {n: connection.exec_driver_sql(f"PRAGMA {n}").scalar_one() for n in wanted}
    store.close()
    assert found == wanted
