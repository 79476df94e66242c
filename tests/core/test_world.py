"""Records joined by their keys, and the views of them that rules read."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from ect_rules.facts import (
    ContractPeriod,
    EcfEligibility,
    EctFacts,
    EctFundingFacts,
    InductionPeriod,
    LossOfFunding,
    MentorFacts,
    MentorLostFundingReason,
    MentorshipPeriod,
    ParticipantRole,
    School,
    SchoolFacts,
    Teacher,
)
from ect_rules.world import World, key
from tests import builders
from tests.builders import (
    ANOTHER_MENTOR,
    ANOTHER_SCHOOL,
    THE_ECT,
    THE_MENTOR,
    THE_SCHOOL,
    contract_year,
    day,
    declaration,
    ecf_checks,
    ect_period,
    induction_period,
    mentor_period,
    teacher,
    training,
)
from tests.core.worlds import HORIZON, TRNS, URNS, instants, records, some_days, spans

ON = day("2026-01-15")
ECT, MENTOR = teacher(THE_ECT), teacher(THE_MENTOR)
SCHOOL = School(THE_SCHOOL)
AS_ECT = ect_period(name="ect")
AS_MENTOR = mentor_period(name="mentor")


def mentorship(
    name="mentorship", started="2025-09-01", finished=None, *, ect="ect", mentor="mentor"
):
    return builders.mentorship(started, finished, ect=ect, mentor=mentor, name=name)


def of_ect(name="ect's training", started="2025-09-01", finished=None, *, ect="ect"):
    return training(started, finished, ect=ect, name=name)


def of_mentor(name="mentor's training", started="2025-09-01", finished=None, *, mentor="mentor"):
    return training(started, finished, mentor=mentor, name=name)


INDUCTION = induction_period()
DECLARED = declaration(training="mentor's training")
YEAR = contract_year(2025)
CHECKED_AS_ECT = ecf_checks("ect")
CHECKED_AS_MENTOR = evolve(ecf_checks("mentor"), id="the mentor's checks")
EVERYTHING = (
    ECT,
    MENTOR,
    SCHOOL,
    AS_ECT,
    AS_MENTOR,
    mentorship(),
    of_ect(),
    of_mentor(),
    INDUCTION,
    DECLARED,
    YEAR,
    CHECKED_AS_ECT,
    CHECKED_AS_MENTOR,
)

KEYS = {
    "a teacher by the TRN": (ECT, (Teacher, THE_ECT)),
    "a school by the URN": (SCHOOL, (School, THE_SCHOOL)),
    "a contract period by its year": (YEAR, (ContractPeriod, "2025")),
    "a period by its kind and id": (mentorship("m"), (MentorshipPeriod, "m")),
}


@pytest.mark.parametrize(("record", "expected"), KEYS.values(), ids=KEYS)
def test_key(record, expected):
    assert key(record) == expected


def test_everything_is_found_under_its_key():
    world = World(EVERYTHING)
    assert tuple(world.records.values()) == EVERYTHING
    assert world.teachers == {THE_ECT: ECT, THE_MENTOR: MENTOR}
    assert world.schools == {THE_SCHOOL: SCHOOL}
    assert world.ect_periods == {"ect": AS_ECT}
    assert world.mentor_periods == {"mentor": AS_MENTOR}
    assert world.mentorships == {"mentorship": mentorship()}
    assert world.training == {"ect's training": of_ect(), "mentor's training": of_mentor()}
    assert world.induction_periods == {"the induction": INDUCTION}
    assert world.declarations == {"the declaration": DECLARED}
    assert world.contract_periods == {2025: YEAR}
    assert world.ecf_of(THE_ECT, ParticipantRole.ECT) == [CHECKED_AS_ECT]
    assert world.ecf_of(THE_MENTOR, ParticipantRole.MENTOR) == [CHECKED_AS_MENTOR]
    assert world.ecf_of(THE_ECT, ParticipantRole.MENTOR) == []


def test_nothing_is_known_in_an_empty_world():
    world = World()
    assert world.records == {}
    assert world.days() == []


def test_a_later_record_of_the_same_key_replaces_an_earlier_one():
    world = World(
        [ECT, AS_ECT, teacher(THE_ECT, induction="Passed"), ect_period("2025-10-01", name="ect")]
    )
    assert len(world.records) == 2
    facts = world.ect(THE_ECT, ON)
    assert facts.teacher == teacher(THE_ECT, induction="Passed")
    assert facts.period.started_on == day("2025-10-01")


def test_two_kinds_with_the_same_id_are_two_records():
    world = World([ect_period(name="1"), mentor_period(name="1"), mentorship("1"), of_ect("1")])
    assert len(world.records) == 4


def test_with_records_adds_and_replaces_and_leaves_the_first_world_alone():
    before = World(EVERYTHING)
    moved = evolve(AS_ECT, urn=ANOTHER_SCHOOL)
    after = before.with_records([moved, teacher(ANOTHER_MENTOR)])
    assert after.ect(THE_ECT, ON).period.urn == ANOTHER_SCHOOL
    assert ANOTHER_MENTOR in after.teachers
    assert before.ect(THE_ECT, ON).period.urn == THE_SCHOOL
    assert ANOTHER_MENTOR not in before.teachers


def test_a_record_that_is_replaced_leaves_no_trace_in_any_view():
    elsewhere = evolve(mentorship(), ect_at_school_period_id="x", mentor_at_school_period_id="y")
    world = World(EVERYTHING).with_records([elsewhere])
    assert world.mentorships_of_ect("ect") == []
    assert world.mentorships_of_mentor("mentor") == []
    assert world.mentor(THE_MENTOR).mentorships == ()


def test_without_takes_the_records_of_those_keys_away():
    world = World(EVERYTHING).without([evolve(mentorship(), started_on=ON), of_ect()])
    assert world.mentorships == {}
    assert list(world.training) == ["mentor's training"]
    assert len(world.records) == len(EVERYTHING) - 2


# An ECT's registration.


def test_an_ects_registration_joins_everything_about_it():
    world = World([*EVERYTHING, mentorship("next", "2026-09-01", ect="ect", mentor="unknown")])
    facts = world.ect(THE_ECT, ON)
    assert (facts.trn, facts.teacher, facts.period) == (THE_ECT, ECT, AS_ECT)
    assert [link.period.id for link in facts.mentorships] == ["mentorship", "next"]
    assert [link.mentor_trn for link in facts.mentorships] == [THE_MENTOR, None]
    assert [link.started_on for link in facts.mentorships] == [day("2025-09-01"), day("2026-09-01")]
    assert facts.mentors_at_school == (AS_MENTOR,)


def test_the_link_to_a_mentor_has_the_days_of_the_mentorship():
    world = World([ECT, AS_ECT, AS_MENTOR, mentorship("m", "2025-10-01", "2025-12-31")])
    (link,) = world.ect(THE_ECT, ON).mentorships
    assert (link.started_on, link.finished_on) == (day("2025-10-01"), day("2025-12-31"))


def test_everybody_who_mentors_at_the_ects_school_is_there_and_nobody_else():
    world = World(
        [
            ECT,
            AS_ECT,
            mentor_period("2025-09-01", name="later"),
            mentor_period("2024-09-01", trn=ANOTHER_MENTOR, name="earlier"),
            mentor_period(urn=ANOTHER_SCHOOL, name="elsewhere"),
        ]
    )
    assert [m.id for m in world.ect(THE_ECT, ON).mentors_at_school] == ["earlier", "later"]


NOBODY = {
    "nothing is recorded": ([], EctFacts(THE_ECT, None, None)),
    "a period is recorded and no teacher": ([AS_ECT], EctFacts(THE_ECT, None, None)),
    "a teacher is recorded and no period": ([ECT], EctFacts(THE_ECT, ECT, None)),
    "somebody else is an ECT": (
        [ECT, ect_period(trn=THE_MENTOR)],
        EctFacts(THE_ECT, ECT, None),
    ),
}


@pytest.mark.parametrize(("given_records", "expected"), NOBODY.values(), ids=NOBODY)
def test_no_registration(given_records, expected):
    assert World(given_records).ect(THE_ECT, ON) == expected


ASKING = {
    "the registration's own school, if not said": ("", THE_SCHOOL),
    "nobody": (None, None),
    "another school": (ANOTHER_SCHOOL, ANOTHER_SCHOOL),
}


@pytest.mark.parametrize(("asking", "expected"), ASKING.values(), ids=ASKING)
def test_who_asks(asking, expected):
    world = World([ECT, AS_ECT])
    assert world.ect(THE_ECT, ON, asking_urn=asking).asking_urn == expected


# Two registrations: at one school until 31 December, at another from 1 February.
MOVED = (
    ECT,
    ect_period("2025-09-01", "2025-12-31", name="first"),
    ect_period("2026-02-01", "2026-07-31", urn=ANOTHER_SCHOOL, name="second"),
)
CHOSEN = {
    "long before the first": ("2021-09-01", None, "first"),
    "the last day of the first": ("2025-12-31", None, "first"),
    "the day after the first": ("2026-01-01", None, "second"),
    "the last day of the second": ("2026-07-31", None, "second"),
    "the day after the second: the last to end": ("2026-08-01", None, "second"),
    "the day after the first, at the first school": ("2026-01-01", THE_SCHOOL, "first"),
    "long before, at the second school": ("2021-09-01", ANOTHER_SCHOOL, "second"),
}


@pytest.mark.parametrize(("on", "urn", "expected"), CHOSEN.values(), ids=CHOSEN)
def test_the_registration_that_matters_on_a_day(on, urn, expected):
    assert World(MOVED).ect(THE_ECT, day(on), urn).period.id == expected


def test_of_two_that_are_over_the_last_to_end_matters_whichever_began_first():
    world = World(
        [
            ECT,
            ect_period("2024-09-01", "2025-12-31", name="began first, ended last"),
            ect_period("2025-01-01", "2025-02-01", name="began last, ended first"),
        ]
    )
    assert world.ect(THE_ECT, ON).period.id == "began first, ended last"


def test_there_is_no_registration_at_a_school_where_there_was_none():
    assert World(MOVED).ect(THE_ECT, ON, "100009").period is None


def test_registrations_are_in_order_of_their_start():
    world = World(reversed(MOVED))
    assert [p.id for p in world.ect_registrations(THE_ECT)] == ["first", "second"]
    assert [p.id for p in world.ect_registrations(THE_ECT, ANOTHER_SCHOOL)] == ["second"]
    assert world.ect_registrations(THE_MENTOR) == []


# A mentor, at every school.


def test_a_mentor_has_everything_at_every_school_in_order():
    world = World(
        [
            MENTOR,
            SCHOOL,
            teacher(THE_ECT, induction="Passed"),
            AS_ECT,
            mentor_period("2025-01-01", "2025-12-31", urn=ANOTHER_SCHOOL, name="second"),
            mentor_period("2024-01-01", name="first"),
            mentorship("later", "2025-10-01", ect="ect", mentor="first"),
            mentorship("earlier", "2025-09-01", "2025-09-30", ect="unknown", mentor="second"),
            of_ect("new", "2026-01-01"),
            of_ect("old", "2025-09-01"),
            of_mentor("trained later", "2025-11-01", mentor="first"),
            of_mentor("trained", "2025-10-01", mentor="second"),
            mentor_period(trn=ANOTHER_MENTOR, name="somebody else's"),
            mentorship("somebody else's", mentor="somebody else's"),
            of_mentor("somebody else's", mentor="somebody else's"),
        ]
    )
    facts = world.mentor(THE_MENTOR)
    assert facts.teacher == MENTOR
    assert [at.period.id for at in facts.at_schools] == ["first", "second"]
    assert [at.school for at in facts.at_schools] == [
        SchoolFacts(SCHOOL),
        SchoolFacts(School(ANOTHER_SCHOOL)),
    ]
    assert facts.at_schools[1].started_on == day("2025-01-01")
    assert facts.at_schools[1].finished_on == day("2025-12-31")
    assert [link.period.id for link in facts.mentorships] == ["earlier", "later"]
    earlier, later = facts.mentorships
    assert (earlier.ect, earlier.ect_training) == (None, ())
    assert (earlier.started_on, earlier.finished_on) == (day("2025-09-01"), day("2025-09-30"))
    assert later.ect == teacher(THE_ECT, induction="Passed")
    assert [t.id for t in later.ect_training] == ["old", "new"]
    assert [t.id for t in facts.training] == ["trained", "trained later"]


def test_a_teacher_of_whom_nothing_is_recorded():
    assert World(EVERYTHING).mentor("9999999") == MentorFacts("9999999", None)


def test_the_ect_of_a_mentorship_may_have_no_teacher_record():
    (link,) = World([AS_ECT, AS_MENTOR, mentorship()]).mentor(THE_MENTOR).mentorships
    assert link.ect is None


def test_periods_of_a_mentor():
    here, there = (
        mentor_period("2025-01-01", name="here"),
        mentor_period("2024-01-01", urn=ANOTHER_SCHOOL, name="there"),
    )
    world = World([here, there, mentor_period(trn=ANOTHER_MENTOR, name="other")])
    assert world.mentor_periods_of(THE_MENTOR) == [there, here]
    assert world.mentor_periods_at(THE_MENTOR, THE_SCHOOL) == [here]
    assert world.mentor_periods_of(THE_ECT) == []


def test_mentorships_and_training_of_a_period_in_order_of_their_start():
    second, first = mentorship("a", "2025-10-01"), mentorship("b", "2025-09-01")
    world = World(
        [
            AS_ECT,
            AS_MENTOR,
            second,
            first,
            of_ect("c", "2025-10-01"),
            of_ect("d", "2025-09-01"),
            of_mentor("e", "2025-10-01"),
            of_mentor("f", "2025-09-01"),
        ]
    )
    assert (
        world.mentorships_of_ect("ect") == world.mentorships_of_mentor("mentor") == [first, second]
    )
    assert [t.id for t in world.training_of(AS_ECT)] == ["d", "c"]
    assert [t.id for t in world.training_of(AS_MENTOR)] == ["f", "e"]
    assert world.mentorships_of_ect("mentor") == world.mentorships_of_mentor("ect") == []


def test_an_ect_and_a_mentor_with_the_same_id_do_not_share_training():
    as_ect, as_mentor = ect_period(name="1"), mentor_period(name="1")
    world = World([as_ect, as_mentor, of_ect(ect="1"), of_mentor(mentor="1")])
    assert [t.id for t in world.training_of(as_ect)] == ["ect's training"]
    assert [t.id for t in world.training_of(as_mentor)] == ["mentor's training"]


def test_a_mentor_has_what_was_declared_and_checked_of_them_as_a_mentor():
    world = World(
        [
            MENTOR,
            AS_MENTOR,
            mentor_period("2022-09-01", "2023-08-31", urn=ANOTHER_SCHOOL, name="before"),
            of_mentor("first", "2022-09-01", "2023-08-31", mentor="before"),
            of_mentor("last", "2025-09-01"),
            declaration("2025-10-01T09:00+01:00", training="last", name="second"),
            declaration("2022-10-01T09:00+01:00", training="first", name="first"),
            declaration(training="somebody else's", name="somebody else's"),
            ecf_checks("ect"),
            CHECKED_AS_MENTOR,
            contract_year(2022),
            YEAR,
        ]
    )
    facts = world.mentor(THE_MENTOR)
    assert [d.id for d in facts.declarations] == ["first", "second"]
    assert facts.ecf == CHECKED_AS_MENTOR
    assert facts.training_year == YEAR
    assert facts.lost is None


COMPLETED = MentorLostFundingReason.COMPLETED_DECLARATION_RECEIVED
LOSSES = {
    "stored": (
        teacher(THE_MENTOR, lost=COMPLETED, lost_on="2025-07-10"),
        [],
        LossOfFunding(COMPLETED, day("2025-07-10")),
    ),
    "declared": (
        MENTOR,
        [declaration("2025-07-09T23:30+00:00", "completed", training="mentor's training")],
        LossOfFunding(COMPLETED, day("2025-07-10")),
    ),
    "neither": (MENTOR, [DECLARED], None),
}


@pytest.mark.parametrize(("person", "declared", "lost"), LOSSES.values(), ids=LOSSES)
def test_a_loss_of_funding_is_the_stored_one_or_follows_from_declarations(person, declared, lost):
    world = World([person, AS_MENTOR, of_mentor(), *declared])
    assert world.mentor(THE_MENTOR).lost == lost


YEARS = {
    "as told": ([of_mentor(), contract_year(2025)], 2025),
    "not of the training's own year, but of the one told": (
        [evolve(of_mentor(), contract_period=2024), contract_year(2024), contract_year(2025)],
        2024,
    ),
    "of the latest training": (
        [
            of_mentor("old", "2023-09-01", "2024-08-31"),
            of_mentor("new", "2025-09-01"),
            contract_year(2023),
            contract_year(2025),
        ],
        2025,
    ),
    "of which nothing is told": ([of_mentor(), contract_year(2024)], None),
    "of no training": ([contract_year(2025)], None),
}


@pytest.mark.parametrize(("told", "year"), YEARS.values(), ids=YEARS)
def test_the_contract_period_of_training(told, year):
    found = World([MENTOR, AS_MENTOR, *told]).mentor(THE_MENTOR).training_year
    assert (found and found.year) == year


def test_of_two_records_of_the_checks_the_first_id_is_taken_in_any_order():
    one, other = evolve(CHECKED_AS_MENTOR, id="a"), evolve(CHECKED_AS_MENTOR, id="b")
    for told in ([one, other], [other, one]):
        assert World([MENTOR, *told]).mentor(THE_MENTOR).ecf == one


# An ECT's own training.


def test_an_ects_funding_joins_the_registration_with_training_and_induction():
    world = World(
        [
            *EVERYTHING,
            of_ect("again", "2026-01-05"),
            induction_period("2020-09-01", "2021-07-31", name="long ago"),
            evolve(induction_period(name="the mentor's"), trn=THE_MENTOR),
        ]
    )
    facts = world.ect_funding(THE_ECT, ON)
    assert (facts.teacher, facts.period, facts.school) == (ECT, AS_ECT, SchoolFacts(SCHOOL))
    assert [t.id for t in facts.training] == ["ect's training", "again"]
    assert [i.id for i in facts.induction_periods] == ["long ago", "the induction"]
    assert (facts.ecf, facts.training_year) == (CHECKED_AS_ECT, YEAR)


@pytest.mark.parametrize(("on", "urn", "expected"), CHOSEN.values(), ids=CHOSEN)
def test_an_ects_funding_is_of_the_registration_that_matters(on, urn, expected):
    there = of_ect("of the second", "2026-02-01", ect="second")
    facts = World([*MOVED, there]).ect_funding(THE_ECT, day(on), urn)
    assert facts.period.id == expected
    assert facts.training == ((there,) if expected == "second" else ())


@pytest.mark.parametrize(("given_records", "registration"), NOBODY.values(), ids=NOBODY)
def test_no_ect_to_be_funded(given_records, registration):
    facts = World([*given_records, INDUCTION]).ect_funding(THE_ECT, ON)
    assert facts == EctFundingFacts(THE_ECT, registration.teacher, None)


# A mentor, and who else mentored the same ECTs.


def test_who_else_mentored_the_same_ects_at_any_school():
    elsewhere = ect_period("2024-09-01", "2025-07-31", urn=ANOTHER_SCHOOL, name="before")
    former = mentor_period(
        "2024-09-01", trn=ANOTHER_MENTOR, urn=ANOTHER_SCHOOL, name="another mentor's"
    )
    world = World(
        [
            *EVERYTHING,
            elsewhere,
            former,
            mentor_period("2023-09-01", trn=ANOTHER_MENTOR, name="another mentor's, here"),
            mentorship("earlier", "2024-09-01", ect="before", mentor="another mentor's"),
            mentorship("unknown", "2025-08-01", "2025-08-31", ect="ect", mentor="unknown"),
            of_mentor("another's", "2023-09-01", mentor="another mentor's, here"),
            declaration("2023-10-01T09:00+01:00", training="another's", name="another's"),
        ]
    )
    (others,) = world.mentor_kind(THE_MENTOR).others
    assert [o.period.id for o in others] == ["earlier", "unknown"]
    assert [o.mentor_trn for o in others] == [ANOTHER_MENTOR, None]
    assert [[d.id for d in o.declarations] for o in others] == [["another's"], []]
    assert (others[1].started_on, others[1].finished_on) == (day("2025-08-01"), day("2025-08-31"))
    assert world.mentor_kind(THE_MENTOR).mentor == world.mentor(THE_MENTOR)


def test_the_mentors_own_mentorships_are_not_somebody_elses():
    again = mentorship("again", "2026-02-01", ect="ect", mentor="mentor")
    facts = World([*EVERYTHING, again]).mentor_kind(THE_MENTOR)
    assert facts.others == ((), ())


def test_a_mentor_who_was_an_ect_has_that_training_too():
    before = ect_period("2022-09-01", "2024-07-31", trn=THE_MENTOR, name="before")
    later = ect_period("2024-08-01", "2024-12-31", trn=THE_MENTOR, name="later")
    trained = [
        of_ect("second", "2024-08-01", ect="later"),
        of_ect("first", "2022-09-01", ect="before"),
    ]
    facts = World([*EVERYTHING, before, later, *trained]).mentor_kind(THE_MENTOR)
    assert [t.id for t in facts.own_ect_training] == ["first", "second"]
    assert [t.id for t in facts.mentor.training] == ["mentor's training"]


# Schools.

UNFINISHED = {
    "no training at all": ([AS_ECT, AS_MENTOR], False),
    "an ECT's training without a last day": ([AS_ECT, of_ect()], True),
    "an ECT's training with a last day": ([AS_ECT, of_ect(finished="2099-07-31")], False),
    "a mentor's training without a last day": ([AS_MENTOR, of_mentor()], True),
    "a mentor's training with a last day": ([AS_MENTOR, of_mentor(finished="2099-07-31")], False),
    "one finished and one not": (
        [AS_ECT, AS_MENTOR, of_ect(finished="2025-12-31"), of_mentor()],
        True,
    ),
    "an ECT's training at another school": (
        [ect_period(urn=ANOTHER_SCHOOL, name="ect"), of_ect()],
        False,
    ),
    "a mentor's training at another school": (
        [mentor_period(urn=ANOTHER_SCHOOL, name="mentor"), of_mentor()],
        False,
    ),
}


@pytest.mark.parametrize(("given_records", "expected"), UNFINISHED.values(), ids=UNFINISHED)
def test_unfinished_training_at_a_school(given_records, expected):
    world = World([SCHOOL, *given_records])
    assert world.school_with_training(THE_SCHOOL) == SchoolFacts(SCHOOL, expected)


def test_of_a_school_that_is_not_recorded_nothing_is_told():
    assert World().school(THE_SCHOOL) == SchoolFacts(School(THE_SCHOOL), None)


# The days on which something changes.


DATED = World(
    [
        teacher(THE_ECT, lost="started_not_completed", lost_on="2020-01-01"),
        ect_period("2025-09-01", "2026-07-31"),
        mentor_period("2024-09-01"),
        mentorship("m", "2025-09-02", "2025-09-30"),
        training(
            "2025-10-03",
            "2025-12-31",
            withdrawn="2025-11-15T09:00+00:00",
            deferred="2025-06-30T23:00+00:00",
        ),
    ]
)
INTERRUPTED = ["2025-07-01", "2025-11-15"]
DAYS = {
    "of everything": (
        [],
        [
            "2024-09-01",
            "2025-07-01",
            "2025-09-01",
            "2025-09-02",
            "2025-10-01",
            "2025-10-03",
            "2025-11-15",
            "2026-01-01",
            "2026-08-01",
        ],
    ),
    "of mentor periods": ([DATED.mentor_periods], ["2024-09-01", *INTERRUPTED]),
    "of ECTs' periods and mentorships": (
        [DATED.ect_periods, DATED.mentorships],
        sorted(["2025-09-01", "2026-08-01", "2025-09-02", "2025-10-01", *INTERRUPTED]),
    ),
    "of training": ([DATED.training], sorted(["2025-10-03", "2026-01-01", *INTERRUPTED])),
    "of periods of which there are none": ([{}], INTERRUPTED),
}


@pytest.mark.parametrize(("kinds", "expected"), DAYS.values(), ids=DAYS)
def test_days(kinds, expected):
    assert [d.isoformat() for d in DATED.days(*kinds)] == expected


NAMED = {
    "the award of QTS": evolve(teacher(THE_ECT), qts_held=True, qts_awarded_on=day("2024-07-01")),
    "an ECT's loss of funding": evolve(
        teacher(THE_ECT), ect_became_ineligible_for_funding_on=day("2024-07-01")
    ),
    "a declaration": declaration("2024-06-30T23:00+00:00"),
    "payments frozen": contract_year(2021, frozen="2024-06-30T23:00+00:00"),
}


@pytest.mark.parametrize("record", NAMED.values(), ids=NAMED)
def test_days_of_other_things(record):
    assert World([record]).days() == World([record]).days({}) == [day("2024-07-01")]


def test_days_of_induction():
    world = World([induction_period("2024-09-01", "2025-07-31")])
    assert world.days() == [day("2024-09-01"), day("2025-08-01")]
    assert world.days(world.training) == []


trainings = st.sampled_from([f"training-{n}" for n in range(5)])
more_records = st.lists(
    st.one_of(
        st.builds(
            lambda n, training, at, kind: evolve(
                declaration(milestone=kind, training=training, name=f"declaration-{n}"),
                declaration_date=at,
            ),
            st.integers(0, 3),
            trainings,
            instants(some_days),
            st.sampled_from(["started", "completed"]),
        ),
        st.builds(
            lambda n, trn, span: InductionPeriod(f"induction-{n}", trn, **span),
            st.integers(0, 3),
            st.sampled_from(TRNS),
            spans(some_days),
        ),
        st.builds(
            lambda n, trn, role: EcfEligibility(f"checks-{n}", trn, role),
            st.integers(0, 3),
            st.sampled_from(TRNS),
            st.sampled_from(ParticipantRole),
        ),
        st.builds(ContractPeriod, st.integers(2023, 2027), st.booleans()),
    ),
    max_size=6,
)


@st.composite
def some_records(draw):
    """Of every kind, with unique keys."""
    found = [*draw(records()), *draw(more_records)]
    return [*{key(record): record for record in found}.values()]


@given(some_records(), st.randoms(use_true_random=False), st.sampled_from(HORIZON))
def test_the_order_of_the_records_does_not_matter(given_records, random, on):
    shuffled = random.sample(given_records, len(given_records))
    one, other = World(given_records), World(shuffled)
    for trn in TRNS:
        assert one.ect(trn, on) == other.ect(trn, on)
        assert one.mentor(trn) == other.mentor(trn)
        assert one.mentor_kind(trn) == other.mentor_kind(trn)
        assert one.ect_funding(trn, on) == other.ect_funding(trn, on)
    for urn in URNS:
        assert one.school_with_training(urn) == other.school_with_training(urn)
    assert one.days() == other.days()


@given(some_records())
def test_taking_away_what_was_added_gives_the_first_world_back(given_records):
    first, second = given_records[::2], given_records[1::2]
    both = World(first).with_records(second)
    assert both.records == World(given_records).records
    assert both.without(second).records == World(first).records


@given(some_records().map(World), st.sampled_from(HORIZON))
def test_every_record_is_seen_by_those_it_is_about(world, on):
    seen = {d for trn in TRNS for d in world.mentor(trn).declarations}
    for declared in world.declarations.values():
        training = world.training.get(declared.training_period_id)
        if training and training.mentor_at_school_period_id in world.mentor_periods:
            assert declared in seen
    for induction in world.induction_periods.values():
        facts = world.ect_funding(induction.trn, on)
        assert facts.period is None or induction in facts.induction_periods
    for period in world.mentor_periods.values():
        facts = world.mentor(period.trn)
        assert period in [at.period for at in facts.at_schools]
        assert set(world.mentorships_of_mentor(period.id)) <= {m.period for m in facts.mentorships}
        assert set(world.training_of(period)) <= set(facts.training)
    for trn in TRNS:
        chosen = world.ect(trn, on).period
        theirs = [p for p in world.ect_periods.values() if p.trn == trn]
        assert (chosen in theirs) if theirs and trn in world.teachers else chosen is None


def test_what_is_made_once_is_the_same_again_and_of_each_world_its_own():
    world, other = World([Teacher("1000001")]), World()
    assert world.teachers is world.teachers
    assert (world.teachers, other.teachers) == ({"1000001": Teacher("1000001")}, {})
    assert World.teachers.__doc__ == "By TRN."
