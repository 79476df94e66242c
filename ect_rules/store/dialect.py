"""What differs between the databases that the store runs on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

from attrs import frozen
from sqlalchemy import URL, Column, ColumnElement, Connection, Engine

BUSY_SECONDS = 5
MIGRATING_SECONDS = 600
CONNECTIONS = 32


@frozen(eq=False)
class Dialect:
    """One kind of database.

    `engine`: an engine on the database at a URL; a write through it waits for others for at most
    about BUSY_SECONDS. `reads`: the options of a connection on which each statement sees what is
    committed when it runs. `begin`: what a transaction that writes begins with. `alone`: wait until
    nobody else prepares the database, and keep it so until the transaction ends. `patiently`: a
    transaction that nobody else prepares or migrates the database beside, on an engine that nobody else
    uses; it waits for them for up to MIGRATING_SECONDS, and its statements may take as long as they
    need. `one_of`: whether a column is one of many keys, as the parameter "keys" that `keys` makes of
    them. `wipe`: let nothing be left of deleted rows. `unsound`: what the database finds wrong when it
    looks itself over, if it can.
    """

    engine: Callable[[URL], Engine]
    reads: Mapping[str, Any]
    begin: Callable[[Connection], None]
    alone: Callable[[Connection], None]
    patiently: Callable[[Engine], AbstractContextManager[Connection]]
    one_of: Callable[[Column[Any]], ColumnElement[bool]]
    keys: Callable[[Collection[Any]], object]
    wipe: Callable[[Connection], None]
    unsound: Callable[[Connection], Sequence[str]]
