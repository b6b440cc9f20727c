"""Days as people wrote them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.sources.archives.reading.dates import read_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12.10.21", "2021-10-12"),
        ("2.3.2021", "2021-03-02"),
        ("2021-10-12", "2021-10-12"),
        ("2021/10/12", "2021-10-12"),
        ("2021-10-12T08:30:00Z", "2021-10-12T08:30:00Z"),
        ("2021-10-12T08:30:00+02:00", "2021-10-12T06:30:00Z"),
        ("May 3, 2021", "2021-05-03"),
        ("3rd of May 2021", None),
        ("3 May 2021", "2021-05-03"),
        ("Sept 3 2021", "2021-09-03"),
        ("Ma 3, 2021", None),
        ("25/12/21", "2021-12-25"),
        ("12/25/2021", "2021-12-25"),
        ("05/05/2021", "2021-05-05"),
        ("04/05/2021", None),
        ("31.02.21", None),
        ("13.13.21", None),
        ("2021-10-12T25:00:00Z", None),
        ("1821-10-12", None),
        ("9999-12-31", None),
        ("", None),
        ("soon", None),
    ],
)
def test_days_with_one_reading(text: str, day: str | None) -> None:
    assert read_day(text) == day


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(alphabet="0123456789.-/: TZ+MayJunof,", max_size=25) | st.text(max_size=45))
def test_any_text_is_a_day_or_none(text: str) -> None:
    day = read_day(text)
    assert day is None or read_day(day) == day
