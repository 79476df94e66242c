"""The documents that rules cite, and the meanings of days and periods that all rules share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen

from ect_rules import changes, completion, dated, integrity, registering
from ect_rules.rule import Source, Standing

DOCUMENTS = {
    "RECT": "Register early career teachers, the DfE service's code and service rules "
    "(DFE-Digital/register-early-career-teachers-public, commit 0fe31d1, 21 August 2026)",
    "ECF1": "Manage training for early career teachers, the service before it "
    "(DFE-Digital/early-careers-framework, commit 8d84d7d, 13 March 2026)",
    "DH": "The team's design history (DFE-Digital/teacher-cpd-design-history, commit b8665e4)",
    "GOV": "Guidance on GOV.UK",
    "STATUTORY": "Induction for early career teachers (England), statutory guidance",
    "ISSUE-620": "DfE issue 620, as repeated by a mirror",
    "OURS": "A choice of ect_rules, where the sources leave a gap or disagree",
}


@frozen
class Definition:
    """A meaning that rules share, or what a journey does.

    `functions`: where it is put into effect; none if it is not.
    """

    id: str
    sentence: str
    sources: tuple[Source, ...]
    functions: tuple[Callable[..., Any], ...]


DEFINITIONS = (
    Definition(
        "DATE-1",
        "A period covers its first day and its last day. Without a last day it is open ended. "
        "One day is a period; ending before starting is not.",
        (
            Source("RECT", "db/schema.rb, generated ranges closed at both ends", Standing.RUN),
            Source("RECT", "app/models/concerns/interval.rb:86-90", Standing.RUN),
        ),
        (dated.covers, dated.ends_before_start, dated.ended, dated.shares_a_day, dated.inside),
    ),
    Definition(
        "DATE-2",
        "The current or next period is the one that starts first among those that cover the day "
        "or start after it.",
        (Source("RECT", "app/models/concerns/interval.rb:46-48"),),
        (dated.current_or_next,),
    ),
    Definition(
        "DATE-3",
        "Leaving holds while the last day is the day asked about or later; a period without a last "
        "day is not leaving.",
        (Source("RECT", "app/models/concerns/interval.rb:92-94"),),
        (dated.leaving,),
    ),
    Definition(
        "DATE-4",
        "Unfinished means without a last day, whenever the period starts.",
        (Source("RECT", "app/models/concerns/interval.rb:10"),),
        (dated.unfinished,),
    ),
    Definition(
        "DATE-5",
        "Instants are compared as calendar days in Europe/London.",
        (Source("RECT", "config/application.rb, time zone", Standing.RUN),),
        (dated.london_day,),
    ),
    Definition(
        "DATE-6",
        "The earlier service compared instants, not days: a record ended the moment its timestamp "
        "passed. Not in effect for contract periods from 2025, which follow DATE-5.",
        (Source("ECF1", "app/models/induction_record.rb:46-61", Standing.RUN),),
        (),
    ),
    Definition(
        "DATE-7",
        "The contract period of a day is the one that covers it: 1 June to 31 May, both included, "
        "named by the year in which it begins. A rule in force for some contract periods goes, for a "
        "mentor, by that of the latest training; without any, by that of the training of the ECT "
        "assigned last; without any, by that of the day. For an ECT it goes by that of the latest "
        "training, or else of the day; for a registration by the one chosen (GATE-E18, GATE-M12). A "
        "school that is asked about by itself goes by the day; one on which another answer rests, by the "
        "rules of that answer.",
        (Source("RECT", "app/models/contract_period.rb", Standing.RUN),),
        (dated.contract_period_of, dated.first_day_of),
    ),
)

_ASSIGN = Source("RECT", "app/services/schools/assign_mentor.rb", Standing.RUN)
_DATES = Source("RECT", "mentor_assignment/mentorship_periods/dates_resolver.rb", Standing.RUN)
_ECT_LEAVES = Source("RECT", "app/services/ect_at_school_periods/finish.rb", Standing.RUN)
_MENTOR_LEAVES = Source("RECT", "app/services/mentor_at_school_periods/finish.rb", Standing.RUN)

JOURNEYS = (
    Definition(
        "ASSIGN-1",
        "A new mentorship starts on the latest of the ECT's start at the school, the mentor's start "
        "there, and the day of the write.",
        (_DATES,),
        (changes.proposed_days,),
    ),
    Definition(
        "ASSIGN-2",
        "The day of the write is left out only where the mentor moves from another school to mentor "
        "here only, and the ECT-at-school period has had no mentorship at all.",
        (_DATES,),
        (changes.proposed_days,),
    ),
    Definition(
        "ASSIGN-3",
        "A new mentorship ends on the earlier of the two last days at the school; without either it is "
        "open ended.",
        (_DATES,),
        (changes.proposed_days,),
    ),
    Definition(
        "ASSIGN-4",
        "The current or next mentorship of the ECT ends the day before the new start where it starts "
        "before that; otherwise it is withdrawn.",
        (_ASSIGN,),
        (changes.make_way,),
    ),
    Definition(
        "ASSIGN-5",
        "No other mentorship of the ECT is touched. A later one can still stand in the way, and then "
        "all is refused.",
        (_ASSIGN,),
        (changes.make_way,),
    ),
    Definition(
        "ASSIGN-6",
        "An assignment is made wholly or not at all.",
        (_ASSIGN,),
        (changes.assign,),
    ),
    Definition(
        "ASSIGN-7",
        "In the earlier service a mentor could not be removed without another being named. Not in "
        "effect: a mentorship may be ended by itself, and the registration is then incomplete.",
        (Source("ECF1", "service rules, school admins"),),
        (),
    ),
    Definition(
        "LEAVE-1",
        "Mentorships and training of the period at the school that start on the last day or after it "
        "are withdrawn.",
        (_ECT_LEAVES, _MENTOR_LEAVES),
        (changes.leave,),
    ),
    Definition(
        "LEAVE-2",
        "The mentorship and the training that go past the last day end on it.",
        (_ECT_LEAVES, _MENTOR_LEAVES),
        (changes.leave,),
    ),
    Definition(
        "LEAVE-3",
        "Mentorships and training that ended before the last day stay as they are.",
        (_ECT_LEAVES, _MENTOR_LEAVES),
        (changes.leave,),
    ),
    Definition(
        "LEAVE-4",
        "The period at the school ends on the last day. One that ends on that day or before it keeps "
        "its end, and only who reported is written.",
        (_ECT_LEAVES, _MENTOR_LEAVES),
        (changes.leave,),
    ),
    Definition(
        "LEAVE-5",
        "Where a mentor leaves, each of the mentorships ends on the earlier of that day and the ECT's "
        "own last day at the school.",
        (_MENTOR_LEAVES,),
        (changes.leave,),
    ),
    Definition(
        "LEAVE-6",
        "Who reported is kept only where a school reports. An end that a new school brings about "
        "names nobody.",
        (_ECT_LEAVES, _MENTOR_LEAVES),
        (changes.leave, changes.move),
    ),
    Definition(
        "LEAVE-7",
        "The last day that is reported is two days or more after the start at the school and of "
        "training there that has begun, and not more than four months ahead.",
        (
            Source("RECT", "lib/schools/validation/period_boundary.rb", Standing.RUN),
            Source("RECT", "lib/schools/validation/leaving_date.rb", Standing.RUN),
        ),
        (changes.report_leaving, registering.soon_after_start, registering.far_ahead),
    ),
    Definition(
        "LEAVE-8",
        "Registering an ECT elsewhere ends the period before on the day before, with all that hangs "
        "on it; so does registering a mentor who is to mentor at the new school only.",
        (
            Source("RECT", "app/services/schools/register_ect.rb", Standing.RUN),
            Source("RECT", "app/services/schools/register_mentor.rb", Standing.RUN),
        ),
        (changes.move, changes.register_ect, changes.register_mentor),
    ),
    Definition(
        "LEAVE-9",
        "The registrations of the ECTs of a mentor who leaves are incomplete from the day after.",
        (_MENTOR_LEAVES,),
        (changes.left_without_mentor,),
    ),
)

DECLARATIONS = (
    Definition(
        "PAY-2",
        "A declaration about a mentor's training for a contract period from 2025 is of type started or "
        "completed. Another is refused.",
        (Source("RECT", "app/models/declaration.rb:235-242", Standing.RUN),),
        (integrity.together,),
    ),
    Definition(
        "PAY-3",
        "One declaration of a type counts for a person as an ECT, and one for the same person as a "
        "mentor. A second is refused.",
        (Source("RECT", "app/models/declaration.rb"),),
        (integrity.together,),
    ),
    Definition(
        "PAY-5",
        "A declaration counts while it is not voided and no clawback of it awaits or is done (DONE-2). "
        "It is billable while it is eligible, payable or paid, and refundable once a clawback awaits or "
        "is done.",
        (Source("RECT", "app/models/declaration.rb, states", Standing.RUN),),
        (completion.counts, completion.billable, completion.refundable),
    ),
)


@frozen
class NotCovered:
    """Something of the policy that no rule here puts into effect, and why. `ids`: its rows, if any."""

    ids: tuple[str, ...]
    what: str
    why: str


NOT_COVERED = (
    NotCovered(
        ("PAY-4",),
        "Fees: from 2025 all payments for mentors are output fees, without service fee or uplift.",
        "It is about amounts of money, which are not kept or worked out here.",
    ),
    NotCovered(
        ("GRANT-time-off",),
        "The grant for the second year's time off timetable: 5 % of the ECT's time and 20 hours of the "
        "mentor's, paid after year 2 to the school where the ECT served it, whoever leads the training.",
        "It needs the share of each school in the second year of induction, and terms served part time; "
        "induction periods as they are told to us hold neither.",
    ),
    NotCovered(
        (),
        "What a completed declaration does to training periods. RECT ends the latest training with that "
        "provider (DONE-3), and starts training anew once no declaration counts (DONE-4).",
        "Training is recorded as it was. The loss of funding follows from the declarations; no period "
        "is ended or begun by itself.",
    ),
    NotCovered(
        (),
        "What must be supplied to register somebody, and its formats: name, date of birth, National "
        "Insurance number, e-mail address, working pattern.",
        "None of it is kept here. Whether the identity is confirmed (GATE-E2, GATE-M3) and the address "
        "is in use (GATE-E8, GATE-M6) is told by the school that asks.",
    ),
    NotCovered(
        (),
        "Whether an appropriate body is active, linked to a sign-in organisation.",
        "Appropriate bodies are not kept here; their type is told by the school that asks.",
    ),
    NotCovered(
        (),
        "Labels of the earlier service that only name what is shown: its mentoring state, its funding "
        "display state, and the participant status shown to providers.",
        "They decide nothing, and the facts behind them can be asked for.",
    ),
    NotCovered(
        (),
        "Moving people of closed cohorts, and the exceptions made by hand for mentors who started and "
        "did not complete.",
        "People decide these outside the service; what they decided is told to us.",
    ),
    NotCovered(
        (),
        "How long a record may be kept, in years.",
        "No source gives a period.",
    ),
)
