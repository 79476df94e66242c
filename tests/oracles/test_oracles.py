"""Our rules against the SQL and the decision tables; `make oracles` compares many more."""

from datetime import date

import attrs
import pytest

from ect_rules.facts import Teacher
from ect_rules.world import World
from tests.oracles.asking import CHECKS, Answer, Question
from tests.oracles.comparing import Difference, Tally, batch, not_reached
from tests.oracles.duck import TABLES, Duck
from tests.oracles.showing import show

TEACHERS = 120


@pytest.mark.parametrize("seed", range(3))
def test_every_engine_gives_the_same_answers(seed: int) -> None:
    tally = batch(seed, TEACHERS, most_shown=3)
    assert tally.cases > 500
    assert not tally.shown, "\n" + "\n".join(tally.shown)


def test_the_tables_have_every_field_of_every_record() -> None:
    duck = Duck([])
    for kind, name in TABLES.items():
        columns = [row[0] for row in duck._db.execute(f"describe {name}").fetchall()]
        assert columns == [field.name for field in attrs.fields(kind)]


def test_what_did_not_come_about_is_named() -> None:
    assert "registration: is NOT_KNOWN" in not_reached(Tally())


def test_a_difference_reads_as_the_question_the_answers_and_the_records() -> None:
    question = Question(0, CHECKS[0], "1000001", date(2025, 6, 1))
    shown = show(
        Difference("SQL", question, Answer("LEFT", ("LEFT_SCHOOL",)), None),
        World([Teacher("1000001", prohibited_from_teaching=False)]),
    )
    assert shown.splitlines() == [
        "registration of 1000001 on 2025-06-01",
        "  ours: LEFT: LEFT_SCHOOL",
        "  SQL: no answer",
        "    Teacher: trn 1000001, prohibited_from_teaching no",
    ]
