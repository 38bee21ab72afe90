"""The same work in one process and in several."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Callable

import pytest

from teikit import parallel
from teikit.diagnostics import Diagnostic, Location, SchemaError, TeikitError
from teikit.rng.schema_codes import NOT_A_SCHEMA


def square(number: int) -> int:
    return number * number


def fail(number: int) -> int:
    if number == 7:
        raise SchemaError([Diagnostic.of(NOT_A_SCHEMA, Location("a.rng"), "not one", hint="another")])
    return number


def die_of_seven(number: int) -> int:
    if number == 7:
        os._exit(3)
    return number


def heavy(number: int) -> int:
    return parallel.SMALL * (1 + number % 3)


def minus(number: int) -> int:
    return -number


def weightless(number: int) -> int:
    return 0


@pytest.mark.parametrize("weigh", [heavy, weightless])
@pytest.mark.parametrize("jobs", [1, 2, None])
def test_answers_come_in_order(jobs: int | None, weigh: Callable[[int], int]) -> None:
    answers = list(parallel.each(square, range(20), jobs, weigh=weigh, lost=minus))
    assert answers == [number * number for number in range(20)]
    assert list(parallel.each(square, [], jobs, weigh=weigh, lost=minus)) == []


def test_little_work_stays_in_this_process() -> None:
    assert set(parallel.each(process, range(20), 2, weigh=weightless, lost=minus)) == {os.getpid()}
    assert os.getpid() not in set(parallel.each(process, range(20), 2, weigh=heavy, lost=minus))


def process(number: int) -> int:
    return os.getpid()


def test_an_error_comes_out_of_a_process_as_it_was() -> None:
    with pytest.raises(SchemaError) as caught:
        list(parallel.each(fail, range(20), 2, weigh=heavy, lost=minus))
    assert caught.value.diagnostics[0].hint == "another"


def test_a_process_that_dies_loses_nothing_but_the_item_at_fault() -> None:
    answers = list(parallel.each(die_of_seven, range(20), 2, weigh=heavy, lost=minus))
    assert answers == [*range(7), -7, *range(8, 20)]


def test_an_interrupt_ends_the_processes_at_once() -> None:
    answers = parallel.each(sleep_long, range(4), 2, weigh=lambda _: parallel.SMALL, lost=minus)
    started = time.monotonic()
    assert next(answers) == 0
    with pytest.raises(KeyboardInterrupt):
        answers.throw(KeyboardInterrupt())
    assert time.monotonic() - started < 30


def sleep_long(number: int) -> int:
    if number:
        time.sleep(60)
    return number


def test_errors_travel_whole() -> None:
    error = pickle.loads(pickle.dumps(TeikitError("what", hint="how")))
    assert (error.message, error.hint, error.exit_code) == ("what", "how", 2)
