"""REPL-3: what is different for a replacement mentor."""

from datetime import date

from ect_rules.ecf import LAST_CONTRACT_PERIOD
from ect_rules.facts import MentorKindFacts
from ect_rules.kinds import replacement
from ect_rules.rule import NOT_APPLICABLE, Facts, Finding, Reason, Role, Rule, Source, Verdict
from ect_rules.training import judged_by

NOT_IN_TARGETS = Reason(
    "NOT_IN_TARGETS", None, "The mentor is funded, and does not count to the provider's targets."
)
NO_UPLIFT = Reason("NO_UPLIFT", None, "No uplift is paid for the mentor.")

RULE = Rule(
    id="REPL-3",
    sentence="A replacement mentor is funded, does not count to the provider's targets, and for "
    "contract periods up to 2024 had no uplift. Before 2024-25 the school got an instalment of the "
    "grant for one only if the mentor who was replaced had not.",
    sources=(
        Source("RECT", "guidance for lead providers, glossary.md"),
        Source("RECT", "guidance for lead providers, update_participant_data.md: the first ECT"),
        Source("RECT", "documentation/service-rules/ecf1/grant-funding-summary.md"),
    ),
    role=Role.WARNS,
    precedence=70,
    reasons=(NOT_IN_TARGETS, NO_UPLIFT),
    other_reading="RECT's code does not ask whether the mentor had another ECT; its guidance does, "
    "and we follow it (REPL-1). Replacement is the first of the kinds because it brings new "
    "funding. From 2025 no mentor has an uplift (PAY-4), so there is nothing to warn of.",
)

WARNED = Finding(Verdict.MET, warnings=(NOT_IN_TARGETS,))
WITHOUT_UPLIFT = Finding(Verdict.MET, warnings=RULE.reasons)


def decide(facts: MentorKindFacts, on: date) -> Finding:
    """By the contract period of the mentor's latest training, or else of the ECT's."""
    if not replacement(facts, on):
        return NOT_APPLICABLE
    year = judged_by(facts.mentor.training, facts.mentor.mentorships, on)
    return WITHOUT_UPLIFT if year <= LAST_CONTRACT_PERIOD else WARNED


def reads(facts: MentorKindFacts, on: date) -> Facts:
    """The mentor's training; without any, that of the ECTs."""
    links = facts.mentor.mentorships
    training = facts.mentor.training or [t for link in links for t in link.ect_training]
    return tuple((t, "contract_period", "started_on") for t in training)
