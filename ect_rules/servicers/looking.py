"""What a lookup is for, and how far it is."""

from __future__ import annotations

from collections import Counter
from datetime import date

from attrs import define, field, frozen

from ect_rules.servicers.cursors import parts_of, refused, text_of
from ect_rules.servicers.questions import Question
from ect_rules.servicers.subjects import FIRST, MENTORS, SCHOOLS, Subject, about, kind_of
from ect_rules.v1 import decisions_pb2


@frozen
class Wanted:
    """What a request is for. `statuses` by name, `codes` by number; empty, any. `asking`: on which day
    and at which revision exactly.
    """

    check: str
    statuses: frozenset[str]
    codes: frozenset[int]
    urns: frozenset[str]
    contract_period: int | None
    asking: decisions_pb2.Asking
    on: date
    digest: str

    @property
    def revision(self) -> int:
        """The revision at which everybody is asked about."""
        return int(self.asking.consistency.exact_revision)

    def questions(self, subjects: list[Subject]) -> list[Question]:
        """Those about some subjects, and those by which their contract periods are found."""
        checks = [self.check] if self.contract_period is None else [self.check, self.year_by]
        return [about(check, subject) for subject in subjects for check in checks]

    @property
    def year_by(self) -> str:
        """The check that says of which contract period a subject is."""
        kind = kind_of(self.check)
        if kind is SCHOOLS:
            return self.check
        return "mentor_funding" if kind is MENTORS else "ect_funding"


@define
class Tally:
    """How far a lookup is: the last subject, and what was seen and found so far."""

    total: int
    last: Subject = FIRST
    seen: int = 0
    matched: int = 0
    statuses: Counter[str] = field(factory=Counter)
    codes: Counter[str] = field(factory=Counter)

    def cursor(self, wanted: Wanted) -> str:
        """Where to go on."""
        return text_of(
            wanted.digest,
            wanted.revision,
            wanted.on,
            self.total,
            self.last.trn,
            self.last.urn,
            self.seen,
            self.matched,
            self.statuses,
            self.codes,
        )

    @classmethod
    def at(cls, cursor: str) -> tuple[str, int, date, Tally]:
        """What a cursor says: the digest of the request, the revision, the day, and how far it was."""
        digest, revision, on, total, trn, urn, seen, matched, statuses, codes = parts_of(
            cursor, str, int, date, int, str, str, int, int, dict, dict
        )
        known = codes.keys() <= {str(n) for n in decisions_pb2.ReasonCode.values()}
        if not known or "\0" in trn + urn:
            raise refused("is not one that a server has made; send it just as it came")
        tally = cls(total, Subject(trn, urn), seen, matched, Counter(statuses), Counter(codes))
        return digest, revision, on, tally
