"""Emphasis: what a sign of two letters opens ends in its paragraph, and many that nothing closes are looked through once."""

import pytest

from secretariat.desk.emphasis import SIGNS, Emphasis


def inside(text: str, start: int = 2, *, kept: bool = False) -> str | None:
    found = Emphasis(text, kept=kept).closed(text[:2], start)
    return found["inside"] if found else None


@pytest.mark.parametrize("sign", SIGNS)
def test_the_next_sign_behind_a_letter_closes(sign: str) -> None:
    assert inside(f"{sign}two words{sign} and {sign}more{sign}") == "two words"
    assert inside(f"{sign}two {sign}words{sign}") == f"two {sign}words"


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("end", ["\n\n", "\n \t\n", "\\\n\n"])
def test_nothing_closes_in_another_paragraph(sign: str, end: str) -> None:
    assert inside(f"{sign}words{end}more{sign}") is None


def test_a_backslash_keeps_a_sign_from_closing() -> None:
    assert inside(r"**two\** words**") == r"two\** words"
    assert inside(r"**two\\**") == r"two\\"
    assert inside(r"**two\\**", kept=True) is None


def test_an_address_is_looked_through_as_a_whole() -> None:
    assert inside("**see https://a.b/x**y words**") == "see https://a.b/x**y words"


def test_each_paragraph_is_looked_through_by_itself() -> None:
    text = "**a **b\n\n**c**"
    emphasis = Emphasis(text)
    assert emphasis.closed("**", 2) is None
    assert emphasis.closed("**", 6) is None
    found = emphasis.closed("**", text.index("c"))
    assert found is not None
    assert found["inside"] == "c"


def test_a_text_full_of_what_nothing_closes_is_not_looked_through_from_each_sign() -> None:
    text = r"__a\__ `c` " * 2_000
    emphasis = Emphasis(f"{text}\n\n__b__")
    for start in range(2, len(text), 11):
        emphasis.closed("__", start)
    assert emphasis.closed("__", len(text) + 4) is None
    assert Emphasis(f"{text[:2_000]}\n\n__b__").closed("__", 2_004) is not None
