"""Links: where the bare address of a page stands in a text, within which no sign is taken for emphasis or code and no message ends."""

import re

_ENDS = r"\s<>\"“”„«»‹›、。，．！？；：（）「」『』【】《》\u2060"
"""What ends an address: spaces, signs that no address has (RFC 3986, appendix A), quotation marks, and ``desk.spans.JOINER``."""

_HEAD = r"(?i:https?)://(?=[\w\[])"
_SIGN = rf"(?:[^{_ENDS}\\]|\\[*_~|`])"
"""One sign of an address; of those that Markdown gives a meaning also with the backslash that takes it away."""

_CLOSERS = r"[.,:;!?'’…)\]}*_~|`]{0,12}"
_CLOSED = rf"(?={_CLOSERS}(?:[{_ENDS}]|\Z))"
"""After a sign that closes emphasis behind an address: nothing but what ends the sentence."""

BARE = rf"{_HEAD}{_SIGN}++"
"""A bare address with what stands at its end (``address_in``)."""


LAST_OF_RUN = r"(?!(?<=\*)\*|(?<=_)_|(?<=~)~|(?<=\|)\|)"
"""After a sign that closes emphasis: none of its kind follows, so that what stands before it is left to the address."""


def within(closing: str) -> str:
    """Give the pattern of one sign, or of a whole bare address, in what a closing sign ends (a pattern): that sign is part of no address.

    Of several behind an address the last one closes: an address may end with the others.
    """
    closes = rf"{closing}{_CLOSED}(?!{_CLOSERS}{closing}{_CLOSED})"
    return rf"(?:{_HEAD}(?:(?!{closes}){_SIGN})*+|(?!{_HEAD})[^\\])"


_LAST = frozenset(".,:;!?'’…*~|`\\")
_OPENING = {")": "(", "]": "[", "}": "{"}


def address_in(found: str) -> str:
    """Give of what ``BARE`` found the address: without what ends its sentence, or closes a bracket or emphasis that began before it.

    A bar at the end stays: emphasis around an address is found before the address is, and there are addresses that end with one.
    """
    address = _in_brackets(found)
    while address[-1] in _LAST or address.count(address[-1]) > address.count(_OPENING.get(address[-1], address[-1])):
        address = address[:-1]
    return address


def _in_brackets(found: str) -> str:
    """Cut at the first square bracket that closes none of the address: the words of a link end with it."""
    open_ = 0
    for place, sign in enumerate(found):
        open_ += (sign == "[") - (sign == "]")
        if open_ < 0:
            return found[:place]
    return found


def unescaped(address: str) -> str:
    """Give an address without the backslashes that took the meaning of signs away."""
    return re.sub(r"\\([*_~|`])", r"\1", address)


_BARE = re.compile(BARE)
_SCHEME = re.compile(r"(?i:https?)\Z")


def end_of(text: str, colon: int, *, bars: int) -> int | None:
    """Give where the bare address ends whose ``://`` is at a place; None where none stands there.

    For readers of Markdown that come upon it at its colon. ``bars`` tells how many open emphasis: so many at the end may close it.
    """
    scheme = _SCHEME.search(text[max(0, colon - 5) : colon])
    found = _BARE.match(text, colon - len(scheme[0])) if scheme else None
    if found is None:
        return None
    address = address_in(found[0])
    while bars and address[-1] == "_":
        closing = min(bars, len(address) - len(address.rstrip("_")))
        address, bars = address_in(address[:-closing]), bars - closing
    return found.start() + len(address)
