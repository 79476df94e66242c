"""`ect-rules import-rect`: what it says, what it writes, and what it goes on from."""

import csv
import json
import random
from collections.abc import Generator, Iterator
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from ect_rules import rect as product
from ect_rules.cli.sent import Sent
from ect_rules.errors import EctRulesError
from ect_rules.rect import Mapped
from ect_rules.rect.tables import metadata
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.version import VERSION
from ect_rules.wire.messages import message
from tests.cli.asking import ect_rules as process
from tests.rect.importing import Server, ect_rules, serving
from tests.rect.telling import ALL, LATER, Database
from tests.service.talking import new_id, refused

ALL_NEW = f"revision 1: {ALL} added, 0 replaced, 0 unchanged"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path / "facts.sqlite") as made:
        yield made


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state.json"


def test_all_is_imported_and_again_makes_no_revision(rect: Database, server: Server) -> None:
    checked = server.imported(rect, "--validate-only")
    assert (checked.status, checked.err) == (0, "")
    assert checked.out == f"nothing is written; it would be {ALL_NEW}\n"
    assert server.talk.revision() == 0

    first = server.imported(rect)
    assert (first.status, first.out, first.err) == (0, f"{ALL_NEW}\n", "")
    assert server.records() == {*rect.records()}

    again = server.imported(rect)
    assert (again.status, again.err) == (0, "")
    assert again.out == f"revision 1: 0 added, 0 replaced, {ALL} unchanged; no new revision\n"
    assert server.talk.revision() == 1


def test_a_person_at_a_terminal_has_it_too(rect: Database, server: Server) -> None:
    said = process(
        "import-rect", "--address", server.address, RECT_DATABASE_URL=rect.url, COLUMNS="400"
    )
    assert (said.status, said.out, said.err) == (0, f"{ALL_NEW}\n", "")


def test_only_what_has_changed_is_sent(rect: Database, server: Server, state: Path) -> None:
    assert server.imported(rect, "--changed-since", state).out == f"{ALL_NEW}\n"
    told = json.loads(state.read_text())
    assert told == {
        "database": "postgresql:///postgres" if "host=%2F" in rect.url else told["database"],
        "release": VERSION,
        "changed_since": "2025-09-01T08:00:00+00:00",
        "revision": 1,
    }
    state.write_text(json.dumps(told | {"changed_since": "2025-09-01T09:00:00.000001+00:00"}))
    nothing = server.imported(rect, "--changed-since", state, "--overlap", "0")
    assert nothing.out == "revision 1: 0 added, 0 replaced, 0 unchanged; no new revision\n"
    overlapping = server.imported(rect, "--changed-since", state)
    assert overlapping.out == f"revision 1: 0 added, 0 replaced, {ALL} unchanged; no new revision\n"
    state.write_text(state.read_text().replace("T08:00:00", "T10:00:00"))
    with rect.otherwise("declarations", 801, LATER, payment_status="payable"):
        said = server.imported(rect, "--changed-since", state, "--overlap", "30")
        assert said.out == "revision 2: 0 added, 1 replaced, 3 unchanged\n"
        assert server.records() == {*rect.records()}
    told = json.loads(state.read_text())
    assert (told["changed_since"], told["revision"]) == ("2025-09-02T08:30:00+00:00", 2)
    assert [*state.parent.glob(".*")] == []


KEPT: dict[str, tuple[dict[str, Any], str]] = {
    "of another database": (
        {"database": "postgresql://elsewhere/rect"},
        "{state} tells of an import from postgresql://elsewhere/rect; name another file",
    ),
    "of another server": (
        {"revision": 7},
        (
            "{state} tells of revision 7, and {address} is at 1: it is another server, or was set back; "
            "name another file, and everything is read"
        ),
    ),
    "without a revision": ({"revision": None}, "{state} holds no state of an import from RECT; "),
    "without a zone": (
        {"changed_since": "2025-09-01T09:00:00"},
        "{state} holds no state of an import from RECT; ",
    ),
}


