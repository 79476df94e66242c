"""Decisions as messages."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from attrs import asdict, frozen
from google.protobuf.descriptor import EnumDescriptor

from ect_rules.catalogue import Catalogue
from ect_rules.rule import Decision, Facts, Finding, NextAction, Reason, Rule, Source
from ect_rules.timeline import Outlook
from ect_rules.v1 import check_service_pb2 as checks_pb
from ect_rules.v1 import decisions_pb2 as pb
from ect_rules.wire.messages import KIND_NAMES
from ect_rules.wire.values import day_message
from ect_rules.world import key


@frozen
class Answer:
    """A decision with the facts that it was made of, what it rests on and how long it holds.

    `facts`: the check's view of them on the day. `contract_period`: the one whose rules were used;
    None where all have the same.
    """

    decision: Decision
    facts: Any
    outlook: Outlook
    revision: int
    on: date
    hypothetical: bool
    contract_period: int | None


@frozen
class _Shape:
    """The message of a check, by the check's name, and those of its fields that go by its statuses."""

    message: type[Any]
    statuses: dict[str, int]
    yes_from: str | None


@cache
def _shape(check: str, yes: str) -> _Shape:
    message = getattr(checks_pb, "".join(map(str.capitalize, check.split("_"))) + "Decision")
    fields = message.DESCRIPTOR.fields_by_name
    yes_from = f"{yes.lower()}_from"
    return _Shape(
        message,
        _numbers(fields["status"].enum_type),
        yes_from if yes_from in fields else None,
    )


def status_names(check: str) -> dict[int, str]:
    """The statuses of a check by their numbers, in order, without their enumeration's name."""
    message = getattr(checks_pb, "".join(map(str.capitalize, check.split("_"))) + "Decision")
    numbers = _numbers(message.DESCRIPTOR.fields_by_name["status"].enum_type)
    return {number: name for name, number in numbers.items()}


def decision(answer: Answer, catalogue: Catalogue, view: int) -> Any:
    """The decision message of an answer, of the kind of its check, as fully as `view` asks."""
    made = answer.decision
    linked = catalogue.checks[made.check]
    shape = _shape(made.check, linked.check.yes[0])
    message = shape.message()
    message.CopyFrom(
        _said(catalogue, made.check, made.status, made.reasons, made.warnings, made.findings)
    )
    if made.next_actions:
        message.next_actions.extend(
            _action(a, catalogue.earliest(made.check, a, answer.facts, answer.on))
            for a in made.next_actions
        )
    holds = answer.outlook
    if holds.holds_from is not None:
        message.holds_from.CopyFrom(_day(holds.holds_from))
    if holds.holds_until is not None:
        message.holds_until.CopyFrom(_day(holds.holds_until))
    message.basis.CopyFrom(
        _basis(
            catalogue.fingerprint,
            answer.revision,
            answer.on,
            answer.hypothetical,
            answer.contract_period,
        )
    )
    for name, value in made.details:
        _set(message, name, value)
    if shape.yes_from is not None:
        _set(message, shape.yes_from, holds.yes_from)
    if view == pb.VIEW_FULL:
        reads = catalogue.reads(made, answer.facts, answer.on)
        found = zip(linked.rules, made.findings, reads, strict=True)
        message.findings.extend(_finding(*each) for each in found)
    return message


# What many answers have alike is made once. It is copied into each, and never given away.
_day = lru_cache(maxsize=10_000)(day_message)


@lru_cache(maxsize=1_000)
def _basis(
    rule_set: str, revision: int, on: date, hypothetical: bool, contract_period: int | None
) -> pb.Basis:
    return pb.Basis(
        rule_set=rule_set,
        revision=revision,
        on=day_message(on),
        hypothetical=hypothetical,
        contract_period=contract_period,
    )


@lru_cache(maxsize=10_000)
def _said(
    catalogue: Catalogue,
    check: str,
    status: str,
    reasons: tuple[Reason, ...],
    warnings: tuple[Reason, ...],
    findings: tuple[Finding, ...],
) -> Any:
    shape = _shape(check, catalogue.checks[check].check.yes[0])
    return shape.message(
        status=shape.statuses[status],
        reasons=_reasons(catalogue, check, reasons, findings),
        warnings=_reasons(catalogue, check, warnings, findings),
    )


