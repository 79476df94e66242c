"""A client that is not ours and not Python: buf curl, which knows the contract by reflection only."""

import base64
import importlib
import json
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.protobuf.json_format import MessageToDict
from google.rpc import error_details_pb2 as details_pb

from ect_rules import tabular, v1
from ect_rules.v1 import check_service_pb2 as checks
from ect_rules.v1 import decisions_pb2
from ect_rules.v1 import record_service_pb2 as writes
from tests.lifecycle.processes import ROOT, Server, environment, serving
from tests.service.talking import Talk, asking, day, new_id, refused

BUF = Path(sys.executable).parent / "buf"
SECONDS = 60


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("buf") / "facts.sqlite") as server:
        with server.channel() as channel:
            records = [r for _, _, r in tabular.read(ROOT / "examples" / "rect" / "records")]
            Talk(channel).import_records(records)
        yield server


def curl(server: Server, *arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    options = ("--protocol", "grpc", "--http2-prior-knowledge")
    return subprocess.run(  # noqa: S603
        [BUF, "curl", *options, *arguments],
        cwd=cwd,  # away from buf.yaml and the protos
        env=environment(HOME=str(cwd)),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def call(server: Server, method: str, request: Any, cwd: Path) -> Any:
    url = f"http://{server.address}/ect_rules.v1.{method}"
    return curl(server, "-d", json.dumps(MessageToDict(request)), url, cwd=cwd)


def v1_modules() -> list[Any]:
    names = [m.name for m in pkgutil.iter_modules(v1.__path__) if m.name.endswith("_pb2")]
    return [importlib.import_module(f"ect_rules.v1.{name}") for name in names]


def test_reflection_lists_every_method(server: Server, tmp_path: Path) -> None:
    done = curl(server, "--list-methods", f"http://{server.address}", cwd=tmp_path)
    listed = {line for line in done.stdout.split() if line.startswith("ect_rules.v1.")}
    ours = {
        f"{service.full_name}/{method.name}"
        for module in v1_modules()
        for service in module.DESCRIPTOR.services_by_name.values()
        for method in service.methods
    }
    assert listed == ours


FULL = asking("2026-01-15", view=decisions_pb2.VIEW_FULL)
QUESTIONS = {
    "CheckRegistration": checks.CheckRegistrationRequest(trn="3000002", asking=FULL),
    "CheckMentorFunding": checks.CheckMentorFundingRequest(trn="3000035", asking=FULL),
    "CheckMentorTraining": checks.CheckMentorTrainingRequest(trn="3000035", asking=FULL),
    "CheckSchoolEligibility": checks.CheckSchoolEligibilityRequest(urn="100003", asking=FULL),
    "CheckEctFunding": checks.CheckEctFundingRequest(trn="3000001", asking=FULL),
    "CheckRecordRetention": checks.CheckRecordRetentionRequest(trn="3000031", asking=FULL),
    "CheckMentorKind": checks.CheckMentorKindRequest(trn="3000037", asking=FULL),
    "CheckMentorGrant": checks.CheckMentorGrantRequest(trn="3000030", asking=FULL),
    "CheckEctRegistrable": checks.CheckEctRegistrableRequest(
        trn="3000002", urn="100002", started_on=day("2026-02-02"), asking=FULL
    ),
    "CheckMentorRegistrable": checks.CheckMentorRegistrableRequest(
        trn="3000031",
        urn="100002",
        started_on=day("2026-02-02"),
        ect_trn="3000017",
        here_only=False,
        asking=FULL,
    ),
    "CheckMentorAssignable": checks.CheckMentorAssignableRequest(
        ect_trn="3000002", mentor_trn="3000031", asking=FULL
    ),
    "GetServerInfo": checks.GetServerInfoRequest(),
    "ExplainRules": checks.ExplainRulesRequest(check="registration"),
}


@pytest.mark.parametrize("method", QUESTIONS)
def test_it_is_given_the_same_answer(server: Server, tmp_path: Path, method: str) -> None:
    done = call(server, f"CheckService/{method}", QUESTIONS[method], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    with server.channel() as channel:
        answer = getattr(Talk(channel).checks, method)(QUESTIONS[method])
    assert json.loads(done.stdout) == MessageToDict(answer)
    assert len(json.loads(done.stdout)) > 0


NO_SUCH_ECT = writes.EndMentorshipRequest(
    request_id=new_id(), mentorship_period_id="none", finished_on=day("2026-01-15")
)
BEFORE_IT_BEGAN = writes.EndMentorshipRequest(
    request_id=new_id(), mentorship_period_id="501", finished_on=day("2025-08-31")
)
REFUSALS: dict[str, tuple[str, Any, str]] = {
    "a TRN of six digits": (
        "CheckService/CheckMentorFunding",
        checks.CheckMentorFundingRequest(trn="300003"),
        "invalid_argument",
    ),
    "a revision that was never written": (
        "CheckService/CheckMentorFunding",
        checks.CheckMentorFundingRequest(
            trn="3000035",
            asking=decisions_pb2.Asking(consistency=decisions_pb2.Consistency(exact_revision=9)),
        ),
        "out_of_range",
    ),
    "a mentorship that there is not": (
        "RecordService/EndMentorship",
        NO_SUCH_ECT,
        "not_found",
    ),
    "a mentorship that would end before it began": (
        "RecordService/EndMentorship",
        BEFORE_IT_BEGAN,
        "failed_precondition",
    ),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_it_is_given_the_same_error(server: Server, tmp_path: Path, case: str) -> None:
    name, request, code = REFUSALS[case]
    done = call(server, name, request, tmp_path)
    said = json.loads(done.stderr)
    assert (done.stdout, said["code"]) == ("", code)
    assert done.returncode == 8 * getattr(grpc.StatusCode, code.upper()).value[0]
    service, method = name.split("/")
    with server.channel() as channel:
        talk = Talk(channel)
        stub = talk.checks if service == "CheckService" else talk.records
        answer = refused(lambda: getattr(stub, method)(request))
    assert said["message"] == answer.text
    assert {d["type"].removeprefix("google.rpc.") for d in said["details"]} == set(answer.details)
    for detail in said["details"]:
        kind = detail["type"].removeprefix("google.rpc.")
        raw = base64.b64decode(detail["value"] + "=" * (-len(detail["value"]) % 4))
        assert getattr(details_pb, kind).FromString(raw) == answer.details[kind]
