"""Own words: what says nothing in the program's own words, as it is a figure, a name of the field, or stands in the template."""

import re
from collections.abc import Iterable

from secretariat.desk.filling import VALUE
from secretariat.facts.proposal_types import PROPOSAL_TYPES
from secretariat.facts.published_terms import FIGURES

_TITLED = re.compile(r"(?:[^\n.“”]*: )?“[^”\n]*”(?:, by (?:\\.|[^\s.,;\\])+)?")
"""A title that a stranger gave, with the kind of thing before it and whose it is after it: facts, which read as figures do."""

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


def without_template(text: str, form: str) -> str | None:
    """Give the program's words with what their template says, and addresses, covered: values are left. None where they are no filling of ``form``.

    ``text`` has marks as marks or written out, and what was looked at already may be covered in it.
    """
    places = [found.span() for what in (_ADDRESS, _MARK) for found in what.finditer(text)]
    last = 0
    for said in form.split(VALUE):
        if any(sign.isalpha() for sign in said):
            start = text.find(said, last)
            if start < 0:
                return None
            last = start + len(said)
            places.append((start, last))
    return covered(text, places)


def free_words(values: str) -> tuple[tuple[int, int], ...]:
    """Give start and end of each word in the values of a template that is neither figure, unit, nor a name of the field."""
    left = values
    for what in (_LISTED, _MEASURE):
        left = covered(left, (found.span() for found in what.finditer(left)))
    return tuple(found.span() for found in _WORD.finditer(left))


_WORD = re.compile(r"[^\W\d_]+")


def covered(text: str, places: Iterable[tuple[int, int]], sign: str = COVER) -> str:
    """Give a text with each stretch (start, end) covered by a sign for each character."""
    signs = list(text)
    for start, end in places:
        signs[start:end] = sign * (end - start)
    return "".join(signs)
