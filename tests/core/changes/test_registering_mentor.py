"""What registering a mentor for an ECT writes, from day to day."""

from collections.abc import Iterable

import pytest
from attrs import evolve, frozen

from ect_rules.changes import register_mentor
from ect_rules.errors import NotFoundError
from ect_rules.facts import (
    EctAtSchoolPeriod,
    MentorAtSchoolPeriod,
    MentorshipPeriod,
    Record,
    TrainingPeriod,
    TrainingProgramme,
)
from ect_rules.world import World
from tests.builders import (
    ANOTHER_MENTOR,
    ANOTHER_SCHOOL,
    EARLY_ROLL_OUT,
    THE_ECT,
    THE_MENTOR,
    THE_SCHOOL,
    contract_year,
    day,
    ect_period,
    mentor_period,
    mentorship,
    teacher,
    training,
)
from tests.core.changes.showing import (
    AN_ECT,
    ANOTHER,
    CATALOGUE,
    ECT,
    MENTOR,
    PEOPLE,
    TODAY,
    by_another,
    days_of,
    ects_training,
    mentors_training,
    periods,
    refused,
)

OFFERED = training("2026-01-01", name="new training")
NEW_MENTOR, NEW_MENTORSHIP, NEW_MENTORS_TRAINING = "new", "new mentorship", "new training"


@frozen
class Registered:
    """A registration of THE_MENTOR.

    `outcome`: every period of theirs after it, or why it is refused.
    """

    outcome: dict[str, str] | list[str]
    started: str = TODAY
    here_only: bool = False
    elsewhere: Iterable[Record] = ()
    ect: EctAtSchoolPeriod = AN_ECT
    ects_training: Iterable[TrainingPeriod] = (ects_training("2025-09-01"),)
    before: Iterable[MentorshipPeriod] = ()
    lost: str | None = None


def registering(case: Registered) -> tuple[MentorshipPeriod, World]:
    people = [teacher(THE_ECT), teacher(ANOTHER_MENTOR)]
    mentor = teacher(THE_MENTOR, lost=case.lost, lost_on="2025-01-01" if case.lost else None)
    world = World(
        [
            *people,
            mentor,
            contract_year(2025),
            case.ect,
            *case.ects_training,
            ANOTHER,
            *case.elsewhere,
            *case.before,
        ]
    )
    period = MentorAtSchoolPeriod(NEW_MENTOR, THE_MENTOR, "", day(case.started))
    made, changes = register_mentor(
        period,
        case.ect.id,
        NEW_MENTORSHIP,
        OFFERED,
        case.here_only,
        day(TODAY),
        world,
        CATALOGUE,
    )
    after = changes.applied_to(world)
    assert after.mentorships[NEW_MENTORSHIP] == made
    assert after.mentor_periods[NEW_MENTOR].urn == THE_SCHOOL, "the ECT's"
    return made, after


def of_the_mentor(world: World) -> dict[str, str]:
    found = {p.id: p for p in world.mentor_periods_of(THE_MENTOR)}
    links = {m.id: m for p in found for m in world.mentorships_of_mentor(p)}
    trained = {t.id: t for p in found.values() for t in world.training_of(p)}
    return periods({**found, **links, **trained})


ELSEWHERE = mentor_period(urn=ANOTHER_SCHOOL)
ALL_NEW = {
    NEW_MENTOR: "2026-01-15 on",
    NEW_MENTORSHIP: "2026-01-15 on",
    NEW_MENTORS_TRAINING: "2026-01-15 on",
}
UNTRAINED = {NEW_MENTOR: "2026-01-15 on", NEW_MENTORSHIP: "2026-01-15 on"}

