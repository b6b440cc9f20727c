"""Emphasis: where a sign of two letters that opens bold, struck or hidden words finds the one that closes them."""

import re

from secretariat.desk.links import LAST_OF_RUN, within

SIGNS = ("**", "__", "~~", "||")

_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")


def _closing(sign: str, fewest: str, before: str) -> re.Pattern[str]:
    closes = rf"{re.escape(sign)}{LAST_OF_RUN}"
    inside = rf"(?:\\(?:[^\n]|(?=\n))|(?!{_PARAGRAPH_END.pattern}){within(closes)}){fewest}"
    return re.compile(rf"(?P<inside>{inside}){before}{closes}", re.DOTALL)


OFTEN = 20
"""So many times the length of a text may be looked through in vain; what nothing has closed until then stays letters."""


class Emphasis:
    """Looks through one text for what closes emphasis, where a sign that may close it follows, and ``OFTEN`` in vain at the most.

    ``kept`` is for words that must stay together: there a backslash before the closing sign keeps it from closing, and nothing need be inside.
    """

    def __init__(self, text: str, *, kept: bool = False) -> None:
        self._text = text
        self._patterns = _KEPT if kept else _SHOWN
        self._next: dict[str, int] = {}
        self._paragraph_end = -1
        self._left = OFTEN * len(text)

    def closed(self, sign: str, start: int) -> re.Match[str] | None:
        """Give from behind an opening sign up to and with the closing one in the same paragraph, what is between as ``inside``; or None."""
        end = self._end(start)
        if self._left < 0 or self._may_close(sign, start) >= end:
            return None
        found = self._patterns[sign].match(self._text, start)
        if found is None:
            self._left -= end - start
        return found

    def _end(self, start: int) -> int:
        if self._paragraph_end < start:
            found = _PARAGRAPH_END.search(self._text, start)
            self._paragraph_end = found.start() if found else len(self._text)
        return self._paragraph_end

    def _may_close(self, sign: str, start: int) -> int:
        """Give where the sign next stands behind a letter, from a place on."""
        if self._next.get(sign, -1) < start:
            found = _MAY_CLOSE[sign].search(self._text, start)
            self._next[sign] = found.start() if found else len(self._text)
        return self._next[sign]


_SHOWN = {sign: _closing(sign, "+?", r"(?<=\S)") for sign in SIGNS}
_KEPT = {sign: _closing(sign, "*?", r"(?<=[^\s\\])") for sign in SIGNS}
_MAY_CLOSE = {sign: re.compile(rf"(?<=\S){re.escape(sign)}{LAST_OF_RUN}") for sign in SIGNS}
