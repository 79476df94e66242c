"""Many questions at one revision: the facts of all are read together, and each is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from attrs import define, field, frozen

from ect_rules.errors import InvalidInputError
from ect_rules.servicers.active import IsActive, go_on
from ect_rules.servicers.answers import Answers, consistency
from ect_rules.servicers.errors import status_of
from ect_rules.servicers.holding import read_for
from ect_rules.servicers.items import names_of, question_of, surely_valid
from ect_rules.servicers.kept import Kept, Results, keep
from ect_rules.servicers.questions import Question
from ect_rules.store.held import Held
from ect_rules.store.snapshot import Snapshot
from ect_rules.v1 import check_service_pb2 as checks_pb
from ect_rules.v1 import decisions_pb2 as pb
from ect_rules.wire.answering import assignable, message_of
from ect_rules.wire.items import question_bytes
from ect_rules.wire.records import records
from ect_rules.wire.values import day_message, optional, optional_day
from ect_rules.world import World


@define
class Batches:
    """Answers many questions at a time, each as by itself."""

    answers: Answers
    _kept: Kept = field(factory=Kept, init=False)

    def pinned(
        self, asking: pb.Asking, of: Callable[[Snapshot], bytes] | None = None
    ) -> tuple[pb.Asking, bytes]:
        """The same, with the day that it is about and exactly the revision that it is answered at; and
        what `of` says of that.

        Raises InvalidInputError for a day that is none, RevisionOutOfRangeError, and
        StoreUnavailableError.
        """
        made, said = self._of_a_day(asking), b""
        with self.read(asking) as snapshot:
            if snapshot is not None:
                made.consistency.exact_revision = snapshot.revision
                said = of(snapshot) if of else said
        return made, said

    def _of_a_day(self, asking: pb.Asking) -> pb.Asking:
        made = pb.Asking()
        made.CopyFrom(asking)
        made.on.CopyFrom(day_message(optional_day(asking, "on", "asking") or self.answers.today()))
        return made

    def read(self, asking: pb.Asking) -> AbstractContextManager[Snapshot | None]:
        """The stored facts that are asked about; None where they are left aside."""
        if asking.hypothetical.ignore_stored:
            return nullcontext()
        return self.answers.store.snapshot(**consistency(asking.consistency))

    def answer(
        self,
        items: Sequence[checks_pb.CheckItem],
        path: str,
        asking: pb.Asking,
        response: Any,
        is_active: IsActive,
    ) -> None:
        """Put the results of `items`, whose field is at `path`, into a response, in their order.

        An item that cannot be answered has its error for a result. The number of statements sent to
        the database does not depend on how many items there are, unless somebody was erased after the
        revision that is asked about. Raises what is wrong with all of them:
        InvalidInputError for `asking`, or for correlation ids that are not unique;
        StoreUnavailableError; CallEndedError.
        """
        names = names_of(items, path)
        asking = self._of_a_day(asking)
        supposed = records(asking.hypothetical.records, "asking.hypothetical.records")
        with self.read(asking) as snapshot:
            revision = snapshot.revision if snapshot else 0
            batch = _Batch(self.answers, asking, revision, self._kept.of(asking, snapshot))
            left = batch.repeat(items, names, response.results)
            questions = batch.questions(items, left, path, response.results)
            held = read_for(snapshot, questions, supposed, response.results)
        for place, found in held.items():
            go_on(is_active)
            batch.answer(questions[place], items[place], found, response.results[place])
        response.basis.CopyFrom(batch.basis())


@frozen
class _Batch:
    """Questions that are asked at once. `kept`: results that were given before. `worlds`: the facts of
    questions so far.
    """

    answers: Answers
    asking: pb.Asking
    revision: int
    kept: Results
    worlds: dict[Any, World] = field(factory=dict, init=False)

    def basis(self) -> pb.Basis:
        """What all answers rest on."""
        return pb.Basis(
            rule_set=self.answers.catalogue.fingerprint,
            revision=self.revision,
            on=self.asking.on,
            hypothetical=self.asking.HasField("hypothetical"),
            contract_period=optional(self.asking, "contract_period"),
        )

    def repeat(
        self, items: Sequence[checks_pb.CheckItem], names: Sequence[str], results: Any
    ) -> list[int]:
        """Add a result for each item: the one that was given before, or none yet. The places of these."""
        left = []
        kept = self.kept if surely_valid(names) else {}
        for place, (item, name) in enumerate(zip(items, names, strict=True)):
            result = results.add()
            data = kept.get(question_bytes(item)) if kept else None
            if data is None:
                left.append(place)
            else:
                result.MergeFromString(data)
            result.correlation_id = name
        return left

    def questions(
        self, items: Sequence[checks_pb.CheckItem], places: Iterable[int], path: str, results: Any
    ) -> dict[int, Question]:
        """What is asked at these places. Where that cannot be read, the result is the error."""
        found = {}
        for place in places:
            try:
                found[place] = question_of(items[place], f"{path}[{place}]")
            except InvalidInputError as error:
                results[place].error.CopyFrom(status_of(error))
        return found

    def answer(
        self, question: Question, item: checks_pb.CheckItem, held: Held, result: Any
    ) -> None:
        """Put the answer into its result, and keep it."""
        made = checks_pb.CheckResult()
        try:
            getattr(made, question.check).CopyFrom(self._message(question, item, held))
        except Exception as error:  # noqa: BLE001 - what is wrong with one spoils no other
            made.error.CopyFrom(status_of(error))
        else:
            keep(self.kept, question_bytes(item), made.SerializeToString())
        result.MergeFrom(made)

    def _message(self, question: Question, item: checks_pb.CheckItem, held: Held) -> Any:
        catalogue = self.answers.catalogue
        facts = question.facts()
        world = self.worlds.get(facts)
        if world is None:
            world = self.worlds[facts] = question.fetch(held)
        if question.check == "mentor_assignable":
            both = self.answers.assignable_in(question, self.asking, world, self.revision)
            return assignable(*both, item.mentor_assignable, catalogue, self.asking)
        answer = self.answers.answer_in(question, self.asking, world, self.revision)
        return message_of(answer, getattr(item, question.check), catalogue, self.asking)
