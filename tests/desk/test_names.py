"""Names of what stands on the desk are written in one way alone."""

import pytest

from secretariat.desk.names import number_in


@pytest.mark.parametrize(
    ("name", "number"),
    [
        *(("t12", 12), (" t7\n", 7), ("t999999999", 999_999_999)),
        *(("t0", None), ("t07", None), ("t1000000000", None), ("T7", None), ("o7", None), ("7", None), ("", None)),
        *(("t7.1", None), ("t7 8", None), ("t٧", None), ("t-7", None)),
    ],
)
def test_a_name_is_its_letter_and_a_number_without_zeros_before_it(name: str, number: int | None) -> None:
    assert number_in(name, "t") == number
