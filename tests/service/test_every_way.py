"""Every way of asking gives the same answer: by itself, in a batch, in a stream, in a list, looked up,
replayed, in a timeline, and on the same facts supposed.

EVERY_WAY=100 asks about everybody in as many worlds.
"""

import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from ect_rules.facts import Record
from ect_rules.generate import population
from ect_rules.servicers.subjects import CHECKS, SCHOOLS, Subject, kind_of
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.wire.values import day_message
from ect_rules.world import World
from tests.service.batching import alone, answer, batch, item
from tests.service.conftest import TODAY
from tests.service.talking import Talk, actions, asking, codes, iso, status, supposing
from tests.service.test_lookup import found, request, stream
from tests.service.test_replaying import replay, told_of
from tests.sizes import size

WORLDS = size("EVERY_WAY", 2, 6, 100)
Asked = tuple[str, Subject]


def question(check: str, subject: Subject) -> pb.CheckItem:
    names = {"urn": subject.urn} if kind_of(check) is SCHOOLS else {"trn": subject.trn}
    if check in ("registration", "ect_funding"):
        names["urn"] = subject.urn
    return item(check, **names)


def chunks(items: list[pb.CheckItem], **how: Any) -> Iterator[pb.StreamChecksRequest]:
    yield pb.StreamChecksRequest(asking=asking(**how))
    for first in range(0, len(items), 17):
        yield pb.StreamChecksRequest(chunk=pb.CheckChunk(items=items[first : first + 17]))


def listed(talk: Talk, urns: set[str], **how: Any) -> dict[Asked, Any]:
    """The answers in the lists of all schools."""
    answers: dict[Asked, Any] = {}
    for urn in urns:
        mine = {"urn": urn, "asking": asking(**how), "page_size": 100}
        registrations = talk.checks.ListRegistrations(pb.ListRegistrationsRequest(**mine))
        for each in registrations.registrations:
            answers["registration", Subject(each.trn, urn)] = each.decision
        mentors = talk.checks.ListMentors(pb.ListMentorsRequest(include_left=True, **mine))
        for mentor in mentors.mentors:
            subject = Subject(mentor.trn, "")
            answers["mentor_funding", subject] = mentor.funding
            answers["mentor_training", subject] = mentor.training
            answers["record_retention", subject] = mentor.retention
        assert {registrations.next_page_token, mentors.next_page_token} == {""}
    return answers


def timeline(talk: Talk, asked: Asked, **days: Any) -> list[Any]:
    check, subject = asked
    made = pb.GetTimelineRequest(**days)
    for name in ("trn", "urn"):
        if getattr(subject, name):
            setattr(getattr(made, check), name, getattr(subject, name))
    return [*talk.checks.GetTimeline(made).stretches]


def acted_on(decision: Any) -> tuple[Any, ...]:
    return status(decision), codes(decision.reasons), codes(decision.warnings), actions(decision)


@pytest.mark.timeout(0)
@pytest.mark.parametrize("seed", range(WORLDS))
def test_every_way_gives_the_same(talk: Talk, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret is made of it
    people: list[Record] = list(population(chance.randint(5, 40), seed))
    world = World(people)
    talk.import_records(people)
    on = TODAY + timedelta(chance.randint(-900, 400))
    day = on.isoformat()
    asked = [(c, s) for c in CHECKS for s in sorted(kind_of(c).of(world.records.values()))]
    items = [question(*each) for each in asked]
    given = {each: alone(talk, one, on=day) for each, one in zip(asked, items, strict=True)}
    assert len(given) > len(CHECKS)

    assert [answer(r) for r in batch(talk, items, on=day).results] == [*given.values()]
    parts = talk.checks.StreamChecks(chunks(items, on=day))
    assert [answer(r) for part in parts for r in part.results] == [*given.values()]
    in_lists = listed(talk, {*world.schools}, on=day)
    assert in_lists == {each: given[each] for each in given if each[0] in LISTED}
    for check in CHECKS:
        looked_up = found(stream(talk, request(check, asking=asking(day))))
        mine = {(s.trn, s.urn): a for (c, s), a in given.items() if c == check}
        assert looked_up == mine

    as_stored = supposing(people)
    for each, one in zip(asked, items, strict=True):
        alike = given[each]
        assert replay(talk, told_of(alike).replay_token) == alike
        assert acted_on(alone(talk, one, on=day, hypothetical=as_stored)) == acted_on(alike)
        (that_day,) = timeline(talk, each, first_day=day_message(on), last_day=day_message(on))
        assert acted_on(getattr(that_day, each[0])) == acted_on(alike)
        (stretch,) = [s for s in timeline(talk, each, first_day=EVER) if holds(s, day)]
        assert acted_on(getattr(stretch, each[0])) == acted_on(alike)


EVER = day_message(TODAY - timedelta(3_000))
LISTED = ("registration", "mentor_funding", "mentor_training", "record_retention")


def holds(stretch: pb.Stretch, day: str) -> bool:
    last = iso(stretch, "last_day")
    return str(iso(stretch, "first_day")) <= day and (last is None or day <= last)
