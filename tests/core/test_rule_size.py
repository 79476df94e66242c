"""A rule can be read at one go: its module fits on a screen."""

from pathlib import Path

import pytest

from ect_rules import rules

LINES = 60
MODULES = sorted(Path(rules.__path__[0]).glob("*/*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_a_module_is_no_longer_than_a_screen(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES
