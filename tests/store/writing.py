"""A writer as a process of its own: `python -m tests.store.writing URL NAME WRITES PAUSE`.

It says when it is ready, begins when it is sent a line, and pauses for PAUSE milliseconds after each
write.

Each write registers one more mentor, of two records, and moves a tally on by one: what it reads
there it writes back increased, in the same transaction. It prints a line for each write that was
acknowledged: the number the tally then had, and the revision.
"""

import sys
import time
import uuid
from datetime import date

from ect_rules.errors import StoreUnavailableError
from ect_rules.facts import MentorAtSchoolPeriod, Record, Teacher, TrainingPeriod, TrainingProgramme
from ect_rules.store.store import Store, Transaction

STARTED = date(2025, 9, 1)
TALLY = "tally"


def tally(number: int) -> TrainingPeriod:
    return TrainingPeriod(
        TALLY, TrainingProgramme.SCHOOL_LED, STARTED, "an ECT's", lead_provider=f"{number}"
    )


def tallied(found: list[TrainingPeriod]) -> int:
    """The number of a tally that was read; 0 where there is none yet."""
    return int(found[0].lead_provider or 0) if found else 0


def registered(number: int) -> list[Record]:
    """The two records of the mentor of a number."""
    trn = f"{number:07}"
    return [Teacher(trn), MentorAtSchoolPeriod(trn, trn, "100001", STARTED)]


def register(transaction: Transaction) -> bytes:
    number = tallied(transaction.snapshot().current(TrainingPeriod, [TALLY])) + 1
    teacher, period = registered(number)
    transaction.put([teacher])
    transaction.put([tally(number)])
    transaction.put([period])
    return f"{number} {transaction.counts_from}".encode()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(url: str, name: str, writes: str, pause: str) -> None:
    store = Store.open(url)
    say("ready")
    sys.stdin.readline()
    for number in range(int(writes)):
        request_id = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{name} {number}"))
        while True:
            try:
                result = store.write("Register", request_id, b"register", register)
            except StoreUnavailableError:  # the other held it for too long
                continue
            break
        say(result.decode())
        time.sleep(int(pause) / 1_000)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
