"""The ways to answer a batch: from what is ready, from answers kept, from facts held, from the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import islice

from attrs import define, field

from bench.store.by_hand import Script, connected
from ect_rules.catalogue import load
from ect_rules.facts import EctAtSchoolPeriod, MentorAtSchoolPeriod, Record
from ect_rules.generate import population
from ect_rules.servicers.answers import Answers
from ect_rules.servicers.batches import Batches
from ect_rules.store.store import Store, Transaction
from ect_rules.v1 import check_service_pb2 as pb
from tests.store.keeping import sent

ON = date(2026, 1, 15)
TEACHERS, ITEMS = 3_000, 1_000


@define
class Batch:
    """A batch of questions, and a store to answer it from."""

    store: Store
    batches: Batches
    request: bytes
    ready: Sequence[pb.CheckResult]
    basis: object
    size: int
    hand: Callable[[Script], None]
    script: Script = field(factory=list)

    @classmethod
    @contextmanager
    def over(cls, url: str) -> Iterator[Batch]:
        """The questions, about people who are put into the store at `url`."""
        people = list(population(TEACHERS, 1))
        store = Store.open(url)

        def fill(transaction: Transaction) -> bytes:
            transaction.put(people)
            return b""

        store.write("Bench", "0", b"", fill)
        batches = Batches(Answers(store, load(), lambda: ON))
        request = pb.BatchCheckRequest(items=islice(_items(people), ITEMS)).SerializeToString()
        with connected(url) as hand:
            made = cls(store, batches, request, [], None, ITEMS, hand)
            with sent(store) as made.script:
                response = pb.BatchCheckResponse.FromString(made.first())
            made.basis = response.basis
            made.ready = [
                pb.CheckResult.FromString(r.SerializeToString()) for r in response.results
            ]
            yield made
        store.close()

    def limit(self) -> bytes:
        request = pb.BatchCheckRequest.FromString(self.request)
        response = pb.BatchCheckResponse(basis=self.basis)
        for item, ready in zip(request.items, self.ready, strict=True):
            result = response.results.add()
            result.CopyFrom(ready)
            result.correlation_id = item.correlation_id
        return response.SerializeToString()

    def rows(self) -> None:
        """What `first` reads, by the driver, and nothing made of it."""
        self.hand(self.script)

    def again(self) -> bytes:
        request = pb.BatchCheckRequest.FromString(self.request)
        response = pb.BatchCheckResponse()
        self.batches.answer(request.items, "items", request.asking, response, lambda: True)
        return response.SerializeToString()

    def first(self) -> bytes:
        self.batches = Batches(self.batches.answers)
        return self.again()


def _items(people: Sequence[Record]) -> Iterator[pb.CheckItem]:
    ects = dict.fromkeys(p.trn for p in people if isinstance(p, EctAtSchoolPeriod))
    mentors = dict.fromkeys(p.trn for p in people if isinstance(p, MentorAtSchoolPeriod))
    for number, (ect, mentor) in enumerate(zip(ects, mentors, strict=False)):
        who = pb.MentorSubject(trn=mentor)
        yield pb.CheckItem(correlation_id=f"{number}a", registration={"trn": ect})
        yield pb.CheckItem(correlation_id=f"{number}b", mentor_funding=who)
        yield pb.CheckItem(correlation_id=f"{number}c", mentor_training=who)
