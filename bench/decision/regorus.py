"""Rego in regorus, an engine in Rust.

It has no package of its own; celine-regorus holds the code that was released.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from regorus import regorus  # the package itself names no more than the interpreter

from bench.decision import rego
from bench.decision.answer import Answer
from bench.decision.peer import named
from ect_rules.facts import MentorFacts

NAME = named("regorus", "celine-regorus")
HOW = (
    "the policy compiled to a program for regorus' virtual machine, about three times as fast as its "
    "interpreter; the input is JSON text, which is all that the machine takes"
)


class Engine:
    def __init__(self) -> None:
        policy = [(rego.POLICY.name, rego.POLICY.read_text())]
        program = regorus.Program.compile_from_modules("{}", policy, [rego.ENTRY_POINT])
        self.machine = regorus.Rvm()
        self.machine.load_program(program)

    def prepare(self, facts: MentorFacts, on: date) -> str:
        return json.dumps(rego.input_of(facts, on))

    def decide(self, prepared: str) -> Any:
        self.machine.set_input_json(prepared)
        return json.loads(self.machine.execute())

    def answer(self, decided: dict[str, Any]) -> Answer:
        return rego.answer_of(decided)
