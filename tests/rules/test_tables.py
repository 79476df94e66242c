"""Every rule has a table, and the table leaves nothing out that the rule can say."""

import ast
import inspect
from importlib import import_module
from pathlib import Path

import pytest

from ect_rules import catalogue
from ect_rules.rule import Finding, Role, Verdict
from tests.rules.table import check_of

RULES = {
    f"{check}.{module.__name__.rpartition('.')[2]}": module
    for check, modules in catalogue.load().modules.items()
    for module in modules
}


def cases_of(rule):
    name = rule.__name__.rpartition(".")[2]
    return import_module(f"tests.rules.{check_of(rule)}.test_{name}").CASES.values()


def verdicts_written_in(rule):
    """The verdicts that the source of the rule names, or that the findings have which it names."""
    verdicts = set()
    for node in ast.walk(ast.parse(inspect.getsource(rule))):
        match node:
            case ast.Attribute(value=ast.Name(id="Verdict"), attr=verdict):
                verdicts.add(Verdict[verdict])
            case ast.Name(id=name):
                named = getattr(rule, name, None)
                if isinstance(named, Finding):
                    verdicts.add(named.verdict)
    return verdicts


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_has_a_case_for_each_of_its_verdicts(rule):
    assert {case.verdict for case in cases_of(rule)} == verdicts_written_in(rule)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_has_a_case_for_each_of_its_reasons(rule):
    said = {code for case in cases_of(rule) for code in (*case.reasons, *case.warnings)}
    own = {reason.code for reason in rule.RULE.reasons}
    assert own <= said
    if not rule.RULE.asks:
        assert said == own


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_has_a_case_that_says_what_it_reads(rule):
    said = {case.verdict for case in cases_of(rule) if case.reads is not None}
    assert verdicts_written_in(rule) - {Verdict.NOT_APPLICABLE} <= said


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_warnings_and_reasons_come_from_rules_with_that_role(rule):
    for case in cases_of(rule):
        if rule.RULE.role is Role.WARNS:
            assert case.reasons == []
        elif not rule.RULE.asks:
            assert case.warnings == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_bar_that_may_be_in_doubt_is_in_a_check_that_can_say_so(rule):
    if rule.RULE.role is Role.BARS and Verdict.CANNOT_TELL in verdicts_written_in(rule):
        assert "CANNOT_TELL" in catalogue.load().checks[check_of(rule)].check.statuses


def test_no_table_is_left_of_a_rule_that_is_gone():
    here = Path(__file__).parent
    tables = {
        f"{path.parent.name}.{path.stem.removeprefix('test_')}"
        for path in here.glob("*/test_*.py")
        if path.stem != "test_decisions"
    }
    assert tables == set(RULES)
