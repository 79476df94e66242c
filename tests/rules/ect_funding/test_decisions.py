"""Is an ECT's own training fundable? Whole answers."""

from datetime import date
from itertools import combinations

import pytest

from ect_rules import catalogue
from ect_rules.dated import boundaries
from ect_rules.facts import ContractPeriod
from ect_rules.timeline import Outlook, outlook
from tests.builders import (
    THE_SCHOOL,
    day,
    ecf_checks,
    ect_funding,
    induction_period,
    instant,
    school,
    training,
)
from tests.rules.table import Answer, answered, ask

TODAY = "2026-01-15"
TELL = ["TELL_MISSING_FACTS"]
REGISTRATION = {"ect_at_school_period_id": "the ECT's period", "urn": THE_SCHOOL}
MAY = REGISTRATION | {"induction_may_start": True}
MAY_NOT = REGISTRATION | {"induction_may_start": False}
ELIGIBLE = Answer("ELIGIBLE", ["ELIGIBLE"], details=MAY)
CLOSED = school(gias_status="closed")
ACTIONS = {
    "ACTIVE_FLAGS": ["REVIEW_FLAGS"],
    "DIFFERENT_TRN": ["CONFIRM_TRN"],
    "NO_QTS": ["AWARD_QTS"],
    "NO_INDUCTION": ["RECORD_INDUCTION"],
    "LEFT_SCHOOL": ["REGISTER_ECT"],
    "SCHOOL_NOT_ELIGIBLE": ["CHECK_SCHOOL"],
}
EARLY = [induction_period("2020-09-01", "2023-08-31", "pass")]

# Every bar from contract period 2025: the status it leads to, and what is given for it. In this order.
BARS = {
    "PROHIBITED_FROM_TEACHING": ("NOT_ELIGIBLE", {"prohibited": True}),
    "INDUCTION_EXEMPT": ("NOT_ELIGIBLE", {"exempt_on": "2026-01-15"}),
    "INDUCTION_PASSED": ("NOT_ELIGIBLE", {"induction": "Passed"}),
    "INDUCTION_FAILED": ("NOT_ELIGIBLE", {"induction": "Failed"}),
    "INDUCTION_FAILED_IN_WALES": ("NOT_ELIGIBLE", {"induction": "FailedInWales"}),
    "NO_QTS": ("NOT_YET_ELIGIBLE", {"qts": False}),
    "NO_INDUCTION": ("NOT_YET_ELIGIBLE", {"inductions": []}),
    "INDUCTION_NOT_STARTED": (
        "NOT_YET_ELIGIBLE",
        {"inductions": [induction_period("2026-01-16")]},
    ),
    "LEFT_SCHOOL": ("NOT_ELIGIBLE", {"finished": "2026-01-14"}),
    "SCHOOL_NOT_ELIGIBLE": ("NOT_ELIGIBLE", {"at": CLOSED}),
}
# The same up to contract period 2024, by the checks of the earlier service.
CHAIN = {
    "ACTIVE_FLAGS": ("NEEDS_REVIEW", {"active_flags": True}),
    "PREVIOUS_PARTICIPATION": ("NOT_ELIGIBLE", {"previous_participation": True}),
    "PREVIOUS_INDUCTION": ("NOT_ELIGIBLE", {"previous_induction": True}),
    "NO_QTS": ("NEEDS_REVIEW", {"no_qts": True}),
    "DIFFERENT_TRN": ("NEEDS_REVIEW", {"different_trn": True}),
    "INDUCTION_EXEMPT": ("NOT_ELIGIBLE", {"exempt_from_induction": True}),
    "NO_INDUCTION": ("NEEDS_REVIEW", {"no_induction": True}),
}


def earlier(**given):
    """An ECT whose latest training is of contract period 2023."""
    checks = given.pop("ecf", ecf_checks())
    return ect_funding(training=[training("2023-09-01", year=2023)], ecf=checks, **given)


def actions_on(*reasons):
    return [action for reason in reasons for action in ACTIONS.get(reason, [])]


def known(answer):
    """The answer without what is stated beside it."""
    return answer.status, answer.reasons, answer.actions


@pytest.mark.parametrize("reason", BARS)
def test_each_bar_alone(reason):
    status, given = BARS[reason]
    found = answered("ect_funding", ect_funding(**given), TODAY)
    assert known(found) == (status, [reason], actions_on(reason))


