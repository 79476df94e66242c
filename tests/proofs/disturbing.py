"""The records of a situation with something changed: facts near to all that the rules tell apart."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from types import NoneType
from typing import get_args, get_type_hints

from attrs import evolve, fields
from hypothesis import strategies as st

from ect_rules import facts
from ect_rules.space.space import decided
from ect_rules.world import World
from tests.core.worlds import URNS

DAY = timedelta(1)
# What is a name or a number: each with the others that it may be.
NAMED = {
    "urn": URNS,
    "gias_type": (
        None,
        "Community school",
        "Secure units",
        "Other independent school",
        "Online provider",
    ),
    "administrative_district_code": (None, "E06000001", "9999", "W06000001"),
    "lead_provider": (None, "a provider", "another provider"),
    "contract_period": (None, 2022, 2024, 2025),
}
KEYS = ("id", "trn", "year", "ect_at_school_period_id", "mentor_at_school_period_id")


def changeable(record):
    """The fields that may be changed, with the types of their values."""
    hints = get_type_hints(type(record), vars(facts))
    found = {f.name: hints[f.name] for f in fields(type(record))}
    return {
        name: get_args(hint) or (hint,)
        for name, hint in found.items()
        if name in NAMED or (name not in KEYS and str not in (get_args(hint) or (hint,)))
    }


@st.composite
def changed(draw, record, days):
    """The record with another value of one field, and a last day that is not before the first."""
    names = changeable(record)
    if not names:
        return record
    name = draw(st.sampled_from(sorted(names)))
    value = draw(st.one_of(*(_values(name, kind, days) for kind in names[name])))
    other = evolve(record, **{name: value})
    first, last = getattr(other, "started_on", None), getattr(other, "finished_on", None)
    return other if first is None or last is None or first <= last else record


def _values(name, kind, days):
    if name in NAMED:
        return st.sampled_from(NAMED[name])
    if kind is NoneType:
        return st.none()
    if kind is bool:
        return st.booleans()
    if issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    if kind is datetime:
        hours = st.sampled_from(["00:00", "12:00", "22:30", "23:30"])
        return st.builds(
            lambda day, hour: datetime.fromisoformat(f"{day}T{hour}+00:00"), days, hours
        )
    assert kind is date, f"{name}: {kind}"
    return days


@st.composite
def disturbed(draw, rules, spaces):
    """The view of a check, the day asked about, and the space that it comes from."""
    space = draw(st.sampled_from(spaces))
    point, _ = draw(st.sampled_from(decided(rules, space)))
    records, on = space.records(point), space.day(point)
    days = st.sampled_from(
        sorted({day + n * DAY for day in {on, *_days(records)} for n in (-1, 0, 1)})
    )
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(records) - 1)) if records else 0
        match draw(st.sampled_from(["change", "change", "change", "more", "less"])):
            case "change" if records:
                records[place] = draw(changed(records[place], days))
            case "more" if records and hasattr(records[place], "id"):
                more = draw(changed(records[place], days))
                records.append(evolve(more, id=f"{more.id}, again"))
            case "less" if records:
                records.pop(place)
    asked = draw(st.just(on) | days)
    return space.view(World(records), point), asked


def _days(records):
    for record in records:
        for field in fields(type(record)):
            value = getattr(record, field.name)
            if isinstance(value, date):
                yield value.date() if isinstance(value, datetime) else value
