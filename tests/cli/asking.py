"""The command line as a person at a terminal, or a script, has it: a process for each command."""

import subprocess
from pathlib import Path

from attrs import frozen

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
    """Run a command. Lines are as long as they need; whatever happens, nobody sees a traceback."""
    done = subprocess.run(  # noqa: S603
        [*ECT_RULES, *map(str, arguments)],
        cwd=cwd,
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
