"""REPL-1: new to the training, and takes over from an earlier mentor; REPL-2: the schedule."""

import pytest

from ect_rules.rules.mentor_kind import replacement
from tests.builders import (
    COMPLETED,
    also_mentored,
    declaration,
    mentor,
    mentor_and_colleagues,
    mentoring,
    nobodys_mentor,
    training,
)
from tests.rules.mentor_kind.situations import DECLARED, earlier, taking_over
from tests.rules.table import CANNOT_TELL, MET, NOT_MET, Case, found

ON = "2026-01-15"
NEW = {"reasons": ["REPLACEMENT_MENTOR"], "actions": ["CHECK_SCHEDULE"]}
JANUARY = {"details": {"schedule": "ecf-replacement-january"}}
LOSS = (
    "the teacher: mentor_became_ineligible_for_funding_on, "
    "mentor_became_ineligible_for_funding_reason"
)
READS = [
    LOSS,
    "the mentorship: started_on",
    "the training: training_programme, started_on, finished_on",
    "the other mentorship: mentor_at_school_period_id, started_on, finished_on",
    "the declaration: declaration_date, payment_status",
]


def declared(at, **given):
    return taking_over(earlier(declarations=[declaration(at, **given)]))


def from_month(month):
    """A mentorship that starts on the first of a month of 2027, after an earlier mentor's."""
    return mentor_and_colleagues(
        mentor(mentorships=[mentoring(f"2027-{month:02}-01")]), [earlier()]
    )


def with_first_ect(**of_first):
    links = [
        mentoring("2025-09-01", trn="1000002", ect="the other's period", **of_first),
        mentoring("2026-01-05"),
    ]
    return mentor_and_colleagues(mentor(mentorships=links), [], [earlier()])


CASES = {
    "takes over": Case(taking_over(), ON, MET, **NEW, **JANUARY, reads=READS),
    "the day before taking over": Case(taking_over(), "2026-01-04", MET, **NEW, **JANUARY),
    "training began on the day of taking over": Case(
        taking_over(training=[training("2026-01-05", name="own training")]),
        ON,
        MET,
        **NEW,
        **JANUARY,
    ),
    "training began the day before taking over": Case(
        taking_over(training=[training("2026-01-04", name="own training")]), ON, NOT_MET
    ),
    "training led by the school is no training of a mentor": Case(
        taking_over(training=[training("2025-09-01", led_by="school")]), ON, MET, **NEW, **JANUARY
    ),
    "funding is lost": Case(taking_over(lost=COMPLETED), ON, NOT_MET),
    # The ECT.
    "the ECT is led by the school": Case(
        taking_over(ect={"training": [training(led_by="school")]}), ON, NOT_MET, reads=READS
    ),
    "the ECT's training is not told": Case(
        taking_over(ect={"training": []}), ON, CANNOT_TELL, reads=[*READS[:2], *READS[3:]]
    ),
    "the ECT's training was over before": Case(
        taking_over(ect={"training": [training("2025-09-01", "2026-01-04")]}), ON, NOT_MET
    ),
    "the ECT's training ends on the day of taking over": Case(
        taking_over(ect={"training": [training("2025-09-01", "2026-01-05")]}),
        ON,
        MET,
        **NEW,
        **JANUARY,
    ),
    "the ECT is not known": Case(
        mentor_and_colleagues(mentor(mentorships=[mentoring("2026-01-05", ect_known=False)])),
        ON,
        CANNOT_TELL,
    ),
    # The earlier mentor.
    "no earlier mentor": Case(
        mentor_and_colleagues(mentor(mentorships=[mentoring("2026-01-05")])), ON, NOT_MET
    ),
    "the earlier mentor was at another school": Case(
        taking_over(earlier(ect="the ECT's earlier period")), ON, MET, **NEW, **JANUARY
    ),
    "the other mentor comes later": Case(
        taking_over(also_mentored("2026-01-10", declarations=[DECLARED])), ON, NOT_MET
    ),
    "the earlier mentor is not known, nor any declaration": Case(
        taking_over(earlier(by=None, declarations=[])), ON, CANNOT_TELL
    ),
    "the later mentor is not known": Case(
        taking_over(also_mentored("2026-02-01", by=None)), ON, NOT_MET
    ),
    "nothing was declared": Case(taking_over(earlier(declarations=[])), ON, NOT_MET),
    "declared the day before that mentorship": Case(
        declared("2025-08-31T09:00+01:00"), ON, NOT_MET
    ),
    "declared on its first day": Case(
        declared("2025-09-01T09:00+01:00"), ON, MET, **NEW, **JANUARY
    ),
    "declared on its last day": Case(declared("2026-01-04T09:00+00:00"), ON, MET, **NEW, **JANUARY),
    "declared the day after it": Case(declared("2026-01-05T09:00+00:00"), ON, NOT_MET),
    "declared past midnight in London": Case(
        declared("2025-08-31T23:00+00:00"), ON, MET, **NEW, **JANUARY
    ),
    "the day before it was declared": Case(
        declared("2025-10-10T09:00+01:00"), "2025-10-09", NOT_MET
    ),
    "the day on which it was declared": Case(
        declared("2025-10-10T09:00+01:00"), "2025-10-10", MET, **NEW, **JANUARY
    ),
    "the declaration was voided": Case(
        declared("2025-10-10T09:00+01:00", payment="voided"), ON, NOT_MET
    ),
    # Another ECT at the time: the first ECT takes precedence.
    "mentors another provider-led ECT already": Case(with_first_ect(), ON, NOT_MET),
    "mentors a school-led ECT already": Case(
        with_first_ect(training=[training(led_by="school")]), ON, MET, **NEW, **JANUARY
    ),
    "mentored another ECT to the day before": Case(
        with_first_ect(finished="2026-01-04"), ON, MET, **NEW, **JANUARY
    ),
    "mentored another ECT to that day": Case(with_first_ect(finished="2026-01-05"), ON, NOT_MET),
    "another ECT's training is not told": Case(with_first_ect(training=[]), ON, CANNOT_TELL),
    # Schedules, by the month of the start.
    **{
        f"from month {month}": Case(
            from_month(month), ON, MET, **NEW, details={"schedule": f"ecf-replacement-{start}"}
        )
        for month, start in {
            2: "january",
            3: "april",
            5: "april",
            6: "september",
            10: "september",
            11: "january",
        }.items()
    },
    # Nobody to speak of.
    "the mentorship has ended": Case(
        mentor_and_colleagues(
            mentor(mentorships=[mentoring("2026-01-05", "2026-01-14")]), [earlier()]
        ),
        ON,
        NOT_MET,
    ),
    "nothing is recorded under the TRN": Case(
        mentor_and_colleagues(nobodys_mentor(known=False)), ON, NOT_MET
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_replacement(case):
    assert found(replacement, case) == case.expected
