"""server.py as a process: starting, answering, draining, stopping, starting again."""

import re
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from signal import SIGINT, SIGKILL, SIGTERM

import grpc
import pytest
from grpc_health.v1 import health_pb2, health_pb2_grpc

from ect_rules.errors import InvalidInputError
from ect_rules.facts import EctAtSchoolPeriod, Record, Teacher
from ect_rules.generate import population
from ect_rules.servicers.limits import DRAIN_SECONDS, THREADS
from ect_rules.servicers.server import SERVICES, AddressError, RunningServer, start
from ect_rules.servicers.settings import Settings
from ect_rules.store.store import Store
from ect_rules.v1 import record_service_pb2 as writes
from tests.lifecycle.processes import ECT_RULES, SERVER, Server, finished, serving, settings
from tests.service.talking import Talk, batch, end, header, status
from tests.store.keeping import put

SERVING, NOT_SERVING = (
    health_pb2.HealthCheckResponse.SERVING,
    health_pb2.HealthCheckResponse.NOT_SERVING,
)
PEOPLE: list[Record] = [Teacher("0000001"), Teacher("0000002")]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "facts.sqlite"


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    store = Store.open(f"sqlite:///{database}")
    yield store
    store.close()


PROGRAMS = {"server.py": SERVER, "ect-rules serve": (*ECT_RULES, "serve")}


@pytest.mark.parametrize(
    ("program", "number"),
    [("server.py", SIGTERM), ("ect-rules serve", SIGINT)],
    ids=["server.py until SIGTERM", "ect-rules serve until Ctrl-C"],
)
def test_it_starts_answers_and_stops(database: Path, program: str, number: int) -> None:
    with serving(database, *PROGRAMS[program]) as server:
        assert re.fullmatch(
            r"ect-rules is serving on 127\.0\.0\.1:\d+, revision 0; stop it with Ctrl-C",
            server.greeting,
        )
        with server.channel() as channel:
            assert Talk(channel).import_records(PEOPLE).revision == 1
            health = health_pb2_grpc.HealthStub(channel)
            for name in ("", *SERVICES):
                request = health_pb2.HealthCheckRequest(service=name)
                assert health.Check(request).status == SERVING
        server.send(number)
        assert server.wait() == 0
    assert (server.out, server.err) == ([server.greeting], [])


class HalfAnImport:
    """An import that has begun and goes on when it is told to."""

    def __init__(self, talk: Talk) -> None:
        self._go_on = threading.Event()
        self._taken_in = threading.Event()
        self.call = talk.records.ImportRecords.future(self._messages())
        assert self._taken_in.wait(10)
        talk.revision()  # what was sent before this on the same connection has arrived

    def _messages(self) -> Iterator[writes.ImportRecordsRequest]:
        yield header()
        yield batch(PEOPLE)
        self._taken_in.set()  # gRPC asks for the next once it has sent this one
        self._go_on.wait(3 * DRAIN_SECONDS)
        yield end(len(PEOPLE))

    def finish(self) -> None:
        self._go_on.set()


def watching(channel: grpc.Channel) -> Iterator[int]:
    """What the server says of its health, from now on."""
    request = health_pb2.HealthCheckRequest()
    for said in health_pb2_grpc.HealthStub(channel).Watch(request, timeout=3 * DRAIN_SECONDS):
        yield said.status


def refuses_new_calls(server: Server) -> bool:
    """Whether clients that come now are turned away. One that comes as it closes is cancelled."""
    deadline = time.monotonic() + DRAIN_SECONDS / 2
    while time.monotonic() < deadline:
        with server.channel() as channel:
            try:
                Talk(channel).revision()
            except grpc.RpcError as error:
                if error.code() is grpc.StatusCode.UNAVAILABLE:
                    return True
    return False


def watch_and_go(server: RunningServer, times: int) -> None:
    for _ in range(times):
        with connected(server) as channel:
            watchers = [watching(channel) for _ in range(THREADS)]
            assert [next(health) for health in watchers] == [SERVING] * THREADS


@contextmanager
def connected(server: RunningServer) -> Iterator[grpc.Channel]:
    """A connection that is shared with nobody."""
    options = [("grpc.use_local_subchannel_pool", 1)]
    with grpc.insecure_channel(f"127.0.0.1:{server.port}", options) as channel:
        yield channel


def test_those_who_watch_its_health_keep_nobody_from_an_answer(store: Store) -> None:
    running = start(store, "127.0.0.1", 0)
    with connected(running) as channel:
        watchers = [watching(channel) for _ in range(3 * THREADS)]
        assert [next(health) for health in watchers] == [SERVING] * len(watchers)
        with ThreadPoolExecutor(4) as others:
            coming_and_going = [others.submit(watch_and_go, running, 8) for _ in range(4)]
        assert [done.exception() for done in coming_and_going] == [None] * 4
        assert Talk(channel).import_records(PEOPLE).revision == 1
        assert Talk(channel).revision() == 1
    running.drain()


