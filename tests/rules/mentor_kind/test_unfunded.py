"""UNF-1: mentors an ECT trained by a provider that never trained the mentor."""

import pytest

from ect_rules.rules.mentor_kind import unfunded
from tests.builders import (
    also_mentored,
    mentor,
    mentor_and_colleagues,
    mentoring,
    nobodys_mentor,
    training,
)
from tests.rules.mentor_kind.situations import trained_by
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

ON = "2026-01-15"
READS = ["the training: lead_provider, partnership_confirmed"]


def mentors(*theirs, own=(), as_ect=(), others=(), **link):
    who = mentor(mentorships=[mentoring(training=theirs, **link)], training=own)
    return mentor_and_colleagues(who, others, as_ect=as_ect)


def yes(*providers):
    return {
        "reasons": ["UNFUNDED_MENTOR"],
        "actions": ["GIVE_ACCESS"],
        "details": {"unfunded_for": providers},
    }


ALPHA, BETA = trained_by("Alpha"), trained_by("Beta", name="the other training")
CASES = {
    "the ECT's provider never trained the mentor": Case(
        mentors(ALPHA), ON, MET, **yes("Alpha"), reads=READS
    ),
    "another provider trained the mentor": Case(
        mentors(ALPHA, own=[BETA]),
        ON,
        MET,
        **yes("Alpha"),
        reads=[*READS, "the other training: lead_provider, partnership_confirmed"],
    ),
    "the ECT's provider trained the mentor": Case(
        mentors(ALPHA, own=[ALPHA]), ON, NOT_MET, reads=[*READS, *READS]
    ),
    "the ECT's provider trained the mentor as an ECT": Case(
        mentors(ALPHA, as_ect=[ALPHA]), ON, NOT_MET
    ),
    "the ECT's provider is to train the mentor": Case(
        mentors(ALPHA, own=[trained_by("Alpha", started="2026-09-01")]), ON, NOT_MET
    ),
    # Expressions of interest count for neither side.
    "the ECT's provider is not confirmed": Case(
        mentors(trained_by("Alpha", confirmed=False)), ON, NOT_MET
    ),
    "the mentor's provider is not confirmed": Case(
        mentors(ALPHA, own=[trained_by("Alpha", confirmed=False)]), ON, MET, **yes("Alpha")
    ),
    "the ECT is led by the school": Case(mentors(training(led_by="school")), ON, NOT_MET),
    "the ECT changed provider: both count": Case(
        mentors(
            trained_by("Beta", started="2024-09-01", finished="2025-08-31"),
            trained_by("Alpha", name="the other training"),
        ),
        ON,
        MET,
        **yes("Alpha", "Beta"),
    ),
    # Not told.
    "the ECT's training is not told": Case(mentors(), ON, CANNOT_TELL, reads=[]),
    "whether the ECT's provider is confirmed is not told": Case(
        mentors(trained_by("Alpha", confirmed=None)), ON, CANNOT_TELL, reads=READS
    ),
    "and that provider trained the mentor": Case(
        mentors(trained_by("Alpha", confirmed=None), own=[ALPHA]), ON, NOT_MET
    ),
    "the ECT's provider is not told": Case(mentors(trained_by(None)), ON, CANNOT_TELL),
    "whether the mentor's provider is confirmed is not told": Case(
        mentors(ALPHA, own=[trained_by("Alpha", confirmed=None)]), ON, CANNOT_TELL
    ),
    "the mentor's provider is not told": Case(
        mentors(ALPHA, own=[trained_by(None)]), ON, CANNOT_TELL
    ),
    "of two providers one is sure": Case(
        mentors(ALPHA, trained_by("Beta", confirmed=None)), ON, MET, **yes("Alpha")
    ),
    "confirmed once, and once not told": Case(
        mentors(ALPHA, own=[trained_by("Alpha", confirmed=None), ALPHA]), ON, NOT_MET
    ),
    # The current or next mentor of the ECT.
    "the day before the mentorship": Case(
        mentors(ALPHA, started="2026-01-16"), ON, MET, **yes("Alpha")
    ),
    "the last day of the mentorship": Case(
        mentors(ALPHA, finished="2026-01-15"), ON, MET, **yes("Alpha")
    ),
    "the day after the mentorship": Case(mentors(ALPHA, finished="2026-01-14"), ON, NOT_MET),
    "another mentors the ECT to that day": Case(
        mentors(ALPHA, started="2026-01-16", others=[also_mentored("2025-09-01", "2026-01-15")]),
        ON,
        NOT_MET,
    ),
    "another mentored the ECT to the day before": Case(
        mentors(ALPHA, started="2026-01-16", others=[also_mentored("2025-09-01", "2026-01-14")]),
        ON,
        MET,
        **yes("Alpha"),
    ),
    "another mentors the ECT later": Case(
        mentors(ALPHA, finished="2026-01-31", others=[also_mentored("2026-02-01")]),
        ON,
        MET,
        **yes("Alpha"),
    ),
    "another mentors the ECT at another school": Case(
        mentors(
            ALPHA,
            started="2026-01-16",
            others=[also_mentored("2025-09-01", ect="the ECT's other period")],
        ),
        ON,
        MET,
        **yes("Alpha"),
    ),
    "nothing is recorded under the TRN": Case(
        mentor_and_colleagues(nobodys_mentor(known=False)), ON, NOT_MET
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_unfunded(case):
    assert found(unfunded, case) == case.expected
