"""The facts of many questions: read together, and held for each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ect_rules.errors import FactsErasedError
from ect_rules.facts import Record
from ect_rules.servicers.answers import supposing
from ect_rules.servicers.errors import status_of
from ect_rules.servicers.questions import Question, read_together
from ect_rules.store.held import Held
from ect_rules.store.snapshot import Seeds, Snapshot
from ect_rules.world import World


def read_for(
    snapshot: Snapshot | None,
    questions: Mapping[int, Question],
    supposed: list[Record],
    results: Any,
) -> dict[int, Held]:
    """The facts of each question: read together and, where some were erased, each by itself. Where it
    is the question's own that were, its result is the error.
    """
    try:
        return dict.fromkeys(questions, _read(snapshot, [*questions.values()], supposed))
    except FactsErasedError:
        found = {}
        for place, question in questions.items():
            try:
                found[place] = _read(snapshot, [question], supposed)
            except FactsErasedError as error:
                results[place].error.CopyFrom(status_of(error))
        return found


def _read(snapshot: Snapshot | None, questions: Sequence[Question], supposed: list[Record]) -> Held:
    """What the answers rest on: read in as few statements as one question of each kind takes, and with
    what is supposed laid over it, as if that were stored.
    """
    if snapshot is None:
        return Held.of_records(supposing(World(), supposed).records.values(), 0)
    if supposed:
        trns = {trn for question in questions for trn in question.trns}
        urns = {urn for question in questions for urn in question.urns}
        around = snapshot.around(Seeds(trns=trns, urns=urns).add(supposed))
        return Held.of_records(supposing(around, supposed).records.values(), snapshot.revision)
    found: dict[Any, Record] = {}
    for question in read_together(questions):
        found.update(question.fetch(snapshot).records)
    return Held.of_records(found.values(), snapshot.revision)
