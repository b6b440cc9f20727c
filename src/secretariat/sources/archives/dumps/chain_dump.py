"""Chain dumps: storage maps as pasted from the "chain state" page, or as JSON, entry by entry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from secretariat.facts.networks import chain_of
from secretariat.facts.problems import Target
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.dumps.fields import U64, Note, Row, fold_fields, whole_number
from secretariat.sources.archives.dumps.kinds import (
    KNOWN_NAMES,
    is_json,
    json_entry,
    shape_of,
    shape_of_head,
    shape_of_storage,
)
from secretariat.sources.archives.dumps.members import MEMBERS
from secretariat.sources.archives.dumps.pseudo_json import Damage, Entry, entries
from secretariat.sources.archives.dumps.quoted_map import items
from secretariat.sources.archives.dumps.shapes import FREE_TEXT, Shape
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading.places import network_of_path

MAX_LISTED = 1000
"""So many problems of one code are listed one by one; the rest are counted."""

_HEAD_CHARACTERS = 64 * 1024
"""Before so many characters a dump's first word stands, which tells JSON from the page's text."""

_STEMS = frozenset({"proposals", "proposal_threads", "forum_categories", "forum_threads", "forum_posts"})
_EMPTY_MAPS = re.compile(r"(?:[^\[\]{}]*(?:\[\s*\]|\{\s*\}))+[^\[\]{}]*")
"""A dump of maps without an entry; brackets that stand anywhere else are entries, or texts of some."""


@dataclass(slots=True)
class _Progress:
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


def parse(document: Document, reading: Reading) -> None:
    """Read every entry of every known storage map in the document; what is none of one is reported or screen text."""
    progress = _Progress(reading, chain_of(network_of_path(document.path)))
    if progress.chain is None:
        reading.problem(
            "network-unknown",
            1,
            subject="network",
            what="Neither the file's name nor its folders name a network, so its records belong to no chain.",
            repair="Put the file into a folder named after its network, such as giza_backup, and import it again.",
        )
    before = len(reading.problems)
    for found in _entries_of(document, reading):
        if isinstance(found, Entry):
            _take(progress, found)
        elif progress.shape is not None or found.storage is None or shape_of_storage(found.storage):
            _tell_damage(progress, found)
    _tell_counted(progress)
    if not progress.taken and len(reading.problems) == before and not _EMPTY_MAPS.fullmatch(document.text):
        reading.problem(
            "file-unreadable",
            1,
            subject="entries",
            what="The file is named or headed like a chain dump, but no entry of one can be read in it.",
            repair="Paste the dump again as the page shows it, with its indentation.",
            refused=True,
        )


def _entries_of(document: Document, reading: Reading) -> Iterator[Entry | Damage]:
    if is_json(_head(document)):
        return (json_entry(item) for item in items(document.pieces(), reading, wrapped=True))
    return entries(document.pieces(), FREE_TEXT, KNOWN_NAMES)


def _head(document: Document) -> str:
    """Give the beginning of a dump, as long wherever the pieces end that it comes in."""
    head = ""
    for piece in document.pieces():
        head += piece[:_HEAD_CHARACTERS]
        if len(head) >= _HEAD_CHARACTERS:
            break
    return head[:_HEAD_CHARACTERS]


def _take(progress: _Progress, entry: Entry) -> None:
    """Turn one entry into a record, or into a problem."""
    progress.seen += 1
    fields, twice = fold_fields(entry.fields)
    shape = _shape(progress, entry, fields)
    if shape is None:
        return
    repeated = twice | entry.repeated
    number, keyed = _number(shape, entry, {name: value for name, value in fields.items() if name not in repeated})
    if number is None:
        _refuse(progress, shape, entry, f"entry {progress.seen}", f"The {shape.noun} here has no number.")
        return
    row = Row(
        kind=shape.kind,
        key=f"{progress.chain or 'unknown'}/{number}",
        label=f"{shape.noun[0].upper()}{shape.noun[1:]} {number}",
        chain=progress.chain,
        fields=fields,
        repeated=repeated,
        private=shape.private,
    )
    fact = shape.read(row, number)
    if fact is None:
        what = row.notes[-1].what if row.notes else f"{row.label} lacks what every {shape.noun} has."
        _refuse(progress, shape, entry, row.key, what)
        return
    _add(progress, entry, row, fact, _about_key(row, shape, entry, number, keyed=keyed))


def _shape(progress: _Progress, entry: Entry, fields: dict[str, object]) -> Shape | None:
    """Tell the kind of the paste an entry is of, by its first entry; entries of an unknown kind are counted."""
    if entry.paste != progress.paste:
        progress.paste, progress.paste_line, progress.shape = entry.paste, entry.line, None
    if progress.shape is None:
        progress.shape = shape_of(fields.keys(), entry.storage)
    if progress.shape is None:
        count, line = progress.foreign.get(entry.storage or "", (0, entry.line))
        progress.foreign[entry.storage or ""] = (count + 1, line)
    return progress.shape


def _number(shape: Shape, entry: Entry, fields: dict[str, object]) -> tuple[int | None, bool]:
    """Find an entry's number: the last part of its key in the map, else its own id; tell whether it was the key."""
    numbers = [whole_number(entry.key[-1]) if entry.key else None, _own_number(shape, fields)]
    for number, keyed in zip(numbers, (True, False), strict=True):
        if number is not None and number <= U64:
            return number, keyed
    return None, False


