"""`ect-rules check`: ask one question."""

from __future__ import annotations

from typing import Any

import click

from ect_rules.cli.asking import ask, of_school, question
from ect_rules.cli.candidates import assignable, ect_registrable, mentor_registrable
from ect_rules.cli.options import Trn, Urn
from ect_rules.v1 import check_service_pb2 as pb


@click.group()
def check() -> None:
    """Ask a running server about an ECT, a mentor or a school."""


@check.command()
@click.argument("trn", type=Trn())
@of_school
@click.option("--possible-mentors", is_flag=True, help="Name the mentors who may be assigned.")
@question
def registration(trn: str, urn: str | None, possible_mentors: bool, **how: Any) -> None:
    """Is the registration of this ECT complete?"""
    request = pb.CheckRegistrationRequest(
        trn=trn, urn=urn or "", list_possible_mentors=possible_mentors
    )
    ask("CheckRegistration", request, f"ECT {trn}", **how)


@check.command("ect-funding")
@click.argument("trn", type=Trn())
@of_school
@question
def ect_funding(trn: str, urn: str | None, **how: Any) -> None:
    """Is this ECT's own training fundable?"""
    request = pb.CheckEctFundingRequest(trn=trn, urn=urn or "")
    ask("CheckEctFunding", request, f"Funding of ECT {trn}", **how)


def _of_mentor(name: str, method: str, asked: str, title: str) -> None:
    @check.command(name, help=asked)
    @click.argument("trn", type=Trn())
    @question
    def command(trn: str, **how: Any) -> None:
        request = getattr(pb, f"{method}Request")(trn=trn)
        ask(method, request, f"{title} {trn}", **how)


for _each in (
    (
        "mentor-funding",
        "CheckMentorFunding",
        "Is training for this mentor fundable?",
        "Funding of mentor",
    ),
    ("mentor-training", "CheckMentorTraining", "May this mentor be trained?", "Training of mentor"),
    (
        "retention",
        "CheckRecordRetention",
        "May the record of this mentor be held?",
        "Record of mentor",
    ),
    (
        "mentor-kind",
        "CheckMentorKind",
        "Is this an unfunded, a replacement or a replacing mentor?",
        "Kind of mentor",
    ),
    (
        "grant",
        "CheckMentorGrant",
        "Is a grant due for the time this mentor spends in training?",
        "Grant for mentor",
    ),
):
    _of_mentor(*_each)


@check.command("school-eligibility")
@click.argument("urn", type=Urn())
@question
def school_eligibility(urn: str, **how: Any) -> None:
    """Is this school one that DfE funds?"""
    request = pb.CheckSchoolEligibilityRequest(urn=urn)
    ask("CheckSchoolEligibility", request, f"School {urn}", **how)


for _command in (assignable, ect_registrable, mentor_registrable):
    check.add_command(_command)
