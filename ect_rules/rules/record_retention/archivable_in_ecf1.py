"""What the earlier service (ECF1) did with mentors of closed cohorts."""

from datetime import date

from ect_rules.completion import is_lost, refundable
from ect_rules.ecf import LAST_CONTRACT_PERIOD
from ect_rules.facts import MentorFacts, PaymentStatus
from ect_rules.rule import (
    CANNOT_TELL,
    MET,
    NOT_APPLICABLE,
    NOT_MET,
    Facts,
    Finding,
    Role,
    Rule,
    Source,
    Standing,
)
from ect_rules.training import contract_period, latest

NOT_PAID = (PaymentStatus.NO_PAYMENT, PaymentStatus.VOIDED)

RULE = Rule(
    id="DATA-5",
    sentence="The earlier service would have archived the mentor: the latest training is for a "
    "contract period up to 2024 whose payments are frozen from any day, funding is not lost, no "
    "declaration is paid, to be paid or to be recovered, and nobody was ever mentored.",
    sources=(Source("ECF1", "app/models/participant_profile/mentor.rb, archivable", Standing.RUN),),
    role=Role.STATES,
    precedence=50,
    other_reading="Its test is whether anybody was ever mentored; DATA-1 and DATA-4 tell now from "
    "before (AMB-9).",
)


def decide(facts: MentorFacts, on: date) -> Finding:
    """Cannot tell where nothing but the contract period speaks against it, and it is not told."""
    training = latest(facts.training)
    if training is None or contract_period(training) > LAST_CONTRACT_PERIOD:
        return NOT_APPLICABLE
    used = any(d.payment_status not in NOT_PAID or refundable(d) for d in facts.declarations)
    if facts.mentorships or is_lost(facts) or used:
        return NOT_MET
    if facts.training_year is None:
        return CANNOT_TELL
    return NOT_MET if facts.training_year.payments_frozen_at is None else MET


def reads(facts: MentorFacts, on: date) -> Facts:
    """The contract period, the mentorships and the declarations."""
    year = facts.training_year
    return (
        (latest(facts.training), "contract_period", "started_on"),
        *(((year, "payments_frozen_at"),) if year else ()),
        *((link.period, "started_on") for link in facts.mentorships),
        *((d, "payment_status", "clawback_status") for d in facts.declarations),
    )
