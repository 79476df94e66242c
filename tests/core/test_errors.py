"""Errors carry a stable reason and plain words."""

import pytest

from ect_rules import errors

ERRORS = {
    "of our own": (errors.EctRulesError("something broke"), "INTERNAL", "something broke"),
    "two fields that cannot be read": (
        errors.InvalidInputError(
            errors.Problem("trn", "must have seven digits", "TRN_FORMAT"),
            errors.Problem("on", "is no day", "DATE"),
        ),
        "INVALID_INPUT",
        "trn: must have seven digits; on: is no day",
    ),
    "not found": (errors.NotFoundError("no such mentorship"), "NOT_FOUND", "no such mentorship"),
    "not found, more exactly": (
        errors.NotFoundError("no mentorship has this id", reason="MENTORSHIP_NOT_FOUND"),
        "MENTORSHIP_NOT_FOUND",
        "no mentorship has this id",
    ),
    "refused": (
        errors.RefusedError("may not be", (("SELF_MENTORING", "Nobody can mentor themselves."),)),
        "RULE_VIOLATED",
        "may not be",
    ),
    "the request id again": (errors.RequestIdReusedError("used"), "REQUEST_ID_REUSED", "used"),
    "a revision to come": (
        errors.RevisionOutOfRangeError("not yet"),
        "REVISION_OUT_OF_RANGE",
        "not yet",
    ),
    "no store": (errors.StoreUnavailableError("not now"), "STORE_UNAVAILABLE", "not now"),
}


@pytest.mark.parametrize(("error", "reason", "words"), ERRORS.values(), ids=ERRORS)
def test_errors(error, reason, words):
    assert isinstance(error, errors.EctRulesError)
    assert error.reason == reason
    assert str(error) == words


def test_a_reason_given_once_stays_with_its_error():
    errors.NotFoundError("no mentor", reason="MENTOR_NOT_FOUND")
    assert errors.NotFoundError("nothing").reason == "NOT_FOUND"


def test_the_problems_and_the_violations_are_kept():
    problem = errors.Problem("trn", "must have seven digits", "TRN_FORMAT")
    assert errors.InvalidInputError(problem).problems == (problem,)
    violations = (("SELF_MENTORING", "Nobody can mentor themselves."),)
    assert errors.RefusedError("may not be", violations).violations == violations
