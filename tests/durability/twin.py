"""A second store, in which the writes of a first are done again: one by one, in order of revision."""

from pathlib import Path
from typing import Any

from attrs import frozen
from sqlalchemy import select

from ect_rules.catalogue import load
from ect_rules.servicers.record_service import RecordService
from ect_rules.servicers.server import today_in_london
from ect_rules.store.database import reading
from ect_rules.store.rows import FIELDS
from ect_rules.store.store import Store
from ect_rules.store.tables import TABLES, requests, revisions
from ect_rules.v1 import record_service_pb2 as pb
from tests.durability.wishes import Wish
from tests.service.calling import Call
from tests.store.keeping import url

CATALOGUE = load()


@frozen
class Committed:
    """A write that is in a store. `made`: whether it made the revision of its response."""

    request_id: str
    response: Any
    made: bool

    @property
    def place(self) -> tuple[int, bool]:
        """What changed nothing comes after the write of its revision, in any order."""
        return self.response.revision, not self.made


def committed(store: Store) -> dict[str, Committed]:
    """All writes that a store holds, by request id."""
    with reading(store.engine) as connection:
        made = {
            row.request_id: row.revision
            for row in connection.execute(select(revisions.c.request_id, revisions.c.revision))
        }
        found = connection.execute(select(requests)).all()
    assert len(set(made.values())) == len(made)
    assert made.keys() <= {row.request_id for row in found}
    writes = {}
    for row in found:
        response = getattr(pb, f"{row.method}Response").FromString(row.response)
        its_own = made.get(row.request_id)
        assert its_own in (None, response.revision), "a write is of the revision that it says"
        writes[row.request_id] = Committed(row.request_id, response, its_own is not None)
    return writes


def facts(store: Store) -> dict[str, list[Any]]:
    """Every row of a record, with the revisions between which it counts."""
    found = {}
    with reading(store.engine) as connection:
        for kind, table in TABLES.items():
            names = (*FIELDS[kind], "recorded_at", "superseded_at")
            rows = connection.execute(select(*(table.c[name] for name in names)))
            found[table.name] = sorted(map(tuple, rows), key=repr)
    return found


class Twin:
    """A store in a folder, which has done what another has."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.open(url(folder / "twin.sqlite"))
        self._service = RecordService(self.store, CATALOGUE, today_in_london)
        self._done: set[str] = set()

    def follow(self, store: Store, wishes: dict[str, Wish]) -> dict[str, Committed]:
        """Do what `store` has done since; then nothing may differ. What it has done in all."""
        writes = committed(store)
        news = [write for name, write in writes.items() if name not in self._done]
        for write in sorted(news, key=lambda write: write.place):
            assert self._do(wishes[write.request_id]) == write.response, write
            self._done.add(write.request_id)
        assert facts(self.store) == facts(store)
        assert committed(self.store) == writes
        return writes

    def _do(self, wish: Wish) -> Any:
        given = iter(wish.request) if isinstance(wish.request, list) else wish.request
        return getattr(self._service, wish.method)(given, Call())

    def close(self) -> None:
        self.store.close()
