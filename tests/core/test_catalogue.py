"""What is in the rule set."""

import re
from datetime import date

import pytest

from ect_rules import catalogue
from ect_rules.rule import IN_DOUBT, TELL_MISSING_FACTS, Finding, NextAction

RULE_SET = catalogue.load()
CHECKS = RULE_SET.checks
RULES = {rule.id: (check, rule) for check, linked in CHECKS.items() for rule in linked.rules}
MODULES = [module for modules in RULE_SET.modules.values() for module in modules]
REASONS = [IN_DOUBT, *(reason for _, rule in RULES.values() for reason in rule.reasons)]
ACTIONS = [
    TELL_MISSING_FACTS,
    *(a for module in MODULES for a in vars(module).values() if isinstance(a, NextAction)),
]
DAY = date(2026, 1, 15)
A_CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")


def test_the_checks():
    assert list(CHECKS) == [
        "ect_funding",
        "ect_registrable",
        "mentor_assignable",
        "mentor_funding",
        "mentor_grant",
        "mentor_kind",
        "mentor_registrable",
        "mentor_training",
        "record_retention",
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


@pytest.mark.parametrize("year", [2024, 2025])
@pytest.mark.parametrize("check", CHECKS)
def test_a_code_has_the_same_words_and_the_same_status_throughout_an_answer(check, year):
    rules = [rule for rule in CHECKS[check].rules if rule.in_force_for(year)]
    for things in (
        [r for rule in rules for r in rule.reasons],
        [a for r in rules for a in r.actions],
    ):
        said = {thing.code: thing for thing in things}
        assert [thing for thing in things if thing != said[thing.code]] == []


@pytest.mark.parametrize("rule", [rule for _, rule in RULES.values()], ids=RULES)
def test_a_rule_lists_every_action_that_it_can_give(rule):
    module = next(m for m in MODULES if rule is m.RULE)
    findings = [value for value in vars(module).values() if isinstance(value, Finding)]
    given = {action for finding in findings for action in finding.actions}
    assert given <= {*rule.actions, TELL_MISSING_FACTS}


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
    "ect_funding": {
        "TRN_NOT_KNOWN": "NOT_KNOWN",
        "NOT_REGISTERED_AS_ECT": "NOT_REGISTERED",
        "PROHIBITED_FROM_TEACHING": "NOT_ELIGIBLE",
        "INDUCTION_EXEMPT": "NOT_ELIGIBLE",
        "INDUCTION_PASSED": "NOT_ELIGIBLE",
        "INDUCTION_FAILED": "NOT_ELIGIBLE",
        "INDUCTION_FAILED_IN_WALES": "NOT_ELIGIBLE",
        "PREVIOUS_INDUCTION": "NOT_ELIGIBLE",
        "NO_QTS": "NOT_YET_ELIGIBLE",
        "NO_INDUCTION": "NOT_YET_ELIGIBLE",
        "INDUCTION_NOT_STARTED": "NOT_YET_ELIGIBLE",
        "LEFT_SCHOOL": "NOT_ELIGIBLE",
        "SCHOOL_NOT_ELIGIBLE": "NOT_ELIGIBLE",
        "ELIGIBLE": "ELIGIBLE",
        "PAYMENTS_FROZEN": None,
    },
    "ect_registrable": {
        "NOT_FOUND_IN_TRS": "NOT_REGISTRABLE",
        "IDENTITY_NOT_CONFIRMED": "NOT_REGISTRABLE",
        "ALREADY_ECT_AT_SCHOOL": "NOT_REGISTRABLE",
        "INDUCTION_PASSED": "NOT_REGISTRABLE",
        "INDUCTION_EXEMPT": "NOT_REGISTRABLE",
        "INDUCTION_FAILED": "NOT_REGISTRABLE",
        "PROHIBITED_FROM_TEACHING": "NOT_REGISTRABLE",
        "EMAIL_IN_USE": "NOT_REGISTRABLE",
        "REGISTRATION_NOT_OPEN": "NOT_REGISTRABLE",
        "START_TOO_EARLY": "NOT_REGISTRABLE",
        "START_NOT_AFTER_PREVIOUS": "NOT_REGISTRABLE",
        "START_TOO_FAR": "NOT_REGISTRABLE",
        "SCHOOL_CLOSED": "NOT_REGISTRABLE",
        "NEW_ECTS_BLOCKED": "NOT_REGISTRABLE",
        "ACCESS_BLOCKED": "NOT_REGISTRABLE",
        "APPROPRIATE_BODY_NOT_ALLOWED": "NOT_REGISTRABLE",
        "REGISTRABLE": "REGISTRABLE",
        "INDUCTION_FAILED_IN_WALES": None,
    },
    "mentor_assignable": {
        "NOT_REGISTERED_AS_ECT": "NOT_ASSIGNABLE",
        "NOT_A_MENTOR": "NOT_ASSIGNABLE",
        "SELF_MENTORING": "NOT_ASSIGNABLE",
        "DIFFERENT_SCHOOL": "NOT_ASSIGNABLE",
        "OUTSIDE_ECT_PERIOD": "NOT_ASSIGNABLE",
        "OUTSIDE_MENTOR_PERIOD": "NOT_ASSIGNABLE",
        "OVERLAPS_OTHER_MENTORSHIP": "NOT_ASSIGNABLE",
        "ENDS_BEFORE_START": "NOT_ASSIGNABLE",
        "ASSIGNABLE": "ASSIGNABLE",
        "MENTOR_NOT_OFFERED": None,
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
        "PAYMENTS_FROZEN": None,
    },
    "mentor_grant": {
        "TRN_NOT_KNOWN": "NOT_KNOWN",
        "NOT_A_MENTOR": "NOT_REGISTERED",
        "BEFORE_NATIONAL_ROLL_OUT": "NOT_DUE",
        "GRANT_CONDITIONS_NOT_FOUND": "NOT_SETTLED",
        "TRAINED_IN_EARLY_ROLL_OUT": "NOT_DUE",
        "TRAINED_BEFORE": "NOT_DUE",
        "SCHOOL_NOT_ELIGIBLE": "NOT_DUE",
        "TRAINING_NOT_STARTED": "NOT_YET_DUE",
        "NO_PROVIDER_LED_TRAINING": "NOT_DUE",
        "NO_TRAINING_IN_ACADEMIC_YEAR": "NOT_DUE",
        "GRANT_DUE": "DUE",
        "GRANT_NOT_YET_DUE": "NOT_YET_DUE",
        "GRANT_NOT_DUE": "NOT_DUE",
    },
    "mentor_kind": {
        "TRN_NOT_KNOWN": "NOT_KNOWN",
        "NOT_A_MENTOR": "NOT_REGISTERED",
        "NOT_MENTORING": "NOT_MENTORING",
        "CANNOT_TELL": "CANNOT_TELL",
        "REPLACEMENT_MENTOR": "REPLACEMENT",
        "REPLACING_MENTOR": "REPLACING",
        "UNFUNDED_MENTOR": "UNFUNDED",
        "UNFUNDED_PAID_SEPARATELY": None,
        "UNFUNDED_IN_ECT_FEE": None,
        "NOT_IN_TARGETS": None,
        "NO_UPLIFT": None,
        "ORDINARY_MENTOR": "ORDINARY",
    },
    "mentor_registrable": {
        "NOT_FOUND_IN_TRS": "NOT_REGISTRABLE",
        "CANNOT_MENTOR_SELF": "NOT_REGISTRABLE",
        "IDENTITY_NOT_CONFIRMED": "NOT_REGISTRABLE",
        "ALREADY_MENTOR_AT_SCHOOL": "NOT_REGISTRABLE",
        "PROHIBITED_FROM_TEACHING": "NOT_REGISTRABLE",
        "EMAIL_IN_USE": "NOT_REGISTRABLE",
        "REGISTRATION_NOT_OPEN": "NOT_REGISTRABLE",
        "START_NOT_AFTER_PREVIOUS": "NOT_REGISTRABLE",
        "START_TOO_FAR": "NOT_REGISTRABLE",
        "SCHOOL_CLOSED": "NOT_REGISTRABLE",
        "ACCESS_BLOCKED": "NOT_REGISTRABLE",
        "REGISTRABLE": "REGISTRABLE",
    },
    "mentor_training": {
        "MAY_CONTINUE_WITHOUT_ECT": "ELIGIBLE",
        "TWO_YEARS_ACCESS": None,
        "ELIGIBLE": "ELIGIBLE",
    },
    "record_retention": {
        "TRN_NOT_KNOWN": "NOT_KNOWN",
        "NOT_A_MENTOR": "NOT_REGISTERED",
        "CURRENT_ECT": "KEEP",
        "FUTURE_ECT": "KEEP",
        "IN_TRAINING": "KEEP",
        "TRAINING_DEFERRED": "KEEP",
        "FUNDING_EVIDENCE": "KEEP",
        "BILLABLE_DECLARATION": "KEEP",
        "NEVER_ASSIGNED": "DO_NOT_HOLD",
        "PREVIOUSLY_ASSIGNED": "REVIEW",
    },
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

# Of the checks whose rules for contract periods up to 2024 give others.
STATUS_UP_TO_2024 = {
    "ect_funding": {
        "TRN_NOT_KNOWN": "NOT_KNOWN",
        "NOT_REGISTERED_AS_ECT": "NOT_REGISTERED",
        "ACTIVE_FLAGS": "NEEDS_REVIEW",
        "NOT_ALLOWED": "NOT_ELIGIBLE",
        "PREVIOUS_PARTICIPATION": "NOT_ELIGIBLE",
        "PREVIOUS_INDUCTION": "NOT_ELIGIBLE",
        "NO_QTS": "NEEDS_REVIEW",
        "DIFFERENT_TRN": "NEEDS_REVIEW",
        "INDUCTION_EXEMPT": "NOT_ELIGIBLE",
        "INDUCTION_PASSED": "NOT_ELIGIBLE",
        "INDUCTION_FAILED": "NOT_ELIGIBLE",
        "INDUCTION_FAILED_IN_WALES": "NOT_ELIGIBLE",
        "NO_INDUCTION": "NEEDS_REVIEW",
        "LEFT_SCHOOL": "NOT_ELIGIBLE",
        "SCHOOL_NOT_ELIGIBLE": "NOT_ELIGIBLE",
        "ELIGIBLE": "ELIGIBLE",
        "PAYMENTS_FROZEN": None,
    },
    "ect_registrable": {
        "NOT_FOUND_IN_TRS": "NOT_REGISTRABLE",
        "IDENTITY_NOT_CONFIRMED": "NOT_REGISTRABLE",
        "ALREADY_ECT_AT_SCHOOL": "NOT_REGISTRABLE",
        "INDUCTION_PASSED": "NOT_REGISTRABLE",
        "INDUCTION_EXEMPT": "NOT_REGISTRABLE",
        "INDUCTION_FAILED": "NOT_REGISTRABLE",
        "PROHIBITED_FROM_TEACHING": "NOT_REGISTRABLE",
        "EMAIL_IN_USE": "NOT_REGISTRABLE",
        "REGISTRATION_NOT_OPEN": "NOT_REGISTRABLE",
        "START_TOO_EARLY": "NOT_REGISTRABLE",
        "START_NOT_AFTER_PREVIOUS": "NOT_REGISTRABLE",
        "START_TOO_FAR": "NOT_REGISTRABLE",
        "SCHOOL_CLOSED": "NOT_REGISTRABLE",
        "NEW_ECTS_BLOCKED": "NOT_REGISTRABLE",
        "ACCESS_BLOCKED": "NOT_REGISTRABLE",
        "IN_MENTOR_TRAINING": "NOT_REGISTRABLE",
        "APPROPRIATE_BODY_NOT_ALLOWED": "NOT_REGISTRABLE",
        "REGISTRABLE": "REGISTRABLE",
        "INDUCTION_FAILED_IN_WALES": None,
    },
    "mentor_funding": {
        "TRN_NOT_KNOWN": "NOT_KNOWN",
        "NOT_A_MENTOR": "NOT_REGISTERED",
        "ACTIVE_FLAGS": "NEEDS_REVIEW",
        "NOT_ALLOWED": "NOT_ELIGIBLE",
        "PREVIOUS_PARTICIPATION": "NOT_ELIGIBLE",
        "TRAINED_IN_EARLY_ROLL_OUT": "NOT_ELIGIBLE",
        "TRAINING_COMPLETED": "NOT_ELIGIBLE",
        "TRAINING_STARTED_NOT_COMPLETED": "NOT_ELIGIBLE",
        "DIFFERENT_TRN": "NEEDS_REVIEW",
        "DUPLICATE_RECORD": "NOT_ELIGIBLE",
        "NO_ECT_ASSIGNED": "NOT_YET_ELIGIBLE",
        "ASSIGNMENT_NOT_STARTED": "NOT_YET_ELIGIBLE",
        "NOT_AT_A_SCHOOL": "NOT_ELIGIBLE",
        "SCHOOL_NOT_ELIGIBLE": "NOT_ELIGIBLE",
        "NO_PROVIDER_LED_ECT": "NOT_ELIGIBLE",
        "ELIGIBLE": "ELIGIBLE",
        "ASSIGNED_ECT_CONCLUDED": None,
        "PAYMENTS_FROZEN": None,
    },
    "mentor_training": {
        "TRN_NOT_KNOWN": "NOT_KNOWN",
        "NOT_A_MENTOR": "NOT_REGISTERED",
        "CHECKS_NOT_COMPLETE": "CANNOT_TELL",
        "ACTIVE_FLAGS": "NEEDS_REVIEW",
        "NOT_ALLOWED": "NOT_ELIGIBLE",
        "NO_ECT_ASSIGNED": "NOT_YET_ELIGIBLE",
        "TRAINING_NOT_FUNDED": None,
        "MAY_CONTINUE_WITHOUT_ECT": "ELIGIBLE",
        "TWO_YEARS_ACCESS": None,
        "ELIGIBLE": "ELIGIBLE",
    },
    "school_eligibility": {
        "MARKED_AS_ELIGIBLE": "ELIGIBLE",
        "SCHOOL_CLOSED": "NOT_ELIGIBLE",
        "NOT_IN_ENGLAND": "NOT_ELIGIBLE",
        "INDEPENDENT_WITHOUT_SECTION_41": "NOT_ELIGIBLE",
        "TYPE_NOT_ELIGIBLE": "NOT_ELIGIBLE",
        "SECTION_41_INDEPENDENT": "ELIGIBLE",
        "SECTION_41_APPROVED": "ELIGIBLE",
        "STATE_FUNDED_OPEN": "ELIGIBLE",
        "SCHOOL_LED_ONLY": None,
    },
}


def reasons_of(check, year):
    """Each reason of the rules in force for that contract period once, and where it leads."""
    rules = [rule for rule in CHECKS[check].rules if rule.in_force_for(year)]
    return list(dict.fromkeys((r.code, r.status) for rule in rules for r in rule.reasons))


@pytest.mark.parametrize("check", CHECKS)
def test_the_reasons_of_each_check_in_order_and_where_they_lead(check):
    assert reasons_of(check, 2025) == list(STATUS_OF_REASON[check].items())
    before = STATUS_UP_TO_2024.get(check, STATUS_OF_REASON[check])
    assert reasons_of(check, 2024) == list(before.items())


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
    "its own, for some contract periods": ("mentor_training", "NO_ECT_ASSIGNED", "TRAIN-E3"),
    "of a check that it asks": ("mentor_training", "ASSIGNMENT_NOT_STARTED", "FUND-5"),
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


CONTRACT_PERIODS = {
    "FUND-1": (2025, None),
    "FUND-E1": (None, 2024),
    "FUND-E2": (None, 2024),
    "FUND-E5": (None, 2024),
    "FUND-3": (None, 2024),
    "TRAIN-0a": (None, 2024),
    "TRAIN-0": (None, 2024),
    "TRAIN-E1": (None, 2024),
    "TRAIN-E2": (None, 2024),
    "TRAIN-E3": (None, 2024),
    "TRAIN-1": (2025, None),
    "TRAIN-2": (2025, None),
    "TRAIN-2a": (None, 2024),
    "TRAIN-3": (2025, None),
    "TRAIN-8": (2025, None),
}


def test_the_contract_periods_of_the_rules_about_mentors():
    checks = ("mentor_funding", "mentor_training")
    found = {i: rule.contract_periods for i, (check, rule) in RULES.items() if check in checks}
    assert {i: years for i, years in found.items() if years != (None, None)} == CONTRACT_PERIODS


def test_the_first_day_on_which_an_action_could_change_the_answer_is_the_day_unless_a_rule_says():
    assert RULE_SET.earliest("mentor_funding", TELL_MISSING_FACTS, None, DAY) == DAY
    (registered,) = (m for m in MODULES if m.RULE.id == "FUND-0")
    assert RULE_SET.earliest("mentor_funding", registered.REGISTER_AS_MENTOR, None, DAY) == DAY
