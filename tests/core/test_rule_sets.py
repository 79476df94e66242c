"""A rule set that does not hold together is refused. The rules here are made for the purpose."""

import re
import sys
from datetime import date
from importlib import import_module, invalidate_caches

import pytest

from ect_rules import catalogue
from ect_rules.rule import Role, Verdict

CHECK = """
from ect_rules.rule import Check
CHECK = Check(name={name!r}, question="?", subject="toy", statuses=("YES", "NO"), yes=("YES",))
"""
# The facts are the contract period, and None where they say none.
JUDGED_BY_THE_FACTS = """
def contract_period(facts, on):
    return facts or on.year
"""
RULE = """
from ect_rules.rule import Finding, Reason, Role, Rule, Verdict
RULE = Rule(
    id={id!r}, sentence=".", sources=(), role=Role.{role}, precedence={precedence},
    reasons=tuple(Reason(f"R{{n}}", status, ".") for n, status in enumerate({statuses})),
    asks={asks}, contract_periods={years},
)
def decide(facts, on, **asked):
    because = tuple(r for answer in asked.values() for r in answer(facts, on).reasons)
    return Finding(Verdict.MET, RULE.reasons, because=because)
"""


def rule(role, precedence, *statuses, name="", asks=(), years=(None, None)):
    return {
        "role": role,
        "precedence": precedence,
        "statuses": statuses,
        "id": name or f"TOY-{precedence}-{role}",
        "asks": asks,
        "years": years,
    }


@pytest.fixture
def load(tmp_path, monkeypatch):
    """Load a rule set from a folder for each check, with these rules.

    `judged`: the checks that go by the contract period that their facts say.
    """

    def loaded(judged=(), **checks):
        for check, rules in checks.items():
            folder = tmp_path / "toy_rules" / check
            folder.mkdir(parents=True)
            (folder.parent / "__init__.py").touch()
            judged_by = JUDGED_BY_THE_FACTS if check in judged else ""
            (folder / "__init__.py").write_text(CHECK.format(name=check) + judged_by)
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
    "a rule for some contract periods, in a check that knows of none": (
        {"toy": [rule("BARS", 10, "NO", years=(2025, None))]},
        "toy: needs a function contract_period",
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


# Rules for contract periods: which decide for which.

OF_2023, TO_2022, FROM_2025, ALWAYS = (
    rule("DECIDES", 10, "NO", name="of one", years=(2023, 2023)),
    rule("DECIDES", 20, "NO", name="before", years=(None, 2022)),
    rule("DECIDES", 30, "NO", name="after", years=(2025, None)),
    rule("OTHERWISE", 90, "YES", name="otherwise"),
)
IN_FORCE = {
    2000: ["before"],
    2022: ["before"],
    2023: ["of one"],
    2024: ["otherwise"],
    2025: ["after"],
    2100: ["after"],
}


def in_force(loaded, check, facts, on, contract_period=None):
    decision = loaded.decide(check, facts, on, contract_period)
    rules = zip(loaded.checks[check].rules, decision.findings, strict=True)
    return [r.id for r, finding in rules if finding.verdict is Verdict.MET]


@pytest.mark.parametrize(("year", "expected"), IN_FORCE.items(), ids=str)
def test_the_rules_in_force_are_those_of_the_contract_period(load, year, expected):
    loaded = load(["toy"], toy=[OF_2023, TO_2022, FROM_2025, ALWAYS])
    other = 2000 if year != 2000 else 2100
    assert in_force(loaded, "toy", year, date(other, 1, 1)) == expected
    assert in_force(loaded, "toy", other, date(other, 1, 1), year) == expected, "what is given wins"
    assert in_force(loaded, "toy", None, date(year, 1, 1)) == expected


def test_the_contract_periods_with_which_a_regime_begins_are_those_of_all_checks(load):
    loaded = load(["toy", "zoo"], toy=[OF_2023, TO_2022, ALWAYS], zoo=[FROM_2025])
    for linked in loaded.checks.values():
        assert linked.first_years == (2023, 2024, 2025)
        assert len(linked.regimes) == 4
        assert [linked.regime_of(year) for year in (2022, 2023, 2024, 2025, 2026)] == [
            0,
            1,
            2,
            3,
            3,
        ]


def test_a_check_whose_rules_never_depend_on_it_knows_of_no_contract_period(load):
    loaded = load(toy=[YES])
    assert loaded.contract_period("toy", 2024, date(2026, 1, 15)) is None
    assert loaded.decide("toy", 2024, date(2026, 1, 15), 2022).status == "YES"


def test_a_check_that_is_asked_goes_by_the_contract_period_of_the_one_that_asks(load):
    before = rule("DECIDES", 10, "NO", name="before", years=(None, 2024))
    loaded = load(
        ["asking", "asked"],
        asked=[before, rule("OTHERWISE", 90, "YES", name="after")],
        asking=[rule("OTHERWISE", 90, "YES", asks=("asked",))],
    )
    for year, status in ((2024, "NO"), (2025, "YES")):
        for facts, given in ((year, None), (2000, year), (2100, year)):
            decision = loaded.decide("asking", facts, date(2026, 1, 15), given)
            assert [reason.status for reason in decision.findings[-1].because] == [status]


def test_a_rule_that_is_not_in_force_shows_no_facts(load):
    loaded = load(["toy"], toy=[OF_2023, TO_2022, FROM_2025, ALWAYS])
    decision = loaded.decide("toy", 2024, date(2026, 1, 15))
    assert [finding.verdict for finding in decision.findings[:3]] == [Verdict.NOT_APPLICABLE] * 3


def test_decisions_of_two_regimes_are_kept_apart(load):
    """Each has one finding, the same object; the rules that it is of are not the same."""
    loaded = load(["toy"], toy=[TO_2022, FROM_2025])
    linked = loaded.checks["toy"]
    shared = linked.regimes[0].in_force[0](None, None)
    for regime in linked.regimes:
        regime.in_force = tuple(lambda facts, on: shared for _ in regime.in_force)
    before = loaded.decide("toy", 2022, date(2026, 1, 15))
    after = loaded.decide("toy", 2025, date(2026, 1, 15))
    assert [f is shared for f in before.findings] == [True, False]
    assert [f is shared for f in after.findings] == [False, True]
