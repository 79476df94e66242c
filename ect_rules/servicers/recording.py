"""Recording facts as they are told, in place of earlier ones, and retracting them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from ect_rules.catalogue import Catalogue
from ect_rules.errors import InvalidInputError, Problem, RefusedError
from ect_rules.facts import (
    ContractPeriod,
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    School,
    Teacher,
)
from ect_rules.integrity import references, still_named, together
from ect_rules.servicers.applying import STILL_NAMED
from ect_rules.servicers.writing import Write
from ect_rules.store.snapshot import Seeds, Snapshot
from ect_rules.store.store import Transaction
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.messages import KIND_NAMES
from ect_rules.wire.names import record_key
from ect_rules.wire.records import of_kind, records
from ect_rules.world import key

Key = tuple[type, str]
# What only a journey makes, by its method.
MADE_BY: dict[type, str] = {
    EctAtSchoolPeriod: "RegisterEct",
    MentorAtSchoolPeriod: "RegisterMentor",
    MentorshipPeriod: "RegisterMentor or AssignMentor",
}


# Of these nothing must hold but what holds of each by itself.
BY_THEMSELVES = (Teacher, School, ContractPeriod)


def of(found: Iterable[Record], seeds: Seeds | None = None) -> Seeds:
    """Whom and what records are of; added to `seeds`, where given."""
    seeds = seeds or Seeds()
    for record in found:
        match record:
            case Teacher():
                seeds.trns.add(record.trn)
            case School():
                seeds.urns.add(record.urn)
            case _:
                seeds.add([record])
    return seeds


def recording_teacher(request: pb.RecordTeacherRequest) -> Write:
    """Record a teacher."""
    teacher = of_kind("teacher", request.teacher, "teacher")

    def work(transaction: Transaction) -> Any:
        transaction.put([teacher])
        return pb.RecordTeacherResponse(revision=transaction.counts_from)

    return Write(lambda _: of([teacher]), work)


def recording_school(request: pb.RecordSchoolRequest) -> Write:
    """Record a school."""
    school = of_kind("school", request.school, "school")

    def work(transaction: Transaction) -> Any:
        transaction.put([school])
        return pb.RecordSchoolResponse(revision=transaction.counts_from)

    return Write(lambda _: of([school]), work)


def recording_facts(request: pb.RecordFactsRequest, catalogue: Catalogue) -> Write:
    """Record facts of any kind, none of which only a journey makes."""
    found = records(request.records, "records")
    _each_once([key(record) for record in found])

    def work(transaction: Transaction) -> Any:
        problems = list(_not_to_be_made(found, transaction.snapshot()))
        transaction.put(found)
        problems.extend(wrong(enumerate(found), transaction, catalogue))
        if problems:
            raise RefusedError(
                "these records would break what must hold of records",
                tuple((p.reason, p.description) for p in problems),
                fields=tuple(p.field for p in problems),
            )
        counts = transaction.counts
        return pb.RecordFactsResponse(
            revision=transaction.counts_from,
            added=counts.added,
            replaced=counts.replaced,
            unchanged=counts.unchanged,
        )

    return Write(lambda _: of(found), work)


def wrong(
    found: Iterable[tuple[int, Record]], transaction: Transaction, catalogue: Catalogue
) -> list[Problem]:
    """What is wrong with records that have been put, beside all others. Each comes with its number n;
    its path is `records[n]`.
    """
    found = [(n, record) for n, record in found if not isinstance(record, BY_THEMSELVES)]
    if not found:
        return []
    world = transaction.snapshot().beside(record for _, record in found)
    problems: list[Problem] = []
    for index, record in found:
        path = f"records[{index}].{KIND_NAMES[type(record)]}"
        own = list(references(record, world)) or list(together(record, world, catalogue))
        problems.extend(Problem(f"{path}.{p.field}", p.description, p.reason) for p in own)
    return problems


def retracting(request: pb.RetractRecordsRequest) -> Write:
    """Let records count no longer, unless others that count name them."""
    keys = [record_key(name) for name in request.records]
    _each_once(keys)

    def about(snapshot: Snapshot) -> Seeds:
        return of(_current(keys, snapshot).values())

    def work(transaction: Transaction) -> Any:
        snapshot = transaction.snapshot()
        found = _current(keys, snapshot)
        after = snapshot.around(of(found.values())).without(found.values())
        naming = {key(gone): other for gone, other in still_named(found.values(), after)}
        against = []
        for index, name in enumerate(keys):
            field = f"records[{index}]"
            if name not in found:
                against.append((field, "NOT_FOUND", "names no record that counts"))
            elif name in naming:
                kind, other_id = key(naming[name])
                words = f"is named by the {KIND_NAMES[kind]} {other_id}: retract that first or too"
                against.append((field, STILL_NAMED, words))
        if against:
            raise RefusedError(
                "these records may not be retracted",
                tuple((code, words) for _, code, words in against),
                fields=tuple(field for field, _, _ in against),
            )
        transaction.withdraw(found.values())
        return pb.RetractRecordsResponse(revision=transaction.counts_from)

    return Write(about, work)


def _current(keys: Iterable[Key], snapshot: Snapshot) -> dict[Key, Record]:
    wanted: defaultdict[type, set[str]] = defaultdict(set)
    for kind, name in keys:
        wanted[kind].add(name)
    found: dict[Key, Record] = {}
    for kind, names in wanted.items():
        records_of_kind: list[Record] = snapshot.current(kind, names)
        found.update((key(record), record) for record in records_of_kind)
    return found


def _each_once(keys: Sequence[Key]) -> None:
    first = {name: i for i, name in reversed([*enumerate(keys)])}
    problems = [
        Problem(f"records[{i}]", "is of a record that is given already", "RECORD_TWICE")
        for i, name in enumerate(keys)
        if first[name] < i
    ]
    if problems:
        raise InvalidInputError(*problems)


def _not_to_be_made(found: Iterable[Record], snapshot: Snapshot) -> Iterable[Problem]:
    made = {i: r for i, r in enumerate(found) if type(r) in MADE_BY}
    known = _current([key(r) for r in made.values()], snapshot)
    for i, record in made.items():
        if key(record) not in known:
            name = KIND_NAMES[type(record)]
            words = f"is of no record yet: {MADE_BY[type(record)]} makes one, here it is corrected"
            yield Problem(f"records[{i}].{name}.id", words, "MADE_BY_ITS_METHOD")
