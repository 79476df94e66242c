"""A PostgreSQL of our own that is killed, stopped for a while, and started again."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGCONT, SIGKILL, SIGSTOP, Signals
from typing import Any

from tests.postgres import own_cluster

SECONDS = 30


class Cluster:
    """`url`: of the server in it."""

    def __init__(self, running: Any) -> None:
        self._running = running
        self.url: str = running.get_uri()

    def _pids(self) -> list[int]:
        postmaster = self._running.get_pid()
        children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
        return [postmaster, *map(int, children)]

    def _send(self, number: Signals) -> list[int]:
        pids = self._pids()
        for pid in pids:
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                continue
        return pids

    def kill(self) -> None:
        """The postmaster and every process of it, at once."""
        deadline = time.monotonic() + SECONDS
        for pid in self._send(SIGKILL):
            while not _dead(pid):
                assert time.monotonic() < deadline
                time.sleep(0.005)

    def start(self) -> None:
        """Start it again, once it has been killed. It has recovered when this returns."""
        # Where nobody has buried the dead yet, they would be taken for a server that is running.
        folder = self._running.pgdata
        for left in (folder / "postmaster.pid", *folder.glob(".s.PGSQL.*.lock")):
            left.unlink()
        self._running.ensure_postgres_running()

    def stop_for_a_while(self) -> None:
        """None of its processes does anything; connections to it stay open."""
        self._send(SIGSTOP)

    def go_on(self) -> None:
        self._send(SIGCONT)


def _dead(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return True
    return stat.rpartition(")")[2].split()[0] in ("Z", "X")


@contextmanager
def cluster() -> Iterator[Cluster]:
    folder = Path(tempfile.mkdtemp(prefix="ect_rules_cluster_"))
    try:
        with own_cluster(folder) as running:
            found = Cluster(running)
            try:
                yield found
            finally:
                found.go_on()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
