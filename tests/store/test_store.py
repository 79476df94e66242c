"""What a write does to what counts, said of people; any writes at all are in test_model."""

from collections.abc import Callable

import pytest
from attrs import evolve, frozen

from ect_rules.errors import RefusedError, RequestIdReusedError, RevisionOutOfRangeError
from ect_rules.facts import ContractPeriod, School, Teacher
from ect_rules.store.store import Store, Transaction
from ect_rules.store.tables import TABLES
from ect_rules.world import key
from tests.builders import (
    contract_year,
    day,
    declaration,
    ecf_checks,
    ect_period,
    induction_period,
    instant,
    mentor_period,
    mentorship,
    training,
)
from tests.store.keeping import Rows, at, do, put, rows, withdraw

TOLD = Teacher("0000001", prohibited_from_teaching=False)
PROHIBITED = Teacher("0000001", prohibited_from_teaching=True)
UNTOLD = Teacher("0000001")
SOMEBODY = Teacher("0000002")
THE_TRN, THEIR_TRN = key(TOLD), key(SOMEBODY)


@frozen
class Did:
    """A transaction on a store that holds TOLD, and what comes of it.

    `revisions`: how many it makes. `rows`: how many rows of teachers there are in the end.
    """

    work: Callable[[Transaction], object]
    counts: Teacher | None
    revisions: int
    rows: int


WORKS = {
    "puts another version: it counts": Did(lambda t: t.put([PROHIBITED]), PROHIBITED, 1, 2),
    "puts the same: nothing changes": Did(lambda t: t.put([TOLD]), TOLD, 0, 1),
    "puts nobody: nothing changes": Did(lambda t: t.put([]), TOLD, 0, 1),
    "does nothing": Did(lambda t: None, TOLD, 0, 1),
    "puts two versions at once: the later counts": Did(
        lambda t: t.put([UNTOLD, PROHIBITED]), PROHIBITED, 1, 2
    ),
    "puts another version and the same at once: the later counts, and nothing changes": Did(
        lambda t: t.put([PROHIBITED, TOLD]), TOLD, 0, 1
    ),
    "puts one version after the other: the later counts": Did(
        lambda t: (t.put([UNTOLD]), t.put([PROHIBITED])), PROHIBITED, 1, 2
    ),
    "forgets what was told: not told counts": Did(lambda t: t.put([UNTOLD]), UNTOLD, 1, 2),
    "withdraws: nothing counts": Did(lambda t: t.withdraw([TOLD]), None, 1, 1),
    "withdraws another version: it is the key that matters": Did(
        lambda t: t.withdraw([PROHIBITED]), None, 1, 1
    ),
    "withdraws twice: nothing counts": Did(
        lambda t: (t.withdraw([TOLD]), t.withdraw([TOLD])), None, 1, 1
    ),
    "withdraws somebody whom it does not hold: nothing changes": Did(
        lambda t: t.withdraw([SOMEBODY]), TOLD, 0, 1
    ),
    "withdraws a contract period that it does not hold: nothing changes": Did(
        lambda t: t.withdraw([ContractPeriod(2025)]), TOLD, 0, 1
    ),
    "withdraws a school of the same number: nothing changes": Did(
        lambda t: t.withdraw([School("000001")]), TOLD, 0, 1
    ),
    "puts and then withdraws: nothing counts, and the row was never there": Did(
        lambda t: (t.put([PROHIBITED]), t.withdraw([PROHIBITED])), None, 1, 1
    ),
    "withdraws and then puts: it counts": Did(
        lambda t: (t.withdraw([TOLD]), t.put([PROHIBITED])), PROHIBITED, 1, 2
    ),
}


@pytest.mark.parametrize("case", WORKS.values(), ids=WORKS)
def test_a_transaction_that(store: Store, case: Did) -> None:
    before = put(store, TOLD)
    after = do(store, case.work)
    assert after == store.newest_revision() == before + case.revisions
    expected = {} if case.counts is None else {THE_TRN: case.counts}
    assert at(store, after, [THE_TRN, THEIR_TRN]) == expected
    assert at(store, before, [THE_TRN, THEIR_TRN]) == {THE_TRN: TOLD}
    assert at(store, 0, [THE_TRN, THEIR_TRN]) == {}
    assert len(rows(store)["teachers"]) == case.rows


