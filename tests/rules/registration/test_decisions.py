"""Is the registration of an ECT complete? Whole answers."""

import pytest

from ect_rules import catalogue
from tests.builders import (
    ANOTHER_MENTOR,
    ANOTHER_SCHOOL,
    THE_ECT,
    THE_MENTOR,
    THE_SCHOOL,
    day,
    ect,
    mentor_period,
    mentored,
)
from tests.rules.table import Answer, answered, ask

REGISTRATION = {"ect_at_school_period_id": "the ECT's period", "urn": THE_SCHOOL}
ASSIGNED = REGISTRATION | {"mentor_trn": THE_MENTOR, "mentorship_started_on": "2025-09-01"}
EXISTING_FIRST = ["ASSIGN_EXISTING_MENTOR", "REGISTER_NEW_MENTOR"]
NEW_ONLY = ["REGISTER_NEW_MENTOR"]


def incomplete(actions, **more):
    return Answer(
        "INCOMPLETE", ["MENTOR_NOT_ASSIGNED"], actions=actions, details=REGISTRATION, **more
    )


def because(status, *reasons, details=REGISTRATION, **more):
    return Answer(status, list(reasons), details=details, **more)


DECISIONS = {
    # The heart of it: the mentor decides.
    "no mentor is assigned and the school has none": (ect(), "2026-01-15", incomplete(NEW_ONLY)),
    "no mentor is assigned and somebody else at the school mentors": (
        ect(mentors_here=[mentor_period()]),
        "2026-01-15",
        incomplete(EXISTING_FIRST),
    ),
    "no mentor is assigned and only the ECT mentors at the school": (
        ect(mentors_here=[mentor_period(trn=THE_ECT)]),
        "2026-01-15",
        incomplete(NEW_ONLY),
    ),
    "no mentor is assigned and the school's only mentor is leaving": (
        ect(mentors_here=[mentor_period(finished="2026-07-31")]),
        "2026-01-15",
        incomplete(NEW_ONLY),
    ),
    "a mentor is assigned": (
        ect(mentorships=[mentored("2025-09-01")]),
        "2026-01-15",
        because("COMPLETE", "MENTOR_ASSIGNED", details=ASSIGNED),
    ),
    "a mentor is assigned and another could be": (
        ect(mentorships=[mentored("2025-09-01")], mentors_here=[mentor_period(trn=ANOTHER_MENTOR)]),
        "2026-01-15",
        because("COMPLETE", "MENTOR_ASSIGNED", details=ASSIGNED),
    ),
    "a mentor is assigned from a later day": (
        ect(mentorships=[mentored("2025-09-01")]),
        "2025-08-31",
        because("COMPLETE", "MENTOR_ASSIGNED_FUTURE", details=ASSIGNED),
    ),
    "the last day of the mentorship": (
        ect(mentorships=[mentored("2025-09-01", "2026-01-15")]),
        "2026-01-15",
        because("COMPLETE", "MENTOR_ASSIGNED", details=ASSIGNED),
    ),
    "the day after the mentorship ended": (
        ect(mentorships=[mentored("2025-09-01", "2026-01-15")]),
        "2026-01-16",
        incomplete(NEW_ONLY),
    ),
    "the day before the ECT starts, without a mentor": (
        ect("2025-09-01"),
        "2025-08-31",
        incomplete(NEW_ONLY),
    ),
    # Who is asked about.
    "nothing is recorded under the TRN": (
        ect(known=False),
        "2026-01-15",
        because("NOT_KNOWN", "TRN_NOT_KNOWN", details={}),
    ),
    "the teacher is not registered as an ECT, and has passed": (
        ect(registered=False, induction="Passed"),
        "2026-01-15",
        because("NOT_REGISTERED", "NOT_REGISTERED_AS_ECT", details={}, actions=["REGISTER_ECT"]),
    ),
    # What comes before what.
    "left, and never had a mentor": (
        ect(finished="2026-01-14"),
        "2026-01-15",
        because("LEFT", "LEFT_SCHOOL"),
    ),
    "left, having passed": (
        ect(finished="2026-01-14", induction="Passed"),
        "2026-01-15",
        because("LEFT", "LEFT_SCHOOL", "INDUCTION_PASSED"),
    ),
    "left, and the mentorship was left open": (
        ect(finished="2026-01-14", mentorships=[mentored("2025-09-01")]),
        "2026-01-15",
        because("LEFT", "LEFT_SCHOOL", "MENTOR_ASSIGNED", details=ASSIGNED),
    ),
    "leaving, and never had a mentor": (
        ect(finished="2026-01-15", reported_by=THE_SCHOOL),
        "2026-01-15",
        because("LEAVING", "LEAVING_SCHOOL"),
    ),
    "the day after the reported last day": (
        ect(finished="2026-01-15", reported_by=THE_SCHOOL),
        "2026-01-16",
        because("LEFT", "LEFT_SCHOOL"),
    ),
    "leaving, and nobody asks for a school": (
        ect(finished="2026-01-15", reported_by=THE_SCHOOL, asked_by=None),
        "2026-01-15",
        incomplete(NEW_ONLY),
    ),
    "leaving, and another school asks": (
        ect(finished="2026-01-15", reported_by=THE_SCHOOL, asked_by=ANOTHER_SCHOOL),
        "2026-01-15",
        incomplete(NEW_ONLY),
    ),
    "leaving, and exempt": (
        ect(finished="2026-01-15", reported_by=THE_SCHOOL, induction="Exempt"),
        "2026-01-15",
        because("LEAVING", "LEAVING_SCHOOL", "INDUCTION_EXEMPT"),
    ),
    "leaving, failed, and with a mentor": (
        ect(
            finished="2026-01-15",
            reported_by=THE_SCHOOL,
            induction="Failed",
            mentorships=[mentored("2025-09-01")],
        ),
        "2026-01-15",
        because(
            "LEAVING", "LEAVING_SCHOOL", "INDUCTION_FAILED", "MENTOR_ASSIGNED", details=ASSIGNED
        ),
    ),
    "passed, and never had a mentor": (
        ect(induction="Passed"),
        "2026-01-15",
        because("NOT_REQUIRED", "INDUCTION_PASSED"),
    ),
    "failed, and never had a mentor": (
        ect(induction="Failed"),
        "2026-01-15",
        because("NOT_REQUIRED", "INDUCTION_FAILED"),
    ),
    "exempt, and with a mentor": (
        ect(induction="Exempt", mentorships=[mentored("2025-09-01")]),
        "2026-01-15",
        because("NOT_REQUIRED", "INDUCTION_EXEMPT", "MENTOR_ASSIGNED", details=ASSIGNED),
    ),
    # The status in TRS.
    "failed in Wales, without a mentor": (
        ect(induction="FailedInWales"),
        "2026-01-15",
        incomplete(NEW_ONLY, warnings=["INDUCTION_FAILED_IN_WALES"]),
    ),
    "failed in Wales, with a mentor": (
        ect(induction="FailedInWales", mentorships=[mentored("2025-09-01")]),
        "2026-01-15",
        because(
            "COMPLETE",
            "MENTOR_ASSIGNED",
            details=ASSIGNED,
            warnings=["INDUCTION_FAILED_IN_WALES"],
        ),
    ),
    "the induction status is not told, without a mentor": (
        ect(induction=None),
        "2026-01-15",
        incomplete(NEW_ONLY),
    ),
    "the induction status is not told, with a mentor": (
        ect(induction=None, mentorships=[mentored("2025-09-01")]),
        "2026-01-15",
        because("COMPLETE", "MENTOR_ASSIGNED", details=ASSIGNED),
    ),
}


