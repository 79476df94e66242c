"""What a record must be like by itself, what it may name, and what must hold beside the others."""

import pytest
from attrs import evolve

from ect_rules.catalogue import load
from ect_rules.facts import ParticipantRole, School, TrainingProgramme
from ect_rules.gias import TYPES
from ect_rules.integrity import alone, references, together
from ect_rules.world import World
from tests.builders import (
    ANOTHER_MENTOR,
    ANOTHER_SCHOOL,
    COMPLETED,
    THE_ECT,
    THE_MENTOR,
    contract_year,
    day,
    declaration,
    ecf_checks,
    ect_period,
    induction_period,
    mentor_period,
    mentorship,
    school,
    teacher,
    training,
)

CATALOGUE = load()
ECT, MENTOR = "the ECT's period", "the mentor's period"
OF_ECT, OF_MENTOR = {"ect_at_school_period_id": ECT}, {"mentor_at_school_period_id": MENTOR}
SCHOOL_LED = {"training_programme": TrainingProgramme.SCHOOL_LED}
ENDS_BEFORE = [("finished_on", "ENDS_BEFORE_START")]
GIAS_TYPE = [("gias_type", "GIAS_TYPE_UNKNOWN")]
LOSS_INCOMPLETE = [("mentor_became_ineligible_for_funding_reason", "LOSS_OF_FUNDING_INCOMPLETE")]
NOT_ONE = [("trainee", "TRAINEE_NOT_ONE")]
QTS_NOT_HELD = [("qts_awarded_on", "QTS_NOT_HELD")]
NOT_PAID = [("clawback_status", "CLAWBACK_NOT_PAID")]
CHECKS_INCOMPLETE = [("status", "ECF_ELIGIBILITY_INCOMPLETE")]


def said(problems) -> list[tuple[str, str]]:
    """Field and reason of each problem, all of which say in words what is wrong."""
    found = list(problems)
    assert all(p.description and not p.description.endswith(".") for p in found)
    return [(p.field, p.reason) for p in found]


def qualified(held: bool | None):
    return evolve(teacher(THE_ECT), qts_held=held, qts_awarded_on=day("2024-07-01"))


def checked(status: str, reason: str):
    return evolve(ecf_checks(validated=(status, reason)), manually_validated=False)


