"""The checks of the earlier service: the chain, the flags, and what was validated by hand."""

import pytest

from ect_rules.ecf import field_of, flagged, raised, reads_of, refused
from ect_rules.facts import EcfEligibility, EligibilityReason
from tests.builders import THE_MENTOR, ecf_checks, teacher

ROWS = {
    "active_flags": "active_flags",
    "previous_participation": "previous_participation",
    "previous_induction": "previous_induction",
    "no_qts": "no_qts",
    "different_trn": "different_trn",
    "duplicate_profile": "profile_duplicity",
    "exempt_from_induction": "exempt_from_induction",
    "no_induction": "no_induction",
}
NOT_OF_MENTORS = {"previous_induction", "no_qts", "exempt_from_induction", "no_induction"}
NOT_OF_ECTS = {"duplicate_profile"}
ASKED = {
    **{("mentor", reason): reason not in NOT_OF_MENTORS for reason in ROWS},
    **{("ect", reason): reason not in NOT_OF_ECTS for reason in ROWS},
}


def with_flag(role, reason, told):
    """Nothing stands against the participant, but the check behind `reason` found `told`."""
    if reason == "duplicate_profile":
        words = {True: "secondary", False: "primary", None: None}
        return ecf_checks(role, duplicity=words[told])
    return ecf_checks(role, **{ROWS[reason]: told})


def test_every_reason_but_none_has_a_field():
    assert {reason: field_of(EligibilityReason(reason)) for reason in ROWS} == ROWS
    assert set(ROWS) == set(EligibilityReason) - {"none"}


@pytest.mark.parametrize(("who", "asked"), ASKED.items(), ids=map("/".join, ASKED))
def test_a_check_stands_where_it_is_asked_of_the_role_and_found(who, asked):
    role, reason = who
    for told in (True, False, None):
        found = raised(with_flag(role, reason, told), EligibilityReason(reason))
        assert found is (told if asked else False)


def test_without_a_record_nothing_is_told():
    assert [raised(None, EligibilityReason(reason)) for reason in ROWS] == [None] * len(ROWS)


# Validated by hand: what then stands of the rows of a mentor's chain.
OF_MENTORS = ("active_flags", "previous_participation", "different_trn", "duplicate_profile")
NOTHING = (False, False, False, False)
UNKNOWN = (None, None, None, None)
VALIDATED = {
    "eligible": (("eligible", "none"), NOTHING),
    "eligible, whatever the reason": (("eligible", "active_flags"), NOTHING),
    "for a check by hand, because of flags": (
        ("manual_check", "active_flags"),
        (True, False, False, False),
    ),
    "ineligible because of flags": (("ineligible", "active_flags"), (True, False, False, False)),
    "ineligible because of the early roll-out": (
        ("ineligible", "previous_participation"),
        (False, True, False, False),
    ),
    "for a check by hand, because of another TRN": (
        ("manual_check", "different_trn"),
        (False, False, True, False),
    ),
    "ineligible because of another profile": (
        ("ineligible", "duplicate_profile"),
        (False, False, False, True),
    ),
    "ineligible for a reason that is not one of a mentor's": (("ineligible", "no_qts"), UNKNOWN),
    "ineligible for no reason": (("ineligible", "none"), UNKNOWN),
    "matched only": (("matched", "none"), UNKNOWN),
}


@pytest.mark.parametrize(("validated", "expected"), VALIDATED.values(), ids=VALIDATED)
@pytest.mark.parametrize("told", [True, False, None])
def test_what_was_validated_by_hand_stands_whatever_the_flags(validated, expected, told):
    flags = dict.fromkeys(("active_flags", "previous_participation", "different_trn"), told)
    record = ecf_checks("mentor", validated=validated, duplicity="secondary", **flags)
    assert tuple(raised(record, EligibilityReason(reason)) for reason in OF_MENTORS) == expected


def test_validated_by_hand_with_nothing_stored_tells_nothing():
    record = EcfEligibility(
        "the checks", THE_MENTOR, ecf_checks("mentor").role, manually_validated=True
    )
    assert [raised(record, EligibilityReason(reason)) for reason in OF_MENTORS] == [*UNKNOWN]


def test_a_reason_of_ects_counts_for_ects():
    record = ecf_checks("ect", validated=("manual_check", "no_qts"))
    assert raised(record, EligibilityReason.NO_QTS) is True
    assert raised(record, EligibilityReason.ACTIVE_FLAGS) is False


FLAGS = {
    "no flag": (False, ecf_checks("mentor"), False),
    "a flag": (False, ecf_checks("mentor", active_flags=True), True),
    "the flag is not told": (False, ecf_checks("mentor", active_flags=None), None),
    "no checks are told": (False, None, None),
    "no checks are told, and prohibited": (True, None, True),
    "prohibited": (True, ecf_checks("mentor"), True),
    "prohibited, and the flag is not told": (True, ecf_checks("mentor", active_flags=None), True),
    "prohibited, and validated by hand": (
        True,
        ecf_checks("mentor", validated=("eligible", "none")),
        True,
    ),
    "whether prohibited is not told, and no flag": (None, ecf_checks("mentor"), None),
    "whether prohibited is not told, and a flag": (
        None,
        ecf_checks("mentor", active_flags=True),
        True,
    ),
    "not prohibited, and no flag": (False, ecf_checks("mentor"), False),
}


@pytest.mark.parametrize(("prohibited", "record", "expected"), FLAGS.values(), ids=FLAGS)
def test_flagged(prohibited, record, expected):
    assert flagged(teacher(THE_MENTOR, prohibited=prohibited), record) is expected


def test_of_nobody_only_the_checks_tell_of_flags():
    assert flagged(None, ecf_checks("mentor", active_flags=True)) is True
    assert flagged(None, None) is None


REFUSED = {
    "ineligible because of flags, by hand": (("ineligible", "active_flags"), True),
    "for a check by hand because of flags": (("manual_check", "active_flags"), False),
    "ineligible for another reason": (("ineligible", "duplicate_profile"), False),
    "eligible": (("eligible", "none"), False),
}


@pytest.mark.parametrize(("validated", "expected"), REFUSED.values(), ids=REFUSED)
def test_refused(validated, expected):
    assert refused(ecf_checks("mentor", validated=validated)) is expected


def test_nobody_was_refused_whom_nobody_looked_at():
    assert not refused(None)
    assert not refused(ecf_checks("mentor", active_flags=True))


def test_what_a_finding_about_the_checks_goes_by():
    flags = EligibilityReason.ACTIVE_FLAGS, EligibilityReason.DUPLICATE_PROFILE
    told = ecf_checks("mentor")
    validated = ecf_checks("mentor", validated=("eligible", "none"))
    assert reads_of(None, *flags) == ()
    assert reads_of(told, *flags) == ((told, "active_flags", "profile_duplicity"),)
    assert reads_of(validated, *flags) == ((validated, "manually_validated", "status", "reason"),)
