"""`ect-rules import-rect`: send what a RECT database holds to a server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ect_rules.cli.options import address_option

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("import-rect")
@click.argument("url", envvar="RECT_DATABASE_URL")
@click.option(
    "--changed-since",
    "state_file",
    type=_FILE,
    metavar="FILE",
    help="Read only what has changed since the import that FILE tells of, and have it tell of this "
    "one. Without such a file everything is read, and the file made.",
)
@click.option(
    "--overlap",
    type=click.IntRange(0),
    default=60,
    show_default=True,
    metavar="MINUTES",
    help="How far to go back behind the newest change: longer than any transaction in RECT takes.",
)
@click.option("--leave-out", is_flag=True, help="Import the rest where rows make no record.")
@click.option("--report", type=_FILE, metavar="FILE", help="List the rows that make none, as CSV.")
@click.option(
    "--retract-missing",
    is_flag=True,
    help="Retract what the server holds and RECT does not have any more.",
)
@click.option("--validate-only", is_flag=True, help="Check all of it and write nothing.")
@address_option
def import_rect(leave_out: bool, retract_missing: bool, **how: Any) -> None:
    """Import from the database of "Register early career teachers": all of it or nothing.

    URL is of PostgreSQL, or in RECT_DATABASE_URL. It is only read, in one transaction. Records that are
    there already, exactly so, are left alone; docs/import-format.md says what becomes which record.
    """
    if retract_missing and leave_out:
        raise click.UsageError(
            "--retract-missing would retract what is left out: leave out --leave-out"
        )
    from ect_rules.cli.from_rect import import_all  # noqa: PLC0415 - as in migrate.py

    import_all(leave_out=leave_out, retract_missing=retract_missing, **how)
