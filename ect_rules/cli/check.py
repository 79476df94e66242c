"""`ect-rules check`: ask one question."""

from __future__ import annotations

from typing import Any

import click
from google.protobuf.json_format import MessageToJson
from google.type.date_pb2 import Date

from ect_rules.cli.failures import told
from ect_rules.cli.options import TIMEOUT_SECONDS, Day, Trn, Urn, address_option, channel
from ect_rules.cli.show import show_decision
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import check_service_pb2_grpc, decisions_pb2


@click.group()
def check() -> None:
    """Ask a running server about an ECT, a mentor or a school."""


def _question(command: Any) -> Any:
    for option in (
        address_option,
        click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON."),
        click.option(
            "--explain", is_flag=True, help="Show what every rule found, and its sources."
        ),
        click.option(
            "--revision",
            type=click.IntRange(0, 2**63 - 1),
            metavar="NUMBER",
            help="Answer from what was known at a revision.",
        ),
        click.option("--on", type=Day(), help="The day asked about.  [default: today in London]"),
    ):
        command = option(command)
    return command


def _ask(
    method: str,
    request: Any,
    title: str,
    on: Date | None,
    revision: int | None,
    explain: bool,
    as_json: bool,
    address: str,
) -> None:
    asking = decisions_pb2.Asking(
        on=on, view=decisions_pb2.VIEW_FULL if explain else decisions_pb2.VIEW_BASIC
    )
    if revision is not None:
        asking.consistency.exact_revision = revision
    request.asking.CopyFrom(asking)
    with told(address), channel(address) as open_channel:
        stub = check_service_pb2_grpc.CheckServiceStub(open_channel)
        response = getattr(stub, method)(request, timeout=TIMEOUT_SECONDS)
    if as_json:
        click.echo(MessageToJson(response, preserving_proto_field_name=True))
    else:
        show_decision(title, response.decision)


@check.command()
@click.argument("trn", type=Trn())
@click.option("--school", "urn", type=Urn(), help="The school of the registration.")
@_question
def registration(trn: str, urn: str | None, **how: Any) -> None:
    """Is the registration of this ECT complete?"""
    _ask(
        "CheckRegistration",
        pb.CheckRegistrationRequest(trn=trn, urn=urn or ""),
        f"ECT {trn}",
        **how,
    )


@check.command("mentor-funding")
@click.argument("trn", type=Trn())
@_question
def mentor_funding(trn: str, **how: Any) -> None:
    """Is training for this mentor fundable?"""
    request = pb.CheckMentorFundingRequest(trn=trn)
    _ask("CheckMentorFunding", request, f"Funding of mentor {trn}", **how)


@check.command("mentor-training")
@click.argument("trn", type=Trn())
@_question
def mentor_training(trn: str, **how: Any) -> None:
    """May this mentor be trained?"""
    request = pb.CheckMentorTrainingRequest(trn=trn)
    _ask("CheckMentorTraining", request, f"Training of mentor {trn}", **how)


@check.command("school-eligibility")
@click.argument("urn", type=Urn())
@_question
def school_eligibility(urn: str, **how: Any) -> None:
    """Is this school one that DfE funds?"""
    request = pb.CheckSchoolEligibilityRequest(urn=urn)
    _ask("CheckSchoolEligibility", request, f"School {urn}", **how)