REGISTERED = {
    "a mentor who is nowhere yet: all from today": Registered(ALL_NEW),
    "from a day before: the mentorship and the training from today": Registered(
        ALL_NEW | {NEW_MENTOR: "2026-01-14 on"}, started="2026-01-14"
    ),
    "from a day after: all from then": Registered(
        dict.fromkeys(ALL_NEW, "2026-01-16 on"), started="2026-01-16"
    ),
    "the ECT starts later: mentorship and training from then": Registered(
        {
            NEW_MENTOR: "2026-01-15 on",
            NEW_MENTORSHIP: "2026-02-01 on",
            NEW_MENTORS_TRAINING: "2026-02-01 on",
        },
        ect=ect_period("2026-02-01"),
        ects_training=[ects_training("2026-02-01")],
    ),
    "the ECT leaves: the mentorship ends with it": Registered(
        ALL_NEW | {NEW_MENTORSHIP: "2026-01-15 to 2026-07-31"},
        ect=ect_period(finished="2026-07-31"),
        ects_training=[ects_training("2025-09-01", "2026-07-31")],
    ),
    "the ECT's training is led by the school: no training": Registered(
        UNTRAINED,
        ects_training=[
            evolve(
                ects_training("2025-09-01"),
                training_programme=TrainingProgramme.SCHOOL_LED,
            )
        ],
    ),
    "the ECT has no training: no training": Registered(UNTRAINED, ects_training=[]),
    "the ECT's training ended yesterday: no training": Registered(
        UNTRAINED, ects_training=[ects_training("2025-09-01", "2026-01-14")]
    ),
    "the ECT's training ends today: training": Registered(
        ALL_NEW, ects_training=[ects_training("2025-09-01", "2026-01-15")]
    ),
    "the ECT's training starts tomorrow: training": Registered(
        ALL_NEW, ects_training=[ects_training("2026-01-16")]
    ),
    "funding is lost: no training": Registered(UNTRAINED, lost=EARLY_ROLL_OUT),
    "a mentor elsewhere who stays there: no training, and nothing changes there": Registered(
        UNTRAINED | {MENTOR: "2024-09-01 on"}, elsewhere=[ELSEWHERE]
    ),
    "a mentor elsewhere until yesterday: training": Registered(
        ALL_NEW | {MENTOR: "2024-09-01 to 2026-01-14"},
        elsewhere=[evolve(ELSEWHERE, finished_on=day("2026-01-14"))],
    ),
    "a mentor elsewhere until today who stays there: no training": Registered(
        UNTRAINED | {MENTOR: "2024-09-01 to 2026-01-15"},
        elsewhere=[evolve(ELSEWHERE, finished_on=day("2026-01-15"))],
    ),
    "LEAVE-8: a mentor elsewhere who comes here only: there until the day before": Registered(
        ALL_NEW | {MENTOR: "2024-09-01 to 2026-01-14"}, here_only=True, elsewhere=[ELSEWHERE]
    ),
    "LEAVE-8: a mentor elsewhere until today who comes here only": Registered(
        ALL_NEW | {MENTOR: "2024-09-01 to 2026-01-14"},
        here_only=True,
        elsewhere=[evolve(ELSEWHERE, finished_on=day("2026-01-15"))],
    ),
    "LEAVE-8: a mentor elsewhere until yesterday who comes here only: as it was": Registered(
        ALL_NEW | {MENTOR: "2024-09-01 to 2026-01-14"},
        here_only=True,
        elsewhere=[evolve(ELSEWHERE, finished_on=day("2026-01-14"))],
    ),
    "LEAVE-8: the mentorships and the training there end with it": Registered(
        UNTRAINED
        | {
            MENTOR: "2024-09-01 to 2026-01-14",
            "there": "2024-09-01 to 2026-01-14",
            "the mentor's training": "2024-09-01 to 2026-01-14",
        },
        here_only=True,
        elsewhere=[
            ELSEWHERE,
            ect_period("2024-09-01", trn="1000009", urn=ANOTHER_SCHOOL, name="another ECT's"),
            evolve(mentorship("2024-09-01", name="there"), ect_at_school_period_id="another ECT's"),
            mentors_training("2024-09-01"),
        ],
    ),
    "LEAVE-8: at two schools, and now here only": Registered(
        ALL_NEW | {MENTOR: "2024-09-01 to 2026-01-14", "third": "2025-09-01 to 2026-01-14"},
        here_only=True,
        elsewhere=[ELSEWHERE, mentor_period("2025-09-01", urn="100003", name="third")],
    ),
    "ASSIGN-2: comes here only, days ago, for an ECT without a mentor: from then": Registered(
        {
            MENTOR: "2024-09-01 to 2026-01-11",
            NEW_MENTOR: "2026-01-12 on",
            NEW_MENTORSHIP: "2026-01-12 on",
            NEW_MENTORS_TRAINING: "2026-01-15 on",
        },
        started="2026-01-12",
        here_only=True,
        elsewhere=[ELSEWHERE],
    ),
    "ASSIGN-2: comes here only, days ago, for an ECT who had a mentor: from today": Registered(
        {
            MENTOR: "2024-09-01 to 2026-01-11",
            NEW_MENTOR: "2026-01-12 on",
            NEW_MENTORSHIP: "2026-01-15 on",
            NEW_MENTORS_TRAINING: "2026-01-15 on",
        },
        started="2026-01-12",
        here_only=True,
        elsewhere=[ELSEWHERE],
        before=[by_another("2025-09-01", "2025-10-31", name="old")],
    ),
    "ASSIGN-2: mentors elsewhere too, days ago: from today": Registered(
        {
            MENTOR: "2024-09-01 on",
            NEW_MENTOR: "2026-01-12 on",
            NEW_MENTORSHIP: "2026-01-15 on",
        },
        started="2026-01-12",
        elsewhere=[ELSEWHERE],
    ),
    "ASSIGN-2: was nowhere else, days ago: from today": Registered(
        ALL_NEW | {NEW_MENTOR: "2026-01-12 on"}, started="2026-01-12", here_only=True
    ),
    "ASSIGN-2: left the other school before: from today": Registered(
        ALL_NEW | {NEW_MENTOR: "2026-01-12 on", MENTOR: "2024-09-01 to 2026-01-11"},
        started="2026-01-12",
        here_only=True,
        elsewhere=[evolve(ELSEWHERE, finished_on=day("2026-01-11"))],
    ),
    "trained before, anywhere, however long ago: no training": Registered(
        UNTRAINED
        | {MENTOR: "2021-09-01 to 2022-07-31", "the mentor's training": "2021-09-01 to 2022-07-31"},
        elsewhere=[
            mentor_period("2021-09-01", "2022-07-31", urn=ANOTHER_SCHOOL),
            mentors_training("2021-09-01", "2022-07-31"),
        ],
    ),
    "a mentor here before, who had left": Registered(
        ALL_NEW | {MENTOR: "2024-09-01 to 2025-12-31"},
        elsewhere=[mentor_period(finished="2025-12-31")],
    ),
}


