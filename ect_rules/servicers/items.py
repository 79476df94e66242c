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

LENGTH_OF_A_UUID = 36


def names_of(items: Sequence[pb.CheckItem], path: str) -> list[str]:
    """The correlation ids of items at `path`. Raises InvalidInputError where two have the same."""
    names = [item.correlation_id for item in items]
    given = [name for name in names if name]
    if len(set(given)) == len(given):
        return names
    times = Counter(given)
    raise InvalidInputError(
        *(
            Problem(
                f"{path}[{place}].correlation_id",
                "is that of another item too; give each its own, or none",
                "CORRELATION_ID_TWICE",
            )
            for place, name in enumerate(names)
            if times[name] > 1
        )
    )


def surely_valid(names: Sequence[str]) -> bool:
    """Whether no correlation id need be held against the contract, as it is with nearly all."""
    return "".join(names).isprintable() and max(map(len, names), default=0) <= LENGTH_OF_A_UUID


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
