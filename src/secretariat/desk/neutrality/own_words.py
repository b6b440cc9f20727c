"""Own words: what says nothing in the program's own words, as it is a figure, a name of the field, or stands in the template."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from secretariat.desk.filling import NAMED, VALUE
from secretariat.facts.live_groups import GROUP_NAMES
from secretariat.facts.proposal_types import NO_PROPOSER, NO_TITLE, PROPOSAL_TYPES
from secretariat.facts.published_terms import FIGURES

_TITLED = re.compile(rf"(?:[^\n.“”]*: )?(?:“[^”\n]*”|\b{NO_TITLE}\b)(?:, by (?:{NO_PROPOSER}\b|(?:\\.|[^\s.,;\\])+))?")
"""A title that a stranger gave, or that it is not known, with the kind of thing before it and whose it is after it: facts, which read as figures do."""

TERMS: tuple[str, ...] = (
    *(one.words for one in PROPOSAL_TYPES),
    *(measured.what for measured in FIGURES.values()),
)
"""The names of the field that the program's words list: types of proposals, and figures of a term. Nobody chose them for one text."""

_TERM = f"(?:{'|'.join(re.escape(one) for one in sorted(TERMS, key=lambda one: (-len(one), one)))})"
_ENDS = r"(?=: [+-]?\d|: “|, at the end of the term: |\.?$)"
_LISTED = re.compile(rf"(?:(?<=^- )|(?<=: )|^){_TERM}(?:, {_TERM})*{_ENDS}", re.MULTILINE)
"""Names of the field where they are listed as such: one, or several in a row, with a figure or nothing after them."""

_MARK = re.compile(r"\[\[[a-z]+ [a-z0-9-]+\]\]")
"""A mark (``desk.marks``): a time, or a count in words of the program."""

_ADDRESS = re.compile(r"https?://[^\s<>)]+")
_COUNTED = "JOY|UTC|blocks?|bytes|d|h|min|proposals?|votes?|seats?|candidates?|candidacy|candidacies|council members?|workers?|elections?"
_MEASURE = re.compile(rf"(?:\b(?:forum thread|proposal|opening|block) )?(?<![\w.,])\d[\d,.]*(?: (?:{_COUNTED})\b)*")
"""A figure with its unit, with what it counts, or as the number of something."""

_GROUP = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, GROUP_NAMES.values())))})\b")
"""What people call a working group, as the program writes it."""

_FIGURE = re.compile(r"(?<![\w.,])\d[\d,.]*\d")
"""A figure of several digits, with the signs that part thousands and decimals."""

COVER = "\ufffc"
"""Stands for each sign of what was looked at already: neither a letter nor what may part a name's words."""

_FACT = "7"
"""Stands for each sign of what reads as a figure does."""


def as_facts(text: str) -> str:
    """Give the program's words, as long as they are, with a figure in the place of each title, list of names and figure.

    So words read the same whatever figures they tell and however many names of the field they list.
    """
    for what in (_TITLED, _LISTED, _MARK, _FIGURE):
        text = covered(text, (found.span() for found in what.finditer(text)), _FACT)
    return text


@dataclass(frozen=True, kw_only=True, slots=True)
class InTemplate:
    """Where a text has what its template says: places (start, end) of ``said``, and of ``names`` that it puts people in."""

    said: tuple[tuple[int, int], ...]
    names: tuple[tuple[int, int], ...]


def in_template(text: str, form: str) -> InTemplate | None:
    """Find what a template says in the program's words, and the names in it. None where they are no filling of ``form``.

    ``text`` has marks as marks or written out, and what was looked at already may be covered in it. A name stands in the form as it is in
    the text, so that whatever its words are nothing else is taken for it, nor it for anything else.
    """
    said: list[tuple[int, int]] = []
    names: list[tuple[int, int]] = []
    last = 0
    for piece in form.split(VALUE):
        own = piece.split(NAMED)
        words = "".join(own)
        if not any(sign.isalpha() for sign in own[0]) and len(own) == 1:
            continue
        start = text.find(words, last)
        if start < 0:
            return None
        last = start + len(words)
        said.append((start, last))
        names += _named(own, start)
    return InTemplate(said=tuple(said), names=tuple(names))


def _named(own: Sequence[str], start: int) -> Iterator[tuple[int, int]]:
    """Give the places of the names in a piece of a form that begins at ``start``: every other one of what ``NAMED`` parts."""
    for number, words in enumerate(own):
        if number % 2:
            yield start, start + len(words)
        start += len(words)


def values_of(text: str, found: InTemplate) -> str:
    """Give the program's words with what their template says, names in it, and addresses, covered: values are left."""
    others = [one.span() for what in (_ADDRESS, _MARK) for one in what.finditer(text)]
    return covered(text, (*others, *found.said))


def free_words(values: str, facts: str) -> tuple[tuple[int, int], ...]:
    """Give start and end of each word in the values of a template that is neither figure, unit, title, nor a name of the field.

    ``facts`` is the whole text, as long as ``values``, as ``as_facts`` gives it.
    """
    left = values
    for what in (_LISTED, _MEASURE, _GROUP):
        left = covered(left, (found.span() for found in what.finditer(left)))
    told = "".join(COVER if fact == _FACT else sign for sign, fact in zip(left, facts, strict=True))
    return tuple(found.span() for found in _WORD.finditer(told))


_WORD = re.compile(r"[^\W\d_]+")


def covered(text: str, places: Iterable[tuple[int, int]], sign: str = COVER) -> str:
    """Give a text with each stretch (start, end) covered by a sign for each character."""
    signs = list(text)
    for start, end in places:
        signs[start:end] = sign * (end - start)
    return "".join(signs)
