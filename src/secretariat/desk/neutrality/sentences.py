"""Sentences: a Markdown text cut into sentences of plain words, with names, code and addresses told apart."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from secretariat.desk.neutrality.disguise import may_be_disguised, undisguised
from secretariat.desk.neutrality.folding import Folded, covered, covered_places, folded, without
from secretariat.desk.neutrality.listed import LEFT_OUT as _LEFT_OUT
from secretariat.desk.neutrality.listed import NAMED as _NAMED
from secretariat.desk.neutrality.listed import marks_of_lists, marks_of_rows
from secretariat.desk.neutrality.ordinary import ORDINARY
from secretariat.desk.neutrality.signs import READ_AS, TAGS, above_and_below, calls_apart

PERSON = "xperson"
"""The word that stands for each person who is named."""

LONGEST = 90
"""Words of one sentence; a longer one is read in parts, so that no text takes long."""

_CODE, _BREAK = "\x01", "\x1e"
_CODE_SPANS = re.compile(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|(?<!`)(`{1,2})(?!`)[^`]{1,2000}?\1(?!`)", re.DOTALL)
_LEAVES_OUT = re.compile(
    r"<!--.*?(?:-->|\Z)|\[\[[a-z]+ \d{1,12}\]\]|(?<=\])\([^()\s]{0,2000}[^()]{0,200}\)|<?https?://[^\s<>)]+>?",
    re.DOTALL,
)
_MENTION = re.compile(
    r"<@[!&]?\d+>|(?<![\w@.])@(?!everyone|here|council|secretary)[a-z0-9_][a-z0-9_.-]*[a-z0-9_]|\b[a-z]+\d*_[a-z0-9_]*[a-z0-9]\b"
)
_EMPHASIS = re.compile(r"\*+|~~|(?<![a-z0-9])_+|_+(?![a-z0-9_])")
_ITEM = re.compile(r"\n(?=[ \t]*(?:[*+-][ \t]|\d{1,3}[.)][ \t]|#|>|\||\n|\r))|(?<=\n)[ \t]*#{1,6}[^\n]*\n|\|")
_END = re.compile(r"[.!?…]+(?=[\s\"')\]]|$)|\x1e+")
_WORD = re.compile(r"\x04+(?:'s)?|\x01+|\x05+|\x06+|\x07+|[a-z0-9]+(?:'[a-z]+)*|[,;:()–—!?]|\.{3}| - ")
_UNREAD = re.compile(r"[^\x00-\x7f\u2010-\u2026]")
"""Signs that are no words here: pictures, and letters of other scripts. Dashes, quotation marks and three points tell nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """The words of one sentence and where each stands in the folded text (start, end).

    ``plain`` tells whether these are all that it has: no sign that is not read, no word that only stresses.
    """

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    plain: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """A text that was read: what is left of it folded, code and addresses covered, and its sentences."""

    whole: Folded
    sentences: tuple[Sentence, ...]

    def place(self, sentence: Sentence, begin: int, end: int) -> tuple[int, int]:
        """Give the stretch of the original text that words ``begin`` to ``end`` (not included) of a sentence came from."""
        return self.whole.place(sentence.places[begin][0], sentence.places[end - 1][1])


def read(text: str, names: Iterable[str]) -> Read:
    """Read a text. ``names`` are those of the people it may name; handles with an @ or _ are known as such."""
    given = tuple(names)
    whole = _without_code(folded(text), given)
    whole = covered(covered(whole, TAGS, _LEFT_OUT), _LEAVES_OUT, _LEFT_OUT)
    whole = calls_apart(_plainly(whole, given), lambda: chain.from_iterable(_forms_of(given).values()))
    named = [*_named(whole.text, [*given, *_voted_for(whole)]), *_ordinary_voted_for(whole, given)]
    whole = covered_places(whole, sorted(named), _NAMED)  # first: a name may hold a bar
    whole = above_and_below(_left_out(covered(whole, _MENTION, _NAMED), marks_of_lists))
    whole = covered(whole, _ITEM, _BREAK) if "\n" in whole.text or "|" in whole.text else whole
    whole = _left_out(without(whole, _EMPHASIS), marks_of_rows)
    return Read(whole=whole, sentences=tuple(_sentences(whole.text)))


def _without_code(whole: Folded, given: Sequence[str]) -> Folded:
    """Cover code, but for what holds nothing but a name: there the marks are covered, and the name is read as any other."""
    spans = list(_CODE_SPANS.finditer(whole.text))
    if not spans:
        return whole
    within = [found[0].strip(_CODE_MARKS) for found in spans]
    forms = _forms_of(given) if any(len(words) <= LONGEST_HANDLE for words in within) else {}
    code, marks = [], []
    for found, words in zip(spans, within, strict=True):
        if words and _is_name(words, forms):
            start = found.start() + found[0].index(words)
            marks += [(found.start(), start), (start + len(words), found.end())]
        else:
            code.append(found.span())
    return covered_places(covered_places(whole, code, _CODE), marks, _LEFT_OUT)


