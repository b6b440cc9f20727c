"""Numbers that do not fit the order of their blocks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.numbering import out_of_order


@pytest.mark.parametrize(
    ("blocks", "numbers"),
    [
        ([], ()),
        ([5], ()),
        ([1, 1, 1], ()),
        ([1, 5, 9, 12], ()),
        ([1, 90, 9, 12], (2,)),
        ([1, 5, 9, 2], (4,)),
        ([90, 5, 9, 12], (1,)),
        ([1, 80, 90, 9, 12, 14], (2, 3)),
    ],
)
def test_the_fewest_numbers_that_do_not_fit_are_named(blocks: list[int], numbers: tuple[int, ...]) -> None:
    assert out_of_order(enumerate(blocks, start=1)) == numbers


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.lists(st.integers(0, 30), max_size=25))
def test_what_is_left_never_falls(blocks: list[int]) -> None:
    wrong = set(out_of_order(enumerate(blocks)))
    left = [block for number, block in enumerate(blocks) if number not in wrong]
    assert left == sorted(left)
    assert blocks != sorted(blocks) or not wrong
