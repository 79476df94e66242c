"""An answer as it is sent: its decision, what a caller asked for beside it, and its replay token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ect_rules.catalogue import Catalogue
from ect_rules.registering import offered
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.v1 import decisions_pb2
from ect_rules.version import VERSION
from ect_rules.wire.decisions import Answer, decision
from ect_rules.wire.proposals import proposed
from ect_rules.wire.tokens import token


def message_of(
    answer: Answer, asked: Any, catalogue: Catalogue, asking: decisions_pb2.Asking
) -> Any:
    """The decision message of an answer to `asked`, the message that holds the question."""
    made = decision(answer, catalogue, asking.view)
    decided = (answer.decision.check, answer.decision.status)
    if decided == ("registration", "INCOMPLETE") and asked.list_possible_mentors:
        made.possible_mentor_trns.extend(dict.fromkeys(m.trn for m in offered(answer.facts)))
    made.basis.replay_token = _token(made, answer, asked, catalogue, asking)
    return made


def assignable(
    answer: Answer,
    if_so: Sequence[Answer],
    asked: Any,
    catalogue: Catalogue,
    asking: decisions_pb2.Asking,
) -> pb.MentorAssignableAnswer:
    """Whether a mentor may be assigned, and the answers that would then be given."""
    made = pb.MentorAssignableAnswer(
        decision=proposed(decision(answer, catalogue, asking.view), answer.facts),
        **{a.decision.check: decision(a, catalogue, asking.view) for a in if_so},
    )
    made.decision.basis.replay_token = _token(made, answer, asked, catalogue, asking)
    return made


def _token(
    made: Any, answer: Answer, asked: Any, catalogue: Catalogue, asking: decisions_pb2.Asking
) -> str:
    return token(
        catalogue.fingerprint,
        VERSION,
        made.SerializeToString(),
        answer.decision.check,
        asked,
        asking,
        answer.revision,
        answer.on,
    )
