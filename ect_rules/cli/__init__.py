"""The command line `ect-rules`."""

from __future__ import annotations

from collections import UserDict
from importlib import import_module
from typing import Any

import click

from ect_rules.version import VERSION

# For each command, the module here that has it, and its name there.
_COMMANDS = {
    "backup": ("backup", "backup"),
    "batch": ("batch", "batch"),
    "check": ("check", "check"),
    "completion": ("completion", "completion"),
    "doctor": ("doctor", "doctor"),
    "erase": ("ledger", "erase"),
    "export": ("export", "export"),
    "generate": ("generate", "generate"),
    "impact": ("impact", "impact"),
    "import": ("imports", "import_"),
    "import-rect": ("import_rect", "import_rect"),
    "list": ("lists", "list_"),
    "lookup": ("lookup", "lookup"),
    "migrate": ("migrate", "migrate"),
    "replay": ("replay", "replay"),
    "restore": ("backup", "restore"),
    "retention": ("lookup", "retention"),
    "rules": ("rules", "rules"),
    "serve": ("serve", "serve"),
    "summary": ("summary", "summary"),
    "timeline": ("timeline", "timeline"),
    "verify": ("ledger", "verify"),
    "watch": ("watch", "watch"),
}


class _Commands(UserDict[str, Any]):
    """The commands by name, each imported when it is asked for: all together they need much."""

    def __getitem__(self, name: str) -> Any:
        module, attribute = self.data[name]
        return getattr(import_module(f"{__name__}.{module}"), attribute)


@click.group(
    commands=_Commands(_COMMANDS), context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(VERSION, prog_name="ect-rules")
def cli() -> None:
    """Is this ECT's registration complete? Is this mentor fundable, trainable? Since when, and why?

    Exit status: 0 answered or done, 1 refused or failed, 2 the command is wrong, 3 no server.
    """


def main() -> None:
    """Run the command line and exit."""
    cli(prog_name="ect-rules")
