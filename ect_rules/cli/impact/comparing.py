"""Everybody's answers beside each other: counts, and some examples of each change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from attrs import define, field, frozen

from ect_rules.catalogue import Catalogue
from ect_rules.cli.impact.release import Release
from ect_rules.comparing import Differences, Said
from ect_rules.servicers.everybody import Block
from ect_rules.servicers.subjects import Subject


@frozen
class Example:
    """A subject whose answers differ."""

    subject: Subject
    before: Said
    after: Said


@define
class Impact:
    """What came of a comparison. `examples`: for each check, the first `most_examples` of each change of
    status.
    """

    most_examples: int
    found: dict[str, Differences] = field(factory=dict)
    examples: dict[str, dict[tuple[str, str], list[Example]]] = field(factory=dict)

    @property
    def differing(self) -> int:
        """How many answers differ."""
        return sum(found.differing for found in self.found.values())

    def add(self, check: str, subject: Subject, before: Said, after: Said) -> None:
        """Compare the answers about a subject."""
        if not self.found.setdefault(check, Differences()).add(before, after):
            return
        of_check = self.examples.setdefault(check, {})
        kept = of_check.setdefault((before.status, after.status), [])
        if len(kept) < self.most_examples:
            kept.append(Example(subject, before, after))


Both = Callable[[Block], Iterable[tuple[str, Subject, Said, Said]]]


def between_days(catalogue: Catalogue, before: date, after: date) -> Both:
    """The answers of the installed rules for two days."""

    def both(block: Block) -> Iterator[tuple[str, Subject, Said, Said]]:
        earlier, later = (block.answers(catalogue, on) for on in (before, after))
        for (check, subject, then), (_, _, now) in zip(earlier, later, strict=True):
            yield check, subject, then, now

    return both


def between_releases(release: Release, catalogue: Catalogue, on: date) -> Both:
    """The answers of another release, and of the installed one."""

    def both(block: Block) -> Iterator[tuple[str, Subject, Said, Said]]:
        release.ask(block, block.checks, on)
        here = list(block.answers(catalogue, on))  # while the other one is at it
        for (check, subject, now), then in zip(here, release.answers(), strict=True):
            yield check, subject, then, now

    return both


def compared(
    blocks: Iterable[tuple[int, Block]],
    both: Both,
    checks: Sequence[str],
    most_examples: int,
    seen: Callable[[int], None],
) -> Impact:
    """Compare everybody. `seen` is told of how many more subjects."""
    impact = Impact(most_examples, {check: Differences() for check in checks})
    for _, block in blocks:
        for each in both(block):
            impact.add(*each)
        seen(len(block.subjects))
    return impact
