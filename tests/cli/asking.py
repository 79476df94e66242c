"""The command line: most of what is asked needs no process of its own, and some of it has one."""

import os
import subprocess
from contextlib import chdir
from pathlib import Path

from attrs import frozen
from click.testing import CliRunner

from ect_rules.cli import cli
from tests.lifecycle.processes import ECT_RULES, ROOT, environment

SECONDS = 60


@frozen
class Said:
    """What a command said. Lines have no blanks at their ends."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.out.splitlines()]

    @property
    def line(self) -> str:
        """The one line on standard error of a command that failed, after "ect-rules: "."""
        assert self.out == ""
        only = self.err.removesuffix("\n")
        assert only.startswith("ect-rules: ")
        assert "\n" not in only
        return only.removeprefix("ect-rules: ")

    @property
    def mistake(self) -> str:
        """What is wrong with a command that was written wrongly: the last line, after "Error: "."""
        assert (self.status, self.out) == (2, "")
        usage, *_, last = self.err.splitlines()
        assert usage.startswith("Usage: ")
        assert last.startswith("Error: ")
        return last.removeprefix("Error: ")


def ect_rules(*arguments: str | Path, cwd: Path = ROOT, **variables: str) -> Said:
    """What a command says. Lines are as long as they need; whatever happens, nobody sees a traceback."""
    left_out: dict[str, str | None] = dict.fromkeys(os.environ.keys() - environment().keys())
    runner = CliRunner(env=left_out | {"COLUMNS": "400"} | variables)
    with chdir(cwd):
        done = runner.invoke(cli, [*map(str, arguments)], prog_name="ect-rules")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return Said(done.exit_code, done.stdout, done.stderr)


def as_a_process(*arguments: str | Path, **variables: str) -> Said:
    """The same, as a person at a terminal, or a script, has it."""
    done = subprocess.run(  # noqa: S603
        [*ECT_RULES, *map(str, arguments)],
        cwd=ROOT,
        env=environment(**{"COLUMNS": "400"} | variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "Traceback" not in done.stdout
    return Said(done.returncode, done.stdout, done.stderr)