TOGETHER = {
    f"{first} before {second}": (first, second)
    for first, second in combinations(BARS, 2)
    if not BARS[first][1].keys() & BARS[second][1].keys()
    if {first, second} != {"LEFT_SCHOOL", "SCHOOL_NOT_ELIGIBLE"}
    if not (
        first.startswith("INDUCTION_")
        and "induction" in BARS[first][1]
        and second == "NO_INDUCTION"
    )
}


@pytest.mark.parametrize(("first", "second"), TOGETHER.values(), ids=TOGETHER)
def test_two_bars_together_are_both_listed_and_the_first_names_the_status(first, second):
    given = ect_funding(**BARS[first][1], **BARS[second][1])
    found = answered("ect_funding", given, TODAY)
    assert known(found) == (BARS[first][0], [first, second], actions_on(first, second))


@pytest.mark.parametrize("reason", CHAIN)
def test_each_check_of_the_earlier_service_alone(reason):
    status, flags = CHAIN[reason]
    found = answered("ect_funding", earlier(ecf=ecf_checks(**flags)), TODAY)
    assert known(found) == (status, [reason], actions_on(reason))


@pytest.mark.parametrize(("first", "second"), list(combinations(CHAIN, 2)))
def test_the_checks_of_the_earlier_service_come_in_its_order(first, second):
    checks = ecf_checks(**CHAIN[first][1], **CHAIN[second][1])
    found = answered("ect_funding", earlier(ecf=checks), TODAY)
    assert known(found) == (CHAIN[first][0], [first, second], actions_on(first, second))


