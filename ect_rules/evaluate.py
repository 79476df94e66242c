"""From the findings of a check's rules to its decision: the one place where they are put together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from typing import Any

from attrs import define, field

from ect_rules.rule import (
    IN_DOUBT,
    NOT_APPLICABLE,
    TELL_MISSING_FACTS,
    Check,
    Decide,
    Decision,
    Details,
    Finding,
    Reason,
    Role,
    Rule,
    Verdict,
)

DECISIONS_KEPT = 10_000
Tell = Callable[[Any, date], Details]
ContractPeriodOf = Callable[[Any, date], int]


@define(eq=False)
class Regime:
    """What the rules of a check do for some contract periods.

    `decides`: a function for each rule, in order; None for one that is not in force, which does not
    apply. `details`: the functions of those in force that have something of the facts to tell.
    `in_force`: `decides` without the others. `made`: decisions by the findings of the rules in force.
    There are few; a handful make up nearly all.
    """

    decides: tuple[Decide | None, ...]
    details: tuple[Tell, ...] = ()
    in_force: tuple[Decide, ...] = field(init=False, repr=False)
    made: dict[tuple[Finding, ...], Decision] = field(factory=dict, repr=False)

    def __attrs_post_init__(self) -> None:
        self.in_force = tuple(decide for decide in self.decides if decide is not None)

    def of_all(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings of all rules, from those of the rules in force."""
        found = iter(findings)
        return tuple(NOT_APPLICABLE if decide is None else next(found) for decide in self.decides)


@define(eq=False)
class LinkedCheck:
    """A check with its rules in order of precedence and, for each regime, their functions.

    `regimes`: one more than `first_years`, the contract periods with which each but the first of
    them begins. `contract_period`: from the facts and a day to the contract period whose rules
    apply; None for a check whose rules never depend on it.
    """

    check: Check
    rules: tuple[Rule, ...]
    regimes: tuple[Regime, ...]
    first_years: tuple[int, ...] = ()
    contract_period: ContractPeriodOf | None = None

    def regime_of(self, contract_period: int) -> int:
        """The place of the regime of a contract period in `regimes`."""
        return bisect_right(self.first_years, contract_period)


def link(
    check: Check, rules: tuple[tuple[Rule, Decide], ...], details: tuple[Tell, ...] = ()
) -> LinkedCheck:
    """Join a check and its rules, in order of precedence, OTHERWISE after all that decide or bar."""
    regime = Regime(tuple(decide for _, decide in rules), details)
    return LinkedCheck(check, tuple(rule for rule, _ in rules), (regime,))


def evaluate(
    linked: LinkedCheck, facts: Any, on: date, contract_period: int | None = None
) -> Decision:
    """The decision of a check on the facts of one subject on a day. Pure, and total over facts.

    `contract_period`: the one whose rules apply; None, the one that the facts say. All reasons are
    given, in order of precedence, each once; the first names the status. With no reason at all but a
    bar in doubt, the status is CANNOT_TELL: unknown never becomes a yes.
    """
    if linked.contract_period is None:
        return evaluate_in(linked, -1, facts, on)
    if contract_period is None:
        contract_period = linked.contract_period(facts, on)
    return evaluate_in(linked, bisect_right(linked.first_years, contract_period), facts, on)


def evaluate_in(linked: LinkedCheck, regime: int, facts: Any, on: date) -> Decision:
    """The decision by the rules of one regime, given by its place. As `evaluate`."""
    rules = linked.regimes[regime]
    findings = tuple([decide(facts, on) for decide in rules.in_force])
    decision = rules.made.get(findings)
    if decision is None:
        decision = _decision(linked, rules.of_all(findings))
        if len(rules.made) < DECISIONS_KEPT:
            rules.made[findings] = decision
    if rules.details:
        return _told(decision, tuple([pair for tell in rules.details for pair in tell(facts, on)]))
    return decision


def _told(made: Decision, details: Details) -> Decision:
    return Decision(
        made.check,
        made.status,
        made.reasons,
        made.warnings,
        made.next_actions,
        made.findings,
        made.details + details,
    )


def _decision(linked: LinkedCheck, found: tuple[Finding, ...]) -> Decision:
    reasons: list[Reason] = []
    findings: list[Finding] = []
    in_doubt = stopped = False
    for rule, finding in zip(linked.rules, found, strict=True):
        if stopped or (rule.role is Role.OTHERWISE and (reasons or in_doubt)):
            findings.append(NOT_APPLICABLE)
            continue
        findings.append(finding)
        if finding.verdict is _GIVES_REASON_ON[rule.role]:
            reasons.extend(reason for reason in finding.reasons if reason not in reasons)
            stopped = rule.stops
        elif finding.verdict is Verdict.CANNOT_TELL and rule.role is Role.BARS:
            in_doubt = True
    first = reasons[0] if reasons else IN_DOUBT
    assert first.status is not None, "a warning cannot be a reason"
    # What a rule states can be acted on once the answer is a yes, and not before.
    yes = first.status in linked.check.yes
    actions = [
        action
        for rule, finding in zip(linked.rules, findings, strict=True)
        if yes or rule.role is not Role.STATES
        for action in finding.actions
    ]
    if in_doubt:
        actions.append(TELL_MISSING_FACTS)
    return Decision(
        linked.check.name,
        first.status,
        tuple(reasons) or (IN_DOUBT,),
        tuple(dict.fromkeys(w for finding in findings for w in finding.warnings)),
        tuple(dict.fromkeys(actions)),
        tuple(findings),
        tuple(pair for finding in findings for pair in finding.details),
    )


_GIVES_REASON_ON = {
    Role.DECIDES: Verdict.MET,
    Role.OTHERWISE: Verdict.MET,
    Role.BARS: Verdict.NOT_MET,
    Role.WARNS: None,
    Role.STATES: None,
}
