"""What is wrong in a chain dump, as it is gathered entry by entry, and how it is told: one by one, together, or only counted."""

from dataclasses import dataclass, field

from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.dumps.fields import Note
from secretariat.sources.archives.dumps.pseudo_json import Damage
from secretariat.sources.archives.dumps.shapes import Shape
from secretariat.sources.archives.reading.subjects import MANY

MAX_LISTED = 1000
"""So many problems of one code are listed one by one; the rest are counted."""

MOST_LINES = 60
"""So many lines are named of what is wrong in more entries."""


@dataclass(slots=True)
class Alike:
    """Notes that say the same of several entries: the first of them with their lines, further lines, and how many."""

    first: list[tuple[int, Note]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    number: int = 0

    def add(self, line: int, found: Note) -> None:
        """Take one more."""
        self.number += 1
        if len(self.first) < MANY:
            self.first.append((line, found))
        if len(self.lines) < MOST_LINES:
            self.lines.append(line)


@dataclass(slots=True)
class Progress:
    """What is known while a dump is read: its chain, the kind of the paste at hand, and what is only counted."""

    reading: Reading
    chain: str | None
    shape: Shape | None = None
    paste: int = 0
    paste_line: int = 0
    seen: int = 0
    taken: int = 0
    again: int = 0
    again_line: int = 0
    refused: set[str] = field(default_factory=set)
    listed: dict[str, int] = field(default_factory=dict)
    unlisted: dict[str, tuple[int, int]] = field(default_factory=dict)
    summed: dict[str, tuple[Note, int, int]] = field(default_factory=dict)
    foreign: dict[str, tuple[int, int]] = field(default_factory=dict)
    alike: dict[tuple[str, str], Alike] = field(default_factory=dict)


def tell(progress: Progress, line: int, found: Note, *, refused: bool = False) -> None:
    """Report a note, or keep it to be told at the end with those that say the same of other entries."""
    if found.summed:
        subject = found.subject if found.subject in progress.summed or len(progress.summed) < MAX_LISTED else "others"
        first, first_line, number = progress.summed.get(subject, (found, line, 0))
        progress.summed[subject] = (first, first_line, number + 1)
        return
    place = (found.code, found.said)
    if found.said and (place in progress.alike or len(progress.alike) < MAX_LISTED):
        progress.alike.setdefault(place, Alike()).add(line, found)
    else:
        _list(progress, line, found, refused=refused)


def may_list(progress: Progress, code: str) -> bool:
    """Say whether one more problem of a code may be listed by itself, and count it as listed."""
    listed = progress.listed.get(code, 0)
    if listed < MAX_LISTED:
        progress.listed[code] = listed + 1
    return listed < MAX_LISTED


def _list(progress: Progress, line: int, found: Note, *, refused: bool = False) -> None:
    """Report a note by itself, or only count it when too many of its code are listed."""
    if not may_list(progress, found.code):
        count(progress, found.code, line)
        return
    progress.reading.problem(
        found.code,
        line,
        subject=found.subject,
        what=found.what,
        repair=found.repair,
        applied=found.applied,
        refused=refused,
        target=found.target,
    )


def _tell_alike(progress: Progress) -> None:
    """Report each by itself what is wrong in few entries, and as one problem what is wrong in many of them."""
    for (code, said), alike in progress.alike.items():
        if alike.number < MANY:
            for line, found in alike.first:
                _list(progress, line, found)
            continue
        line, first = alike.first[0]
        lines = ", ".join(map(str, sorted({*alike.lines} - {line}))) + (", \u2026" if alike.number > MOST_LINES else "")
        _list(
            progress,
            line,
            Note(
                code=code,
                subject=f"{first.subject.split()[0]} {said[:200]}",
                what=f"{first.what} So it is with {alike.number - 1:,} more entries, at lines {lines}.",
                repair="The field may have another name in this dump: mend it and import the file again; until then it is "
                "unknown in all of them.",
            ),
        )


def count(progress: Progress, code: str, line: int) -> None:
    """Count a problem that is not listed."""
    number, first_line = progress.unlisted.get(code, (0, line))
    progress.unlisted[code] = (number + 1, first_line)


def tell_damage(progress: Progress, damage: Damage) -> None:
    """Report lines that are no entry."""
    number = progress.listed.get("row-malformed", 0)
    if number >= MAX_LISTED:
        count(progress, "row-malformed", damage.line)
        return
    there = f"line {damage.line}" if damage.lines < 2 else f"lines {damage.line} to {damage.line + damage.lines - 1}"
    words = {
        "cut": f"The dump breaks off in {there}, before its closing bracket; what follows there is missing.",
        "entry": f"An entry begins in {there} that is not a whole one.",
        "between": f"What stands in {there}, between two entries, belongs to none.",
    }
    if damage.kind == "cut" and damage.lines == 0:
        words["cut"] = f"The dump has no closing bracket at line {damage.line}; entries may be missing there."
    what = words[damage.kind]
    repair = "Paste the dump again, or mend it at that line; every complete entry was read."
    found = Note(code="row-malformed", subject=f"{damage.kind} {number}", what=what, repair=repair)
    _list(progress, damage.line, found, refused=True)


def tell_counted(progress: Progress) -> None:
    """Report at the end what was counted: entries pasted again, notes that many entries share, other storage items."""
    _tell_alike(progress)
    if progress.again:
        progress.reading.problem(
            "dump-pasted-twice",
            progress.again_line,
            subject="paste",
            what=f"The dump stands here again: {progress.again} entries are the same as above.",
            repair="Count each of them once.",
            applied=True,
        )
    for first, line, number in progress.summed.values():
        more = f" So it is with {number - 1} more." if number > 1 else ""
        progress.reading.problem(
            first.code, line, subject=first.subject, what=first.what + more, repair=first.repair, applied=first.applied
        )
    for storage, (number, line) in progress.foreign.items():
        progress.reading.problem(
            "value-unknown-label",
            line,
            subject=f"storage {storage[:100]}",
            what=f"{number} entries from line {line} on are of {storage[:100] or 'a storage item'} that is not read here.",
            repair="They are left out.",
        )
    for code, (number, line) in progress.unlisted.items():
        what = f"{number} more problems of this kind, from line {line} on, are not listed one by one."
        progress.reading.problem(code, line, subject="unlisted", what=what, repair="Mend the file and import it again.")
