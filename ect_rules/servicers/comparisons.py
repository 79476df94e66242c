"""Comparing the answers for two days over everybody: a stream that says how far it is, and can go on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from attrs import define, field, frozen

from ect_rules.catalogue import Catalogue
from ect_rules.comparing import Differences
from ect_rules.errors import InvalidInputError, Problem, RevisionOutOfRangeError
from ect_rules.servicers.active import IsActive, go_on
from ect_rules.servicers.answers import Answers, consistency
from ect_rules.servicers.cursors import entry_of, parts_of, refused, text_of
from ect_rules.servicers.everybody import Block, blocks, groups, total
from ect_rules.servicers.subjects import CHECKS, FIRST, Subject
from ect_rules.v1 import comparison_service_pb2 as pb
from ect_rules.v1 import decisions_pb2
from ect_rules.wire.comparisons import compared_check, differing_answer
from ect_rules.wire.values import day


@frozen
class Wanted:
    """What a request is for. `digest`: of it, of the rule set, and of what wrote the revision."""

    before: date
    after: date
    checks: tuple[str, ...]
    revision: int
    digest: str


@define
class Progress:
    """How far a comparison is: the group and the subject that came last, and what came of it."""

    total: int
    place: int = 0
    last: Subject = FIRST
    seen: int = 0
    found: dict[str, Differences] = field(factory=dict)

    def cursor(self, wanted: Wanted) -> str:
        """Where to go on."""
        place = (self.place, self.last.trn, self.last.urn, self.seen, self.total)
        return text_of(wanted.digest, wanted.revision, *place, _flat(self.found))

    @classmethod
    def at(cls, cursor: str) -> tuple[str, int, Progress]:
        """What a cursor says: the digest of its request, the revision, and how far it was."""
        digest, revision, place, trn, urn, seen, of, counts = parts_of(
            cursor, str, int, int, str, str, int, int, dict
        )
        if "\0" in trn + urn:
            raise refused("is not one that a server has made; send it just as it came")
        return digest, revision, cls(of, place, Subject(trn, urn), seen, _unfolded(counts))


def _flat(found: dict[str, Differences]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for check, made in found.items():
        counts[check] = made.compared
        counts |= {f"{check} = {a} {b}": n for (a, b), n in made.statuses.items()}
        counts |= {f"{check} + {code}": n for code, n in made.came.items()}
        counts |= {f"{check} - {code}": n for code, n in made.went.items()}
    return counts


def _unfolded(counts: dict[str, int]) -> dict[str, Differences]:
    found = {name: Differences(n) for name, n in counts.items() if name in CHECKS}
    known = decisions_pb2.ReasonCode.DESCRIPTOR.values_by_name
    codes = {name.removeprefix("REASON_CODE_") for name in known}
    try:
        for name, count in counts.items():
            match name.split(" "):
                case [check, "=", before, after]:
                    found[check].statuses[before, after] = count
                case [check, "+" | "-" as sign, code] if code in codes:
                    made = found[check]
                    (made.came if sign == "+" else made.went)[code] = count
                case [check]:
                    found[check]
                case _:
                    raise KeyError
    except KeyError:
        raise refused("is not one that a server has made; send it just as it came") from None
    return found


@frozen
class Comparisons:
    """Compares the answers for two days."""

    answers: Answers

    @property
    def _catalogue(self) -> Catalogue:
        return self.answers.catalogue

    def compare(
        self, request: pb.CompareDatesRequest, is_active: IsActive
    ) -> Iterator[pb.CompareDatesResponse]:
        """The answer to a request, part by part.

        Raises InvalidInputError, RevisionOutOfRangeError, FactsErasedError where somebody has been
        erased since the revision, CallEndedError, and StoreUnavailableError.
        """
        wanted, progress = self._begin(request)
        store = self.answers.store
        for place, block in blocks(
            store, wanted.revision, wanted.checks, progress.place, progress.last
        ):
            differing = self._differing(block, wanted, progress.found, is_active)
            progress.place, progress.last = place, block.last
            progress.seen += len(block.subjects)
            yield self._response(wanted, progress, differing=differing)
        checks = [compared_check(c, progress.found.get(c, Differences())) for c in wanted.checks]
        summary = pb.ComparisonSummary(
            rule_set=self._catalogue.fingerprint, revision=wanted.revision, checks=checks
        )
        progress.place = len(groups(wanted.checks))
        yield self._response(wanted, progress, summary=summary)

    def _response(
        self,
        wanted: Wanted,
        progress: Progress,
        *,
        differing: list[pb.DifferingAnswer] | None = None,
        summary: pb.ComparisonSummary | None = None,
    ) -> pb.CompareDatesResponse:
        return pb.CompareDatesResponse(
            cursor=progress.cursor(wanted),
            differing=differing,
            seen=progress.seen,
            total=progress.total,
            summary=summary,
        )

    def _differing(
        self, block: Block, wanted: Wanted, found: dict[str, Differences], is_active: IsActive
    ) -> list[pb.DifferingAnswer]:
        made = []
        both = zip(
            block.answers(self._catalogue, wanted.before),
            block.answers(self._catalogue, wanted.after),
            strict=True,
        )
        for (check, subject, before), (_, _, after) in both:
            go_on(is_active)
            if found.setdefault(check, Differences()).add(before, after):
                made.append(differing_answer(check, subject.trn, subject.urn, before, after))
        return made

    def _begin(self, request: pb.CompareDatesRequest) -> tuple[Wanted, Progress]:
        before, after = day(request.before, "before"), day(request.after, "after")
        _known(request)
        known = Progress.at(request.cursor) if request.cursor else None
        how = consistency(request.consistency) if known is None else {"exactly": known[1]}
        try:
            with self.answers.store.snapshot(**how) as snapshot:
                revision = snapshot.revision
                digest = self._digest(request, entry_of(snapshot))
                everybody = total(snapshot, request.checks)
        except RevisionOutOfRangeError:
            if known is None:
                raise
            raise refused("is of another server; begin again") from None
        checks = tuple(check for check in CHECKS if check in request.checks or not request.checks)
        wanted = Wanted(before, after, checks, revision, digest)
        if known is None:
            return wanted, Progress(everybody)
        if known[0] != digest:
            raise refused("is of another request, server or release of the rules; begin again")
        return wanted, known[2]

    def _digest(self, request: pb.CompareDatesRequest, made_by: bytes) -> str:
        same = pb.CompareDatesRequest()
        same.CopyFrom(request)
        same.ClearField("cursor")
        whole = hashlib.sha256(self._catalogue.fingerprint.encode() + made_by)
        whole.update(same.SerializeToString(deterministic=True))
        return whole.hexdigest()[:32]


def _known(request: pb.CompareDatesRequest) -> None:
    problems = [
        Problem(f"checks[{place}]", f"is none of {', '.join(CHECKS)}", "CHECK_UNKNOWN")
        for place, check in enumerate(request.checks)
        if check not in CHECKS
    ]
    if problems:
        raise InvalidInputError(*problems)