def test_a_record_may_come_back_as_it_was(store: Store) -> None:
    for _ in range(2):
        put(store, TOLD)
        withdraw(store, TOLD)
    counted = [at(store, revision, [THE_TRN]).get(THE_TRN) for revision in range(5)]
    assert counted == [None, TOLD, None, TOLD, None]


def test_a_put_withdrawn_in_the_same_transaction_leaves_no_row(store: Store) -> None:
    do(store, lambda t: (t.put([SOMEBODY]), t.withdraw([SOMEBODY]), t.put([TOLD])))
    assert [row[1] for row in rows(store)["teachers"]] == ["0000001"]


def test_a_transaction_sees_what_it_has_written(store: Store) -> None:
    put(store, TOLD)
    seen = []

    def work(transaction: Transaction) -> None:
        def look() -> None:
            seen.append(transaction.snapshot().current(Teacher, ["0000001"]))

        look()
        transaction.put([PROHIBITED])
        look()
        transaction.withdraw([PROHIBITED])
        look()

    do(store, work)
    assert seen == [[TOLD], [PROHIBITED], []]


def test_every_kind_of_record_comes_back_as_it_went_in(store: Store) -> None:
    full = [
        Teacher(
            "0000001",
            "Passed",
            True,
            day("2025-07-10"),
            "completed_declaration_received",
            True,
            day("2024-07-01"),
            instant("2025-09-10T08:00:00+00:00"),
            day("2025-10-06"),
            instant("2025-09-02T08:00:00+00:00"),
        ),
        School("100001", "open", "Children's centre", True, True, "E09000001"),
        ect_period("2025-09-01", "2026-07-31", reported_by="100001"),
        mentor_period("2025-09-01", "2026-07-31"),
        mentorship("2025-09-01", "2026-07-31"),
        evolve(
            training(
                "2025-09-01",
                "2026-07-31",
                withdrawn="2026-03-29T00:30:00.000001+00:00",
                deferred="2025-10-26T01:30:00+01:00",
                confirmed=False,
            ),
            ect_at_school_period_id="the ECT's period",
            lead_provider="Ærø & Sons, “Ltd”",
            contract_period=2025,
        ),
        induction_period("2025-09-01", "2026-07-31", "pass"),
        declaration(
            payment="paid",
            clawback="awaiting_clawback",
            evidence="75-percent-engagement-met-reduced-induction",
        ),
        contract_year(2021, enabled=False, frozen="2024-06-18T00:00:00+01:00"),
        ecf_checks("mentor", validated=("ineligible", "exempt_from_induction"), no_qts=True),
    ]
    assert {type(record) for record in full} == set(TABLES)
    put(store, *full)
    assert at(store, None, map(key, full)) == {key(record): record for record in full}


def test_a_contract_period_is_known_by_its_year(store: Store) -> None:
    told = [contract_year(2025, enabled=None), contract_year(2025), contract_year(2026)]
    for record in told:
        put(store, record)
    assert at(store, 1, map(key, told)) == {(ContractPeriod, "2025"): told[0]}
    assert at(store, 2, map(key, told)) == {(ContractPeriod, "2025"): told[1]}
    withdraw(store, told[0])
    assert at(store, None, map(key, told)) == {(ContractPeriod, "2026"): told[2]}
    assert len(rows(store)["contract_periods"]) == 3


def test_an_instant_is_the_same_instant_in_whatever_zone_it_was_told(store: Store) -> None:
    one, same = instant("2025-10-26T01:30:00+01:00"), instant("2025-10-26T00:30:00+00:00")
    first = put(store, evolve(training(), withdrawn_at=one))
    assert put(store, evolve(training(), withdrawn_at=same)) == first, "nothing changes"


