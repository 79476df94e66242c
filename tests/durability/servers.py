"""server.py as a process that is killed and started again, on the same port."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from signal import SIGKILL

import grpc

from tests.lifecycle.processes import SERVER, Server, serving, settings
from tests.service.talking import Talk

# No call is sent a second time by gRPC itself, and no connection is taken over from before.
OPTIONS = [("grpc.enable_retries", 0), ("grpc.use_local_subchannel_pool", 1)]


class Again:
    """A server on a database. `command`: with which it is started."""

    def __init__(self, database: str, *command: str) -> None:
        self.database = database
        self.address = "127.0.0.1:0"
        self._command = command or SERVER
        self._stack = ExitStack()
        self._server: Server

    def start(self) -> None:
        env = settings(self.database, self.address)
        self._server = self._stack.enter_context(serving(self.database, *self._command, env=env))
        self.address = self._server.address

    @property
    def pid(self) -> int:
        return self._server.pid

    def kill(self) -> None:
        self._server.send(SIGKILL)
        assert self._server.wait() == -SIGKILL, self._server.err
        self._stack.close()

    def stop(self) -> None:
        self._stack.close()

    @contextmanager
    def talk(self) -> Iterator[Talk]:
        with grpc.insecure_channel(self.address, OPTIONS) as channel:
            yield Talk(channel)


@contextmanager
def again(database: str, *command: str) -> Iterator[Again]:
    """A server that is serving, until the end."""
    server = Again(database, *command)
    try:
        server.start()
        yield server
    finally:
        server.stop()
