"""Tokenomics reports: one term's figures, its working groups, workers and refills, over all template generations."""

import re
from typing import Any

from secretariat.facts.networks import chain_of
from secretariat.facts.terms import TermFigures
from secretariat.facts.working_groups import GroupTerm
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading.lost_rows import naming_lost_rows
from secretariat.sources.archives.reading.markdown import tables
from secretariat.sources.archives.reports.findings import values
from secretariat.sources.archives.reports.layout import (
    Section,
    labelled,
    repeated_sections,
    section_at,
    section_text,
    sections,
)
from secretariat.sources.archives.reports.lost_headings import with_headings
from secretariat.sources.archives.reports.names import check_network
from secretariat.sources.archives.reports.placeholders import has_placeholders
from secretariat.sources.archives.tokenomics.checks import check_report
from secretariat.sources.archives.tokenomics.gathered import Report, new_report, section_group
from secretariat.sources.archives.tokenomics.gathered import group_of as group_named
from secretariat.sources.archives.tokenomics.header import Header, check_header, moments, read_header
from secretariat.sources.archives.tokenomics.labels import UNNAMED
from secretariat.sources.archives.tokenomics.lines import read_line, read_without_colon
from secretariat.sources.archives.tokenomics.missing import note_missing
from secretariat.sources.archives.tokenomics.rows import read_table
from secretariat.sources.archives.tokenomics.tables import is_property_table, is_refill_table, is_worker_table
from secretariat.sources.archives.tokenomics.titles import level_of, with_known_titles
from secretariat.sources.archives.tokenomics.workers import OCCUPANTS, read_occupants, read_refills, read_workers

_SIGNS = tuple(
    re.compile(sign, re.IGNORECASE | re.MULTILINE)
    for sign in (
        r"^# .{0,80}tokenomics.{0,80}report",
        r"^[*-]?\s*block range\s*:",
        r"^[*-]?\s*council session\s*#?\s*:",
        r"^\|?\s*total tokens minted\s*\|",
        r"^\|?\s*total applicants\s*\|",
        r"^\|?\s*number of validators\s*\|",
        r"^[*-]?\s*block generation time",
        r"^\|?\s*size of content",
    )
)
_NAMED = re.compile(r"tokenomics[^/]*\.(md|markdown|txt)$", re.IGNORECASE)
_UNREAD_SECTIONS = ("todo", "ideas", "changelog")


def _recognises(path: str, head: str) -> bool:
    return sum(1 for sign in _SIGNS if sign.search(head)) >= 3 and not has_placeholders(head)


def _knows_name(path: str) -> bool:
    name = path.rsplit("/", 1)[-1]
    return bool(_NAMED.search(name)) and bool(re.search(r"[0-9]", name)) and "template" not in name.lower()


def _parse(document: Document, reading: Reading) -> None:
    document = with_headings(document, reading, level_of)
    lines = document.lines
    parts = with_known_titles(reading, sections(lines))
    header = read_header(document, parts)
    if header.term is None:
        reading.problem(
            "file-unreadable",
            header.line,
            subject="term",
            what="Neither the report nor its file name says which council session it is about.",
            repair="Add the line 'Council session #' and import the file again.",
            refused=True,
        )
        return
    report = new_report(reading, header.key)
    _read_lines(report, header, lines, parts)
    _read_tables(report, header, lines, parts)
    check_network(document, reading, header.network, TermFigures.KIND, header.key)
    check_header(reading, header)
    check_report(report, header)
    note_missing(report, header, parts)
    _check_repeats(reading, lines, parts)
    _add_facts(report, header)


def _is_read(part: Section) -> bool:
    return not part.key.startswith(_UNREAD_SECTIONS)


def _read_lines(report: Report, header: Header, lines: list[str], parts: list[Section]) -> None:
    for number, text in enumerate(lines, start=1):
        if "|" in text or text.startswith("#"):
            continue
        line = labelled(text, number) if ":" in text else None
        part = section_at(parts, number)
        if _is_read(part):
            slug = section_group(part)
            if line is not None and line.key in OCCUPANTS and slug is not None:
                group_named(report, slug, part.title, part.line, headed=True)
                read_occupants(report.reading, header, lines, number, slug)
            elif line is not None:
                read_line(report, line, part)
            else:
                read_without_colon(report, text, number)


def _read_tables(report: Report, header: Header, lines: list[str], parts: list[Section]) -> None:
    for table in tables(lines):
        part = section_at(parts, table.header.line)
        if not _is_read(part):
            continue
        if is_refill_table(table):
            read_refills(report.reading, header, table)
        elif is_worker_table(table):
            slug = section_group(part) or UNNAMED
            group_named(report, slug, part.title or UNNAMED, part.line, headed=bool(part.title))
            read_workers(report.reading, header, table, slug)
        elif is_property_table(table):
            read_table(report, table, part)
        else:
            report.reading.problem(
                "value-unknown-label",
                table.header.line,
                subject=f"table {' | '.join(table.header.cells)[:80]}",
                what=f"The table with the columns {' | '.join(table.header.cells)[:120]!r} has no known meaning and was "
                "left out.",
                repair="Add the table to the reader if its figures are wanted.",
            )


def _check_repeats(reading: Reading, lines: list[str], parts: list[Section]) -> None:
    for first, second in repeated_sections(parts):
        same = section_text(first, lines) == section_text(second, lines)
        reading.problem(
            "section-repeated",
            second.line,
            subject=f"section {second.key}",
            what=f"The section {second.title[:60]!r} stands twice; the first is at line {first.line}"
            + (" and says the same." if same else " and says something else."),
            repair="Counted once." if same else "Each figure that differs is reported on its own.",
            applied=same,
        )


def _add_facts(report: Report, header: Header) -> None:
    assert header.term is not None  # noqa: S101 - _parse asks only then
    start, end = moments(header)
    common: dict[str, Any] = {
        "network": header.network,
        "chain": chain_of(header.network),
        "term": header.term,
    }
    term: dict[str, Any] = dict(values(report.term))
    report.reading.add(
        header.key,
        header.line,
        TermFigures(
            **common,
            start_block=header.blocks[0],
            end_block=header.blocks[1],
            started_at=start,
            ended_at=end,
            content_bytes_rounded=report.rounded,
            **term,
        ),
    )
    for slug, group in report.groups.items():
        figures: dict[str, Any] = dict(values(group.findings))
        fact = GroupTerm(**common, group=slug, label=" ".join(group.label.split()), **figures)
        report.reading.add(f"{header.key}/{slug}", group.line, fact)


FORMAT = Format(
    name="tokenomics-report",
    title="a tokenomics report",
    recognises=_recognises,
    parse=naming_lost_rows(_parse),
    knows_name=_knows_name,
)