DECISIONS = {
    "an ECT whom nothing bars": (ect_funding(), TODAY, ELIGIBLE),
    # Who is asked about.
    "nothing is recorded under the TRN": (
        ect_funding(known=False),
        TODAY,
        Answer("NOT_KNOWN", ["TRN_NOT_KNOWN"]),
    ),
    "not registered as an ECT, and exempt": (
        ect_funding(registered=False, induction="Exempt"),
        TODAY,
        Answer("NOT_REGISTERED", ["NOT_REGISTERED_AS_ECT"], actions=["REGISTER_ECT"]),
    ),
    # Induction.
    "the last day of induction": (
        ect_funding(induction="Passed", inductions=[induction_period("2024-09-01", TODAY, "pass")]),
        TODAY,
        Answer("ELIGIBLE", ["ELIGIBLE"], details=MAY_NOT),
    ),
    "the day after it": (
        ect_funding(induction="Passed", inductions=[induction_period("2024-09-01", TODAY, "pass")]),
        "2026-01-16",
        Answer("NOT_ELIGIBLE", ["INDUCTION_PASSED"], details=MAY_NOT),
    ),
    "passed, and no induction is recorded: nobody is asked to record one": (
        ect_funding(induction="Passed", inductions=[]),
        TODAY,
        Answer("NOT_ELIGIBLE", ["INDUCTION_PASSED"], details=MAY_NOT),
    ),
    "the day before induction starts": (
        ect_funding(),
        "2025-08-31",
        Answer("NOT_YET_ELIGIBLE", ["INDUCTION_NOT_STARTED"], details=MAY),
    ),
    "the day on which induction starts": (ect_funding(), "2025-09-01", ELIGIBLE),
    "begun before September 2021 and finished in time": (
        ect_funding(induction="Passed", inductions=EARLY),
        TODAY,
        Answer("NOT_ELIGIBLE", ["INDUCTION_PASSED", "PREVIOUS_INDUCTION"], details=MAY_NOT),
    ),
    "begun before September 2021 and not finished in time": (
        ect_funding(inductions=[induction_period("2020-09-01")]),
        TODAY,
        ELIGIBLE,
    ),
    "the same, on 31 August 2023": (
        ect_funding(inductions=[induction_period("2020-09-01")], training=[training("2025-09-01")]),
        "2023-08-31",
        Answer("NOT_ELIGIBLE", ["PREVIOUS_INDUCTION"], details=MAY),
    ),
    "the same, on 1 September 2023": (
        ect_funding(
            inductions=[induction_period("2020-09-01")],
            training=[training("2025-09-01")],
            training_year=ContractPeriod(2025),
        ),
        "2023-09-01",
        ELIGIBLE,
    ),
    # QTS.
    "the day before QTS": (
        ect_funding(qts_on=TODAY),
        "2026-01-14",
        Answer("NOT_YET_ELIGIBLE", ["NO_QTS"], details=MAY_NOT),
    ),
    "the day of QTS": (ect_funding(qts_on=TODAY), TODAY, ELIGIBLE),
    # What is not told.
    "QTS is not told": (
        ect_funding(qts=None),
        TODAY,
        Answer("CANNOT_TELL", ["CANNOT_TELL"], actions=TELL, details=REGISTRATION),
    ),
    # What stands beside the answer.
    "exempt, and was eligible before": (
        ect_funding(
            induction="Exempt", first_eligible="2025-09-01T09:00+01:00", exempt_on="2025-12-01"
        ),
        TODAY,
        Answer(
            "NOT_ELIGIBLE",
            ["INDUCTION_EXEMPT"],
            details=MAY_NOT | {"published_eligible_for_funding": True},
        ),
    ),
    "the contract period no longer pays": (
        earlier(training_year=ContractPeriod(2023, True, instant("2025-06-16T00:00+01:00"))),
        TODAY,
        Answer("ELIGIBLE", ["ELIGIBLE"], details=MAY, warnings=["PAYMENTS_FROZEN"]),
    ),
    # Up to contract period 2024.
    "the earlier service found nothing": (earlier(), TODAY, ELIGIBLE),
    "the earlier service's checks are not told": (
        earlier(ecf=None),
        TODAY,
        Answer("CANNOT_TELL", ["CANNOT_TELL"], actions=TELL, details=MAY),
    ),
    "flags that somebody must look at": (
        earlier(ecf=ecf_checks(active_flags=True)),
        TODAY,
        Answer("NEEDS_REVIEW", ["ACTIVE_FLAGS"], actions=["REVIEW_FLAGS"], details=MAY),
    ),
    "flags that somebody looked at": (
        earlier(ecf=ecf_checks(active_flags=True, validated=("eligible", "none"))),
        TODAY,
        ELIGIBLE,
    ),
    "refused because of flags": (
        earlier(ecf=ecf_checks(validated=("ineligible", "active_flags"))),
        TODAY,
        Answer("NOT_ELIGIBLE", ["NOT_ALLOWED"], details=MAY),
    ),
    "the earlier service found nothing, and TRS shows an exemption now": (
        earlier(induction="Exempt"),
        TODAY,
        Answer("NOT_ELIGIBLE", ["INDUCTION_EXEMPT"], details=MAY_NOT),
    ),
    "the earlier service found nothing, and induction has been passed since": (
        earlier(induction="Passed"),
        TODAY,
        Answer("NOT_ELIGIBLE", ["INDUCTION_PASSED"], details=MAY_NOT),
    ),
    "secure units up to contract period 2024": (
        earlier(at=school("Secure units")),
        TODAY,
        Answer("NOT_ELIGIBLE", ["SCHOOL_NOT_ELIGIBLE"], actions=["CHECK_SCHOOL"], details=MAY),
    ),
    "secure units from contract period 2025": (
        ect_funding(at=school("Secure units")),
        TODAY,
        ELIGIBLE,
    ),
}


@pytest.mark.parametrize(("given", "on", "expected"), DECISIONS.values(), ids=DECISIONS)
def test_decisions(given, on, expected):
    assert answered("ect_funding", given, on) == expected


NOT_TOLD = {
    "whether prohibited": ect_funding(prohibited=None),
    "the induction status": ect_funding(induction=None),
    "QTS": ect_funding(qts=None),
    "the school": ect_funding(at=school(None, None, section_41=None)),
    **{
        f"{flag}, of the earlier service": earlier(ecf=ecf_checks(**{flag: None}))
        for flag in ("active_flags", "previous_participation", "different_trn")
    },
    "whether prohibited, of the earlier service": earlier(prohibited=None),
}


@pytest.mark.parametrize("given", NOT_TOLD.values(), ids=NOT_TOLD)
def test_what_is_not_told_never_becomes_a_yes(given):
    assert ask("ect_funding", given, TODAY).status == "CANNOT_TELL"


# By whose rules: the contract period of the latest training; without any, that of the day.
JUDGED_BY = {
    "no training, 31 May 2025": ([], "2025-05-31", 2024),
    "no training, 1 June 2025": ([], "2025-06-01", 2025),
    "training whose contract period is told": ([training("2025-09-01", year=2023)], TODAY, 2023),
    "training whose contract period is not": ([training("2025-05-31")], TODAY, 2024),
    "the latest of two": (
        [training("2023-09-01", year=2023), training("2025-09-01", year=2025, name="later")],
        TODAY,
        2025,
    ),
}


