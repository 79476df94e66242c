"""Records as messages: what the contract lets through, and that they come back as they went in."""

from datetime import UTC, datetime
from typing import Any, get_args

import attrs
import protovalidate
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ect_rules.errors import InvalidInputError
from ect_rules.facts import Record
from ect_rules.v1 import facts_pb2 as pb
from ect_rules.wire.messages import KIND_NAMES, message
from ect_rules.wire.records import of_kind, record
from tests import sound


@pytest.mark.parametrize("kind", sound.BY_KIND)
@settings(max_examples=30)
@given(data=st.data())
def test_a_record_comes_back_as_it_went_in(kind: type[Record], data: st.DataObject) -> None:
    told = data.draw(sound.BY_KIND[kind])
    sent = message(told)
    protovalidate.validate(sent)
    assert record(pb.Record.FromString(sent.SerializeToString()), "records[0]") == told


def test_every_kind_of_record_is_in_the_contract_with_every_field() -> None:
    assert set(KIND_NAMES) == set(get_args(Record)) == set(sound.BY_KIND)
    assert [f.name for f in pb.Record.DESCRIPTOR.fields] == [*KIND_NAMES.values()]
    for kind, name in KIND_NAMES.items():
        described = pb.Record.DESCRIPTOR.fields_by_name[name].message_type.fields
        assert {f.name for f in described} == {f.name for f in attrs.fields(kind)}


DAY = {"year": 2025, "month": 9, "day": 1}
INSTANT = datetime(2025, 10, 3, 9, tzinfo=UTC)
TRN, ID = "3000001", {"id": "1"}
HELD = {**ID, "trn": TRN, "role": pb.PARTICIPANT_ROLE_ECT}
DECLARED = {
    **ID,
    "training_period_id": "t1",
    "declaration_type": pb.DECLARATION_TYPE_STARTED,
    "declaration_date": INSTANT,
    "payment_status": pb.PAYMENT_STATUS_ELIGIBLE,
}
INDUCED = {**ID, "trn": TRN, "started_on": DAY}

# Kind, its fields, and the field or the rule of the contract that refuses them.
REFUSED: dict[str, tuple[str, dict[str, Any], str]] = {
    "a day of QTS where it is not told whether it is held": (
        "teacher",
        {"trn": TRN, "qts_awarded_on": DAY},
        "teacher.qts",
    ),
    "a day of QTS where it is not held": (
        "teacher",
        {"trn": TRN, "qts_awarded_on": DAY, "qts_held": False},
        "teacher.qts",
    ),
    "a district code with a space": (
        "school",
        {"urn": "100001", "administrative_district_code": "E09 00001"},
        "administrative_district_code",
    ),
    "an outcome of induction that goes on": (
        "induction_period",
        {**INDUCED, "outcome": pb.INDUCTION_OUTCOME_PASS},
        "induction_period.outcome",
    ),
    "an outcome that is none": (
        "induction_period",
        {**INDUCED, "finished_on": DAY, "outcome": 3},
        "outcome",
    ),
    "a declaration of nothing": (
        "declaration",
        {**DECLARED, "declaration_type": 0},
        "declaration_type",
    ),
    "a declaration without its instant": (
        "declaration",
        {**DECLARED, "declaration_date": None},
        "declaration_date",
    ),
    "a declaration whose payment is not told": (
        "declaration",
        {**DECLARED, "payment_status": 0},
        "payment_status",
    ),
    "money recovered that was not paid": (
        "declaration",
        {**DECLARED, "clawback_status": pb.CLAWBACK_STATUS_CLAWED_BACK},
        "declaration.clawback",
    ),
    "a contract period before the first": ("contract_period", {"year": 2019}, "year"),
    "a contract period of the next century": ("contract_period", {"year": 2101}, "year"),
    "checks in no role": ("ecf_eligibility", {**HELD, "role": 0}, "role"),
    "checks with a status and no reason": (
        "ecf_eligibility",
        {**HELD, "status": pb.ECF_ELIGIBILITY_STATUS_MATCHED},
        "ecf_eligibility.status",
    ),
    "checks by hand with no status": (
        "ecf_eligibility",
        {**HELD, "manually_validated": True},
        "ecf_eligibility.status",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_the_contract_refuses(case: str) -> None:
    kind, fields, where = REFUSED[case]
    with pytest.raises(protovalidate.ValidationError) as caught:
        protovalidate.validate(pb.Record(**{kind: fields}))
    [violation] = caught.value.violations
    path = [element.field_name for element in violation.proto.field.elements]
    assert where in (path[-1], violation.proto.rule_id)


def test_nothing_to_recover_need_not_be_said() -> None:
    found = of_kind("declaration", pb.Declaration(**DECLARED), "declaration")
    assert found.clawback_status == "no_clawback"  # type: ignore[union-attr]


def test_an_instant_out_of_range_is_named() -> None:
    late = pb.Declaration(**{**DECLARED, "declaration_date": datetime(2201, 1, 1, tzinfo=UTC)})
    with pytest.raises(InvalidInputError) as caught:
        of_kind("declaration", late, "records[3].declaration")
    assert [(p.field, p.reason) for p in caught.value.problems] == [
        ("records[3].declaration.declaration_date", "INSTANT_OUT_OF_RANGE")
    ]


def test_what_only_the_core_refuses_is_named() -> None:
    told = pb.EcfEligibility(
        **HELD,
        status=pb.ECF_ELIGIBILITY_STATUS_ELIGIBLE,
        reason=pb.ECF_ELIGIBILITY_REASON_NO_QTS,
    )
    with pytest.raises(InvalidInputError) as caught:
        of_kind("ecf_eligibility", told, "records[0].ecf_eligibility")
    assert [(p.field, p.reason) for p in caught.value.problems] == [
        ("records[0].ecf_eligibility.reason", "ECF_ELIGIBILITY_CONTRADICTS_ITSELF")
    ]
