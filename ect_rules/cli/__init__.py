"""The command line `ect-rules`."""

from __future__ import annotations

import click

from ect_rules.cli.backup import backup, restore
from ect_rules.cli.batch import batch
from ect_rules.cli.check import check
from ect_rules.cli.completion import completion
from ect_rules.cli.doctor import doctor
from ect_rules.cli.export import export
from ect_rules.cli.generate import generate
from ect_rules.cli.impact import impact
from ect_rules.cli.import_rect import import_rect
from ect_rules.cli.imports import import_
from ect_rules.cli.ledger import erase, verify
from ect_rules.cli.lists import list_
from ect_rules.cli.lookup import lookup, retention
from ect_rules.cli.migrate import migrate
from ect_rules.cli.replay import replay
from ect_rules.cli.rules import rules
from ect_rules.cli.serve import serve
from ect_rules.cli.summary import summary
from ect_rules.cli.timeline import timeline
from ect_rules.cli.watch import watch
from ect_rules.version import VERSION


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="ect-rules")
def cli() -> None:
    """Is this ECT's registration complete? Is this mentor fundable, trainable? Since when, and why?

    Exit status: 0 answered or done, 1 refused or failed, 2 the command is wrong, 3 no server.
    """


for command in (
    *(backup, batch, check, completion, doctor, erase, export, generate, import_, import_rect),
    *(list_, lookup, migrate, replay, restore, retention, rules, serve, summary, timeline, verify),
    *(impact, watch),
):
    cli.add_command(command)


def main() -> None:
    """Run the command line and exit."""
    cli(prog_name="ect-rules")