def test_a_state_that_does_not_fit(rect: Database, server: Server, state: Path) -> None:
    server.imported(rect, "--changed-since", state)
    told = json.loads(state.read_text())
    for values, beginning in KEPT.values():
        state.write_text(json.dumps(told | values))
        before = state.read_text()
        said = server.imported(rect, "--changed-since", state)
        assert said.status == 1
        assert said.line.startswith(beginning.format(state=state, address=server.address))
        assert state.read_text() == before


def test_a_file_of_something_else(rect: Database, server: Server, state: Path) -> None:
    for text in (b"", b"{}", b"[]", b"\xff", b'"since ever"'):
        state.write_bytes(text)
        said = server.imported(rect, "--changed-since", state)
        assert said.status == 1
        assert said.line.startswith(f"{state} holds no state of an import from RECT; ")
    assert server.talk.revision() == 0


def test_another_release_reads_everything(rect: Database, server: Server, state: Path) -> None:
    server.imported(rect, "--changed-since", state)
    told = json.loads(state.read_text())
    later = {"release": "0.0.1", "changed_since": "2026-01-01T00:00:00+00:00"}
    state.write_text(json.dumps(told | later))
    said = server.imported(rect, "--changed-since", state)
    assert said.err == f"{state} is of release 0.0.1: everything is read\n"
    assert said.out.startswith("revision 1: 0 added, 0 replaced, 202 unchanged")
    assert json.loads(state.read_text()) == told


def test_the_state_tells_only_of_what_was_acknowledged(
    rect: Database, server: Server, state: Path
) -> None:
    server.imported(rect, "--changed-since", state, "--validate-only")
    assert not state.exists()
    with rect.otherwise("teachers", 1, trn=None, trnless=True):
        assert server.imported(rect, "--changed-since", state).status == 1
    assert not state.exists()
    with rect.otherwise("mentorship_periods", 501, started_on="2020-09-01"):
        assert server.imported(rect, "--changed-since", state).status == 1
    assert not state.exists()
    nobody = ect_rules(
        "import-rect", rect.url, "--changed-since", state, "--address", "127.0.0.1:1"
    )
    assert nobody.status == 3
    assert nobody.line == "no server answers at 127.0.0.1:1; start one with: ect-rules serve"
    assert not state.exists()


def test_a_state_that_cannot_be_written(rect: Database, server: Server, tmp_path: Path) -> None:
    said = server.imported(rect, "--changed-since", tmp_path / "nowhere" / "state.json")
    assert said.status == 1
    assert "No such file or directory" in said.line


def test_rows_that_make_no_record(rect: Database, server: Server, tmp_path: Path) -> None:
    report = tmp_path / "left_out.csv"
    with rect.otherwise("training_periods", 602, ect_at_school_period_id=None):
        said = server.imported(rect, "--report", report)
        assert (said.status, said.out) == (1, "")
        assert said.err.splitlines() == [
            (
                "ect-rules: training_periods 602 trainee: set exactly one of ect_at_school_period_id and "
                "mentor_at_school_period_id"
            ),
            (
                "ect-rules: 1 row makes no record, and nothing is written; correct RECT, or import the "
                "rest with --leave-out"
            ),
        ]
        assert server.talk.revision() == 0
        with report.open(newline="") as file:
            [row] = csv.DictReader(file)
        assert (row["table"], row["key"], row["column"]) == ("training_periods", "602", "trainee")
        assert (row["reason"], row["problem"][:16]) == ("TRAINEE_NOT_ONE", "set exactly one ")

        rest = server.imported(rect, "--leave-out")
        assert rest.status == 0
        assert rest.out == (
            "revision 1: 201 added, 0 replaced, 0 unchanged; 1 left out, 0 of them about nobody\n"
        )
        assert rest.err.startswith("ect-rules: training_periods 602 trainee: ")
    assert server.imported(rect).out == "revision 2: 1 added, 0 replaced, 201 unchanged\n"


