"""Whether the comparison finds an error that was planted."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from inspect import getsource

from ect_rules import catalogue
from tests.oracles import duck, ours, zen_tables
from tests.oracles.asking import Answer
from tests.oracles.comparing import in_sql, in_zen
from tests.oracles.people import People, people
from tests.oracles.plants import Plant

UPSET = 0.35
Asked = tuple[People, dict[int, Answer]]


@lru_cache(maxsize=4)
def asked(check: str, seed: int, teachers: int) -> Asked:
    """People to ask that about, many of them upset, and our answers."""
    asked_about = people(seed, teachers, UPSET, (check,))
    return asked_about, ours.answers(asked_about.world, asked_about.questions)


def finds(plant: Plant, asked: Asked) -> bool:
    """Whether people answered rightly are answered otherwise with the error, and it is noticed.

    `asked`: the people, and our right answers. An error in our rules both engines must notice.
    """
    match plant.engine:
        case "sql":
            return bool(in_sql(*asked, {plant.file: plant.put_into(duck.text(plant.file))}))
        case "zen":
            return bool(in_zen(*asked, {plant.file: plant.put_into(zen_tables.text(plant.file))}))
        case _:
            asked_about, _ = asked
            with _in_our_rules(plant):
                wrong = ours.answers(asked_about.world, asked_about.questions)
            return bool(in_sql(asked_about, wrong) and in_zen(asked_about, wrong))


def found_within(plant: Plant, batches: int, teachers: int) -> int:
    """How many batches of people it takes to find the error; 0 if it is not among so many."""
    seeds = range(1, batches + 1)
    return next((seed for seed in seeds if finds(plant, asked(plant.check, seed, teachers))), 0)


@contextmanager
def _in_our_rules(plant: Plant) -> Iterator[None]:
    module = import_module(f"ect_rules.rules.{plant.check}.{plant.file}")
    altered: dict[str, object] = {}
    exec(plant.put_into(getsource(module)), altered)  # noqa: S102  our own text
    right = vars(module)["decide"]
    vars(module)["decide"] = altered["decide"]
    catalogue.load.cache_clear()
    try:
        yield
    finally:
        vars(module)["decide"] = right
        catalogue.load.cache_clear()
