"""Section 10 up to contract period 2024: some schools could use the service without being funded."""

from datetime import date

from ect_rules.facts import SchoolFacts
from ect_rules.gias import ECF_SCHOOL_LED_ONLY_TYPES, in_english_district, is_one_of, is_open
from ect_rules.rule import (
    CANNOT_TELL,
    NOT_MET,
    Facts,
    Finding,
    Reason,
    Role,
    Rule,
    Source,
    Standing,
    Verdict,
)

SCHOOL_LED_ONLY = Reason(
    "SCHOOL_LED_ONLY", None, "The school may use the service for school-led training, unfunded."
)

RULE = Rule(
    id="SCH-E",
    sentence="The school is open, not eligible, and an independent school, a British school overseas "
    "or a Welsh establishment: it may use the service for school-led training, which is not funded.",
    sources=(Source("ECF1", "app/models/school.rb:140-142, cip_only?", Standing.RUN),),
    role=Role.WARNS,
    precedence=80,
    reasons=(SCHOOL_LED_ONLY,),
    contract_periods=(None, 2024),
    other_reading="RECT dropped this class (SCH-6). That changed with the software, on 28 April 2026; "
    "we go by the contract period.",
)

WARNED = Finding(Verdict.MET, warnings=RULE.reasons)


def decide(facts: SchoolFacts, on: date) -> Finding:
    """Cannot tell where type or status is not told, or what makes such a school eligible."""
    school = facts.school
    could_be = (is_one_of(school, ECF_SCHOOL_LED_ONLY_TYPES), is_open(school))
    if False in could_be:
        return NOT_MET
    lifted = (school.section_41_approved, in_english_district(school))
    if None in could_be or (None in lifted and False not in lifted):
        return CANNOT_TELL
    return WARNED if False in lifted else NOT_MET


def reads(facts: SchoolFacts, on: date) -> Facts:
    """What would make it eligible: status, type, approval and district."""
    fields = ("gias_status", "gias_type", "section_41_approved", "administrative_district_code")
    return ((facts.school, *fields),)
