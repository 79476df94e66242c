"""docs/import-format.md says what the reader does."""

import re
from pathlib import Path

import pytest

from ect_rules.tabular.kinds import KINDS

TEXT = (Path(__file__).parents[2] / "docs/import-format.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.stem)
def test_columns(kind):
    rows = re.findall(
        r"^\| `(\w+)` \| ([\w ]+) \| (yes|no) \| ([^|]*)\|", SECTIONS[kind.stem], re.MULTILINE
    )

    assert [(name, type_, required == "yes") for name, type_, required, _ in rows] == [
        (column.name, column.cell.type.value, column.required) for column in kind.columns
    ]
    for (name, _, required, empty), column in zip(rows, kind.columns, strict=True):
        assert bool(empty.strip()) is (required == "no"), name
        assert (empty.strip() == "false") is (column.default is False), name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.stem)
def test_values(kind):
    for column in kind.columns:
        if column.cell.allowed.startswith("one of "):
            for value in column.cell.allowed.removeprefix("one of ").split(", "):
                assert f"`{value}`" in SECTIONS[kind.stem]
