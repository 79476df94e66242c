"""Writers that race for the same few people, and a reader that follows them."""

import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from logging import Logger
from pathlib import Path

from sqlalchemy import select

from ect_rules.facts import Record
from ect_rules.store.database import reading
from ect_rules.store.rows import FIELDS, record
from ect_rules.store.statements import run
from ect_rules.store.store import Store
from ect_rules.store.tables import TABLES
from ect_rules.world import World, key
from tests.durability.following import Follower
from tests.durability.holding import hold, hold_domain
from tests.durability.journal import Journal, Writers
from tests.durability.servers import again
from tests.durability.sizes import size
from tests.durability.test_kill import hold_outcome
from tests.durability.twin import Twin
from tests.durability.wishes import Known, Wish
from tests.service.talking import new_id, whole_import

SECONDS = size("RACING_SECONDS", 1, 3, 60)
WRITERS = 8
TEACHERS, SCHOOLS = 12, 3


# The rows of each kind, with the revisions from which and until which they count.
EVERY_ROW = {
    kind: select(
        table.c.recorded_at, table.c.superseded_at, *(table.c[name] for name in FIELDS[kind])
    )
    for kind, table in TABLES.items()
}


def worlds(store: Store) -> Iterator[tuple[int, World]]:
    """Everything that counted at each revision, one after the other, from the rows."""
    begun, ended = defaultdict(list), defaultdict(list)
    with reading(store.engine) as connection:
        for kind, statement in EVERY_ROW.items():
            for first, last, *columns in run(connection, statement, {}):
                found = record(kind, columns)
                begun[first].append(found)
                ended[last].append(found)
    now: dict[tuple[type, str], Record] = {}
    for revision in range(1, store.newest_revision() + 1):
        for gone in ended[revision]:
            del now[key(gone)]
        now.update((key(new), new) for new in begun[revision])
        yield revision, World(now.values())


def race(database: str, seconds: float, told: Logger, *command: str) -> None:
    folder = Path(tempfile.mkdtemp(prefix="ect_rules_twin_"))
    with again(database, *command) as server:
        journal = Journal(Known.of(TEACHERS, SCHOOLS, growing=False))
        id_ = new_id()
        first = Wish("ImportRecords", id_, list(whole_import(journal.known.first(), id_)))
        with server.talk() as talk:
            assert journal.write(talk, first).answer
        follower = Follower(database)
        writers = Writers(journal, server.talk, WRITERS, 31)
        with follower.following(), writers.writing():
            time.sleep(seconds)
        follower.look_again()
        follower.close()
        told.info("%s; the reader looked at %s", journal.figures(), len(follower.seen))
    store, twin = Store.open(database), Twin(folder)
    try:
        assert len(follower.ids) == store.newest_revision()
        hold(store)
        for _, then in worlds(store):
            hold_domain(then)
        wishes = {name: entry.wish for name, entry in journal.sent.items()}
        there = twin.follow(store, wishes)
        for name, entry in journal.sent.items():
            hold_outcome(entry, there.get(name))
        assert not journal.unheard()
        assert sum(map(bool, (e.refused for e in journal.sent.values()))), "some conflicted"
    finally:
        twin.close()
        store.close()
        shutil.rmtree(folder)


def test_writers_that_race(new_database: Callable[[], str], told: Logger) -> None:
    race(new_database(), SECONDS, told)