@pytest.mark.parametrize("case", REGISTERED.values(), ids=REGISTERED)
def test_register_mentor(case):
    _, after = registering(case)
    assert of_the_mentor(after) == case.outcome
    for period in after.training.values():
        if period.id == NEW_MENTORS_TRAINING:
            assert period.mentor_at_school_period_id == NEW_MENTOR


UNREGISTRABLE = {
    "a mentor here already": Registered(["ALREADY_MENTOR_AT_SCHOOL"], elsewhere=[mentor_period()]),
    "a mentor here from a later day": Registered(
        ["ALREADY_MENTOR_AT_SCHOOL"], elsewhere=[mentor_period("2026-09-01")]
    ),
    "comes here only, and is elsewhere since the day before": Registered(
        ["START_NOT_AFTER_PREVIOUS"],
        here_only=True,
        elsewhere=[mentor_period("2026-01-14", urn=ANOTHER_SCHOOL)],
    ),
    "comes here only, and is elsewhere from the day after": Registered(
        ["START_NOT_AFTER_PREVIOUS"],
        here_only=True,
        elsewhere=[mentor_period("2026-01-16", urn=ANOTHER_SCHOOL)],
    ),
    "the ECT is the mentor": Registered(["CANNOT_MENTOR_SELF"], ect=ect_period(trn=THE_MENTOR)),
    "the ECT left yesterday": Registered(
        ["ENDS_BEFORE_START"], ect=ect_period(finished="2026-01-14")
    ),
    "ASSIGN-5: another is to be mentor after the next": Registered(
        ["OVERLAPS_OTHER_MENTORSHIP"],
        before=[
            by_another("2025-09-01", "2026-01-31", name="old"),
            by_another("2026-02-01", name="next"),
        ],
    ),
}


