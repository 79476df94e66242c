"""What can be wrong with a question or a record. A "no" is an answer and never one of these."""

from __future__ import annotations

from attrs import define


@define
class Problem:
    """One thing wrong with one field.

    `field`: path of the field as the caller wrote it, such as `records[3].mentorship_period.id`.
    `description`: what is wrong and what to do, in plain words and without personal data.
    `reason`: a stable code in capitals.
    """

    field: str
    description: str
    reason: str


class EctRulesError(Exception):
    """The root of our errors. `reason` is a stable code in capitals; `str()` is a plain sentence."""

    reason = "INTERNAL"

    def __init__(self, message: str, *, reason: str | None = None) -> None:
        super().__init__(message)
        if reason is not None:
            self.reason = reason


class InvalidInputError(EctRulesError):
    """The input cannot be read as it stands. `problems` has at least one entry."""

    reason = "INVALID_INPUT"

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{p.field}: {p.description}" for p in problems))
        self.problems = problems


class NotFoundError(EctRulesError):
    """The thing that the input names is not among the facts."""

    reason = "NOT_FOUND"


class RefusedError(EctRulesError):
    """The write would break a rule, or what its caller expects is not so.

    `violations`: pairs of reason code and words, at least one. `fields`: for each the path of the
    field it is about as the caller wrote it; empty, of none.
    """

    reason = "RULE_VIOLATED"

    def __init__(
        self,
        message: str,
        violations: tuple[tuple[str, str], ...],
        *,
        fields: tuple[str, ...] = (),
        reason: str | None = None,
    ) -> None:
        super().__init__(message, reason=reason)
        self.violations = violations
        self.fields = fields or ("",) * len(violations)


class RequestIdReusedError(EctRulesError):
    """The request id was used before for something else."""

    reason = "REQUEST_ID_REUSED"


class RevisionOutOfRangeError(EctRulesError):
    """The revision asked for has not been written yet."""

    reason = "REVISION_OUT_OF_RANGE"


class FactsErasedError(EctRulesError):
    """What the answer at a past revision rests on, or may rest on, has been erased since."""

    reason = "FACTS_ERASED"


class NotReplayableError(EctRulesError):
    """This server cannot give the answer again; one of another release can."""

    reason = "RULE_SET_CHANGED"


class AnswerDiffersError(EctRulesError):
    """The same rules give another answer than they gave, on facts that should be the same."""

    reason = "REPLAY_DIFFERS"


class TooManyStreamsError(EctRulesError):
    """As many streams are open as the server takes at once."""

    reason = "TOO_MANY_STREAMS"


class WatchedTooSlowlyError(EctRulesError):
    """What was to be told has become too much. `cursor`: of the last message that was sent."""

    reason = "WATCHED_TOO_SLOWLY"
    cursor = ""


class ServerStoppingError(EctRulesError):
    """The server stops, and another may go on. `cursor`: of the last message that was sent."""

    reason = "SERVER_STOPPING"
    cursor = ""


class CallEndedError(EctRulesError):
    """Nobody waits for the answer any more."""

    reason = "CALL_ENDED"


class StoreUnavailableError(EctRulesError):
    """The store cannot be reached, read or written now."""

    reason = "STORE_UNAVAILABLE"


class PartlyDoneError(EctRulesError):
    """Of a request that is several writes some are done, and the next one failed.

    `cause`: why. `writes`: how many are done; `revision`: what the last of them led to, if any is.
    """

    reason = "PARTLY_DONE"

    def __init__(self, cause: Exception, writes: int, revision: int) -> None:
        super().__init__(f"{cause}; {writes} writes are done, up to revision {revision}")
        self.cause = cause
        self.writes = writes
        self.revision = revision
