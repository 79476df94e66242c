"""The command line as a process: what it prints where, its exit status, and each command by itself."""

import socket

import pytest

from ect_rules.cli import cli
from tests.cli.asking import as_a_process, ect_rules
from tests.cli.conftest import Served

ASKED = ("check", "registration", "3000002")


@pytest.mark.parametrize("command", cli.commands)
def test_each_command_has_all_that_it_needs(command: str) -> None:
    said = as_a_process(command, "--help")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith(f"Usage: ect-rules {command} ")


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
