"""Programs of ours as processes: what they say as they say it, and none left when a test is over."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import grpc

ROOT = Path(__file__).parents[2]
SERVER = (sys.executable, str(ROOT / "server.py"))
ECT_RULES = (sys.executable, "-m", "ect_rules")
SECONDS = 30
_COLOURS = {"FORCE_COLOR", "NO_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "TERM", "COLUMNS"}


def environment(**more: str) -> dict[str, str]:
    """The variables of this process, without those that the programs listen to."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ECT_RULES_", "GRPC_")) and name not in _COLOURS
    }
    return kept | {"PYTHONPATH": str(ROOT)} | more


def settings(database: Path | str, address: str = "127.0.0.1:0", **more: str) -> dict[str, str]:
    """An environment that names a database (a file or a URL) and an address."""
    url = database if isinstance(database, str) else f"sqlite:///{database}"
    return environment(ECT_RULES_DATABASE_URL=url, ECT_RULES_ADDRESS=address, **more)


class Process:
    """A process under way. Its lines are taken in as they come, so that it never waits for us."""

    def __init__(
        self,
        *command: str,
        env: dict[str, str],
        cwd: Path = ROOT,
        before: Callable[[], None] | None = None,
    ) -> None:
        self._process = subprocess.Popen(  # noqa: S603
            command,
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=before,  # noqa: PLW1509 - nothing here holds a lock that it would need
            start_new_session=True,
        )
        self.pid = self._process.pid
        self._said: queue.Queue[str | None] = queue.Queue()
        self.out: list[str] = []
        self.err: list[str] = []
        self._readers = [
            threading.Thread(target=self._read, args=(self._process.stdout, self.out, self._said)),
            threading.Thread(target=self._read, args=(self._process.stderr, self.err, None)),
        ]
        for reader in self._readers:
            reader.start()

    @staticmethod
    def _read(file: IO[str], lines: list[str], said: "queue.Queue[str | None] | None") -> None:
        with file:
            for line in file:
                lines.append(line.rstrip("\n"))
                if said is not None:
                    said.put(lines[-1])
        if said is not None:
            said.put(None)

    def line(self) -> str:
        """The next line on standard output. Fails if there is none."""
        said = self._said.get(timeout=SECONDS)
        assert said is not None, f"it ended and said {self.err}"
        return said

    def send(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def running(self) -> bool:
        return self._process.poll() is None

    def wait(self, seconds: float = SECONDS) -> int:
        """Its exit status, once it has ended and all that it started has let go of its output."""
        status = self._process.wait(seconds)
        deadline = time.monotonic() + seconds
        for reader in self._readers:
            reader.join(max(0.0, deadline - time.monotonic()))
            assert not reader.is_alive(), "something that it started is still there"
        return status

    def children(self) -> list[int]:
        """The processes that it has started and that are still there."""
        found = Path(f"/proc/{self.pid}/task/{self.pid}/children")
        return [int(pid) for pid in found.read_text().split()]

    def end(self, also: list[int]) -> None:
        """Leave nothing behind, whatever has happened: neither it, nor what it started."""
        if self.running():
            also += self.children()
            os.killpg(self.pid, signal.SIGKILL)
        for pid in also:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.wait()


@contextmanager
def started(
    *command: str,
    env: dict[str, str],
    cwd: Path = ROOT,
    before: Callable[[], None] | None = None,
) -> Iterator[Process]:
    process = Process(*command, env=env, cwd=cwd, before=before)
    also: list[int] = []
    try:
        yield process
    finally:
        process.end(also)


class Server(Process):
    """A server that is serving. `address`: host and port. `greeting`: the line with which it began."""

    greeting: str
    address: str

    def channel(self) -> grpc.Channel:
        return grpc.insecure_channel(self.address)


@contextmanager
def serving(
    database: Path | str, *command: str, env: dict[str, str] | None = None
) -> Iterator[Server]:
    """A server in a process of its own, once it has said where it serves."""
    server = Server(*(command or SERVER), env=env or settings(database))
    try:
        server.greeting = server.line()
        server.address = server.greeting.split(" on ")[1].split(",")[0]
        yield server
    finally:
        server.end([])


def finished(
    *command: str,
    env: dict[str, str],
    cwd: Path = ROOT,
    before: Callable[[], None] | None = None,
) -> Process:
    """A process that has ended by itself; its status is what `wait` gives."""
    with started(*command, env=env, cwd=cwd, before=before) as process:
        process.wait()
    return process
