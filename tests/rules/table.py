"""The rows of a rule's table, and what a rule finds, both in the same plain form."""

from datetime import date
from types import ModuleType
from typing import Any

from attrs import field, frozen

from ect_rules import catalogue
from ect_rules.facts import ContractPeriod, School, Teacher
from ect_rules.rule import Decision, Details, Facts, Finding, Verdict

MET, NOT_MET, NOT_APPLICABLE, CANNOT_TELL = Verdict


@frozen
class Case:
    """What is given, the day, and what the rule must find then. A list that is not given is empty.

    `reads`: the facts that the finding names, such as "the mentorship: started_on"; where None, the
    case does not say.
    """

    given: Any
    on: str
    verdict: Verdict
    reasons: list[str] = field(factory=list)
    warnings: list[str] = field(factory=list, kw_only=True)
    actions: list[str] = field(factory=list, kw_only=True)
    because: list[str] = field(factory=list, kw_only=True)
    details: dict[str, Any] = field(factory=dict, kw_only=True)
    reads: list[str] | None = field(default=None, kw_only=True)

    @property
    def expected(self) -> dict[str, Any]:
        return {
            "verdict": self.verdict,
            "reasons": self.reasons,
            "warnings": self.warnings,
            "actions": self.actions,
            "because": self.because,
            "details": self.details,
            "reads": self.reads,
        }


def found(rule: ModuleType, case: Case) -> dict[str, Any]:
    """What the rule finds for the case, in the form of `case.expected`."""
    finding = decide(rule, case)
    return {
        "verdict": finding.verdict,
        "reasons": [reason.code for reason in finding.reasons],
        "warnings": [warning.code for warning in finding.warnings],
        "actions": [action.code for action in finding.actions],
        "because": [reason.code for reason in finding.because],
        "details": _plain(finding.details + details(rule, case)),
        "reads": None if case.reads is None else [_fact(*fact) for fact in reads(rule, case)],
    }


def decide(rule: ModuleType, case: Case) -> Finding:
    """The rule's finding, with the answers of the checks that it asks."""
    linked = catalogue.load().checks[check_of(rule)]
    last_year = rule.RULE.contract_periods[1]
    regime = linked.regimes[-1 if last_year is None else linked.regime_of(last_year)]
    ready = regime.decides[linked.rules.index(rule.RULE)]
    return ready(case.given, date.fromisoformat(case.on))


def details(rule: ModuleType, case: Case) -> Details:
    """What the rule has to tell of the facts."""
    tell = getattr(rule, "details", None)
    return tell(case.given, date.fromisoformat(case.on)) if tell else ()


def reads(rule: ModuleType, case: Case) -> Facts:
    """The facts that the finding goes by; none where the rule does not apply."""
    if case.verdict is NOT_APPLICABLE:
        return ()
    return rule.reads(case.given, date.fromisoformat(case.on))


def check_of(rule: ModuleType) -> str:
    """The check's name: that of the folder."""
    return rule.__name__.split(".")[-2]


def _plain(details: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in details}


def _fact(record: Any, *fields: str) -> str:
    for name in fields:
        getattr(record, name)  # a finding must not name a field that its record has not
    match record:
        case Teacher():
            who = "the teacher"
        case School():
            who = f"school {record.urn}"
        case ContractPeriod():
            who = f"contract period {record.year}"
        case _:
            who = record.id
    return f"{who}: {', '.join(fields)}"


@frozen
class Answer:
    """A whole decision in plain form. A list that is not given is empty."""

    status: str
    reasons: list[str]
    warnings: list[str] = field(factory=list, kw_only=True)
    actions: list[str] = field(factory=list, kw_only=True)
    details: dict[str, Any] = field(factory=dict, kw_only=True)


def ask(check: str, given: Any, on: str, contract_period: int | None = None) -> Decision:
    return catalogue.load().decide(check, given, date.fromisoformat(on), contract_period)


def answered(check: str, given: Any, on: str, contract_period: int | None = None) -> Answer:
    """What the check answers, in the form of the rows of a table of decisions."""
    decision = ask(check, given, on, contract_period)
    return Answer(
        decision.status,
        [reason.code for reason in decision.reasons],
        warnings=[warning.code for warning in decision.warnings],
        actions=[action.code for action in decision.next_actions],
        details=_plain(decision.details),
    )
