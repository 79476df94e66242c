"""Stores that earlier releases made; schemas/make.py says how."""

import gzip
from pathlib import Path

from ect_rules.store.tables import SCHEMA_VERSION
from tests.postgres import connected

SCHEMAS = Path(__file__).parent / "schemas"
VERSIONS = list(range(1, SCHEMA_VERSION))


def load(version: int, database: str) -> None:
    """Make an empty database the store of a release with that schema version."""
    file = database.removeprefix("sqlite:///")
    if file == database:
        with connected(database) as connection:
            connection.execute((SCHEMAS / f"{version}.sql").read_bytes())
    else:
        Path(file).write_bytes(gzip.decompress((SCHEMAS / f"{version}.sqlite.gz").read_bytes()))


def recorded(version: int, what: str) -> list[str]:
    """The lines of what was known, or answered, when the store was made."""
    return (SCHEMAS / f"{version}.{what}").read_text().splitlines()
