"""Decisions as messages."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any

from attrs import frozen

from ect_rules.catalogue import Catalogue
from ect_rules.facts import School, Teacher
from ect_rules.rule import Decision, Facts, Finding, NextAction, Reason, Rule, Source
from ect_rules.timeline import Outlook
from ect_rules.v1 import check_service_pb2 as checks_pb
from ect_rules.v1 import decisions_pb2 as pb
from ect_rules.wire.messages import KIND_NAMES
from ect_rules.wire.values import day_message


@frozen
class Answer:
    """A decision with what it rests on and how long it holds.

    `reads`: for the full view, the facts that each finding goes by.
    """

    decision: Decision
    outlook: Outlook
    revision: int
    on: date
    hypothetical: bool
    reads: tuple[Facts, ...] = ()


@frozen
class _Shape:
    message: type[Any]
    statuses: Any
    prefix: str
    says_from: bool


_SHAPES = {
    "registration": _Shape(
        checks_pb.RegistrationDecision,
        checks_pb.RegistrationStatus,
        "REGISTRATION_STATUS",
        False,
    ),
    "mentor_funding": _Shape(
        checks_pb.MentorFundingDecision,
        checks_pb.MentorFundingStatus,
        "MENTOR_FUNDING_STATUS",
        True,
    ),
    "mentor_training": _Shape(
        checks_pb.MentorTrainingDecision,
        checks_pb.MentorTrainingStatus,
        "MENTOR_TRAINING_STATUS",
        True,
    ),
    "school_eligibility": _Shape(
        checks_pb.SchoolEligibilityDecision,
        checks_pb.SchoolEligibilityStatus,
        "SCHOOL_ELIGIBILITY_STATUS",
        False,
    ),
}


def decision(answer: Answer, catalogue: Catalogue, view: int) -> Any:
    """The decision message of an answer, of the kind of its check, as fully as `view` asks."""
    made = answer.decision
    shape = _SHAPES[made.check]
    message = shape.message(
        status=shape.statuses.Value(f"{shape.prefix}_{made.status}"),
        reasons=[_reason(catalogue, made.check, r) for r in made.reasons],
        warnings=[_reason(catalogue, made.check, r) for r in made.warnings],
        next_actions=[_action(a) for a in made.next_actions],
        holds_from=day_message(answer.outlook.holds_from),
        holds_until=day_message(answer.outlook.holds_until),
        basis=pb.Basis(
            rule_set=catalogue.fingerprint,
            revision=answer.revision,
            on=day_message(answer.on),
            hypothetical=answer.hypothetical,
        ),
    )
    if shape.says_from and answer.outlook.yes_from is not None:
        message.eligible_from.CopyFrom(day_message(answer.outlook.yes_from))
    for name, value in made.details:
        _set(message, name, value)
    if view == pb.VIEW_FULL:
        rules = catalogue.checks[made.check].rules
        found = zip(rules, made.findings, answer.reads, strict=True)
        message.findings.extend(_finding(*each) for each in found)
    return message


def _set(message: Any, name: str, value: Any) -> None:
    if value is None:
        return
    if isinstance(value, date):
        getattr(message, name).CopyFrom(day_message(value))
    elif name == "state":
        message.state = checks_pb.TrainingState.Value(f"TRAINING_STATE_{value}")
    else:
        setattr(message, name, value)


@cache
def _reason(catalogue: Catalogue, check: str, reason: Reason) -> pb.Reason:
    return pb.Reason(
        code=reason_code(reason.code),
        rule_id=catalogue.rule_of(check, reason.code),
        words=reason.words,
    )


def reason_code(code: str) -> Any:
    """The ReasonCode of a reason's code. ValueError where the contract has none."""
    return pb.ReasonCode.Value(f"REASON_CODE_{code}")


@cache
def _action(action: NextAction) -> pb.NextAction:
    return pb.NextAction(
        code=pb.ActionCode.Value(f"ACTION_CODE_{action.code}"),
        actor=action.actor,
        words=action.words,
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
        fact = pb.FactUsed(record=KIND_NAMES[type(record)], record_id=_identity(record), field=name)
        value = getattr(record, name)
        if value is None:
            fact.absent = True
        else:
            fact.value = _text(value)
        made.append(fact)
    return made


def _identity(record: Any) -> str:
    if isinstance(record, Teacher):
        return record.trn
    return record.urn if isinstance(record, School) else str(record.id)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else str(value)
