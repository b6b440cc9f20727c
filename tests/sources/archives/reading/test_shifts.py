"""Slips of cells: every way to mend a row that fits."""

from secretariat.sources.archives.reading.shifts import Cells, mended


def digits_then_letters(way: Cells) -> bool:
    return all(not c or (c.isdigit() if i < 2 else c.replace("|", "").isalpha()) for i, c in enumerate(way))


def ways(*cells: str, width: int = 4) -> set[Cells]:
    return mended(cells, width, empty=lambda c: not c, delimiter="|", fits=digits_then_letters)


def test_a_cell_left_out() -> None:
    assert ways("1", "a", "b") == {("1", "", "a", "b"), ("", "1", "a", "b")}
    assert ways("1", "2", "a") == {("1", "2", "", "a"), ("1", "2", "a", "")}


def test_several_cells_are_left_out_at_the_end_only() -> None:
    assert ways("1", "2") == {("1", "2", "", "")}
    assert ways("a", "b") == set()


def test_an_empty_cell_too_many() -> None:
    assert ways("1", "", "2", "a", "b") == {("1", "2", "a", "b")}


def test_a_text_that_was_cut_in_two() -> None:
    assert ways("1", "2", "a", "b", "c") == {("1", "2", "a|b", "c"), ("1", "2", "a", "b|c")}


def test_a_cell_that_moved() -> None:
    assert ways("1", "", "2", "a") == {("1", "2", "a", ""), ("1", "2", "", "a")}


def test_more_ways_than_anyone_can_be_sure_of() -> None:
    assert ways("1", *[""] * 40, "2", width=20) == set()
