"""Looking a store over: what a doctor finds, and what it advises."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ect_rules import catalogue
from ect_rules.facts import EctAtSchoolPeriod, MentorAtSchoolPeriod, School, Teacher
from ect_rules.generate import population
from ect_rules.store.doctor import SHOWN_OF_A_KIND, examine
from ect_rules.store.store import Store
from tests.cli.asking import ect_rules
from tests.store.keeping import put, url

PEOPLE = list(population(30, 1))
START = date(2025, 9, 1)
CATALOGUE = catalogue.load()


def found(store: Store) -> list[str]:
    return [finding.words for finding in examine(store, CATALOGUE)]


def test_nothing_is_found_where_nothing_is_wrong(store: Store) -> None:
    put(store, *PEOPLE)
    assert found(store) == []


def _changed(store: Store, statement: str) -> None:
    with store.engine.begin() as connection:
        connection.exec_driver_sql(statement)


# What is done to a store, and what is then found first.
CASES: dict[str, tuple[Callable[[Store], object], str]] = {
    "a row was changed": (
        lambda store: _changed(store, "UPDATE schools SET gias_type = 'other'"),
        "Revision 1: The row was changed. (row 1 of schools)",
    ),
    "a period of nobody": (
        lambda store: put(store, EctAtSchoolPeriod("e", "1999999", "100001", START)),
        "EctAtSchoolPeriod e, trn: names no teacher",
    ),
    "a period that ends before it begins": (
        lambda store: put(
            store,
            Teacher("1999999"),
            MentorAtSchoolPeriod("m", "1999999", "100001", START, date(2025, 8, 1)),
        ),
        "MentorAtSchoolPeriod m, finished_on: ",
    ),
    "two periods at once": (
        lambda store: put(
            store,
            Teacher("1999999"),
            EctAtSchoolPeriod("e", "1999999", "100001", START),
            EctAtSchoolPeriod("f", "1999999", "100002", START),
        ),
        "EctAtSchoolPeriod e, ",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_finds(store: Store, case: str) -> None:
    harm, first = CASES[case]
    put(store, School("100001"), School("100002"))
    harm(store)
    words = found(store)
    assert words[0].startswith(first)
    assert not any("1999999" in each for each in words), "no TRN is shown"


def test_of_many_findings_it_shows_some(store: Store) -> None:
    count = SHOWN_OF_A_KIND + 5
    put(store, *(EctAtSchoolPeriod(f"e{n}", "1999999", "100001", START) for n in range(count)))
    words = found(store)
    assert sum("names no teacher" in each for each in words) == SHOWN_OF_A_KIND
    assert "5 more findings of NOT_FOUND." in words


def test_a_damaged_file_is_told_of(tmp_path: Path) -> None:
    file = tmp_path / "facts.sqlite"
    store = Store.open(url(file))
    put(store, *PEOPLE)
    store.wipe()
    store.close()
    with file.open("r+b") as opened:
        opened.seek(file.stat().st_size // 2)
        opened.write(b"\xff" * 4096)
    said = ect_rules("doctor", "--database", url(file))
    assert said.status == 1
    assert "damaged" in said.out or "malformed" in said.err


def test_as_an_operator_has_it(tmp_path: Path) -> None:
    file = tmp_path / "facts.sqlite"
    said = ect_rules("doctor", "--database", url(file))
    assert (said.status, said.line) == (
        1,
        "there is no store there yet; a server makes one when it starts",
    )
    assert not file.exists()
    store = Store.open(url(file))
    put(store, *PEOPLE)
    said = ect_rules("doctor", "--database", url(file))
    assert (said.status, said.err, said.lines) == (0, "", ["revision 1: nothing is wrong"])
    _changed(store, "DELETE FROM schools WHERE row = 1")
    said = ect_rules("doctor", "--database", url(file))
    assert (said.status, said.err.strip()) == (1, f"ect-rules: {len(said.lines) // 2} findings")
    assert said.lines[1].startswith("  Put back a backup")
    store.close()
