"""`ect-rules impact`: who gets another answer by other rules, or on another day."""

from __future__ import annotations

import csv
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click
from google.type.date_pb2 import Date

from ect_rules.cli.failures import told
from ect_rules.cli.lookup import CHECKS
from ect_rules.cli.options import Day, csv_option, database_option, json_option

_HERE = Path(__file__).resolve().parents[3]


@click.command()
@click.option(
    "--against", metavar="REF", help="Compare with the rules of this commit, tag or branch."
)
@click.option("--against-date", type=Day(), help="Compare with the answers of this day.")
@click.option("--on", type=Day(), help="The day asked about.  [default: today in London]")
@click.option(
    "--check",
    "checks",
    type=click.Choice(list(CHECKS)),
    multiple=True,
    help="Only this check; may be repeated.  [default: all of them]",
)
@database_option
@click.option(
    "--records",
    type=click.Path(exists=True, path_type=Path),
    help="A folder of records, such as an export, in place of the store.",
)
@click.option("--revision", type=click.IntRange(0, 2**63 - 1), help="[default: the newest]")
@click.option(
    "--repository",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=_HERE,
    help="The git repository that has REF.  [default: that of ect_rules]",
)
@click.option("--examples", type=click.IntRange(0), default=3, help="Of each change.  [default: 3]")
@click.option("--show-trns", is_flag=True, help="Say whom the examples are about.")
@click.option("--fail-on-change", is_flag=True, help="Exit with 1 where an answer differs.")
@json_option
@csv_option
def impact(
    against: str | None,
    against_date: Date | None,
    on: Date | None,
    checks: tuple[str, ...],
    as_json: bool,
    as_csv: bool,
    fail_on_change: bool,
    **where: Any,
) -> None:
    """Who would get another answer: by the rules of another release, or on another day.

    Everybody in the store is asked about at one revision, by the installed rules and by those of REF,
    which answer from its own code. Nothing is written, and no server is needed. An answer is another if
    its status, its reasons or its warnings are.
    """
    if (against is None) == (against_date is None):
        raise click.UsageError("say either --against REF or --against-date YYYY-MM-DD")
    if where["records"] is not None and where["revision"] is not None:
        raise click.UsageError("a folder of records has no revisions: leave out --revision")
    # Here, or every other command would wait for what only those on a store need.
    from ect_rules.cli.impact.running import report  # noqa: PLC0415

    names = [CHECKS[check] for check in checks]
    with told(""):
        made = report(against, _day(against_date), _day(on), names, **where)
    if as_csv and not as_json:
        csv.writer(sys.stdout, lineterminator="\n").writerows(made.rows())
    else:
        click.echo(json.dumps(made.json(), indent=2) if as_json else "\n".join(made.lines()))
    if fail_on_change and made.impact.differing:
        raise SystemExit(1)


def _day(message: Date | None) -> date | None:
    return None if message is None else date(message.year, message.month, message.day)