@pytest.mark.parametrize(("trained", "on", "expected"), JUDGED_BY.values(), ids=JUDGED_BY)
def test_by_whose_rules_the_ect_is_judged(trained, on, expected):
    facts = ect_funding(training=trained)
    assert catalogue.load().contract_period("ect_funding", facts, day(on)) == expected


# From when what somebody is asked to do could change the answer.
EARLIEST = {
    "recording induction": (ect_funding(inductions=[]), "RECORD_INDUCTION", TODAY),
    "recording induction, before QTS": (
        ect_funding(inductions=[], qts_on="2026-02-01"),
        "RECORD_INDUCTION",
        "2026-02-01",
    ),
    "the award of QTS": (ect_funding(qts=False), "AWARD_QTS", TODAY),
    "the same, of the earlier service": (
        earlier(ecf=ecf_checks(no_qts=None), qts_on="2026-02-01"),
        "AWARD_QTS",
        "2026-02-01",
    ),
    "recording induction, of the earlier service": (
        earlier(ecf=ecf_checks(no_induction=True)),
        "RECORD_INDUCTION",
        TODAY,
    ),
}


@pytest.mark.parametrize(("given", "code", "expected"), EARLIEST.values(), ids=EARLIEST)
def test_from_when_an_action_could_change_the_answer(given, code, expected):
    decision = ask("ect_funding", given, TODAY)
    (action,) = [action for action in decision.next_actions if action.code == code]
    assert catalogue.load().earliest("ect_funding", action, given, day(TODAY)) == day(expected)


WITH_EARLIEST = [m for m in catalogue.load().modules["ect_funding"] if hasattr(m, "earliest")]


@pytest.mark.parametrize("rule", WITH_EARLIEST, ids=lambda rule: rule.RULE.id)
def test_what_waits_for_qts_waits_for_the_day_of_its_award(rule):
    facts = ect_funding(qts_on="2026-01-15")
    found = [rule.earliest(facts, day(f"2026-01-{n}")) for n in (14, 15, 16)]
    assert found == [day("2026-01-15"), day("2026-01-15"), day("2026-01-16")]


# What becomes of the answer if nothing changes: since when, until when, and a yes from when.
OUTLOOKS = {
    "induction to come": (
        [induction_period("2026-04-01")],
        TODAY,
        (None, "2026-03-31", "2026-04-01"),
    ),
    "induction that goes on": ([induction_period("2025-09-01")], TODAY, ("2025-09-01", None, None)),
    "induction that ends in a pass": (
        [induction_period("2025-09-01", "2026-07-31", "pass")],
        TODAY,
        ("2025-09-01", "2026-07-31", None),
    ),
    "a one-year induction before the two-year programme": (
        [induction_period("2020-09-01")],
        "2023-01-15",
        ("2020-09-01", "2023-08-31", "2023-09-01"),
    ),
}


@pytest.mark.parametrize(("inductions", "on", "expected"), OUTLOOKS.values(), ids=OUTLOOKS)
def test_outlook(inductions, on, expected):
    facts = ect_funding(inductions=inductions, training=[training("2025-09-01", year=2025)])
    days, day_asked = sorted(boundaries(facts.induction_periods)), date.fromisoformat(on)
    now = ask("ect_funding", facts, on)
    seen = outlook(catalogue.load(), "ect_funding", lambda _: facts, days, day_asked, now)
    assert seen == Outlook(*map(day, expected))


ORDER = [
    "EFUND-0a",
    "EFUND-0b",
    "EFUND-4a",
    "EFUND-E1",
    "EFUND-E2",
    "EFUND-E3",
    "EFUND-E4",
    "EFUND-E5",
    "EFUND-2",
    "EFUND-E7",
    "EFUND-4b",
    "EFUND-4c",
    "EFUND-4d",
    "EFUND-E8",
    "EFUND-4e",
    "EFUND-1",
    "EFUND-4f",
    "EFUND-4g",
    "EFUND-4",
    "EFUND-6",
    "EFUND-3",
    "EFUND-8",
]


def test_these_rules_come_in_this_order():
    rules = catalogue.load().checks["ect_funding"].rules
    assert [rule.id for rule in rules if rule.id in ORDER] == ORDER


def test_every_status_is_given_by_some_decision():
    given = {expected.status for _, _, expected in DECISIONS.values()}
    assert given == set(catalogue.load().checks["ect_funding"].check.statuses)
