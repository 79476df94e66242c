"""Bytes that are no message are the client's mistake; gRPC by itself would call it ours."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any

import grpc
from google.protobuf.message import DecodeError

from ect_rules.errors import InvalidInputError, Problem
from ect_rules.servicers.errors import abort


class _Malformed:
    pass


_MALFORMED = _Malformed()
_ERROR = InvalidInputError(
    Problem(
        "request",
        "the bytes are not a message of this method; send protobuf of this contract",
        "MALFORMED_REQUEST",
    )
)
_ERROR.reason = "MALFORMED_REQUEST"


def _deserializer(deserialize: Callable[[bytes], Any]) -> Callable[[bytes], Any]:
    def read(data: bytes) -> Any:
        try:
            return deserialize(data)
        except DecodeError:
            return _MALFORMED

    return read


def _one(behaviour: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(behaviour)  # with the threads that it asks for
    def call(request: Any, context: grpc.ServicerContext, *more: Any) -> Any:
        if request is _MALFORMED:
            abort(context, _ERROR)
        return behaviour(request, context, *more)

    return call


def _many(behaviour: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(behaviour)
    def call(requests: Iterator[Any], context: grpc.ServicerContext, *more: Any) -> Any:
        def checked() -> Iterator[Any]:
            for request in requests:
                if request is _MALFORMED:
                    raise _ERROR
                yield request

        return behaviour(checked(), context, *more)

    return call


class MalformedRequests(grpc.ServerInterceptor):
    """Answers bytes that cannot be parsed with INVALID_ARGUMENT."""

    def intercept_service(self, continuation: Any, handler_call_details: Any) -> Any:
        """The method's handler, made to tell unparsable bytes from a bug."""
        handler = continuation(handler_call_details)
        if handler is None or handler.request_deserializer is None:
            return handler
        deserializer = _deserializer(handler.request_deserializer)
        serializer = handler.response_serializer
        if handler.unary_unary:
            make, behaviour = grpc.unary_unary_rpc_method_handler, _one(handler.unary_unary)
        elif handler.unary_stream:
            make, behaviour = grpc.unary_stream_rpc_method_handler, _one(handler.unary_stream)
        elif handler.stream_unary:
            make, behaviour = grpc.stream_unary_rpc_method_handler, _many(handler.stream_unary)
        else:
            make, behaviour = grpc.stream_stream_rpc_method_handler, _many(handler.stream_stream)
        return make(behaviour, deserializer, serializer)
