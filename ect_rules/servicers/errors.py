"""Errors as gRPC statuses with google.rpc details. No text of an exception that is not ours gets out."""

from __future__ import annotations

import functools
import logging
import threading
import traceback
import uuid
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn, Protocol

import grpc
import protovalidate
from google.protobuf.duration_pb2 import Duration
from google.protobuf.message import Message
from google.rpc import error_details_pb2 as details_pb
from google.rpc.status_pb2 import Status

from ect_rules.errors import (
    AnswerDiffersError,
    CallEndedError,
    EctRulesError,
    FactsErasedError,
    InvalidInputError,
    NotFoundError,
    NotReplayableError,
    PartlyDoneError,
    Problem,
    RefusedError,
    RequestIdReusedError,
    RevisionOutOfRangeError,
    ServerStoppingError,
    StoreUnavailableError,
    TooManyStreamsError,
    WatchedTooSlowlyError,
)
from ect_rules.servicers.limits import MAX_STREAMS_AT_ONCE
from ect_rules.store.patience import within

DOMAIN = "ect-rules"
PROBLEMS_SENT = 100
PROBLEM_BYTES_SENT = 6_000  # gRPC takes 8 KiB of trailing metadata, and otherwise loses the answer
RETRY_SECONDS = 1
_log = logging.getLogger(__name__)
_validator = protovalidate.Validator()

_CODES = {
    AnswerDiffersError: grpc.StatusCode.DATA_LOSS,
    CallEndedError: grpc.StatusCode.CANCELLED,
    FactsErasedError: grpc.StatusCode.FAILED_PRECONDITION,
    InvalidInputError: grpc.StatusCode.INVALID_ARGUMENT,
    NotFoundError: grpc.StatusCode.NOT_FOUND,
    NotReplayableError: grpc.StatusCode.FAILED_PRECONDITION,
    RefusedError: grpc.StatusCode.FAILED_PRECONDITION,
    RequestIdReusedError: grpc.StatusCode.ALREADY_EXISTS,
    RevisionOutOfRangeError: grpc.StatusCode.OUT_OF_RANGE,
    ServerStoppingError: grpc.StatusCode.UNAVAILABLE,
    StoreUnavailableError: grpc.StatusCode.UNAVAILABLE,
    TooManyStreamsError: grpc.StatusCode.RESOURCE_EXHAUSTED,
    WatchedTooSlowlyError: grpc.StatusCode.RESOURCE_EXHAUSTED,
}


def to_status(error: Exception) -> tuple[grpc.StatusCode, str, list[Message]]:
    """The code, the message and the details of an error, the first of which is an ErrorInfo. Logs what
    the client is not told.
    """
    if isinstance(error, PartlyDoneError):
        return _partly_done(error)
    code = _CODES.get(type(error))
    if code is None or not isinstance(error, EctRulesError):
        incident = uuid.uuid4().hex
        frames = traceback.extract_tb(error.__traceback__)
        where = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
        _log.error("incident %s: %s at %s", incident, type(error).__name__, where)
        info = details_pb.ErrorInfo(
            reason="INTERNAL", domain=DOMAIN, metadata={"incident": incident}
        )
        text = f"Something is wrong with ect_rules. Report incident {incident}."
        return grpc.StatusCode.INTERNAL, text, [info]
    details: list[Message] = [details_pb.ErrorInfo(reason=error.reason, domain=DOMAIN)]
    if isinstance(error, WatchedTooSlowlyError | ServerStoppingError):
        details[0].metadata["cursor"] = error.cursor  # type: ignore[attr-defined]
    text = str(error)
    if isinstance(error, InvalidInputError):
        details.append(_bad_request(error.problems))
        more = len(error.problems) - 1
        text = f"{error.problems[0].field}: {error.problems[0].description}"
        text += f" (and {more} more)" if more else ""
    elif isinstance(error, RefusedError):
        details.append(_precondition_failure(error))
    elif isinstance(error, NotFoundError):
        details.append(
            details_pb.ResourceInfo(resource_type=error.reason.removesuffix("_NOT_FOUND").lower())
        )
    elif isinstance(error, StoreUnavailableError):
        _log.error("store: %s", text)
        text = "The store cannot be used now. Try again."
    if isinstance(error, StoreUnavailableError | TooManyStreamsError):
        details.append(details_pb.RetryInfo(retry_delay=Duration(seconds=RETRY_SECONDS)))
    return code, text, details


def _partly_done(error: PartlyDoneError) -> tuple[grpc.StatusCode, str, list[Message]]:
    code, text, details = to_status(error.cause)
    info: Any = details[0]
    info.metadata["writes_done"] = str(error.writes)
    if error.writes:
        info.metadata["revision"] = str(error.revision)
        text += f" ({error.writes} writes before that are done, up to revision {error.revision})"
    return code, text, details


