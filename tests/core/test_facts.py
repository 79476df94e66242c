"""The values that facts may have are spelt as their sources spell them."""

from enum import StrEnum

import attrs
import pytest

from ect_rules import facts
from tests.builders import ect_period, school, teacher

VALUES = {
    facts.InductionStatus: [
        "None",
        "RequiredToComplete",
        "InProgress",
        "Passed",
        "Failed",
        "FailedInWales",
        "Exempt",
    ],
    facts.MentorLostFundingReason: [
        "completed_declaration_received",
        "completed_during_early_roll_out",
        "started_not_completed",
    ],
    facts.GiasStatus: ["open", "closed", "proposed_to_close", "proposed_to_open"],
    facts.TrainingProgramme: ["provider_led", "school_led"],
    facts.InductionOutcome: ["pass", "fail"],
    facts.DeclarationType: [
        "started",
        "retained-1",
        "retained-2",
        "retained-3",
        "retained-4",
        "completed",
        "extended-1",
        "extended-2",
        "extended-3",
    ],
    facts.PaymentStatus: ["no_payment", "eligible", "payable", "paid", "voided"],
    facts.ClawbackStatus: ["no_clawback", "awaiting_clawback", "clawed_back"],
    facts.EvidenceType: [
        "training-event-attended",
        "self-study-material-completed",
        "materials-engaged-with-offline",
        "75-percent-engagement-met",
        "75-percent-engagement-met-reduced-induction",
        "one-term-induction",
        "other",
    ],
    facts.ParticipantRole: ["ect", "mentor"],
    facts.ProfileDuplicity: ["single", "primary", "secondary"],
    facts.EligibilityStatus: ["eligible", "matched", "manual_check", "ineligible"],
    facts.EligibilityReason: [
        "active_flags",
        "previous_participation",
        "previous_induction",
        "no_qts",
        "different_trn",
        "duplicate_profile",
        "none",
        "no_induction",
        "exempt_from_induction",
    ],
    facts.AppropriateBodyType: ["local_authority", "national", "teaching_school_hub"],
}


@pytest.mark.parametrize(
    ("kind", "values"), VALUES.items(), ids=lambda v: getattr(v, "__name__", "")
)
def test_values(kind, values):
    assert [str(value) for value in kind] == values


def test_every_list_of_values_is_in_the_table():
    lists = {
        kind
        for kind in vars(facts).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum)
    }
    assert lists - {StrEnum} == set(VALUES)


@pytest.mark.parametrize("record", [ect_period(), school(), teacher("1000001")])
def test_a_fact_never_changes(record):
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.trn = "1000009"


NOT_TOLD = {
    "a teacher of whom only the TRN is told": (facts.Teacher("1000001"), ["trn"], []),
    "a school of which only the URN is told": (
        facts.School("100001"),
        ["urn"],
        ["marked_as_eligible"],
    ),
    "a contract period of which only the year is told": (
        facts.ContractPeriod(2025),
        ["year"],
        [],
    ),
    "checks of ECF1 of which nothing is told": (
        facts.EcfEligibility("1", "1000001", facts.ParticipantRole.ECT),
        ["id", "trn", "role"],
        ["manually_validated"],
    ),
}


@pytest.mark.parametrize(("record", "keys", "acts"), NOT_TOLD.values(), ids=NOT_TOLD)
def test_what_is_not_told_is_none_and_not_no(record, keys, acts):
    told = attrs.asdict(record, filter=lambda _, value: value is not None)
    assert set(told) == {*keys, *acts}
