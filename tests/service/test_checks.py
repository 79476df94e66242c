"""The checks about ECTs' funding, records, kinds of mentors and grants, over a real socket."""

from typing import Any

import pytest

from tests.service.talking import ON_BOTH_DATABASES, Talk, codes, iso, status

pytestmark = ON_BOTH_DATABASES

ON = "2026-01-15"


def own(decision: Any) -> dict[str, Any]:
    """The fields that only this kind of decision has, as far as they are set."""
    common = ("status", "reasons", "warnings", "next_actions", "basis", "findings")
    return {
        field.name: [*value] if isinstance(value, list) else value
        for field, value in decision.ListFields()
        if field.name not in common and not field.name.startswith("holds_")
    }


PUBLISHED, BEGIN = "published_eligible_for_funding", "induction_may_start"
ECTS: dict[str, tuple[str, str, str, dict[str, Any]]] = {
    "in induction": ("3000001", "ELIGIBLE", "ELIGIBLE", {PUBLISHED: True, BEGIN: True}),
    "has passed": ("3000006", "NOT_ELIGIBLE", "INDUCTION_PASSED", {PUBLISHED: True, BEGIN: False}),
    "has failed": ("3000007", "NOT_ELIGIBLE", "INDUCTION_FAILED", {PUBLISHED: True, BEGIN: False}),
    "is exempt": ("3000008", "NOT_ELIGIBLE", "INDUCTION_EXEMPT", {PUBLISHED: False, BEGIN: False}),
    "has left": ("3000012", "NOT_ELIGIBLE", "LEFT_SCHOOL", {PUBLISHED: True, BEGIN: True}),
}
RECORDS = {
    "mentors somebody": ("3000030", "KEEP", "CURRENT_ECT"),
    "will mentor somebody": ("3000035", "KEEP", "FUTURE_ECT"),
    "is in training": ("3000036", "KEEP", "IN_TRAINING"),
    "has deferred training": ("3000045", "KEEP", "TRAINING_DEFERRED"),
    "has lost funding": ("3000034", "KEEP", "FUNDING_EVIDENCE"),
    "mentored somebody": ("3000044", "REVIEW", "PREVIOUSLY_ASSIGNED"),
    "never mentored anybody": ("3000031", "DO_NOT_HOLD", "NEVER_ASSIGNED"),
}
KINDS: dict[str, tuple[str, str, str, dict[str, Any]]] = {
    "took over": (
        "3000037",
        "REPLACEMENT",
        "REPLACEMENT_MENTOR",
        {"schedule": "ecf-replacement-january"},
    ),
    "never trained by the ECT's provider": (
        "3000033",
        "UNFUNDED",
        "UNFUNDED_MENTOR",
        {"unfunded_for": ["Northway Lead Provider"]},
    ),
    "trained by the ECT's provider": ("3000030", "ORDINARY", "ORDINARY_MENTOR", {}),
    "mentors nobody": ("3000031", "NOT_MENTORING", "NOT_MENTORING", {}),
}


@pytest.mark.parametrize("case", ECTS)
def test_funding_of_ects(example: Talk, case: str) -> None:
    trn, expected, reason, details = ECTS[case]
    decision = example.ect_funding(trn, ON, contract_period=2025)
    assert (status(decision), codes(decision.reasons)[0]) == (expected, reason)
    found = {"ect_at_school_period_id": f"1{trn[-2:]}", "urn": "100001"}
    assert own(decision) == found | details


def test_funding_of_an_ect_from_a_later_day(example: Talk) -> None:
    """Induction began on 1 September."""
    decision = example.ect_funding("3000001", "2025-08-31")
    assert status(decision) == "NOT_YET_ELIGIBLE"
    assert (iso(decision, "eligible_from"), iso(decision, "holds_until")) == (
        "2025-09-01",
        "2025-08-31",
    )
    assert status(example.ect_funding("3000001", "2025-09-01")) == "ELIGIBLE"


