"""Time functions side by side: pinned to one core, taking turns, medians of several rounds.

The time is the processor's, of all threads: what else runs on the machine is not counted.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from statistics import median
from time import process_time
from typing import Any

from attrs import frozen

AT_LEAST = 0.2


class DifferentAnswersError(Exception):
    """A peer answers differently, so that its time says nothing."""


@frozen
class Task:
    """A function to time, and the arguments of each call of it."""

    name: str
    function: Callable[..., Any]
    calls: Sequence[tuple[Any, ...]]


@frozen
class Timing:
    """Seconds a call, the median of the rounds.

    `ratio`: how many times as long as ours beside it in the same round, the median of the rounds.
    """

    seconds: float
    ratio: float


def pin() -> int | None:
    """Keep this process on one core, the last of those it may use; None where that cannot be done."""
    if not hasattr(os, "sched_setaffinity"):
        return None
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core


def seconds_a_call(task: Task) -> float:
    """Whole passes over the calls, for AT_LEAST seconds or more."""
    function, made = task.function, 0
    gc.collect()
    start = process_time()
    while True:
        for arguments in task.calls:
            function(*arguments)
        made += len(task.calls)
        elapsed = process_time() - start
        if elapsed >= AT_LEAST:
            return elapsed / made


def side_by_side(ours: Task, others: Sequence[Task], rounds: int) -> dict[str, Timing]:
    """Ours and the others in turn: ours, the first, ours, the second, and so on, in each round."""
    gc.collect()
    gc.freeze()  # what was made beforehand is nobody's garbage
    own: list[float] = []
    taken: dict[str, list[float]] = {task.name: [] for task in others}
    ratios: dict[str, list[float]] = {task.name: [] for task in others}
    for task in (ours, *others):  # a first pass that does not count
        seconds_a_call(task)
    for _ in range(rounds):
        for task in others:
            beside = seconds_a_call(ours)
            seconds = seconds_a_call(task)
            own.append(beside)
            taken[task.name].append(seconds)
            ratios[task.name].append(seconds / beside)
    timings = {ours.name: Timing(median(own), 1.0)}
    for task in others:
        timings[task.name] = Timing(median(taken[task.name]), median(ratios[task.name]))
    gc.unfreeze()
    return timings
