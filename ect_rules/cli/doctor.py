"""`ect-rules doctor`: look a store over."""

from __future__ import annotations

import click
from rich.console import Console

from ect_rules.cli.failures import fail, told
from ect_rules.cli.options import database_option


@click.command()
@database_option
def doctor(database: str) -> None:
    """Look the store over while servers use it, and say what is wrong and what to do.

    The database itself, the ledger, and what must hold of the records. It only reads.
    """
    # Here, or every other command would wait for what only those on a store need.
    from ect_rules import catalogue  # noqa: PLC0415
    from ect_rules.store.doctor import examine  # noqa: PLC0415
    from ect_rules.store.store import Store  # noqa: PLC0415

    found = 0
    with told(""), Console(stderr=True).status("looking the store over"):
        store = Store.open(database, make=False)
        try:
            for finding in examine(store, catalogue.load()):
                found += 1
                click.echo(f"{finding.words}\n  {finding.advice}")
            revision = store.newest_revision()
        finally:
            store.close()
    if found:
        fail(f"{found} findings")
    click.echo(f"revision {revision}: nothing is wrong")