@pytest.mark.parametrize(("given", "on", "expected"), DECISIONS.values(), ids=DECISIONS)
def test_decisions(given, on, expected):
    assert answered("registration", given, on) == expected


# From when what the school is asked to do could change the answer.
EARLIEST = {
    "the day before the ECT starts": ("2025-08-31", "2025-09-01"),
    "the day on which the ECT starts": ("2025-09-01", "2025-09-01"),
    "the day after": ("2025-09-02", "2025-09-02"),
}


@pytest.mark.parametrize(("on", "expected"), EARLIEST.values(), ids=EARLIEST)
def test_no_mentor_is_assigned_before_the_ect_starts(on, expected):
    given = ect("2025-09-01", mentors_here=[mentor_period()])
    asked_for = ask("registration", given, on).next_actions
    assert [action.code for action in asked_for] == EXISTING_FIRST
    for action in asked_for:
        found = catalogue.load().earliest("registration", action, given, day(on))
        assert found == day(expected)


def test_an_ect_can_be_registered_on_the_day():
    given, on = ect(registered=False), day("2026-01-15")
    (action,) = ask("registration", given, "2026-01-15").next_actions
    assert catalogue.load().earliest("registration", action, given, on) == on


ORDER = [
    "REG-0a",
    "REG-0b",
    "REG-1",
    "REG-2",
    "REG-3",
    "REG-4",
    "REG-5",
    "REG-6",
    "REG-7",
    "AMB-3",
]


def test_these_rules_come_in_this_order():
    rules = catalogue.load().checks["registration"].rules
    assert [rule.id for rule in rules if rule.id in ORDER] == ORDER


def test_every_rule_has_a_finding_even_after_a_stop():
    decision = ask("registration", ect(known=False), "2026-01-15")
    assert [finding.verdict.value for finding in decision.findings] == [
        "met",
        *["not applicable"] * 9,
    ]


def test_every_status_is_given_by_some_decision():
    given = {expected.status for _, _, expected in DECISIONS.values()}
    assert given == set(catalogue.load().checks["registration"].check.statuses)
