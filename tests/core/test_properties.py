"""What must hold of every decision, whatever is recorded."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from ect_rules import catalogue
from ect_rules.dated import ONE_DAY, shares_a_day
from ect_rules.facts import (
    AssignmentFacts,
    ContractPeriod,
    GiasStatus,
    InductionStatus,
    MentorshipPeriod,
    ParticipantRole,
    School,
)
from ect_rules.gias import TYPES
from ect_rules.rule import Verdict
from ect_rules.training import contract_period
from ect_rules.world import World
from tests.core.worlds import (
    A_MENTOR,
    AN_ECT,
    FIRST,
    FLAGS,
    TRNS,
    URNS,
    any_days,
    as_it_should_be,
    checks,
    records,
    some_day_asked,
    worlds,
)

RULE_SET = catalogue.load()
askers = st.sampled_from(["", None, *URNS])


def questions(world, on, asking=""):
    """Every check that can be asked about everybody in the world, with the facts on the day."""
    for trn in TRNS:
        yield "registration", trn, world.ect(trn, on, asking_urn=asking)
        yield "ect_funding", trn, world.ect_funding(trn, on)
        mentor = world.mentor(trn)
        for check in ("mentor_funding", "mentor_training", "record_retention", "mentor_grant"):
            yield check, trn, mentor
        yield "mentor_kind", trn, world.mentor_kind(trn)
    for urn in URNS:
        yield "school_eligibility", urn, world.school_with_training(urn)
    for proposed in world.mentorships.values():
        ect = world.ect_periods.get(proposed.ect_at_school_period_id)
        mentor = world.mentor_periods.get(proposed.mentor_at_school_period_id)
        if ect and mentor:
            others = tuple(m for m in world.mentorships_of_ect(ect.id) if m is not proposed)
            facts = AssignmentFacts(proposed, ect, mentor, others)
            yield "mentor_assignable", proposed.id, facts


def decisions(world, on, asking=""):
    return {
        (check, subject): RULE_SET.decide(check, facts, on)
        for check, subject, facts in questions(world, on, asking)
    }


def said(decisions):
    """All that the decisions say, to compare: the same may be said by another object."""
    return {
        asked: (codes(decision), decision.details, [f.because for f in decision.findings])
        for asked, decision in decisions.items()
    }


def codes(decision):
    """The decision without the records that it names."""
    return (
        decision.status,
        decision.reasons,
        decision.warnings,
        decision.next_actions,
        [finding.verdict for finding in decision.findings],
    )


@given(worlds(any_days, valid=False), any_days, askers)
def test_every_question_has_an_answer_that_holds_together(world, on, asking):
    for check, _, facts in questions(world, on, asking):
        decision = RULE_SET.decide(check, facts, on)
        linked = RULE_SET.checks[check]
        assert decision.check == check
        assert decision.status in linked.check.statuses
        assert decision.status == decision.reasons[0].status
        assert len(set(decision.reasons)) == len(decision.reasons)
        assert all(warning.status is None for warning in decision.warnings)
        assert len(decision.findings) == len(linked.rules)
        for reason in decision.reasons:
            assert RULE_SET.rule_of(check, reason.code) or reason.code == "CANNOT_TELL"
        for finding, read in zip(
            decision.findings, RULE_SET.reads(decision, facts, on), strict=True
        ):
            assert not read or finding.verdict is not Verdict.NOT_APPLICABLE
            for record, *fields in read:
                assert fields
                assert all(hasattr(record, name) for name in fields)


@given(worlds(), some_day_asked)
def test_a_yes_is_never_beside_a_no_or_a_doubt(world, on):
    for (check, _), decision in decisions(world, on).items():
        linked = RULE_SET.checks[check]
        if decision.status not in linked.check.yes or check == "registration":
            continue
        for rule, finding in zip(linked.rules, decision.findings, strict=True):
            if rule.role.name == "BARS":
                assert finding.verdict in (Verdict.MET, Verdict.NOT_APPLICABLE)


@given(worlds(), some_day_asked)
def test_the_same_question_has_the_same_answer(world, on):
    again = decisions(World(world.records.values()), on)
    assert said(decisions(world, on)) == said(again)


# Other people.


IDS = ("id", "ect_at_school_period_id", "mentor_at_school_period_id", "training_period_id")
NUMBERS = ("trn", "urn", "reported_leaving_by_urn")
OTHER_DIGITS = str.maketrans("0123456789", "5678901234")


def of_strangers(record):
    """The same record of other people at other schools, in the same order of their ids."""
    told = {name: getattr(record, name, None) for name in IDS + NUMBERS}
    renamed = {n: f"stranger-{told[n]}" for n in IDS if told[n] is not None}
    renamed |= {n: told[n].translate(OTHER_DIGITS) for n in NUMBERS if told[n] is not None}
    return evolve(record, **renamed)


@given(worlds(), records(), some_day_asked)
def test_strangers_change_nothing(world, others, on):
    others = [record for record in others if not isinstance(record, ContractPeriod)]  # everybody's
    with_strangers = world.with_records(map(of_strangers, others))
    assert len(with_strangers.records) == len(world.records) + len(others)
    asked = said(decisions(world, on))
    found = said(decisions(with_strangers, on))
    assert {question: found[question] for question in asked} == asked


@given(worlds(), some_day_asked)
def test_names_change_nothing(world, on):
    renamed = World(map(of_strangers, world.records.values()))
    for trn in TRNS:
        other = trn.translate(OTHER_DIGITS)
        for check, here, there in (
            ("registration", world.ect(trn, on), renamed.ect(other, on)),
            ("mentor_funding", world.mentor(trn), renamed.mentor(other)),
            ("mentor_training", world.mentor(trn), renamed.mentor(other)),
            ("ect_funding", world.ect_funding(trn, on), renamed.ect_funding(other, on)),
        ):
            decision = RULE_SET.decide(check, here, on)
            assert codes(RULE_SET.decide(check, there, on)) == codes(decision)


# Ways of recording the same.


def at_once(one, other):
    of_mentors = {p.mentor_at_school_period_id is not None for p in (one, other)}
    return len(of_mentors) == 1 and shares_a_day(one, other)


@given(worlds(), some_day_asked, st.data())
def test_training_recorded_in_two_pieces_is_funded_as_in_one(world, on, data):
    cut = []
    for period in world.training.values():
        # Of two at the same time, which is the latest would hang on where one is cut.
        if any(at_once(period, other) for other in world.training.values() if other != period):
            continue
        last = period.finished_on or period.started_on + 800 * ONE_DAY
        length = (last - period.started_on).days
        if length and data.draw(st.booleans()):
            middle = period.started_on + data.draw(st.integers(0, length - 1)) * ONE_DAY
            both = evolve(period, contract_period=contract_period(period))
            rest = evolve(both, id=f"{period.id}-rest", started_on=middle + ONE_DAY)
            cut += [evolve(both, finished_on=middle), rest]
    for trn in TRNS:
        whole = RULE_SET.decide("mentor_funding", world.mentor(trn), on)
        pieces = RULE_SET.decide("mentor_funding", world.with_records(cut).mentor(trn), on)
        assert codes(pieces) == codes(whole)


# As time goes by.


@given(worlds(), some_day_asked, some_day_asked)
def test_who_has_mentored_has_mentored_for_good(world, one_day, another):
    earlier, later = sorted((one_day, another))
    for trn in TRNS:
        facts = world.mentor(trn)
        before, after = (
            {r.code for r in RULE_SET.decide("mentor_funding", facts, on).reasons}
            for on in (earlier, later)
        )
        missing = {"NO_ECT_ASSIGNED", "ASSIGNMENT_NOT_STARTED"}
        assert before & missing or not after & missing


@given(worlds(), some_day_asked)
def test_a_mentor_without_any_ect_is_never_eligible(world, on):
    alone = world.without(world.mentorships.values())
    for trn in TRNS:
        for check in ("mentor_funding", "mentor_training"):
            assert RULE_SET.decide(check, alone.mentor(trn), on).status != "ELIGIBLE"


@given(worlds(), some_day_asked)
def test_an_ect_without_any_mentor_is_never_complete(world, on):
    alone = world.without(world.mentorships.values())
    for trn in TRNS:
        assert RULE_SET.decide("registration", alone.ect(trn, on), on).status != "COMPLETE"


# What is not told.


@st.composite
def told_more(draw, world):
    """The same world with everything told that was not: a yes must not hang on what it was."""
    more = []
    for urn in URNS:
        school = world.schools.get(urn, School(urn))
        status, type_, approved = school.gias_status, school.gias_type, school.section_41_approved
        more.append(
            evolve(
                school,
                gias_status=status or draw(st.sampled_from(GiasStatus)),
                gias_type=type_ if type_ in TYPES else draw(st.sampled_from(sorted(TYPES))),
                section_41_approved=draw(st.booleans()) if approved is None else approved,
            )
        )
    for teacher in world.teachers.values():
        prohibited = teacher.prohibited_from_teaching
        more.append(
            evolve(
                teacher,
                prohibited_from_teaching=draw(st.booleans()) if prohibited is None else prohibited,
                trs_induction_status=teacher.trs_induction_status
                or draw(st.sampled_from(InductionStatus)),
            )
        )
        (found,) = world.ecf_of(teacher.trn, ParticipantRole.MENTOR) or [
            draw(st.sampled_from([None, checks(teacher.trn, ParticipantRole.MENTOR)]))
        ]
        if found is not None and not found.manually_validated:
            untold = [flag for flag in FLAGS if getattr(found, flag) is None]
            more.append(evolve(found, **{flag: draw(st.booleans()) for flag in untold}))
    return world.with_records(more)


SETTLED = {"ELIGIBLE", "NOT_ELIGIBLE", "NOT_YET_ELIGIBLE"}


@given(worlds(), some_day_asked, st.data())
def test_what_is_not_told_hides_behind_no_answer(world, on, data):
    """Told more, a yes stays a yes and a no stays a no; only a doubt may become either."""
    more = decisions(data.draw(told_more(world)), on)
    for (check, subject), decision in decisions(world, on).items():
        if check in ("mentor_funding", "mentor_training", "school_eligibility"):
            told = more[check, subject]
            if decision.status in SETTLED:
                assert (told.status == "ELIGIBLE") == (decision.status == "ELIGIBLE")
            if check == "school_eligibility":
                assert told.status != "CANNOT_TELL"


# The smallest steps between one answer and the other.


@given(some_day_asked)
def test_one_mentorship_makes_the_difference_in_both_directions(on):
    usual = World(as_it_should_be(FIRST, FIRST))
    without = usual.without(usual.mentorships.values())
    for world, registration, funding in (
        (without, "INCOMPLETE", "NOT_YET_ELIGIBLE"),
        (
            without.with_records([MentorshipPeriod("m", "ect-a", "mentor-a", on)]),
            "COMPLETE",
            "ELIGIBLE",
        ),
    ):
        decided = RULE_SET.decide("registration", world.ect(AN_ECT, on), on)
        funded = RULE_SET.decide("mentor_funding", world.mentor(A_MENTOR), on)
        assert (decided.status, funded.status) == (registration, funding)
