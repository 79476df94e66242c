"""examples/quickstart.py: what somebody sees first, and that nothing is left of it afterwards."""

import socket
import sys
import time
from pathlib import Path
from signal import SIGINT, SIGTERM

import grpc
import pytest

from ect_rules import tabular
from tests.lifecycle.processes import ROOT, SECONDS, Process, settings
from tests.service.talking import Talk, status

QUICKSTART = (sys.executable, str(ROOT / "examples" / "quickstart.py"))


@pytest.fixture
def address() -> str:
    """An address where nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return f"127.0.0.1:{free.getsockname()[1]}"


def until(process: Process, beginning: str) -> list[str]:
    """What it says up to a line that begins so."""
    said = [process.line()]
    while not said[-1].startswith(beginning):
        said.append(process.line())
    return said


def answers(address: str) -> bool:
    with grpc.insecure_channel(address) as channel:
        try:
            Talk(channel).revision()
        except grpc.RpcError:
            return False
    return True


ALL = sum(1 for _ in tabular.read(ROOT / "examples" / "rect" / "records"))
RUNS = [
    (SIGTERM, 0, f"revision 1: {ALL} added, 0 replaced, 0 unchanged"),
    (SIGINT, 1, f"revision 1: 0 added, 0 replaced, {ALL} unchanged"),
]


def test_it_shows_a_first_answer_and_stops_the_first_time_and_the_second(
    tmp_path: Path, address: str
) -> None:
    for number, revision, imported in RUNS:
        env = settings(tmp_path / "facts.sqlite", address)
        process, children = Process(*QUICKSTART, env=env), []
        try:
            said = until(process, "Ask it yourself")
            children = process.children()
            assert said[0] == (
                f"ect-rules is serving on {address}, revision {revision}; stop it with Ctrl-C"
            )
            shown = "\n".join(said)
            assert f"$ ect-rules import examples/rect/records\n{imported}" in shown
            assert "ECT 3000002 at school 100001 on 15 January 2026: incomplete" in shown
            assert "No mentor is assigned to the ECT" in shown
            assert len(children) == 1, "the server"
            with grpc.insecure_channel(address) as channel:
                decision = Talk(channel).registration("3000002", "2026-01-15")
            assert status(decision) == "INCOMPLETE"
            process.send(number)
            assert process.wait() == 0
            assert process.err == []
            assert not answers(address)
            assert not Path(f"/proc/{children[0]}").exists()
        finally:
            process.end(children)


def test_it_may_be_stopped_before_it_has_shown_anything(tmp_path: Path, address: str) -> None:
    env = settings(tmp_path / "facts.sqlite", address)
    process, children = Process(*QUICKSTART, env=env), []
    try:
        deadline = time.monotonic() + SECONDS
        while not children:  # the server is being started
            assert time.monotonic() < deadline
            children = process.children()
        process.send(SIGTERM)
        process.wait()
        assert not Path(f"/proc/{children[0]}").exists()
        assert not [line for line in process.err if "Traceback" in line]
    finally:
        process.end(children)


def test_it_says_so_where_it_cannot_start(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        process = Process(*QUICKSTART, env=settings(tmp_path / "facts.sqlite", address))
        try:
            assert process.wait() == 1
        finally:
            process.end([])
    assert process.out == []
    assert process.err == [f"ect-rules: cannot listen on {address}: Address already in use"]
