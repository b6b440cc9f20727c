"""Texts put right where that is certain."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.sources.archives.reading.texts import clean


@pytest.mark.parametrize(
    ("text", "found", "repaired", "damaged"),
    [
        (" two  words\n", "two words", False, False),
        ("\u043f\u0440\u0438\u0432\u0435\u0442", "\u043f\u0440\u0438\u0432\u0435\u0442", False, False),
        ("a \x97 b", "a \u2014 b", True, False),
        ("don\u00e2\u20ac\u2122t", "don\u2019t", True, False),
        ("a\x00b", "ab", True, False),
        ("\x81", "\ufffd", False, True),
        ("Hall \u0412\u2014 upd.", "Hall \u2014 upd.", True, False),
        ("\u0420\u0457\u0421\u0402\u0420\u0451\u0420\u0406", "\u043f\u0440\u0438\u0432", True, False),
        (
            "\u0422\u0435\u0441\u0442 \u2116 5 \u2014 \u00ab\u0412\u00bb",
            "\u0422\u0435\u0441\u0442 \u2116 5 \u2014 \u00ab\u0412\u00bb",
            False,
            False,
        ),
        ("half \ud800", "half \ufffd", False, True),
    ],
)
def test_clean(text: str, found: str, repaired: bool, damaged: bool) -> None:
    result = clean(text)
    assert (result.text, bool(result.repair), result.damaged) == (found, repaired, damaged)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(st.characters(exclude_categories=())))
def test_what_comes_out_can_be_stored(text: str) -> None:
    result = clean(text)
    result.text.encode()
    assert "\0" not in result.text
    assert clean(result.text).text == result.text
