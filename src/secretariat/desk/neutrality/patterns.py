"""Patterns of words: a small language in which families of wording are written, and how a sentence is held against one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from secretariat.desk.neutrality.sentences import LEFT_OUT, spelled
from secretariat.desk.neutrality.verbs import forms

GAP = 3
"""Words that ``..`` may stand for at most, where it does not say."""

CLAUSE_ENDS = frozenset({",", ";", ":", "!", "?"})

Phrases = tuple[tuple[str, ...], ...]
Classes = Mapping[str, Phrases]


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One of several words or phrases. ``tails`` are by first word what may follow it, the longest first."""

    tails: Mapping[str, Phrases]
    optional: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Not:
    """What may not come next."""

    choice: Choice


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """Up to so many other words."""

    most: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Edge:
    """The begin of a sentence, or the end of a clause."""

    begin: bool


Part = Choice | Not | Gap | Edge


@dataclass(frozen=True, kw_only=True, slots=True)
class Pattern:
    """One pattern. ``needs`` are sets of words, of each of which a sentence must have one to be looked at."""

    source: str
    parts: tuple[Part, ...]
    needs: tuple[frozenset[str], ...] = field(repr=False)

    def place(self, words: Sequence[str], known: frozenset[str]) -> tuple[int, int] | None:
        """Give begin and end (not included) of the words that fit; None where a sentence does not. ``known`` are its words."""
        for need in self.needs:
            if need.isdisjoint(known):
                return None
        first = self.parts[0]
        firsts = first.tails if isinstance(first, Choice) and not first.optional else None
        for begin in range(len(words)):
            if firsts is not None and words[begin] not in firsts:
                continue
            end = _end(self.parts, 0, words, begin)
            if end > begin:
                return (begin, end)
        return None


def _end(parts: Sequence[Part], number: int, words: Sequence[str], at: int) -> int:
    """Give where the words from ``at`` on that fit the parts from ``number`` on end; -1 where they do not fit."""
    if number == len(parts):
        return at
    part = parts[number]
    if isinstance(part, Choice):
        after = list(_choices(part, words, at))
        if part.optional:
            after.append(at)
    elif isinstance(part, Gap):
        after = list(_gaps(part, words, at))
    elif isinstance(part, Not):
        after = [] if any(True for _ in _choices(part.choice, words, at)) else [at]
    else:
        fits = at == 0 if part.begin else at == len(words) or words[at] in CLAUSE_ENDS
        after = [at] if fits else []
    for next_at in after:
        end = _end(parts, number + 1, words, next_at)
        if end >= 0:
            return end
    return -1


def _choices(choice: Choice, words: Sequence[str], at: int) -> Iterator[int]:
    if at >= len(words):
        return
    for tail in choice.tails.get(words[at], ()):
        end = at + 1 + len(tail)
        if tuple(words[at + 1 : end]) == tail:
            yield end


def _gaps(gap: Gap, words: Sequence[str], at: int) -> Iterator[int]:
    for end in range(at, min(at + gap.most, len(words)) + 1):
        yield end
        if end < len(words) and words[end] == ";":
            return


def pattern_of(source: str, classes: Classes) -> Pattern:
    """Make a pattern of its parts, between spaces, each of which stands for one word.

    ``word``, ``one|another``, ``<class>``, ``two_words``; with ``?`` at the end it may be missing. ``..`` is up to three other
    words, ``..5`` up to five. ``!one|another`` says what may not come next. ``^`` is the begin of a sentence, ``$`` the end of a
    clause. Raises KeyError for a class that is none, ValueError for a word that sentences are read without.
    """
    parts = tuple(_part(part, classes) for part in source.split())
    needs = [frozenset(part.tails) for part in parts if isinstance(part, Choice) and not part.optional]
    return Pattern(source=source, parts=parts, needs=tuple(sorted(needs, key=len)))


def _part(part: str, classes: Classes) -> Part:
    if part in ("^", "$"):
        return Edge(begin=part == "^")
    if part.startswith(".."):
        return Gap(most=int(part[2:] or GAP))
    if part.startswith("!") and part != "!":
        return Not(choice=choice_of(part[1:], classes))
    optional = part.endswith("?") and len(part) > 1
    return choice_of(part.removesuffix("?") if optional else part, classes, optional=optional)


def choice_of(part: str, classes: Classes, *, optional: bool = False) -> Choice:
    """Make one of several words: ``one|another|<class>``. Raises as ``pattern_of``."""
    tails: dict[str, list[tuple[str, ...]]] = {}
    for one in part.split("|"):
        named = one.startswith("<") and one.endswith(">")
        for phrase in classes[one[1:-1]] if named else (phrase_of(one),):
            tails.setdefault(phrase[0], []).append(phrase[1:])
    return Choice(
        tails={first: tuple(sorted(set(rest), key=lambda tail: (-len(tail), tail))) for first, rest in tails.items()},
        optional=optional,
    )


def phrase_of(text: str) -> tuple[str, ...]:
    """Give the words of ``two_words`` as sentences are read. Raises ValueError where none is left."""
    parts = text.split("_")
    words = tuple(spelled(word) for word in parts if word not in LEFT_OUT)
    if not words or (len(words) == 1 < len(parts) and parts[0] not in ("a", "an", "the")):
        raise ValueError(f"sentences are read without this: {text!r}")
    return words


def classes_of(written: Mapping[str, str]) -> Classes:
    """Make classes of their words: ``~verb`` is all forms of a verb, ``~give/gave/given`` one with forms of its own.

    ``<other>`` is all of a class that was written before. A verb's particle follows it: ``~take/took/taken_on``.
    """
    made: dict[str, Phrases] = {}
    for name, words in written.items():
        found: list[tuple[str, ...]] = []
        for word in words.split():
            if word.startswith("<"):
                found.extend(made[word[1:-1]])
            else:
                found.extend(phrase_of(form) for form in (forms(word[1:]) if word.startswith("~") else [word]))
        made[name] = tuple(dict.fromkeys(found))
    return made
