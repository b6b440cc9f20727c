"""How figures are said."""

from decimal import Decimal

import pytest

from secretariat.desk.saying import joy_rounded

JOY = 10**10


@pytest.mark.parametrize(
    ("units", "words"),
    [
        ("2845709643635972", "about 284,571 JOY"),
        (str(284_571 * JOY), "284,571 JOY"),
        (f"{284_571 * JOY}.5", "about 284,571 JOY"),
        (str(100 * JOY + 1), "about 100 JOY"),
        (str(99 * JOY + 5_049_999_999), "about 99.5 JOY"),
        (str(6 * JOY + 1_234_567_890), "about 6.12 JOY"),
        (str(6 * JOY + 1_200_000_000), "6.12 JOY"),
        ("3.5", "about 0.0000000004 JOY"),
        ("3", "0.0000000003 JOY"),
        ("0", "0 JOY"),
    ],
)
def test_a_median_is_said_in_whole_joy_and_a_small_one_with_two_decimals(units: str, words: str) -> None:
    assert joy_rounded(Decimal(units)) == words