def _set(message: Any, name: str, value: Any) -> None:
    """Set a field by its name, or leave it where `value` is None.

    The name of a member goes into an enumeration, a day into a date message, and each of a tuple into
    a repeated field: of strings, or of messages that have the fields of an attrs class.
    """
    if value is None:
        return
    field = message.DESCRIPTOR.fields_by_name[name]
    if isinstance(value, date):
        getattr(message, name).CopyFrom(_day(value))
    elif isinstance(value, tuple):
        of_messages = field.message_type is not None
        repeated = getattr(message, name)
        for each in value:
            repeated.add(**asdict(each)) if of_messages else repeated.append(each)
    elif field.enum_type is not None:
        setattr(message, name, _numbers(field.enum_type)[value])
    else:
        setattr(message, name, value)


@cache
def _numbers(enum: EnumDescriptor) -> dict[str, int]:
    """The number of each value of an enumeration, by its name without the enumeration's."""
    prefix = enum.values_by_number[0].name.removesuffix("UNSPECIFIED")
    return {value.name.removeprefix(prefix): value.number for value in enum.values}


def _reasons(
    catalogue: Catalogue, check: str, reasons: tuple[Reason, ...], findings: tuple[Finding, ...]
) -> tuple[pb.Reason, ...]:
    return tuple(
        pb.Reason(
            code=reason_code(reason.code),
            rule_id=_rule_of(catalogue, check, reason, findings),
            words=reason.words,
        )
        for reason in reasons
    )


def _rule_of(
    catalogue: Catalogue, check: str, reason: Reason, findings: tuple[Finding, ...]
) -> str:
    # A rule for some contract periods may give the same code as one for others.
    gave = [
        rule
        for rule, finding in zip(catalogue.checks[check].rules, findings, strict=True)
        if reason in finding.reasons or reason in finding.warnings
    ]
    own = (rule.id for rule in gave if reason in rule.reasons)
    asked = (catalogue.rule_of(name, reason.code) for rule in gave for name in rule.asks)
    return next(filter(None, (*own, *asked)), "")


def reason_code(code: str) -> Any:
    """The ReasonCode of a reason's code. ValueError where the contract has none."""
    return pb.ReasonCode.Value(f"REASON_CODE_{code}")


def action_code(code: str) -> Any:
    """The ActionCode of an action's code. ValueError where the contract has none."""
    return pb.ActionCode.Value(f"ACTION_CODE_{code}")


@lru_cache(maxsize=10_000)
def _action(action: NextAction, earliest: date) -> pb.NextAction:
    return pb.NextAction(
        code=action_code(action.code),
        actor=action.actor,
        words=action.words,
        earliest_change_on=day_message(earliest),
    )


@cache
def source(found: Source) -> pb.Source:
    """The Source message of a source."""
    return pb.Source(
        document=found.document,
        section=found.section,
        standing=pb.Standing.Value(f"STANDING_{found.standing.name}"),
    )


def _finding(rule: Rule, finding: Finding, reads: Facts) -> pb.RuleFinding:
    return pb.RuleFinding(
        rule_id=rule.id,
        sentence=rule.sentence,
        verdict=pb.Verdict.Value(f"VERDICT_{finding.verdict.name}"),
        reasons=[reason_code(r.code) for r in (*finding.reasons, *finding.warnings)],
        because=[reason_code(r.code) for r in finding.because],
        facts=[fact for used in reads for fact in _facts(used)],
        sources=[source(s) for s in rule.sources],
        other_reading=rule.other_reading,
    )


def _facts(used: tuple[Any, ...]) -> list[pb.FactUsed]:
    record, *names = used
    made = []
    for name in names:
        fact = pb.FactUsed(record=KIND_NAMES[type(record)], record_id=key(record)[1], field=name)
        value = getattr(record, name)
        if value is None:
            fact.absent = True
        else:
            fact.value = _text(value)
        made.append(fact)
    return made


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else str(value)
