"""Writers at once, and a journal of what each sent and of what it was told."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import grpc
from attrs import define

from tests.durability.wishes import Known, Wish, Wishes
from tests.service.talking import Refused, Talk

SECONDS = 30
REFUSALS = {"FAILED_PRECONDITION", "NOT_FOUND", "INVALID_ARGUMENT"}
UNHEARD = {"UNAVAILABLE", "DEADLINE_EXCEEDED", "CANCELLED", "UNKNOWN"}


@define
class Sent:
    """A write, and what became of it: an answer, a code that refuses it, or not known."""

    wish: Wish
    answer: Any = None
    refused: str = ""

    @property
    def unheard(self) -> bool:
        return self.answer is None and not self.refused


def send(talk: Talk, wish: Wish) -> Any:
    """The answer to a write. Raises grpc.RpcError."""
    given = iter(wish.request) if isinstance(wish.request, list) else wish.request
    return getattr(talk.records, wish.method)(given, timeout=SECONDS)


def hold_unheard(error: grpc.RpcError) -> None:
    """Fails where a call ended in any other way than a connection, or a database, does."""
    found = Refused(error)
    assert found.code.name in UNHEARD, (found.code, found.text, found.details)


class Journal:
    """What all writers have sent, in no order."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.sent: dict[str, Sent] = {}

    def write(self, talk: Talk, wish: Wish) -> Sent:
        """Send a write once, whatever comes of it."""
        entry = self.sent.setdefault(wish.request_id, Sent(wish))
        try:
            entry.answer = send(talk, wish)
        except grpc.RpcError as error:
            code = error.code().name
            if code in REFUSALS:
                entry.refused = code
            else:
                hold_unheard(error)
        else:
            wish.told(entry.answer)
        return entry

    def unheard(self) -> list[Sent]:
        return [entry for entry in self.sent.values() if entry.unheard]

    def acknowledged(self) -> dict[str, Any]:
        """The answers, by request id."""
        return {name: entry.answer for name, entry in self.sent.items() if entry.answer is not None}

    def figures(self) -> str:
        """How many of each kind were acknowledged, and how many not."""
        kinds = Counter(e.wish.method for e in self.sent.values() if e.answer is not None)
        refused = sum(bool(entry.refused) for entry in self.sent.values())
        return f"acknowledged {dict(kinds)}, refused {refused}, unheard {len(self.unheard())}"


class Writers:
    """Threads that write until they hear nothing more, or are told to stop."""

    def __init__(self, journal: Journal, talk: Callable[[], Any], count: int, seed: int) -> None:
        self._journal = journal
        self._talk = talk
        self.done = threading.Event()
        self.heard = threading.Event()
        self._failures: list[BaseException] = []
        self._threads = [
            threading.Thread(target=self._write, args=(Wishes(journal.known, seed + n),))
            for n in range(count)
        ]

    def _write(self, wishes: Wishes) -> None:
        try:
            with self._talk() as talk:
                while not self.done.is_set():
                    entry = self._journal.write(talk, wishes.next())
                    if entry.unheard:
                        return
                    self.heard.set()
        except BaseException as failure:  # noqa: BLE001 - told below
            self._failures.append(failure)

    @contextmanager
    def writing(self) -> Iterator[None]:
        for thread in self._threads:
            thread.start()
        try:
            assert self.heard.wait(SECONDS), self._failures
            yield
        finally:
            self.done.set()
            for thread in self._threads:
                thread.join(2 * SECONDS)
        assert not self._failures, self._failures[0]
        assert not any(thread.is_alive() for thread in self._threads)