def test_a_first_sigterm_drains_what_is_under_way(database: Path) -> None:
    with serving(database) as server, server.channel() as channel:
        health = watching(channel)
        assert next(health) == SERVING
        under_way = HalfAnImport(Talk(channel))
        began = time.monotonic()
        server.send(SIGTERM)
        assert next(health) == NOT_SERVING
        assert refuses_new_calls(server)
        assert server.running(), "while the import is under way"
        under_way.finish()
        assert under_way.call.result(10).added == 2
        channel.close()  # and with it the watch
        assert server.wait() == 0
        assert time.monotonic() - began < DRAIN_SECONDS
    store = Store.open(f"sqlite:///{database}")
    assert store.newest_revision() == 1, "what was acknowledged is there"
    store.close()


def test_a_call_that_does_not_finish_is_ended_when_the_time_to_drain_is_over(
    database: Path,
) -> None:
    with serving(database) as server, server.channel() as channel:
        under_way = HalfAnImport(Talk(channel))
        began = time.monotonic()
        server.send(SIGTERM)
        assert server.wait() == 0
        assert DRAIN_SECONDS - 1 < time.monotonic() - began < DRAIN_SECONDS + 3
        with pytest.raises(grpc.RpcError) as error:
            under_way.call.result(10)
        assert error.value.code() is not grpc.StatusCode.OK
        under_way.finish()
    assert server.err == []
    store = Store.open(f"sqlite:///{database}")
    assert store.newest_revision() == 0, "half an import is none"
    store.close()


@pytest.mark.parametrize(
    ("first", "second"),
    [(SIGTERM, SIGTERM), (SIGINT, SIGINT)],
    ids=["SIGTERM and SIGTERM", "Ctrl-C and Ctrl-C"],
)
def test_a_second_signal_stops_at_once(database: Path, first: int, second: int) -> None:
    with serving(database) as server, server.channel() as channel:
        health = watching(channel)
        assert next(health) == SERVING
        under_way = HalfAnImport(Talk(channel))
        server.send(first)
        assert next(health) == NOT_SERVING
        began = time.monotonic()
        server.send(second)
        assert server.wait() == 128 + second
        assert time.monotonic() - began < DRAIN_SECONDS / 2
        under_way.finish()
    assert server.err == []


@pytest.mark.parametrize("number", [SIGTERM, SIGKILL], ids=["SIGTERM", "SIGKILL"])
def test_what_was_written_is_there_when_it_starts_again(database: Path, number: int) -> None:
    with serving(database) as server, server.channel() as channel:
        talk = Talk(channel)
        talk.import_records(PEOPLE[:1])
        talk.import_records(PEOPLE)
        server.send(number)
        assert server.wait() == (0 if number == SIGTERM else -SIGKILL)
    with serving(database) as server, server.channel() as channel:
        assert "revision 2;" in server.greeting
        talk = Talk(channel)
        assert status(talk.registration("0000002")) == "NOT_REGISTERED", "and so it is known"
        assert talk.import_records(PEOPLE).unchanged == 2


def one_line(status: int, *command: str, env: dict[str, str]) -> str:
    """What it says when it cannot start: a line on standard error."""
    process = finished(*command, env=env)
    assert (process.wait(), process.out, len(process.err)) == (status, [], 1), process.err
    return process.err[0]


def test_a_second_server_on_the_same_port_leaves_the_first_alone(database: Path) -> None:
    with serving(database) as server:
        line = one_line(1, *SERVER, env=settings(database, server.address))
        assert line == f"ect-rules: cannot listen on {server.address}: Address already in use"
        with server.channel() as channel:
            assert Talk(channel).revision() == 0


BEYOND = (
    "is beyond loopback, and this server has neither TLS nor authentication; listen on 127.0.0.1, "
    "or say --allow-anyone-to-connect"
)


def test_it_does_not_listen_beyond_loopback(database: Path) -> None:
    line = one_line(1, *SERVER, env=settings(database, "0.0.0.0:0"))
    assert line == f"ect-rules: 0.0.0.0 {BEYOND}"


ADDRESSES = {
    "of every network": ("0.0.0.0", True),  # noqa: S104
    "of every network, the newer way": ("::", True),
    "of another machine": ("192.0.2.1", True),
    "that has a name": ("example.org", True),
    "of this machine alone": ("127.0.0.1", False),
    "of this machine alone, another": ("127.8.9.10", False),
    "of this machine alone, by its name": ("localhost", False),
}


