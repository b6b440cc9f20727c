"""One file of the archive as decoded text, and what a parser reads out of it."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from secretariat.facts.fields import beyond_measure, field_types, limit_of, optional_fields, text_of_value
from secretariat.facts.kinds import KINDS
from secretariat.facts.plausible import below_nothing
from secretariat.facts.problems import Problem, Target, problem
from secretariat.facts.records import AnyStated, Stated

LONGEST_KEY = 300
LONGEST_LINE = 4 * 1024 * 1024
"""Characters of a line of a file that is read in pieces, and the most of such a file that one entry may take."""

MAX_RECORDS = 250_000
"""So many records of one file are taken; with them the import of a file stays below 500 MB, whatever its size."""

MAX_PROBLEMS = 10_000
"""So many problems of one file are kept; a file with more is given up where that shows."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """A file's path inside the archive (posix, relative) and its text with plain line feeds and no byte-order mark.

    A large file has no ``text``: ``source`` gives it from its beginning, in pieces that end anywhere. Formats that say
    that they stream read ``pieces`` or ``each_line`` only, each of them as often as they like.
    """

    path: str
    text: str = ""
    source: Callable[[], Iterator[str]] | None = None

    @property
    def name(self) -> str:
        """Give the file's own name."""
        return PurePosixPath(self.path).name

    @property
    def lines(self) -> list[str]:
        """Split the text; line n of the file is item n - 1."""
        return self.text.split("\n")

    def pieces(self) -> Iterator[str]:
        """Give the text from its beginning; that of a small file is one piece."""
        return iter((self.text,)) if self.source is None else self.source()

    def each_line(self) -> Iterator[str]:
        """Give every line, as ``lines`` does. Raises TooDamaged for a line of a large file that is too long to be one."""
        rest, done = "", 0
        for piece in self.pieces():
            *whole, rest = (rest + piece).split("\n")
            yield from whole
            done += len(whole)
            if self.source is not None and len(rest) > LONGEST_LINE:
                raise TooDamaged(f"Line {done + 1} has more than {LONGEST_LINE:,} characters; no line is so long.")
        yield rest


def bounded(key: str) -> str:
    """Shorten a key that is longer than a database's index takes, so that different keys stay different."""
    return (
        key
        if len(key) <= LONGEST_KEY
        else f"{key[:200]}\u2026{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
    )


class TooLarge(Exception):
    """A file holds more than is kept in memory of any, so that nothing of it is taken; the message tells what."""


class TooDamaged(Exception):
    """A file has so many problems that it is something else than its name says; the message tells where that was."""


def check_count(records: int) -> None:
    """Raise TooLarge when a file has more records than are taken of one."""
    if records > MAX_RECORDS:
        raise TooLarge(f"The file holds more than {MAX_RECORDS:,} records; no document of its kind does.")


@dataclass
class Reading:
    """What a parser found in one document: records with unique keys, and problems. ``add`` raises TooLarge.

    Parsers add to it; nothing is taken back. A key added twice with equal facts counts once; with different facts the
    first stays, the second is refused, and both outcomes are problems.
    """

    path: str
    format: str
    records: dict[tuple[str, str], AnyStated] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    repeats: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, key: str, line: int, fact: Any) -> bool:
        """Record a fact stated at a line. Returns False when the key was already taken."""
        key = bounded(key)
        place = (fact.KIND, key)
        fact = self._within_measure(key, line, fact)
        if fact is None:
            return False
        known = self.records.get(place)
        if known is None:
            check_count(len(self.records) + 1)
            self.records[place] = Stated(
                kind=fact.KIND, key=key, file=self.path, format=self.format, line=line, fact=fact
            )
            return True
        same = known.fact == fact
        self.repeats[place] = self.repeats.get(place, 0) + 1
        self.problem(
            "duplicate-key",
            line,
            subject=f"{fact.KIND} {key} repeat {self.repeats[place]}",
            what=f"{fact.KIND} {key} stands again here; the first is at line {known.line}"
            + (" and says the same." if same else " and says something else."),
            repair="Count it once." if same else f"Keep line {known.line} until a person says which one is right.",
            applied=same,
            refused=not same,
        )
        return False

    def _within_measure(self, key: str, line: int, fact: Any) -> Any:
        """Make unknown what no figure can be; gives None, and refuses the row, when the row cannot be without it."""
        cls: type = type(fact)
        types, optional = field_types(cls), optional_fields(cls)
        wrong = []
        for name, type_ in types.items():
            value = getattr(fact, name)
            shown = f"{name} of {fact.KIND} {key[:60]}"
            if beyond_measure(type_, value):
                code, what = "amount-unparsable", f"{shown} is beyond all measure: {limit_of(type_)}."
            elif below_nothing(fact.KIND, name, value):
                code, what = (
                    "impossible-figure",
                    f"{shown} is {text_of_value(type_, value)}, which is less than nothing.",
                )
            else:
                continue
            wrong.append(name)
            self.problem(
                code,
                line,
                subject=f"{fact.KIND} {key[:60]} {name} beyond measure",
                what=what,
                repair="Give the true value; until then it is unknown."
                if name in optional
                else "Give the true value; the row was left out.",
                refused=name not in optional,
                target=Target(kind=fact.KIND, key=key, field=name) if name in optional else None,
            )
        if not set(wrong) <= optional:
            return None
        return replace(fact, **dict.fromkeys(wrong)) if wrong else fact

    def problem(
        self,
        code: str,
        line: int,
        *,
        subject: str,
        what: str,
        repair: str = "",
        applied: bool = False,
        refused: bool = False,
        target: Target | None = None,
    ) -> None:
        """Note a problem at a line; what is about the file as a whole stands at line 1. Its subject tells it apart from others of its code in this file.

        Raises TooDamaged when the file has more problems than anyone would look through.
        """
        if target is not None:
            known_field = target.field in field_types(KINDS[target.kind])  # of another column nothing can be repaired
            target = replace(target, key=bounded(target.key)) if known_field else None
        if len(self.problems) >= MAX_PROBLEMS:
            raise TooDamaged(f"The file has more than {MAX_PROBLEMS:,} problems; it was read up to line {line}.")
        self.problems.append(
            problem(
                code,
                file=self.path,
                line=max(line, 1),
                subject=subject,
                what=what,
                repair=repair,
                applied=applied,
                refused=refused,
                target=target,
            )
        )
