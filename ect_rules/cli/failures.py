"""Failures as one line on standard error and an exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import grpc
from google.rpc.error_details_pb2 import BadRequest, ErrorInfo, PreconditionFailure
from google.rpc.status_pb2 import Status
from grpc_status import rpc_status

from ect_rules.errors import EctRulesError, InvalidInputError, Problem

FAILED, NO_SERVER = 1, 3
_LINES = 20


def fail(line: str, status: int = FAILED) -> NoReturn:
    """Print `line` and exit."""
    print(f"ect-rules: {line}", file=sys.stderr)
    raise SystemExit(status)


def status_of(error: grpc.RpcError) -> Status | None:
    """The status with its details that a server sent; None where no server of ours sent one."""
    try:
        return rpc_status.from_call(error)  # type: ignore[arg-type]
    except ValueError:  # the status says another code than the call: not one of ours
        return None


def violations(error: grpc.RpcError) -> list[Problem]:
    """What a server says is wrong with the fields of a request; empty if it says nothing of them."""
    status = status_of(error)
    found: list[Problem] = []
    for detail in status.details if status else ():
        bad = BadRequest()
        if detail.Unpack(bad):
            found.extend(Problem(v.field, v.description, v.reason) for v in bad.field_violations)
    return found


def refusals(error: grpc.RpcError) -> list[Problem]:
    """What a server says would be broken by a request; empty if it says nothing of that."""
    status = status_of(error)
    found: list[Problem] = []
    for detail in status.details if status else ():
        failure = PreconditionFailure()
        if detail.Unpack(failure):
            found.extend(Problem(v.subject, v.description, v.type) for v in failure.violations)
    return found


def metadata(error: grpc.RpcError) -> dict[str, str]:
    """What a server adds to the reason of an error, by name."""
    status = status_of(error)
    found: dict[str, str] = {}
    for detail in status.details if status else ():
        info = ErrorInfo()
        if detail.Unpack(info):
            found.update(info.metadata)
    return found


@contextmanager
def told(address: str) -> Iterator[None]:
    """Turn errors into one line each and an exit status."""
    try:
        yield
    except InvalidInputError as error:
        show(list(error.problems))
    except EctRulesError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename or 'a file'}: {error.strerror}")
    except grpc.RpcError as error:
        code = error.code()
        if code is grpc.StatusCode.UNAVAILABLE and status_of(error) is None:
            fail(f"no server answers at {address}; start one with: ect-rules serve", NO_SERVER)
        problems = violations(error)
        if problems:
            show(problems)
        fail(f"{error.details()} ({code.name})")


def show(problems: list[Problem], last: str = "") -> NoReturn:
    """Print problems, a line each, and `last`, if there is any; and exit."""
    for problem in problems[:_LINES]:
        print(f"ect-rules: {problem.field}: {problem.description}", file=sys.stderr)
    if len(problems) > _LINES:
        print(f"ect-rules: and at least {len(problems) - _LINES} more", file=sys.stderr)
    if last:
        print(f"ect-rules: {last}", file=sys.stderr)
    raise SystemExit(FAILED)
