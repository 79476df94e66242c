"""The proofs find errors: each is given rules with one that is wrong, and shows where."""

from types import MappingProxyType

import pytest
from attrs import evolve
from hypothesis import Phase, given, settings

from ect_rules import catalogue, space
from ect_rules.facts import GiasStatus, SchoolFacts
from ect_rules.rule import MET, NOT_APPLICABLE, NOT_MET, Finding, Reason, Verdict
from tests.core.worlds import A_MENTOR, some_day_asked, worlds
from tests.proofs import parts, proving, telling
from tests.proofs.test_adequate import answered_alike

RULES = catalogue.load()


def planted(check, rule, decide, years=(2024, 2025)):
    """The rules, with another `decide` for one of them, in the regimes of those years."""
    linked = RULES.checks[check]
    place = [r.id for r in linked.rules].index(rule)
    regimes = list(linked.regimes)
    for n in {linked.regime_of(year) for year in years}:
        decides = regimes[n].decides
        right = decides[place]

        def wrong(facts, on, right=right):
            return decide(facts, on, right)

        regimes[n] = evolve(regimes[n], decides=(*decides[:place], wrong, *decides[place + 1 :]))
    changed = evolve(linked, regimes=tuple(regimes))
    return evolve(RULES, checks=MappingProxyType({**RULES.checks, check: changed}))


def spaces_of(check, year=None):
    return [s for s in space.load() if s.check == check and year in (None, s.contract_period)]


def shown(proof, check, rules, year=None):
    """What the proof shows first, for a person to read; it shows nothing of the right rules."""
    assert next(proof(RULES, spaces_of(check, year)), None) is None
    return next(proof(rules, spaces_of(check, year)))


def test_a_status_that_the_check_does_not_have():
    perhaps = Finding(Verdict.MET, (Reason("PERHAPS", "PERHAPS", "Perhaps."),))
    rules = planted("mentor_assignable", "MENT-7", lambda facts, on, right: perhaps)
    read = shown(proving.not_total, "mentor_assignable", rules)
    assert "days against the ECT's at the school: within it" in read
    assert "EctAtSchoolPeriod: id ECT, trn 1000001" in read
    assert "on 2026-01-15" in read


def test_a_rule_that_never_acts():
    rules = planted("school_eligibility", "SCH-3", lambda facts, on, right: NOT_MET)
    assert shown(proving.dead, "school_eligibility", rules) == "SCH-3 never acts"


def test_a_reason_that_no_situation_leads_to():
    def only_passed(facts, on, right):
        finding = right(facts, on)
        return MET if finding.reasons and finding.reasons[0].code != "INDUCTION_PASSED" else finding

    rules = planted("ect_funding", "EFUND-4b", only_passed)
    assert shown(proving.dead, "ect_funding", rules) == "EFUND-4b never gives INDUCTION_FAILED"


def test_a_yes_though_the_mentorship_has_not_begun():
    rules = planted("mentor_funding", "FUND-5", lambda facts, on, right: NOT_APPLICABLE)
    read = shown(proving.unearned, "mentor_funding", rules, 2025)
    assert read.startswith("ELIGIBLE though ['a mentorship has begun']")
    assert "MentorshipPeriod: id mentorship" in read
    assert "started_on 2026-04-01" in read
    assert "on 2026-01-15" in read


def test_no_yes_though_all_holds():
    def barred(facts, on, right):
        return right(evolve(facts, started_on=facts.started_on.replace(year=2000)), on)

    rules = planted("ect_registrable", "GATE-E10", barred)
    read = shown(proving.unearned, "ect_registrable", rules, 2025)
    assert read.startswith("NOT_REGISTRABLE though all holds")
    assert "Teacher: trn 1000001" in read
    assert "on 2026-01-15" in read


def test_a_yes_that_hangs_on_a_fact_that_is_missing():
    def taken_for_held(facts, on, right):
        return MET if right(facts, on).verdict is Verdict.CANNOT_TELL else right(facts, on)

    rules = planted("ect_funding", "EFUND-4d", taken_for_held)
    read = shown(proving.doubtful, "ect_funding", rules, 2025)
    assert read.startswith("a yes, and then not")
    assert "QTS: not told" in read
    assert "QTS: not held" in read or "QTS: to be awarded" in read
    assert "Teacher: trn 1000001" in read
    assert "on 2026-01-15" in read


