"""`ect-rules rules`: the catalogue, to read."""

from __future__ import annotations

import click
from google.protobuf.json_format import MessageToJson
from rich.console import Console
from rich.table import Table

from ect_rules.catalogue import load
from ect_rules.cli.markdown import markdown
from ect_rules.wire.rules import explained


@click.command()
@click.argument("check", type=click.Choice(sorted(load().checks)), required=False)
@click.option(
    "--markdown", "as_markdown", is_flag=True, help="Print the whole catalogue as a page."
)
@click.option(
    "--tables",
    is_flag=True,
    help="With --markdown: add decision tables, made by asking about every situation (half a minute).",
)
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def rules(check: str | None, as_markdown: bool, tables: bool, as_json: bool) -> None:
    """Show the rules of this release, in order of precedence. Needs no server."""
    catalogue = load()
    if as_markdown:
        click.echo(markdown(catalogue, tables), nl=False)
        return
    if as_json:
        message = explained(catalogue, check or "")
        click.echo(MessageToJson(message, preserving_proto_field_name=True))
        return
    console = Console(highlight=False)
    console.print(f"Rule set {catalogue.fingerprint}")
    for name in [check] if check else sorted(catalogue.checks):
        linked = catalogue.checks[name]
        table = Table(title=f"{name}: {linked.check.question}", title_justify="left")
        table.add_column("rule", no_wrap=True)
        for column in ("role", "sentence", "reasons, and what next"):
            table.add_column(column, overflow="fold")
        for rule in linked.rules:
            reasons = [reason.code for reason in rule.reasons]
            actions = [f"next: {action.code} ({action.actor})" for action in rule.actions]
            cell = "\n".join([*reasons, *actions])
            table.add_row(rule.id, rule.role.value, rule.sentence, cell)
        console.print()
        console.print(table)