def _own_number(shape: Shape, fields: dict[str, object]) -> int | None:
    return next((whole_number(fields[name]) for name in shape.id_names if name in fields), None)


def _about_key(row: Row, shape: Shape, entry: Entry, number: int, *, keyed: bool) -> list[Note]:
    """Note an entry whose key and own id do not say the same, and lines in it that are no field."""
    notes = []
    target = Target(kind=row.kind, key=row.key, field=shape.id_field)
    own = _own_number(shape, dict(row.fields))
    subject = f"{row.kind} {row.key} id"
    if keyed and own is not None and own != number:
        what = f"{row.label} says in itself that its id is {own}."
        repair = f"It is kept under {number}, its key in the map, until a person says which one is right."
        notes.append(Note(code="contradiction", subject=subject, what=what, repair=repair, target=target))
    if not keyed and entry.key:
        what = f"{row.label} stands under a key that is not one number."
        repair = "Take the number from its own id."
        notes.append(Note(code="row-malformed", subject=subject, what=what, repair=repair, applied=True, target=target))
    if entry.strays:
        more = f", nor are {len(entry.strays) - 1} more lines" if len(entry.strays) > 1 else ""
        what = f"{row.label}: line {entry.strays[0]} is no field of it{more}."
        repair = "Mend the entry at that line and import it again; its other fields were read."
        subject = f"{row.kind} {row.key} lines"
        notes.append(Note(code="row-malformed", subject=subject, line=entry.strays[0], what=what, repair=repair))
    return notes


def _add(progress: _Progress, entry: Entry, row: Row, fact: object, about_key: list[Note]) -> None:
    """Record a fact with its notes. An equal one from an earlier paste counts once, without a problem of its own."""
    progress.taken += 1
    known = progress.reading.records.get((row.kind, row.key))
    if known is None:
        progress.reading.add(row.key, entry.line, fact)
        for found in (*about_key, *row.notes):
            _tell(progress, found.line or entry.lines.get(found.name, entry.line), found)
    elif known.line < progress.paste_line and known.fact == fact:
        progress.again_line = progress.again_line or entry.line
        progress.again += 1
    elif progress.listed.setdefault("duplicate-key", 0) < MAX_LISTED:
        progress.listed["duplicate-key"] += 1
        progress.reading.add(row.key, entry.line, fact)
    else:
        _count(progress, "duplicate-key", entry.line)


def _refuse(progress: _Progress, shape: Shape, entry: Entry, where: str, what: str) -> None:
    """Report an entry that makes no record; a second paste of it says nothing new."""
    if where in progress.refused:
        return
    progress.refused.add(where)
    repair = "Mend the entry and import it again; until then it is left out."
    found = Note(code="row-malformed", subject=f"{shape.kind} refused {where}", what=what, repair=repair)
    _tell(progress, entry.line, found, refused=True)


def _tell(progress: _Progress, line: int, found: Note, *, refused: bool = False) -> None:
    """Report a note, or only count it when it is one of many."""
    if found.summed:
        first, first_line, count = progress.summed.get(found.subject, (found, line, 0))
        progress.summed[found.subject] = (first, first_line, count + 1)
        return
    listed = progress.listed.get(found.code, 0)
    if listed >= MAX_LISTED:
        _count(progress, found.code, line)
        return
    progress.listed[found.code] = listed + 1
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


def _count(progress: _Progress, code: str, line: int) -> None:
    count, first_line = progress.unlisted.get(code, (0, line))
    progress.unlisted[code] = (count + 1, first_line)


def _tell_damage(progress: _Progress, damage: Damage) -> None:
    number = progress.listed.get("row-malformed", 0)
    if number >= MAX_LISTED:
        _count(progress, "row-malformed", damage.line)
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
    _tell(progress, damage.line, found, refused=True)


def _tell_counted(progress: _Progress) -> None:
    """Report at the end what was counted: entries pasted again, notes that many entries share, other storage items."""
    if progress.again:
        progress.reading.problem(
            "dump-pasted-twice",
            progress.again_line,
            subject="paste",
            what=f"The dump stands here again: {progress.again} entries are the same as above.",
            repair="Count each of them once.",
            applied=True,
        )
    for first, line, count in progress.summed.values():
        more = f" So it is with {count - 1} more." if count > 1 else ""
        progress.reading.problem(
            first.code, line, subject=first.subject, what=first.what + more, repair=first.repair, applied=first.applied
        )
    for storage, (count, line) in progress.foreign.items():
        progress.reading.problem(
            "value-unknown-label",
            line,
            subject=f"storage {storage[:100]}",
            what=f"{count} entries from line {line} on are of {storage[:100] or 'a storage item'} that is not read here.",
            repair="They are left out.",
        )
    for code, (count, line) in progress.unlisted.items():
        what = f"{count} more problems of this kind, from line {line} on, are not listed one by one."
        progress.reading.problem(code, line, subject="unlisted", what=what, repair="Mend the file and import it again.")


def _recognises(path: str, head: str) -> bool:
    shape = shape_of_head(path, head)
    return shape is not None and shape is not MEMBERS


def _knows_name(path: str) -> bool:
    name = PurePosixPath(path)
    return name.suffix.lower() == ".txt" and name.stem.lower() in _STEMS


FORMAT = Format(
    name="chain-dump",
    title="a chain dump",
    recognises=_recognises,
    parse=parse,
    knows_name=_knows_name,
    streams=True,
)
