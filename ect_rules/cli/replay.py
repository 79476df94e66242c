"""`ect-rules replay`: an answer that was given before."""

from __future__ import annotations

import sys
from typing import Any

import click

from ect_rules.cli.asking import show_response
from ect_rules.cli.failures import fail, told
from ect_rules.cli.options import TIMEOUT_SECONDS, address_option, channel, json_option
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import check_service_pb2_grpc
from ect_rules.wire.tokens import Token

# How the commands of `check` begin what they print.
_TITLES = {
    "registration": "ECT {trn}",
    "ect_funding": "Funding of ECT {trn}",
    "mentor_funding": "Funding of mentor {trn}",
    "mentor_training": "Training of mentor {trn}",
    "record_retention": "Record of mentor {trn}",
    "mentor_kind": "Kind of mentor {trn}",
    "mentor_grant": "Grant for mentor {trn}",
    "school_eligibility": "School {urn}",
    "ect_registrable": "Registering {trn} as an ECT at school {urn}",
    "mentor_registrable": "Registering {trn} as a mentor at school {urn}",
    "mentor_assignable": "Assigning mentor {mentor_trn} to {ect_trn}",
}


@click.command()
@click.argument("token")
@json_option
@address_option
def replay(token: str, as_json: bool, address: str) -> None:
    """Give an answer again, from the replay_token in its basis; - reads the token from standard input.

    It is printed as `check` printed it. Where it cannot be given again, the error says why.
    """
    wanted = sys.stdin.read().strip() if token == "-" else token  # noqa: S105
    with told(address), channel(address) as open_channel:
        stub = check_service_pb2_grpc.CheckServiceStub(open_channel)
        request = pb.ReplayDecisionRequest(replay_token=wanted)
        replayed = stub.ReplayDecision(request, timeout=TIMEOUT_SECONDS)
    check = replayed.WhichOneof("answer")
    if check is None:
        fail(
            "the server gives an answer of a kind that this release does not know; use its release"
        )
    show_response(_title(check, wanted), _response(check, getattr(replayed, check)), as_json)


def _title(check: str, token: str) -> str:
    try:
        question = getattr(Token.read(token).asked.items[0], check)
    except ValueError:  # of a later release, which the server is too
        return check.replace("_", " ").capitalize()
    return _TITLES[check].format(**{field.name: value for field, value in question.ListFields()})


def _response(check: str, answer: Any) -> Any:
    """The response that the method of the check gave."""
    name = "".join(map(str.capitalize, check.split("_")))
    of = getattr(pb, f"Check{name}Response")
    if check == "mentor_assignable":
        return of(**{field.name: value for field, value in answer.ListFields()})
    return of(decision=answer)
