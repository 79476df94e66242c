"""Exports: all that was known at a revision, and enough to answer the same."""

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import grpc
import pytest
from attrs import evolve

from ect_rules.facts import (
    EctAtSchoolPeriod,
    Record,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.generate import population
from ect_rules.servicers.limits import MAX_STREAMS_AT_ONCE
from ect_rules.v1 import decisions_pb2
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.names import record_key, record_name
from ect_rules.wire.records import records as records_of
from ect_rules.world import World, key
from tests.service.conftest import serving
from tests.service.talking import ON_BOTH_DATABASES, Talk, new_id, refused, status, whole_import
from tests.waiting import once_there_is_room

TODAY = "2026-01-15"
SEED = 3
PROVIDER_LED = TrainingProgramme.PROVIDER_LED


def exported(
    talk: Talk, revision: int | None = None
) -> tuple[pb.ExportHeader, list[Record], pb.ExportEnd]:
    first, *parts, last = talk.records.ExportRecords(pb.ExportRecordsRequest(revision=revision))
    assert [p.WhichOneof("part") for p in parts] == ["batch"] * len(parts)
    assert all(1 <= len(p.batch.records) <= 1_000 for p in parts)
    found = [record for p in parts for record in records_of(p.batch.records, "records")]
    return first.header, found, last.end


@pytest.fixture
def told(talk: Talk) -> tuple[Talk, list[World]]:
    """A service of three revisions, and the world at each: half, all with changes, some training gone."""
    everything = list(population(60, SEED))
    half = everything[: len(everything) // 2]
    talk.import_records(half)
    changed = [
        evolve(r, prohibited_from_teaching=True)
        if isinstance(r, Teacher) and r.trn.endswith("7")
        else r
        for r in everything
    ]
    talk.import_records(changed)
    training = [r for r in changed if isinstance(r, TrainingPeriod)][::3]
    named = {d.training_period_id for d in World(changed).declarations.values()}
    gone = [t for t in training if t.id not in named]
    names = [record_name(t) for t in gone]
    talk.records.RetractRecords(pb.RetractRecordsRequest(request_id=new_id(), records=names))
    return talk, [World(), World(half), World(changed), World(changed).without(gone)]


@ON_BOTH_DATABASES
def test_all_that_was_known_at_a_revision_is_exported(told: tuple[Talk, list[World]]) -> None:
    talk, worlds = told
    for revision, world in enumerate(worlds):
        header, found, end = exported(talk, revision)
        assert {key(r): r for r in found} == world.records
        assert len(found) == len(world.records) == end.record_count
        assert header.revision == revision
        counts = {record_key(pb.RecordName(kind=c.kind))[0]: c.record_count for c in header.counts}
        assert counts == {
            kind: sum(isinstance(r, kind) for r in world.records.values()) for kind in counts
        }
        kinds = list(counts)
        order = [(kinds.index(type(r)), key(r)[1]) for r in found]
        assert [place for place, _ in order] == sorted(place for place, _ in order)
        trns = [r.trn for r in found if isinstance(r, Teacher)]
        assert trns == sorted(trns)
    assert exported(talk) == exported(talk, len(worlds) - 1), "the newest"


CHECKS = (
    ("CheckRegistration", "trn"),
    ("CheckMentorFunding", "trn"),
    ("CheckMentorTraining", "trn"),
    ("CheckEctFunding", "trn"),
    ("CheckRecordRetention", "trn"),
    ("CheckMentorKind", "trn"),
    ("CheckMentorGrant", "trn"),
    ("CheckSchoolEligibility", "urn"),
)


def answers(talk: Talk, world: World, revision: int | None) -> Iterator[Any]:
    at = None if revision is None else decisions_pb2.Consistency(exact_revision=revision)
    for method, subject in CHECKS:
        for name in world.teachers if subject == "trn" else world.schools:
            decision = talk.ask(method, TODAY, consistency=at, **{subject: name}).decision
            decision.ClearField("basis")
            yield decision


@ON_BOTH_DATABASES
def test_an_import_of_an_export_answers_the_same_and_exports_the_same(
    told: tuple[Talk, list[World]], tmp_path: Path
) -> None:
    talk, worlds = told
    _, found, _ = exported(talk, 2)
    with serving(f"sqlite:///{tmp_path}/copy.sqlite") as copy:
        done = copy.records.ImportRecords(whole_import(found, size=1_000))
        assert done.added == len(found)
        assert exported(copy)[1] == exported(copy)[1]
        assert {key(r): r for r in exported(copy)[1]} == worlds[2].records
        assert list(answers(copy, worlds[2], None)) == list(answers(talk, worlds[2], 2))


def test_what_is_written_meanwhile_is_not_in_an_export(talk: Talk) -> None:
    people = [Teacher(f"{n:07}") for n in range(4_500)]
    talk.records.ImportRecords(whole_import(people, size=1_000))
    stream = talk.records.ExportRecords(pb.ExportRecordsRequest())
    assert next(stream).header.revision == 1
    found = records_of(next(stream).batch.records, "records")
    talk.import_records([Teacher("9999999"), Teacher("0004000", qts_held=True)])
    found += [r for part in stream for r in records_of(part.batch.records, "records")]
    assert found == people


def test_a_revision_that_has_not_been_written(talk: Talk) -> None:
    answer = refused(lambda: exported(talk, 1))
    assert (answer.code.name, answer.reason) == ("OUT_OF_RANGE", "REVISION_OUT_OF_RANGE")
    answer = refused(lambda: exported(talk, -1))
    assert (answer.code.name, answer.fields) == ("INVALID_ARGUMENT", ["revision"])


def told_of_much(talk: Talk) -> int:
    """Records that no buffer between server and client takes at once. How many they are."""
    provider, start = "x" * 200, date(2025, 9, 1)
    training = [
        TrainingPeriod(f"t{n}", PROVIDER_LED, start, "e", lead_provider=provider)
        for n in range(3_000)
    ]
    ect = EctAtSchoolPeriod("e", "1000001", "100001", start)
    records = [Teacher("1000001"), School("100001"), ect, *training]
    talk.records.ImportRecords(whole_import(records, size=1_000))
    return len(records)


def test_a_client_that_goes_away_or_waits_too_long_leaves_room(talk: Talk) -> None:
    there = told_of_much(talk)
    for _ in range(2 * MAX_STREAMS_AT_ONCE):
        stream = talk.records.ExportRecords(pb.ExportRecordsRequest())
        stream.cancel()
    tired = talk.records.ExportRecords(pb.ExportRecordsRequest(), timeout=0.2)
    threading.Event().wait(0.3)
    with pytest.raises(grpc.RpcError) as late:
        list(tired)
    assert late.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED
    assert once_there_is_room(lambda: exported(talk))[2].record_count == there


def test_exports_that_nobody_reads_keep_no_check_waiting_and_one_too_many_is_refused(
    talk: Talk,
) -> None:
    there = told_of_much(talk)
    streams = [
        talk.records.ExportRecords(pb.ExportRecordsRequest()) for _ in range(MAX_STREAMS_AT_ONCE)
    ]
    assert {next(stream).header.revision for stream in streams} == {1}
    answer = refused(lambda: exported(talk))
    assert (answer.code.name, answer.reason) == ("RESOURCE_EXHAUSTED", "TOO_MANY_STREAMS")
    assert status(talk.registration("1000001", TODAY)) == "INCOMPLETE"
    for stream in streams:
        stream.cancel()
    assert once_there_is_room(lambda: exported(talk))[2].record_count == there
