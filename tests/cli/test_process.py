"""The command line as a process: what it prints where, its exit status, and each command by itself."""

import socket
import sys

import pytest

from ect_rules.cli import cli
from tests.cli.asking import as_a_process, ect_rules
from tests.cli.conftest import Served
from tests.lifecycle.processes import environment, finished

ASKED = ("check", "registration", "3000002")


# Each in a process that has imported nothing for another; Python itself is started once.
EACH = """
import os
from ect_rules.cli import cli

for name in cli.commands:
    if not os.fork():
        cli([name, "--help"], prog_name="ect-rules")
    assert os.wait()[1] == 0, name
"""


def test_each_command_has_all_that_it_needs() -> None:
    done = finished(sys.executable, "-c", EACH, env=environment())
    assert (done.wait(), done.err) == (0, [])
    usages = [line.split()[2] for line in done.out if line.startswith("Usage: ect-rules ")]
    assert usages == [*cli.commands]


@pytest.mark.parametrize(
    ("more", "status"),
    [((), 0), (("--json",), 0), (("--revision", "2"), 1), (("--on", "2025-02-30"), 2)],
    ids=["answered", "as JSON", "refused", "wrong"],
)
def test_it_says_the_same_as_without_a_process(
    example: Served, more: tuple[str, ...], status: int
) -> None:
    asked = (*ASKED, *more, "--address", example.address)
    said = as_a_process(*asked)
    assert said.status == status
    assert bool(said.out) == (status == 0)
    assert bool(said.err) == (status != 0)
    if "--json" not in more:  # there the bytes of the token are of their own time
        assert said == ect_rules(*asked)


def test_nobody_answers() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        said = as_a_process(*ASKED, "--address", address)
    assert said.status == 3
    assert said.line == f"no server answers at {address}; start one with: ect-rules serve"
