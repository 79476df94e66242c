"""Options that several commands have."""

from __future__ import annotations

from datetime import date

import click
import grpc
from google.type.date_pb2 import Date

from ect_rules.servicers.settings import DEFAULT_ADDRESS

TIMEOUT_SECONDS = 10

address_option = click.option(
    "--address",
    default=DEFAULT_ADDRESS,
    show_default=True,
    envvar="ECT_RULES_ADDRESS",
    metavar="HOST:PORT",
    help="The server to ask.",
)


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


def channel(address: str) -> grpc.Channel:
    """A channel to the server."""
    return grpc.insecure_channel(address)
