"""`ect-rules serve`: run a server."""

from __future__ import annotations

from typing import Any

import click

from ect_rules.errors import InvalidInputError
from ect_rules.servicers.settings import DEFAULT_ADDRESS, DEFAULT_DATABASE_URL, Settings


@click.command()
@click.option("--address", metavar="HOST:PORT", help=f"[default: {DEFAULT_ADDRESS}]")
@click.option(
    "--database-url",
    metavar="URL",
    help=f"A SQLite file, or postgresql://user@host/name.  [default: {DEFAULT_DATABASE_URL}]",
)
@click.option(
    "--allow-anyone-to-connect",
    is_flag=True,
    default=None,
    help="Listen beyond loopback without TLS and authentication.",
)
@click.option(
    "--migrate-on-start",
    is_flag=True,
    default=None,
    help="Bring a store of an earlier release up to this one, as ect-rules migrate does.",
)
@click.pass_context
def serve(context: click.Context, /, **options: Any) -> None:
    """Run a server until it is told to stop.

    Each option can be given as an environment variable too: ECT_RULES_ADDRESS,
    ECT_RULES_DATABASE_URL, ECT_RULES_ALLOW_ANYONE_TO_CONNECT, ECT_RULES_MIGRATE_ON_START.
    """
    try:
        settings = Settings.read(**options)
    except InvalidInputError as error:
        raise click.UsageError(str(error)) from None
    # Here, or every other command would wait half a second for what only a server needs.
    from ect_rules.servicers.serve import serve as serve_until_stopped  # noqa: PLC0415

    context.exit(serve_until_stopped(settings))