ALONE = {
    "a teacher of whom nothing is told": (teacher(THE_ECT), []),
    "a mentor who lost funding, with day and reason": (
        teacher(THE_ECT, lost=COMPLETED, lost_on="2025-07-10"),
        [],
    ),
    "a mentor who lost funding for a reason without a day": (
        teacher(THE_ECT, lost=COMPLETED),
        LOSS_INCOMPLETE,
    ),
    "a mentor who lost funding on a day without a reason": (
        teacher(THE_ECT, lost_on="2025-07-10"),
        LOSS_INCOMPLETE,
    ),
    "a teacher of whom it is told that QTS is held, and not since when": (
        evolve(teacher(THE_ECT), qts_held=True),
        [],
    ),
    "a teacher who holds QTS since a day": (qualified(True), []),
    "a teacher who does not hold QTS, since a day": (qualified(False), QTS_NOT_HELD),
    "a teacher of whom it is not told that QTS is held, since a day": (
        qualified(None),
        QTS_NOT_HELD,
    ),
    "a school of which nothing is told": (School("100001"), []),
    "a school in a district": (school(district="E09000001").school, []),
    "a school in an empty district": (
        school(district="").school,
        [("administrative_district_code", "DISTRICT_CODE_EMPTY")],
    ),
    "induction that was passed on its last day": (
        induction_period("2025-09-01", "2026-07-31", "pass"),
        [],
    ),
    "induction that was passed and goes on": (
        induction_period("2025-09-01", None, "pass"),
        [("outcome", "OUTCOME_WITHOUT_END")],
    ),
    "a declaration that is paid, and recovered": (
        declaration(payment="paid", clawback="clawed_back"),
        [],
    ),
    "a declaration that is to be paid, and recovered": (
        declaration(payment="payable", clawback="awaiting_clawback"),
        NOT_PAID,
    ),
    "a declaration that is voided, and recovered": (
        declaration(payment="voided", clawback="clawed_back"),
        NOT_PAID,
    ),
    "a declaration that is voided": (declaration(payment="voided"), []),
    "a contract period of which nothing is told": (contract_year(enabled=None), []),
    "checks of which no outcome is told": (ecf_checks(), []),
    "checks with an outcome": (checked("ineligible", "exempt_from_induction"), []),
    "checks that found nothing": (checked("eligible", "none"), []),
    "checks that matched, and found nothing": (checked("matched", "none"), []),
    "checks that are eligible for want of QTS": (
        checked("eligible", "no_qts"),
        [("reason", "ECF_ELIGIBILITY_CONTRADICTS_ITSELF")],
    ),
    "checks with a status and no reason": (
        evolve(checked("matched", "none"), reason=None),
        CHECKS_INCOMPLETE,
    ),
    "checks with a reason and no status": (
        evolve(checked("matched", "none"), status=None),
        CHECKS_INCOMPLETE,
    ),
    "checks by hand of which no outcome is told": (
        evolve(ecf_checks(), manually_validated=True),
        CHECKS_INCOMPLETE,
    ),
    "checks by hand with an outcome": (
        ecf_checks(validated=("ineligible", "active_flags")),
        [],
    ),
    "a school of a type in capitals": (school("COMMUNITY SCHOOL").school, GIAS_TYPE),
    "a school of a type with a blank after it": (school("Community school ").school, GIAS_TYPE),
    "a school of an empty type": (School("100001", gias_type=""), GIAS_TYPE),
    "training of nobody": (training(), NOT_ONE),
    "training of an ECT and a mentor": (evolve(training(), **OF_ECT, **OF_MENTOR), NOT_ONE),
    "training of an ECT led by the school": (evolve(training(), **OF_ECT, **SCHOOL_LED), []),
    "training of a mentor led by a provider": (evolve(training(), **OF_MENTOR), []),
    "training of a mentor led by the school": (
        evolve(training(), **OF_MENTOR, **SCHOOL_LED),
        [("training_programme", "MENTOR_TRAINING_NOT_PROVIDER_LED")],
    ),
    "training of nobody that ends before it starts": (
        training("2025-09-01", "2025-08-31"),
        ENDS_BEFORE + NOT_ONE,
    ),
}


@pytest.mark.parametrize(("record", "wrong"), ALONE.values(), ids=ALONE)
def test_alone(record, wrong):
    assert said(alone(record)) == wrong


@pytest.mark.parametrize("gias_type", sorted(TYPES))
def test_every_type_of_gias_is_known(gias_type):
    assert said(alone(school(gias_type).school)) == []


PERIODS = {
    "an ECT's": ect_period("2026-01-15"),
    "a mentor's": mentor_period("2026-01-15"),
    "a mentorship": mentorship("2026-01-15"),
    "an ECT's training": evolve(training("2026-01-15"), **OF_ECT),
    "a mentor's training": evolve(training("2026-01-15"), **OF_MENTOR),
    "induction": induction_period("2026-01-15"),
}


@pytest.mark.parametrize("period", PERIODS.values(), ids=PERIODS)
@pytest.mark.parametrize(
    ("last_day", "wrong"),
    [("2026-01-14", ENDS_BEFORE), ("2026-01-15", []), ("2026-01-16", []), (None, [])],
    ids=["the day before the first", "the first day", "the day after", "open ended"],
)
def test_no_period_ends_before_it_starts(period, last_day, wrong):
    assert said(alone(evolve(period, finished_on=day(last_day)))) == wrong


EVERYBODY = [
    teacher(THE_ECT),
    teacher(THE_MENTOR),
    teacher(ANOTHER_MENTOR),
    ect_period(),
    mentor_period(),
    training(ect=ECT),
]

