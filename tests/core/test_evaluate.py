"""From findings to a decision, on rules made for the purpose."""

from datetime import date

import pytest

from ect_rules.evaluate import evaluate, link
from ect_rules.rule import (
    IN_DOUBT,
    NOT_APPLICABLE,
    TELL_MISSING_FACTS,
    Check,
    Finding,
    NextAction,
    Reason,
    Role,
    Rule,
    Verdict,
)

ON = date(2026, 1, 15)
CHECK = Check(name="toy", question="?", subject="toy", statuses=("YES", "NO"), yes=("YES",))

NO, ANOTHER_NO, YES = (
    Reason("NO", "NO", "No."),
    Reason("NOT", "NO", "Not."),
    Reason("OK", "YES", "Yes."),
)
WARNING, ANOTHER_WARNING = Reason("CARE", None, "Take care."), Reason("LOOK", None, "Look out.")
ASK, WAIT = NextAction("ASK", "you", "Ask."), NextAction("WAIT", "you", "Wait.")

MET, NOT_MET, DOUBT = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL
ROLES = {"decides": Role.DECIDES, "bars": Role.BARS, "otherwise": Role.OTHERWISE}
ROLES |= {"warns": Role.WARNS, "states": Role.STATES}


def rule(role, verdict, *reasons, stops=False, **finding):
    """A rule of that role that always finds the same."""
    given = Rule(id="?", sentence=".", sources=(), role=ROLES[role], precedence=1, stops=stops)
    return given, lambda facts, on: Finding(verdict, reasons, **finding)


def decided(*rules):
    decision = evaluate(link(CHECK, rules), None, ON)
    return decision.status, [reason.code for reason in decision.reasons]


OTHERWISE = rule("otherwise", MET, YES)

DECISIONS = {
    # One rule and its role.
    "a rule that decides and is met": ([rule("decides", MET, NO)], "NO", ["NO"]),
    "a rule that decides and is not met": (
        [rule("decides", NOT_MET, NO), OTHERWISE],
        "YES",
        ["OK"],
    ),
    "a rule that decides and does not apply": (
        [rule("decides", Verdict.NOT_APPLICABLE, NO), OTHERWISE],
        "YES",
        ["OK"],
    ),
    "a rule that decides and cannot tell leaves it to the others": (
        [rule("decides", DOUBT, NO), OTHERWISE],
        "YES",
        ["OK"],
    ),
    "a bar that is met": ([rule("bars", MET, NO), OTHERWISE], "YES", ["OK"]),
    "a bar that is not met": ([rule("bars", NOT_MET, NO), OTHERWISE], "NO", ["NO"]),
    "a bar that does not apply": (
        [rule("bars", Verdict.NOT_APPLICABLE, NO), OTHERWISE],
        "YES",
        ["OK"],
    ),
    "a bar that cannot tell": (
        [rule("bars", DOUBT, NO), OTHERWISE],
        "CANNOT_TELL",
        ["CANNOT_TELL"],
    ),
    "otherwise, not met": ([rule("otherwise", NOT_MET, YES)], "CANNOT_TELL", ["CANNOT_TELL"]),
    "otherwise, in doubt, and then another": (
        [rule("otherwise", DOUBT, NO), OTHERWISE],
        "YES",
        ["OK"],
    ),
    "a rule that warns gives no reason": ([rule("warns", MET, NO), OTHERWISE], "YES", ["OK"]),
    "a rule that states gives no reason": ([rule("states", NOT_MET, NO), OTHERWISE], "YES", ["OK"]),
    "a warning in doubt stops no yes": ([rule("warns", DOUBT), OTHERWISE], "YES", ["OK"]),
    "a statement in doubt stops no yes": ([rule("states", DOUBT), OTHERWISE], "YES", ["OK"]),
    "no rules": ([], "CANNOT_TELL", ["CANNOT_TELL"]),
    # All reasons, in order, each once; the first names the status.
    "two bars": (
        [rule("bars", NOT_MET, NO), rule("bars", NOT_MET, ANOTHER_NO), OTHERWISE],
        "NO",
        ["NO", "NOT"],
    ),
    "a yes that is decided before a bar": (
        [rule("decides", MET, YES), rule("bars", NOT_MET, NO)],
        "YES",
        ["OK", "NO"],
    ),
    "the same reason twice": (
        [rule("bars", NOT_MET, NO, ANOTHER_NO), rule("bars", NOT_MET, NO), OTHERWISE],
        "NO",
        ["NO", "NOT"],
    ),
    "a doubt and a no": (
        [rule("bars", DOUBT, ANOTHER_NO), rule("bars", NOT_MET, NO), OTHERWISE],
        "NO",
        ["NO"],
    ),
    "the first otherwise that is met": (
        [rule("otherwise", NOT_MET, NO), OTHERWISE, rule("otherwise", MET, ANOTHER_NO)],
        "YES",
        ["OK"],
    ),
    # Stops.
    "a stop": (
        [rule("decides", MET, YES, stops=True), rule("bars", NOT_MET, NO)],
        "YES",
        ["OK"],
    ),
    "a stop that gives no reason does not stop": (
        [rule("decides", NOT_MET, YES, stops=True), rule("bars", NOT_MET, NO)],
        "NO",
        ["NO"],
    ),
    "after a stop nothing is in doubt": (
        [rule("decides", MET, YES, stops=True), rule("bars", DOUBT, NO)],
        "YES",
        ["OK"],
    ),
    "a bar may stop": (
        [rule("bars", NOT_MET, NO, stops=True), rule("bars", NOT_MET, ANOTHER_NO)],
        "NO",
        ["NO"],
    ),
}


