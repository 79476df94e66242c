"""`ect-rules rules`: the catalogue as a table, as a page and as JSON, without a server."""

import subprocess

import pytest
from google.protobuf.json_format import Parse

from ect_rules.catalogue import load
from ect_rules.v1 import check_service_pb2 as checks
from tests.cli.asking import ect_rules
from tests.cli.conftest import Served
from tests.lifecycle.processes import ECT_RULES, ROOT, environment

CATALOGUE = load()


def everything() -> list[str]:
    return [rule.id for name in sorted(CATALOGUE.checks) for rule in CATALOGUE.checks[name].rules]


def shown(lines: list[str]) -> list[str]:
    """The first cell of each row that has something in it."""
    cells = [line.split("│")[1].strip() for line in lines if line.startswith("│")]
    return [cell for cell in cells if cell]


def test_every_rule_is_in_the_tables() -> None:
    said = ect_rules("rules", COLUMNS="80")
    assert (said.status, said.err) == (0, "")
    assert said.lines[0] == f"Rule set {CATALOGUE.fingerprint}"
    assert shown(said.lines) == everything()
    assert "\x1b" not in said.out


def test_the_rules_of_one_check() -> None:
    check = "mentor_funding"
    said = ect_rules("rules", check)
    linked = CATALOGUE.checks[check]
    assert f"{check}: {linked.check.question}" in said.lines
    assert shown(said.lines) == [rule.id for rule in linked.rules]
    text = " ".join(said.out.split())
    assert all(reason.code in text for rule in linked.rules for reason in rule.reasons)
    assert all(action.code in text for rule in linked.rules for action in rule.actions)


@pytest.mark.parametrize("check", ["", "registration"], ids=["every check", "one check"])
def test_json_is_what_a_server_explains(example: Served, check: str) -> None:
    said = ect_rules("rules", *([check] if check else []), "--json")
    answer = example.talk.checks.ExplainRules(checks.ExplainRulesRequest(check=check))
    assert Parse(said.out, type(answer)()) == answer
    assert len(answer.checks) == (1 if check else len(CATALOGUE.checks))


def test_the_page_has_every_rule_and_every_reason() -> None:
    said = ect_rules("rules", "--markdown")
    assert said.status == 0
    assert said.out.startswith("# The rules\n")
    assert said.out.endswith(".\n")
    assert not said.out.endswith("\n\n")
    headings = [line.removeprefix("### ") for line in said.lines if line.startswith("### ")]
    assert [h for h in headings if not h.startswith("Decision table")] == everything()
    for linked in CATALOGUE.checks.values():
        for rule in linked.rules:
            assert rule.sentence in said.out
            assert all(f"`{reason.code}`" in said.out for reason in rule.reasons)


def test_a_reader_who_has_seen_enough_is_no_failure_to_tell_of() -> None:
    rules = subprocess.Popen(  # noqa: S603
        [*ECT_RULES, "rules", "--markdown"],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert rules.stdout is not None
        assert rules.stderr is not None
        rules.stdout.close()  # as `| head` does
        assert rules.stderr.read() == ""
        rules.wait(60)
    finally:
        rules.kill()
        rules.communicate()
