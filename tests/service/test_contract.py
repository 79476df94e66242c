"""The contract and the catalogue say the same, and the standard services are there."""

import grpc
import grpc_testing
import pytest
from google.protobuf import descriptor_pool
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import (
    ProtoReflectionDescriptorDatabase,
)

from ect_rules.catalogue import load
from ect_rules.rule import IN_DOUBT, TELL_MISSING_FACTS, Role, Standing, Verdict
from ect_rules.servicers.answers import Answers
from ect_rules.servicers.check_service import CheckService
from ect_rules.store.store import Store
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import decisions_pb2
from tests.service.conftest import TODAY
from tests.service.talking import Talk, refused

CATALOGUE = load()
RULES = [rule for check in CATALOGUE.checks.values() for rule in check.rules]
OF_WRITES = {"ENDS_AFTER_LAST_DAY", "LEAVING_TOO_EARLY", "LEAVING_TOO_FAR"}
SERVICE = pb.DESCRIPTOR.services_by_name["CheckService"]


def values(enum: object, prefix: str) -> set[str]:
    names = {name.removeprefix(f"{prefix}_") for name, _ in enum.items()}  # type: ignore[attr-defined]
    return names - {"UNSPECIFIED"}


def test_every_reason_has_a_code_and_every_code_a_reason() -> None:
    given = {reason.code for rule in RULES for reason in rule.reasons} | {IN_DOUBT.code}
    assert values(decisions_pb2.ReasonCode, "REASON_CODE") == given | OF_WRITES


def test_every_action_has_a_code_and_every_code_an_action() -> None:
    named = {action.code for rule in RULES for action in rule.actions} | {TELL_MISSING_FACTS.code}
    assert values(decisions_pb2.ActionCode, "ACTION_CODE") == named


def camel(check: str) -> str:
    return "".join(part.capitalize() for part in check.split("_"))


@pytest.mark.parametrize("check", CATALOGUE.checks)
def test_every_check_can_be_asked_and_every_status_is_in_the_contract(check: str) -> None:
    name = camel(check)
    response = SERVICE.methods_by_name[f"Check{name}"].output_type
    assert response.fields_by_name["decision"].message_type.name == f"{name}Decision"
    statuses = values(getattr(pb, f"{name}Status"), f"{check.upper()}_STATUS")
    assert statuses == set(CATALOGUE.checks[check].check.statuses)


def test_every_method_that_checks_has_its_check() -> None:
    methods = {name for name in SERVICE.methods_by_name if name.startswith("Check")}
    assert methods == {f"Check{camel(check)}" for check in CATALOGUE.checks}


def test_a_timeline_is_there_for_every_check_that_asks_about_what_is_recorded() -> None:
    proposed = {"ect_registrable", "mentor_registrable", "mentor_assignable"}
    for message, oneof in ((pb.GetTimelineRequest, "question"), (pb.Stretch, "decision")):
        fields = message.DESCRIPTOR.oneofs_by_name[oneof].fields
        assert {f.name for f in fields} == set(CATALOGUE.checks) - proposed


def test_a_batch_takes_every_check() -> None:
    for message, oneof, more in (
        (pb.CheckItem, "question", set()),
        (pb.CheckResult, "answer", {"error"}),
    ):
        fields = message.DESCRIPTOR.oneofs_by_name[oneof].fields
        assert {f.name for f in fields} == {*CATALOGUE.checks} | more


@pytest.mark.parametrize("check", CATALOGUE.checks)
def test_a_question_of_many_has_the_fields_of_the_request(check: str) -> None:
    """All but how to ask, which is said once for all."""
    one = SERVICE.methods_by_name[f"Check{camel(check)}"].input_type.fields_by_name
    of_many = pb.CheckItem.DESCRIPTOR.fields_by_name[check].message_type.fields_by_name
    assert {*of_many} == {*one} - {"asking"}


@pytest.mark.parametrize(
    ("enum", "prefix", "core"),
    [
        (decisions_pb2.Verdict, "VERDICT", Verdict),
        (decisions_pb2.Standing, "STANDING", Standing),
        (pb.Role, "ROLE", Role),
    ],
    ids=["verdicts", "standings", "roles"],
)
def test_enumerations_are_those_of_the_core(enum: object, prefix: str, core: type) -> None:
    assert values(enum, prefix) == {member.name for member in core}  # type: ignore[attr-defined]


