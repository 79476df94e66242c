"""Another release of ect_rules, from a repository: its code in a folder, and a process that runs it."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from attrs import define, field

from ect_rules.comparing import Said
from ect_rules.errors import EctRulesError
from ect_rules.facts import Record
from ect_rules.servicers.everybody import Block
from ect_rules.tabular.kinds import KINDS

_SCRIPT = Path(__file__).with_name("elsewhere.py")
_KINDS = {kind.record: kind for kind in KINDS}


class ReleaseError(EctRulesError):
    """There is no such release, or its code does not run."""

    reason = "RELEASE"


@define
class _Running:
    """The script at work, which takes and gives lines of JSON. `errors`: where it says what is wrong."""

    name: str
    process: subprocess.Popen[str]
    errors: Path

    @classmethod
    @contextmanager
    def script(cls, name: str, folder: str) -> Iterator[_Running]:
        """The script on the code in a folder, until the end."""
        errors = Path(folder) / "errors.txt"
        with errors.open("w") as log:
            # Safe path: the folder of the script holds modules of this release.
            process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-P", str(_SCRIPT), folder],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                encoding="utf-8",
            )
        try:
            yield cls(name, process, errors)
        finally:
            process.kill()
            process.communicate()

    def write(self, asked: Any) -> None:
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(asked, separators=(",", ":")) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            raise self._failed() from None

    def read(self) -> Any:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line.endswith("\n"):
            raise self._failed()
        return json.loads(line)

    def _failed(self) -> ReleaseError:
        self.process.wait()
        lines = self.errors.read_text("utf-8").strip().splitlines() or ["it says nothing"]
        why = re.sub("[0-9]{7}", "a TRN", lines[-1])
        return ReleaseError(f"the code of {self.name} cannot be run here: {why}")


@define
class Release:
    """The code of a commit, at work. `unknown`: the kinds and fields that it does not know, of which
    something was told. `refused`: the values and records that its importer refuses, by field.
    """

    name: str
    commit: str
    fingerprint: str
    checks: frozenset[str]
    _columns: dict[str, list[str]]
    _running: _Running
    unknown: set[str] = field(factory=set)
    refused: Counter[str] = field(factory=Counter)

    def ask(self, block: Block, checks: Sequence[str], on: date) -> None:
        """Send the questions of a block; `answers` has then to be called before the next."""
        questions = [(c, s.trn, s.urn) for s in block.subjects for c in checks]
        asked = {"on": on.isoformat(), "questions": questions, "records": self._files(block)}
        self._running.write(asked)

    def answers(self) -> Iterator[Said]:
        """The answers to what was asked, in the order of its questions."""
        said = self._running.read()
        self.refused.update(said["refused"])
        for status, reasons, warnings in said["answers"]:
            yield Said(status, tuple(reasons), tuple(warnings))

    def _files(self, block: Block) -> dict[str, list[list[str]]]:
        files: dict[str, list[list[str]]] = {}
        for record in block.world.records.values():
            stem = _KINDS[type(record)].stem
            if stem in self._columns:
                files.setdefault(stem, []).append(self._row(record, stem))
            else:
                self.unknown.add(stem)
        return files

    def _row(self, record: Record, stem: str) -> list[str]:
        columns = self._columns[stem]
        for column in _KINDS[type(record)].columns:
            if column.name not in columns and getattr(record, column.name) != column.default:
                self.unknown.add(f"{stem}.{column.name}")
        return [_text(getattr(record, name, None)) for name in columns]


def _text(value: Any) -> str:
    """As in the files of an import."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else str(value)


@contextmanager
def release(repository: Path, name: str) -> Iterator[Release]:
    """The release that a git ref names. Raises ReleaseError."""
    found = _git(repository, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
    commit = found.decode().strip()
    packed = _git(repository, "archive", "--format=tar", commit, "ect_rules")
    with tempfile.TemporaryDirectory(prefix="ect_rules_impact_") as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
            tar.extractall(folder, filter="data")
        with _Running.script(name, folder) as running:
            said = running.read()
            checks, columns = frozenset(said["checks"]), said["columns"]
            yield Release(name, commit, said["fingerprint"], checks, columns, running)


def _git(repository: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(repository), *arguments],  # noqa: S607
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise ReleaseError("git is not installed, and another release is read with it") from None
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip().splitlines() or ["it fails"]
        raise ReleaseError(f"git, in {repository}: {why[-1].removeprefix('fatal: ')}")
    return done.stdout
