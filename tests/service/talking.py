"""Talking to a server, in few words."""

import uuid
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import grpc
import pytest
from google.protobuf.any_pb2 import Any as AnyMessage
from google.rpc import error_details_pb2 as details_pb
from google.type.date_pb2 import Date
from grpc_status import rpc_status

from ect_rules.facts import Record
from ect_rules.v1 import check_service_pb2 as checks
from ect_rules.v1 import check_service_pb2_grpc, decisions_pb2, record_service_pb2_grpc
from ect_rules.v1 import record_service_pb2 as writes
from ect_rules.wire.messages import message

ON_BOTH_DATABASES = pytest.mark.parametrize(
    "kind", ["sqlite", "postgresql"], indirect=True, scope="session"
)
_DETAILS = {
    cls.DESCRIPTOR.full_name: cls
    for cls in (
        details_pb.BadRequest,
        details_pb.ErrorInfo,
        details_pb.PreconditionFailure,
        details_pb.ResourceInfo,
        details_pb.RetryInfo,
    )
}


def day(iso: str) -> Date:
    found = date.fromisoformat(iso)
    return Date(year=found.year, month=found.month, day=found.day)


def iso(message: Any, name: str) -> str | None:
    """A day of a message as ISO text; None where it is not set."""
    if not message.HasField(name):
        return None
    found = getattr(message, name)
    return date(found.year, found.month, found.day).isoformat()


def new_id() -> str:
    return str(uuid.uuid4())


def status(decision: Any) -> str:
    enum = decision.DESCRIPTOR.fields_by_name["status"].enum_type
    prefix = enum.values_by_number[0].name.removesuffix("UNSPECIFIED")
    return enum.values_by_number[decision.status].name.removeprefix(prefix)


def codes(reasons: Iterable[Any]) -> list[str]:
    names = [decisions_pb2.ReasonCode.Name(r.code) for r in reasons]
    return [name.removeprefix("REASON_CODE_") for name in names]


def actions(decision: Any) -> list[str]:
    names = [decisions_pb2.ActionCode.Name(a.code) for a in decision.next_actions]
    return [name.removeprefix("ACTION_CODE_") for name in names]


def asking(on: str | Date | None = None, **more: Any) -> decisions_pb2.Asking:
    return decisions_pb2.Asking(on=day(on) if isinstance(on, str) else on, **more)


class Refused:
    """What a server said when it refused a call."""

    def __init__(self, error: grpc.RpcError) -> None:
        self.code = error.code()
        self.text = error.details()
        found = rpc_status.from_call(error)
        self.details = {self._name(d): self._unpack(d) for d in (found.details if found else ())}

    @staticmethod
    def _name(detail: AnyMessage) -> str:
        return detail.TypeName().removeprefix("google.rpc.")

    @staticmethod
    def _unpack(detail: AnyMessage) -> Any:
        found = _DETAILS[detail.TypeName()]()
        detail.Unpack(found)
        return found

    @property
    def reason(self) -> str:
        return self.details["ErrorInfo"].reason

    @property
    def fields(self) -> list[str]:
        return [v.field for v in self.details["BadRequest"].field_violations]

    @property
    def field_reasons(self) -> list[str]:
        return [v.reason for v in self.details["BadRequest"].field_violations]

    @property
    def violations(self) -> list[str]:
        return [v.type for v in self.details["PreconditionFailure"].violations]

    @property
    def subjects(self) -> list[str]:
        return [v.subject for v in self.details["PreconditionFailure"].violations]


def refused(call: Callable[[], Any]) -> Refused:
    try:
        answer = call()
    except grpc.RpcError as error:
        return Refused(error)
    raise AssertionError(f"not refused: {answer}")


class Talk:
    """Both services of one server."""

    def __init__(self, channel: grpc.Channel) -> None:
        self.channel = channel
        self.checks = check_service_pb2_grpc.CheckServiceStub(channel)
        self.records = record_service_pb2_grpc.RecordServiceStub(channel)

    def ask(self, method: str, on: str | Date | None = None, **given: Any) -> Any:
        """The response of a method. `given`: fields of its request, and of its `asking`."""
        request = getattr(checks, f"{method}Request")
        how = {
            n: given.pop(n) for n in [*given] if n in decisions_pb2.Asking.DESCRIPTOR.fields_by_name
        }
        return getattr(self.checks, method)(request(asking=asking(on, **how), **given))

    def registration(self, trn: str, on: str | None = None, urn: str = "", **more: Any) -> Any:
        return self.ask("CheckRegistration", on, trn=trn, urn=urn, **more).decision

    def ect_funding(self, trn: str, on: str | None = None, urn: str = "", **more: Any) -> Any:
        return self.ask("CheckEctFunding", on, trn=trn, urn=urn, **more).decision

    def funding(self, trn: str, on: str | None = None, **more: Any) -> Any:
        return self.ask("CheckMentorFunding", on, trn=trn, **more).decision

    def training(self, trn: str, on: str | None = None, **more: Any) -> Any:
        return self.ask("CheckMentorTraining", on, trn=trn, **more).decision

    def retention(self, trn: str, on: str | None = None, **more: Any) -> Any:
        return self.ask("CheckRecordRetention", on, trn=trn, **more).decision

    def kind(self, trn: str, on: str | None = None, **more: Any) -> Any:
        return self.ask("CheckMentorKind", on, trn=trn, **more).decision

    def grant(self, trn: str, on: str | None = None, **more: Any) -> Any:
        return self.ask("CheckMentorGrant", on, trn=trn, **more).decision

    def school(self, urn: str, on: str | None = None, **more: Any) -> Any:
        return self.ask("CheckSchoolEligibility", on, urn=urn, **more).decision

    def revision(self) -> int:
        return self.checks.GetServerInfo(checks.GetServerInfoRequest()).revision

    def import_records(
        self, records: Iterable[Record], request_id: str | None = None
    ) -> writes.ImportRecordsResponse:
        return self.records.ImportRecords(whole_import(records, request_id))


def header(request_id: str | None = None) -> writes.ImportRecordsRequest:
    return writes.ImportRecordsRequest(
        header=writes.ImportHeader(request_id=request_id or new_id())
    )


def batch(records: Iterable[Record]) -> writes.ImportRecordsRequest:
    return writes.ImportRecordsRequest(
        batch=writes.ImportBatch(records=[message(record) for record in records])
    )


def end(count: int) -> writes.ImportRecordsRequest:
    return writes.ImportRecordsRequest(end=writes.ImportEnd(record_count=count))


def whole_import(
    records: Iterable[Record], request_id: str | None = None, size: int = 100
) -> Iterator[writes.ImportRecordsRequest]:
    sent = list(records)
    yield header(request_id)
    for first in range(0, len(sent), size):
        yield batch(sent[first : first + size])
    yield end(len(sent))


def supposing(records: Iterable[Record], ignore_stored: bool = True) -> decisions_pb2.Hypothetical:
    return decisions_pb2.Hypothetical(
        records=[message(record) for record in records], ignore_stored=ignore_stored
    )
