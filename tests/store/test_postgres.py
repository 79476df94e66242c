"""PostgreSQL: databases that cannot be used, connections that break, and what is never said of them."""

import re
import signal
import sys
import time
from collections.abc import Callable

import grpc
import pytest
from sqlalchemy import Engine
from sqlalchemy.engine import make_url

from ect_rules.errors import StoreUnavailableError
from ect_rules.facts import Teacher
from ect_rules.servicers.server import start
from ect_rules.store.dialect import BUSY_SECONDS
from ect_rules.store.store import Store, Transaction
from ect_rules.store.tables import SCHEMA_VERSION
from ect_rules.store.turns import KEPT_SECONDS
from ect_rules.v1 import facts_pb2
from ect_rules.v1 import record_service_pb2 as writes
from tests.lifecycle.processes import SERVER, finished, serving, settings
from tests.postgres import connected, rendered
from tests.service.talking import Talk, new_id, refused, status
from tests.store.keeping import at, do, put, rows

TEACHER = Teacher("0000001")
SECRET = "not-to-be-told"  # noqa: S105


@pytest.fixture
def database(new_postgres: Callable[[], str]) -> str:
    return new_postgres()


def plain(url: str) -> str:
    """A URL as it is shown."""
    return re.sub(r"(:[^/@]*)?@", "@", url.partition("?")[0].replace("+psycopg:", ":"))


def changed(*statements: str) -> Callable[[str], None]:
    def change(url: str) -> None:
        store = Store.open(url)
        put(store, TEACHER)
        store.close()
        somebody_elses(*statements)(url)

    return change


def somebody_elses(*statements: str) -> Callable[[str], None]:
    def make(url: str) -> None:
        with connected(url) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    return make


CANNOT = "the database {url} cannot be used: "
DATABASES: dict[str, tuple[Callable[[str], None], str]] = {
    "of something else": (
        somebody_elses("CREATE TABLE customers (name text)"),
        "the database holds something else",
    ),
    "of something else that has a head too": (
        somebody_elses("CREATE TABLE head (name text)"),
        CANNOT + "column head.schema_version does not exist",
    ),
    "of an earlier release": (
        changed("UPDATE head SET schema_version = 1"),
        (
            "the database was made by an earlier release (schema version 1, and this one needs "
            f"{SCHEMA_VERSION}); back it up and bring it up to this release with: ect-rules migrate"
        ),
    ),
    "of a later release": (
        changed("UPDATE head SET schema_version = schema_version + 1"),
        (
            f"the database was made by a later release (schema version {SCHEMA_VERSION + 1}, and this "
            f"one needs {SCHEMA_VERSION}); use that release"
        ),
    ),
    "that has lost its head": (
        changed("DELETE FROM head"),
        "the database has lost its schema version; put a copy that is whole in its place",
    ),
}


def said(url: str) -> str:
    with pytest.raises(StoreUnavailableError) as error:
        Store.open(url)
    return str(error.value)


@pytest.mark.parametrize("case", DATABASES)
def test_a_database(database: str, case: str) -> None:
    make, line = DATABASES[case]
    make(database)
    assert said(database) == line.format(url=plain(database))


def test_a_database_that_may_only_be_read(database: str) -> None:
    Store.open(database).close()
    search_path = make_url(database).query["options"]
    options = {"options": f"{search_path} -cdefault_transaction_read_only=on"}
    line = said(rendered(make_url(database).update_query_dict(options)))
    assert line == CANNOT.format(url=plain(database)) + (
        "cannot execute UPDATE in a read-only transaction"
    )


def test_a_database_that_does_not_exist(database: str) -> None:
    url = rendered(make_url(database).set(database="no_such"))
    assert said(url).startswith(CANNOT.format(url=plain(url)))
    assert said(url).endswith('database "no_such" does not exist')


UNREACHABLE = {
    "nobody listens": f"postgresql://user:{SECRET}@127.0.0.1:1/name",
    "nobody listens, and the driver is named": (
        f"postgresql+psycopg://user:{SECRET}@127.0.0.1:1/name"
    ),
    "nobody listens, and the short name is used": f"postgres://user:{SECRET}@127.0.0.1:1/name",
    "the password is an option": f"postgresql://user@127.0.0.1:1/name?password={SECRET}",
    "no such option": f"postgresql://user:{SECRET}@127.0.0.1:1/name?colour=blue",
    "no such host": f"postgresql://user:{SECRET}@host.invalid/name",
    "no such socket": f"postgresql://user:{SECRET}@/name?host=/no/such/folder",
}


@pytest.mark.parametrize("case", UNREACHABLE)
def test_a_server_that_cannot_be_reached_and_a_secret_that_is_kept(case: str) -> None:
    line = said(UNREACHABLE[case])
    assert line.startswith("the database postgresql://user@")
    assert "\n" not in line
    assert SECRET not in line


