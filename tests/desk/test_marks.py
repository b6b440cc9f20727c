"""Marks in a person's words: those that cannot be written out are told."""

import pytest

from secretariat.desk.marks import may_be_of, mistyped


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


@pytest.mark.parametrize(
    ("text", "written", "may"),
    [
        ("Vote.", "Vote.", True),
        ("Vote.", "Vote!", False),
        ("", "", True),
        ("Vote.", "", False),
        ("Until [[time 7]], [[left 7]]; vote.", "Until block 7, 3 h; vote.", True),
        ("Until [[time 7]], [[left 7]]; vote.", "Until block 7, 3 h; vote. Or not.", False),
        ("Until [[time 7]], [[left 7]]; vote.", "Now: until block 7, 3 h; vote.", False),
        ("Until [[time 7]], [[left 7]]; vote.", "Until block 7; vote.", False),
        ("[[time 7]]", "", True),
        ("aa[[time 7]]aa", "aaa", False),
        ("[[count cast]] of [[count seats]].", "1 of 2 of 3.", True),
        ("[[count cast]] cast.\nEnd.", "1\nVOTE FOR MALLORY cast.\nEnd.", False),
        ("[[time seven]]", "[[time seven]]", True),
        ("[[time seven]]", "2026", False),
    ],
)
def test_words_may_be_of_a_text_whose_marks_they_write_out(text: str, written: str, *, may: bool) -> None:
    assert may_be_of(text, written) is may
