"""Writes, and what they make of the answers: the rule both ways, over a real socket."""

from datetime import date
from typing import Any

import pytest

from ect_rules.facts import (
    EctAtSchoolPeriod,
    GiasStatus,
    InductionStatus,
    School,
    Teacher,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.store.snapshot import Snapshot
from ect_rules.v1 import decisions_pb2, facts_pb2
from ect_rules.v1 import record_service_pb2 as writes
from tests.service.talking import (
    ON_BOTH_DATABASES,
    Talk,
    actions,
    codes,
    day,
    iso,
    new_id,
    refused,
    status,
)
from tests.service.telling import (
    COLLEAGUE,
    ECT,
    ELSEWHERE,
    MENTOR,
    SCHOOL,
    assign,
    register_ect,
    register_mentor,
)

pytestmark = ON_BOTH_DATABASES

SCHOOL_LED = TrainingProgramme.SCHOOL_LED


def test_a_registration_is_complete_only_when_a_mentor_is_assigned(told: Talk) -> None:
    ect = register_ect(told)
    before = told.registration(ECT)
    assert (status(before), codes(before.reasons)) == ("INCOMPLETE", ["MENTOR_NOT_ASSIGNED"])
    assert actions(before) == ["REGISTER_NEW_MENTOR"]
    mentor = register_mentor(told, ect.ect_at_school_period_id)
    after = told.registration(ECT)
    assert (status(after), after.mentor_trn) == ("COMPLETE", MENTOR)
    assert after.basis.revision == mentor.revision == ect.revision + 1


def test_a_mentor_is_fundable_only_once_assigned_and_stays_so(told: Talk) -> None:
    ect = register_ect(told)
    assert status(told.funding(MENTOR)) == "NOT_REGISTERED"
    mentor = register_mentor(told, ect.ect_at_school_period_id, started_on=day("2026-02-02"))
    waiting = told.funding(MENTOR)
    assert (status(waiting), codes(waiting.reasons)) == (
        "NOT_YET_ELIGIBLE",
        ["ASSIGNMENT_NOT_STARTED"],
    )
    assert iso(waiting, "eligible_from") == iso(mentor, "mentorship_started_on") == "2026-02-02"
    assert iso(waiting, "holds_until") == "2026-02-01"
    assert status(told.funding(MENTOR, "2026-02-02")) == "ELIGIBLE"
    told.records.EndMentorship(
        writes.EndMentorshipRequest(
            request_id=new_id(),
            mentorship_period_id=mentor.mentorship_period_id,
            finished_on=day("2026-03-01"),
        )
    )
    assert status(told.funding(MENTOR, "2026-03-02")) == "ELIGIBLE"
    lost = told.registration(ECT, "2026-03-02")
    assert (status(lost), actions(lost)) == (
        "INCOMPLETE",
        ["ASSIGN_EXISTING_MENTOR", "REGISTER_NEW_MENTOR"],
    )


def test_switching_ends_the_earlier_mentorship_the_day_before(told: Talk) -> None:
    ect = register_ect(told)
    register_mentor(told, ect.ect_at_school_period_id)
    other = register_mentor(told, ect.ect_at_school_period_id, trn=COLLEAGUE, on=day("2026-01-20"))
    assert iso(other, "mentorship_started_on") == "2026-01-20"
    assert told.registration(ECT, "2026-01-19").mentor_trn == MENTOR
    assert told.registration(ECT, "2026-01-20").mentor_trn == COLLEAGUE
    back = assign(told, ect.ect_at_school_period_id, _mentor_period(told, MENTOR), "2026-01-25")
    assert iso(back, "mentorship_started_on") == "2026-01-25"
    assert told.registration(ECT, "2026-01-25").mentor_trn == MENTOR


def _mentor_period(talk: Talk, trn: str) -> str:
    full = talk.funding(trn, view=decisions_pb2.VIEW_FULL)
    facts = [fact for finding in full.findings for fact in finding.facts]
    return next(f.record_id for f in facts if f.record == "mentor_at_school_period")


def test_moving_school_ends_the_earlier_registration_with_its_mentorship(told: Talk) -> None:
    first = register_ect(told)
    register_mentor(told, first.ect_at_school_period_id)
    register_ect(told, urn=ELSEWHERE, started_on=day("2026-02-01"))
    here, there = told.registration(ECT, "2026-01-31"), told.registration(ECT, "2026-02-01")
    assert (status(here), here.urn) == ("COMPLETE", SCHOOL)
    assert (status(there), there.urn) == ("INCOMPLETE", ELSEWHERE)
    assert status(told.registration(ECT, "2026-02-01", urn=SCHOOL)) == "LEFT"


def test_what_was_answered_at_a_revision_is_answered_again(told: Talk) -> None:
    ect = register_ect(told)
    then = decisions_pb2.Consistency(exact_revision=ect.revision)
    before = told.registration(ECT, consistency=then).SerializeToString(deterministic=True)
    register_mentor(told, ect.ect_at_school_period_id)
    again = told.registration(ECT, consistency=then).SerializeToString(deterministic=True)
    assert again == before
    newest = decisions_pb2.Consistency(at_least_revision=ect.revision + 1)
    assert status(told.registration(ECT, consistency=newest)) == "COMPLETE"


def test_the_same_request_id_writes_once(told: Talk) -> None:
    request_id = new_id()
    first = register_ect(told, request_id=request_id)
    assert register_ect(told, request_id=request_id) == first
    assert register_ect(told, request_id=request_id.upper()) == first, "a UUID has no case"
    assert told.revision() == first.revision
    other = refused(lambda: register_ect(told, request_id=request_id, urn=ELSEWHERE))
    assert (other.code.name, other.reason) == ("ALREADY_EXISTS", "REQUEST_ID_REUSED")
    assert told.revision() == first.revision


def test_telling_the_same_again_makes_no_revision(told: Talk) -> None:
    before = told.revision()
    same = facts_pb2.Teacher(trn=ECT, prohibited_from_teaching=False)
    done = told.records.RecordTeacher(
        writes.RecordTeacherRequest(request_id=new_id(), teacher=same)
    )
    assert done.revision == told.revision() == before


REFUSED = {
    "the ECT mentors themself": (
        lambda t, ect: register_mentor(t, ect, trn=ECT),
        ["CANNOT_MENTOR_SELF"],
    ),
    "the mentor would start after the ECT has left": (
        lambda t, ect: (
            register_ect(t, urn=ELSEWHERE, started_on=day("2026-01-10")),
            register_mentor(t, ect, started_on=day("2026-01-10")),
        ),
        ["ENDS_BEFORE_START"],
    ),
    "the ECT is registered at this school already": (
        lambda t, ect: register_ect(t, started_on=day("2025-10-01")),
        ["ALREADY_ECT_AT_SCHOOL"],
    ),
    "the ECT is registered here, and would start in a contract period that is not open": (
        lambda t, ect: register_ect(t, started_on=day("2026-06-01")),
        ["ALREADY_ECT_AT_SCHOOL", "REGISTRATION_NOT_OPEN"],
    ),
    "the ECT would start elsewhere in over four months": (
        lambda t, ect: register_ect(t, urn=ELSEWHERE, started_on=day("2026-05-16")),
        ["START_TOO_FAR"],
    ),
    "the mentor would start in a contract period that is not open": (
        lambda t, ect: register_mentor(t, ect, started_on=day("2026-06-01")),
        ["REGISTRATION_NOT_OPEN"],
    ),
    "the ECT starts elsewhere the day after": (
        lambda t, ect: register_ect(t, urn=ELSEWHERE, started_on=day("2025-09-02")),
        ["START_NOT_AFTER_PREVIOUS"],
    ),
    "the mentor is registered at this school already": (
        lambda t, ect: (register_mentor(t, ect), register_mentor(t, ect)),
        ["ALREADY_MENTOR_AT_SCHOOL"],
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_the_rule(told: Talk, case: str) -> None:
    write, violations = REFUSED[case]
    ect = register_ect(told)
    answer = refused(lambda: write(told, ect.ect_at_school_period_id))
    assert (answer.code.name, answer.violations) == ("FAILED_PRECONDITION", violations)


NOT_FOUND = {
    "an ECT that there is not": (
        lambda t: assign(t, "none", "none"),
        "ECT_NOT_FOUND",
    ),
    "a mentor that there is not": (
        lambda t: assign(t, register_ect(t).ect_at_school_period_id, "none"),
        "MENTOR_NOT_FOUND",
    ),
    "a teacher that there is not": (
        lambda t: register_ect(t, trn="7654321"),
        "TEACHER_NOT_FOUND",
    ),
    "a school that there is not": (
        lambda t: register_ect(t, urn="999999"),
        "SCHOOL_NOT_FOUND",
    ),
    "a mentorship that there is not": (
        lambda t: t.records.EndMentorship(
            writes.EndMentorshipRequest(
                request_id=new_id(), mentorship_period_id="none", finished_on=day("2026-01-15")
            )
        ),
        "MENTORSHIP_NOT_FOUND",
    ),
}


@pytest.mark.parametrize("case", NOT_FOUND)
def test_not_found(told: Talk, case: str) -> None:
    write, reason = NOT_FOUND[case]
    answer = refused(lambda: write(told))
    assert (answer.code.name, answer.reason) == ("NOT_FOUND", reason)


def test_a_refused_write_leaves_nothing_and_may_be_mended(told: Talk) -> None:
    ect = register_ect(told)
    request_id, before = new_id(), told.revision()
    refused(
        lambda: register_mentor(told, ect.ect_at_school_period_id, trn=ECT, request_id=request_id)
    )
    assert (told.revision(), status(told.funding(ECT))) == (before, "NOT_REGISTERED")
    register_mentor(told, ect.ect_at_school_period_id, request_id=request_id)
    assert told.revision() == before + 1


def test_a_teacher_who_may_not_be_registered_is_refused_with_every_reason(told: Talk) -> None:
    failed = Teacher("1000009", InductionStatus.FAILED, prohibited_from_teaching=True)
    told.import_records([failed])
    answer = refused(lambda: register_ect(told, trn="1000009"))
    assert (answer.code.name, answer.violations) == (
        "FAILED_PRECONDITION",
        ["INDUCTION_FAILED", "PROHIBITED_FROM_TEACHING"],
    )


def test_an_independent_school_without_section_41_may_not_register_ects(told: Talk) -> None:
    school = facts_pb2.School(
        urn="100009",
        gias_status=facts_pb2.GIAS_STATUS_OPEN,
        gias_type="Other independent school",
        section_41_approved=False,
    )
    told.records.RecordSchool(writes.RecordSchoolRequest(request_id=new_id(), school=school))
    answer = refused(lambda: register_ect(told, urn="100009"))
    assert (answer.code.name, answer.violations) == ("FAILED_PRECONDITION", ["ACCESS_BLOCKED"])


def test_what_is_under_way_at_an_independent_school_decides_how_it_is_blocked(told: Talk) -> None:
    independent = School("100009", GiasStatus.OPEN, "Other independent school", False)
    there = EctAtSchoolPeriod("there", COLLEAGUE, "100009", date(2024, 9, 1))
    under_way = TrainingPeriod("under-way", SCHOOL_LED, date(2024, 9, 1), "there")
    told.import_records([independent, there, under_way])
    answer = refused(lambda: register_ect(told, urn="100009"))
    assert answer.violations == ["NEW_ECTS_BLOCKED"]


def test_nobody_else_is_read_at_a_school_of_another_kind(told: Talk, monkeypatch: Any) -> None:
    monkeypatch.delattr(Snapshot, "schools")
    ect = register_ect(told)
    register_mentor(told, ect.ect_at_school_period_id)


def test_training_starts_with_the_mentorship_where_a_lead_provider_is_chosen(told: Talk) -> None:
    ect = register_ect(told)
    register_mentor(told, ect.ect_at_school_period_id, lead_provider="Northway")
    training = told.training(MENTOR)
    assert status(training) == "ELIGIBLE"
    assert training.state == 2, "in training"
    assert iso(training, "holds_from") == "2026-01-15"
    register_mentor(told, ect.ect_at_school_period_id, trn=COLLEAGUE, lead_provider="")
    assert told.training(COLLEAGUE).state == 1, "not started"