def test_a_program_that_cannot_reach_its_database_says_so_and_ends() -> None:
    ended = finished(*SERVER, env=settings(UNREACHABLE["nobody listens"]))
    assert (ended.wait(), ended.out, len(ended.err)) == (1, [], 1)
    assert ended.err[0].startswith(
        "ect-rules: the database postgresql://user@127.0.0.1:1/name cannot be used: "
    )
    assert SECRET not in ended.err[0]


def test_without_its_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreUnavailableError) as error:
        Store.open(UNREACHABLE["nobody listens"])
    assert error.value.reason == "DRIVER_MISSING"
    assert str(error.value) == (
        "for a PostgreSQL database the package psycopg is needed; "
        "install it with: pip install 'ect-rules[postgres]'"
    )


def end_connections(engine: Engine) -> None:
    """What an administrator does, or a server that is started again."""
    with connected(rendered(engine.url)) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
            "AND application_name = current_setting('application_name')"
        )


def test_a_connection_that_was_ended_while_nobody_used_it(database: str) -> None:
    store = Store.open(database)
    put(store, TEACHER)
    end_connections(store.engine)
    assert at(store, None, [(Teacher, "0000001")]) == {(Teacher, "0000001"): TEACHER}
    end_connections(store.engine)
    time.sleep(KEPT_SECONDS)
    assert put(store, Teacher("0000002")) == 2
    store.close()


def test_a_connection_that_breaks_in_the_middle_of_a_write(database: str) -> None:
    store = Store.open(database)
    before = rows(store)
    request_id = "6a1f6f4e-0000-4000-8000-000000000001"

    def work(transaction: Transaction) -> None:
        transaction.put([TEACHER])
        end_connections(store.engine)
        transaction.put([Teacher("0000002")])

    with pytest.raises(StoreUnavailableError) as error:
        do(store, work, request_id)
    assert "\n" not in str(error.value)
    assert rows(store) == before, "nothing stays"
    assert do(store, lambda t: t.put([TEACHER]), request_id) == 1, "the request id is free"
    store.close()


def test_a_connection_that_breaks_in_the_middle_of_reading(database: str) -> None:
    store = Store.open(database)

    def look() -> None:
        with store.snapshot() as snapshot:
            end_connections(store.engine)
            snapshot.current(Teacher, ["0000001"])

    with pytest.raises(StoreUnavailableError):
        look()
    assert store.newest_revision() == 0
    store.close()


def test_a_statement_waits_no_longer_than_a_write_may(database: str) -> None:
    store = Store.open(database)
    with store.engine.connect() as connection:
        timeouts = {
            name: connection.exec_driver_sql(f"SHOW {name}").scalar_one()
            for name in ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")
        }
    store.close()
    assert timeouts == {
        "lock_timeout": f"{BUSY_SECONDS}s",
        "statement_timeout": "30s",
        "idle_in_transaction_session_timeout": "1min",
    }


def test_a_database_that_goes_bad_while_it_is_served(database: str) -> None:
    running = start(Store.open(database), "127.0.0.1", 0)
    with grpc.insecure_channel(f"127.0.0.1:{running.port}") as channel:
        talk = Talk(channel)
        assert status(talk.registration("0000001")) == "NOT_KNOWN"
        somebody_elses("DROP TABLE teachers")(database)
        answer = refused(lambda: talk.registration("0000001"))
        assert (answer.code.name, answer.reason) == ("UNAVAILABLE", "STORE_UNAVAILABLE")
        assert answer.details["RetryInfo"].retry_delay.seconds > 0
        assert answer.text == "The store cannot be used now. Try again.", "and no SQL"
        assert talk.revision() == 0
    running.drain()


def test_two_servers_on_one_database(database: str) -> None:
    """What one has acknowledged the other knows, and so does a third when both have been killed."""

    def record(talk: Talk, trn: str) -> int:
        teacher = facts_pb2.Teacher(trn=trn)
        request = writes.RecordTeacherRequest(request_id=new_id(), teacher=teacher)
        return talk.records.RecordTeacher(request).revision

    with serving(database) as one, serving(database) as two:
        with one.channel() as first, two.channel() as second:
            talks = [Talk(first), Talk(second)]
            for number in range(1, 11):
                writer, reader = talks if number % 2 else reversed(talks)
                assert record(writer, f"{number:07}") == number == reader.revision()
                assert status(reader.registration(f"{number:07}")) == "NOT_REGISTERED"
        one.send(signal.SIGKILL)
        two.send(signal.SIGKILL)
    with serving(database) as third, third.channel() as channel:
        assert Talk(channel).revision() == 10


def test_a_detail_with_the_values_of_a_row_is_left_out(database: str) -> None:
    store = Store.open(database)

    def twice(transaction: Transaction) -> None:
        transaction.put([TEACHER])
        transaction.connection.exec_driver_sql(
            "INSERT INTO teachers (trn, seal, recorded_at, superseded_at) "
            "SELECT trn, seal, recorded_at, superseded_at FROM teachers"
        )

    with pytest.raises(StoreUnavailableError, match="duplicate key value") as error:
        do(store, twice)
    assert TEACHER.trn not in str(error.value)
    store.close()
