"""What a person is told who asks wrongly, asks for what there is not, or asks nobody."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.asking import ect_rules
from tests.cli.conftest import Served

CHECK = ("check", "registration")

MISTAKES: dict[str, tuple[tuple[str, ...], str]] = {
    "a TRN of four digits": (
        (*CHECK, "3000"),
        "Invalid value for 'TRN': '3000' is not a TRN: seven digits",
    ),
    "a TRN in digits of another script": (
        ("timeline", "mentor-funding", "٣٠٠٠٠٠٢"),
        "Invalid value for 'TRN|URN': '٣٠٠٠٠٠٢' is not a TRN: seven digits",
    ),
    "a timeline of a school by a TRN": (
        ("timeline", "school-eligibility", "3000002"),
        "Invalid value for 'TRN|URN': '3000002' is not a URN: six digits",
    ),
    "a timeline of a mentor by a URN": (
        ("timeline", "grant", "1000"),
        "Invalid value for 'TRN|URN': '1000' is not a TRN: seven digits",
    ),
    "a timeline of what is only proposed": (
        ("timeline", "assignable", "3000002"),
        "Invalid value for '{registration|",
    ),
    "a contract period before there were any": (
        ("check", "mentor-funding", "3000030", "--contract-period", "2019"),
        "Invalid value for '--contract-period': 2019 is not in the range 2020<=x<=2100.",
    ),
    "a teacher to register without a school": (
        ("check", "ect-registrable", "3000002", "--from", "2026-02-02"),
        "Missing option '--school'.",
    ),
    "a teacher to register without a start": (
        ("check", "ect-registrable", "3000002", "--school", "100002"),
        "Missing option '--from'.",
    ),
    "a mentor to register for nobody": (
        ("check", "mentor-registrable", "3000002", "--school", "100002", "--from", "2026-02-02"),
        "Missing option '--ect'.",
    ),
    "an appropriate body of no kind": (
        ("check", "ect-registrable", "3000002", "--appropriate-body", "council"),
        "Invalid value for '--appropriate-body': 'council' is not one of",
    ),
    "nobody to assign": (
        ("check", "assignable", "3000002"),
        "Missing argument 'MENTOR-TRN'.",
    ),
    "30 February": (
        (*CHECK, "3000002", "--on", "2025-02-30"),
        "Invalid value for '--on': '2025-02-30' is not a day of the calendar written YYYY-MM-DD",
    ),
    "a day without dashes": (
        (*CHECK, "3000002", "--on", "20250901"),
        "Invalid value for '--on': '20250901' is not a day of the calendar written YYYY-MM-DD",
    ),
    "a day of a week": (
        ("timeline", "registration", "3000002", "--from", "2025-W36-1"),
        "Invalid value for '--from': '2025-W36-1' is not a day of the calendar written YYYY-MM-DD",
    ),
    "a URN of five digits": (
        ("check", "school-eligibility", "10001"),
        "Invalid value for 'URN': '10001' is not a URN: six digits",
    ),
    "a school by its name": (
        (*CHECK, "3000002", "--school", "Ashley High"),
        "Invalid value for '--school': 'Ashley High' is not a URN: six digits",
    ),
    "a revision after the last that there can be": (
        (*CHECK, "3000002", "--revision", "9223372036854775808"),
        "Invalid value for '--revision': 9223372036854775808 is not in the range 0<=x<=",
    ),
    "an address without a port": (
        (*CHECK, "3000002", "--address", "localhost"),
        "Invalid value for '--address': 'localhost' is not HOST:PORT, as 127.0.0.1:50551",
    ),
    "a command that there is not": (("chek",), "No such command 'chek'."),
    "an option that there is not": ((*CHECK, "3000002", "--yaml"), "No such option"),
    "a file that there is not": (
        ("import", "no-such-folder"),
        "Invalid value for 'PATH': Path 'no-such-folder' does not exist.",
    ),
    "nobody to generate": (
        ("generate", "--teachers", "0", "--out", "none"),
        "Invalid value for '--teachers': 0 is not in the range x>=1.",
    ),
    "a setting of a server that is none": (
        ("serve", "--address", "here"),
        "address: 'here' is not HOST:PORT, as 127.0.0.1:50551",
    ),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_a_command_that_is_wrong(tmp_path: Path, case: str) -> None:
    arguments, mistake = MISTAKES[case]
    said = ect_rules(*arguments, cwd=tmp_path)
    assert said.mistake.startswith(mistake)
    assert not any(tmp_path.iterdir())


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address that nobody answers at."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        yield f"127.0.0.1:{taken.getsockname()[1]}"


ASKING = {
    "a question": (*CHECK, "3000002"),
    "a timeline": ("timeline", "registration", "3000002"),
    "an import": ("import", "examples/rect/records"),
}


@pytest.mark.parametrize("case", ASKING)
def test_no_server(nobody: str, case: str) -> None:
    said = ect_rules(*ASKING[case], "--address", nobody)
    assert said.status == 3
    assert said.line == f"no server answers at {nobody}; start one with: ect-rules serve"


def turn_away(web: socket.socket) -> None:
    """Answer whoever comes as a web server does, until the socket is shut."""
    while True:
        try:
            connection, _ = web.accept()
        except OSError:
            return
        with connection:
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def test_a_server_that_is_not_one_of_ours(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as web:
        address = f"127.0.0.1:{web.getsockname()[1]}"
        thread = threading.Thread(target=turn_away, args=(web,))
        thread.start()
        said = ect_rules(*CHECK, "3000002", "--address", address)
        web.shutdown(socket.SHUT_RDWR)
        thread.join(30)
    assert said.status == 3
    assert said.line == f"no server answers at {address}; start one with: ect-rules serve"


REFUSED = {
    "a revision that was never written": (
        (*CHECK, "3000002", "--revision", "2"),
        "revision 2 has not been written; the newest is 1 (OUT_OF_RANGE)",
    ),
    "a day before all days": (
        (*CHECK, "3000002", "--on", "1899-12-31"),
        "asking.on: must be in 1900 to 2200",
    ),
    "a drawing in a folder that there is not": (
        ("timeline", "registration", "3000002", "--svg", "no-such-folder/drawing.svg"),
        "no-such-folder/drawing.svg: No such file or directory",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_command_that_is_refused(example: Served, case: str) -> None:
    arguments, line = REFUSED[case]
    said = ect_rules(*arguments, "--address", example.address)
    assert (said.status, said.line) == (1, line)


def test_help_names_every_command_and_every_exit_status() -> None:
    said = ect_rules("--help")
    commands = [line.split()[0] for line in said.out.split("Commands:\n")[1].splitlines()]
    assert commands == sorted(commands)
    assert {"check", "completion", "generate", "import", "rules", "serve"} <= set(commands)
    assert "Exit status: 0 answered or done, 1 refused or failed, 2 the command is" in (
        said.out.replace("\n  ", " ")
    )
    assert ect_rules("--version").out.startswith("ect-rules, version ")