def _bad_request(problems: Iterable[Problem]) -> details_pb.BadRequest:
    """The first problems: as many as get through."""
    sent = details_pb.BadRequest()
    for problem in islice(problems, PROBLEMS_SENT):
        if sent.ByteSize() > PROBLEM_BYTES_SENT:
            break
        sent.field_violations.add(
            field=problem.field, description=problem.description, reason=problem.reason
        )
    return sent


def _precondition_failure(error: RefusedError) -> details_pb.PreconditionFailure:
    """The first violations: as many as get through."""
    sent = details_pb.PreconditionFailure()
    for (code, words), field in zip(error.violations, error.fields, strict=True):
        if sent.ByteSize() > PROBLEM_BYTES_SENT:
            break
        sent.violations.add(type=code, subject=field, description=words)
    return sent


def status_of(error: Exception) -> Status:
    """The status of an error, as a message with its details. Logs what the client is not told."""
    return _packed(error)[-1]


def _packed(error: Exception) -> tuple[grpc.StatusCode, str, Status]:
    code, text, details = to_status(error)
    status = Status(code=code.value[0], message=text)
    for detail in details:
        status.details.add().Pack(detail)
    return code, text, status


class Context(Protocol):
    """The part of grpc.ServicerContext that an abort needs."""

    def set_trailing_metadata(self, trailing_metadata: Any) -> None: ...
    def abort(self, code: grpc.StatusCode, details: str) -> NoReturn: ...


def abort(context: Context, error: Exception) -> NoReturn:
    """End the call with the status of `error`."""
    code, text, status = _packed(error)
    # Not abort_with_status: grpcio-testing has none, and tracing does not see its code.
    context.set_trailing_metadata((("grpc-status-details-bin", status.SerializeToString()),))
    context.abort(code, text)


def validate(message: Message, rename: Callable[[str], str] = str) -> None:
    """Hold a message against the annotations of the contract.

    `rename` turns the path of a field into the one to report. Raises InvalidInputError.
    """
    violations = _validator.collect_violations(message)
    if violations:
        raise InvalidInputError(
            *(
                Problem(rename(_path(v.proto.field)), _description(v), v.proto.rule_id)
                for v in violations
            )
        )


_PATTERNS = {
    "[0-9]{7}": "must be a TRN: seven digits, leading zeros kept",
    "[0-9]{6}": "must be a URN: six digits",
    "[A-Za-z0-9:._-]{1,64}": "must be an id: 1 to 64 of the letters A to Z, digits and : . _ -",
    r"[^\x00]*": "must not hold the character NUL",
}


def _description(violation: protovalidate.Violation) -> str:
    for pattern, words in _PATTERNS.items():
        if violation.proto.rule_id == "string.pattern" and pattern in str(violation.rule_value):
            return words
    return violation.proto.message


def _path(field: Any) -> str:
    path = ""
    for element in field.elements if field else ():
        path += f".{element.field_name}" if path else element.field_name
        if element.subscript is not None and element.subscript.field == "index":
            path += f"[{element.subscript.value}]"
    return path or "request"


def unary(method: Callable[..., Any]) -> Callable[..., Any]:
    """A servicer's method that validates its request first and turns errors into statuses."""

    @functools.wraps(method)
    def call(self: Any, request: Any, context: Any) -> Any:
        try:
            validate(request)
            with within(context.time_remaining()):
                return method(self, request)
        except Exception as error:  # noqa: BLE001 - the one place where nothing may get past
            abort(context, error)

    return call


def client_stream(method: Callable[..., Any]) -> Callable[..., Any]:
    """The same for a method that takes a stream of requests, which it validates itself.

    A stream holds a thread for as long as its client likes, so one more than the server takes is
    refused at once.
    """
    free = threading.BoundedSemaphore(MAX_STREAMS_AT_ONCE)

    @functools.wraps(method)
    def call(self: Any, requests: Iterator[Any], context: Any) -> Any:
        if not free.acquire(blocking=False):
            abort(context, TooManyStreamsError("too many streams are open; try again later"))
        try:
            with within(context.time_remaining()):
                return method(self, requests, context.is_active)
        except grpc.RpcError:
            raise
        except Exception as error:  # noqa: BLE001 - the one place where nothing may get past
            abort(context, error)
        finally:
            free.release()

    return call


def server_stream(method: Callable[..., Any]) -> Callable[..., Any]:
    """The same for a method that answers one request with a stream; it ends when nobody listens."""
    free = threading.BoundedSemaphore(MAX_STREAMS_AT_ONCE)

    @functools.wraps(method)
    def call(self: Any, request: Any, context: Any) -> Iterator[Any]:
        if not free.acquire(blocking=False):
            abort(context, TooManyStreamsError("too many streams are open; try again later"))
        try:
            validate(request)
            for response in method(self, request):
                if not context.is_active():
                    return
                yield response
        except grpc.RpcError:
            raise
        except Exception as error:  # noqa: BLE001 - the one place where nothing may get past
            abort(context, error)
        finally:
            free.release()

    return call
