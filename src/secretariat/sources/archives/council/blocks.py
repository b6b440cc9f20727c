"""The proposal blocks of a council report, as printed: headings or items, and the fields below each."""

import re
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from secretariat.facts.problems import Target
from secretariat.facts.proposals import ReportedProposal
from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reports.colonless import field_without_colon, note_without_colon
from secretariat.sources.archives.reports.layout import Labelled, Section, labelled, section_at

_HEADING = re.compile(
    r"^(?:#{2,6}\s+(?:\*\*)?|\*\*)\s*Proposal\s+[#`]{0,3}([0-9]{1,9})(?![0-9])`?\s*[-\u2013:]?\s*(.*?)(?:\*\*)?\s*$",
    re.ASCII | re.IGNORECASE,
)
_LINK = re.compile(r"/proposals/(?:preview/)?([0-9]{1,9})(?![0-9])", re.ASCII)
_ITEM = re.compile(r"^ ?[-*]\s+(?P<title>.*?)\s*$")
_ALIASES = {"voters": "participants", "type": "proposal type", "link": "proposal link", "forum threads": "forum thread"}
_KNOWN = (
    "proposal link",
    "proposal type",
    "amount",
    "destination member",
    "status",
    "time to finalize",
    "time to finalise",
    "created by",
    "participants",
)
_FIELD_OF = {
    "proposal type": "type",
    "amount": "amount",
    "destination member": "destination",
    "status": "outcome",
    "time to finalize": "blocks_to_finalise",
    "created by": "proposer",
}


@dataclass
class Block:
    """One proposal as printed: its number (None when nothing gives it), title, line, and fields by key."""

    number: int | None
    title: str
    line: int
    fields: dict[str, Labelled] = field(default_factory=dict)
    disputed: list[tuple[str, Labelled, Labelled]] = field(default_factory=list)


def blocks(reading: Reading, lines: list[str], parts: list[Section]) -> list[Block]:
    """Collect the blocks: under headings "Proposal N - title", or as items in the section of the earliest reports."""
    found: list[Block] = []
    meant: dict[str, str | None] = {}
    current: Block | None = None
    for number, text in enumerate(lines, start=1):
        heading = _HEADING.match(text[:500]) if text.startswith(("#", "**")) else None
        if heading or text.startswith("#"):
            current = Block(int(heading[1]), heading[2], number) if heading else None
        if text.startswith("#"):
            _check_heading(reading, section_at(parts, number), number, known=heading is not None)
        elif section_at(parts, number).key.startswith("proposals created"):
            current = _item(text, number) or current
        if current is None:
            continue
        if current.line == number:
            found.append(current)
        else:
            _read_field(reading, current, text, number, meant)
    return found


def _check_heading(reading: Reading, part: Section, line: int, *, known: bool) -> None:
    """Report a heading below the breakdown that names no proposal: what stands under it cannot be recorded."""
    breakdown = part.line == line and part.parents and part.parents[-1].startswith("proposal breakdown")
    if breakdown and not known:
        reading.problem(
            "row-malformed",
            line,
            subject=f"heading {part.key[:80]}",
            what=f"The heading {quoted(part.title)} stands among the proposals but gives no number.",
            repair="Write it as 'Proposal <number> - <title>'; what stands below it was left out.",
            refused=True,
        )


def _item(text: str, line: int) -> Block | None:
    """Begin a block at an outer item that carries a proposal's link or no field's label."""
    match = _ITEM.match(text[:500])
    given = labelled(text, line)
    if match is None or (given is not None and _key_of(given.key) is not None):
        return None
    number = _LINK.search(match["title"])
    title = re.sub(r"\s*\(https?://[^)]*\)", "", match["title"])
    return Block(int(number[1]) if number else None, title, line)


def is_field(key: str) -> bool:
    """Say whether a label is that of a proposal's field."""
    return _key_of(key) is not None


def _key_of(key: str) -> str | None:
    known = _ALIASES.get(key, key)
    return known if known in _KNOWN else None


def _read_field(reading: Reading, block: Block, text: str, number: int, meant: dict[str, str | None]) -> None:
    line = labelled(text, number) if ":" in text else None
    if line is None or len(line.label) > 40:
        label = field_without_colon(text, _KNOWN) if line is None else None
        if label is not None:
            note_without_colon(reading, text, number, label, f"proposal {block.number}", None)
        return
    key = _key_of(line.key)
    if key is None and line.key not in meant:
        close = get_close_matches(line.key, _KNOWN, n=1, cutoff=0.85)
        meant[line.key] = close[0] if close else None
        _note_label(reading, line, meant[line.key])
    key = key or meant[line.key]
    if key is None:
        return
    key = "time to finalize" if key == "time to finalise" else key
    first = block.fields.get(key)
    disputed = {name for name, _, _ in block.disputed}
    if first is None or (not first.value and key not in disputed):
        block.fields[key] = line
    elif line.value and first.value not in ("", line.value):
        block.disputed.append((key, first, line))
        block.fields[key] = replace(first, value="")


def _note_label(reading: Reading, line: Labelled, meant: str | None) -> None:
    reading.problem(
        "label-drift" if meant else "value-unknown-label",
        line.line,
        subject=f"proposal field {line.key}",
        what=f"The proposal field {quoted(line.label)} "
        + ("is another spelling." if meant else "has no known meaning and was left out."),
        repair=f"Read as {meant!r}." if meant else "Add the field to the reader if it is wanted.",
        applied=meant is not None,
    )


def check_disputed(reading: Reading, key: str, block: Block) -> None:
    """Report the fields that a block gives twice with different values; they are left unknown."""
    for name, first, again in block.disputed:
        target = _FIELD_OF.get(name)
        reading.problem(
            "contradiction",
            again.line,
            subject=f"{key} {name} again",
            what=f"{first.label} of proposal {block.number} is {quoted(again.value)} here but {quoted(first.value)} at line "
            f"{first.line}.",
            repair="Say which one is right; until then it is unknown.",
            target=Target(kind=ReportedProposal.KIND, key=key, field=target) if target else None,
        )