@pytest.mark.parametrize("case", UNREGISTRABLE.values(), ids=UNREGISTRABLE)
def test_register_mentor_is_refused(case):
    assert refused(lambda: registering(case)) == case.outcome


def test_a_mentor_is_refused_with_every_reason():
    person = teacher(THE_MENTOR, prohibited=True)
    world = World([*PEOPLE, person, ect_period(), mentor_period()])
    period = MentorAtSchoolPeriod(NEW_MENTOR, THE_MENTOR, "", day("2026-09-01"))
    assert refused(
        lambda: register_mentor(period, ECT, "m", None, True, day(TODAY), world, CATALOGUE)
    ) == ["ALREADY_MENTOR_AT_SCHOOL", "PROHIBITED_FROM_TEACHING", "REGISTRATION_NOT_OPEN"]


def test_a_mentors_training_gets_the_contract_period_that_is_chosen():
    _, after = registering(Registered({}))
    assert after.training[NEW_MENTORS_TRAINING].contract_period == 2025


def test_elsewhere_since_two_days_before_is_early_enough_to_come_here_only():
    case = Registered(
        {}, here_only=True, elsewhere=[mentor_period("2026-01-13", urn=ANOTHER_SCHOOL)]
    )
    _, after = registering(case)
    assert days_of(after.mentor_periods[MENTOR]) == "2026-01-13 to 2026-01-14"


def test_a_mentor_who_comes_here_only_keeps_the_report_of_the_other_school():
    reported = evolve(
        ELSEWHERE, finished_on=day("2026-03-31"), reported_leaving_by_urn=ANOTHER_SCHOOL
    )
    for elsewhere in (reported, evolve(reported, reported_leaving_by_urn=None)):
        _, after = registering(Registered({}, here_only=True, elsewhere=[elsewhere]))
        kept = after.mentor_periods[MENTOR].reported_leaving_by_urn
        assert kept == elsewhere.reported_leaving_by_urn


def test_a_mentor_who_comes_here_only_keeps_time_here_that_is_to_come():
    case = Registered({}, here_only=True, elsewhere=[mentor_period("2026-09-01", "2026-12-31")])
    _, after = registering(case)
    assert days_of(after.mentor_periods[MENTOR]) == "2026-09-01 to 2026-12-31"


def test_no_mentor_is_registered_for_an_ect_that_there_is_not():
    period = MentorAtSchoolPeriod(NEW_MENTOR, THE_MENTOR, "", day(TODAY))
    with pytest.raises(NotFoundError) as error:
        register_mentor(period, "x", "m", OFFERED, False, day(TODAY), World(PEOPLE), CATALOGUE)
    assert error.value.reason == "ECT_NOT_FOUND"


def test_no_training_starts_where_no_lead_provider_was_chosen():
    world = World([*PEOPLE, ect_period(), ects_training("2025-09-01")])
    period = MentorAtSchoolPeriod(NEW_MENTOR, THE_MENTOR, "", day(TODAY))
    _, changes = register_mentor(
        period, ECT, NEW_MENTORSHIP, None, False, day(TODAY), world, CATALOGUE
    )
    assert of_the_mentor(changes.applied_to(world)) == UNTRAINED
