"""Whatever is changed behind the store's back, the ledger shows it."""

from datetime import UTC, date, datetime

import pytest
from attrs import fields

from ect_rules.facts import EctAtSchoolPeriod, Record, School, Teacher
from ect_rules.store.ledger import SALT_BYTES, is_sealed, seal
from ect_rules.store.store import Store
from ect_rules.store.tables import TABLES
from tests.store.keeping import do, faults, put, withdraw

TEACHER = Teacher("1000001", prohibited_from_teaching=False)
PERIOD = EctAtSchoolPeriod("e", "1000001", "100001", date(2025, 9, 1))


@pytest.fixture
def written(store: Store) -> Store:
    """Four revisions: some records, one replaced, one withdrawn, another."""
    put(store, TEACHER, School("100001"), PERIOD)
    put(store, Teacher("1000001", prohibited_from_teaching=True))
    withdraw(store, PERIOD)
    put(store, Teacher("1000002"))
    return store


def tamper(store: Store, *statements: str) -> None:
    with store.engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def told(store: Store, known: dict[int, bytes] | None = None) -> list[tuple[int, str]]:
    return [(fault.revision, fault.table) for fault in faults(store, known)]


def entry_of(store: Store, revision: int) -> bytes:
    with store.engine.connect() as connection:
        found = connection.exec_driver_sql(
            f"SELECT entry FROM revisions WHERE revision = {revision}"  # noqa: S608
        )
        return bytes(found.scalar_one())


def test_nothing_is_found_where_nothing_was_done(written: Store) -> None:
    assert told(written) == []
    assert told(written, {2: entry_of(written, 2)}) == []


# What is done behind the store's back, and at which revisions and in which table it shows.
TAMPERING: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "a fact": (
        "UPDATE teachers SET prohibited_from_teaching = (1 = 0) WHERE recorded_at = 2",
        [(2, "teachers")],
    ),
    "whose it is": ("UPDATE schools SET urn = '100002'", [(1, "schools")]),
    "a value that there is not": (
        "UPDATE teachers SET trs_induction_status = 'Genius' WHERE recorded_at = 4",
        [(4, "teachers")],
    ),
    "a row that is opened again": (
        "UPDATE ect_at_school_periods SET superseded_at = 4611686018427387904",
        [(3, "")],
    ),
    "a row that is closed": ("UPDATE schools SET superseded_at = 4", [(4, "")]),
    "a row that is closed earlier": (
        "UPDATE ect_at_school_periods SET superseded_at = 2",
        [(2, ""), (3, "")],
    ),
    "a row that is gone": ("DELETE FROM schools", [(1, "")]),
    "a row of an earlier revision": (
        "UPDATE teachers SET recorded_at = 3 WHERE recorded_at = 4",
        [(3, "teachers"), (3, ""), (4, "")],
    ),
    "a row of a later revision": (
        "UPDATE teachers SET recorded_at = 9 WHERE recorded_at = 4",
        [(4, ""), (9, "")],
    ),
    "when it was": (
        "UPDATE revisions SET committed_at = '2020-01-01 00:00:00.000000' WHERE revision = 3",
        [(3, "")],
    ),
    "what wrote it": ("UPDATE revisions SET method = 'Other' WHERE revision = 1", [(1, "")]),
    "a revision that is gone": ("DELETE FROM revisions WHERE revision = 2", [(2, ""), (3, "")]),
    "the head": ("UPDATE head SET entry = (SELECT entry FROM revisions LIMIT 1)", [(4, "")]),
    "a tombstone in place of a row": (
        (
            "INSERT INTO tombstones (kind, digest, recorded_at, superseded_at, erased_at) "
            "SELECT 'schools', substr(seal, 17), recorded_at, superseded_at, 4 FROM schools; "
            "DELETE FROM schools"
        ),
        [(4, "")],
    ),
}


@pytest.mark.parametrize("case", TAMPERING)
def test_it_shows_where_it_was_done(written: Store, case: str) -> None:
    statements, where = TAMPERING[case]
    tamper(written, *statements.split("; "))
    assert sorted(told(written)) == sorted(where)


def test_a_chain_made_anew_shows_against_an_entry_noted_before(written: Store) -> None:
    noted = {3: entry_of(written, 3)}
    tamper(written, "DELETE FROM revisions", "UPDATE head SET revision = 0")
    for table in TABLES.values():
        tamper(written, f"DELETE FROM {table.name}")  # noqa: S608
    tamper(written, "DELETE FROM requests")
    tamper(written, _zero(written))
    for number in range(4):
        put(written, Teacher(f"200000{number}"))
    assert told(written) == []
    assert told(written, noted) == [(3, "")]


def _zero(store: Store) -> str:
    zero = (
        "zeroblob(32)"
        if store.engine.dialect.name == "sqlite"
        else "decode(repeat('00', 32), 'hex')"
    )
    return f"UPDATE head SET entry = {zero}"  # noqa: S608


def test_what_is_written_and_withdrawn_at_once_is_no_revision(written: Store) -> None:
    def both(transaction):
        transaction.put([Teacher("3000001")])
        transaction.withdraw([Teacher("3000001")])

    assert do(written, both) == 4
    assert told(written) == []


WHOLE: list[Record] = [
    TEACHER,
    PERIOD,
    Teacher(
        "1000001",
        qts_awarded_on=date(2020, 1, 1),
        ect_first_became_eligible_for_training_at=datetime(2025, 1, 1, 12, 30, tzinfo=UTC),
    ),
]


@pytest.mark.parametrize("record", WHOLE)
def test_a_seal_is_of_one_row_alone(record: Record) -> None:
    columns = {f.name: getattr(record, f.name) for f in fields(type(record))}
    made = seal("teachers", 3, columns)
    assert is_sealed("teachers", 3, columns, made)
    assert seal("teachers", 3, columns) != made, "of equal rows nobody sees that they are equal"
    assert not is_sealed("schools", 3, columns, made)
    assert not is_sealed("teachers", 4, columns, made)
    for name in columns:
        assert not is_sealed("teachers", 3, {**columns, name: "other"}, made)
    assert not is_sealed("teachers", 3, columns, bytes(SALT_BYTES) + made[SALT_BYTES:])


def test_a_new_column_that_says_nothing_changes_no_seal() -> None:
    made = seal("teachers", 3, {"trn": "1000001"})
    assert is_sealed("teachers", 3, {"trn": "1000001", "new": None}, made)
