"""A short, fixed run of the fuzzing that ``make soak`` does without end: every reader of live sources."""

from collections.abc import Callable, Iterator
from random import Random

import pytest
from bench.soak_live import Tally, subjects, try_case

NAMES = (
    *("JSON", "answers of a node", "answers of a query node", "metadata", "rates", "rows of a query node"),
    *("states of deadlines", "storage", "totals of a query node"),
)


@pytest.fixture(scope="module")
def fuzzed() -> Iterator[dict[str, Callable[[Random], None]]]:
    with subjects() as found:
        yield found


@pytest.mark.parametrize("name", NAMES)
def test_no_answer_breaks_what_must_hold_of_any(fuzzed: dict[str, Callable[[Random], None]], name: str) -> None:
    assert set(fuzzed) == set(NAMES)
    tally = Tally()
    for number in range(25):
        try_case(name, fuzzed[name], 20_250_601, number, tally)
    assert not tally.failures, tally.words