def test_rows_about_nobody_are_left_out_and_counted(
    rect: Database, server: Server, tmp_path: Path
) -> None:
    report = tmp_path / "left_out.csv"
    with rect.otherwise("induction_periods", 700, teacher_id=None):
        said = server.imported(rect, "--report", report)
    assert (said.status, said.err) == (0, "")
    assert said.out.endswith("; 1 left out, 1 of them about nobody\n")
    assert report.read_text().splitlines()[1] == (
        "induction_periods,700,teacher_id,is not set: it is about nobody,OF_NO_TEACHER"
    )


def test_many_rows_are_cut_short(database: Database, server: Server) -> None:
    database.run("UPDATE teachers SET trn = NULL, trnless = true")
    said = server.imported(database)
    *rows, more, last = said.err.splitlines()
    assert len(rows) == 20
    assert more == "ect-rules: and 170 more"
    assert last.startswith("ect-rules: 190 rows make no record, and nothing is written; ")
    assert server.talk.revision() == 0


def test_what_the_server_refuses_is_named_by_its_row(
    rect: Database, server: Server, state: Path
) -> None:
    said_of = "The ECT is not at the school on all of these days. (OUTSIDE_ECT_PERIOD)"
    expected = f"ect-rules: mentorship_periods 501 started_on: {said_of}"
    with rect.otherwise("mentorship_periods", 501, started_on="2020-09-01"):
        said = server.imported(rect)
        assert (said.status, said.out) == (1, "")
        assert expected in said.err.splitlines()
    server.imported(rect, "--changed-since", state)
    state.write_text(state.read_text().replace("T08:00:00", "T10:00:00"))
    with rect.otherwise("mentorship_periods", 501, started_on="2020-09-01"):
        said = server.imported(rect, "--changed-since", state)
        assert (said.status, said.out) == (1, "")
        assert expected in said.err.splitlines()
    assert server.talk.revision() == 1


