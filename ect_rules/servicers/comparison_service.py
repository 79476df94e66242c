"""ComparisonService: whose answers differ."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from ect_rules.servicers.active import IsActive, stream_while_active
from ect_rules.servicers.answers import Answers
from ect_rules.servicers.comparisons import Comparisons
from ect_rules.v1 import comparison_service_pb2 as pb
from ect_rules.v1 import comparison_service_pb2_grpc


@frozen
class ComparisonService(comparison_service_pb2_grpc.ComparisonServiceServicer):
    """Compares answers. See the contract for what each method takes and gives."""

    answers: Answers

    @stream_while_active
    def CompareDates(
        self, request: pb.CompareDatesRequest, is_active: IsActive
    ) -> Iterator[object]:
        """Whose answers differ between two days."""
        return Comparisons(self.answers).compare(request, is_active)
