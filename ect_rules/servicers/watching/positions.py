"""Where a watch is: a revision, a day and a rule set, and from each the one that follows."""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import evolve, frozen

from ect_rules.dated import ONE_DAY
from ect_rules.servicers.cursors import parts_of, refused, text_of
from ect_rules.servicers.subjects import CHECKS, FIRST, Subject

MARK_LETTERS = 16


class Cause(Enum):
    """Why answers may differ between two positions."""

    FACTS = "facts"
    DATE = "date"
    RULE_SET = "rule set"
    ERASURE = "erasure"


@frozen
class Position:
    """The facts at a revision, on a day, judged by a rule set."""

    revision: int
    on: date
    rule_set: str


@frozen
class Step:
    """From one position to the next. `cause`: FACTS also where it turns out that somebody was erased."""

    before: Position
    after: Position
    cause: Cause


@frozen(order=True)
class Told:
    """How far a step has been told: up to a subject of a check, in order. `place`: of the check."""

    place: int = -1
    subject: Subject = FIRST


NOTHING_YET = Told()


def step_from(
    position: Position, rule_set: str, newest: int, next_on: date, today: date
) -> Step | None:
    """The step that follows; None while there is none.

    `newest`: the newest revision; `next_on`: the day on which the one after that of the position was
    committed, where there is one. No day after `today` begins.
    """
    if position.rule_set != rule_set:
        return Step(position, evolve(position, rule_set=rule_set), Cause.RULE_SET)
    ahead = position.revision < newest
    if position.on < (min(next_on, today) if ahead else today):
        return Step(position, evolve(position, on=position.on + ONE_DAY), Cause.DATE)
    if ahead:
        return Step(position, evolve(position, revision=position.revision + 1), Cause.FACTS)
    return None


@frozen
class Place:
    """What a cursor says: all up to `position` has been told, and of the step `under_way` from there,
    where there is one, what comes up to `told`. `mark`: goes with the store and the revision.
    """

    position: Position
    mark: str
    under_way: Step | None = None
    told: Told = NOTHING_YET

    def cursor(self) -> str:
        """As text."""
        at, to = self.position, self.under_way.after if self.under_way else self.position
        check = CHECKS[self.told.place] if self.under_way and self.told.place >= 0 else ""
        subject = self.told.subject
        return text_of(
            *(at.revision, at.on, at.rule_set, self.mark),
            *(to.revision, to.on, to.rule_set),
            *(check, subject.trn, subject.urn),
        )

    @classmethod
    def of(cls, cursor: str) -> Place:
        """From text. Raises InvalidInputError for what no server has made."""
        revision, on, rules, mark, to_revision, to_on, to_rules, check, trn, urn = parts_of(
            cursor, int, date, str, str, int, date, str, str, str, str
        )
        at, to = Position(revision, on, rules), Position(to_revision, to_on, to_rules)
        if to == at:
            return cls(at, mark)
        causes = [
            cause
            for cause, follows in (
                (Cause.FACTS, evolve(at, revision=to.revision)),
                (Cause.DATE, evolve(at, on=to.on)),
                (Cause.RULE_SET, evolve(at, rule_set=to.rule_set)),
            )
            if follows == to
        ]
        if len(causes) != 1 or check not in ("", *CHECKS) or "\0" in f"{trn}{urn}":
            raise refused("is not one that a server has made; send it just as it came")
        place = CHECKS.index(check) if check else -1
        return cls(at, mark, Step(at, to, causes[0]), Told(place, Subject(trn, urn)))
