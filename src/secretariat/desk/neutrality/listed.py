"""Listed: names in a list, numbered or below a line that leads to it, read as if they stood in a row on one line."""

import re
from collections.abc import Iterator

NAMED, LEFT_OUT = "\x04", "\x02"
"""What a name is covered with, and what is not read, each as long as what it stands for."""

FEWEST_BLANK = 2
"""Blank lines that may stand before a list, or between two of its names."""

LONGEST_LEAD = 60
"""Characters of a line without a colon that leads to a list."""

_ASIDE = r"(?:[ \t]?\([^()\n]{1,40}\))?"
_NAME = rf"[*_~\[\"'\x02]*\x04+[*_~\]\"'\x02]*{_ASIDE}[*_~]{{0,3}}"
_BETWEEN = r"(?:[ \t]{0,3}[,;/&+–—-][ \t]{0,3}(?:(?:and|or)[ \t]{1,3})?|[ \t]{1,3}(?:and|or)[ \t]{1,3}|[ \t]{1,3})"
_NAMES = rf"{_NAME}(?:{_BETWEEN}{_NAME})*"
_BULLET = re.compile(r"[ \t>]*(?:[-*+•·▪][ \t]|\(?\d{1,2}[.)][ \t])[ \t]*(?:\[[ x]\][ \t]{1,3})?")
_ONLY_NAMES = re.compile(rf"[ \t>]*({_NAMES})[.,;!]{{0,3}}[ \t\r]*")
_BLANK = re.compile(r"[ \t>\r]*")
_LEADS = re.compile(r"[ \t>*_]*[a-z][a-z' \t*_]*")
"""A line of words alone, which a list may follow without a colon."""

_AN_ITEM = r"(?:\(?\d{1,2}[.):]|[-–—•·▪])[ \t]{1,3}[\[\x02]?\x04+[\]\x02]*"
_ROWS = re.compile(rf"{_AN_ITEM}(?:[ \t,;]{{1,3}}(?:and[ \t]|&[ \t])?{_AN_ITEM})+")
_MARK = re.compile(r"(?:\(?\d{1,2}[.):]|[-–—•·▪])(?=[ \t]{1,3}[\[\x02]?\x04)")


def marks_of_rows(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of the numbers and dashes of lists of names that stand on one line."""
    for found in _ROWS.finditer(text):
        for mark in _MARK.finditer(text, *found.span()):
            yield mark.span()


def marks_of_lists(text: str) -> Iterator[tuple[int, int]]:
    """Give the places between the names of lists of which each item is a name, or a row of names, and before the first.

    A list stands below a line that ends with a colon, or below a short one of words alone. Behind a colon names may stand without bullets.
    """
    end, colon, blank, start = 0, False, FEWEST_BLANK + 1, 0
    for line in text.split("\n"):
        begin, start = start, start + len(line) + 1
        bullet = _BULLET.match(line)
        names = _ONLY_NAMES.fullmatch(line, bullet.end() if bullet else 0) if NAMED in line else None
        if _BLANK.fullmatch(line):
            blank += 1
        elif names is not None and blank <= FEWEST_BLANK and (bullet or colon):
            yield (end, begin + names.start(1))
            end, blank = begin + names.end(1), 0
        else:
            end, colon = begin + len(line.rstrip()), line.rstrip(" \t\r*_").endswith(":")
            leads = colon or (len(line) <= LONGEST_LEAD and bullet is None and _LEADS.fullmatch(line.rstrip()))
            blank = 0 if leads else FEWEST_BLANK + 1
