"""Rows whose cells do not stand in their columns: every way in which one slip could have moved them."""

from collections.abc import Callable, Sequence
from itertools import combinations

Cells = tuple[str, ...]
Fits = Callable[[Cells], bool]

MOST_WAYS = 1000
"""Ways to mend one row that are tried; a row with more has no reading anyone could be sure of."""

MOST_CELLS = 20
"""Cells that one slip can add or take away."""


def mended(cells: Sequence[str], width: int, *, empty: Callable[[str], bool], delimiter: str, fits: Fits) -> set[Cells]:
    """Find every row of ``width`` cells that fits and from which one slip makes the cells given.

    The slips: cells left out (empty cells are put in); an empty cell too many (left out), or a delimiter inside a text
    that was not quoted (joined again); in a row of the right width, an empty cell that moved.
    """
    row = tuple(cells)
    if abs(len(row) - width) > MOST_CELLS:
        return set()
    if len(row) < width:
        ways = _filled(row, width - len(row))
    elif len(row) > width:
        ways = _joined(row, len(row) - width, empty, delimiter) + _thinned(row, len(row) - width, empty)
    else:
        ways = [way for thin in _thinned(row, 1, empty) for way in _filled(thin, 1)]
    return {way for way in ways if way != row and fits(way)}


def _filled(row: Cells, missing: int) -> list[Cells]:
    width = len(row) + missing
    if missing > 1:
        return [row + ("",) * missing]
    return [(*row[:place], "", *row[place:]) for place in range(width)]


def _joined(row: Cells, extra: int, empty: Callable[[str], bool], delimiter: str) -> list[Cells]:
    return [
        (*row[:place], delimiter.join(row[place : place + extra + 1]), *row[place + extra + 1 :])
        for place in range(len(row) - extra)
        if not any(map(empty, row[place : place + extra + 1]))
    ]


def _thinned(row: Cells, extra: int, empty: Callable[[str], bool]) -> list[Cells]:
    places = [place for place, cell in enumerate(row) if empty(cell)]
    found = []
    for number, left_out in enumerate(combinations(places, extra)):
        if number >= MOST_WAYS:
            return []
        found.append(tuple(cell for place, cell in enumerate(row) if place not in left_out))
    return found