def test_an_answer_about_somebody_else():
    def of_whoever_is_first(world, point):
        return world.mentor(next(iter(world.mentor_periods.values())).trn)

    (right,) = spaces_of("record_retention")
    wrong = evolve(right, view=of_whoever_is_first, possible=_is_a_mentor(right.possible))
    read = next(proving.swayed(RULES, [wrong]))
    assert "MentorAtSchoolPeriod: id mentor, trn 2000001" in read
    assert "on 2026-01-15" in read


def _is_a_mentor(possible):
    return lambda point: possible(point) and point["at a school"] != "never"


def test_a_rule_that_looks_at_two_parts():
    def or_in_use(facts, on, right):
        closed = SchoolFacts(evolve(facts.school.school, gias_status=GiasStatus.CLOSED))
        return right(evolve(facts, school=closed) if facts.email_in_use else facts, on)

    rules = planted("mentor_registrable", "GATE-M9", or_in_use)
    read = shown(parts.apart, "mentor_registrable", rules)
    assert read == "GATE-M9 looks at the teacher and the school"


def test_a_rule_that_looks_at_two_parts_together():
    def unless_in_use(facts, on, right):
        return MET if facts.email_in_use else right(facts, on)

    rules = planted("mentor_registrable", "GATE-M9", unless_in_use)
    read = shown(parts.apart, "mentor_registrable", rules)
    assert read.startswith("the teacher and the school are not apart")
    assert "School: urn 100001, gias_status closed" in read
    assert "on 2026-01-15" in read


def test_regimes_that_differ_where_they_should_not():
    rules = planted("mentor_funding", "FUND-6", lambda facts, on, right: MET, [2025])
    (compared,) = (s for s in space.compared() if s.check == "mentor_funding")
    read = next(proving.differing(rules, evolve(compared, dimensions=_plain(compared)), {}))
    assert "NOT_AT_A_SCHOOL') up to 2024, ('ELIGIBLE', 'ELIGIBLE') from 2025" in read
    assert "MentorAtSchoolPeriod: id mentor" in read
    assert "on 2026-01-15" in read


def _plain(compared):
    kept = ("at a school", "assigned to an ECT")
    return {n: v if n in kept else v[:1] for n, v in compared.dimensions.items()}


UNTIL_FOUND = settings(max_examples=1_000, database=None, phases=[Phase.generate])


# An error by a day: no situation has that day, but any facts may.


def test_a_mentorship_that_counts_a_day_too_early():
    def too_early(facts, on, right):
        return right(facts, on.fromordinal(on.toordinal() + 1))

    rules = planted("mentor_funding", "FUND-5", too_early)
    assert next(proving.unearned(rules, spaces_of("mentor_funding", 2025)), None) is None

    @UNTIL_FOUND
    @given(worlds(), some_day_asked)
    def asked(world, on):
        facts = world.mentor(A_MENTOR)
        situation = telling.mentor(facts, on, 2025)
        answered_alike("mentor_funding", 2025, facts, on, situation, rules=rules)

    read = _told(asked)
    assert "assigned to an ECT: later" in read
    assert "MentorshipPeriod: id mentorship" in read


def test_an_ect_who_is_assigned_a_day_too_early():
    def too_early(facts, on, right):
        return right(facts, on.fromordinal(on.toordinal() + 1))

    rules = planted("record_retention", "DATA-1", too_early)
    assert next(proving.unearned(rules, spaces_of("record_retention")), None) is None

    @UNTIL_FOUND
    @given(worlds(), some_day_asked)
    def asked(world, on):
        facts = world.mentor(A_MENTOR)
        situation = telling.retention(facts, on, None)
        answered_alike("record_retention", None, facts, on, situation, rules=rules)

    assert "MentorshipPeriod: id mentorship" in _told(asked)


def _told(asked):
    with pytest.raises(AssertionError) as failed:
        asked()
    assert "on 2026-01-15" in str(failed.value)
    return str(failed.value)