NAMES = {
    "a teacher names nobody": (teacher("1000009"), []),
    "a school names nobody": (School("100009"), []),
    "an ECT's period at a school we know nothing of": (ect_period(urn="100009"), []),
    "an ECT's period of nobody we know": (ect_period(trn="1000009"), ["trn"]),
    "a mentor's period at a school we know nothing of": (mentor_period(urn="100009"), []),
    "a mentor's period of nobody we know": (mentor_period(trn="1000009"), ["trn"]),
    "a mentorship of the two": (mentorship("2025-09-01"), []),
    "a mentorship of no ECT": (
        evolve(mentorship("2025-09-01"), ect_at_school_period_id="none"),
        ["ect_at_school_period_id"],
    ),
    "a mentorship of no mentor": (
        evolve(mentorship("2025-09-01"), mentor_at_school_period_id="none"),
        ["mentor_at_school_period_id"],
    ),
    "a mentorship of nobody": (
        evolve(
            mentorship("2025-09-01"),
            ect_at_school_period_id="none",
            mentor_at_school_period_id="none",
        ),
        ["ect_at_school_period_id", "mentor_at_school_period_id"],
    ),
    "a mentorship that names the two the wrong way round": (
        evolve(
            mentorship("2025-09-01"),
            ect_at_school_period_id=MENTOR,
            mentor_at_school_period_id=ECT,
        ),
        ["ect_at_school_period_id", "mentor_at_school_period_id"],
    ),
    "training of the ECT": (evolve(training(), **OF_ECT), []),
    "training of no ECT": (
        evolve(training(), ect_at_school_period_id="none"),
        ["ect_at_school_period_id"],
    ),
    "training of the mentor": (evolve(training(), **OF_MENTOR), []),
    "induction of the ECT": (induction_period(), []),
    "induction of nobody we know": (evolve(induction_period(), trn="1000009"), ["trn"]),
    "checks of the ECT": (ecf_checks(), []),
    "checks of nobody we know": (evolve(ecf_checks(), trn="1000009"), ["trn"]),
    "a declaration of the training": (declaration(), []),
    "a declaration of no training": (declaration(training="none"), ["training_period_id"]),
    "a contract period names nobody": (contract_year(1999), []),
    "training of no mentor": (
        evolve(training(), mentor_at_school_period_id="none"),
        ["mentor_at_school_period_id"],
    ),
}


@pytest.mark.parametrize(("record", "missing"), NAMES.values(), ids=NAMES)
def test_references(record, missing):
    world = World([*EVERYBODY, record])
    assert said(references(record, world)) == [(name, "NOT_FOUND") for name in missing]


def test_a_record_may_name_one_that_comes_with_it():
    new = ect_period(trn="1000009", name="new")
    assert said(references(new, World([new]))) == [("trn", "NOT_FOUND")]
    assert said(references(new, World([new, teacher("1000009")]))) == []


# The ECT is at the school from 2025-09-01 to 2026-07-31, the mentor from 2025-09-08 to 2026-07-24.
THEM = [
    teacher(THE_ECT),
    teacher(THE_MENTOR),
    teacher(ANOTHER_MENTOR),
    ect_period("2025-09-01", "2026-07-31"),
    mentor_period("2025-09-08", "2026-07-24"),
    mentor_period("2021-09-01", trn=ANOTHER_MENTOR, name="another mentor's period"),
]
LINK = mentorship("2025-09-08", "2026-07-24")
OTHER = evolve(
    mentorship("2025-09-01", "2025-09-30", name="the other"),
    mentor_at_school_period_id="another mentor's period",
)


def another(started: str, finished: str | None = None):
    return evolve(OTHER, started_on=day(started), finished_on=day(finished))


MENTORSHIPS = {
    "the mentor's whole time": (LINK, []),
    "from the day before the mentor comes": (
        mentorship("2025-09-07", "2026-07-24"),
        ["OUTSIDE_MENTOR_PERIOD"],
    ),
    "to the day after the mentor goes": (
        mentorship("2025-09-08", "2026-07-25"),
        ["OUTSIDE_MENTOR_PERIOD"],
    ),
    "on without end": (
        mentorship("2025-09-08"),
        ["OUTSIDE_ECT_PERIOD", "OUTSIDE_MENTOR_PERIOD"],
    ),
    "with another, from the day before the ECT comes": (
        another("2025-08-31", "2026-07-31"),
        ["OUTSIDE_ECT_PERIOD"],
    ),
    "with another, the ECT's whole time": (another("2025-09-01", "2026-07-31"), []),
    "with another, to the day after the ECT goes": (
        another("2025-09-01", "2026-08-01"),
        ["OUTSIDE_ECT_PERIOD"],
    ),
}


