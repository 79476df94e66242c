"""Cedar: one policy for each finding of each rule, and the diagnostics read.

A policy permits where its rule has its finding. A single request is answered with all the policies
that apply, which are the findings. Cedar has no loops over records, so that the periods of a mentor
are numbered attributes (s0, s1 for schools, m0, m1 for mentorships, t0, t1 for training), and a
condition on any of them is written out for every number that occurs.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import cedarpy

from bench.decision.answer import RULES, Answer
from bench.decision.document import day_number, document
from bench.decision.peer import named
from ect_rules.facts import MentorFacts
from ect_rules.gias import ELIGIBLE_TYPES, INDEPENDENT_TYPES, OTHER_INELIGIBLE_TYPES
from ect_rules.gias import OUTSIDE_ENGLAND_TYPES as OUTSIDE

NAME = named("Cedar", "cedarpy")
HOW = (
    "policies parsed beforehand, and the entities too; one request for all findings, its principal "
    "given by type and id, which is quicker than in Cedar's own syntax"
)
MOST = {"s": 2, "m": 11, "t": 2}  # so many of each occur; the fewer, the quicker
REASONS = {
    "registered": ("NOT_A_MENTOR", "NOT_REGISTERED"),
    "not_prohibited": ("PROHIBITED_FROM_TEACHING", "NOT_ELIGIBLE"),
    "not_trained_in_early_roll_out": ("TRAINED_IN_EARLY_ROLL_OUT", "NOT_ELIGIBLE"),
    "training_not_completed": ("TRAINING_COMPLETED", "NOT_ELIGIBLE"),
    "training_not_abandoned": ("TRAINING_STARTED_NOT_COMPLETED", "NOT_ELIGIBLE"),
    "ect_assigned": ("NO_ECT_ASSIGNED", "NOT_YET_ELIGIBLE"),
    "assignment_started": ("ASSIGNMENT_NOT_STARTED", "NOT_YET_ELIGIBLE"),
    "at_a_school": ("NOT_AT_A_SCHOOL", "NOT_ELIGIBLE"),
    "at_an_eligible_school": ("SCHOOL_NOT_ELIGIBLE", "NOT_ELIGIBLE"),
    "provider_led_ect": ("NO_PROVIDER_LED_ECT", "NOT_ELIGIBLE"),
}
# What a rule has found where none of its policies applies; met, if it is not here.
WITHOUT_POLICY = {"trn_known": "not met", "provider_led_ect": "not met"}


def policies() -> list[tuple[str, str, str]]:
    """Rule, finding and condition. Where two of one rule apply, the later one is the finding."""

    def any_of(letter: str, condition: str) -> str:
        names = [f"{letter}{i}" for i in range(MOST[letter])]
        each = (f"(principal has {n} && {condition.replace('$', f'principal.{n}')})" for n in names)
        return f"({' || '.join(each)})"

    def school_now(condition: str) -> str:
        return any_of("s", f"$.to >= context.on && {condition}")

    def link_now(condition: str) -> str:
        return any_of("m", f"$.to >= context.on && {condition}")

    def link_that_counts(condition: str) -> str:
        begun = "($.from <= context.on || context.on < principal.m0.from)"
        return any_of("m", f"{begun} && {condition}")

    def of_type(types: frozenset[str]) -> str:
        return f"{json.dumps(sorted(types))}.contains($.type)"

    def lost_funding(reason: str) -> str:
        return f'principal has lost_funding && principal.lost_funding == "{reason}"'

    independent = f"($ has type && {of_type(INDEPENDENT_TYPES)})"
    closed = '($ has status && ["closed", "proposed_to_open"].contains($.status))'
    never = f"($ has type && {of_type(OUTSIDE | OTHER_INELIGIBLE_TYPES)})"
    not_approved = f"($ has section_41 && !$.section_41 && {independent})"
    known_type = f"($ has type && {of_type(ELIGIBLE_TYPES)})"
    barred = f"({closed} || {never} || {not_approved})"
    told = f"($ has status && ({known_type} || ({independent} && $ has section_41)))"
    school_eligible = f"($.marked_as_eligible || ({told} && !{barred}))"
    school_in_doubt = f"(!$.marked_as_eligible && !{told} && !{barred})"
    provider_led = " || ".join(
        f'($ has t{i} && $.t{i}.programme == "provider_led" '
        f"&& $.t{i}.to >= $.from && $.to >= $.t{i}.from)"
        for i in range(MOST["t"])
    )
    goes_on = '$ has ect_status && !["Passed", "Failed"].contains($.ect_status)'
    return [
        ("trn_known", "met", "!principal.known"),
        ("registered", "not met", "!(principal has s0)"),
        ("not_prohibited", "cannot tell", "!(principal has prohibited)"),
        ("not_prohibited", "not met", "principal has prohibited && principal.prohibited"),
        (
            "not_trained_in_early_roll_out",
            "not met",
            lost_funding("completed_during_early_roll_out"),
        ),
        ("training_not_completed", "not met", lost_funding("completed_declaration_received")),
        ("training_not_abandoned", "not met", lost_funding("started_not_completed")),
        ("training_not_abandoned", "not applicable", "context.on < 20240731"),
        ("ect_assigned", "not met", "!(principal has m0)"),
        ("ect_assigned", "not applicable", "!(principal has s0)"),
        ("assignment_started", "not met", "principal has m0 && context.on < principal.m0.from"),
        ("assignment_started", "not applicable", "!(principal has m0)"),
        ("at_a_school", "not met", f"!{school_now('true')}"),
        ("at_a_school", "not applicable", "!(principal has s0)"),
        ("at_an_eligible_school", "not met", f"!{school_now(school_eligible)}"),
        ("at_an_eligible_school", "cannot tell", school_now(school_in_doubt)),
        ("at_an_eligible_school", "met", school_now(school_eligible)),
        ("at_an_eligible_school", "not applicable", f"!{school_now('true')}"),
        ("provider_led_ect", "cannot tell", link_that_counts("!($ has t0)")),
        ("provider_led_ect", "met", link_that_counts(f"({provider_led})")),
        ("provider_led_ect", "not applicable", "!(principal has m0)"),
        ("assigned_ect_concluded", "cannot tell", link_now("!($ has ect_status)")),
        ("assigned_ect_concluded", "not met", link_now(f"({goes_on})")),
        ("assigned_ect_concluded", "not applicable", f"!{link_now('true')}"),
    ]


class Engine:
    def __init__(self) -> None:
        self.policies = policies()
        text = (f"permit(principal, action, resource) when {{ {c} }};" for _, _, c in self.policies)
        self.policy_set = cedarpy.PolicySet.from_str("\n".join(text))

    def prepare(self, facts: MentorFacts, on: date) -> tuple[dict[str, Any], Any]:
        mentor = {"type": "Mentor", "id": facts.trn}
        entity = {"uid": mentor, "attrs": attributes(document(facts)), "parents": []}
        request = {
            "principal": mentor,
            "action": {"type": "Action", "id": "check"},
            "resource": {"type": "Check", "id": "mentor_funding"},
            "context": json.dumps({"on": day_number(on)}),
        }
        return request, cedarpy.Entities.from_json_str(json.dumps([entity]))

    def decide(self, prepared: tuple[dict[str, Any], Any]) -> Any:
        request, entities = prepared
        return cedarpy.is_authorized(request, self.policy_set, entities).diagnostics

    def answer(self, decided: Any) -> Answer:
        assert not decided.errors, decided.errors
        applying = sorted(int(name.removeprefix("policy")) for name in decided.reasons)
        found = {self.policies[i][0]: self.policies[i][1] for i in applying}
        if "trn_known" in found:
            others = ("not applicable",) * (len(RULES) - 1)
            return Answer("NOT_KNOWN", ("TRN_NOT_KNOWN",), ("met", *others))
        findings = {rule: found.get(rule, WITHOUT_POLICY.get(rule, "met")) for rule in RULES}
        raised = [REASONS[rule] for rule in REASONS if findings[rule] == "not met"]
        if not raised and "cannot tell" in {findings[rule] for rule in REASONS}:
            raised = [("CANNOT_TELL", "CANNOT_TELL")]
        if raised:
            findings["eligible"] = "not applicable"
        status = raised[0][1] if raised else "ELIGIBLE"
        reasons = tuple(code for code, _ in raised) or ("ELIGIBLE",)
        return Answer(status, reasons, tuple(findings.values()))


def attributes(mentor: dict[str, Any]) -> dict[str, Any]:
    """The document of a mentor as Cedar's attributes: no null, and numbers instead of lists."""
    teacher = mentor["teacher"] or {}
    schools = ({"to": at["to"], **at["school"]} for at in mentor["at_schools"])
    links = (
        {**{k: v for k, v in link.items() if k != "training"}, **_numbered("t", link["training"])}
        for link in mentor["mentorships"]
    )
    return {
        "known": mentor["teacher"] is not None,
        **_told(teacher),
        **_numbered("s", schools),
        **_numbered("m", links),
    }


def _numbered(letter: str, records: Any) -> dict[str, Any]:
    numbered = {f"{letter}{i}": _told(record) for i, record in enumerate(records)}
    assert len(numbered) <= MOST[letter], f"more periods than the policies have numbers: {letter}"
    return numbered


def _told(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if value is not None}
