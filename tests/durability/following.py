"""A reader that follows the revisions while others write."""

import hashlib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select

from ect_rules.store.database import reading
from ect_rules.store.store import Store
from ect_rules.store.tables import TABLES, revisions


def all_of(store: Store, revision: int) -> bytes:
    """A digest of everything that counts at a revision."""
    with store.snapshot(exactly=revision) as snapshot:
        found = [repr(record) for kind in TABLES for record in snapshot.every(kind)]
    return hashlib.sha256("\n".join(sorted(found)).encode()).digest()


class Follower:
    """Looks at revisions as they come. `seen`: a digest of what there was at some of them, when they were
    new; `ids`: the request ids of all revisions, in the order in which they were seen.
    """

    def __init__(self, database: str) -> None:
        self._store = Store.open(database)
        self._done = threading.Event()
        self._failures: list[BaseException] = []
        self.seen: dict[int, bytes] = {}
        self.ids: list[str] = []

    @contextmanager
    def following(self) -> Iterator[None]:
        thread = threading.Thread(target=self._follow)
        thread.start()
        try:
            yield
        finally:
            self._done.set()
            thread.join()
        assert not self._failures, self._failures[0]

    def _follow(self) -> None:
        try:
            while not self._done.is_set():
                self.look()
                time.sleep(0.001)
            self.look()
        except BaseException as failure:  # noqa: BLE001 - told above
            self._failures.append(failure)

    def look(self) -> None:
        newest = self._store.newest_revision()
        before = len(self.ids)
        self._read_on()
        assert len(self.ids) >= newest, "what is below the head has been committed"
        for revision in {before + 1, newest} - self.seen.keys():
            if 0 < revision <= newest:
                self.seen[revision] = all_of(self._store, revision)

    def _read_on(self) -> None:
        with reading(self._store.engine) as connection:
            found = connection.execute(
                select(revisions.c.revision, revisions.c.request_id)
                .where(revisions.c.revision > len(self.ids))
                .order_by(revisions.c.revision)
            ).all()
        numbers = [row.revision for row in found]
        first = len(self.ids) + 1
        assert numbers == list(range(first, first + len(found))), "one was skipped"
        self.ids += [row.request_id for row in found]

    def look_again(self) -> None:
        """What there was at a revision is there for ever."""
        for revision, digest in self.seen.items():
            assert all_of(self._store, revision) == digest, revision
        before, self.ids = self.ids, []
        self._read_on()
        assert self.ids[: len(before)] == before, "none came in between"

    def close(self) -> None:
        self._store.close()