@pytest.mark.parametrize(("record", "wrong"), MENTORSHIPS.values(), ids=MENTORSHIPS)
def test_a_mentorship_is_inside_both_peoples_time_at_the_school(record, wrong):
    found = said(together(record, World([*THEM, record]), CATALOGUE))
    assert found == [("started_on", reason) for reason in wrong]


OVERLAPS = {
    "ends the day before": (another("2025-09-01", "2025-09-07"), []),
    "ends on the first day": (another("2025-09-01", "2025-09-08"), ["OVERLAPS_OTHER_MENTORSHIP"]),
    "lasts one day within": (another("2025-12-01", "2025-12-01"), ["OVERLAPS_OTHER_MENTORSHIP"]),
    "starts on the last day": (another("2026-07-24", "2026-07-31"), ["OVERLAPS_OTHER_MENTORSHIP"]),
    "starts the day after": (another("2026-07-25", "2026-07-31"), []),
}


@pytest.mark.parametrize(("other", "wrong"), OVERLAPS.values(), ids=OVERLAPS)
def test_an_ect_has_one_mentor_on_a_day(other, wrong):
    world = World([*THEM, LINK, other])
    for record in (LINK, other):
        assert [reason for _, reason in said(together(record, world, CATALOGUE))] == wrong


def test_a_mentor_may_have_two_ects_on_a_day():
    second = ect_period("2025-09-01", "2026-07-31", trn="1000002", name="second")
    link = evolve(LINK, id="second's", ect_at_school_period_id="second")
    world = World([*THEM, LINK, second, link])
    assert [said(together(r, world, CATALOGUE)) for r in (LINK, link, second)] == [[], [], []]


FIRST, LAST = "2025-09-01", "2026-07-31"
SECOND_PERIODS = {
    "ends the day before": ("2025-01-01", "2025-08-31", True),
    "ends on the first day": ("2025-01-01", "2025-09-01", False),
    "is inside": ("2025-12-01", "2025-12-01", False),
    "starts on the last day": ("2026-07-31", None, False),
    "starts the day after": ("2026-08-01", None, True),
    "is open ended and started before": ("2025-01-01", None, False),
}


@pytest.mark.parametrize(
    ("started", "finished", "good"), SECOND_PERIODS.values(), ids=SECOND_PERIODS
)
@pytest.mark.parametrize("urn", ["100001", ANOTHER_SCHOOL])
def test_an_ect_is_at_one_school_on_a_day(started, finished, good, urn):
    here, other = ect_period(FIRST, LAST), ect_period(started, finished, urn=urn, name="other")
    wrong = [] if good else [("started_on", "ECT_PERIODS_OVERLAP")]
    world = World([here, other])
    assert [said(together(r, world, CATALOGUE)) for r in (here, other)] == [wrong, wrong]


@pytest.mark.parametrize(
    ("started", "finished", "good"), SECOND_PERIODS.values(), ids=SECOND_PERIODS
)
@pytest.mark.parametrize("urn", ["100001", ANOTHER_SCHOOL])
def test_a_mentor_is_at_one_school_once_on_a_day_and_at_several_if_need_be(
    started, finished, good, urn
):
    here = mentor_period(FIRST, LAST)
    other = mentor_period(started, finished, urn=urn, name="other")
    good = good or urn == ANOTHER_SCHOOL
    wrong = [] if good else [("started_on", "MENTOR_PERIODS_OVERLAP")]
    world = World([here, other])
    assert [said(together(r, world, CATALOGUE)) for r in (here, other)] == [wrong, wrong]


def test_periods_of_different_people_may_share_days():
    world = World([ect_period(), ect_period(trn=THE_MENTOR, name="other")])
    assert [said(together(r, world, CATALOGUE)) for r in world.ect_periods.values()] == [[], []]


