"""LookupService: whom a check answers so."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from ect_rules.servicers.active import IsActive, stream_while_active
from ect_rules.servicers.answers import Answers
from ect_rules.servicers.batches import Batches
from ect_rules.servicers.lookups import Lookups
from ect_rules.v1 import lookup_service_pb2 as pb
from ect_rules.v1 import lookup_service_pb2_grpc


@frozen
class LookupService(lookup_service_pb2_grpc.LookupServiceServicer):
    """Finds subjects. See the contract for what each method takes and gives."""

    answers: Answers
    _lookups: Lookups = field(init=False)

    @_lookups.default
    def _of_the_same_answers(self) -> Lookups:
        return Lookups(Batches(self.answers))

    @stream_while_active
    def LookupSubjects(
        self, request: pb.LookupSubjectsRequest, is_active: IsActive
    ) -> Iterator[object]:
        """All subjects for whom a check answers so."""
        return self._lookups.find(request, is_active)
