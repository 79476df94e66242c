"""Replay tokens: what was asked, made exact, with a digest of what was answered, as text.

A token is base64url of: its version; a CRC-32 of all that follows; the rule set and the digest; the
release, its length first; and a BatchCheckRequest of one item. It is no secret and nothing is signed:
who makes one up is told what the facts say, or that the answer is another.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import struct
from datetime import date
from functools import lru_cache
from typing import Any

from attrs import frozen
from google.protobuf.message import DecodeError

from ect_rules.v1 import check_service_pb2 as checks_pb
from ect_rules.v1 import decisions_pb2 as pb
from ect_rules.wire.values import day_message, optional

FORMAT = 1
LONGEST = 1_000
_BEGIN = struct.Struct(">BI")
_MADE_BY = struct.Struct(">8s16sB")


@frozen
class Token:
    """What a replay token says.

    `rule_set`, `release`: what answered. `digest`: of the answer without its token, 16 bytes. `asked`:
    a batch of one item, with day and revision made exact.
    """

    rule_set: str
    release: str
    digest: bytes
    asked: checks_pb.BatchCheckRequest

    @classmethod
    def read(cls, text: str) -> Token:
        """From its text. Raises ValueError for what is no token, not whole, or of another version."""
        data = _bytes(text)
        version, crc = _BEGIN.unpack_from(data)
        if version != FORMAT:
            raise ValueError(f"is of version {version}, and this release reads version {FORMAT}")
        rest = data[_BEGIN.size :]
        if binascii.crc32(rest) != crc:
            raise ValueError("is not as a server made it; send it whole, just as it came")
        rule_set, digest, length = _MADE_BY.unpack_from(rest)
        begin = _MADE_BY.size + length
        try:
            asked = checks_pb.BatchCheckRequest.FromString(rest[begin:])
        except DecodeError:
            raise ValueError("is not one that a server has made") from None
        return cls(rule_set.hex(), rest[_MADE_BY.size : begin].decode(), digest, asked)


def _bytes(text: str) -> bytes:
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (ValueError, binascii.Error):
        data = b""
    # Decoding passes over what it does not know, and a last letter may say more than it need.
    if len(data) < _BEGIN.size + _MADE_BY.size or _text(data) != text:
        raise ValueError("is not one that a server has made; send it just as it came")
    return data


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def token(
    rule_set: str,
    release: str,
    answer: bytes,
    check: str,
    asked: Any,
    asking: pb.Asking,
    revision: int,
    on: date,
) -> str:
    """The token of an answer, which is given as it is sent, without a token; empty if it were longer
    than LONGEST.

    `asked`: the message that holds the question. `asking`: as it came. `revision`, `on`: what it was
    answered at and for.
    """
    # Messages one after the other are the message that has the fields of both.
    rest = b"".join(
        (
            _made_by(rule_set, hashlib.blake2b(answer, digest_size=16).digest(), release),
            batch_of(check, asked).SerializeToString(),
            _exact(asking, revision, on),
        )
    )
    made = _text(_BEGIN.pack(FORMAT, binascii.crc32(rest)) + rest)
    return made if len(made) <= LONGEST else ""


def _made_by(rule_set: str, digest: bytes, release: str) -> bytes:
    name = release.encode()
    return _MADE_BY.pack(bytes.fromhex(rule_set), digest, len(name)) + name


def _exact(asking: pb.Asking, revision: int, on: date) -> bytes:
    year = optional(asking, "contract_period")
    whole = asking.view == pb.VIEW_FULL
    if not asking.HasField("hypothetical"):
        return _without_supposing(revision, on, year, whole)
    made = _asking(on, year, whole)
    made.hypothetical.CopyFrom(asking.hypothetical)
    if not asking.hypothetical.ignore_stored:
        made.consistency.exact_revision = revision
    return _as_batch(made)


@lru_cache(maxsize=1_000)
def _without_supposing(revision: int, on: date, year: int | None, whole: bool) -> bytes:
    made = _asking(on, year, whole)
    made.consistency.exact_revision = revision
    return _as_batch(made)


def _asking(on: date, year: int | None, whole: bool) -> pb.Asking:
    view = pb.VIEW_FULL if whole else pb.VIEW_UNSPECIFIED
    return pb.Asking(on=day_message(on), contract_period=year, view=view)


def _as_batch(asking: pb.Asking) -> bytes:
    return checks_pb.BatchCheckRequest(asking=asking).SerializeToString()


def batch_of(check: str, asked: Any) -> checks_pb.BatchCheckRequest:
    """A batch of the one question that a message holds, the request of its check or an item's part."""
    batch = checks_pb.BatchCheckRequest()
    question = getattr(batch.items.add(), check)
    question.SetInParent()
    for field, value in asked.ListFields():
        if field.name == "asking":
            continue
        if field.message_type is None:
            setattr(question, field.name, value)
        else:
            getattr(question, field.name).CopyFrom(value)
    return batch
