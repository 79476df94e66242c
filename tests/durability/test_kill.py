"""Servers and databases that are killed under writers: nothing is lost, doubled or done by half."""

import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from logging import Logger
from pathlib import Path

import pytest

from ect_rules.store.store import Store
from tests.durability.clusters import Cluster
from tests.durability.holding import hold
from tests.durability.journal import Journal, Sent, Writers, send
from tests.durability.servers import Again, again
from tests.durability.sizes import size
from tests.durability.twin import Committed, Twin
from tests.durability.wishes import Known, Wish
from tests.service.talking import new_id, whole_import
from tests.store.keeping import settle, url

SQLITE_KILLS = size("SQLITE_KILLS", 1, 20, 200)
POSTGRES_KILLS = size("POSTGRES_KILLS", 1, 5, 50)
OF_A_DATABASE = 25  # then a new one is begun: each look is at all that is in it
WRITERS = 6
TEACHERS, SCHOOLS = 60, 4
LONGEST = 0.5  # seconds from the first answer to the kill

Kill = Callable[[], None]


class Trial:
    """A server, what was sent to it, and a twin that does the same when it is known what was done."""

    def __init__(self, server: Again, folder: Path, seed: int) -> None:
        self._server = server
        self._store = Store.open(server.database)
        self._dice = random.Random(seed)  # noqa: S311
        self.twin = Twin(folder)
        self.journal = Journal(Known.of(TEACHERS, SCHOOLS))
        self.retried = self.found = 0

    def begin(self) -> None:
        id_ = new_id()
        first = Wish("ImportRecords", id_, list(whole_import(self.journal.known.first(), id_)))
        with self._server.talk() as talk:
            assert self.journal.write(talk, first).answer

    def round(self, number: int, kill: Kill, start: Kill) -> None:
        """Write until the kill, and look at what is there then. Then retry everything."""
        before = set(self.journal.sent)
        writers = Writers(self.journal, self._server.talk, WRITERS, 1_000 * number)
        with writers.writing():
            time.sleep(self._dice.uniform(0, LONGEST))
            kill()
        start()
        entries = [entry for name, entry in self.journal.sent.items() if name not in before]
        self.look()
        self._retry(entries)
        self.look()

    def look(self) -> None:
        """What was acknowledged is there as it was; what was refused is not; what is there is whole."""
        settle(self._store)
        sent = self.journal.sent
        there = self.twin.follow(self._store, {name: entry.wish for name, entry in sent.items()})
        for name, entry in sent.items():
            hold_outcome(entry, there.get(name))
        hold(self._store)

    def _retry(self, entries: list[Sent]) -> None:
        newest = self._store.newest_revision()
        there = self.twin.follow(self._store, {e.wish.request_id: e.wish for e in entries})
        with self._server.talk() as talk:
            for entry in entries:
                if entry.answer is not None:
                    assert send(talk, entry.wish) == entry.answer, "the first answer again"
            assert self._store.newest_revision() == newest, "and nothing else"
            for entry in [entry for entry in entries if entry.unheard]:
                known = there.get(entry.wish.request_id)
                self.journal.write(talk, entry.wish)
                assert not entry.unheard
                assert known is None or entry.answer == known.response, "it had been done"
                self.retried, self.found = self.retried + 1, self.found + (known is not None)

    def close(self) -> None:
        self.twin.close()
        self._store.close()


def hold_outcome(entry: Sent, there: Committed | None) -> None:
    if entry.answer is not None:
        assert there is not None, f"lost: {entry.wish}"
        assert there.response == entry.answer
    if entry.refused:
        assert there is None, f"refused, and done: {entry.wish}"


@contextmanager
def trial(database: str, seed: int, *command: str) -> Iterator[tuple[Again, Trial]]:
    folder = Path(tempfile.mkdtemp(prefix="ect_rules_twin_"))
    with again(database, *command) as server:
        found = Trial(server, folder, seed)
        try:
            found.begin()
            yield server, found
        finally:
            found.close()
            shutil.rmtree(folder)


def kill_server(database: str, kills: int, seed: int, told: Logger, *command: str) -> None:
    with trial(database, seed, *command) as (server, tried):
        for number in range(seed, seed + kills):
            tried.round(number, server.kill, server.start)
        report(told, tried)


def report(told: Logger, tried: Trial) -> None:
    told.info(
        "%s; retried %d that were not heard of, %d of them done already",
        *(tried.journal.figures(), tried.retried, tried.found),
    )


@pytest.mark.parametrize("first", range(0, SQLITE_KILLS, OF_A_DATABASE))
def test_a_server_that_is_killed_on_sqlite(tmp_path: Path, first: int, told: Logger) -> None:
    kills = min(OF_A_DATABASE, SQLITE_KILLS - first)
    kill_server(url(tmp_path / "facts.sqlite"), kills, first, told)


@pytest.mark.parametrize("first", range(0, POSTGRES_KILLS, OF_A_DATABASE))
def test_a_server_and_its_postgres_killed_in_turn(
    postgres: Cluster, postgres_away: str, first: int, told: Logger
) -> None:
    kills = min(OF_A_DATABASE, POSTGRES_KILLS - first)
    with trial(postgres_away, first) as (server, tried):
        for number in range(first, first + kills):
            if number % 2:
                tried.round(number, server.kill, server.start)
            else:
                tried.round(number, postgres.kill, postgres.start)
        report(told, tried)
