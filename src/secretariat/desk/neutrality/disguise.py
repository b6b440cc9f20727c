"""Disguise: words whose letters are spaced out, or some of them written as digits, read as people read them.

Only what makes a word that the families have, or a name that was given, is read so: figures, ids and hashes stay what they are.
"""

import re
from collections.abc import Callable, Collection, Sequence
from functools import cache

from secretariat.desk.neutrality.families.register import words_written
from secretariat.desk.neutrality.folding import Folded

_ALIKE = (str.maketrans("013457", "oieast"), str.maketrans("013457", "oleast"))
_MIXED = re.compile(r"(?<![\w#@/.-])(?=[a-z]{0,20}[013457])(?=[013457]{0,20}[a-z])[a-z013457]{3,20}(?![\w/])")
_SPACED = re.compile(r"(?<![\w.'-])[a-z0-9](?:([ \t]{1,4}|[._*·-])[a-z0-9])(?:\1[a-z0-9]){1,398}(?![\w'])")

LONGEST_WORD, LONGEST_INITIALS = 20, 2
_ALONE = frozenset({"a", "i"})

Known = Callable[[str], bool]


def may_be_disguised(whole: Folded) -> bool:
    """Tell whether anything in a text could be a disguised word, which most texts do not have."""
    return _SPACED.search(whole.text) is not None or _MIXED.search(whole.text) is not None


def undisguised(whole: Folded, names: Collection[str]) -> Folded:
    """Write disguised words plainly; ``names`` are the words that people are called by. Places still point into the original."""
    words, given = words_written(), frozenset(names)

    def known(word: str) -> bool:
        return word in words or word in given

    return _without_digits(_together(whole, known), known)


def _together(whole: Folded, known: Known) -> Folded:
    """Put letters that are spaced out together where they make known words; any other run of letters stays."""
    kept: list[tuple[int, str]] = []
    last = 0
    cut = cache(lambda letters: _cut(letters, known))  # what is said over and over is cut once
    for found in _SPACED.finditer(whole.text):
        step = 1 + len(found[1])
        lengths = cut(found[0][::step])
        if max(lengths, default=0) <= LONGEST_INITIALS:
            continue
        kept += ((place, "") for place in range(last, found.start()))
        at = found.start()
        for length in lengths:
            if at > found.start():
                kept.append((at - 1, " "))
            kept += ((at + step * number, "") for number in range(length))
            at += step * length
        last = found.end()
    if not last:
        return whole
    kept += ((place, "") for place in range(last, len(whole.text)))
    return Folded(
        text="".join(sign or whole.text[place] for place, sign in kept),
        cased="".join(sign or whole.cased[place] for place, sign in kept),
        at=tuple(whole.at[place] for place, _ in kept),
        length=whole.length,
    )


def _cut(letters: str, known: Known) -> Sequence[int]:
    """Cut letters without gaps into known words, as few as can be: the length of each; nothing where that cannot be."""
    fewest: list[int | None] = [0, *([None] * len(letters))]
    last = [0] * (len(letters) + 1)  # of the fewest words up to a place, the length of the last
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - LONGEST_WORD), end):
            before, now = fewest[start], fewest[end]
            if before is None or (now is not None and now <= before + 1):
                continue
            if _is_word(letters[start:end], known):
                fewest[end], last[end] = before + 1, end - start
    if fewest[-1] is None:
        return ()
    lengths: list[int] = []
    end = len(letters)
    while end:
        lengths.append(last[end])
        end -= last[end]
    return lengths[::-1]


def _is_word(letters: str, known: Known) -> bool:
    if len(letters) == 1:
        return letters in _ALONE
    return known(letters) if letters.isalpha() else bool(_in_letters(letters, known))


def _without_digits(whole: Folded, known: Known) -> Folded:
    """Write the digits within known words as the letters that they stand for, one for one."""
    text, cased = list(whole.text), list(whole.cased)
    for found in _MIXED.finditer(whole.text):
        plain = _in_letters(found[0], known)
        if plain:
            start, end = found.span()
            shouted = whole.cased[start:end].isupper()
            written = zip(whole.cased[start:end], plain.upper() if shouted else plain, strict=True)
            text[start:end] = plain
            cased[start:end] = [old if old.isalpha() else new for old, new in written]
    return Folded(text="".join(text), cased="".join(cased), at=whole.at, length=whole.length)


def _in_letters(word: str, known: Known) -> str:
    """Give a word of letters and digits in letters where that makes one that is known; else nothing."""
    if 2 * sum(sign.isdigit() for sign in word) > len(word):
        return ""
    return next((plain for plain in map(word.translate, _ALIKE) if known(plain)), "")
