"""Two answers to the same question, and how those about many subjects differ."""

from __future__ import annotations

from collections import Counter

from attrs import define, field, frozen

from ect_rules.rule import Decision


@frozen
class Said:
    """What a decision said: its status, and the codes of its reasons and warnings in their order."""

    status: str
    reasons: tuple[str, ...]
    warnings: tuple[str, ...] = ()

    @classmethod
    def by(cls, decision: Decision) -> Said:
        """What a decision says."""
        return cls(
            decision.status,
            tuple(reason.code for reason in decision.reasons),
            tuple(warning.code for warning in decision.warnings),
        )

    @property
    def codes(self) -> set[str]:
        """The codes of its reasons and warnings."""
        return {*self.reasons, *self.warnings}


@define
class Differences:
    """How the answers of a check differ.

    `compared`: how many subjects. `statuses`: how many of those whose answers differ went from a status
    to another, or stayed. `came`, `went`: at how many of them a reason or warning appeared, or is gone.
    """

    compared: int = 0
    statuses: Counter[tuple[str, str]] = field(factory=Counter)
    came: Counter[str] = field(factory=Counter)
    went: Counter[str] = field(factory=Counter)

    @property
    def differing(self) -> int:
        """How many subjects have another answer."""
        return self.statuses.total()

    def add(self, before: Said, after: Said) -> bool:
        """Count a subject; whether the answers about it differ."""
        self.compared += 1
        if before == after:
            return False
        self.statuses[before.status, after.status] += 1
        self.came.update(after.codes - before.codes)
        self.went.update(before.codes - after.codes)
        return True

    def transitions(self) -> list[tuple[tuple[str, str], int]]:
        """`statuses`, the most frequent first; of equals, in alphabetical order."""
        return sorted(self.statuses.items(), key=lambda each: (-each[1], each[0]))

    def codes(self) -> list[str]:
        """The codes that came or went, in alphabetical order."""
        return sorted(self.came.keys() | self.went.keys())
