"""Stores of earlier releases, with a history in them, brought up to this one."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, MetaData, inspect, select

from ect_rules.errors import StoreUnavailableError
from ect_rules.facts import Teacher
from ect_rules.store import postgres, sqlite
from ect_rules.store.database import dialect, engine_at, parsed, reading
from ect_rules.store.migrations import NO_STORE, Migration, migrate, plan
from ect_rules.store.store import Store
from ect_rules.store.tables import SCHEMA_VERSION, head, metadata
from tests.lifecycle.processes import environment, serving, settings
from tests.service.conftest import serving as talking
from tests.service.talking import Talk, new_id
from tests.store.earlier import VERSIONS, load, recorded
from tests.store.keeping import faults, put, sound, url
from tests.store.schemas.make import CHECKS, answered, known

SECONDS = 60
LAST_MADE = "erased_names"
NEWEST_OF_A_FIXTURE = 8
# The checks whose rules answer as they did in the release of a schema version.
AS_THEN = {1: {"Registration"}, 2: {*CHECKS}}

earlier = pytest.mark.parametrize("version", VERSIONS)
of_the_first = pytest.mark.parametrize("version", VERSIONS[:1])


@pytest.fixture
def database(new_database: Callable[[], str], version: int) -> str:
    """The URL of a store of an earlier release."""
    made = new_database()
    load(version, made)
    return made


@contextmanager
def opened(database: str) -> Iterator[Store]:
    store = Store.open(database)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def as_it_is(database: str) -> Iterator[Engine]:
    engine, _ = engine_at(parsed(database))
    try:
        yield engine
    finally:
        engine.dispose()


def everything(database: str) -> dict[str, Any]:
    """The tables as they are, and every row, of a store of any release."""
    with as_it_is(database) as engine, reading(engine) as connection:
        found = MetaData()
        found.reflect(connection)
        rows = {
            name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for name, table in found.tables.items()
        }
    return {"rows": rows, "schema": schema(database)}


def schema(database: str) -> dict[str, Any]:
    """What the database says of its tables, whatever the order of their columns."""
    with as_it_is(database) as engine:
        look = inspect(engine)
        return {
            "columns": {
                (*table, column["name"]): (str(column["type"]), column["nullable"])
                for table, columns in look.get_multi_columns().items()
                for column in columns
            },
            "keys": {
                table: key["constrained_columns"]
                for table, key in look.get_multi_pk_constraint().items()
            },
            "indexes": {
                (*table, index["name"]): (index["column_names"], bool(index["unique"]))
                for table, indexes in look.get_multi_indexes().items()
                for index in indexes
            },
            "checks": look.get_multi_check_constraints(),
            "unique": look.get_multi_unique_constraints(),
            "references": look.get_multi_foreign_keys(),
        }


@of_the_first
def test_it_is_refused_in_a_line_that_names_the_command(database: str, version: int) -> None:
    before = everything(database)
    with pytest.raises(StoreUnavailableError) as error:
        Store.open(database)
    assert str(error.value) == (
        f"the database was made by an earlier release (schema version {version}, and this one needs "
        f"{SCHEMA_VERSION}); back it up and bring it up to this release with: ect-rules migrate"
    )
    assert plan(database).steps
    assert everything(database) == before, "to look is not to touch"


@earlier
def test_every_fact_of_every_revision_is_as_it_was(database: str, version: int) -> None:
    with as_it_is(database) as engine, reading(engine) as connection:
        requests = "SELECT request_id, method, payload_digest FROM requests LIMIT 1"
        request_id, method, digest = connection.exec_driver_sql(requests).one()
    done = migrate(database)
    assert (done.before, done.after) == (version, SCHEMA_VERSION)
    assert len(done.steps) == SCHEMA_VERSION - version
    with opened(database) as store:
        assert list(known(store)) == recorded(version, "facts")
        assert (sound(store), faults(store)) == ("ok", [])
        again = store.write(method, request_id, bytes(digest), lambda _: b"done twice")
        assert again != b"done twice"
        assert put(store, Teacher("0000001"), Teacher("3000001")) == NEWEST_OF_A_FIXTURE + 1
        assert faults(store) == [], "and so they are after the next write"


@earlier
def test_its_tables_are_those_of_a_new_store(
    database: str, new_database: Callable[[], str], version: int
) -> None:
    migrate(database)
    new = new_database()
    with opened(new):
        assert schema(database) == schema(new)


@of_the_first
def test_alembic_finds_its_tables_to_be_those_that_we_work_with(database: str) -> None:
    migrate(database)
    with as_it_is(database) as engine, reading(engine) as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []


@earlier
def test_what_was_answered_is_answered_again(tmp_path: Path, version: int) -> None:
    database = url(tmp_path / "facts.sqlite")
    load(version, database)
    migrate(database)
    then = {tuple(line.split()[:4]): line.split()[4:] for line in recorded(version, "answers")}
    with talking(database) as talk:
        asked = {check for _, _, check, _ in then}
        lines = list(answered(talk.channel, recorded(version, "facts"), asked))
    now = {tuple(line.split()[:4]): line.split()[4:] for line in lines}
    assert now.keys() == then.keys()
    other = {question for question in then if now[question] != then[question]}
    assert not {check for _, _, check, _ in other} & AS_THEN[version]
    told = {now[question][0] for question in other if now[question][0] != then[question][0]}
    assert told <= {"CANNOT_TELL"}, "what was not told then makes no new yes, and no new no"


def test_each_earlier_version_has_its_step_and_its_store(new_database: Callable[[], str]) -> None:
    database = new_database()
    load(1, database)
    steps = plan(database).steps
    assert [int(line.partition(":")[0]) for line in steps] == [v + 1 for v in VERSIONS]
    for version in VERSIONS:
        assert migrate(database, to=version + 1).before == version
        if version + 1 in VERSIONS:
            of_that_release = new_database()
            load(version + 1, of_that_release)
            assert schema(database) == schema(of_that_release)
    with opened(database):
        assert plan(database) == Migration(SCHEMA_VERSION, SCHEMA_VERSION)


@of_the_first
def test_one_that_fails_half_way_leaves_all_as_it_was(database: str) -> None:
    """In the way of the last thing that is done there is something already."""
    with as_it_is(database) as engine, engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE TABLE {LAST_MADE} (mine INTEGER)")
    before = everything(database)
    with pytest.raises(StoreUnavailableError, match=f"as it was: .*{LAST_MADE}.* already exists"):
        migrate(database)
    assert everything(database) == before
    with as_it_is(database) as engine, engine.begin() as connection:
        connection.exec_driver_sql(f"DROP TABLE {LAST_MADE}")
    assert migrate(database).steps


@of_the_first
def test_of_all_who_migrate_at_once_one_does(database: str, version: int) -> None:
    together = threading.Barrier(6)

    def one(_: int) -> int | None:
        together.wait(SECONDS)
        return migrate(database).before

    with ThreadPoolExecutor(6) as pool:
        found = sorted(before or 0 for before in pool.map(one, range(6)))
    assert found == [version] + [SCHEMA_VERSION] * 5
    with opened(database) as store:
        assert list(known(store)) == recorded(version, "facts")


@of_the_first
def test_it_waits_for_another_longer_than_a_write_would(
    database: str, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0)
    monkeypatch.setitem(postgres._SESSION, "lock_timeout", "1ms")
    with ThreadPoolExecutor(1) as pool, as_it_is(database) as engine:
        with engine.begin() as connection:
            dialect(connection).alone(connection)
            with pytest.raises(StoreUnavailableError):
                Store.open(database)
            other = pool.submit(migrate, database)
            with pytest.raises(TimeoutError):
                other.result(0.3)
        assert other.result(SECONDS).before == version


def test_one_that_is_migrated_while_it_is_open_is_neither_read_nor_written(
    new_database: Callable[[], str],
) -> None:
    with opened(new_database()) as store:
        put(store, Teacher("0000001"))
        later(store)
        for act in (store.newest_revision, lambda: put(store, Teacher("0000002"))):
            with pytest.raises(StoreUnavailableError, match="migrated by another") as error:
                act()
            assert error.value.reason == "SCHEMA_VERSION"
        later(store, by=-1)
        assert put(store, Teacher("0000002")) == 2, "and nothing was written"


def later(store: Store, by: int = 1) -> None:
    with store.engine.begin() as connection:
        connection.execute(head.update().values(schema_version=head.c.schema_version + by))


def test_a_store_of_a_later_release(new_database: Callable[[], str]) -> None:
    database = new_database()
    with opened(database) as store:
        later(store)
    with pytest.raises(StoreUnavailableError, match="made by a later release"):
        migrate(database)


@pytest.mark.parametrize("to", [0, 1, SCHEMA_VERSION + 1])
def test_a_version_that_there_is_no_way_to(new_database: Callable[[], str], to: int) -> None:
    database = new_database()
    with opened(database), pytest.raises(StoreUnavailableError, match="restore a backup"):
        migrate(database, to)


def test_where_there_is_no_store_there_is_none_afterwards(new_database: Callable[[], str]) -> None:
    database = new_database()
    assert migrate(database) == plan(database) == NO_STORE
    file = Path(database.removeprefix("sqlite:///"))
    assert not file.exists()


def test_a_new_store_is_made_and_opened_without_alembic(path: Path) -> None:
    """It would take longer to import than all the rest."""
    program = (
        "import sys; from ect_rules.servicers import serve; "
        f"[serve.Store.open({url(path)!r}).close() for _ in range(2)]; "
        f"serve.migrate({url(path)!r}); "
        "assert 'sqlalchemy' in sys.modules; assert 'alembic' not in sys.modules"
    )
    command = [sys.executable, "-c", program]
    subprocess.run(command, env=environment(), check=True, timeout=SECONDS)  # noqa: S603


def test_a_server_migrates_when_it_is_told_to(path: Path) -> None:
    load(1, url(path))
    told = settings(path, ECT_RULES_MIGRATE_ON_START="true")
    with serving(path, env=told) as server, server.channel() as channel:
        talk = Talk(channel)
        assert talk.revision() == NEWEST_OF_A_FIXTURE
        assert talk.import_records([Teacher("0000001")], new_id()).revision == talk.revision()
