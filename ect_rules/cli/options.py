"""Options that several commands have."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from typing import Any

import click
import grpc
from google.type.date_pb2 import Date

from ect_rules.errors import InvalidInputError
from ect_rules.servicers.settings import DEFAULT_ADDRESS, DEFAULT_DATABASE_URL, address

TIMEOUT_SECONDS = 10

address_option = click.option(
    "--address",
    default=DEFAULT_ADDRESS,
    show_default=True,
    envvar="ECT_RULES_ADDRESS",
    metavar="HOST:PORT",
    help="The server to ask.",
    callback=lambda *given: _host_and_port(given[-1]),
)

database_option = click.option(
    "--database",
    "--database-url",
    "database",
    default=DEFAULT_DATABASE_URL,
    show_default=True,
    envvar="ECT_RULES_DATABASE_URL",
    metavar="URL",
    help="The store: a SQLite file, or postgresql://user@host/name.",
)

contract_period_option = click.option(
    "--contract-period",
    type=click.IntRange(2020, 2100),
    metavar="YEAR",
    help="Use the rules of the contract period that begins in that year.  [default: as the facts say]",
)
revision_option = click.option(
    "--revision",
    type=click.IntRange(0, 2**63 - 1),
    metavar="NUMBER",
    help="Answer from what was known at a revision.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
csv_option = click.option("--csv", "as_csv", is_flag=True, help="Print a line for each as CSV.")


def _host_and_port(text: str) -> str:
    try:
        address(text)
    except InvalidInputError as error:
        raise click.BadParameter(error.problems[0].description) from None
    return text


class Day(click.ParamType[Date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Date:
        """The date message of the day."""
        try:
            found = date.fromisoformat(str(value))
        except ValueError:
            found = None
        if found is None or found.isoformat() != value:  # there are other forms, as 2025-W01-1
            self.fail(f"{value!r} is not a day of the calendar written YYYY-MM-DD", param, ctx)
        return Date(year=found.year, month=found.month, day=found.day)


class Trn(click.ParamType[str]):
    """A TRN: seven digits; five or six are padded with zeros on the left."""

    name = "TRN"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Seven digits."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and 5 <= len(text) <= 7):
            self.fail(f"{value!r} is not a TRN: seven digits", param, ctx)
        return text.zfill(7)


class Urn(click.ParamType[str]):
    """A URN: six digits."""

    name = "URN"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Six digits."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and len(text) == 6):
            self.fail(f"{value!r} is not a URN: six digits", param, ctx)
        return text


class Code(click.ParamType[int]):
    """A value of an enumeration of the contract, by its name without the enumeration's."""

    name = "CODE"

    def __init__(self, enum: Any, prefix: str) -> None:
        self._enum, self._prefix = enum, prefix

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """The number of the value."""
        name = str(value).upper().replace("-", "_")
        known: dict[str, int] = {
            n.removeprefix(f"{self._prefix}_"): i for n, i in self._enum.items() if i
        }
        if name not in known:
            like = get_close_matches(name, known, 3) or list(known)[:12]
            self.fail(f"{value!r} is none; there are {', '.join(like)}", param, ctx)
        return known[name]


class Subject(click.ParamType[str]):
    """Whom or what the check that the argument before names is about: a TRN, or the URN of a school."""

    name = "TRN|URN"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Seven digits, or six of a school."""
        of_school = ctx is not None and ctx.params.get("check") == "school-eligibility"
        kind: click.ParamType[str] = Urn() if of_school else Trn()
        return kind.convert(value, param, ctx)


def channel(address: str) -> grpc.Channel:
    """A channel to the server."""
    return grpc.insecure_channel(address)
