"""A gRPC proxy that loses some answers on their way: what was asked has been done, and nobody hears."""

import random
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import grpc

from tests.durability.journal import SECONDS

REQUEST_ID = "request-id"
CALLS_AT_ONCE = 16


class Dropping(grpc.GenericRpcHandler):
    """Hands every call on to `channel` as bytes. `dropped`: the answers that were lost, by the request
    id of the call's metadata.
    """

    def __init__(self, channel: grpc.Channel, share: float, seed: int) -> None:
        self._channel = channel
        self._share = share
        self._dice = random.Random(seed)  # noqa: S311
        self._lock = threading.Lock()
        self.dropped: defaultdict[str, list[bytes]] = defaultdict(list)

    def service(self, handler_call_details: Any) -> Any:
        method = handler_call_details.method
        if method.endswith("/ImportRecords"):
            return grpc.stream_unary_rpc_method_handler(
                self._hand_on(self._channel.stream_unary(method))
            )
        return grpc.unary_unary_rpc_method_handler(self._hand_on(self._channel.unary_unary(method)))

    def _hand_on(self, call: Callable[..., bytes]) -> Callable[[Any, grpc.ServicerContext], bytes]:
        def handed_on(given: Any, context: grpc.ServicerContext) -> bytes:
            try:
                answer = call(given, timeout=SECONDS)
            except grpc.RpcError as error:
                context.abort(error.code(), error.details())
            with self._lock:
                drop = self._dice.random() < self._share
            if drop:
                self.dropped[dict(context.invocation_metadata())[REQUEST_ID]].append(answer)
                context.abort(grpc.StatusCode.UNAVAILABLE, "the answer was lost")
            return answer

        return handed_on


@contextmanager
def dropping(address: str, share: float, seed: int) -> Iterator[tuple[str, Dropping]]:
    """The address of a proxy before a server, and the proxy. `share`: of the answers that are lost."""
    with grpc.insecure_channel(address) as channel:
        proxy = Dropping(channel, share, seed)
        server = grpc.server(ThreadPoolExecutor(CALLS_AT_ONCE), handlers=[proxy])
        port = server.add_insecure_port("127.0.0.1:0")
        server.start()
        try:
            yield f"127.0.0.1:{port}", proxy
        finally:
            server.stop(None).wait()
