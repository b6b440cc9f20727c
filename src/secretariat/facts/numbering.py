"""Which numbers of a dump do not fit the order of their blocks."""

from bisect import bisect_right
from collections.abc import Iterable


def out_of_order(numbered: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """Give the fewest numbers whose removal leaves blocks that never fall as the numbers rise.

    ``numbered`` pairs each number with its block. The numbers kept are a longest such run, found by patience sorting.
    """
    pairs = sorted(numbered)
    lasts: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, block) in enumerate(pairs):
        length = bisect_right(lasts, block)
        before.append(ends[length - 1] if length else -1)
        if length == len(lasts):
            lasts.append(block)
            ends.append(place)
        else:
            lasts[length] = block
            ends[length] = place
    kept = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return tuple(number for place, (number, _) in enumerate(pairs) if place not in kept)
