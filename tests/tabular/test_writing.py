"""Records written are the records read."""

from datetime import date, datetime, timedelta, timezone

import attrs
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ect_rules import tabular
from ect_rules.errors import InvalidInputError
from ect_rules.facts import (
    ClawbackStatus,
    Declaration,
    DeclarationType,
    InductionStatus,
    PaymentStatus,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.tabular import parquet_rows
from ect_rules.tabular.kinds import KINDS
from tests import sound

ORDER = [kind.record for kind in KINDS]


@pytest.mark.parametrize("kind", tabular.FORMATS)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(records=st.lists(sound.records, max_size=12))
def test_records_written_are_the_records_read(tmp_path_factory, kind, records):
    folder = tmp_path_factory.mktemp("records")

    tabular.write(folder, records, kind)
    read = [record for _, _, record in tabular.read(folder)]

    wanted = sorted(records, key=lambda r: ORDER.index(type(r)))
    assert read == wanted
    for one, other in zip(read, wanted, strict=True):
        assert [type(v) for v in attrs.astuple(one)] == [type(v) for v in attrs.astuple(other)]


def training(id_: str, deferred_at: datetime | None) -> TrainingPeriod:
    return TrainingPeriod(
        id_, TrainingProgramme.PROVIDER_LED, date(2025, 9, 1), "e1", deferred_at=deferred_at
    )


def test_csv_to_the_letter(tmp_path):
    summer = timezone(timedelta(hours=1))

    tabular.write(
        tmp_path / "new" / "folder",
        [
            training("t1", datetime(2025, 7, 1, 0, 30, tzinfo=summer)),
            Teacher("0012345", InductionStatus.NONE, prohibited_from_teaching=True),
            Declaration(
                "d1",
                "t1",
                DeclarationType.RETAINED_1,
                datetime(2025, 7, 1, 0, 30, tzinfo=summer),
                PaymentStatus.PAID,
                ClawbackStatus.CLAWED_BACK,
            ),
        ],
        "csv",
    )

    written = {p.name: p.read_bytes() for p in (tmp_path / "new" / "folder").iterdir()}
    assert written == {
        "teachers.csv": b"trn,trs_induction_status,prohibited_from_teaching,"
        b"mentor_became_ineligible_for_funding_on,mentor_became_ineligible_for_funding_reason,"
        b"qts_held,qts_awarded_on,ect_first_became_eligible_for_training_at,"
        b"ect_became_ineligible_for_funding_on,mentor_first_became_eligible_for_training_at\n"
        b"0012345,None,true,,,,,,,\n",
        "schools.csv": b"urn,gias_status,gias_type,section_41_approved,marked_as_eligible,"
        b"administrative_district_code\n",
        "ect_at_school_periods.csv": b"id,trn,urn,started_on,finished_on,reported_leaving_by_urn\n",
        "mentor_at_school_periods.csv": b"id,trn,urn,started_on,finished_on,"
        b"reported_leaving_by_urn\n",
        "mentorship_periods.csv": b"id,ect_at_school_period_id,mentor_at_school_period_id,"
        b"started_on,finished_on\n",
        "training_periods.csv": b"id,training_programme,started_on,ect_at_school_period_id,"
        b"mentor_at_school_period_id,finished_on,lead_provider,partnership_confirmed,"
        b"contract_period,withdrawn_at,deferred_at\n"
        b"t1,provider_led,2025-09-01,e1,,,,,,,2025-06-30T23:30:00Z\n",
        "induction_periods.csv": b"id,trn,started_on,finished_on,outcome\n",
        "declarations.csv": b"id,training_period_id,declaration_type,declaration_date,"
        b"payment_status,clawback_status,evidence_type\n"
        b"d1,t1,retained-1,2025-06-30T23:30:00Z,paid,clawed_back,\n",
        "contract_periods.csv": b"year,enabled,payments_frozen_at\n",
        "ecf_eligibilities.csv": b"id,trn,role,status,reason,manually_validated,active_flags,"
        b"previous_participation,previous_induction,no_qts,different_trn,profile_duplicity,"
        b"exempt_from_induction,no_induction\n",
    }


@pytest.mark.parametrize(
    "name", ["A\rB", "A\r\nB", "A\nB", 'A"B', "A,B", " A ", "-", "\ufeff", "\x85"]
)
@pytest.mark.parametrize("kind", tabular.FORMATS)
def test_names_that_are_hard_to_write(tmp_path, kind, name):
    wanted = attrs.evolve(training("t1", None), lead_provider=name)

    tabular.write(tmp_path, [wanted, training("t2", None)], kind)

    assert [r for _, _, r in tabular.read(tmp_path)] == [wanted, training("t2", None)]


def test_parquet_has_types_and_row_groups(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet_rows, "ROW_GROUP", 10)

    tabular.write(tmp_path, (training(f"t{n}", None) for n in range(25)), "parquet")

    file = pq.ParquetFile(tmp_path / "training_periods.parquet")
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [10, 10, 5]
    assert {f.name: (str(f.type), f.nullable) for f in file.schema_arrow} == {
        "id": ("string", False),
        "training_programme": ("string", False),
        "started_on": ("date32[day]", False),
        "ect_at_school_period_id": ("string", True),
        "mentor_at_school_period_id": ("string", True),
        "finished_on": ("date32[day]", True),
        "lead_provider": ("string", True),
        "partnership_confirmed": ("bool", True),
        "contract_period": ("int32", True),
        "withdrawn_at": ("timestamp[us, tz=UTC]", True),
        "deferred_at": ("timestamp[us, tz=UTC]", True),
    }
    assert [r.id for _, _, r in tabular.read(tmp_path)] == [f"t{n}" for n in range(25)]


@pytest.mark.parametrize("kind", tabular.FORMATS)
def test_an_instant_without_a_zone_is_not_guessed(tmp_path, kind):
    with pytest.raises(ValueError, match="time zone"):
        tabular.write(tmp_path, [training("t1", datetime(2025, 7, 1))], kind)  # noqa: DTZ001


@pytest.mark.parametrize("kind", tabular.FORMATS)
def test_what_was_cut_short_is_not_there(tmp_path, kind):
    def cut_short():
        yield Teacher("3000001")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tabular.write(tmp_path, cut_short(), kind)

    assert [*tmp_path.iterdir()] == []


def test_nothing_is_there_until_all_is(tmp_path):
    with tabular.Writer(tmp_path, "csv") as writer:
        writer.write(Teacher("3000001"))
        assert all(path.name.startswith(".") for path in tmp_path.iterdir())

    assert len([*tmp_path.iterdir()]) == len(KINDS)


@pytest.mark.parametrize("kind", tabular.FORMATS)
def test_records_that_are_there_stay(tmp_path, kind):
    tabular.write(tmp_path, [Teacher("3000001")], "csv")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    with pytest.raises(InvalidInputError) as caught:
        tabular.write(tmp_path, [Teacher("3000002")], kind)

    assert [p.reason for p in caught.value.problems] == ["FILE_EXISTS"] * len(KINDS)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_other_formats(tmp_path):
    with pytest.raises(ValueError, match="csv, parquet"):
        tabular.Writer(tmp_path, "xlsx")
