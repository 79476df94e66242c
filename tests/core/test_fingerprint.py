"""A rule set is named by a fingerprint of everything that makes an answer."""

import re
import subprocess
import sys

from ect_rules import catalogue

RULE_SET = catalogue.load()
MODULES = [module for modules in RULE_SET.modules.values() for module in modules]


def fingerprint():
    return catalogue.load.__wrapped__().fingerprint


def test_the_fingerprint_is_sixteen_hexadecimal_digits():
    assert re.fullmatch("[0-9a-f]{16}", RULE_SET.fingerprint)


def test_the_fingerprint_is_the_same_in_another_process():
    program = "from ect_rules.catalogue import load; print(load().fingerprint)"
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], check=True, text=True, stdout=subprocess.PIPE
    )
    assert told.stdout.strip() == RULE_SET.fingerprint == fingerprint()


def test_the_fingerprint_changes_with_any_source_of_an_answer(monkeypatch):
    getsource = catalogue.inspect.getsource
    seen = {RULE_SET.fingerprint}
    for changed in (*catalogue.CORE, *MODULES):
        monkeypatch.setattr(
            catalogue.inspect, "getsource", lambda m, c=changed: getsource(m) + "#" * (m is c)
        )
        seen.add(fingerprint())
    assert len(seen) == 1 + len(catalogue.CORE) + len(MODULES)


def test_everything_that_rules_import_is_in_the_fingerprint():
    imported = {
        value if hasattr(value, "__path__") else sys.modules.get(getattr(value, "__module__", ""))
        for module in MODULES
        for value in vars(module).values()
    }
    ours = {m for m in imported if m and m.__name__.startswith("ect_rules")}
    assert ours <= {*catalogue.CORE, *MODULES}
