"""Recording facts of any kind and retracting records, over a real socket."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ect_rules.facts import (
    ContractPeriod,
    Declaration,
    DeclarationType,
    EcfEligibility,
    EctAtSchoolPeriod,
    InductionOutcome,
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
from tests.service.talking import Talk, codes, new_id, refused, status
from tests.service.telling import (
    COLLEAGUE,
    ECT,
    ELSEWHERE,
    MENTOR,
    NOTHING_YET,
    SCHOOL,
    record,
    retract,
)
from tests.store.keeping import rows_in

START = date(2025, 9, 1)
LED = TrainingProgramme.PROVIDER_LED
STARTED, RETAINED = DeclarationType.STARTED, DeclarationType.RETAINED_1


def declaration(name: str, training: str = "tm", type_: DeclarationType = STARTED) -> Declaration:
    at = datetime(2025, 10, 1, 9, tzinfo=UTC)
    return Declaration(name, training, type_, at, PaymentStatus.ELIGIBLE)


TRAINING = TrainingPeriod("tm", LED, START, None, "m", contract_period=2025)
INDUCTION = InductionPeriod("i", ECT, START)
CHECKS = EcfEligibility("k", MENTOR, ParticipantRole.MENTOR)
THERE: list[Record] = [
    *NOTHING_YET,
    EctAtSchoolPeriod("e", ECT, SCHOOL, START),
    MentorAtSchoolPeriod("m", MENTOR, SCHOOL, START),
    MentorshipPeriod("em", "e", "m", START),
    TRAINING,
    TrainingPeriod("te", LED, START, "e"),
    declaration("d"),
    INDUCTION,
    CHECKS,
]


@pytest.fixture
def there(talk: Talk) -> Talk:
    """An ECT in induction and a mentor who has started training."""
    talk.import_records(THERE)
    return talk


def test_facts_of_every_kind_at_once(told: Talk) -> None:
    facts = [
        Teacher("7000001"),
        School("100007"),
        ContractPeriod(2026, enabled=False),
        InductionPeriod("i", "7000001", START, date(2026, 1, 5), InductionOutcome.PASS),
        EcfEligibility("k", "7000001", ParticipantRole.ECT),
    ]
    done = record(told, *facts)
    assert (done.revision, done.added, done.replaced, done.unchanged) == (2, 5, 0, 0)
    again = record(told, *facts, ContractPeriod(2025, enabled=False))
    assert (again.revision, again.added, again.replaced, again.unchanged) == (3, 0, 1, 5)
    nothing = record(told, *facts)
    assert (nothing.revision, nothing.unchanged, told.revision()) == (3, 5, 3)


def test_training_comes_with_its_declaration_in_any_order(there: Talk) -> None:
    assert status(there.training(MENTOR)) == "ELIGIBLE"
    done = DeclarationType.COMPLETED
    record(there, declaration("later", "next", done), TrainingPeriod("next", LED, START, None, "m"))
    assert status(there.training(MENTOR)) == "NOT_ELIGIBLE", "training is completed"


CORRECTIONS: dict[str, Record] = {
    "a registration": EctAtSchoolPeriod("e", ECT, SCHOOL, START, date(2026, 7, 20)),
    "a mentor at a school": MentorAtSchoolPeriod("m", MENTOR, SCHOOL, date(2024, 9, 1)),
    "a mentorship": MentorshipPeriod("em", "e", "m", date(2025, 9, 8)),
}


@pytest.mark.parametrize("case", CORRECTIONS)
def test_what_a_journey_made_is_corrected(there: Talk, case: str) -> None:
    corrected = CORRECTIONS[case]
    if isinstance(corrected, EctAtSchoolPeriod):
        ending = MentorshipPeriod("em", "e", "m", START, date(2026, 7, 20))
        done = record(there, corrected, ending)
    else:
        done = record(there, corrected)
    assert done.revision == 2
    assert done.added == done.unchanged == 0


NOT_RECORDED: dict[str, tuple[list[Record], list[tuple[str, str]]]] = {
    "a declaration of no training": (
        [declaration("x", "none")],
        [("NOT_FOUND", "records[0].declaration.training_period_id")],
    ),
    "an induction of nobody": (
        [InductionPeriod("x", "7654321", START)],
        [("NOT_FOUND", "records[0].induction_period.trn")],
    ),
    "a second declaration that counts": (
        [Teacher("7000001"), declaration("x")],
        [("DECLARED_ALREADY", "records[1].declaration.declaration_type")],
    ),
    "a mentor's declaration that there is not from 2025": (
        [declaration("x", type_=RETAINED)],
        [("MENTOR_DECLARATION_TYPE", "records[0].declaration.declaration_type")],
    ),
    "two stretches of induction on one day": (
        [InductionPeriod("x", ECT, date(2026, 1, 1))],
        [("INDUCTION_PERIODS_OVERLAP", "records[0].induction_period.started_on")],
    ),
    "what ECF1 held of the same role, again": (
        [EcfEligibility("x", MENTOR, ParticipantRole.MENTOR)],
        [("ECF_ELIGIBILITY_TWICE", "records[0].ecf_eligibility.role")],
    ),
    "a new registration": (
        [EctAtSchoolPeriod("x", COLLEAGUE, SCHOOL, START)],
        [("MADE_BY_ITS_METHOD", "records[0].ect_at_school_period.id")],
    ),
    "a new mentor without an ECT": (
        [MentorAtSchoolPeriod("x", COLLEAGUE, SCHOOL, START)],
        [("MADE_BY_ITS_METHOD", "records[0].mentor_at_school_period.id")],
    ),
    "a new mentorship": (
        [Teacher("7000001"), MentorshipPeriod("x", "e", "m", date(2024, 9, 1), date(2024, 9, 1))],
        [
            ("MADE_BY_ITS_METHOD", "records[1].mentorship_period.id"),
            ("OUTSIDE_ECT_PERIOD", "records[1].mentorship_period.started_on"),
            ("OUTSIDE_MENTOR_PERIOD", "records[1].mentorship_period.started_on"),
        ],
    ),
    "a registration moved away from its mentorship": (
        [EctAtSchoolPeriod("e", ECT, ELSEWHERE, START)],
        [("DIFFERENT_SCHOOL", "records[0].ect_at_school_period.started_on")],
    ),
    "a mentor who becomes the ECT": (
        [MentorAtSchoolPeriod("m", ECT, SCHOOL, START)],
        [("SELF_MENTORING", "records[0].mentor_at_school_period.started_on")],
    ),
    "a mentorship that begins before the registration": (
        [MentorshipPeriod("em", "e", "m", date(2025, 8, 31))],
        [
            ("OUTSIDE_ECT_PERIOD", "records[0].mentorship_period.started_on"),
            ("OUTSIDE_MENTOR_PERIOD", "records[0].mentorship_period.started_on"),
        ],
    ),
}


@pytest.mark.parametrize("case", NOT_RECORDED)
def test_not_recorded(there: Talk, tmp_path: Path, case: str) -> None:
    given, violations = NOT_RECORDED[case]
    before = rows_in(tmp_path / "facts.sqlite")
    answer = refused(lambda: record(there, *given))
    assert (answer.code.name, answer.reason) == ("FAILED_PRECONDITION", "RULE_VIOLATED")
    assert list(zip(answer.violations, answer.subjects, strict=True)) == violations
    assert rows_in(tmp_path / "facts.sqlite") == before


def test_however_much_is_wrong_the_refusal_arrives(there: Talk) -> None:
    answer = refused(
        lambda: record(there, *(declaration(f"{n:0>64}", "none") for n in range(1000)))
    )
    assert (answer.code.name, answer.reason) == ("FAILED_PRECONDITION", "RULE_VIOLATED")
    assert set(answer.violations) == {"NOT_FOUND"}


ALL = [
    ("mentorship_period", "em"),
    ("declaration", "d"),
    ("training_period", "tm"),
    ("training_period", "te"),
    ("mentor_at_school_period", "m"),
    ("ect_at_school_period", "e"),
    ("induction_period", "i"),
    ("ecf_eligibility", "k"),
    ("teacher", ECT),
    ("school", SCHOOL),
    ("contract_period", "2025"),
]


def test_records_of_every_kind_are_retracted_together_in_any_order(there: Talk) -> None:
    done = retract(there, *reversed(ALL))
    assert done.revision == there.revision() == 2
    assert status(there.registration(ECT)) == "NOT_KNOWN"
    assert status(there.funding(MENTOR)) == "NOT_REGISTERED"


def test_a_retracted_mentorship_makes_the_registration_incomplete(there: Talk) -> None:
    retract(there, ALL[0])
    assert status(there.registration(ECT)) == "INCOMPLETE"
    assert codes(there.funding(MENTOR).reasons) == ["NO_ECT_ASSIGNED"]
    retract(there, ("declaration", "d"), ("training_period", "tm"))
    retract(there, ("mentor_at_school_period", "m"))
    assert status(there.funding(MENTOR)) == "NOT_REGISTERED"


def test_what_was_retracted_may_be_recorded_again(there: Talk) -> None:
    retract(there, ("induction_period", "i"))
    assert record(there, INDUCTION).added == 1


NOT_RETRACTED = {
    "a mentor with a mentorship": (
        [("mentor_at_school_period", "m"), ("declaration", "d"), ("training_period", "tm")],
        [("STILL_NAMED", "records[0]")],
    ),
    "an ECT with a mentorship": ([("ect_at_school_period", "e")], [("STILL_NAMED", "records[0]")]),
    "a mentor in training": (
        [ALL[0], ("mentor_at_school_period", "m")],
        [("STILL_NAMED", "records[1]")],
    ),
    "training with a declaration": ([("training_period", "tm")], [("STILL_NAMED", "records[0]")]),
    "a teacher at a school": ([("teacher", MENTOR)], [("STILL_NAMED", "records[0]")]),
    "a school with people": ([("school", SCHOOL)], [("STILL_NAMED", "records[0]")]),
    "what there is not": (
        [("declaration", "d"), ("declaration", "none"), ("contract_period", "2024")],
        [("NOT_FOUND", "records[1]"), ("NOT_FOUND", "records[2]")],
    ),
    "a name of another kind": ([("mentor_at_school_period", "e")], [("NOT_FOUND", "records[0]")]),
}


@pytest.mark.parametrize("case", NOT_RETRACTED)
def test_not_retracted(there: Talk, tmp_path: Path, case: str) -> None:
    given, violations = NOT_RETRACTED[case]
    before = rows_in(tmp_path / "facts.sqlite")
    answer = refused(lambda: retract(there, *given))
    assert answer.code.name == "FAILED_PRECONDITION"
    assert list(zip(answer.violations, answer.subjects, strict=True)) == violations
    assert rows_in(tmp_path / "facts.sqlite") == before


def test_who_names_it_is_told(there: Talk) -> None:
    answer = refused(lambda: retract(there, ("school", SCHOOL)))
    (violation,) = answer.details["PreconditionFailure"].violations
    assert violation.description == (
        "is named by the ect_at_school_period e: retract that first or too"
    )


def test_a_school_with_nobody_is_retracted(there: Talk) -> None:
    retract(there, ("school", ELSEWHERE))
    assert status(there.school(ELSEWHERE)) == "CANNOT_TELL"


def test_the_same_request_id_gives_the_first_answer(there: Talk) -> None:
    request_id = new_id()
    first = retract(there, ALL[0], request_id=request_id)
    assert retract(there, ALL[0], request_id=request_id) == first
    other = refused(lambda: retract(there, ALL[1], request_id=request_id))
    assert (other.code.name, other.reason) == ("ALREADY_EXISTS", "REQUEST_ID_REUSED")
    request_id = new_id()
    first = record(there, INDUCTION, request_id=request_id)
    assert record(there, INDUCTION, request_id=request_id) == first
    other = refused(lambda: record(there, CHECKS, request_id=request_id))
    assert (other.code.name, other.reason) == ("ALREADY_EXISTS", "REQUEST_ID_REUSED")
