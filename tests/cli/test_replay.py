"""`ect-rules replay`: what `check` printed, again."""

import json
import subprocess

import pytest

from tests.cli.asking import SECONDS, ect_rules
from tests.cli.conftest import Served
from tests.lifecycle.processes import ECT_RULES, ROOT, environment

ON = ("--on", "2026-01-15")
ASKED = {
    "registration": ("registration", "3000002", "--possible-mentors"),
    "school": ("school-eligibility", "100001"),
    "mentor": ("mentor-funding", "3000035"),
    "an ECT to register": (
        *("ect-registrable", "3000017", "--school", "100002", "--from", "2026-02-02"),
        "--identity-confirmed",
    ),
    "a mentor to assign": ("assignable", "3000002", "3000031"),
}


def token(example: Served, asked: tuple[str, ...]) -> str:
    said = ect_rules("check", *asked, *ON, "--json", "--address", example.address)
    return str(json.loads(said.out)["decision"]["basis"]["replay_token"])


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
@pytest.mark.parametrize("how", [(), ("--json",)], ids=["text", "json"])
def test_an_answer_is_printed_as_it_was(
    example: Served, asked: tuple[str, ...], how: tuple[str, ...]
) -> None:
    first = ect_rules("check", *asked, *ON, *how, "--address", example.address)
    again = ect_rules("replay", token(example, asked), *how, "--address", example.address)
    assert (again.status, again.out, again.err) == (0, first.out, "")


def test_an_explained_answer_says_how_to_have_it_again(example: Served) -> None:
    asked = ("check", "mentor-funding", "3000035", *ON, "--explain", "--address", example.address)
    first = ect_rules(*asked)
    (line,) = [line for line in first.lines if line.startswith("again ")]
    _, program, *command = line.split()
    assert program == "ect-rules"
    assert ect_rules(*command, "--address", example.address).out == first.out


def test_the_token_may_come_from_standard_input(example: Served) -> None:
    given = example.talk.funding("3000035").basis.replay_token
    done = subprocess.run(  # noqa: S603
        [*ECT_RULES, "replay", "-", "--address", example.address],
        cwd=ROOT,
        env=environment(COLUMNS="400"),
        input=f"{given}\n",
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    assert done.stdout.startswith("Funding of mentor 3000035 on ")


def test_what_is_no_token_is_told_in_one_line(example: Served) -> None:
    said = ect_rules("replay", "AWMx", "--address", example.address)
    assert said.status == 1
    assert said.line == ("replay_token: is not one that a server has made; send it just as it came")


def test_no_server_is_told_in_one_line() -> None:
    said = ect_rules("replay", "AWMx", "--address", "127.0.0.1:1")
    assert said.status == 3
    assert said.line.startswith("no server answers at 127.0.0.1:1")
