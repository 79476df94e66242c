"""Questions of `ect-rules check` about what somebody means to do: register or assign a teacher."""

from __future__ import annotations

from typing import Any

import click
from google.type.date_pb2 import Date

from ect_rules.cli.asking import ask, of_school, question
from ect_rules.cli.options import Day, Trn, Urn
from ect_rules.v1 import check_service_pb2 as pb

_at_school = click.option("--school", "urn", type=Urn(), required=True, help="The school.")
_from = click.option(
    "--from", "started_on", type=Day(), required=True, help="The first day at the school."
)
_identity = click.option(
    "--identity-confirmed/--identity-not-confirmed",
    default=None,
    help="The school has confirmed who it is, or has not.  [default: not told]",
)
_email = click.option(
    "--email-in-use/--email-not-in-use",
    default=None,
    help="Another TRN uses the e-mail address, or none does.  [default: not told]",
)


@click.command("ect-registrable")
@click.argument("trn", type=Trn())
@_at_school
@_from
@_identity
@_email
@click.option(
    "--appropriate-body",
    "body",
    type=click.Choice(["local-authority", "national", "teaching-school-hub"]),
    help="Who is to assure the induction.  [default: not told]",
)
@question
def ect_registrable(
    trn: str,
    urn: str,
    started_on: Date,
    identity_confirmed: bool | None,
    email_in_use: bool | None,
    body: str | None,
    **how: Any,
) -> None:
    """May this teacher be registered as an ECT?"""
    kind = f"APPROPRIATE_BODY_TYPE_{(body or 'unspecified').replace('-', '_').upper()}"
    request = pb.CheckEctRegistrableRequest(
        trn=trn,
        urn=urn,
        started_on=started_on,
        identity_confirmed=identity_confirmed,
        email_in_use=email_in_use,
        appropriate_body_type=pb.AppropriateBodyType.Value(kind),
    )
    ask("CheckEctRegistrable", request, f"Registering {trn} as an ECT at school {urn}", **how)


@click.command("mentor-registrable")
@click.argument("trn", type=Trn())
@click.option("--ect", "ect_trn", type=Trn(), required=True, help="The ECT to mentor.")
@_at_school
@_from
@click.option(
    "--here-only/--elsewhere-too",
    default=None,
    help="The mentor leaves any other school, or stays.  [default: not told]",
)
@_identity
@_email
@question
def mentor_registrable(
    trn: str,
    ect_trn: str,
    urn: str,
    started_on: Date,
    here_only: bool | None,
    identity_confirmed: bool | None,
    email_in_use: bool | None,
    **how: Any,
) -> None:
    """May this teacher be registered as a mentor for an ECT?"""
    request = pb.CheckMentorRegistrableRequest(
        trn=trn,
        urn=urn,
        started_on=started_on,
        ect_trn=ect_trn,
        here_only=here_only,
        identity_confirmed=identity_confirmed,
        email_in_use=email_in_use,
    )
    ask("CheckMentorRegistrable", request, f"Registering {trn} as a mentor at school {urn}", **how)


@click.command()
@click.argument("ect_trn", type=Trn(), metavar="ECT-TRN")
@click.argument("mentor_trn", type=Trn(), metavar="MENTOR-TRN")
@of_school
@click.option("--from", "started_on", type=Day(), help="[default: as early as may be]")
@click.option("--to", "finished_on", type=Day(), help="[default: as late as may be]")
@click.option("--back-dated", is_flag=True, help="The mentor is moving here from another school.")
@question
def assignable(
    ect_trn: str,
    mentor_trn: str,
    urn: str | None,
    started_on: Date | None,
    finished_on: Date | None,
    back_dated: bool,
    **how: Any,
) -> None:
    """May this mentor be assigned to this ECT, and what then?"""
    request = pb.CheckMentorAssignableRequest(
        ect_trn=ect_trn,
        urn=urn or "",
        mentor_trn=mentor_trn,
        started_on=started_on,
        finished_on=finished_on,
        back_dated=back_dated,
    )
    ask("CheckMentorAssignable", request, f"Assigning mentor {mentor_trn} to {ect_trn}", **how)
