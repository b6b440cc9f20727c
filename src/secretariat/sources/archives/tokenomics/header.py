"""The header of a tokenomics report: which council, which blocks, which days, and what contradicts the file's name."""

import re
from dataclasses import dataclass

from secretariat.facts.moments import Moment
from secretariat.facts.problems import Target
from secretariat.facts.terms import TermFigures
from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.reports.layout import Labelled, Section, labelled, section_at
from secretariat.sources.archives.reports.names import NamedReport, named_report, network_of, report_key
from secretariat.sources.archives.reports.ranges import DateRange, date_range, heights_of
from secretariat.sources.archives.tokenomics.labels import (
    BLOCKS_LABELS,
    DATES_LABELS,
    HEADER_LABELS,
    SESSION_LABELS,
    bare,
)

_SESSION = re.compile(r"#?\s*(-?[0-9]{1,6})(?![0-9.,/+])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Session:
    """A place where the report prints its council session; ``number`` is None when that is no number."""

    number: int | None
    printed: str
    line: int
    basic: bool


@dataclass(frozen=True, slots=True)
class Header:
    """What a report says about which term it is of. ``term`` is None when nothing says it."""

    network: str | None
    term: int | None
    key: str
    line: int
    blocks: tuple[int | None, int | None]
    blocks_line: Labelled | None
    dates_line: Labelled | None
    dates: DateRange
    disputed: tuple[tuple[str, Labelled, Labelled], ...]
    sessions: tuple[Session, ...]
    name: NamedReport


def read_header(document: Document, parts: list[Section]) -> Header:
    """Find the header lines; the first printing of each counts, and "Basic Information" before any other section."""
    lines = header_lines(document.lines, parts)
    ranges = [line for line, _ in lines if bare(line.key) in BLOCKS_LABELS]
    blocks_line = ranges[0] if ranges else None
    dates_line = next((line for line, _ in lines if bare(line.key) in DATES_LABELS), None)
    sessions = _sessions(lines)
    name = named_report(document.path)
    network = network_of(document)
    used = _used(sessions)
    blocks = heights_of(blocks_line.value) if blocks_line else None
    term = _term(used, name, blocks)
    disputed = _disputed(blocks, ranges)
    length = blocks[1] - blocks[0] if blocks else None
    return Header(
        network=network,
        term=term,
        key=report_key(network, term) if term is not None else "?",
        line=next((line.line for line in (blocks_line, dates_line) if line), 1),
        blocks=_sure_blocks(blocks, disputed),
        blocks_line=blocks_line,
        dates_line=dates_line,
        dates=date_range(dates_line.value, length) if dates_line else DateRange(),
        disputed=disputed,
        sessions=sessions,
        name=name,
    )


def _disputed(blocks: tuple[int, int] | None, ranges: list[Labelled]) -> tuple[tuple[str, Labelled, Labelled], ...]:
    """Find the ends of the block range that a later line gives otherwise than the first one."""
    found = []
    for again in ranges[1:]:
        other = heights_of(again.value)
        if blocks and other:
            pairs = zip(("start_block", "end_block"), blocks, other, strict=True)
            found += [(field, ranges[0], again) for field, first, second in pairs if first != second]
    return tuple(found)


def _sure_blocks(
    blocks: tuple[int, int] | None, disputed: tuple[tuple[str, Labelled, Labelled], ...]
) -> tuple[int | None, int | None]:
    if blocks is None:
        return None, None
    unsure = {field for field, _, _ in disputed}
    return None if "start_block" in unsure else blocks[0], None if "end_block" in unsure else blocks[1]


def header_lines(lines: list[str], parts: list[Section]) -> list[tuple[Labelled, Section]]:
    """Give every line with a header's label and the section it stands in."""
    found = []
    for number, text in enumerate(lines, start=1):
        line = labelled(text, number)
        if line and bare(line.key) in HEADER_LABELS:
            found.append((line, section_at(parts, number)))
    return found


def _sessions(lines: list[tuple[Labelled, Section]]) -> tuple[Session, ...]:
    found = []
    for line, part in lines:
        if bare(line.key) in SESSION_LABELS and line.value.strip("# "):
            match = _SESSION.match(line.value)
            found.append(Session(int(match[1]) if match else None, line.value, line.line, "basic" in part.key))
    return tuple(sorted(found, key=lambda session: not session.basic))


def _used(sessions: tuple[Session, ...]) -> Session | None:
    """Give the first printing that can be a term: a number that is not negative."""
    return next((session for session in sessions if session.number is not None and session.number >= 0), None)


def _term(used: Session | None, name: NamedReport, blocks: tuple[int, int] | None) -> int | None:
    """Choose the term: the printed session, unless name and block range agree against it.

    A report made from an older one keeps its session number more easily than it gets a block range that is also in the
    name of its file: then the name's term counts.
    """
    if used is None or (name.term is not None and blocks and blocks == (name.start_block, name.end_block)):
        return name.term
    return used.number


def check_header(reading: Reading, header: Header) -> None:
    """Report where header, file name and a second printing of the session disagree."""
    if header.term is None:
        return
    used = _used(header.sessions)
    if used is None:
        reading.problem(
            "header-contradiction",
            header.line,
            subject=f"{header.key} session missing",
            what=f"The report prints no council session; its file name says {header.term}.",
            repair=f"Taken as term {header.term}.",
            applied=True,
        )
    for session in header.sessions:
        if session.number != header.term:
            reading.problem(
                "header-contradiction",
                session.line,
                subject=f"{header.key} session {session.number}",
                what=f"The council session is {quoted(session.printed)} here but {header.term} "
                + (f"at line {used.line}." if used and used.number == header.term else "in the file name."),
                repair=f"Taken as term {header.term}"
                + (
                    "." if used is None or used.number == header.term else ", as file name and block range agree on it."
                ),
            )
    if header.name.term not in (None, header.term):
        reading.problem(
            "header-contradiction",
            used.line if used else 1,
            subject=f"{header.key} name",
            what=f"The report says council session {header.term}, its file name says {header.name.term}.",
            repair=f"Taken as term {header.term}, as the report says; rename the file or mend the report.",
        )
    _check_blocks(reading, header)
    _check_dates(reading, header)


def _target(header: Header, field: str) -> Target:
    return Target(kind=TermFigures.KIND, key=header.key, field=field)


def _check_blocks(reading: Reading, header: Header) -> None:
    line = header.blocks_line
    if line is None or not line.value:
        return
    for field, first, again in header.disputed:
        what = f"The block range is {quoted(again.value)} here but {quoted(first.value)} at line {first.line}."
        repair = f"Say which {field.replace('_', ' ')} is right; until then it is unknown."
        _blocks_problem(reading, header, "block-range-contradiction", again.line, field, "again", what, repair)
    if heights_of(line.value) is None:
        what = f"The block range is written {quoted(line.value)}: not two block heights."
        for field in ("start_block", "end_block"):
            repair = "Give the block; until then it is unknown."
            _blocks_problem(reading, header, "amount-unparsable", line.line, field, "unreadable", what, repair)
        return
    start, end = header.blocks
    if start is not None and end is not None and end < start:
        what = f"The block range {quoted(line.value)} ends before it starts."
        repair = "Give the true end; the printed one is kept."
        _blocks_problem(reading, header, "impossible-figure", line.line, "end_block", "order", what, repair)
    named = (("start_block", start, header.name.start_block), ("end_block", end, header.name.end_block))
    for field, stated, in_name in named:
        if in_name is not None and stated is not None and in_name != stated:
            what = f"The report's {field.replace('_', ' ')} is {stated}, its file name says {in_name}."
            repair = f"Taken as {stated}, as the report says."
            _blocks_problem(reading, header, "block-range-contradiction", line.line, field, "name", what, repair)


def _blocks_problem(
    reading: Reading, header: Header, code: str, line: int, field: str, subject: str, what: str, repair: str
) -> None:
    reading.problem(
        code,
        line,
        subject=f"{header.key} {field} {subject}",
        what=what,
        repair=repair,
        target=_target(header, field),
    )


def _check_dates(reading: Reading, header: Header) -> None:
    line, dates = header.dates_line, header.dates
    if line is None or not line.value:
        return
    if dates.doubt:
        unknown = [field for field, at in (("started_at", dates.start), ("ended_at", dates.end)) if at is None]
        for field in unknown:
            reading.problem(
                "date-unparsable",
                line.line,
                subject=f"{header.key} {field}",
                what=f"The date range is written {quoted(line.value)}: {dates.doubt}.",
                repair="Give the moment; until then it is unknown.",
                target=_target(header, field),
            )
    if dates.repair:
        reading.problem(
            "date-unparsable",
            line.line,
            subject=f"{header.key} order",
            what=f"The date range is written {quoted(line.value)}, not month first as in the other reports.",
            repair=f"{dates.repair.capitalize()}: {dates.start} to {dates.end}.",
            applied=True,
        )
    for field in ("started_at", "ended_at") if dates.misfit else ():
        reading.problem(
            "block-range-contradiction",
            line.line,
            subject=f"{header.key} {field} days",
            what=f"The date range {quoted(line.value)} does not fit the block range: {dates.misfit}.",
            repair="Check both against the chain and give the moment; until then it is unknown.",
            target=_target(header, field),
        )


def moments(header: Header) -> tuple[Moment | None, Moment | None]:
    """Give start and end of the term as far as they are known."""
    return header.dates.start, header.dates.end
