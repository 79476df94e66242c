"""From the findings of a check's rules to its decision: the one place where they are put together."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import frozen

from ect_rules.rule import (
    CANNOT_TELL,
    NOT_APPLICABLE,
    TELL_MISSING_FACTS,
    Check,
    Decide,
    Decision,
    Finding,
    Reason,
    Role,
    Rule,
    Verdict,
)


@frozen
class LinkedCheck:
    """A check with its rules in order of precedence, each with its function ready to call.

    `steps`: for each rule, the function, the verdict on which it gives its reasons (None for a rule
    that gives none), and the rule.
    """

    check: Check
    rules: tuple[Rule, ...]
    steps: tuple[tuple[Decide, Verdict | None, Rule], ...]


_GIVES_REASON_ON = {
    Role.DECIDES: Verdict.MET,
    Role.OTHERWISE: Verdict.MET,
    Role.BARS: Verdict.NOT_MET,
    Role.WARNS: None,
    Role.STATES: None,
}


# A member looked up on its class each time would cost more than the rest of a step.
_OTHERWISE, _BARS, _CANNOT_TELL = Role.OTHERWISE, Role.BARS, Verdict.CANNOT_TELL


def link(check: Check, rules: tuple[tuple[Rule, Decide], ...]) -> LinkedCheck:
    """Join a check and its rules, in order of precedence, OTHERWISE after all that decide or bar."""
    steps = tuple((decide, _GIVES_REASON_ON[rule.role], rule) for rule, decide in rules)
    return LinkedCheck(check, tuple(rule for rule, _ in rules), steps)


def evaluate(linked: LinkedCheck, facts: Any, on: date) -> Decision:
    """The decision of a check on the facts of one subject on a day. Pure, and total over facts.

    All reasons are given, in order of precedence, each once; the first names the status. With no
    reason at all but a bar in doubt, the status is CANNOT_TELL: unknown never becomes a yes.
    """
    findings: list[Finding] = []
    reasons: list[Reason] = []
    extras: list[Finding] = []
    in_doubt = stopped = False
    for decide, reason_on, rule in linked.steps:
        role = rule.role
        if stopped or (role is _OTHERWISE and (reasons or in_doubt)):
            findings.append(NOT_APPLICABLE)
            continue
        finding = decide(facts, on)
        findings.append(finding)
        verdict, given, _, actions, _, warnings, details = finding
        if verdict is reason_on:
            for reason in given:
                if reason not in reasons:
                    reasons.append(reason)
            stopped = rule.stops
        elif verdict is _CANNOT_TELL and role is _BARS:
            in_doubt = True
        if actions or warnings or details:
            extras.append(finding)
    if not reasons:
        reasons.append(CANNOT_TELL)
    return _decision(linked, tuple(reasons), tuple(findings), extras, in_doubt)


def _decision(
    linked: LinkedCheck,
    reasons: tuple[Reason, ...],
    findings: tuple[Finding, ...],
    extras: list[Finding],
    in_doubt: bool,
) -> Decision:
    status = reasons[0].status
    assert status is not None, "a warning cannot be a reason"
    if not extras and not in_doubt:
        return Decision(linked.check.name, status, reasons, (), (), findings, ())
    actions = [action for finding in extras for action in finding.actions]
    if in_doubt:
        actions.append(TELL_MISSING_FACTS)
    return Decision(
        linked.check.name,
        status,
        reasons,
        tuple(dict.fromkeys(w for finding in extras for w in finding.warnings)),
        tuple(dict.fromkeys(actions)),
        findings,
        tuple(pair for finding in extras for pair in finding.details),
    )