LONGEST_HANDLE = 80
"""Characters of what may be a name in code."""

_CODE_MARKS = "`~* \t\n\r\f\v"


def _is_name(words: str, forms: Mapping[str, Collection[str]]) -> bool:
    """Tell whether code is a name: one that was given, or one with an @; what programs call things looks like any other handle."""
    if len(words) > LONGEST_HANDLE:
        return False
    name = words.lstrip("@")
    first = _FIRST.match(name)
    if first is not None and name in forms.get(first[0], ()):
        return words.startswith("@") or words not in ORDINARY
    return words.startswith(("@", "<@")) and _MENTION.fullmatch(words) is not None


def _left_out(whole: Folded, marks: Callable[[str], Iterator[tuple[int, int]]]) -> Folded:
    """Cover the marks of lists of names, so that they are read as names on one line."""
    return covered_places(whole, list(marks(whole.text)), _LEFT_OUT) if _NAMED in whole.text else whole


def _plainly(whole: Folded, given: Sequence[str]) -> Folded:
    """Write disguised words plainly, but for names as they were given, which are covered: a name may be written with digits."""
    if not may_be_disguised(whole):
        return whole
    forms = [form for forms in _forms_of(given).values() for form in forms]
    return undisguised(covered_places(whole, _named(whole.text, given), _NAMED), forms)


def _voted_for(whole: Folded) -> Iterator[str]:
    """Find names that nobody gave: whom a text says to vote for, hire or fire, where it is written as a name."""
    for found in _VOTED_FOR.finditer(whole.text):
        name, written = found[1], whole.cased[found.start(1)]
        if name not in ORDINARY and (written.isupper() or found[0].startswith("vot")) and name not in _NO_NAMES:
            yield name


def _ordinary_voted_for(whole: Folded, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Find people whose names are ordinary words (Will, May) where a text says to vote for, hire or fire them, written as names."""
    ordinary = {folded(name).text.strip().lstrip("@") for name in names} & ORDINARY
    for found in _VOTED_FOR.finditer(whole.text) if ordinary else ():
        if found[1] in ordinary and whole.cased[found.start(1)].isupper():
            yield found.span(1)


_VOTED_FOR = re.compile(r"\b(?:vot(?:e|es|ing) for|elect|re-elect|hire|fire|sack|endorse) ([a-z][a-z0-9_.-]*[a-z0-9])")
_NO_NAMES = frozenset(
    """
    proposal proposals somebody someone nobody anybody anyone whoever whomever him her them us me it its this that these those more most
    fewer less many several other others something nothing everything change transparency progress stability approval rejection yes either
    neither both whichever what his their our workers leads lead people withdrawn hire fire hardware
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)
_FIRST = re.compile(r"[a-z0-9]+|[^\x00-\x7f]")
"""How a name may begin: with a word, or with one sign that is no Latin letter."""