CUT = {
    "the ECT goes before the mentorship ends": (
        ect_period("2025-09-01", "2026-07-23"),
        ["OUTSIDE_ECT_PERIOD"],
    ),
    "the ECT goes as the mentorship ends": (ect_period("2025-09-01", "2026-07-24"), []),
    "the ECT comes after the mentorship starts": (
        ect_period("2025-09-09", "2026-07-31"),
        ["OUTSIDE_ECT_PERIOD"],
    ),
    "the ECT is at another school": (
        ect_period("2025-09-01", "2026-07-31", urn=ANOTHER_SCHOOL),
        ["DIFFERENT_SCHOOL"],
    ),
    "the ECT is the mentor": (
        ect_period("2025-09-01", "2026-07-31", trn=THE_MENTOR),
        ["SELF_MENTORING"],
    ),
    "the mentor goes before the mentorship ends": (
        mentor_period("2025-09-08", "2026-07-23"),
        ["OUTSIDE_MENTOR_PERIOD"],
    ),
    "the mentor goes after the mentorship ends": (mentor_period("2025-09-08", "2026-07-25"), []),
    "the mentor comes after the mentorship starts": (
        mentor_period("2025-09-09", "2026-07-24"),
        ["OUTSIDE_MENTOR_PERIOD"],
    ),
    "the mentor is at another school": (
        mentor_period("2025-09-08", "2026-07-24", urn=ANOTHER_SCHOOL),
        ["DIFFERENT_SCHOOL"],
    ),
    "the mentor is the ECT": (
        mentor_period("2025-09-08", "2026-07-24", trn=THE_ECT),
        ["SELF_MENTORING"],
    ),
}


@pytest.mark.parametrize(("changed", "wrong"), CUT.values(), ids=CUT)
def test_a_period_that_changes_must_still_fit_the_mentorship_that_hangs_on_it(changed, wrong):
    world = World([*THEM, LINK, changed])
    found = said(together(changed, world, CATALOGUE))
    assert found == [("started_on", reason) for reason in wrong]


@pytest.mark.parametrize("missing", [ECT, MENTOR])
def test_a_mentorship_with_nobody_is_told_of_itself_and_not_of_the_other(missing):
    there = [r for r in THEM if getattr(r, "id", None) != missing]
    world = World([*there, LINK])
    assert len(said(references(LINK, world))) == 1
    for record in there:
        assert said(together(record, world, CATALOGUE)) == []


@pytest.mark.parametrize(
    ("started", "finished", "good"), SECOND_PERIODS.values(), ids=SECOND_PERIODS
)
def test_two_stretches_of_induction_share_no_day(started, finished, good):
    here, other = (
        induction_period(FIRST, LAST),
        induction_period(started, finished, name="the other"),
    )
    wrong = [] if good else [("started_on", "INDUCTION_PERIODS_OVERLAP")]
    world = World([here, other])
    assert [said(together(r, world, CATALOGUE)) for r in (here, other)] == [wrong, wrong]


def test_induction_ends_once():
    first = induction_period("2023-09-01", "2024-07-31", "fail", name="first")
    second = induction_period("2024-09-01", "2025-07-31", "pass", name="second")
    goes_on = evolve(second, outcome=None)
    somebody_elses = evolve(second, trn=THE_MENTOR)
    for other, wrong in (
        (second, [("outcome", "INDUCTION_CONCLUDED_TWICE")]),
        (goes_on, []),
        (somebody_elses, []),
    ):
        world = World([first, other])
        assert [said(together(r, world, CATALOGUE)) for r in (first, other)] == [wrong, wrong]


def test_the_earlier_service_has_one_record_of_a_person_in_a_role():
    twice = [("role", "ECF_ELIGIBILITY_TWICE")]
    one = ecf_checks("ect")
    for other, wrong in (
        (evolve(one, id="the other"), twice),
        (evolve(one, id="the other", role=ParticipantRole.MENTOR), []),
        (evolve(one, id="the other", trn=THE_MENTOR), []),
    ):
        world = World([one, other])
        assert [said(together(r, world, CATALOGUE)) for r in (one, other)] == [wrong, wrong]


# A mentor's training has two milestones in contract periods from 2025 (PAY-2).
MENTORS_TRAINING = training("2025-06-01", mentor=MENTOR)
MILESTONES = {
    "started, from 2025": (MENTORS_TRAINING, "started", True),
    "completed, from 2025": (MENTORS_TRAINING, "completed", True),
    "retained, from 2025": (MENTORS_TRAINING, "retained-1", False),
    "extended, from 2025": (MENTORS_TRAINING, "extended-3", False),
    "retained, in training that began the day before": (
        training("2025-05-31", mentor=MENTOR),
        "retained-4",
        True,
    ),
    "retained, in training of 2024 that is told so": (
        training("2025-09-01", mentor=MENTOR, year=2024),
        "retained-1",
        True,
    ),
    "retained, in training of 2025 that is told so": (
        training("2025-05-31", mentor=MENTOR, year=2025),
        "retained-1",
        False,
    ),
    "retained, of an ECT from 2025": (training("2025-06-01", ect=ECT), "retained-1", True),
    "retained and voided, from 2025": (MENTORS_TRAINING, "retained-1", False),
}