@pytest.mark.parametrize(("host", "beyond"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_address(store: Store, host: str, beyond: bool) -> None:
    if beyond:
        with pytest.raises(AddressError) as error:
            start(store, host, 0)
        assert str(error.value) == f"{host} {BEYOND}"
        return
    running = start(store, host, 0)
    with grpc.insecure_channel(f"{host}:{running.port}") as channel:
        assert Talk(channel).revision() == 0
    running.drain()


ANYONE: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "by an option": ((*ECT_RULES, "serve", "--allow-anyone-to-connect"), {}),
    "by a variable": (
        (*ECT_RULES, "serve"),
        {"ECT_RULES_ALLOW_ANYONE_TO_CONNECT": "true"},
    ),
}


@pytest.mark.parametrize("case", ANYONE)
def test_it_listens_beyond_loopback_when_it_is_told_to(database: Path, case: str) -> None:
    command, more = ANYONE[case]
    with serving(database, *command, env=settings(database, "0.0.0.0:0", **more)) as server:
        port = server.address.removeprefix("0.0.0.0:")
        with grpc.insecure_channel(f"127.0.0.1:{port}") as channel:
            assert Talk(channel).revision() == 0


SETTINGS = (
    "ECT_RULES_ADDRESS, ECT_RULES_DATABASE_URL, ECT_RULES_ALLOW_ANYONE_TO_CONNECT, "
    "ECT_RULES_MIGRATE_ON_START"
)
NOT_HOST_AND_PORT = "is not HOST:PORT, as 127.0.0.1:50551"
A_LONG_PORT = "127.0.0.1:" + "9" * 5_000

WRONG = {
    "a variable that there is not": (
        {"ECT_RULES_ADRESS": "127.0.0.1:0"},
        f"ECT_RULES_ADRESS: is no setting; there are {SETTINGS}",
    ),
    "a variable in small letters": (
        {"ECT_RULES_address": "127.0.0.1:0"},
        f"ECT_RULES_address: is no setting; there are {SETTINGS}",
    ),
    "an address without a port": (
        {"ECT_RULES_ADDRESS": "127.0.0.1"},
        f"address: '127.0.0.1' {NOT_HOST_AND_PORT}",
    ),
    "an address without a host": (
        {"ECT_RULES_ADDRESS": ":50551"},
        f"address: ':50551' {NOT_HOST_AND_PORT}",
    ),
    "an empty address": ({"ECT_RULES_ADDRESS": ""}, f"address: '' {NOT_HOST_AND_PORT}"),
    "a port after the last": (
        {"ECT_RULES_ADDRESS": "127.0.0.1:65536"},
        f"address: '127.0.0.1:65536' {NOT_HOST_AND_PORT}",
    ),
    "a port of very many digits": (
        {"ECT_RULES_ADDRESS": A_LONG_PORT},
        f"address: '{A_LONG_PORT}' {NOT_HOST_AND_PORT}",
    ),
    "a port below the first": (
        {"ECT_RULES_ADDRESS": "127.0.0.1:-1"},
        f"address: '127.0.0.1:-1' {NOT_HOST_AND_PORT}",
    ),
    "a port in words": (
        {"ECT_RULES_ADDRESS": "127.0.0.1:http"},
        f"address: '127.0.0.1:http' {NOT_HOST_AND_PORT}",
    ),
    "neither true nor false": (
        {"ECT_RULES_ALLOW_ANYONE_TO_CONNECT": "yes"},
        "ECT_RULES_ALLOW_ANYONE_TO_CONNECT: must be true or false",
    ),
}


@pytest.mark.parametrize(("given", "line"), WRONG.values(), ids=WRONG)
def test_a_setting_that_is_wrong(given: dict[str, str], line: str) -> None:
    with pytest.raises(InvalidInputError) as error:
        Settings.read(given)
    assert str(error.value) == line


@pytest.mark.parametrize(
    "case",
    ["a variable that there is not", "an address without a port"],
)
def test_a_server_with_a_setting_that_is_wrong(database: Path, case: str) -> None:
    given, line = WRONG[case]
    assert one_line(2, *SERVER, env=settings(database) | given) == f"ect-rules: {line}"
    assert not database.exists()


def test_it_starts_on_a_database_with_people_in_it(
    database: Path, record_property: Callable[[str, object], None]
) -> None:
    people = list(population(2_000, 1))
    store = Store.open(f"sqlite:///{database}")
    put(store, *people)
    store.close()
    began = time.monotonic()
    with serving(database) as server, server.channel() as channel:
        record_property("seconds to serve", round(time.monotonic() - began, 2))
        assert "revision 1;" in server.greeting
        somebody = next(r for r in people if isinstance(r, EctAtSchoolPeriod))
        assert Talk(channel).registration(somebody.trn).urn
