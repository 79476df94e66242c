"""`ect-rules impact`: a change planted in a repository is found, and nothing else is."""

import json
import shutil
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ect_rules import tabular
from ect_rules.catalogue import load
from ect_rules.comparing import Said
from ect_rules.store.store import Store
from ect_rules.world import World
from tests.cli.asking import ect_rules
from tests.cli.conftest import EXAMPLE
from tests.lifecycle.processes import ROOT

ON = "2026-01-15"
# A mentorship that starts later is none.
RULE = "rules/registration/mentor_assigned.py"
SOUND = "return NOW if link.started_on <= on else LATER"
PLANT = "return NOW if link.started_on <= on else NOT_MET"
# A release that does not know declarations, nor one of the statuses of induction.
OLD_KINDS = "\nKINDS = tuple(kind for kind in KINDS if kind.stem != 'declarations')\n"
OLD_CELLS = (
    "\nCELLS['trs_induction_status'] = _matching('Passed|Failed', 'one of Passed, Failed')\n"
)


def git(folder: Path, *arguments: str) -> None:
    mine = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(  # noqa: S603
        ["git", "-C", str(folder), *mine, *arguments],  # noqa: S607
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Releases: `same` as the installed one, `planted` with one rule changed, `old`, and `broken`."""
    folder = tmp_path_factory.mktemp("repository")
    code = folder / "ect_rules"
    leave = shutil.ignore_patterns("__pycache__", "v1", "servicers", "store", "cli", "wire")
    shutil.copytree(ROOT / "ect_rules", code, ignore=leave)
    git(folder, "init", "-q")
    rule = code / RULE
    assert SOUND in rule.read_text()
    for name, file, text in (
        ("same", rule, rule.read_text()),
        ("planted", rule, rule.read_text().replace(SOUND, PLANT)),
        ("broken", rule, "no code"),
    ):
        release(folder, name, {file: text})
    kinds, cells = code / "tabular" / "kinds.py", code / "tabular" / "cells.py"
    git(folder, "checkout", "-q", "same")
    older = {kinds: kinds.read_text() + OLD_KINDS, cells: cells.read_text() + OLD_CELLS}
    release(folder, "old", older)
    return folder


def release(folder: Path, name: str, files: dict[Path, str]) -> None:
    for file, text in files.items():
        file.write_text(text)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", name)
    git(folder, "tag", name)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('store')}/facts.sqlite"
    store = Store.open(url)
    records = [record for _, _, record in tabular.read(EXAMPLE)]
    store.write("ImportRecords", "0", b"", lambda t: (t.put(records), b"")[1])
    store.close()
    return url


def report(*arguments: str | Path) -> dict[str, Any]:
    said = ect_rules("impact", *arguments, "--on", ON, "--json")
    assert (said.status, said.err) == (0, "")
    made: dict[str, Any] = json.loads(said.out)
    return made


def of(made: dict[str, Any], check: str) -> dict[str, Any]:
    (found,) = [each for each in made["checks"] if each["check"] == check]
    return dict(found)


def said(answer: dict[str, Any]) -> Said:
    return Said(answer["status"], tuple(answer["reasons"]), tuple(answer["warnings"]))


def expected() -> list[tuple[str, str, Said]]:
    """Of whose registrations the installed rules say that a mentor is assigned from a later day."""
    world = World(record for _, _, record in tabular.read(EXAMPLE))
    on = date.fromisoformat(ON)
    subjects = sorted({(p.trn, p.urn) for p in world.ect_periods.values()})
    answers = [
        (trn, urn, Said.by(load().decide("registration", world.ect(trn, on, urn), on)))
        for trn, urn in subjects
    ]
    return [each for each in answers if "MENTOR_ASSIGNED_FUTURE" in each[2].codes]


def test_a_planted_change_is_found_and_nothing_else(repository: Path, database: str) -> None:
    against = ("--against", "planted", "--repository", repository, "--database", database)
    made = report(*against, "--show-trns", "--examples", "1000")
    found = of(made, "registration")
    later = expected()
    alone = [each for each in later if each[2].reasons == ("MENTOR_ASSIGNED_FUTURE",)]
    assert alone
    assert made["differing"] == found["differing"] == len(later)
    told = [(e["trn"], e["urn"], said(e["after"])) for e in found["examples"]]
    assert sorted(told, key=lambda each: each[:2]) == later
    moves = Counter(
        ("INCOMPLETE" if each in alone else each[2].status, each[2].status) for each in later
    )
    assert {(s["before"], s["after"]): s["count"] for s in found["statuses"]} == moves
    changes = {r["code"]: (r["came"], r["went"]) for r in found["reasons"]}
    assert changes["MENTOR_ASSIGNED_FUTURE"] == (len(later), 0)
    assert changes["MENTOR_NOT_ASSIGNED"] == (0, len(alone))
    assert made["before"]["rule_set"] != made["after"]["rule_set"] == load().fingerprint


def test_no_change_gives_none(repository: Path) -> None:
    made = report("--against", "same", "--repository", repository, "--records", EXAMPLE)
    assert made["differing"] == 0
    assert made["before"]["rule_set"] == made["after"]["rule_set"]
    assert {check["check"] for check in made["checks"]} >= {"registration", "school_eligibility"}
    assert all(check["compared"] for check in made["checks"])
    assert (made["unknown"], made["refused"]) == ([], {})


def test_an_older_release_is_told_what_it_can_be_told(repository: Path, database: str) -> None:
    made = report("--against", "old", "--repository", repository, "--database", database)
    assert made["unknown"] == ["declarations"]
    assert list(made["refused"]) == ["teachers.trs_induction_status"]
    assert of(made, "mentor_grant")["differing"]


def test_the_report_says_no_trns_unless_asked(repository: Path, database: str) -> None:
    how = ("impact", "--against", "planted", "--repository", repository, "--database", database)
    trns = {trn for trn, _, _ in expected()}
    quiet, open_ = (ect_rules(*how, "--on", ON, *more) for more in ((), ("--show-trns",)))
    assert not any(trn in quiet.out for trn in trns)
    assert any(trn in open_.out for trn in trns)
    assert f"registration: {len(expected())} of " in quiet.out
    assert "complete" in quiet.out
    assert "(planted, commit " in quiet.lines[0]
    table = ect_rules(*how, "--on", ON, "--csv")
    assert table.lines[0] == "check,kind,before,after,count"
    assert f"registration,reason,,MENTOR_ASSIGNED_FUTURE,{len(expected())}" in table.lines


def test_the_exit_status_says_so_where_asked(repository: Path, database: str) -> None:
    how = ("--repository", repository, "--database", database, "--on", ON, "--fail-on-change")
    only = ("--check", "school-eligibility")
    assert ect_rules("impact", "--against", "planted", *how).status == 1
    assert ect_rules("impact", "--against", "planted", *only, *how).status == 0


def test_another_day(database: str) -> None:
    made = report("--against-date", "2025-09-01", "--database", database)
    assert made["before"]["day"] == "2025-09-01"
    assert made["differing"]
    same = report("--against-date", ON, "--database", database)
    assert same["differing"] == 0


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("--against", "nowhere"), "git, in "),
        (("--against", "broken"), "the code of broken cannot be run here: SyntaxError: "),
        (("--against", "same", "--revision", "99"), "revision 99 has not been written"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    repository: Path, database: str, arguments: tuple[str, ...], line: str
) -> None:
    where = ("--repository", repository, "--database", database, "--on", ON)
    said = ect_rules("impact", *arguments, *where)
    assert (said.status, said.line.startswith(line)) == (1, True)


TOGETHER = {
    "neither a release nor a day": (),
    "both": ("--against", "same", "--against-date", ON),
    "a folder at a revision": ("--against", "same", "--records", ".", "--revision", "1"),
}


@pytest.mark.parametrize("arguments", TOGETHER.values(), ids=TOGETHER)
def test_what_does_not_go_together(arguments: tuple[str, ...]) -> None:
    assert ect_rules("impact", *arguments).mistake
