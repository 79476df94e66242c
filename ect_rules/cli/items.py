"""Questions in a file, a line each, as CSV or as JSON lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.json_format import ParseDict, ParseError

from ect_rules.errors import InvalidInputError, Problem
from ect_rules.v1 import check_service_pb2 as pb

_KINDS: dict[str, Any] = {
    field.name: field.message_type
    for field in pb.CheckItem.DESCRIPTOR.oneofs_by_name["question"].fields
}
_TRUTH = {"true": True, "false": False}


def read(path: Path) -> Iterator[pb.CheckItem]:
    """The questions, in order; one without a correlation id has the number of its line.

    A line has `check`, the name of the check, and the fields of its question in the contract; days are
    YYYY-MM-DD. Raises InvalidInputError, with the line, for one that cannot be read.
    """
    for line, row in _rows(path):
        yield _item(row, f"{path.name}:{line}", str(line))


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            if path.suffix == ".csv":
                rows = csv.DictReader(file, strict=True)
                for row in rows:
                    yield rows.line_num, {k: v for k, v in row.items() if v not in ("", None)}
                return
            for number, text in enumerate(file, 1):
                if text.strip():
                    yield number, _from_json(text, f"{path.name}:{number}")
        except csv.Error as error:
            raise _wrong(path.name, f"is not CSV: {error}") from None
        except UnicodeDecodeError:
            raise _wrong(path.name, "is not text in UTF-8") from None


def _from_json(text: str, place: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise _wrong(place, "is not a JSON object in one line")
    return found


def _item(row: dict[str, Any], place: str, name: str) -> pb.CheckItem:
    check = str(row.pop("check", "")).replace("-", "_")
    if check not in _KINDS:
        raise _wrong(place, f"check must be one of {', '.join(_KINDS)}")
    fields = _KINDS[check].fields_by_name
    made: dict[str, Any] = {"correlation_id": str(row.pop("correlation_id", name))}
    asked = {}
    for field, value in row.items():
        if field not in fields:
            raise _wrong(place, f"{field} is no field of {check}: {', '.join(fields)}")
        asked[field] = _value(fields[field], value, f"{place} {field}")
    try:
        return ParseDict(made | {check: asked}, pb.CheckItem())
    except ParseError:
        raise _wrong(place, "has a field that is not of the kind that the contract has") from None


def _value(field: FieldDescriptor, value: Any, place: str) -> Any:
    if field.message_type is not None and isinstance(value, str):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise _wrong(place, "must be a day of the calendar written YYYY-MM-DD") from None
        return {"year": day.year, "month": day.month, "day": day.day}
    if field.type == FieldDescriptor.TYPE_BOOL and isinstance(value, str):
        if value not in _TRUTH:
            raise _wrong(place, "must be true or false")
        return _TRUTH[value]
    return value


def _wrong(place: str, description: str) -> InvalidInputError:
    return InvalidInputError(Problem(place, description, "LINE_INVALID"))
