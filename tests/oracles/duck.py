"""The rules in SQL, on the records as they are told."""

import types
import typing
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from pathlib import Path

import attrs
import duckdb
import pyarrow as pa

from ect_rules import facts
from ect_rules.facts import Record
from tests.oracles.asking import Answer, Question

SQL = Path(__file__).with_name("sql")
SHARED = ("tables", "macros", "school_answers", "mentor_views", "mentor_funding_answers")
TABLES: dict[type, str] = {
    facts.Teacher: "teachers",
    facts.School: "schools",
    facts.EctAtSchoolPeriod: "ect_at_school_periods",
    facts.MentorAtSchoolPeriod: "mentor_at_school_periods",
    facts.MentorshipPeriod: "mentorship_periods",
    facts.TrainingPeriod: "training_periods",
    facts.InductionPeriod: "induction_periods",
    facts.Declaration: "declarations",
    facts.ContractPeriod: "contract_periods",
    facts.EcfEligibility: "ecf_eligibilities",
}
ASKED = pa.schema(
    [
        ("n", pa.int32()),
        ("check_name", pa.string()),
        ("subject", pa.string()),
        ("day", pa.date32()),
        ("urn", pa.string()),
        ("asking_urn", pa.string()),
        ("contract_period", pa.int32()),
    ]
)
_TYPES = {
    bool: pa.bool_(),
    int: pa.int32(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
}


@cache
def text(name: str) -> str:
    """The statement in a file."""
    return (SQL / f"{name}.sql").read_text()


class Duck:
    """A database in memory with these records. `altered`: other text for some of the files."""

    def __init__(self, records: Iterable[Record], altered: dict[str, str] | None = None) -> None:
        self._altered = altered or {}
        self._db = duckdb.connect(config={"threads": 1})
        for name in SHARED:
            self._db.execute(self._text(name))
        kinds: defaultdict[type, list[Record]] = defaultdict(list)
        for record in records:
            kinds[type(record)].append(record)
        for kind, of_kind in kinds.items():
            self._fill(TABLES[kind], _table(kind, of_kind))

    def answers(self, questions: Iterable[Question]) -> dict[int, Answer]:
        """The answer to each question by its number."""
        rows = [attrs.astuple(question) for question in questions]
        columns = zip(*rows, strict=True) if rows else [()] * len(ASKED)
        self._db.execute("delete from asked")
        self._fill("asked", pa.table([list(c) for c in columns], schema=ASKED))
        answers: dict[int, Answer] = {}
        for check in sorted({row[1] for row in rows}):
            for n, status, reasons in self._db.execute(self._text(check)).fetchall():
                assert n not in answers, f"{check} answers a question twice"
                answers[n] = Answer(status, tuple(reasons))
        return answers

    def close(self) -> None:
        self._db.close()

    def _text(self, name: str) -> str:
        return self._altered.get(name) or text(name)

    def _fill(self, name: str, rows: pa.Table) -> None:
        self._db.register("rows", rows)
        self._db.execute(f"insert into {name} by name select * from rows")  # noqa: S608  our names
        self._db.unregister("rows")


@cache
def _schema(kind: type) -> pa.Schema:
    hints = typing.get_type_hints(kind)
    return pa.schema([(f.name, _type(hints[f.name])) for f in attrs.fields(kind)])


def _type(hint: type) -> pa.DataType:
    if isinstance(hint, types.UnionType):
        (hint,) = (each for each in typing.get_args(hint) if each is not type(None))
    return _TYPES.get(hint, pa.string())


def _table(kind: type, records: list[Record]) -> pa.Table:
    schema = _schema(kind)
    columns = [[getattr(record, name) for record in records] for name in schema.names]
    return pa.table(columns, schema=schema)