@pytest.mark.parametrize(("rules", "status", "reasons"), DECISIONS.values(), ids=DECISIONS)
def test_decisions(rules, status, reasons):
    assert decided(*rules) == (status, reasons)


def test_a_rule_after_a_stop_does_not_apply():
    stop = rule("decides", MET, YES, stops=True)
    after = rule("bars", NOT_MET, NO, actions=(ASK,), warnings=(WARNING,), details=(("a", 1),))
    decision = evaluate(link(CHECK, (stop, after)), None, ON)
    assert decision.findings[0].verdict is MET
    assert decision.findings[1] is NOT_APPLICABLE
    assert (decision.next_actions, decision.warnings, decision.details) == ((), (), ())


def test_a_rule_that_is_asked_otherwise_does_not_apply_after_a_reason_or_in_doubt():
    for first in (rule("bars", NOT_MET, NO), rule("bars", DOUBT, NO)):
        decision = evaluate(link(CHECK, (first, OTHERWISE)), None, ON)
        assert decision.findings[1] is NOT_APPLICABLE


def test_the_same_constant_findings_make_one_decision():
    finding = Finding(MET, (YES,))
    linked = link(CHECK, ((OTHERWISE[0], lambda facts, on: finding),))
    assert evaluate(linked, "these facts", ON) is evaluate(linked, "those facts", ON)


def test_what_rules_tell_of_the_facts_is_told_of_these_facts():
    finding = Finding(MET, (YES,), details=(("always", 1),))
    linked = link(
        CHECK, ((OTHERWISE[0], lambda facts, on: finding),), (lambda facts, on: (("of", facts),),)
    )
    assert evaluate(linked, "these", ON).details == (("always", 1), ("of", "these"))
    assert evaluate(linked, "those", ON).details == (("always", 1), ("of", "those"))
    assert evaluate(linked, "these", ON).reasons == (YES,)


def test_no_more_decisions_are_kept_than_there_is_room_for(monkeypatch):
    monkeypatch.setattr("ect_rules.evaluate.DECISIONS_KEPT", 1)
    findings = {1: Finding(MET, (YES,)), 2: Finding(MET, (NO,))}
    linked = link(CHECK, ((OTHERWISE[0], lambda facts, on: findings[facts]),))
    assert [evaluate(linked, n, ON).status for n in (1, 2, 1, 2)] == ["YES", "NO", "YES", "NO"]
    assert len(linked.regimes[0].made) == 1


def test_rules_are_given_the_facts_and_the_day():
    def told(facts, on):
        return Finding(MET, (YES,), details=(("facts", facts), ("on", on)))

    decision = evaluate(link(CHECK, ((OTHERWISE[0], told),)), "the facts", ON)
    assert dict(decision.details) == {"facts": "the facts", "on": ON}


def test_warnings_actions_and_details_come_from_every_rule_in_order_and_once():
    decision = evaluate(
        link(
            CHECK,
            (
                rule("states", MET, actions=(WAIT,), details=(("first", 1),)),
                rule("warns", MET, warnings=(WARNING, ANOTHER_WARNING)),
                rule("warns", NOT_MET, warnings=(WARNING,)),
                rule("bars", NOT_MET, NO, actions=(ASK, WAIT), details=(("second", 2),)),
            ),
        ),
        None,
        ON,
    )
    assert decision.warnings == (WARNING, ANOTHER_WARNING)
    assert decision.next_actions == (ASK, WAIT), "what a rule states is acted on after a yes"
    assert decision.details == (("first", 1), ("second", 2))
    assert decision.reasons == (NO,)


def test_what_a_doubt_asks_for_comes_last():
    doubt = rule("bars", DOUBT, actions=(ASK,))
    assert evaluate(link(CHECK, (doubt,)), None, ON).next_actions == (ASK, TELL_MISSING_FACTS)


def test_a_doubt_asks_for_the_missing_facts_even_beside_a_no():
    rules = (rule("bars", DOUBT), rule("bars", NOT_MET, NO))
    assert evaluate(link(CHECK, rules), None, ON).next_actions == (TELL_MISSING_FACTS,)


def test_a_decision_says_the_check_and_has_a_finding_for_each_rule():
    rules = (rule("bars", MET), rule("states", DOUBT), OTHERWISE)
    decision = evaluate(link(CHECK, rules), None, ON)
    assert decision.check == "toy"
    assert [finding.verdict for finding in decision.findings] == [MET, DOUBT, MET]
    assert (decision.warnings, decision.next_actions, decision.details) == ((), (), ())


def test_cannot_tell_is_the_reason_where_there_is_none():
    assert evaluate(link(CHECK, ()), None, ON).reasons == (IN_DOUBT,)


def test_a_warning_cannot_name_the_status():
    with pytest.raises(AssertionError, match="a warning cannot be a reason"):
        decided(rule("decides", MET, WARNING))


def test_a_linked_check_keeps_its_rules_in_order():
    rules = (rule("bars", MET), OTHERWISE)
    linked = link(CHECK, rules)
    assert linked.check is CHECK
    assert linked.rules == tuple(given for given, _ in rules)
