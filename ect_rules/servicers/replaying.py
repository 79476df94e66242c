"""One question answered by itself; and an answer given again, from its token."""

from __future__ import annotations

import logging
from typing import Any

from ect_rules.errors import AnswerDiffersError, InvalidInputError, NotReplayableError, Problem
from ect_rules.servicers.answers import Answers
from ect_rules.servicers.asked import asked
from ect_rules.servicers.errors import validate
from ect_rules.v1 import decisions_pb2 as pb
from ect_rules.version import VERSION
from ect_rules.wire.answering import assignable, message_of
from ect_rules.wire.tokens import Token

_log = logging.getLogger(__name__)


def answered(answers: Answers, check: str, message: Any, asking: pb.Asking) -> Any:
    """The answer to the question in a message: its decision, or a MentorAssignableAnswer."""
    question = asked(check, message)
    if check == "mentor_assignable":
        both = answers.assignable(question, asking)
        return assignable(*both, message, answers.catalogue, asking)
    return message_of(answers.answer(question, asking), message, answers.catalogue, asking)


def replayed(answers: Answers, text: str) -> tuple[str, Any]:
    """The name of the check and the answer that the token is of, the same to the byte.

    Raises InvalidInputError for what is no token, NotReplayableError where other rules or another
    release gave the answer, what reading at its revision raises, and AnswerDiffersError.
    """
    token = _read(text)
    here = answers.catalogue.fingerprint
    if token.rule_set != here:
        raise NotReplayableError(
            f"the answer was given by rule set {token.rule_set} of release {token.release}, and this "
            f"server has rule set {here} of release {VERSION}; ask one of that release",
            reason="RULE_SET_CHANGED",
        )
    (item,) = token.asked.items
    check = item.WhichOneof("question")
    assert check is not None, "the contract requires a question"
    try:
        made = answered(answers, check, getattr(item, check), token.asked.asking)
    except InvalidInputError:
        raise _refused("asks what cannot be asked here") from None
    basis = made.decision.basis if check == "mentor_assignable" else made.basis
    if not basis.replay_token or Token.read(basis.replay_token).digest != token.digest:
        raise _differing(token)
    return check, made


def _read(text: str) -> Token:
    try:
        token = Token.read(text)
    except ValueError as error:
        raise _refused(str(error)) from None
    asking = token.asked.asking
    exact = asking.consistency.HasField("exact_revision") or asking.hypothetical.ignore_stored
    if len(token.asked.items) != 1 or not exact or not asking.HasField("on"):
        raise _refused("is not one that a server has made")
    try:
        validate(token.asked)
        validate(token.asked.items[0])
    except InvalidInputError:
        raise _refused("is not one that a server has made") from None
    return token


def _refused(description: str) -> InvalidInputError:
    return InvalidInputError(Problem("replay_token", description, "REPLAY_TOKEN_INVALID"))


def _differing(token: Token) -> Exception:
    if token.release != VERSION:
        return NotReplayableError(
            f"the answer was given by release {token.release}, and release {VERSION}, by the same "
            "rules, puts it into other words; ask a server of that release",
            reason="RELEASE_CHANGED",
        )
    revision = token.asked.asking.consistency.exact_revision
    _log.error("replay: the answer at revision %d is not the one that was given", revision)
    return AnswerDiffersError(
        f"by the same rules the facts at revision {revision} now give another answer: this is not the "
        "store that it was given from, that store has been restored, or facts in it were altered; "
        "verify the ledger"
    )
