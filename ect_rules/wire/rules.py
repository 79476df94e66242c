"""The catalogue as a message."""

from __future__ import annotations

from ect_rules.catalogue import Catalogue
from ect_rules.definitions import DEFINITIONS, DOCUMENTS
from ect_rules.evaluate import LinkedCheck
from ect_rules.rule import Rule
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.wire.decisions import action_code, reason_code, source
from ect_rules.wire.values import day_message


def explained(catalogue: Catalogue, check: str = "") -> pb.ExplainRulesResponse:
    """Every check, or the one of that name. KeyError if there is none of that name."""
    linked = [catalogue.checks[check]] if check else catalogue.checks.values()
    return pb.ExplainRulesResponse(
        rule_set=catalogue.fingerprint,
        checks=[_check(c) for c in linked],
        documents=[pb.Document(key=key, title=title) for key, title in DOCUMENTS.items()],
        definitions=[
            pb.Definition(
                definition_id=d.id, sentence=d.sentence, sources=[source(s) for s in d.sources]
            )
            for d in DEFINITIONS
        ],
    )


def _check(linked: LinkedCheck) -> pb.ExplainedCheck:
    return pb.ExplainedCheck(
        name=linked.check.name,
        question=linked.check.question,
        subject=linked.check.subject,
        statuses=linked.check.statuses,
        rules=[_rule(rule) for rule in linked.rules],
    )


def _rule(rule: Rule) -> pb.ExplainedRule:
    first, last = rule.contract_periods
    return pb.ExplainedRule(
        rule_id=rule.id,
        sentence=rule.sentence,
        role=pb.Role.Value(f"ROLE_{rule.role.name}"),
        reasons=[
            pb.ExplainedReason(code=reason_code(r.code), status=r.status or "", words=r.words)
            for r in rule.reasons
        ],
        asks=rule.asks,
        first_contract_period=first,
        last_contract_period=last,
        in_force_from=day_message(rule.in_force_from),
        sources=[source(s) for s in rule.sources],
        other_reading=rule.other_reading,
        actions=[
            pb.ExplainedAction(code=action_code(a.code), actor=a.actor, words=a.words)
            for a in rule.actions
        ],
        covers=rule.covers,
    )
