"""The names of records on the wire."""

import pytest

from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.messages import KIND_NAMES
from ect_rules.wire.names import record_key, record_name
from ect_rules.world import key
from tests.builders import THE_MENTOR, contract_year, mentorship, teacher


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (teacher(THE_MENTOR), pb.RecordName(kind=pb.RECORD_KIND_TEACHER, id=THE_MENTOR)),
        (contract_year(2025), pb.RecordName(kind=pb.RECORD_KIND_CONTRACT_PERIOD, id="2025")),
        (
            mentorship("2025-09-01", name="m"),
            pb.RecordName(kind=pb.RECORD_KIND_MENTORSHIP_PERIOD, id="m"),
        ),
    ],
)
def test_a_record_and_its_name(record, name):
    assert record_name(record) == name
    assert record_key(name) == key(record)


def test_every_kind_of_record_has_a_name():
    kinds = {pb.RecordKind.Name(n).removeprefix("RECORD_KIND_") for n in pb.RecordKind.values()}
    assert {record_key(pb.RecordName(kind=n))[0] for n in pb.RecordKind.values()[1:]} == {
        *KIND_NAMES
    }
    assert kinds == {"UNSPECIFIED", *(name.upper() for name in KIND_NAMES.values())}
