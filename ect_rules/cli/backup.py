"""`ect-rules backup` and `ect-rules restore`: a copy of a store in a SQLite file, and back."""

from __future__ import annotations

from pathlib import Path

import click

from ect_rules.cli.failures import told
from ect_rules.cli.options import database_option

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=_FILE)
@database_option
def backup(file: Path, database: str) -> None:
    """Copy the store to a new FILE, while servers use it.

    For a store on PostgreSQL use pg_dump: docs/operations.md says how.
    """
    from ect_rules.store.backup import back_up  # noqa: PLC0415 - as in migrate.py

    with told(""):
        held = back_up(database, file)
    click.echo(
        f"backed up to {file}: revision {held.revision}, schema version {held.schema_version}"
    )


@click.command()
@click.argument("file", type=_FILE)
@click.option("--replace", is_flag=True, help="Lose the store that is there.")
@database_option
def restore(file: Path, replace: bool, database: str) -> None:
    """Make the store what a backup in FILE holds. No server may use it.

    For a store on PostgreSQL use pg_restore: docs/operations.md says how.
    """
    from ect_rules.store.backup import restore as restored  # noqa: PLC0415 - as in migrate.py
    from ect_rules.store.tables import SCHEMA_VERSION  # noqa: PLC0415

    with told(""):
        held = restored(file, database, replace)
    click.echo(f"restored: revision {held.revision}, schema version {held.schema_version}")
    if held.schema_version < SCHEMA_VERSION:
        click.echo("it is of an earlier release; bring it up to this one with: ect-rules migrate")
