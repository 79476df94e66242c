"""`ect-rules migrate`, as an operator has it."""

from pathlib import Path

from ect_rules.store.tables import SCHEMA_VERSION
from tests.cli.asking import ect_rules
from tests.store.earlier import VERSIONS, load
from tests.store.keeping import url


def test_it_shows_what_there_is_to_do_and_does_it(tmp_path: Path) -> None:
    database = url(tmp_path / "facts.sqlite")
    load(1, database)
    shown = ect_rules("migrate", "--show", "--database", database)
    assert (shown.status, shown.err) == (0, "")
    assert shown.lines[0] == "the store has schema version 1; to be done:"
    assert [line.partition(": ")[0] for line in shown.lines[1:]] == [f"{v + 1}" for v in VERSIONS]
    done = ect_rules("migrate", ECT_RULES_DATABASE_URL=database)
    assert (done.status, done.err) == (0, "")
    assert done.lines[0] == f"the store has schema version {SCHEMA_VERSION}, and had 1; done:"
    assert done.lines[1:] == shown.lines[1:]
    back = ect_rules("migrate", "--to", "1", "--database-url", database)
    assert (back.status, back.line.partition("; ")[2]) == (
        1,
        "for an earlier one restore a backup made before",
    )


def test_where_there_is_no_store_it_makes_none(tmp_path: Path) -> None:
    said = ect_rules("migrate", "--database", url(tmp_path / "facts.sqlite"))
    assert (said.status, said.err) == (0, "")
    assert said.lines == [
        "there is no store yet; a server makes one of this release when it starts"
    ]
    assert not [*tmp_path.iterdir()]
