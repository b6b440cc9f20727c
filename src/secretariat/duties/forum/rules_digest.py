"""The rule about the weekly digest “taking part”: what began in a week of blocks and still stands (row B8)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secretariat.desk.filling import fill, joined
from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.quoting import quoted
from secretariat.desk.saying import count
from secretariat.desk.steps import DAY_BLOCKS
from secretariat.duties.forum.questions import WAITS_BLOCKS, waiting
from secretariat.duties.forum.rules_questions import place_of
from secretariat.duties.forum.texts import template
from secretariat.duties.forum.view import View
from secretariat.duties.forum.wanting import to_everybody
from secretariat.facts.live_groups import name_of_group
from secretariat.facts.records import CHAIN, QUERY_NODE, Stated
from secretariat.facts.staffing import Opening

WEEK_BLOCKS = 7 * DAY_BLOCKS
MOST_LINES, LEAST_LINES = 10, 3
"""So many of a section are listed where they fit into one message, and so many at least; the rest is counted."""
ROOM = 1_900
"""Characters of a message: of Discord's 2,000, less a margin."""
LONGEST = 40
"""Characters of a title."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """One entry of a section: its title as harmless letters, and where it is."""

    entry: str
    where: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Week:
    """A week of blocks by its number: weeks are counted from block 0, so that a digest has the same name whenever it is made.

    It holds the blocks from ``first`` on and before ``border``; its digest is told in the week after.
    """

    number: int

    @property
    def first(self) -> int:
        """Give its first block."""
        return (self.number - 1) * WEEK_BLOCKS

    @property
    def border(self) -> int:
        """Give the first block after it."""
        return self.number * WEEK_BLOCKS

    def holds(self, block: int | None) -> bool:
        """Tell whether a block is in it."""
        return block is not None and self.first <= block < self.border


def taking_part(view: View) -> Iterator[Finding]:
    """Want the digest of the last whole week, once; nothing where nothing that began in it still stands.

    What an entry is listed by lies in one week: so it is in one digest alone, and the words change only where an entry is over.
    """
    week = Week(number=view.head // WEEK_BLOCKS)
    if week.number < 1:
        return
    parts = {
        "proposals": _proposals(view, week),
        "questions": _questions(view, week),
        "threads": _threads(view, week),
        "openings": _openings(view, week),
    }
    if not any(parts.values()):
        return
    until = week.border + WEEK_BLOCKS - 1
    yield Finding(
        key=f"forum/taking-part/week-{week.number}",
        title=f"The weekly digest “taking part” up to block {week.border:,}",
        why="In the week before that block there are, and still stand: "
        + ", ".join(count(len(found), *NOUNS[name]) for name, found in parts.items())
        + ".",
        audience="public",
        due=Due(what="the next digest", block=until),
        evidence=tuple(Evidence(says=says, source=source) for says, source in _evidence(view, week)),
        wanted=to_everybody(view, template("taking-part"), _values(week, parts), until=until),
        needs=(CHAIN, QUERY_NODE),
    )


NOUNS = {
    "proposals": ("proposal",),
    "questions": ("unanswered question",),
    "threads": ("new thread",),
    "openings": ("opening",),
}


def _section(found: Sequence[Listed], most: int) -> str:
    """Write the first entries of a section, and how many more there are; empty without any."""
    lines = [fill(template("line"), {"entry": one.entry, "where": one.where}) for one in found[:most]]
    if len(found) > most:
        lines.append(fill(template("more"), {"number": f"{len(found) - most:,}"}))
    return joined(lines)


def _values(week: Week, parts: Mapping[str, Sequence[Listed]]) -> dict[str, str]:
    """Give what fills the digest, with as many lines of each section as fit into one message."""
    for most in range(MOST_LINES, LEAST_LINES, -1):
        values = _of_lines(week, parts, most)
        if len(fill(template("taking-part"), values)) <= ROOM:
            return values
    return _of_lines(week, parts, LEAST_LINES)


def _of_lines(week: Week, parts: Mapping[str, Sequence[Listed]], most: int) -> dict[str, str]:
    values = {"border": f"{week.border:,}"}
    for name, found in parts.items():
        values[name] = _section(found, most)
        values[f"{name}_count"] = f"{len(found):,}" if found else ""
    return values


def _proposals(view: View, week: Week) -> list[Listed]:
    found = [
        (number, one.fact)
        for number, one in sorted(view.proposals.items())
        if one.fact.status == "deciding" and week.holds(one.fact.status_block)
    ]
    return [
        Listed(entry=_titled(fact.title or f"proposal {number}"), where=view.place_of_proposal(number))
        for number, fact in found
    ]


def _questions(view: View, week: Week) -> list[Listed]:
    found = [one for one in waiting(view) if week.holds(one.block + WAITS_BLOCKS)]
    found.sort(key=lambda one: (one.number, one.where, one.post))
    return [Listed(entry=_titled(one.title), where=place_of(view, one)) for one in found]


def _threads(view: View, week: Week) -> list[Listed]:
    found = [(number, one.fact) for number, one in sorted(view.threads.items()) if week.holds(one.fact.created_block)]
    return [Listed(entry=_titled(fact.title or ""), where=view.place_of_thread(number)) for number, fact in found]


def _openings(view: View, week: Week) -> list[Listed]:
    found = [
        one for one in view.snapshot.of(Opening) if one.fact.status == "open" and week.holds(one.fact.created_block)
    ]
    return [_opening(view, one) for one in sorted(found, key=_number_of)]


def _number_of(one: Stated[Opening]) -> tuple[int, str]:
    """Give the number of an opening, which is one of its group, and its key; the key ends with the number too."""
    last = one.key.rpartition("-")[2]
    number = int(last) if one.fact.runtime_id is None and last.isdecimal() else one.fact.runtime_id or 0
    return number, one.key


def _opening(view: View, one: Stated[Opening]) -> Listed:
    address = view.settings.pioneer
    where = (
        f"opening {one.key}" if view.now.practice or not address else f"{address}/#/working-groups/openings/{one.key}"
    )
    group = quoted(name_of_group(one.fact.group), LONGEST)
    return Listed(entry=f"{_titled(one.fact.title or 'opening')} ({group})", where=where)


def _titled(title: str) -> str:
    return f"“{quoted(title, LONGEST)}”"


def _evidence(view: View, week: Week) -> Iterator[tuple[str, str]]:
    """Name what the figures rest on: the first thread, question and proposal of the week."""
    threads = [one for one in view.threads.values() if week.holds(one.fact.created_block)]
    yield from ((f"thread {one.fact.thread_id}", one.source) for one in threads[:1])
    yield from ((f"post {one.post}", one.record.source) for one in waiting(view)[:1])
    proposals = [one for one in view.proposals.values() if week.holds(one.fact.status_block)]
    yield from ((f"proposal {one.fact.number}", one.source) for one in proposals[:1])
