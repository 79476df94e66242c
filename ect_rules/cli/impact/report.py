"""What came of a comparison, to read and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from ect_rules.cli.impact.comparing import Example, Impact
from ect_rules.comparing import Differences, Said


@frozen
class Side:
    """One side of a comparison. `day`: as YYYY-MM-DD. `release`: a git ref, or "installed"; `commit`: its
    commit, empty for the installed one.
    """

    day: str
    rule_set: str
    release: str
    commit: str = ""

    def words(self) -> str:
        """For a person."""
        commit = f", commit {self.commit[:12]}" if self.commit else ""
        return f"{self.day} by rule set {self.rule_set} ({self.release}{commit})"


@frozen
class Report:
    """A comparison that is done. `left_out`: checks that the other release does not have. `unknown`: what
    of the facts it does not know. `refused`: how many values its importer refuses, by field.
    """

    before: Side
    after: Side
    revision: int
    impact: Impact
    show_trns: bool
    left_out: list[str]
    unknown: list[str]
    refused: dict[str, int]

    def lines(self) -> Iterator[str]:
        """For a person."""
        yield f"before  {self.before.words()}"
        yield f"after   {self.after.words()}"
        yield f"facts   revision {self.revision}"
        if self.left_out:
            yield f"note    the release before has no check {', '.join(map(_words, self.left_out))}"
        if self.unknown:
            yield f"note    the release before does not know {', '.join(self.unknown)}"
        for name, count in self.refused.items():
            yield f"note    the release before refuses {count:,} of {name}"
        for check, found in self.impact.found.items():
            yield ""
            yield from self._check(check, found)

    def _check(self, check: str, found: Differences) -> Iterator[str]:
        share = f" ({found.differing / found.compared:.1%})" if found.differing else ""
        yield f"{_words(check)}: {found.differing:,} of {found.compared:,} answers differ{share}"
        for (before, after), count in found.transitions():
            stays = "other reasons" if before == after else f"to {_words(after)}"
            yield f"  {count:>9,}  {_words(before)}, {stays}"
            for example in self.impact.examples[check].get((before, after), ()):
                yield f"             {self._example(example)}"
        for code in found.codes():
            parts = [(f"+{found.came[code]:,}", found.came), (f"-{found.went[code]:,}", found.went)]
            counts = " ".join(text for text, counter in parts if counter[code])
            yield f"  {counts:>9}  {code}"

    def _example(self, example: Example) -> str:
        subject = example.subject
        trn = subject.trn if self.show_trns else ""
        at = f"school {subject.urn}" if subject.urn else ""
        who = " at ".join(filter(None, (trn, at))) or "somebody"
        return f"{who}: {_reasons(example.before)} -> {_reasons(example.after)}"

    def rows(self) -> Iterator[tuple[str, ...]]:
        """As a table with a head: how many went from a status to another; and how many have a reason or
        warning that they did not have, with nothing before, or have it no more, with nothing after.
        """
        yield "check", "kind", "before", "after", "count"
        for check, found in self.impact.found.items():
            for (before, after), count in found.transitions():
                yield check, "status", before, after, str(count)
            for code in found.codes():
                for sides, some in (((code, ""), found.went), (("", code), found.came)):
                    if some[code]:
                        yield check, "reason", *sides, str(some[code])

    def json(self) -> dict[str, Any]:
        """For a program."""
        return {
            "before": _side(self.before),
            "after": _side(self.after),
            "revision": self.revision,
            "differing": self.impact.differing,
            "checks_left_out": self.left_out,
            "unknown": self.unknown,
            "refused": self.refused,
            "checks": [self._json(check, found) for check, found in self.impact.found.items()],
        }

    def _json(self, check: str, found: Differences) -> dict[str, Any]:
        examples = [e for some in self.impact.examples.get(check, {}).values() for e in some]
        return {
            "check": check,
            "compared": found.compared,
            "differing": found.differing,
            "statuses": [
                {"before": before, "after": after, "count": count}
                for (before, after), count in found.transitions()
            ],
            "reasons": [
                {"code": code, "came": found.came[code], "went": found.went[code]}
                for code in found.codes()
            ],
            "examples": [self._example_json(example) for example in examples],
        }

    def _example_json(self, example: Example) -> dict[str, Any]:
        subject = {"trn": example.subject.trn if self.show_trns else "", "urn": example.subject.urn}
        made: dict[str, Any] = {name: value for name, value in subject.items() if value}
        for side, said in (("before", example.before), ("after", example.after)):
            made[side] = {
                "status": said.status,
                "reasons": list(said.reasons),
                "warnings": list(said.warnings),
            }
        return made


def _side(side: Side) -> dict[str, str]:
    told = {
        "day": side.day,
        "rule_set": side.rule_set,
        "release": side.release,
        "commit": side.commit,
    }
    return {name: value for name, value in told.items() if value}


def _words(name: str) -> str:
    return name.replace("_", " ").lower()


def _reasons(said: Said) -> str:
    return ", ".join((*said.reasons, *(f"warning {code}" for code in said.warnings)))
