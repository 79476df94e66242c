"""What a server can be told, by environment variable or by option."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from ect_rules.errors import InvalidInputError, Problem

DEFAULT_ADDRESS = "127.0.0.1:50551"
DEFAULT_DATABASE_URL = "sqlite:///ect_rules.sqlite"
PREFIX = "ECT_RULES_"


@frozen
class Settings:
    """`address`: host and port to listen on; port 0 takes a free one. `database_url`: a SQLite file or a
    PostgreSQL database. `allow_anyone_to_connect`: listen beyond loopback without TLS and
    authentication. `migrate_on_start`: bring a store of an earlier release up to this one's schema.
    """

    host: str
    port: int
    database_url: str
    allow_anyone_to_connect: bool
    migrate_on_start: bool

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ, **options: Any) -> Settings:
        """Settings from `options` (None: not given), else `environment`, else the defaults.

        Raises InvalidInputError for a value that cannot be read, or a variable of ours that is none.
        """
        names = ("address", "database_url", "allow_anyone_to_connect", "migrate_on_start")
        known = [PREFIX + name.upper() for name in names]
        for variable in environment:
            if variable.startswith(PREFIX) and variable not in known:
                raise InvalidInputError(
                    Problem(
                        variable,
                        f"is no setting; there are {', '.join(known)}",
                        "SETTING_UNKNOWN",
                    )
                )

        def value(name: str, default: str) -> Any:
            given = options.get(name)
            return environment.get(PREFIX + name.upper(), default) if given is None else given

        def flag(name: str) -> bool:
            given = value(name, "false")
            if given not in (True, False, "true", "false"):
                raise InvalidInputError(
                    Problem(PREFIX + name.upper(), "must be true or false", "SETTING_INVALID")
                )
            return given in (True, "true")

        host, port = address(value("address", DEFAULT_ADDRESS))
        return cls(
            host,
            port,
            value("database_url", DEFAULT_DATABASE_URL),
            flag("allow_anyone_to_connect"),
            flag("migrate_on_start"),
        )


def address(text: str) -> tuple[str, int]:
    """Host and port of HOST:PORT, an IPv6 host in brackets. Raises InvalidInputError."""
    host, colon, port = text.rpartition(":")
    if not colon or not host or not _is_port(port):
        raise InvalidInputError(
            Problem(
                "address", f"{text!r} is not HOST:PORT, as {DEFAULT_ADDRESS}", "SETTING_INVALID"
            )
        )
    return host.strip("[]"), int(port)


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 5 and int(text) <= 65_535
