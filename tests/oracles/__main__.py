"""python -m tests.oracles: compare on as many cases as asked, or plant errors."""

from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, as_completed, wait
from itertools import count
from multiprocessing import get_context
from os import cpu_count
from time import perf_counter

import click
from rich.console import Console
from rich.progress import Progress

from tests.oracles.comparing import Tally, batch, not_reached
from tests.oracles.planting import found_within
from tests.oracles.plants import PLANTS

PROCESSES = cpu_count() or 1
TEACHERS = 1_500
MOST_SHOWN = 5
MOST_BATCHES = 40


@click.group()
def main() -> None:
    """Compare our rules with the SQL and with the decision tables."""


@main.command()
@click.option(
    "--cases", default=50_000, show_default=True, help="A subject, a day and a check each."
)
@click.option("--seed", default=1, show_default=True, help="Of the first batch of people.")
def compare(cases: int, seed: int) -> None:
    """Fails where an answer differs, and where a status or a reason never came about."""
    begun = perf_counter()
    tally = Tally()
    with _progress() as progress:
        task = progress.add_task("cases", total=cases)
        for found in _batches(cases, seed):
            tally = tally + found
            progress.update(task, completed=tally.cases)
    for shown in tally.shown[:MOST_SHOWN]:
        click.echo(shown)
    for (engine, check), number in sorted(tally.different.items()):
        click.echo(f"{check}: {number} answers differ from {engine}")
    for what, number in sorted(tally.seen.items()):
        click.echo(f"{number:>10,}  {what}")
    missing = not_reached(tally)
    for what in missing:
        click.echo(f"not reached: {what}")
    differ = sum(tally.different.values())
    seconds = perf_counter() - begun
    click.echo(f"{tally.cases:,} cases in {seconds:.0f} s: {differ} differ")
    if differ or missing:
        raise SystemExit(1)


def _batches(cases: int, seed: int) -> Iterator[Tally]:
    """Batches until there are cases enough, no more of them under way than there are cores."""
    seeds = count(seed)
    compared = 0
    with _pool() as pool:
        running: set[Future[Tally]] = set()
        while compared < cases:
            while len(running) < PROCESSES:
                running.add(pool.submit(batch, next(seeds), TEACHERS, MOST_SHOWN))
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                compared += future.result().cases
                yield future.result()
        pool.shutdown(cancel_futures=True)


@main.command()
def plant() -> None:
    """Plant errors, one at a time. Fails where the comparison does not find one."""
    begun = perf_counter()
    with _pool() as pool, _progress() as progress:
        looking = [pool.submit(found_within, p, MOST_BATCHES, TEACHERS) for p in PLANTS]
        for _ in progress.track(as_completed(looking), len(looking), description="errors"):
            pass
    found = [future.result() for future in looking]
    for planted, batches in zip(PLANTS, found, strict=True):
        click.echo(f"{f'batch {batches}' if batches else 'NOT FOUND':>10}  {planted}")
    seconds = perf_counter() - begun
    click.echo(f"{len(found) - found.count(0)} of {len(found)} errors found in {seconds:.0f} s")
    if 0 in found:
        raise SystemExit(1)


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(PROCESSES, get_context("spawn"))


def _progress() -> Progress:
    return Progress(console=Console(stderr=True), transient=True)


if __name__ == "__main__":
    main()
