"""How RECT is read: only what is needed of it, in one state, and nothing is written."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from ect_rules import rect as product
from ect_rules.errors import EctRulesError
from ect_rules.rect.tables import metadata
from tests.postgres import rendered
from tests.rect.telling import ALL, LATER, Database

COLUMNS = {(table.name, column.name) for table in metadata.tables.values() for column in table.c}
PERSONAL = ("first_name", "last_name", "corrected_name", "email", "tutor", "birth", "address")
PAGE = (Path(__file__).parents[2] / "docs/import-format.md").read_text(encoding="utf-8")


@contextmanager
def statements() -> Iterator[list[str]]:
    """What is sent to any database."""
    sent: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_nobodys_name_address_or_birth_date_is_asked_for(rect: Database) -> None:
    with statements() as sent, product.opened(rect.url) as database:
        rows = [*database.read(), *database.read(LATER)]
        database.newest_change()
    assert len(rows) == ALL
    selects = [statement for statement in sent if "FROM" in statement]
    assert len(selects) == 9 + 9 + 1
    for statement in selects:
        assert re.match(r"SELECT|WITH", statement)
        assert "*" not in statement
        assert not re.search("|".join(PERSONAL), statement)
        tables = re.findall(r"(?:FROM|JOIN) (\w+)", statement)
        known = {table for table, _ in COLUMNS}
        assert {t for t in tables if not t.startswith(("changed_", "to_read_", "anon"))} <= known


def test_whoever_may_read_those_columns_alone_can_read_it(database: Database) -> None:
    role = f"reader_{database.schema}"
    database.run(f"CREATE ROLE {role}", f"GRANT USAGE ON SCHEMA {database.schema} TO {role}")
    try:
        for table in metadata.tables.values():
            columns = ", ".join(column.name for column in table.c)
            database.run(f"GRANT SELECT ({columns}) ON {table.name} TO {role}")
        with product.opened(as_role(database.url, role)) as opened:
            assert len([*opened.read()]) == ALL
            assert [*opened.read(LATER)] == []
            assert opened.newest_change() is not None
            with pytest.raises(DBAPIError, match="permission denied"):
                opened.connection.execute(text("SELECT trs_last_name FROM teachers"))
    finally:
        database.run(f"DROP OWNED BY {role}", f"DROP ROLE {role}")


def as_role(url: str, role: str) -> str:
    options = make_url(url).query["options"]
    return rendered(make_url(url).update_query_dict({"options": f"{options} -crole={role}"}))


def test_the_page_names_every_column_that_is_read() -> None:
    section = PAGE.partition("\n## From RECT\n")[2]
    grants = re.findall(r"^GRANT SELECT \(([^)]*)\)\s+ON\s+(\w+)\s+TO", section, re.MULTILINE)
    told = {(table, column.strip()) for columns, table in grants for column in columns.split(",")}
    assert told == COLUMNS


def test_it_cannot_be_written(rect: Database) -> None:
    with product.opened(rect.url) as opened:
        asked = "SELECT current_setting('transaction_isolation'), current_setting('{}_read_only')"
        found = opened.connection.execute(text(asked.format("transaction"))).one()
        assert tuple(found) == ("repeatable read", "on")
        with pytest.raises(DBAPIError, match="read-only transaction"):
            opened.connection.execute(text("DELETE FROM declarations"))


def test_it_is_read_in_one_state(rect: Database) -> None:
    with product.opened(rect.url) as opened:
        rows = opened.read()
        first = [next(rows)]
        with rect.otherwise("contract_periods", 2021, LATER, enabled=True):
            seen = [*first, *rows]
            again = [*opened.read()]
            newest = opened.newest_change()
    assert seen == again == rect.read()
    assert newest is not None
    assert newest < LATER


def test_rows_come_by_a_cursor_on_the_server(rect: Database) -> None:
    with statements() as sent, product.opened(rect.url) as opened:
        rows = opened.read()
        next(rows)
        found = opened.connection.execute(
            text("SELECT count(*) FROM pg_cursors WHERE position('teachers.trn' in statement) > 0")
        ).scalar()
        assert not any("gias_schools" in statement for statement in sent), "a table at a time"
    assert found == 1


def test_the_newest_change(rect: Database, database: Database) -> None:
    with rect.otherwise("lead_providers", 1, LATER, name="Eastway"):
        assert newest(rect) == LATER
    with rect.otherwise("lead_providers", 1, LATER.replace(year=9000), name="Eastway"):
        ahead = newest(rect)
    now = rect.connection.execute("SELECT now()").fetchone()
    assert ahead is not None
    assert now is not None
    assert LATER < ahead <= now[0], "a clock that is wrong does not stop what comes later"
    database.run(f"TRUNCATE {', '.join(metadata.tables)} CASCADE")
    assert newest(database) is None
    assert database.read() == []


def newest(database: Database) -> object:
    with product.opened(database.url) as opened:
        return opened.newest_change()


URLS: dict[str, tuple[str, str]] = {
    "another kind": (
        "sqlite:///facts.sqlite",
        "RECT is a PostgreSQL database; write its URL like postgresql://user@host/name",
    ),
    "no URL": (
        "teachers.csv",
        "RECT is a PostgreSQL database; write its URL like postgresql://user@host/name",
    ),
    "nobody there": (
        "postgresql://who:secret@127.0.0.1:1/rect",
        "the RECT database postgresql://127.0.0.1:1/rect cannot be read: connection",
    ),
}


@pytest.mark.parametrize("case", URLS)
def test_a_database_that_cannot_be_read(case: str) -> None:
    url, words = URLS[case]
    with pytest.raises(EctRulesError) as error, product.opened(url) as opened:
        [*opened.read()]
    assert str(error.value).startswith(words)
    assert "secret" not in str(error.value)
    assert "\n" not in str(error.value)


SPOILT: dict[str, tuple[str, str]] = {
    "of something else": ("DROP TABLE declarations", 'relation "declarations" does not exist'),
    "of another release": (
        "ALTER TABLE teachers DROP COLUMN trs_response",
        "column teachers.trs_response does not exist",
    ),
    "with a day that is none": (
        "UPDATE training_periods SET finished_on = 'infinity' WHERE id = 601",
        "",
    ),
}


@pytest.mark.parametrize("case", SPOILT)
def test_a_database_that_is_not_as_it_should_be(database: Database, case: str) -> None:
    statement, words = SPOILT[case]
    database.run(statement)
    with pytest.raises(EctRulesError) as error, product.opened(database.url) as opened:
        [*opened.read()]
    assert f" cannot be read: {words}" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_connection_that_breaks_is_told_of(rect: Database) -> None:
    def broken() -> None:
        with product.opened(rect.url) as opened:
            pid = opened.connection.execute(text("SELECT pg_backend_pid()")).scalar()
            rect.connection.execute("SELECT pg_terminate_backend(%s)", [pid])
            [*opened.read()]

    with pytest.raises(EctRulesError, match="cannot be read: "):
        broken()
