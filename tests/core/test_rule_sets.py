"""A rule set that does not hold together is refused. The rules here are made for the purpose."""

import re
import sys
from importlib import import_module, invalidate_caches

import pytest

from ect_rules import catalogue
from ect_rules.rule import Role

CHECK = """
from ect_rules.rule import Check
CHECK = Check(name={name!r}, question="?", subject="toy", statuses=("YES", "NO"), yes=("YES",))
"""
RULE = """
from ect_rules.rule import Finding, Reason, Role, Rule, Verdict
RULE = Rule(
    id={id!r}, sentence=".", sources=(), role=Role.{role}, precedence={precedence},
    reasons=tuple(Reason(f"R{{n}}", status, ".") for n, status in enumerate({statuses})),
    asks={asks},
)
def decide(facts, on, **asked):
    return Finding(Verdict.MET, RULE.reasons)
"""


def rule(role, precedence, *statuses, name="", asks=()):
    return {
        "role": role,
        "precedence": precedence,
        "statuses": statuses,
        "id": name or f"TOY-{precedence}-{role}",
        "asks": asks,
    }


@pytest.fixture
def load(tmp_path, monkeypatch):
    """Load a rule set from a folder for each check, with these rules."""

    def loaded(**checks):
        for check, rules in checks.items():
            folder = tmp_path / "toy_rules" / check
            folder.mkdir(parents=True)
            (folder.parent / "__init__.py").touch()
            (folder / "__init__.py").write_text(CHECK.format(name=check))
            for n, given in enumerate(rules):
                (folder / f"rule_{n}.py").write_text(RULE.format(**given))
        monkeypatch.syspath_prepend(tmp_path)
        invalidate_caches()
        monkeypatch.setattr(catalogue, "rules", import_module("toy_rules"))
        return catalogue.load.__wrapped__()

    yield loaded
    for name in [name for name in sys.modules if name.partition(".")[0] == "toy_rules"]:
        del sys.modules[name]


YES = rule("OTHERWISE", 90, "YES")

REFUSED = {
    "two rules of the same precedence": (
        {"toy": [rule("BARS", 10, "NO"), rule("DECIDES", 10, "NO")]},
        "toy: two rules have the same id or precedence",
    ),
    "two rules of the same id": (
        {"toy": [rule("BARS", 10, "NO", name="TOY"), rule("BARS", 20, "NO", name="TOY")]},
        "toy: two rules have the same id or precedence",
    ),
    "a warning that leads to a status": (
        {"toy": [rule("WARNS", 10, "NO", name="TOY")]},
        "TOY: a warning has no status",
    ),
    "a rule that warns and has no warning": (
        {"toy": [rule("WARNS", 10, name="TOY")]},
        "TOY: a warning has no status",
    ),
    "a reason that leads to an unknown status": (
        {"toy": [rule("DECIDES", 10, "PERHAPS", name="TOY")]},
        "TOY: a reason leads to a status that toy does not have",
    ),
    "a reason that leads to no status": (
        {"toy": [rule("OTHERWISE", 10, None, name="TOY")]},
        "TOY: a reason leads to a status that toy does not have",
    ),
    "a bar that leads to a yes": (
        {"toy": [rule("BARS", 10, "NO", "YES", name="TOY")]},
        "TOY: a bar leads to a yes",
    ),
    "a yes that is decided after a bar": (
        {"toy": [rule("BARS", 10, "NO"), rule("DECIDES", 20, "YES", name="TOY")]},
        "TOY: a yes would pass a bar that is in doubt",
    ),
    "a bar after a rule that is asked only otherwise": (
        {"toy": [YES, rule("BARS", 91, "NO", name="TOY")]},
        "TOY: comes after a rule that is asked only otherwise",
    ),
    "a rule that decides after one that is asked only otherwise": (
        {"toy": [YES, rule("DECIDES", 91, "NO", name="TOY")]},
        "TOY: comes after a rule that is asked only otherwise",
    ),
    "a rule that asks no check": (
        {"toy": [rule("BARS", 10, "NO", asks=("horoscope",))]},
        "a rule asks horoscope, which is no check",
    ),
    "two checks that ask each other": (
        {
            "toy": [rule("BARS", 10, "NO", asks=("other",))],
            "other": [rule("BARS", 10, "NO", asks=("toy",))],
        },
        "nodes are in a cycle",
    ),
}


@pytest.mark.parametrize(("checks", "words"), REFUSED.values(), ids=REFUSED)
def test_a_rule_set_that_does_not_hold_together_is_refused(load, checks, words):
    with pytest.raises(ValueError, match=re.escape(words)):
        load(**checks)


HOLDS = {
    "a yes that is decided before every bar": [rule("DECIDES", 10, "YES"), rule("BARS", 20, "NO")],
    "a no that is decided after a bar": [rule("BARS", 10, "NO"), rule("DECIDES", 20, "NO"), YES],
    "a warning and a statement after all": [YES, rule("WARNS", 91, None), rule("STATES", 92)],
    "two rules that are asked otherwise": [rule("OTHERWISE", 80, "YES"), YES],
}


@pytest.mark.parametrize("rules", HOLDS.values(), ids=HOLDS)
def test_a_rule_set_that_holds_together(load, rules):
    loaded = load(toy=rules)
    assert [r.role for r in loaded.checks["toy"].rules] == [Role[r["role"]] for r in rules]


def test_rules_are_found_by_folder_and_put_in_order(load):
    loaded = load(zoo=[YES, rule("BARS", 10, "NO")], ark=[YES])
    assert list(loaded.checks) == ["ark", "zoo"]
    assert [r.precedence for r in loaded.checks["zoo"].rules] == [10, 90]
