"""The ways to answer a batch: from what is ready, from answers kept, from facts held, from the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from attrs import define

from ect_rules.catalogue import load
from ect_rules.facts import EctAtSchoolPeriod, MentorAtSchoolPeriod, Record
from ect_rules.generate import population
from ect_rules.servicers.answers import Answers
from ect_rules.servicers.batches import Batches
from ect_rules.store.store import Store, Transaction
from ect_rules.v1 import check_service_pb2 as pb

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

    @classmethod
    def over(cls, url: str) -> Batch:
        """The questions, about people who are put into the store at `url`."""
        people = list(population(TEACHERS, 1))
        store = Store.open(url)

        def fill(transaction: Transaction) -> bytes:
            transaction.put(people)
            return b""

        store.write("Bench", "0", b"", fill)
        batches = Batches(Answers(store, load(), lambda: ON))
        request = pb.BatchCheckRequest(items=islice(_items(people), ITEMS)).SerializeToString()
        made = cls(store, batches, request, [], None, ITEMS)
        response = pb.BatchCheckResponse.FromString(made.first())
        made.basis = response.basis
        made.ready = [pb.CheckResult.FromString(r.SerializeToString()) for r in response.results]
        return made

    def close(self) -> None:
        self.store.close()

    def limit(self) -> bytes:
        request = pb.BatchCheckRequest.FromString(self.request)
        response = pb.BatchCheckResponse(basis=self.basis)
        for item, ready in zip(request.items, self.ready, strict=True):
            result = response.results.add()
            result.CopyFrom(ready)
            result.correlation_id = item.correlation_id
        return response.SerializeToString()

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
