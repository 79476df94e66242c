"""Records written are the records read."""

from datetime import UTC, date, datetime, timedelta, timezone

import attrs
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ect_rules import tabular
from ect_rules.errors import InvalidInputError
from ect_rules.facts import (
    EctAtSchoolPeriod,
    GiasStatus,
    InductionStatus,
    MentorAtSchoolPeriod,
    MentorLostFundingReason,
    MentorshipPeriod,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.gias import TYPES
from ect_rules.tabular import parquet_rows

ids = st.from_regex(r"[A-Za-z0-9:._-]{1,64}", fullmatch=True)
trns = st.from_regex(r"[0-9]{7}", fullmatch=True, alphabet="0123456789")
urns = st.from_regex(r"[0-9]{6}", fullmatch=True, alphabet="0123456789")
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
booleans = st.none() | st.booleans()
instants = st.none() | st.datetimes(
    datetime(1901, 1, 1),  # noqa: DTZ001 - the zone comes after
    datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
names = st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1, max_size=200)


def a_period(of, **fields):
    both = st.tuples(days, st.none() | days).map(lambda d: (d[0], d[1] and max(d)))
    return st.builds(
        lambda period, **others: of(started_on=period[0], finished_on=period[1], **others),
        both,
        id=ids,
        **fields,
    )


lost = st.tuples(days, st.sampled_from(MentorLostFundingReason)) | st.just((None, None))
teachers = st.builds(
    lambda trn, status, prohibited, loss: Teacher(trn, status, prohibited, *loss),
    trns,
    st.none() | st.sampled_from(InductionStatus),
    booleans,
    lost,
)
schools = st.builds(
    School,
    urns,
    st.none() | st.sampled_from(GiasStatus),
    st.none() | st.sampled_from(sorted(TYPES)),
    booleans,
    st.booleans(),
)
at_schools = [
    a_period(of, trn=trns, urn=urns, reported_leaving_by_urn=st.none() | urns)
    for of in (EctAtSchoolPeriod, MentorAtSchoolPeriod)
]
mentorships = a_period(
    MentorshipPeriod, ect_at_school_period_id=ids, mentor_at_school_period_id=ids
)
of_training = {
    "lead_provider": st.none() | names,
    "partnership_confirmed": booleans,
    "contract_period": st.none() | st.integers(2020, 2100),
    "withdrawn_at": instants,
    "deferred_at": instants,
}
trainings = a_period(
    TrainingPeriod,
    ect_at_school_period_id=ids,
    training_programme=st.sampled_from(TrainingProgramme),
    **of_training,
) | a_period(
    TrainingPeriod,
    mentor_at_school_period_id=ids,
    training_programme=st.just(TrainingProgramme.PROVIDER_LED),
    **of_training,
)
records = st.lists(st.one_of(teachers, schools, *at_schools, mentorships, trainings), max_size=12)


@pytest.mark.parametrize("kind", tabular.FORMATS)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(records=records)
def test_records_written_are_the_records_read(tmp_path_factory, kind, records):
    folder = tmp_path_factory.mktemp("records")

    tabular.write(folder, records, kind)
    read = [record for _, _, record in tabular.read(folder)]

    order = [Teacher, School, EctAtSchoolPeriod, MentorAtSchoolPeriod]
    order += [MentorshipPeriod, TrainingPeriod]
    assert read == sorted(records, key=lambda r: order.index(type(r)))
    for one, other in zip(read, sorted(records, key=lambda r: order.index(type(r))), strict=True):
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
        ],
        "csv",
    )

    written = {p.name: p.read_bytes() for p in (tmp_path / "new" / "folder").iterdir()}
    assert written == {
        "teachers.csv": b"trn,trs_induction_status,prohibited_from_teaching,"
        b"mentor_became_ineligible_for_funding_on,mentor_became_ineligible_for_funding_reason\n"
        b"0012345,None,true,,\n",
        "schools.csv": b"urn,gias_status,gias_type,section_41_approved,marked_as_eligible\n",
        "ect_at_school_periods.csv": b"id,trn,urn,started_on,finished_on,reported_leaving_by_urn\n",
        "mentor_at_school_periods.csv": b"id,trn,urn,started_on,finished_on,"
        b"reported_leaving_by_urn\n",
        "mentorship_periods.csv": b"id,ect_at_school_period_id,mentor_at_school_period_id,"
        b"started_on,finished_on\n",
        "training_periods.csv": b"id,training_programme,started_on,ect_at_school_period_id,"
        b"mentor_at_school_period_id,finished_on,lead_provider,partnership_confirmed,"
        b"contract_period,withdrawn_at,deferred_at\n"
        b"t1,provider_led,2025-09-01,e1,,,,,,,2025-06-30T23:30:00Z\n",
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

    assert len([*tmp_path.iterdir()]) == 6


@pytest.mark.parametrize("kind", tabular.FORMATS)
def test_records_that_are_there_stay(tmp_path, kind):
    tabular.write(tmp_path, [Teacher("3000001")], "csv")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    with pytest.raises(InvalidInputError) as caught:
        tabular.write(tmp_path, [Teacher("3000002")], kind)

    assert [p.reason for p in caught.value.problems] == ["FILE_EXISTS"] * 6
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_other_formats(tmp_path):
    with pytest.raises(ValueError, match="csv, parquet"):
        tabular.Writer(tmp_path, "xlsx")
