"""What an answer holds beside its decision, where a caller asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ect_rules.catalogue import Catalogue
from ect_rules.registering import offered
from ect_rules.v1 import check_service_pb2 as pb
from ect_rules.wire.decisions import Answer, decision
from ect_rules.wire.proposals import proposed


def message_of(answer: Answer, asked: Any, catalogue: Catalogue, view: int) -> Any:
    """The decision message of an answer to `asked`, the message that holds the question."""
    made = decision(answer, catalogue, view)
    decided = (answer.decision.check, answer.decision.status)
    if decided == ("registration", "INCOMPLETE") and asked.list_possible_mentors:
        made.possible_mentor_trns.extend(dict.fromkeys(m.trn for m in offered(answer.facts)))
    return made


def assignable(
    answer: Answer, if_so: Sequence[Answer], catalogue: Catalogue, view: int
) -> pb.MentorAssignableAnswer:
    """Whether a mentor may be assigned, and the answers that would then be given."""
    return pb.MentorAssignableAnswer(
        decision=proposed(decision(answer, catalogue, view), answer.facts),
        **{a.decision.check: decision(a, catalogue, view) for a in if_so},
    )
