"""`ect-rules migrate`, `backup` and `restore`, as an operator has them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ect_rules.cli import cli
from ect_rules.facts import Teacher
from ect_rules.store.store import Store
from ect_rules.store.tables import SCHEMA_VERSION
from tests.store.earlier import VERSIONS, load
from tests.store.keeping import put, url


def said(*arguments: str | Path, **variables: str) -> Result:
    done = CliRunner().invoke(cli, [*map(str, arguments)], env=variables)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert not (done.stdout and done.stderr)
    return done


@pytest.fixture
def database(tmp_path: Path) -> str:
    return url(tmp_path / "facts.sqlite")


@pytest.fixture
def store(database: str) -> str:
    """The URL of a store with a revision in it."""
    made = Store.open(database)
    put(made, Teacher("0000001"))
    made.close()
    return database


HELD = f"revision 1, schema version {SCHEMA_VERSION}"
NEWEST = VERSIONS[-1] + 1


def test_migrate_shows_what_there_is_to_do_and_does_it(database: str) -> None:
    load(1, database)
    shown = said("migrate", "--show", "--database", database).stdout.splitlines()
    assert shown[0] == "the store has schema version 1; to be done:"
    assert [line.partition(": ")[0] for line in shown[1:]] == [f"{v + 1}" for v in VERSIONS]
    part = said("migrate", "--to", "2", ECT_RULES_DATABASE_URL=database).stdout.splitlines()
    assert part == ["the store has schema version 2, and had 1; done:", shown[1]]
    done = said("migrate", "--database-url", database).stdout.splitlines()
    assert done == [f"the store has schema version {NEWEST}, and had 2; done:", *shown[2:]]
    again = said("migrate", "--database", database)
    assert (again.exit_code, again.stdout) == (
        0,
        f"the store has schema version {NEWEST}; there is nothing to do\n",
    )
    back = said("migrate", "--to", "1", "--database", database)
    assert (back.exit_code, back.stderr) == (
        1,
        (
            f"ect-rules: the store has schema version {NEWEST}, and this release can bring it up to "
            f"version {NEWEST} at most; for an earlier one restore a backup made before\n"
        ),
    )


def test_migrate_makes_no_store_where_there_is_none(database: str, tmp_path: Path) -> None:
    done = said("migrate", "--database", database)
    assert (done.exit_code, done.stdout) == (
        0,
        "there is no store yet; a server makes one of this release when it starts\n",
    )
    assert not [*tmp_path.iterdir()]


def test_backup_and_restore(store: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    done = said("backup", copy, "--database", store)
    assert (done.exit_code, done.stdout) == (0, f"backed up to {copy}: {HELD}\n")
    again = said("backup", copy, ECT_RULES_DATABASE_URL=store)
    assert (again.exit_code, again.stderr) == (
        1,
        f"ect-rules: {copy}: is there already; name another\n",
    )
    nowhere = said("backup", tmp_path / "none" / "copy", "--database", store)
    assert nowhere.exit_code == 1
    assert nowhere.stderr.endswith(": No such file or directory\n")
    refused = said("restore", copy, "--database", store)
    assert (refused.exit_code, refused.stderr.partition(" already; ")[2]) == (
        1,
        "name another, or say --replace to lose it\n",
    )
    done = said("restore", copy, "--replace", "--database", store)
    assert (done.exit_code, done.stdout) == (0, f"restored: {HELD}\n")


def test_restore_of_a_backup_of_an_earlier_release(database: str, tmp_path: Path) -> None:
    load(1, url(tmp_path / "copy"))
    done = said("restore", tmp_path / "copy", "--database", database)
    assert (done.exit_code, done.stdout.splitlines()) == (
        0,
        [
            "restored: revision 8, schema version 1",
            "it is of an earlier release; bring it up to this one with: ect-rules migrate",
        ],
    )
