"""Marks in a person's words: those that cannot be written out are told."""

import pytest

from secretariat.desk.marks import mistyped


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ends [[time 123456]], in [[left 123456]], with [[count cast]].", ""),
        ("A [[wiki link]] and [[1]] are no marks.", ""),
        ("In [[left -1]]", "[[left -1]]"),
        ("[[time]]", "[[time]]"),
        ("[[ time 5 ]]", "[[ time 5 ]]"),
        ("[[Time 5]]", "[[Time 5]]"),
        ("[[time 1,234]]", "[[time 1,234]]"),
        ("[[left 1234567890123]]", "[[left 1234567890123]]"),
        ("[[count x]]", "[[count x]]"),
    ],
)
def test_a_mistyped_mark_is_named_with_the_reason(text: str, names: str) -> None:
    said = mistyped(text, ["cast"])
    assert said.startswith(names) if names else said == ""
    if "count x" in names:
        assert said.endswith("there are [[count cast]]")
        assert mistyped(text).endswith("where there is none")
