"""Chain dumps: storage maps as pasted from the "chain state" page, or as JSON, entry by entry."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from secretariat.facts.networks import chain_of
from secretariat.facts.problems import Target
from secretariat.facts.texts import quoted
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
from secretariat.sources.archives.dumps.telling import Progress, count, may_list, tell, tell_counted, tell_damage
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading.places import network_of_path

_HEAD_CHARACTERS = 64 * 1024
"""Before so many characters a dump's first word stands, which tells JSON from the page's text."""

_STEMS = frozenset({"proposals", "proposal_threads", "forum_categories", "forum_threads", "forum_posts"})
_EMPTY_MAPS = re.compile(r"(?:[^\[\]{}]*(?:\[\s*\]|\{\s*\}))+[^\[\]{}]*")
"""A dump of maps without an entry; brackets that stand anywhere else are entries, or texts of some."""


def parse(document: Document, reading: Reading) -> None:
    """Read every entry of every known storage map in the document; what is none of one is reported or screen text."""
    progress = Progress(reading, chain_of(network_of_path(document.path)))
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
            tell_damage(progress, found)
    tell_counted(progress)
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


def _take(progress: Progress, entry: Entry) -> None:
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
    about = [*_about_key(row, shape, entry, number, keyed=keyed), *_about_names(row, shape)]
    _add(progress, entry, row, fact, about)


def _shape(progress: Progress, entry: Entry, fields: dict[str, object]) -> Shape | None:
    """Tell the kind of the paste an entry is of, by its first entry; entries of an unknown kind are counted."""
    if entry.paste != progress.paste:
        progress.paste, progress.paste_line, progress.shape = entry.paste, entry.line, None
    if progress.shape is None:
        progress.shape = shape_of(fields.keys(), entry.storage)
    if progress.shape is None:
        number, line = progress.foreign.get(entry.storage or "", (0, entry.line))
        progress.foreign[entry.storage or ""] = (number + 1, line)
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


def _about_names(row: Row, shape: Shape) -> list[Note]:
    """Note every field that no entry of the kind has, and every number that no column holds. Of a private entry not even the name is told: it may be a word of the person."""
    notes = []
    unkept = {name for name in shape.unkept & row.fields.keys() if whole_number(row.fields[name])}
    for name in sorted((row.fields.keys() - shape.names) | unkept):
        said = "a field" if row.private else f"the field {quoted(name)}"
        notes.append(
            Note(
                code="value-unknown-label",
                subject=f"{row.kind} field {'' if row.private else name[:100]}",
                name=name,
                what=f"{row.label} has {said} that "
                + ("no column holds; it was left out." if name in unkept else "has no known meaning; it was left out."),
                repair="Mend its name if it is misspelled, and import the file again.",
                summed=True,
            )
        )
    return notes


def _add(progress: Progress, entry: Entry, row: Row, fact: object, about: list[Note]) -> None:
    """Record a fact with its notes. An equal one from an earlier paste counts once, without a problem of its own."""
    progress.taken += 1
    known = progress.reading.records.get((row.kind, row.key))
    if known is None:
        progress.reading.add(row.key, entry.line, fact)
        for found in (*about, *row.notes):
            tell(progress, found.line or entry.lines.get(found.name, entry.line), found)
    elif known.line < progress.paste_line and known.fact == fact:
        progress.again_line = progress.again_line or entry.line
        progress.again += 1
    elif may_list(progress, "duplicate-key"):
        progress.reading.add(row.key, entry.line, fact)
    else:
        count(progress, "duplicate-key", entry.line)


def _refuse(progress: Progress, shape: Shape, entry: Entry, where: str, what: str) -> None:
    """Report an entry that makes no record; a second paste of it says nothing new."""
    if where in progress.refused:
        return
    progress.refused.add(where)
    repair = "Mend the entry and import it again; until then it is left out."
    found = Note(code="row-malformed", subject=f"{shape.kind} refused {where}", what=what, repair=repair)
    tell(progress, entry.line, found, refused=True)


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