WRONG: dict[str, tuple[str, str]] = {
    "another kind of database": ("sqlite:///rect.sqlite", "RECT is a PostgreSQL database; "),
    "nobody there": (
        "postgresql://who:secret@127.0.0.1:1/rect",
        "the RECT database postgresql://127.0.0.1:1/rect cannot be read: ",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_database_that_cannot_be_read(server: Server, case: str) -> None:
    url, beginning = WRONG[case]
    said = ect_rules("import-rect", url, "--address", server.address)
    assert said.status == 1
    assert said.line.startswith(beginning)
    assert "secret" not in said.line


def test_where_reading_breaks_while_it_is_sent_it_is_said(rect: Database, server: Server) -> None:
    def rows() -> Generator[Mapped]:
        yield from (row for row in rect.read() if isinstance(row, Mapped))
        raise EctRulesError("the connection is gone")

    sent = Sent(rows())
    header = pb.ImportRecordsRequest(header=pb.ImportHeader(request_id=new_id()))
    batches = (
        pb.ImportRecordsRequest(batch=pb.ImportBatch(records=[message(row.record)])) for row in sent
    )
    hidden = refused(lambda: server.talk.records.ImportRecords(chain([header], batches)))
    assert "gone" not in hidden.text
    with pytest.raises(EctRulesError, match="the connection is gone"):
        sent.stop()
    assert server.talk.revision() == 0


def test_once_stopped_nothing_more_is_read(rect: Database) -> None:
    with product.opened(rect.url) as database:
        sent = Sent(row for row in database.read() if isinstance(row, Mapped))
        first = next(sent)
        sent.stop()
        assert [*sent] == []
        assert next(database.read()) == first, "the connection is free"


def test_changes_sent_to_one_server_come_to_the_same_as_all_sent_to_another(
    database: Database, server: Server, state: Path, tmp_path: Path
) -> None:
    dice = random.Random(1)  # noqa: S311
    database.update("schedules", 47, LATER, contract_period_year=2026)
    with serving(tmp_path / "other.sqlite") as other:
        outs = [
            server.imported(database, "--changed-since", state).out,
            other.imported(database).out,
        ]
        assert outs == [f"{ALL_NEW}\n"] * 2
        for number in range(1, 4):
            at = LATER + timedelta(days=number)
            for _ in range(12):
                table, column = dice.choice([*HARMLESS])
                keys, values = HARMLESS[table, column]
                also = {"trnless": True} if column == "trn" else {}
                database.update(
                    table, dice.choice(keys), at, **{column: dice.choice(values)}, **also
                )
            some = server.imported(
                database, "--changed-since", state, "--overlap", "0", "--leave-out"
            )
            everything = other.imported(database, "--leave-out")
            assert (some.status, everything.status) == (0, 0), some.err + everything.err
            assert server.records() == other.records()
            assert some.out.partition(" replaced")[0] == everything.out.partition(" replaced")[0]
            assert some.out != everything.out, "less was sent"
            assert server.talk.revision() == number + 1


# What may be changed without breaking what must hold of records together.
HARMLESS: dict[tuple[str, str], tuple[list[int], list[Any]]] = {
    ("teachers", "trn"): ([1, 2, 30], [None]),
    ("teachers", "trs_induction_status"): ([1, 2, 3, 4], ["Passed", "Failed", "Novel", None]),
    ("teachers", "trs_response"): ([5, 31, 32], ["gone", "ok", None]),
    ("mentor_at_school_periods", "reported_leaving_by_school_id"): ([301, 302], [1, 2, None]),
    ("training_periods", "school_partnership_id"): ([601, 602, 640], [31, 33, None]),
    ("training_periods", "expression_of_interest_id"): ([619, 646], [11, 12, 13]),
    ("training_periods", "deferred_at"): ([601, 640], ["2026-01-01 08:00", None]),
    ("declarations", "payment_status"): ([801, 806], ["payable", "paid", "voided"]),
    ("gias_schools", "status"): ([100001, 100005], ["open", "closed"]),
    ("schools", "marked_as_eligible"): ([1, 5, 6], [True, False]),
    ("school_partnerships", "lead_provider_delivery_partnership_id"): ([33, 39], [21, 23]),
    ("active_lead_providers", "contract_period_year"): ([15], [2021, 2022]),
    ("lead_providers", "name"): ([2], ["Eastway", "Westway"]),
    ("schedules", "contract_period_year"): ([42], [2023, 2024, 2026]),
    ("contract_periods", "enabled"): ([2024, 2025], [True, False]),
}


def test_what_is_missing_in_rect_is_retracted_when_asked(
    database: Database, server: Server, state: Path
) -> None:
    server.imported(database)
    database.run(
        "DELETE FROM declarations WHERE id = 801", "DELETE FROM induction_periods WHERE id = 700"
    )
    kept = server.imported(database)
    assert kept.out == "revision 1: 0 added, 0 replaced, 200 unchanged; no new revision\n"
    said = server.imported(database, "--retract-missing", "--changed-since", state)
    assert said.out == "revision 2: 0 added, 0 replaced, 200 unchanged, 2 retracted\n"
    assert server.records() == {*database.records()}

    some = server.imported(database, "--retract-missing", "--changed-since", state)
    assert some.line == (
        f"--retract-missing needs all of RECT: leave out --changed-since, or move {state} away"
    )
    rest = server.imported(database, "--retract-missing", "--leave-out")
    assert rest.mistake == "--retract-missing would retract what is left out: leave out --leave-out"
    database.run(f"TRUNCATE {', '.join(metadata.tables)} CASCADE")
    nothing = server.imported(database, "--retract-missing")
    assert nothing.line == (
        "RECT holds nothing, so that all would be retracted; look whether it is the right one"
    )
    assert server.talk.revision() == 2
