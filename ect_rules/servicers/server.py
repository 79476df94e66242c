"""The gRPC server: services, health, reflection, and how it starts and stops."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import grpc
from attrs import define
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection

from ect_rules.catalogue import load
from ect_rules.dated import london_day
from ect_rules.errors import EctRulesError
from ect_rules.servicers.answers import Answers
from ect_rules.servicers.check_service import CheckService
from ect_rules.servicers.comparison_service import ComparisonService
from ect_rules.servicers.ledger_service import LedgerService
from ect_rules.servicers.limits import (
    BATCH_THREADS,
    DRAIN_SECONDS,
    HEALTH_THREADS,
    MAX_CALLS_AT_ONCE,
    MAX_REQUEST_BYTES,
    MAX_STREAMS_AT_ONCE,
    MAX_WATCHERS,
    STREAM_THREADS_TO_SPARE,
    THREADS,
    WRITE_THREADS,
)
from ect_rules.servicers.lookup_service import LookupService
from ect_rules.servicers.malformed import MalformedRequests
from ect_rules.servicers.reaching import Reaching
from ect_rules.servicers.record_service import RecordService
from ect_rules.servicers.threads import OwnThreads
from ect_rules.servicers.watch_service import WatchService
from ect_rules.servicers.watching.changes import Changes
from ect_rules.servicers.watching.follower import Follower
from ect_rules.servicers.watching.path import Path
from ect_rules.store.store import Store
from ect_rules.v1 import (
    check_service_pb2,
    check_service_pb2_grpc,
    comparison_service_pb2,
    comparison_service_pb2_grpc,
    ledger_service_pb2,
    ledger_service_pb2_grpc,
    lookup_service_pb2,
    lookup_service_pb2_grpc,
    record_service_pb2,
    record_service_pb2_grpc,
    watch_service_pb2,
    watch_service_pb2_grpc,
)

SERVICES = tuple(
    module.DESCRIPTOR.services_by_name[name].full_name
    for module, name in (
        (check_service_pb2, "CheckService"),
        (record_service_pb2, "RecordService"),
        (ledger_service_pb2, "LedgerService"),
        (lookup_service_pb2, "LookupService"),
        (comparison_service_pb2, "ComparisonService"),
        (watch_service_pb2, "WatchService"),
    )
)
ABOUT_MANY = ("BatchCheck", "ListRegistrations", "ListMentors", "SummariseSchool")


class AddressError(EctRulesError):
    """The server cannot listen there."""

    reason = "ADDRESS"


def today_in_london() -> date:
    """Today in Europe/London: the one place where a clock is read for a question."""
    return london_day(datetime.now(UTC))


@define
class RunningServer:
    """A server that is serving. `port`: the port it listens on. `follower`: tells those who watch."""

    port: int
    server: grpc.Server
    health: health.HealthServicer
    store: Store
    reaching: Reaching
    follower: Follower

    def drain(self) -> None:
        """Take no new calls, let those under way finish for up to 10 seconds, and let go of all."""
        self.health.enter_graceful_shutdown()
        stopped = self.server.stop(DRAIN_SECONDS)
        self.follower.stop()
        stopped.wait()
        self.reaching.stop()
        self.store.close()


def start(
    store: Store,
    host: str,
    port: int,
    today: Callable[[], date] = today_in_london,
    beyond_loopback: bool = False,
) -> RunningServer:
    """Serve `store` on an address; port 0 takes a free one. Raises AddressError.

    Without TLS and authentication it listens on loopback only, unless `beyond_loopback` is set.
    """
    if not beyond_loopback and not _is_loopback(host):
        raise AddressError(
            f"{host} is beyond loopback, and this server has neither TLS nor authentication; listen "
            "on 127.0.0.1, or say --allow-anyone-to-connect"
        )
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    _probe(host, port, address)
    server = grpc.server(
        ThreadPoolExecutor(THREADS),
        interceptors=[_own_threads(), MalformedRequests()],
        maximum_concurrent_rpcs=MAX_CALLS_AT_ONCE + MAX_WATCHERS,
        options=(
            # Otherwise a second server on the same port would take half of the calls.
            ("grpc.so_reuseport", 0),
            ("grpc.max_receive_message_length", MAX_REQUEST_BYTES),
        ),
    )
    catalogue = load()
    answers = Answers(store, catalogue, today)
    check_service_pb2_grpc.add_CheckServiceServicer_to_server(CheckService(answers), server)
    lookup_service_pb2_grpc.add_LookupServiceServicer_to_server(LookupService(answers), server)
    comparison_service_pb2_grpc.add_ComparisonServiceServicer_to_server(
        ComparisonService(answers), server
    )
    follower = Follower(Path(store, catalogue, today), Changes(answers))
    watch_service_pb2_grpc.add_WatchServiceServicer_to_server(WatchService(follower), server)
    record_service_pb2_grpc.add_RecordServiceServicer_to_server(
        RecordService(store, catalogue, today), server
    )
    ledger_service_pb2_grpc.add_LedgerServiceServicer_to_server(LedgerService(store), server)
    # Its other way, without threads, holds a lock while it sends: those who come and go stop it all.
    servicer = health.HealthServicer(
        experimental_non_blocking=False,
        experimental_thread_pool=ThreadPoolExecutor(MAX_CALLS_AT_ONCE),
    )
    health_pb2_grpc.add_HealthServicer_to_server(servicer, server)
    reflection.enable_server_reflection(
        (*SERVICES, health.SERVICE_NAME, reflection.SERVICE_NAME), server
    )
    try:
        bound = server.add_insecure_port(address)
    except RuntimeError:
        raise AddressError(
            f"cannot listen on {address}: it is in use, or not an address of this machine"
        ) from None
    server.start()
    follower.start()

    def tell(reached: bool) -> None:
        said = health_pb2.HealthCheckResponse
        for name in ("", *SERVICES):
            servicer.set(name, said.SERVING if reached else said.NOT_SERVING)

    reaching = Reaching(store, tell)
    reaching.start()
    return RunningServer(bound, server, servicer, store, reaching, follower)


def _own_threads() -> OwnThreads:
    # A client may leave a stream open for as long as it likes, so streams have threads to spare: one too
    # many is answered and does not wait. Questions about many people take their time; a write waits for
    # the one before it, and for a database that somebody else has locked. Health is told while all others
    # wait for the database.
    streams = MAX_STREAMS_AT_ONCE + STREAM_THREADS_TO_SPARE
    many = ThreadPoolExecutor(BATCH_THREADS)
    return OwnThreads(
        {
            f"/{SERVICES[0]}/StreamChecks": ThreadPoolExecutor(streams),
            **{f"/{SERVICES[0]}/{method}": many for method in ABOUT_MANY},
            f"/{SERVICES[1]}/ImportRecords": ThreadPoolExecutor(streams),
            f"/{SERVICES[2]}/": ThreadPoolExecutor(streams),
            f"/{SERVICES[1]}/ExportRecords": ThreadPoolExecutor(streams),
            f"/{SERVICES[3]}/": ThreadPoolExecutor(streams),
            f"/{SERVICES[4]}/": ThreadPoolExecutor(streams),
            f"/{SERVICES[5]}/": ThreadPoolExecutor(MAX_WATCHERS + STREAM_THREADS_TO_SPARE),
            f"/{SERVICES[1]}/": ThreadPoolExecutor(WRITE_THREADS),
            "/grpc.health.": ThreadPoolExecutor(HEALTH_THREADS),
            "/grpc.reflection.": ThreadPoolExecutor(MAX_CALLS_AT_ONCE),
        }
    )


def _probe(host: str, port: int, address: str) -> None:
    # gRPC would write a line of its own to standard error, and not say why.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except (OSError, UnicodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "not a name of a machine"
        raise AddressError(f"cannot listen on {address}: {why}") from None


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
