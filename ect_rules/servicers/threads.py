"""Threads of their own for methods that may hold them, so that a check always finds one free."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import grpc


class OwnThreads(grpc.ServerInterceptor):
    """Runs the methods whose path begins so in the pool given for it, the first that fits.

    It must be the outermost interceptor, and one within it must have made the behaviour a function.
    A method that has asked for threads itself keeps those.
    """

    def __init__(self, pools: Mapping[str, ThreadPoolExecutor]) -> None:
        self._pools = pools

    def intercept_service(self, continuation: Any, handler_call_details: Any) -> Any:
        """The method's handler, with its threads."""
        handler = continuation(handler_call_details)
        for path, pool in self._pools.items():
            if handler is not None and handler_call_details.method.startswith(path):
                behaviour = (
                    handler.unary_unary
                    or handler.unary_stream
                    or handler.stream_unary
                    or handler.stream_stream
                )
                if not hasattr(behaviour, "experimental_thread_pool"):
                    behaviour.experimental_thread_pool = pool
        return handler
