"""Whom and what checks are about: everybody who is registered, and every school."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from attrs import frozen

from ect_rules.facts import EctAtSchoolPeriod, MentorAtSchoolPeriod, Record, School
from ect_rules.servicers.answers import Answers
from ect_rules.servicers.questions import Question, read_together
from ect_rules.store.held import Held
from ect_rules.store.snapshot import Snapshot
from ect_rules.store.walking import how_many, next_keys
from ect_rules.v1 import decisions_pb2
from ect_rules.v1 import subjects_pb2 as pb
from ect_rules.wire.answering import message_of
from ect_rules.wire.tokens import batch_of
from ect_rules.world import World

SUBJECTS_AT_ONCE = 500
# What lookups and watches ask, in the order in which changes are told.
CHECKS: tuple[str, ...] = tuple(
    field.name for field in pb.AnyDecision.DESCRIPTOR.oneofs_by_name["decision"].fields
)


@frozen(order=True)
class Subject:
    """An ECT at a school; or with no `urn` a mentor, with no `trn` a school. In order of TRN and URN."""

    trn: str
    urn: str

    def message(self) -> pb.Subject:
        """As a message."""
        return pb.Subject(trn=self.trn, urn=self.urn)


FIRST = Subject("", "")


@frozen
class Kind:
    """A kind of subjects. `record`: that of the records that name them; `columns`: by what."""

    record: type[Record]
    columns: tuple[str, ...]

    def of(self, records: Iterable[Any]) -> set[Subject]:
        """The subjects that records of the kind name; the others name none."""
        return {
            Subject(*(getattr(r, name) if name in self.columns else "" for name in ("trn", "urn")))
            for r in records
            if isinstance(r, self.record)
        }

    def total(self, snapshot: Snapshot, urns: Collection[str]) -> int:
        """How many there are, at these schools or at any."""
        return how_many(snapshot, self.record, self.columns, urns)

    def block(
        self,
        snapshot: Snapshot,
        after: Subject,
        urns: Collection[str] = (),
        since: Snapshot | None = None,
    ) -> tuple[list[Subject], bool]:
        """The next subjects after one, in order, and whether there are more.

        `since`: those who were subjects then are too.
        """
        column = self.columns[0]
        keys = next_keys(
            snapshot,
            self.record,
            column,
            getattr(after, column),
            SUBJECTS_AT_ONCE,
            urns,
            None if since is None else since.revision,
        )
        found: set[Subject] = set()
        for each in (snapshot, since):
            if each is not None:
                found |= self.of(each.of(self.record, column, keys))
        if urns and "urn" in self.columns:
            found = {subject for subject in found if subject.urn in urns}
        return sorted(s for s in found if s > after), len(keys) == SUBJECTS_AT_ONCE


ECTS = Kind(EctAtSchoolPeriod, ("trn", "urn"))
MENTORS = Kind(MentorAtSchoolPeriod, ("trn",))
SCHOOLS = Kind(School, ("urn",))
_KINDS = {"registration": ECTS, "ect_funding": ECTS, "school_eligibility": SCHOOLS}


def kind_of(check: str) -> Kind:
    """Whom or what a check is about."""
    return _KINDS.get(check, MENTORS)


def about(check: str, subject: Subject) -> Question:
    """The question of a check about a subject."""
    kind = kind_of(check)
    if kind is SCHOOLS:
        return Question(check, urns=(subject.urn,))
    return Question(check, (subject.trn,), said={"urn": subject.urn} if kind is ECTS else {})


def answer_about(
    check: str,
    subject: Subject,
    world: World,
    revision: int,
    asking: decisions_pb2.Asking,
    answers: Answers,
) -> pb.AnyDecision:
    """What the method of a check answers about a subject, in a world of facts that have been read."""
    item = batch_of(check, subject.message()).items[0]
    answer = answers.answer_in(about(check, subject), asking, world, revision)
    return pb.AnyDecision(
        **{check: message_of(answer, getattr(item, check), answers.catalogue, asking)}
    )


def hold(snapshot: Snapshot, questions: Sequence[Question]) -> Held:
    """The facts that the answers to these rest on, read at once."""
    found: dict[Any, Record] = {}
    for question in read_together(questions):
        found.update(question.fetch(snapshot).records)
    return Held.of_records(found.values(), snapshot.revision)
