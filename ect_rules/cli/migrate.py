"""`ect-rules migrate`: bring a store that an earlier release made up to this one."""

from __future__ import annotations

import click

from ect_rules.cli.failures import told
from ect_rules.cli.options import database_option


@click.command()
@click.option("--to", type=click.IntRange(1), metavar="VERSION", help="[default: this release's]")
@click.option("--show", is_flag=True, help="Say what there is to do, and do nothing.")
@database_option
def migrate(to: int | None, show: bool, database: str) -> None:
    """Bring the store that an earlier release made up to this one's schema version.

    All of it or nothing. Stop the servers of the earlier release and make a backup first.
    """
    # Here, or every other command would wait for what only those on a store need.
    from ect_rules.store import migrations  # noqa: PLC0415

    with told(""):
        done = (migrations.plan if show else migrations.migrate)(database, to)
    if done.before is None:
        click.echo("there is no store yet; a server makes one of this release when it starts")
    elif not done.steps:
        click.echo(f"the store has schema version {done.before}; there is nothing to do")
    elif show:
        click.echo(f"the store has schema version {done.before}; to be done:")
    else:
        click.echo(f"the store has schema version {done.after}, and had {done.before}; done:")
    for step in done.steps:
        click.echo(step)
