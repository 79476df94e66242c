"""What is in the rule set."""

import re

import pytest

from ect_rules import catalogue
from ect_rules.rule import IN_DOUBT, TELL_MISSING_FACTS, NextAction

RULE_SET = catalogue.load()
CHECKS = RULE_SET.checks
RULES = {rule.id: (check, rule) for check, linked in CHECKS.items() for rule in linked.rules}
MODULES = [module for modules in RULE_SET.modules.values() for module in modules]
REASONS = [IN_DOUBT, *(reason for _, rule in RULES.values() for reason in rule.reasons)]
ACTIONS = [
    TELL_MISSING_FACTS,
    *(a for module in MODULES for a in vars(module).values() if isinstance(a, NextAction)),
]
A_CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")


def test_the_checks():
    assert list(CHECKS) == [
        "mentor_assignable",
        "mentor_funding",
        "mentor_training",
        "registration",
        "school_eligibility",
    ]


def test_the_rule_set_is_read_once():
    assert catalogue.load() is RULE_SET


def test_no_two_rules_have_the_same_id_in_any_check():
    assert len(RULES) == len(MODULES)


@pytest.mark.parametrize(("check", "rule"), RULES.values(), ids=RULES)
def test_a_rule_says_what_it_is(check, rule):
    assert rule.sentence.endswith(".")
    assert rule.sources
    assert all(asked in CHECKS for asked in rule.asks)
    assert not rule.other_reading or rule.other_reading.endswith(".")


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_takes_its_rules_in_ascending_order_and_yes_is_one_of_its_statuses(check):
    linked = CHECKS[check]
    precedences = [rule.precedence for rule in linked.rules]
    assert precedences == sorted(precedences)
    assert linked.rules == tuple(module.RULE for module in RULE_SET.modules[check])
    assert set(linked.check.yes) < set(linked.check.statuses)
    assert linked.check.name == check
    assert linked.check.question.endswith("?")


def test_a_code_has_the_same_words_and_the_same_status_everywhere():
    for things in (REASONS, ACTIONS):
        said = {thing.code: thing for thing in things}
        assert [thing for thing in things if thing != said[thing.code]] == []


@pytest.mark.parametrize("reason", {reason.code: reason for reason in REASONS}.values())
def test_a_reason_has_a_code_and_words(reason):
    assert A_CODE.fullmatch(reason.code)
    assert reason.words.endswith(".")


@pytest.mark.parametrize("action", {action.code: action for action in ACTIONS}.values())
def test_an_action_has_a_code_words_and_somebody_to_do_it(action):
    assert A_CODE.fullmatch(action.code)
    assert action.words.endswith(".")
    assert action.actor


STATUS_OF_REASON = {
    "registration": {
        "TRN_NOT_KNOWN": "NOT_KNOWN",
        "NOT_REGISTERED_AS_ECT": "NOT_REGISTERED",
        "LEFT_SCHOOL": "LEFT",
        "LEAVING_SCHOOL": "LEAVING",
        "INDUCTION_PASSED": "NOT_REQUIRED",
        "INDUCTION_FAILED": "NOT_REQUIRED",
        "INDUCTION_EXEMPT": "NOT_REQUIRED",
        "MENTOR_ASSIGNED": "COMPLETE",
        "MENTOR_ASSIGNED_FUTURE": "COMPLETE",
        "MENTOR_NOT_ASSIGNED": "INCOMPLETE",
        "INDUCTION_FAILED_IN_WALES": None,
    },
    "mentor_funding": {
        "TRN_NOT_KNOWN": "NOT_KNOWN",
        "NOT_A_MENTOR": "NOT_REGISTERED",
        "PROHIBITED_FROM_TEACHING": "NOT_ELIGIBLE",
        "TRAINED_IN_EARLY_ROLL_OUT": "NOT_ELIGIBLE",
        "TRAINING_COMPLETED": "NOT_ELIGIBLE",
        "TRAINING_STARTED_NOT_COMPLETED": "NOT_ELIGIBLE",
        "NO_ECT_ASSIGNED": "NOT_YET_ELIGIBLE",
        "ASSIGNMENT_NOT_STARTED": "NOT_YET_ELIGIBLE",
        "NOT_AT_A_SCHOOL": "NOT_ELIGIBLE",
        "SCHOOL_NOT_ELIGIBLE": "NOT_ELIGIBLE",
        "NO_PROVIDER_LED_ECT": "NOT_ELIGIBLE",
        "ELIGIBLE": "ELIGIBLE",
        "ASSIGNED_ECT_CONCLUDED": None,
    },
    "mentor_training": {
        "MAY_CONTINUE_WITHOUT_ECT": "ELIGIBLE",
        "TWO_YEARS_ACCESS": None,
        "ELIGIBLE": "ELIGIBLE",
    },
    "mentor_assignable": {
        "SELF_MENTORING": "NOT_ASSIGNABLE",
        "DIFFERENT_SCHOOL": "NOT_ASSIGNABLE",
        "OUTSIDE_ECT_PERIOD": "NOT_ASSIGNABLE",
        "OUTSIDE_MENTOR_PERIOD": "NOT_ASSIGNABLE",
        "OVERLAPS_OTHER_MENTORSHIP": "NOT_ASSIGNABLE",
        "ENDS_BEFORE_START": "NOT_ASSIGNABLE",
        "ASSIGNABLE": "ASSIGNABLE",
    },
    "school_eligibility": {
        "NEW_ECTS_BLOCKED": None,
        "ACCESS_BLOCKED": None,
        "MARKED_AS_ELIGIBLE": "ELIGIBLE",
        "SCHOOL_CLOSED": "NOT_ELIGIBLE",
        "NOT_IN_ENGLAND": "NOT_ELIGIBLE",
        "INDEPENDENT_WITHOUT_SECTION_41": "NOT_ELIGIBLE",
        "TYPE_NOT_ELIGIBLE": "NOT_ELIGIBLE",
        "SECTION_41_INDEPENDENT": "ELIGIBLE",
        "STATE_FUNDED_OPEN": "ELIGIBLE",
    },
}


@pytest.mark.parametrize("check", CHECKS)
def test_the_reasons_of_each_check_in_order_and_where_they_lead(check):
    reasons = [reason for rule in CHECKS[check].rules for reason in rule.reasons]
    known = STATUS_OF_REASON[check]
    assert [(r.code, r.status) for r in reasons if r.code in known] == list(known.items())


def test_a_rule_in_force_from_a_day():
    from_a_day = {i: str(r.in_force_from) for i, (_, r) in RULES.items() if r.in_force_from}
    assert from_a_day["FUND-2c"] == "2024-07-31"


RULE_OF_REASON = {
    "its own": ("registration", "MENTOR_ASSIGNED_FUTURE", "REG-6"),
    "its own, though another check has one of the same code": (
        "mentor_training",
        "ELIGIBLE",
        "TRAIN-9",
    ),
    "of a check that it asks": ("mentor_training", "NO_ECT_ASSIGNED", "FUND-4"),
    "of a check that it asks through another": ("mentor_training", "SCHOOL_CLOSED", "SCH-1"),
    "of no rule": ("mentor_training", "CANNOT_TELL", ""),
    "of a check that it does not ask": ("registration", "NO_ECT_ASSIGNED", ""),
}


@pytest.mark.parametrize(("check", "code", "rule"), RULE_OF_REASON.values(), ids=RULE_OF_REASON)
def test_rule_of(check, code, rule):
    assert RULE_SET.rule_of(check, code) == rule


def test_a_check_that_is_none_is_an_error():
    with pytest.raises(KeyError):
        RULE_SET.decide("horoscope", None, None)
