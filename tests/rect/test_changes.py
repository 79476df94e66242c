"""What has changed is read, with what is mapped together with it, and that comes to the same as all."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from ect_rules.rect import Mapped, Rect, Unmapped
from ect_rules.world import key
from tests.rect.telling import KEYS, LATER, WRITTEN, Database, Facts, unmapped

OVERLAP = timedelta(minutes=15)


def test_where_nothing_has_changed_nothing_is_read(rect: Database) -> None:
    assert rect.read(WRITTEN + timedelta(microseconds=1)) == []
    assert rect.read(WRITTEN) == rect.read()


OF_30 = {"teachers 30", "mentor_at_school_periods 301"}
OF_1 = {"teachers 1", "ect_at_school_periods 101"}
# What is changed, and which rows are read: those that say something else now, and what these name.
CHANGED: dict[str, tuple[tuple[str, int, dict[str, Any]], set[str]]] = {
    "a declaration": (
        ("declarations", 801, {"payment_status": "payable"}),
        {"declarations 801", "training_periods 640", *OF_30},
    ),
    "training": (
        ("training_periods", 640, {"deferred_at": "2026-01-10"}),
        {"training_periods 640", "declarations 801", *OF_30},
    ),
    "a mentorship": (
        ("mentorship_periods", 501, {"finished_on": "2026-01-10"}),
        {"mentorship_periods 501", *OF_1, *OF_30},
    ),
    "induction": (
        ("induction_periods", 700, {"finished_on": "2026-01-10"}),
        {"induction_periods 700", "teachers 1"},
    ),
    "an ECT": (
        ("teachers", 1, {"trn": "3999999"}),
        {
            *OF_1,
            *OF_30,
            "mentorship_periods 501",
            "training_periods 601",
            "induction_periods 700",
            "declarations 805",
        },
    ),
    "the contract period of a choice": (
        ("active_lead_providers", 15, {"contract_period_year": 2021}),
        {
            "training_periods 642",
            "declarations 804",
            "mentor_at_school_periods 305",
            "teachers 34",
        },
    ),
    "the provider of a partnership": (
        ("lead_provider_delivery_partnerships", 23, {"active_lead_provider_id": 15}),
        {
            "training_periods 622",
            "training_periods 654",
            "ect_at_school_periods 121",
            "mentor_at_school_periods 318",
            "teachers 21",
            "teachers 46",
        },
    ),
    "the contract period of a schedule": (
        ("schedules", 46, {"contract_period_year": 2021}),
        {
            "training_periods 642",
            "declarations 804",
            "mentor_at_school_periods 305",
            "teachers 34",
        },
    ),
    "a contract period": (
        ("contract_periods", 2024, {"enabled": False}),
        {"contract_periods 2024"},
    ),
    "a school in GIAS": (
        ("gias_schools", 100001, {"status": "closed"}),
        {"gias_schools 100001"},
    ),
}


@pytest.mark.parametrize("case", CHANGED)
def test_what_is_read_after_a_change(rect: Database, case: str) -> None:
    (table, key, values), expected = CHANGED[case]
    with rect.otherwise(table, key, **values):
        read = rect.read(LATER)
        everything = rect.read()
    assert {f"{row.table} {row.key}" for row in read} == expected
    assert [row for row in everything if row in read] == read, "in the same order"


def test_a_school_of_the_service_brings_everybody_there(rect: Database) -> None:
    with rect.otherwise("schools", 6, marked_as_eligible=True):
        read = {f"{row.table} {row.key}" for row in rect.read(LATER)}
    assert {"gias_schools 100006", "ect_at_school_periods 126", "teachers 26"} <= read
    assert not any(row.startswith("gias_schools") for row in read - {"gias_schools 100006"})


@pytest.fixture(scope="module")
def engine(rect: Database) -> Iterator[Engine]:
    made = create_engine(make_url(rect.url).set(drivername="postgresql+psycopg"))
    yield made
    made.dispose()


DAYS = ["2023-09-01", "2025-09-01", "2025-10-01", "2026-01-15", None]
INSTANTS = ["2025-10-01 08:00", None]
PERIOD = {"started_on": DAYS[:-1], "finished_on": DAYS}
ECTS, MENTORS = [101, 102, 103, 121, 126, None], [301, 302, 303, 315, None]
SCHOOLS, TEACHERS = [1, 2, 3, 4, 5, 6], [1, 2, 3, 21, 26, 30, 31, 32, 45]
TRAINING = [601, 602, 619, 620, 640, 642, 646, 651]
# What may become of a row, column by column; nulls where RECT has none are refused by it.
MAY_BE: dict[str, tuple[list[int], dict[str, list[Any]]]] = {
    "teachers": (
        TEACHERS,
        {
            "trn": ["new", "3000001", "12345", None],
            "trs_induction_status": ["Passed", "Novel", None],
            "trs_response": ["gone", "ok", None],
            "anonymised_at": INSTANTS,
            "trs_qts_awarded_on": DAYS,
            "mentor_became_ineligible_for_funding_on": DAYS,
            "ect_first_became_eligible_for_training_at": INSTANTS,
        },
    ),
    "ect_at_school_periods": (
        [101, 102, 103, 121, 126],
        {
            "teacher_id": TEACHERS,
            "school_id": SCHOOLS,
            "reported_leaving_by_school_id": [*SCHOOLS, None],
            **PERIOD,
        },
    ),
    "mentor_at_school_periods": (
        [301, 302, 303, 315],
        {"teacher_id": TEACHERS, "school_id": SCHOOLS, **PERIOD},
    ),
    "mentorship_periods": (
        [501, 502, 503, 504],
        {"ect_at_school_period_id": ECTS, "mentor_at_school_period_id": MENTORS, **PERIOD},
    ),
    "training_periods": (
        TRAINING,
        {
            "ect_at_school_period_id": ECTS,
            "mentor_at_school_period_id": MENTORS,
            "school_partnership_id": [31, 33, 35, 39, None],
            "expression_of_interest_id": [12, 13, 15, None],
            "schedule_id": [41, 44, None],
            "training_programme": ["provider_led", "school_led"],
            "deferred_at": INSTANTS,
            **PERIOD,
        },
    ),
    "induction_periods": (
        [700, 705, 706],
        {"teacher_id": [*TEACHERS, None], "outcome": ["pass", None], **PERIOD},
    ),
    "declarations": (
        [801, 802, 805, 806],
        {
            "training_period_id": [*TRAINING, 9999, None],
            "payment_status": ["paid", "voided"],
            "clawback_status": ["no_clawback", "clawed_back"],
        },
    ),
    "gias_schools": (
        [100001, 100005, 100006],
        {"status": ["open", "closed"], "type_name": ["Studio schools", "Novel school"]},
    ),
    "schools": ([1, 5, 6], {"marked_as_eligible": [True, False]}),
    "school_partnerships": ([31, 33, 39], {"lead_provider_delivery_partnership_id": [21, 25, 99]}),
    "lead_provider_delivery_partnerships": (
        [21, 22, 25],
        {"active_lead_provider_id": [11, 12, 14, 99]},
    ),
    "active_lead_providers": (
        [11, 12, 15],
        {"lead_provider_id": [1, 2], "contract_period_year": [2021, 2023, 2026]},
    ),
    "lead_providers": ([1, 2], {"name": ["Eastway", "Westway", ""]}),
    "schedules": ([41, 44], {"contract_period_year": [2023, 2026]}),
    "contract_periods": ([2024, 2025], {"enabled": [True, False]}),
}
INSERTS = [
    (
        "INSERT INTO teachers (id, trn, trnless, created_at, updated_at)"
        " VALUES ({id}, '{trn}', false, '{at}', '{at}')"
    ),
    (
        "INSERT INTO ect_at_school_periods (id, teacher_id, school_id, started_on, created_at,"
        " updated_at) VALUES ({id}, {teacher}, 2, '2026-02-01', '{at}', '{at}')"
    ),
    (
        "INSERT INTO mentor_at_school_periods"
        " (id, teacher_id, school_id, started_on, created_at, updated_at)"
        " VALUES ({id}, {teacher}, 2, '2026-02-01', '{at}', '{at}')"
    ),
    (
        "INSERT INTO declarations (id, training_period_id, delivery_partner_when_created_id, created_at,"
        " updated_at) VALUES ({id}, {training}, 1, '{at}', '{at}')"
    ),
]


@st.composite
def an_update(draw: st.DrawFn) -> dict[str, Any]:
    """A change of one column of one row."""
    table = draw(st.sampled_from([*MAY_BE]))
    keys, columns = MAY_BE[table]
    column = draw(st.sampled_from([*columns]))
    value = draw(st.sampled_from(columns[column]))
    return {"table": table, "key": draw(st.sampled_from(keys)), "column": column, "value": value}


an_insert = st.fixed_dictionaries(
    {
        "insert": st.sampled_from(INSERTS),
        "teacher": st.sampled_from(TEACHERS),
        "training": st.sampled_from(TRAINING),
    }
)
# How many minutes before the newest change of its round a row says that it was changed: a long
# transaction is seen late.
a_change = st.tuples(st.one_of(an_update(), an_update(), an_insert), st.integers(0, 59))
rounds = st.lists(st.lists(a_change, min_size=1, max_size=30), min_size=2, max_size=3)


@settings(max_examples=settings().max_examples // 8)
@given(rounds=rounds)
def test_reading_what_has_changed_comes_to_the_same_as_reading_all(
    engine: Engine, rounds: list[list[tuple[dict[str, Any], int]]]
) -> None:
    with engine.connect() as connection:
        rect = Rect(connection, "RECT")
        by_changes = facts(rect.read())
        by_all = dict(by_changes)
        told_before: set[str] = set()
        ids = count(1_000)
        for number, changes in enumerate(rounds, 1):
            newest = rect.newest_change()
            assert newest is not None
            at = LATER + timedelta(minutes=45 * number)
            for change, minutes in changes:
                make(connection, change, at - timedelta(minutes=minutes), next(ids))
            some, everything = [*rect.read(newest - OVERLAP)], [*rect.read()]
            by_changes |= facts(some)
            by_all |= facts(everything)
            assert by_changes == by_all
            told = {*unmapped(everything)}
            assert told - told_before <= {*unmapped(some)} <= told
            told_before = told
        connection.rollback()


def facts(rows: Iterable[Mapped | Unmapped]) -> Facts:
    return {key(row.record): row.record for row in rows if isinstance(row, Mapped)}


def make(connection: Connection, change: dict[str, Any], at: datetime, new_id: int) -> None:
    """Make a change, unless RECT refuses it."""
    values = {"at": at.replace(tzinfo=None), "key": change.get("key"), "value": change.get("value")}
    trn = f"39{new_id:05}"
    if "insert" in change:
        made = {"id": new_id, "trn": trn, "at": values["at"]}
        statements = [change["insert"].format(**change | made)]
    else:
        table, column = change["table"], change["column"]
        where = f"WHERE {KEYS.get(table, 'id')} = :key"
        also = ""
        if column == "trn":
            values["value"] = trn if values["value"] == "new" else values["value"]
            also = f"trnless = {values['value'] is None}, "
        statements = [f"UPDATE {table} SET {also}{column} = :value, updated_at = :at {where}"]  # noqa: S608
        if column == "teacher_id":  # whom it was about no longer is, and RECT merges both rows
            former = f"SELECT teacher_id FROM {table} {where}"  # noqa: S608
            statements.insert(0, f"UPDATE teachers SET updated_at = :at WHERE id = ({former})")  # noqa: S608
    with suppress(DBAPIError), connection.begin_nested():
        for statement in statements:
            connection.execute(text(statement), values)