@pytest.mark.parametrize("case", RECORDS)
def test_records(example: Talk, case: str) -> None:
    trn, expected, reason = RECORDS[case]
    decision = example.retention(trn, ON)
    assert (status(decision), codes(decision.reasons)[0]) == (expected, reason)
    assert own(decision) == {}


def test_a_record_is_judged_again_when_its_use_is_over(example: Talk) -> None:
    """3000043 mentors and trains until 27 March."""
    before, after = (example.retention("3000043", on) for on in ("2026-03-27", "2026-03-28"))
    assert (status(before), status(after)) == ("KEEP", "REVIEW")
    assert iso(before, "holds_until") == "2026-03-27"
    assert iso(after, "holds_from") == "2026-03-28"


@pytest.mark.parametrize("case", KINDS)
def test_kinds_of_mentors(example: Talk, case: str) -> None:
    trn, expected, reason, details = KINDS[case]
    decision = example.kind(trn, ON)
    assert (status(decision), codes(decision.reasons)[0]) == (expected, reason)
    assert {name: [*v] if name == "unfunded_for" else v for name, v in own(decision).items()} == (
        details
    )


def parts(decision: Any) -> list[tuple[str, float, bool | None, bool]]:
    return [
        (p.name, p.hours, p.due if p.HasField("due") else None, p.second_hand)
        for p in decision.parts
    ]


GRANTS: dict[str, tuple[str, str, str, float, list[tuple[str, float, bool | None, bool]]]] = {
    "a new mentor who has started": (
        *("3000030", ON, "DUE", 4),
        [("start element", 4, True, True), ("completion element", 16, False, True)],
    ),
    "the day before that was declared": (
        *("3000030", "2025-10-02", "NOT_YET_DUE", 0),
        [("start element", 4, False, True), ("completion element", 16, False, True)],
    ),
    "by the term": (
        *("3000032", "2025-08-01", "DUE", 6),
        [
            ("autumn term", 6, False, False),
            ("spring term", 6, False, False),
            ("summer term", 6, True, False),
        ],
    ),
    "after the training": ("3000032", ON, "NOT_DUE", 0, []),
    "in a year that is not settled": ("3000030", "2026-09-01", "NOT_SETTLED", 0, []),
}


@pytest.mark.parametrize("case", GRANTS)
def test_grants(example: Talk, case: str) -> None:
    trn, on, expected, hours, due = GRANTS[case]
    decision = example.grant(trn, on)
    assert (status(decision), decision.hours) == (expected, hours)
    assert parts(decision) == due
    assert all(part.words.endswith(".") for part in decision.parts)
    first = int(on[:4]) - (on[5:] < "09-01")
    assert decision.academic_year == f"{first}-{(first + 1) % 100}"


def test_a_grant_has_the_day_from_which_it_is_due(example: Talk) -> None:
    decision = example.grant("3000030", "2025-10-02")
    assert (iso(decision, "due_from"), iso(decision, "holds_until")) == ("2025-10-03", "2025-10-02")
    assert not example.grant("3000030", ON).HasField("due_from")


ASKED = (Talk.ect_funding, Talk.retention, Talk.kind, Talk.grant)


@pytest.mark.parametrize("ask", ASKED, ids=lambda ask: ask.__name__)
def test_actions_say_who_and_from_when(example: Talk, ask: Any) -> None:
    actions = [
        action
        for trn in range(3000001, 3000049)
        for action in ask(example, str(trn), ON).next_actions
    ]
    assert actions
    for action in actions:
        assert action.actor
        assert action.words.endswith(".")
        assert (iso(action, "earliest_change_on") or "") >= ON


def test_nothing_changes_before_the_ect_is_there(example: Talk) -> None:
    """3000022 starts on 13 April."""
    decision = example.registration("3000022", ON)
    days = {iso(action, "earliest_change_on") for action in decision.next_actions}
    assert (status(decision), days) == ("INCOMPLETE", {"2026-04-13"})
