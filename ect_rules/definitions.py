"""The documents that rules cite, and the meanings of days and periods that all rules share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen

from ect_rules import dated
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
    """A meaning that rules share. `functions`: where it is put into effect; none if it is not."""

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
        "named by the year in which it begins.",
        (Source("RECT", "app/models/contract_period.rb", Standing.RUN),),
        (dated.contract_period_of,),
    ),
)

NOT_COVERED = {
    "FUND-3 and the chain for contract periods up to 2024": "The rules of the earlier regime. "
    "Everything is judged by the rules for contract periods from 2025.",
    "GATE-E1 to GATE-E12, GATE-M1 to GATE-M8": "Who may be registered. Of these the writes hold to "
    "GATE-E3, GATE-E11, GATE-M4 and the order of starts of GATE-M8 only; no check answers them.",
    "ASSIGN-1 to ASSIGN-7, LEAVE-1 to LEAVE-9": "How the dates of an assignment come about and what "
    "hangs on leaving: the writes do this; it is not a question that a check answers.",
    "DONE-1 to DONE-4": "Completion from declarations. A loss of funding is told to us as such.",
    "EFUND-1 to EFUND-7": "Funding of the ECT's own training.",
    "PAY-1 to PAY-5, UNF-1, UNF-2, REPL-1 to REPL-4": "Payments to providers and grants to schools.",
    "DATA-1 to DATA-4": "Whether a mentor record may be held.",
}
