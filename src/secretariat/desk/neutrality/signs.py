"""Signs: tags of HTML that hold no words, calls that are written together with a name, and ``>`` between two names."""

import re
from collections.abc import Callable, Iterable, Iterator

from secretariat.desk.neutrality.folding import Folded, covered_places
from secretariat.desk.neutrality.listed import NAMED
from secretariat.desk.neutrality.ordinary import ORDINARY

CALL, ABOVE, BELOW = "\x05", "\x06", "\x07"
"""What ``#vote``, ``vote4`` and ``votefor`` before a name are covered with, and ``>`` and ``<`` between two names."""

READ_AS = {CALL: ("vote", "for"), ABOVE: ("xabove",), BELOW: ("xbelow",)}
"""The words that these are read as."""

_ATTRIBUTE = (
    r"(?:(?:align|valign)=[\"']?(?:left|center|right|justify|top|middle|bottom)"
    r"|(?:width|height|border|size|colspan|rowspan|start)=[\"']?\d{1,5}(?:%|px|em)?)[\"']?"
)
_TAG = (
    "(?:a|b|blockquote|br|center|code|dd|details|div|dl|dt|em|figure|font|h[1-6]|hr|i|img|kbd|li|ol|p|picture|pre|s|small|source|"
    "span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul|video)"
)
TAGS = re.compile(rf"</?{_TAG}(?:[ \n]{{1,9}}{_ATTRIBUTE}){{0,9}}[ ]?/?>")
"""Tags without attributes, or with how something stands and how large it is; all other attributes may hold words, and are read."""

_CALL = re.compile(r"(?<![a-z0-9_])#?_?(?:re-?)?(?:vote|elect|support)(?:_?(?:for|4))?_?(?=[^\W\d_])")
_OPEN_CALL = re.compile(r"#(?:vote|elect)(?:_?(?:for|4))?_?|vote_?(?:for|4)_?")
_WORD = re.compile(r"[^\s#|,;:!?()\[\]]{1,80}")
_NOBODY = frozenset(
    """
    against change council day early election joystream joy lead next none power proposal results secretary smart stage sure today
    tomorrow tonight wisely
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)
"""What may stand behind ``#Vote`` and is nobody's name, beside ordinary words."""

_BESIDE = r"[ \t*_\"'\x02]{0,4}"
_ONE = rf"(?<![<{NAMED}]){NAMED}{{1,300}}{_BESIDE}"
_LESS = "(?:<{1,3}|≪|≤)"
"""Blanks are on both sides of it or on neither: ``Ada <ada@example.org>`` is an address."""
_SIGNS = (
    (re.compile(rf"{_ONE}(>{{1,3}}|≫|≥){_BESIDE}(?={NAMED}|(?:the )?(?:others|rest)|everyone|everybody)"), ABOVE),
    (re.compile(rf"{_ONE}((?<=\s){_LESS}(?=\s)|(?<!\s){_LESS}(?!\s)){_BESIDE}(?={NAMED})"), BELOW),
)


def calls_apart(whole: Folded, names: Callable[[], Iterable[str]]) -> Folded:
    """Cover calls that are written together with whom they name (``#VoteAda``, ``vote4ada``), and these names."""
    found = list(_calls(whole, names))
    whole = covered_places(whole, [call for call, _ in found], CALL)
    return covered_places(whole, [name for _, name in found], NAMED)


def _calls(whole: Folded, names: Callable[[], Iterable[str]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    known: frozenset[str] | None = None
    for found in _CALL.finditer(whole.text):
        known = frozenset(names()) if known is None else known  # most texts have no such word
        start = found.end()
        word = _WORD.match(whole.text, start)
        if word is None or f"{found[0]}{word[0]}".lstrip("#") in known:
            continue
        name = word[0].rstrip(".'\"*_~").removesuffix("'s")
        if name in known or (_OPEN_CALL.fullmatch(found[0]) and _is_named(whole, start, name)):
            yield found.span(), (start, start + len(name))


def _is_named(whole: Folded, start: int, name: str) -> bool:
    """Tell whether what stands behind a call is written as a name that nobody gave."""
    return whole.cased[start].isupper() and name.isalnum() and len(name) > 2 and name not in ORDINARY | _NOBODY


def above_and_below(whole: Folded) -> Folded:
    """Cover the signs between two names that put one above or below the other."""
    for pattern, sign in _SIGNS:
        whole = covered_places(whole, [found.span(1) for found in pattern.finditer(whole.text)], sign)
    return whole
