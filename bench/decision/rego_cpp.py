"""Rego in rego-cpp, an engine in C++."""

from __future__ import annotations

from datetime import date
from typing import Any

from regopy import Input, Interpreter

from bench.decision import rego
from bench.decision.answer import Answer
from bench.decision.peer import named
from ect_rules.facts import MentorFacts

NAME = named("rego-cpp", "regopy")
HOW = "the policy compiled to a bundle beforehand, and the input made into a value of the engine"


class Engine:
    def __init__(self) -> None:
        compiler = Interpreter()
        compiler.add_module(rego.POLICY.name, rego.POLICY.read_text())
        self.bundle = compiler.build(rego.ENTRY_POINT)
        self.interpreter = Interpreter()

    def prepare(self, facts: MentorFacts, on: date) -> Input:
        return Input(rego.input_of(facts, on))

    def decide(self, prepared: Input) -> Any:
        self.interpreter.set_input(prepared)
        return self.interpreter.query_bundle(self.bundle).results[0].expressions[0]

    def answer(self, decided: dict[str, Any]) -> Answer:
        return rego.answer_of(decided)
