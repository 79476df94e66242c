"""From a message to what it asks: the request of a check, or the same question as one of many."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ect_rules.servicers.questions import Question
from ect_rules.wire.proposals import assigning, registering_ect, registering_mentor


def asked(check: str, message: Any) -> Question:
    """The question of the check of that name. Raises InvalidInputError for a day that there is not."""
    return _ASKED[check](check, message)


def _of_ect(check: str, message: Any) -> Question:
    return Question(check, (message.trn,), said={"urn": message.urn or None})


def _registration(check: str, message: Any) -> Question:
    asking_urn = None if message.no_school_asks else message.asking_urn
    said = {"urn": message.urn or None, "asking_urn": asking_urn}
    return Question(check, (message.trn,), said=said)


def _of_mentor(check: str, message: Any) -> Question:
    return Question(check, (message.trn,))


def _of_school(check: str, message: Any) -> Question:
    return Question(check, urns=(message.urn,))


def _registering_ect(check: str, message: Any) -> Question:
    return Question(check, (message.trn,), (message.urn,), registering_ect(message))


def _registering_mentor(check: str, message: Any) -> Question:
    return Question(check, (message.trn,), (message.urn,), registering_mentor(message))


def _assigning(check: str, message: Any) -> Question:
    return Question(check, (message.ect_trn, message.mentor_trn), said=assigning(message))


_ASKED: dict[str, Callable[[str, Any], Question]] = {
    "registration": _registration,
    "ect_funding": _of_ect,
    "mentor_funding": _of_mentor,
    "mentor_training": _of_mentor,
    "record_retention": _of_mentor,
    "mentor_kind": _of_mentor,
    "mentor_grant": _of_mentor,
    "school_eligibility": _of_school,
    "ect_registrable": _registering_ect,
    "mentor_registrable": _registering_mentor,
    "mentor_assignable": _assigning,
}
