"""Any writes in any order: what must hold of records holds after each, and a refusal leaves no trace."""

import tempfile
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import grpc
import pytest
from attrs import evolve
from google.type.date_pb2 import Date
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ect_rules.catalogue import load
from ect_rules.facts import (
    ContractPeriod,
    Declaration,
    DeclarationType,
    EcfEligibility,
    EctAtSchoolPeriod,
    GiasStatus,
    InductionPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    ParticipantRole,
    PaymentStatus,
    Record,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.integrity import alone, references, together
from ect_rules.servicers.record_service import RecordService
from ect_rules.store.store import Store
from ect_rules.store.tables import TABLES
from ect_rules.v1 import facts_pb2
from ect_rules.v1 import record_service_pb2 as pb
from ect_rules.wire.messages import message
from ect_rules.wire.names import record_name
from ect_rules.world import World
from tests.service.calling import Call, NoError
from tests.service.talking import whole_import
from tests.sizes import size
from tests.store.keeping import rows, url

CATALOGUE = load()
TODAY = date(2026, 1, 15)
TRNS, URNS, YEARS = [f"100000{n}" for n in range(4)], ["100001", "100002"], (2024, 2025, 2026)
HERE = "100001"
DAYS = [TODAY + timedelta(n) for n in (-500, -136, -135, -30, -2, -1, 0, 1, 2, 30, 31, 100, 121)]
days, ends = st.sampled_from(DAYS), st.none() | st.sampled_from(DAYS)
trns, urns = st.sampled_from(TRNS), st.sampled_from(URNS)
DECLARED = datetime(2025, 12, 1, tzinfo=UTC)
FIRST: list[Record] = [
    *(Teacher(trn, prohibited_from_teaching=False) for trn in TRNS),
    *(School(urn, GiasStatus.OPEN, "Community school") for urn in URNS),
    *(ContractPeriod(year, enabled=True) for year in YEARS),
    EctAtSchoolPeriod("e-1", TRNS[0], HERE, DAYS[1]),
    EctAtSchoolPeriod("e-2", TRNS[1], HERE, DAYS[2]),
    *(MentorAtSchoolPeriod(f"m-{trn}", trn, HERE, DAYS[0]) for trn in TRNS[2:]),
    MentorshipPeriod("l-1", "e-1", f"m-{TRNS[2]}", DAYS[1], DAYS[9]),
    MentorshipPeriod("l-2", "e-2", f"m-{TRNS[2]}", DAYS[2]),
    MentorshipPeriod("l-3", "e-1", f"m-{TRNS[3]}", DAYS[10]),
    TrainingPeriod("t-1", TrainingProgramme.PROVIDER_LED, DAYS[1], "e-1"),
    TrainingPeriod("t-2", TrainingProgramme.PROVIDER_LED, DAYS[9], None, f"m-{TRNS[2]}"),
    Declaration("d-1", "t-2", DeclarationType.STARTED, DECLARED, PaymentStatus.ELIGIBLE),
    InductionPeriod("i-1", TRNS[0], DAYS[1]),
    EcfEligibility("k-1", TRNS[2], ParticipantRole.MENTOR),
]
EXPECTED_REFUSALS = {
    grpc.StatusCode.FAILED_PRECONDITION,
    grpc.StatusCode.NOT_FOUND,
    grpc.StatusCode.INVALID_ARGUMENT,
}


def on(day: date | None) -> Date | None:
    return None if day is None else Date(year=day.year, month=day.month, day=day.day)


class AnyWrites(RuleBasedStateMachine):
    """Each step is checked only, then done, then sent again."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "facts.sqlite"
        self.store = Store.open(url(self.path))
        self.service = RecordService(self.store, CATALOGUE, lambda: TODAY)
        self.made = self.sent = 0
        self.service.ImportRecords(whole_import(FIRST, str(uuid.UUID(int=0))), Call())
        self.world = self.newest()

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def newest(self) -> World:
        with self.store.snapshot() as snapshot:
            return World(record for kind in TABLES for record in snapshot.every(kind))

    def send(self, request: Any) -> tuple[Any, Any]:
        """The response, or the code and the status of a refusal."""
        call = Call()
        if isinstance(request, list):
            answered: Callable[[], Any] = lambda: self.service.ImportRecords(iter(request), call)  # noqa: E731
        else:
            method = getattr(self.service, type(request).__name__.removesuffix("Request"))
            answered = lambda: method(request, call)  # noqa: E731
        try:
            return answered(), None
        except NoError as refusal:
            return None, refusal.args

    def write(self, request: Any, data: st.DataObject) -> None:
        head = request[0].header if isinstance(request, list) else request
        self.sent += 1
        head.request_id = f"00000000-0000-4000-8000-{self.sent:012x}"
        newest = self.store.newest_revision()
        asks = data.draw(RARELY)
        revision = data.draw(st.sampled_from([0, newest - 1, newest])) if asks else None
        if revision is not None:
            head.writing.expected_revision_of_subject = revision
        before = rows(self.store)
        head.writing.validate_only = True
        tried, against = self.send(request)
        assert rows(self.store) == before, "checked only"
        head.writing.validate_only = False
        done, refusal = self.send(request)
        assert (done, refusal) == (tried, against)
        if refusal is not None:
            assert refusal[0] in EXPECTED_REFUSALS, refusal
            assert rows(self.store) == before, "refused"
            return
        assert done.revision == self.store.newest_revision() in (newest, newest + 1)
        after = rows(self.store)
        assert self.send(request) == (done, None)
        assert rows(self.store) == after, "sent again"
        self.world = self.newest()

    def one_of(self, kind: str, data: st.DataObject) -> str:
        """The id of a record that there is; rarely, or where there is none, of none."""
        there = sorted(getattr(self.world, kind))
        return "none" if not there or data.draw(RARELY) else data.draw(st.sampled_from(there))

    @rule(data=st.data(), trn=trns, urn=urns, start=days, led=st.sampled_from([1, 2]))
    def register_ect(self, data: st.DataObject, trn: str, urn: str, start: date, led: int) -> None:
        request = pb.RegisterEctRequest(
            trn=trn,
            urn=urn,
            started_on=on(start),
            training_programme=led,
            lead_provider="Northway" if led == 1 else "",
        )
        self.write(request, data)

    @rule(data=st.data(), trn=trns, start=ends, day=ends, here_only=st.booleans())
    def register_mentor(self, data: Any, trn: str, start: Any, day: Any, here_only: bool) -> None:
        request = pb.RegisterMentorRequest(
            trn=trn,
            ect_at_school_period_id=self.one_of("ect_periods", data),
            started_on=on(start),
            mentoring_here_only=here_only,
            lead_provider="Northway",
            on=on(day),
        )
        self.write(request, data)

    @rule(data=st.data(), day=ends)
    def assign(self, data: Any, day: date | None) -> None:
        request = pb.AssignMentorRequest(
            ect_at_school_period_id=self.one_of("ect_periods", data),
            mentor_at_school_period_id=self.one_of("mentor_periods", data),
            on=on(day),
        )
        self.write(request, data)

    @rule(data=st.data(), day=days)
    def end_mentorship(self, data: Any, day: date) -> None:
        mentorship = self.one_of("mentorships", data)
        request = pb.EndMentorshipRequest(mentorship_period_id=mentorship, finished_on=on(day))
        self.write(request, data)

    @rule(data=st.data(), of=st.sampled_from(["mentor", "ect"]), day=days)
    def leave(self, data: Any, of: str, day: date) -> None:
        name = self.one_of(f"{of}_periods", data)
        request = pb.ReportLeavingRequest(
            **{f"{of}_at_school_period_id": name}, last_day=on(day), reported_by_urn=HERE
        )
        self.write(request, data)

    @rule(data=st.data())
    def retract(self, data: Any) -> None:
        may_go = [*FIRST[: data.draw(st.integers(0, 1))]]
        may_go += [r for r in self.world.records.values() if hasattr(r, "id")] or FIRST[:1]
        gone = data.draw(st.lists(st.sampled_from(may_go), min_size=1, max_size=4, unique=True))
        self.write(pb.RetractRecordsRequest(records=map(record_name, gone)), data)

    @rule(data=st.data(), imported=st.booleans())
    def record(self, data: Any, imported: bool) -> None:
        found = {type(r).__name__ + getattr(r, "id", ""): r for r in self.some(data)}
        told = [r for r in found.values() if not any(alone(r))]
        if imported:
            self.write(list(whole_import(told, str(uuid.UUID(int=0)))), data)
        elif told:
            self.write(pb.RecordFactsRequest(records=map(message, told)), data)

    @rule(data=st.data(), trn=trns, urn=urns, told=st.none() | st.booleans())
    def record_one(self, data: Any, trn: str, urn: str, told: bool | None) -> None:
        teacher = facts_pb2.Teacher(trn=trn, prohibited_from_teaching=told)
        self.write(pb.RecordTeacherRequest(teacher=teacher), data)
        school = facts_pb2.School(urn=urn, section_41_approved=told)
        self.write(pb.RecordSchoolRequest(school=school), data)

    def some(self, data: Any) -> Iterator[Record]:
        """Records of what there is with days and people changed, and new ones of every kind."""
        changed = [r for r in self.world.records.values() if hasattr(r, "started_on")]
        for period in data.draw(
            st.lists(st.sampled_from(changed), max_size=2) if changed else NONE
        ):
            more = {"trn": data.draw(trns)} if data.draw(RARELY) and hasattr(period, "trn") else {}
            yield evolve(period, started_on=data.draw(days), finished_on=data.draw(ends), **more)
        for kind in data.draw(st.lists(st.sampled_from([*NEW]), max_size=3)):
            self.made += 1
            yield NEW[kind](self, f"new-{self.made}", data)

    @invariant()
    def what_must_hold_holds(self) -> None:
        if not hasattr(self, "world"):
            return
        for record in self.world.records.values():
            assert not list(alone(record)), record
            assert not list(references(record, self.world)), record
            assert not list(together(record, self.world, CATALOGUE)), record


RARELY, NONE = st.integers(0, 9).map(lambda n: n == 9), st.just([])
NEW: dict[str, Callable[[AnyWrites, str, Any], Record]] = {
    "ect": lambda m, i, d: EctAtSchoolPeriod(
        i, d.draw(trns), d.draw(urns), d.draw(days), d.draw(ends)
    ),
    "mentor": lambda m, i, d: MentorAtSchoolPeriod(
        i, d.draw(trns), d.draw(urns), d.draw(days), d.draw(ends)
    ),
    "mentorship": lambda m, i, d: MentorshipPeriod(
        i, m.one_of("ect_periods", d), m.one_of("mentor_periods", d), d.draw(days), d.draw(ends)
    ),
    "training of an ECT": lambda m, i, d: TrainingPeriod(
        i, d.draw(st.sampled_from(TrainingProgramme)), d.draw(days), m.one_of("ect_periods", d)
    ),
    "training of a mentor": lambda m, i, d: TrainingPeriod(
        i, TrainingProgramme.PROVIDER_LED, d.draw(days), None, m.one_of("mentor_periods", d)
    ),
    "declaration": lambda m, i, d: Declaration(
        i,
        m.one_of("training", d),
        d.draw(st.sampled_from([*DeclarationType][:3])),
        DECLARED,
        d.draw(st.sampled_from([PaymentStatus.ELIGIBLE, PaymentStatus.VOIDED])),
    ),
    "induction": lambda m, i, d: InductionPeriod(i, d.draw(trns), d.draw(days), d.draw(ends)),
    "checks": lambda m, i, d: EcfEligibility(i, d.draw(trns), ParticipantRole.MENTOR),
}

TestAnyWrites = AnyWrites.TestCase
TestAnyWrites.pytestmark = pytest.mark.timeout(600)  # to find the shortest sequence takes long
TestAnyWrites.settings = settings(
    max_examples=size("SEQUENCES", 25, 50, 1_000),
    stateful_step_count=15,
    phases=[phase for phase in Phase if phase is not Phase.explain],
)
