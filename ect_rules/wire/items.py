"""What makes two items of a batch the same question."""

from __future__ import annotations

from ect_rules.v1 import check_service_pb2 as pb

_TAG_OF_CORRELATION_ID = pb.CheckItem.CORRELATION_ID_FIELD_NUMBER << 3 | 2
_ONE_BYTE = 127  # the longest string whose length is written in one


def question_bytes(item: pb.CheckItem) -> bytes:
    """The item without its correlation id: equal for items that ask the same.

    The id is cut from the item's bytes, where it comes first: to make the bytes of the question by
    itself takes twice as long, and of an answer that is kept this is the greatest part.
    """
    data = item.SerializeToString()
    name = item.correlation_id
    if not name:
        return data
    if name.isascii() and len(name) <= _ONE_BYTE and data[0] == _TAG_OF_CORRELATION_ID:
        return data[len(name) + 2 :]
    alone = pb.CheckItem()
    alone.CopyFrom(item)
    alone.ClearField("correlation_id")
    return alone.SerializeToString()
