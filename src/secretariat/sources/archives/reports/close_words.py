"""Words that are a slip of the pen off known ones: one letter more, less, other, or in its neighbour's place."""

from collections.abc import Iterable

SHORTEST = 7
"""A shorter label has too many neighbours to guess at."""

_SHORTEST_WORD = 5
"""Of a label of several words each may have its own slip, but none as short as ``of``."""


def close_to(text: str, known: Iterable[str], shortest: int = SHORTEST) -> tuple[str, ...]:
    """Give the known labels of at least ``shortest`` letters that a text is a misspelling of; an exact one is none."""
    return tuple(label for label in known if len(label) >= shortest and is_misspelled(text, label))


def is_misspelled(text: str, label: str) -> bool:
    """Say whether a text is a label with one slip, or with one in each of several words."""
    if text == label:
        return False
    words, wanted = text.split(), label.split()
    return one_off(text, label) or (
        len(words) == len(wanted) and all(map(_same_word, words, wanted)) and len(words) > 1
    )


def _same_word(word: str, wanted: str) -> bool:
    return word == wanted or (len(wanted) >= _SHORTEST_WORD and one_off(word, wanted))


def one_off(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter, or by two neighbours in the other order."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    same = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(map(len, (one, other)))
    )
    one, other = one[same:], other[same:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[:2] == other[1::-1] and one[2:] == other[2:])
    )
