"""The items of a batch: what each asks, and what may be wrong with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ect_rules.errors import InvalidInputError, Problem
from ect_rules.servicers.asked import asked
from ect_rules.servicers.errors import validate
from ect_rules.servicers.questions import Question
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.wire.values import joined


def unique(items: Sequence[pb.CheckItem], path: str) -> None:
    """Raise InvalidInputError where two items have the same correlation id; they are at `path`."""
    named = Counter(item.correlation_id for item in items if item.correlation_id)
    if len(named) < sum(named.values()):
        raise InvalidInputError(
            *(
                Problem(
                    f"{path}[{place}].correlation_id",
                    "is that of another item too; give each its own, or none",
                    "CORRELATION_ID_TWICE",
                )
                for place, item in enumerate(items)
                if named[item.correlation_id] > 1
            )
        )


def question_of(item: pb.CheckItem, path: str) -> Question:
    """What the item at `path` asks. Raises InvalidInputError for one that cannot be read."""
    validate(item, lambda field: joined(path, field))
    check = item.WhichOneof("question")
    assert check is not None, "the contract requires a question"
    try:
        return asked(check, getattr(item, check))
    except InvalidInputError as error:
        raise InvalidInputError(
            *(Problem(f"{path}.{check}.{p.field}", p.description, p.reason) for p in error.problems)
        ) from None
