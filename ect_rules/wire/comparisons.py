"""Differences between answers as messages."""

from __future__ import annotations

from typing import Any

from ect_rules.comparing import Differences, Said
from ect_rules.v1 import comparison_service_pb2 as pb
from ect_rules.v1 import subjects_pb2
from ect_rules.wire.decisions import reason_code


def differing_answer(
    check: str, trn: str, urn: str, before: Said, after: Said
) -> pb.DifferingAnswer:
    """The message of a subject whose answers differ."""
    return pb.DifferingAnswer(
        check=check,
        subject=subjects_pb2.Subject(trn=trn, urn=urn),
        before=_answer(before),
        after=_answer(after),
    )


def _answer(said: Said) -> pb.ComparedAnswer:
    return pb.ComparedAnswer(
        status=said.status,
        reasons=map(reason_code, said.reasons),
        warnings=map(reason_code, said.warnings),
    )


def compared_check(check: str, found: Differences) -> Any:
    """The message of what came of a check."""
    return pb.ComparedCheck(
        check=check,
        compared=found.compared,
        differing=found.differing,
        statuses=[
            pb.StatusChange(before=before, after=after, count=count)
            for (before, after), count in found.transitions()
        ],
        reasons=[
            pb.ReasonChange(code=reason_code(code), came=found.came[code], went=found.went[code])
            for code in found.codes()
        ],
    )
