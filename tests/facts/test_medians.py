"""The median of whole numbers, exact."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.medians import median


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([], None),
        ([None], None),
        ([3], Decimal(3)),
        ([4, 1], Decimal("2.5")),
        ([9, None, 1, 5], Decimal(5)),
        ([2, 4, 6, 8], Decimal(5)),
        ([10**30, 10**30 + 2], Decimal(10**30 + 1)),
    ],
)
def test_the_median_is_exact(counts: list[int | None], expected: Decimal | None) -> None:
    assert median(counts) == expected


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=9))
def test_half_lie_on_either_side_of_the_median(counts: Sequence[int]) -> None:
    middle = median(counts)
    assert middle is not None
    assert sum(count <= middle for count in counts) * 2 >= len(counts)
    assert sum(count >= middle for count in counts) * 2 >= len(counts)