def test_a_failure_leaves_nothing(store: Store) -> None:
    put(store, TOLD)
    before = rows(store)

    def fails(transaction: Transaction) -> None:
        transaction.put([PROHIBITED, SOMEBODY])
        transaction.withdraw([TOLD])
        raise RefusedError("refused at the end", (("CODE", "words"),))

    request_id = "6a1f6f4e-0000-4000-8000-000000000001"
    with pytest.raises(RefusedError):
        do(store, fails, request_id)
    assert rows(store) == before
    after = do(store, lambda t: t.put([PROHIBITED]), request_id)
    assert at(store, after, [THE_TRN]) == {THE_TRN: PROHIBITED}, "the request id is free"


REUSES = {
    "another method": ("Other", b"digest"),
    "another payload": ("Work", b"other"),
}


@pytest.mark.parametrize("case", REUSES)
def test_a_request_id_is_of_one_write(store: Store, case: str) -> None:
    request_id = "6a1f6f4e-0000-4000-8000-00000000000a"

    def work(transaction: Transaction) -> bytes:
        transaction.put([TOLD])
        return b"the answer"

    def never(_: Transaction) -> bytes:
        raise AssertionError("done a second time")

    store.write("Work", request_id, b"digest", work)
    before = rows(store)
    for same in (request_id, request_id.upper()):
        assert store.write("Work", same, b"digest", never) == b"the answer"
        with pytest.raises(RequestIdReusedError):
            store.write(REUSES[case][0], same, REUSES[case][1], never)
    assert rows(store) == before


def test_a_write_that_changed_nothing_is_answered_again_too(store: Store) -> None:
    request_id = "6a1f6f4e-0000-4000-8000-00000000000b"
    first = do(store, lambda t: t.withdraw([TOLD]), request_id)
    put(store, TOLD)
    assert do(store, lambda t: t.withdraw([TOLD]), request_id) == first == 0
    assert at(store, None, [THE_TRN]) == {THE_TRN: TOLD}


def test_a_snapshot_stays_at_its_revision_while_others_write(store: Store) -> None:
    put(store, TOLD)
    with store.snapshot() as snapshot:
        assert snapshot.current(Teacher, ["0000001", "0000002"]) == [TOLD]
        put(store, PROHIBITED, SOMEBODY)
        withdraw(store, TOLD)
        assert snapshot.current(Teacher, ["0000001", "0000002"]) == [TOLD]
    assert at(store, None, [THE_TRN, THEIR_TRN]) == {THEIR_TRN: SOMEBODY}


REVISIONS = {
    "the newest, where nothing is asked": ({}, 2),
    "at least one before the newest": ({"at_least": 1}, 2),
    "at least the newest": ({"at_least": 2}, 2),
    "at least one after the newest": ({"at_least": 3}, None),
    "exactly 0, before the first write": ({"exactly": 0}, 0),
    "exactly one before the newest": ({"exactly": 1}, 1),
    "exactly the newest": ({"exactly": 2}, 2),
    "exactly one after the newest": ({"exactly": 3}, None),
}


@pytest.mark.parametrize(("asked", "given"), REVISIONS.values(), ids=REVISIONS)
def test_the_revision_of_a_snapshot(store: Store, asked: dict, given: int | None) -> None:
    put(store, TOLD)
    put(store, PROHIBITED)
    if given is None:
        with pytest.raises(RevisionOutOfRangeError, match="the newest is 2"):
            store.snapshot(**asked).__enter__()
        return
    with store.snapshot(**asked) as snapshot:
        assert snapshot.revision == given
        assert snapshot.current(Teacher, ["0000001"]) == [[], [TOLD], [PROHIBITED]][given]


def test_facts_and_history_are_there_when_the_database_is_opened_again(database: str) -> None:
    kept: list[Rows] = []
    for record in (TOLD, PROHIBITED):
        store = Store.open(database)
        put(store, record)
        kept.append(rows(store))
        store.close()
    store = Store.open(database)
    counted = [at(store, revision, [THE_TRN]).get(THE_TRN) for revision in range(3)]
    assert counted == [None, TOLD, PROHIBITED]
    assert rows(store) == kept[1], "opening writes nothing"
    store.close()
