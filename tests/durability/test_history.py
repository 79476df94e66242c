"""What was answered at a revision is answered for ever, byte by byte, whatever is written later."""

import time
from collections import Counter
from collections.abc import Callable
from logging import Logger

from ect_rules.facts import Record
from ect_rules.generate import population
from tests.durability.journal import Journal, Writers, send
from tests.durability.questions import answer, at, decided, questions
from tests.durability.servers import Again, again
from tests.durability.sizes import size
from tests.durability.wishes import TODAY, Known, Wish
from tests.service.talking import new_id, whole_import

TEACHERS = size("HISTORY_TEACHERS", 10, 60, 1_000)
LATER = size("LATER_WRITES", 25, 500, 10_000)
WRITERS = 4


def write_on(server: Again, people: list[Record], writes: int) -> Journal:
    """Write about these people until so many writes have made a revision."""
    known = Known([], [])
    known.learn_of(people)
    journal = Journal(known)
    first = known.first()[-8:]  # the contract periods
    id_ = new_id()
    with server.talk() as talk:
        before = send(talk, Wish("ImportRecords", id_, list(whole_import(first, id_)))).revision
        writers = Writers(journal, server.talk, WRITERS, 57)
        with writers.writing():
            while talk.revision() < before + writes:
                time.sleep(0.05)
    return journal


def ask_later(database: str, teachers: int, writes: int, told: Logger, *command: str) -> None:
    people = list(population(teachers, 1, TODAY))
    asked = list(questions(people))
    with again(database, *command) as server:
        with server.talk() as talk:
            revision = talk.import_records(people).revision
            answers = [answer(talk.channel, at(each, revision)) for each in asked]
        journal = write_on(server, people, writes)
        server.kill()
        server.start()
        with server.talk() as talk:
            other: Counter[str] = Counter()
            for each, before in zip(asked, answers, strict=True):
                assert answer(talk.channel, at(each, revision)) == before, each
                newest = answer(talk.channel, at(each, None))
                if decided(each, newest) != decided(each, before):
                    other[type(each).__name__] += 1
            told.info("%s answers; other now %s; %s", len(asked), other, journal.figures())
            assert sum(other.values()) > len(asked) / 20, "much of it has changed since"


def test_answers_are_the_same_for_ever(new_database: Callable[[], str], told: Logger) -> None:
    ask_later(new_database(), TEACHERS, LATER, told)
