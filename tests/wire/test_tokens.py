"""Replay tokens as text: what they hold comes back, and what is not whole is told so."""

import base64
import string
from datetime import date

import pytest

from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import decisions_pb2
from ect_rules.wire.tokens import LONGEST, Token, token
from tests.service.talking import day

ON = date(2026, 1, 15)
RULES, RELEASE = "0123456789abcdef", "1.2.3"
LETTERS = string.ascii_letters + string.digits + "-_"
ASKED = pb.CheckEctRegistrableRequest(
    trn="1000001",
    urn="100001",
    started_on=day("2026-02-02"),
    identity_confirmed=False,
    asking=decisions_pb2.Asking(
        consistency=decisions_pb2.Consistency(at_least_revision=3),
        contract_period=2025,
        view=decisions_pb2.VIEW_FULL,
    ),
)


def made(asked: pb.CheckEctRegistrableRequest = ASKED, answer: bytes = b"yes") -> str:
    return token(RULES, RELEASE, answer, "ect_registrable", asked, asked.asking, 7, ON)


def supposing(records: int, ignore_stored: bool = False) -> str:
    asked = pb.CheckEctRegistrableRequest()
    asked.CopyFrom(ASKED)
    asked.asking.hypothetical.ignore_stored = ignore_stored
    for number in range(records):
        asked.asking.hypothetical.records.add().teacher.trn = f"{number:07}"
    return made(asked)


def test_a_token_holds_the_question_its_day_and_its_revision() -> None:
    read = Token.read(made())
    assert (read.rule_set, read.release) == (RULES, RELEASE)
    assert read.asked == pb.BatchCheckRequest(
        items=[
            pb.CheckItem(
                ect_registrable=pb.EctRegistrableQuestion(
                    trn="1000001",
                    urn="100001",
                    started_on=day("2026-02-02"),
                    identity_confirmed=False,
                )
            )
        ],
        asking=decisions_pb2.Asking(
            on=day("2026-01-15"),
            consistency=decisions_pb2.Consistency(exact_revision=7),
            contract_period=2025,
            view=decisions_pb2.VIEW_FULL,
        ),
    )


def test_answers_that_differ_have_digests_that_differ() -> None:
    assert Token.read(made()).digest == Token.read(made()).digest
    assert Token.read(made()).digest != Token.read(made(answer=b"no")).digest


def test_a_token_goes_into_a_url_as_it_is() -> None:
    assert set(made()) <= set(LETTERS)


@pytest.mark.parametrize("ignore_stored", [False, True])
def test_what_is_supposed_is_in_the_token(ignore_stored: bool) -> None:
    asking = Token.read(supposing(3, ignore_stored)).asked.asking
    assert len(asking.hypothetical.records) == 3
    assert asking.hypothetical.ignore_stored == ignore_stored
    assert asking.consistency.HasField("exact_revision") != ignore_stored


def test_of_more_than_fits_there_is_no_token() -> None:
    lengths = [len(supposing(records)) for records in range(100)]
    fits = lengths.index(0)
    assert lengths[:fits] == sorted(lengths[:fits])
    assert LONGEST - 20 < lengths[fits - 1] <= LONGEST
    assert not any(lengths[fits:])


def test_a_token_with_one_letter_changed_is_refused() -> None:
    whole = made()
    for place, letter in enumerate(whole):
        for other in LETTERS.replace(letter, "")[:: 1 if place == len(whole) - 1 else 7]:
            with pytest.raises(ValueError, match=r"^is "):
                Token.read(whole[:place] + other + whole[place + 1 :])


def test_a_token_cut_or_with_more_to_it_is_refused() -> None:
    whole = made()
    others = [whole[:length] for length in range(len(whole))]
    others += [
        whole[1:],
        f"{whole}A",
        f"{whole}=",
        f" {whole}",
        f"{whole}\n",
        f"{whole}é",
        whole * 2,
    ]
    for other in others:
        with pytest.raises(ValueError, match=r"^is "):
            Token.read(other)


def test_a_token_of_another_version_is_told_apart() -> None:
    data = base64.urlsafe_b64decode(made() + "==")
    later = base64.urlsafe_b64encode(b"\x02" + data[1:]).rstrip(b"=").decode()
    with pytest.raises(ValueError, match=r"^is of version 2, and this release reads version 1$"):
        Token.read(later)