def _named(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Find where people are named, by a name or by the first part of a handle, the longest name at each place."""
    forms = _forms_of(names)
    lengths = {first: sorted({*map(len, of_first)}, reverse=True) for first, of_first in forms.items()}
    last = 0
    for found in _FIRST.finditer(text):
        start = found.start()
        if start < last or found[0] not in forms or _within_a_word(text, start):
            continue
        called = start > 0 and text[start - 1] == "@"
        for length in lengths[found[0]]:
            end = start + length
            name = text[start:end]
            ends = end == len(text) or (end < len(text) and not (text[end].isascii() and text[end].isalnum()))
            if ends and name in forms[found[0]] and (called or name not in ORDINARY):
                yield (start - called, end)
                last = end
                break


def _within_a_word(text: str, start: int) -> bool:
    """Tell whether a word goes on before a place; bars that begin one only make it slanted or bold."""
    return text[max(0, start - 4) : start].rstrip("_")[-1:] in _WORD_LETTERS


_WORD_LETTERS = frozenset((*"abcdefghijklmnopqrstuvwxyz0123456789",))


def _forms_of(names: Iterable[str]) -> dict[str, set[str]]:
    """Give the forms that people may be named by, under the word that each begins with."""
    forms: set[str] = set()
    for name in names:
        plain = folded(name).text.strip().lstrip("@")
        parts = [part for part in re.split(r"[\s._-]+|\d+", plain)[:2] if len(part) > 2 and part not in ORDINARY]
        forms |= {plain, *parts}
    by_first: dict[str, set[str]] = {}
    for form in forms:
        first = _FIRST.match(form)
        if first is not None and not form.isdigit():
            by_first.setdefault(first[0], set()).add(form)
    return by_first


def _sentences(text: str) -> Iterator[Sentence]:
    last = 0
    for found in [*_END.finditer(text), None]:
        end = len(text) if found is None else found.end()
        yield from _sentence(text, last, end)
        last = end


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    words: list[str] = []
    places: list[tuple[int, int]] = []
    stressed = False
    for found in _WORD.finditer(text, start, end):
        stressed = stressed or found[0] in _STRESSES
        for word in _plain_words(found[0]):
            words.append(word)
            places.append((found.start(), found.end()))
    if all(word in _SIGNS for word in words):
        return
    plain = not stressed and _UNREAD.search(text, start, end) is None
    for first in range(0, len(words), LONGEST):
        stop = first + LONGEST
        yield Sentence(words=tuple(words[first:stop]), places=tuple(places[first:stop]), plain=plain)


def _plain_words(found: str) -> tuple[str, ...]:
    """Give the words that a stretch is read as: short forms in full, no articles, no words that only stress."""
    if found[0] == _NAMED:
        return (PERSON, "'s") if found.endswith("'s") else (PERSON,)
    if found[0] == _CODE:
        return ("xcode",)
    if found[0] in READ_AS:
        return READ_AS[found[0]]
    if found.isdigit():
        return ("xnumber",)
    if found in _PUNCTUATION:
        return (_PUNCTUATION[found],)
    return tuple(spelled(word) for word in _IN_FULL.get(found, _split(found)) if word not in LEFT_OUT)


def _split(word: str) -> tuple[str, ...]:
    if "'" not in word:
        return (word,)
    stem, _, tail = word.rpartition("'")
    stem = stem.replace("'", "")
    if word.endswith("n't"):
        return (word.removesuffix("n't").replace("'", ""), "not")
    return (stem, _TAILS.get(tail, tail)) if tail in _TAILS else (stem + tail,)


def spelled(word: str) -> str:
    """Give a word in one spelling, British and American alike; both sides of a comparison go through this."""
    word = _OUR.sub("or", word) if len(word) > 5 and "our" in word else word
    return _ISE.sub(lambda found: f"{found[1]}z{found[2]}", word) if len(word) > 5 and "s" in word else word


_OUR = re.compile(r"our(?=s$|ed$|ing$|it|abl|less|$)")
_ISE = re.compile(r"([iy])s(e|ed|es|er|ing|ation)$")
_PUNCTUATION = {
    ",": ",",
    ";": ";",
    ":": ":",
    "(": ",",
    ")": ",",
    "–": ",",
    "—": ",",
    " - ": ",",
    "!": "!",
    "?": "?",
    "...": ",",
}
_SIGNS = frozenset(_PUNCTUATION.values())
_TAILS = {"s": "'s", "ll": "will", "re": "are", "ve": "have", "d": "would", "m": "am"}
_IN_FULL: dict[str, tuple[str, ...]] = {
    "can't": ("can", "not"), "cannot": ("can", "not"), "cant": ("can", "not"), "won't": ("will", "not"),
    "wont": ("will", "not"), "dont": ("do", "not"), "doesnt": ("does", "not"), "didnt": ("did", "not"),
    "isnt": ("is", "not"), "arent": ("are", "not"), "wasnt": ("was", "not"), "shouldnt": ("should", "not"),
    "wouldnt": ("would", "not"), "couldnt": ("could", "not"), "hasnt": ("has", "not"), "havent": ("have", "not"),
    "let's": ("let", "us"), "lets": ("let", "us"), "gonna": ("going", "to"), "wanna": ("want", "to"),
    "gotta": ("got", "to"), "shan't": ("shall", "not"), "ain't": ("is", "not"), "y'all": ("you", "all"),
    "im": ("i", "am"), "ive": ("i", "have"), "youre": ("you", "are"), "theyre": ("they", "are"),
    "folks": ("people",), "guys": ("people",), "pls": ("please",), "plz": ("please",), "cms": ("council", "members"),
    "cm": ("council", "member"), "pr": ("pull", "request"), "u": ("you",), "ur": ("your",), "prop": ("proposal",),
}  # fmt: skip
LEFT_OUT = frozenset(
    """
    a an the very really quite truly just simply actually indeed absolutely totally completely extremely incredibly highly
    utterly genuinely honestly frankly personally clearly definitely certainly surely especially particularly exactly
    perfectly remarkably exceptionally pretty basically literally fully entirely thoroughly deeply hugely enormously
    seriously sincerely undoubtedly undeniably plainly decidedly fairly unusually terribly awfully super
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)
"""Words that are not read: articles, which many leave out, and words that only stress what follows."""
_STRESSES = LEFT_OUT - {"a", "an", "the"}
