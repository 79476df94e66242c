"""The answers of another release, given by its own code: a script that runs in a process of its own.

It is run with the folder of that release, and knows no more of ect_rules than what every release has:
the kinds of records that can be imported, the world that they make, and the catalogue. It reads and
writes lines of JSON: first it says what it knows, then it answers each block of questions.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from importlib import import_module
from typing import Any


class Release:
    """A release whose code is in `folder`."""

    def __init__(self, folder: str) -> None:
        sys.path.insert(0, folder)
        catalogue = import_module("ect_rules.catalogue").load()
        self.fingerprint: str = catalogue.fingerprint
        self.checks = sorted(catalogue.checks)
        self._decide = catalogue.decide
        self._world = import_module("ect_rules.world").World
        self._alone = import_module("ect_rules.integrity").alone
        kinds = import_module("ect_rules.tabular.kinds").KINDS
        self._kinds = {kind.stem: kind for kind in kinds}
        self.columns = {k.stem: [column.name for column in k.columns] for k in kinds}
        self.refused: Counter[str] = Counter()

    def answers(self, asked: dict[str, Any]) -> list[Any]:
        """Of each question the status, and the codes of reasons and warnings."""
        world = self._world(self._records(asked["records"]))
        on = date.fromisoformat(asked["on"])
        return [self._answer(world, on, *question) for question in asked["questions"]]

    def _answer(self, world: Any, on: date, check: str, trn: str, urn: str) -> Any:
        made = self._decide(check, _view(world, on, check, trn, urn), on)
        return made.status, [r.code for r in made.reasons], [w.code for w in made.warnings]

    def _records(self, files: dict[str, Any]) -> Any:
        for stem, rows in files.items():
            kind = self._kinds[stem]
            for row in rows:
                found = self._record(kind, row)
                if found is not None:
                    yield found

    def _record(self, kind: Any, row: list[str]) -> Any:
        """The record of a row, None where its importer would refuse it. A value that may be left out and
        that it does not know is left out.
        """
        values = []
        for column, text in zip(kind.columns, row, strict=True):
            try:
                values.append(column.cell.parse(text) if text else column.default)
            except (ValueError, KeyError):
                self.refused[f"{kind.stem}.{column.name}"] += 1
                if column.required:
                    return None
                values.append(column.default)
        made = kind.record(*values)
        for problem in self._alone(made):
            self.refused[f"{kind.stem}.{problem.field}"] += 1
            return None
        return made


def _view(world: Any, on: date, check: str, trn: str, urn: str) -> Any:
    match check:
        case "registration":
            return world.ect(trn, on, urn)
        case "ect_funding":
            return world.ect_funding(trn, on, urn)
        case "mentor_kind":
            return world.mentor_kind(trn)
        case "school_eligibility":
            return world.school_with_training(urn)
        case _:
            return world.mentor(trn)


def main(folder: str) -> None:
    """Answer until there are no more questions."""
    release = Release(folder)
    _say({"fingerprint": release.fingerprint, "checks": release.checks, "columns": release.columns})
    for line in sys.stdin:
        release.refused.clear()
        answers = release.answers(json.loads(line))
        _say({"answers": answers, "refused": release.refused})


def _say(said: Any) -> None:
    sys.stdout.write(json.dumps(said, separators=(",", ":")) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
