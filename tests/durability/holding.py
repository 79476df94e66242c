"""What must hold of records at every revision: as the product says it, and once more in plain words."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ect_rules.facts import MentorshipPeriod
from ect_rules.integrity import alone, references, together
from ect_rules.store.store import Store
from ect_rules.store.tables import TABLES
from ect_rules.world import World
from tests.durability.twin import CATALOGUE
from tests.store.keeping import faults, hold_invariants, rows, sound


def world(store: Store, revision: int | None = None) -> World:
    """Everything that counts at a revision; None, at the newest."""
    with store.snapshot(exactly=revision) as snapshot:
        return World(record for kind in TABLES for record in snapshot.every(kind))


def hold(store: Store) -> None:
    """The database is whole, its ledger verifies, its revisions have no gap, and its records are as
    they must be.
    """
    assert sound(store) == "ok"
    assert not faults(store)
    hold_invariants(rows(store), store.newest_revision())
    now = world(store)
    hold_domain(now)
    for record in now.records.values():
        assert not list(alone(record)), record
        assert not list(references(record, now)), record
        assert not list(together(record, now, CATALOGUE)), record


def hold_domain(now: World) -> None:
    """Fails where an invariant of the domain is broken."""
    found = next(broken(now), None)
    assert found is None, found


def broken(now: World) -> Iterator[str]:
    """DATE-1 and MENT-1 to MENT-6, by themselves."""
    for record in now.records.values():
        first, last = getattr(record, "started_on", None), getattr(record, "finished_on", None)
        if first and last and last < first:
            yield f"DATE-1 MENT-6 {record}"
    of_ect = defaultdict(list)
    for link in now.mentorships.values():
        ect = now.ect_periods[link.ect_at_school_period_id]
        mentor = now.mentor_periods[link.mentor_at_school_period_id]
        of_ect[ect.trn].append(link)
        if ect.trn == mentor.trn:
            yield f"MENT-1 {link}"
        if ect.urn != mentor.urn:
            yield f"MENT-2 {link}"
        if _outside(link, ect):
            yield f"MENT-3 {link} {ect}"
        if _outside(link, mentor):
            yield f"MENT-4 {link} {mentor}"
    for links in of_ect.values():
        links.sort(key=lambda link: link.started_on)
        for link, other in pairwise(links):
            if link.finished_on is None or other.started_on <= link.finished_on:
                yield f"MENT-5 {link} {other}"


def _outside(link: MentorshipPeriod, period: object) -> bool:
    first, last = period.started_on, period.finished_on
    ends_later = last is not None and (link.finished_on is None or link.finished_on > last)
    return link.started_on < first or ends_later
