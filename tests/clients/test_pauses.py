"""How long a client waits before it asks again."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.clients.pauses import pause_before, seconds_asked

NOW = datetime(2024, 5, 1, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", 0.0),
        ("0", 0.0),
        (" 12 ", 12.0),
        ("-3", 0.0),
        ("1.5", 0.0),
        ("\u0663", 0.0),
        ("9999999999", 0.0),
        ("tomorrow", 0.0),
        (format_datetime(NOW + timedelta(seconds=90), usegmt=True), 90.0),
        (format_datetime(NOW - timedelta(days=1), usegmt=True), 0.0),
    ],
)
def test_retry_after(asked: str, expected: float) -> None:
    assert seconds_asked({"retry-after": asked, "date": format_datetime(NOW, usegmt=True)}) == expected


def test_a_date_without_a_date_to_count_from_is_as_long_as_may_be() -> None:
    asked = seconds_asked({"retry-after": format_datetime(NOW, usegmt=True)})
    assert pause_before(2, asked=asked, first=0.5, longest=60.0, chance=0.5) == 60.0


def test_pauses_double_up_to_the_longest() -> None:
    own = [pause_before(n, asked=0.0, first=0.5, longest=6.0, chance=1.0) for n in range(2, 8)]
    assert own == [0.5, 1.0, 2.0, 4.0, 6.0, 6.0]
    least = [pause_before(n, asked=0.0, first=0.5, longest=6.0, chance=0.0) for n in range(2, 8)]
    assert least == [0.25, 0.5, 1.0, 2.0, 3.0, 3.0]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.text(), st.text(), st.integers(2, 10_000), st.floats(0, 1))
def test_any_header_gives_a_pause_within_bounds(after: str, date: str, tries: int, chance: float) -> None:
    asked = seconds_asked({"retry-after": after, "date": date})
    assert 0.0 <= pause_before(tries, asked=asked, first=0.5, longest=60.0, chance=chance) <= 60.0
