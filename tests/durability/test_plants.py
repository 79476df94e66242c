"""Each error that is planted in a server is found by the test that is there for it."""

import sys
from collections.abc import Callable
from logging import Logger

import pytest

from tests.durability.clusters import Cluster
from tests.durability.planted import (
    answers_before_it_commits,
    commits_before_the_head_moves,
    forgets_request_ids,
    forgets_what_was,
    looks_before_it_holds_the_head,
    says_that_all_is_well,
    waits_for_ever,
)
from tests.durability.servers import again
from tests.durability.test_away import go_away, stopped
from tests.durability.test_dropped import write_and_lose
from tests.durability.test_history import ask_later
from tests.durability.test_kill import kill_server
from tests.durability.test_racing import race

Plant = Callable[[], None]


def with_(plant: Plant) -> tuple[str, ...]:
    return (sys.executable, "-m", "tests.durability.planted", plant.__name__)


@pytest.mark.parametrize("plant", [commits_before_the_head_moves, answers_before_it_commits])
def test_killing(new_database: Callable[[], str], plant: Plant, told: Logger) -> None:
    with pytest.raises(AssertionError):
        kill_server(new_database(), 10, 3, told, *with_(plant))


def test_losing_answers(new_database: Callable[[], str], told: Logger) -> None:
    with pytest.raises(AssertionError):
        write_and_lose(new_database(), 200, told, *with_(forgets_request_ids))


@pytest.mark.parametrize("plant", [looks_before_it_holds_the_head, forgets_what_was])
def test_racing(new_database: Callable[[], str], plant: Plant, told: Logger) -> None:
    with pytest.raises(AssertionError):
        race(new_database(), 4, told, *with_(plant))


def test_asking_later(new_database: Callable[[], str], told: Logger) -> None:
    with pytest.raises(AssertionError):
        ask_later(new_database(), 25, 60, told, *with_(forgets_what_was))


@pytest.mark.parametrize("plant", [waits_for_ever, says_that_all_is_well])
def test_being_away(postgres: Cluster, postgres_away: str, plant: Plant, told: Logger) -> None:
    with again(postgres_away, *with_(plant)) as server, pytest.raises(AssertionError):
        go_away(server, postgres, stopped, told)
