"""What the bench asks of a peer: another engine with the same decision in its own language.

A peer is a module with NAME, HOW (a sentence on what was chosen for speed) and Engine.
"""

from __future__ import annotations

from datetime import date
from importlib import import_module
from importlib.metadata import version
from typing import Any, Protocol

from attrs import frozen

from bench.decision.answer import Answer
from ect_rules.facts import MentorFacts

MODULES = ("cedar", "regorus", "rego_cpp", "gorules_zen")


class Engine(Protocol):
    """Made without arguments; the policy is compiled then."""

    def prepare(self, facts: MentorFacts, on: date) -> Any:
        """The facts in the form that the engine takes."""

    def decide(self, prepared: Any) -> Any:
        """The decision as the engine gives it, in Python values. Prepared facts are used again."""

    def answer(self, decided: Any) -> Answer:
        """The same in the form for comparison; this is never timed."""


@frozen
class Peer:
    name: str
    how: str
    engine: Engine


def named(engine: str, package: str) -> str:
    return f"{engine} ({package} {version(package)})"


def installed() -> tuple[list[Peer], list[str]]:
    """The peers, compiled, and the packages of peers that are not installed."""
    peers: list[Peer] = []
    absent: list[str] = []
    for name in MODULES:
        try:
            module = import_module(f"bench.decision.{name}")
        except ModuleNotFoundError as missing:
            absent.append(str(missing.name))
        else:
            peers.append(Peer(module.NAME, module.HOW, module.Engine()))
    return peers, absent