@pytest.mark.parametrize("case", MILESTONES)
def test_the_milestones_of_training(case):
    trained, milestone, good = MILESTONES[case]
    declared = declaration(milestone=milestone, payment="voided" if "voided" in case else "paid")
    world = World([*EVERYBODY, trained, declared])
    reason = "MENTOR_DECLARATION_TYPE"
    assert said(together(declared, world, CATALOGUE)) == (
        [] if good else [("declaration_type", reason)]
    )
    assert said(together(trained, world, CATALOGUE)) == (
        [] if good else [("contract_period", reason)]
    )


# One declaration of a type counts for a person in a role (PAY-3).
AT_ANOTHER_SCHOOL = mentor_period(urn=ANOTHER_SCHOOL, name="at another school")
TRAINED_THERE = training("2023-09-01", mentor="at another school", name="there")
AS_AN_ECT = ect_period("2022-09-01", "2024-07-31", trn=THE_MENTOR, name="as an ECT")
TRAINED_AS_ECT = training("2022-09-01", ect="as an ECT", name="as an ECT")
OF_SOMEBODY_ELSE = mentor_period(trn=ANOTHER_MENTOR, name="somebody else's")
TRAINED_BY_ANOTHER = training("2023-09-01", mentor="somebody else's", name="somebody else's")
SECOND_DECLARATIONS = {
    "of the same training": (declaration(name="the other"), False),
    "of another type": (declaration(milestone="completed", name="the other"), True),
    "at another school": (declaration(training="there", name="the other"), False),
    "of the same person as an ECT": (declaration(training="as an ECT", name="the other"), True),
    "of somebody else": (declaration(training="somebody else's", name="the other"), True),
    "voided": (declaration(payment="voided", name="the other"), True),
    "to be recovered": (
        declaration(payment="paid", clawback="awaiting_clawback", name="the other"),
        True,
    ),
    "recovered": (declaration(payment="paid", clawback="clawed_back", name="the other"), True),
    "waiting": (declaration(payment="no_payment", name="the other"), False),
}


@pytest.mark.parametrize("case", SECOND_DECLARATIONS)
def test_one_declaration_of_a_type_counts(case):
    other, good = SECOND_DECLARATIONS[case]
    first = declaration()
    world = World(
        [
            *EVERYBODY,
            *(AT_ANOTHER_SCHOOL, AS_AN_ECT, OF_SOMEBODY_ELSE),
            *(MENTORS_TRAINING, TRAINED_THERE, TRAINED_AS_ECT, TRAINED_BY_ANOTHER),
            *(first, other),
        ]
    )
    reason = "DECLARED_ALREADY"
    for declared in (first, other):
        wrong = [] if good else [("declaration_type", reason)]
        assert said(together(declared, world, CATALOGUE)) == wrong
    if case == "at another school":
        assert said(together(TRAINED_THERE, world, CATALOGUE)) == [
            ("mentor_at_school_period_id", reason)
        ]
        assert said(together(AT_ANOTHER_SCHOOL, world, CATALOGUE)) == [("trn", reason)]


def test_a_declaration_that_hangs_in_the_air_is_told_of_by_itself():
    declared = declaration(milestone="retained-1")
    for there in ([], [MENTORS_TRAINING]):
        assert said(together(declared, World([*there, declared]), CATALOGUE)) == []


NOTHING_BESIDE = {
    "a contract period": contract_year(2025),
    "a teacher": teacher(THE_ECT),
    "a school": School("100001"),
    "training": evolve(training("1999-01-01"), **OF_ECT),
}


@pytest.mark.parametrize("record", NOTHING_BESIDE.values(), ids=NOTHING_BESIDE)
def test_nothing_is_asked_of_these_beside_others(record):
    assert said(together(record, World([*THEM, LINK, record]), CATALOGUE)) == []
