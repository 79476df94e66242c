"""The bytes by which the same question is known again."""

import pytest

from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.wire.items import question_bytes

QUESTIONS = [
    pb.CheckItem(),
    pb.CheckItem(mentor_funding=pb.MentorSubject(trn="1000001")),
    pb.CheckItem(mentor_training=pb.MentorSubject(trn="1000001")),
    pb.CheckItem(mentor_funding=pb.MentorSubject(trn="1000002")),
    pb.CheckItem(registration=pb.RegistrationQuestion(trn="1000001", urn="100001")),
]
NAMES = ["", "a", "\n\n", "x" * 36, "x" * 127, "x" * 128, "x" * 300, "é" * 64, "日本"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_makes_no_difference(name: str) -> None:
    for question in QUESTIONS:
        named = pb.CheckItem(correlation_id=name)
        named.MergeFrom(question)
        assert question_bytes(named) == question.SerializeToString()
        assert named.correlation_id == name


def test_another_question_has_others() -> None:
    assert len({question_bytes(question) for question in QUESTIONS}) == len(QUESTIONS)
