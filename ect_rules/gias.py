"""Establishment types of Get Information about Schools (GIAS), by what they mean for eligibility."""

from __future__ import annotations

from ect_rules.facts import GiasStatus, School

OPEN = (GiasStatus.OPEN, GiasStatus.PROPOSED_TO_CLOSE)

INDEPENDENT_TYPES = frozenset({"Other independent school", "Other independent special school"})

OUTSIDE_ENGLAND_TYPES = frozenset(
    {
        "British schools overseas",
        "Offshore schools",
        "Service children's education",
        "Welsh establishment",
    }
)

OTHER_INELIGIBLE_TYPES = frozenset(
    {
        "Higher education institutions",
        "Institution funded by other government department",
        "Miscellaneous",
        "Online provider",
    }
)

ELIGIBLE_TYPES = frozenset(
    {
        "Academy 16 to 19 sponsor led",
        "Academy 16-19 converter",
        "Academy alternative provision converter",
        "Academy alternative provision sponsor led",
        "Academy converter",
        "Academy secure 16 to 19",
        "Academy special converter",
        "Academy special sponsor led",
        "Academy sponsor led",
        "Children's centre",
        "Children's centre linked site",
        "City technology college",
        "Community school",
        "Community special school",
        "Foundation school",
        "Foundation special school",
        "Free schools",
        "Free schools 16 to 19",
        "Free schools alternative provision",
        "Free schools special",
        "Further education",
        "Local authority nursery school",
        "Non-maintained special school",
        "Pupil referral unit",
        "Secure units",
        "Sixth form centres",
        "Special post 16 institution",
        "Studio schools",
        "University technical college",
        "Voluntary aided school",
        "Voluntary controlled school",
    }
)

TYPES = INDEPENDENT_TYPES | OUTSIDE_ENGLAND_TYPES | OTHER_INELIGIBLE_TYPES | ELIGIBLE_TYPES

# The earlier service (ECF1), for contract periods up to 2024.
ECF_ELIGIBLE_TYPES = ELIGIBLE_TYPES - {"Secure units"}
ECF_SCHOOL_LED_ONLY_TYPES = INDEPENDENT_TYPES | {"British schools overseas", "Welsh establishment"}


def is_one_of(school: School, types: frozenset[str]) -> bool | None:
    """Whether the school's type is one of `types`; None where its type is not told or unknown."""
    if school.gias_type not in TYPES:
        return None
    return school.gias_type in types


def is_open(school: School) -> bool | None:
    """Whether the school is open, proposed to close or not; None where its status is not told."""
    return None if school.gias_status is None else school.gias_status in OPEN


def in_england(school: School) -> bool | None:
    """Whether the school is in England, by its type; None where its type is not told or unknown."""
    outside = is_one_of(school, OUTSIDE_ENGLAND_TYPES)
    return None if outside is None else not outside


def in_english_district(school: School) -> bool | None:
    """Whether the school is in England, by its district code; by its type where no code is told.

    English codes begin with E, in either case, or are 9999, as in the earlier service.
    """
    code = school.administrative_district_code
    if not code:
        return in_england(school)
    return code.upper().startswith(("E", "9999"))
