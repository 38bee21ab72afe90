"""The same work in one process and in several."""

from __future__ import annotations

import os
import pickle

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


def die(number: int) -> int:
    os._exit(3)


@pytest.mark.parametrize("jobs", [1, 2, None])
def test_answers_come_in_order(jobs: int | None) -> None:
    assert list(parallel.each(square, range(20), jobs)) == [number * number for number in range(20)]
    assert list(parallel.each(square, [], jobs)) == []


def test_an_error_comes_out_of_a_process_as_it_was() -> None:
    with pytest.raises(SchemaError) as caught:
        list(parallel.each(fail, range(20), 2))
    assert caught.value.diagnostics[0].hint == "another"


def test_a_process_that_dies_is_one_clear_error() -> None:
    with pytest.raises(TeikitError, match="a worker process died") as caught:
        list(parallel.each(die, range(20), 2))
    assert caught.value.hint


def test_errors_travel_whole() -> None:
    error = pickle.loads(pickle.dumps(TeikitError("what", hint="how")))
    assert (error.message, error.hint, error.exit_code) == ("what", "how", 2)
