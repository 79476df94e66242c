"""Calling a servicer without a server."""

import math
from typing import Any, NoReturn

import grpc
from google.rpc.status_pb2 import Status


class NoError(Exception):
    """A refusal: what gRPC would be told."""


class Call:
    """As much of a call as a servicer uses."""

    def set_trailing_metadata(self, trailing_metadata: Any) -> None:
        ((_, status),) = trailing_metadata
        self.status = Status.FromString(status)

    def abort(self, code: grpc.StatusCode, details: str) -> NoReturn:
        raise NoError(code, self.status)

    def is_active(self) -> bool:
        return True

    def time_remaining(self) -> float:
        return math.inf