def test_the_rules_are_explained_whole(talk: Talk) -> None:
    answer = talk.checks.ExplainRules(pb.ExplainRulesRequest())
    explained = {c.name: [r.rule_id for r in c.rules] for c in answer.checks}
    assert explained == {
        name: [rule.id for rule in check.rules] for name, check in CATALOGUE.checks.items()
    }
    assert answer.rule_set == CATALOGUE.fingerprint
    documents = {d.key for d in answer.documents}
    cited = {s.document for c in answer.checks for r in c.rules for s in r.sources}
    assert cited <= documents
    one = talk.checks.ExplainRules(pb.ExplainRulesRequest(check="mentor_funding"))
    assert [c.name for c in one.checks] == ["mentor_funding"]
    no_ect = next(r for r in one.checks[0].rules if r.rule_id == "FUND-4")
    assert [decisions_pb2.ReasonCode.Name(r.code) for r in no_ect.reasons] == [
        "REASON_CODE_NO_ECT_ASSIGNED"
    ]


def test_what_can_be_done_and_what_else_a_rule_covers_is_explained(talk: Talk) -> None:
    answer = talk.checks.ExplainRules(pb.ExplainRulesRequest())
    for check in answer.checks:
        for told, rule in zip(check.rules, CATALOGUE.checks[check.name].rules, strict=True):
            codes = [decisions_pb2.ActionCode.Name(a.code) for a in told.actions]
            assert codes == [f"ACTION_CODE_{a.code}" for a in rule.actions]
            assert [(a.actor, a.words) for a in told.actions] == [
                (a.actor, a.words) for a in rule.actions
            ]
            assert tuple(told.covers) == rule.covers
    assert any(rule.actions and rule.covers for check in answer.checks for rule in check.rules)


def test_the_server_says_what_it_is(talk: Talk) -> None:
    info = talk.checks.GetServerInfo(pb.GetServerInfoRequest())
    assert (info.rule_set, info.revision) == (CATALOGUE.fingerprint, 0)
    assert (info.today.year, info.today.month, info.today.day) == (2026, 1, 15)
    assert (info.max_hypothetical_records, info.max_records_per_message) == (1_000, 1_000)
    assert info.max_request_bytes == 4 * 1024 * 1024
    assert list(info.checks) == sorted(CATALOGUE.checks)


def test_a_question_without_a_day_is_about_today(talk: Talk) -> None:
    on = talk.funding("1000001").basis.on
    assert (on.year, on.month, on.day) == (TODAY.year, TODAY.month, TODAY.day)


@pytest.mark.parametrize("service", ["", "ect_rules.v1.CheckService", "ect_rules.v1.RecordService"])
def test_health(talk: Talk, service: str) -> None:
    stub = health_pb2_grpc.HealthStub(talk.channel)
    answer = stub.Check(health_pb2.HealthCheckRequest(service=service))
    assert answer.status == health_pb2.HealthCheckResponse.SERVING


def test_reflection_lists_the_services(talk: Talk) -> None:
    database = ProtoReflectionDescriptorDatabase(talk.channel)
    assert {"ect_rules.v1.CheckService", "ect_rules.v1.RecordService"} <= set(
        database.get_services()
    )
    pool = descriptor_pool.DescriptorPool(database)
    found = pool.FindServiceByName("ect_rules.v1.CheckService")
    assert next(m.name for m in found.methods) == "CheckRegistration"


def test_a_method_that_there_is_not(talk: Talk) -> None:
    call = talk.channel.unary_unary("/ect_rules.v1.CheckService/CheckLuck")
    assert refused(lambda: call(b"")).code is grpc.StatusCode.UNIMPLEMENTED


def test_a_request_too_large(talk: Talk) -> None:
    call = talk.channel.unary_unary("/ect_rules.v1.CheckService/CheckRegistration")
    answer = refused(lambda: call(b"\x0a" * (4 * 1024 * 1024 + 1)))
    assert answer.code is grpc.StatusCode.RESOURCE_EXHAUSTED


def test_the_servicer_answers_without_a_network(tmp_path: object) -> None:
    """Another team's tests can run the servicer in process, with grpcio-testing."""
    store = Store.open(f"sqlite:///{tmp_path}/facts.sqlite")
    descriptor = pb.DESCRIPTOR.services_by_name["CheckService"]
    server = grpc_testing.server_from_dictionary(
        {descriptor: CheckService(Answers(store, CATALOGUE, lambda: TODAY))},
        grpc_testing.strict_real_time(),
    )

    def call(trn: str) -> tuple[pb.CheckMentorFundingResponse, grpc.StatusCode]:
        method = descriptor.methods_by_name["CheckMentorFunding"]
        request = pb.CheckMentorFundingRequest(trn=trn)
        made = server.invoke_unary_unary(method, (), request, None)
        response, _, code, _ = made.termination()
        return response, code

    response, code = call("1000001")
    assert code is grpc.StatusCode.OK
    assert response.decision.status == pb.MENTOR_FUNDING_STATUS_NOT_KNOWN
    assert call("1")[1] is grpc.StatusCode.INVALID_ARGUMENT
    store.close()
