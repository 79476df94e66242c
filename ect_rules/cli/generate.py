"""`ect-rules generate`: a made-up population to try things on."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ect_rules import tabular
from ect_rules.cli.failures import told
from ect_rules.facts import Teacher
from ect_rules.generate import population


@click.command()
@click.option("--teachers", type=click.IntRange(1), required=True, help="How many teachers.")
@click.option(
    "--seed", type=int, default=1, show_default=True, help="The same seed, the same people."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="A folder to make.",
)
@click.option("--format", "kind", type=click.Choice(["csv", "parquet"]), default="csv")
def generate(teachers: int, seed: int, out: Path, kind: str) -> None:
    """Write a made-up population of ECTs, mentors and schools, ready to import.

    Nobody in it is real. Needs no server.
    """
    console = Console(stderr=True)
    columns = (TextColumn("teachers"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    records = 0
    showing = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    with told(""), showing as progress:
        task = progress.add_task("", total=teachers)
        with tabular.Writer(out, kind) as writer:
            for record in population(teachers, seed):
                writer.write(record)
                records += 1
                if isinstance(record, Teacher):
                    progress.advance(task)
    click.echo(f"{records} records of {teachers} teachers in {out}")
