"""Council reports: one council's members, stakes, minutes and proposals, over all template variants."""

import re
from typing import Any

from secretariat.facts.networks import chain_of
from secretariat.facts.terms import CouncilReport
from secretariat.facts.texts import quoted
from secretariat.sources.archives.council.blocks import blocks
from secretariat.sources.archives.council.checks import check_counts, check_outcomes, check_times, check_votes
from secretariat.sources.archives.council.header import KPI_ROUND, Header, moments, read_header
from secretariat.sources.archives.council.header_checks import check_header
from secretariat.sources.archives.council.mint import read_mint, roles
from secretariat.sources.archives.council.overview import Overview, read_overview
from secretariat.sources.archives.council.proposals import read_proposals
from secretariat.sources.archives.council.seats import is_member_table, read_seats, read_totals
from secretariat.sources.archives.council.titles import level_of, note_missing
from secretariat.sources.archives.council.unclaimed import note_unclaimed, note_unread
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading.lost_rows import naming_lost_rows
from secretariat.sources.archives.reading.markdown import tables
from secretariat.sources.archives.reports.findings import Findings, number_of, values
from secretariat.sources.archives.reports.layout import Section, repeated_sections, section_text, sections
from secretariat.sources.archives.reports.lost_headings import with_headings
from secretariat.sources.archives.reports.names import check_network
from secretariat.sources.archives.reports.placeholders import has_placeholders

_SIGNS = tuple(
    re.compile(sign, re.IGNORECASE | re.MULTILINE)
    for sign in (
        r"^# .{0,80}council.{0,80}performance review and minutes",
        r"^[*-]?\s*council (election )?round\s*:\s*#?\s*[0-9]",
        r"^council #[0-9]{1,9} blocks\s*:",
        r"^\|?\s*username\s*\|",
        r"^#{1,6} .{0,40}council members",
        r"^[*-]\s*[0-9]{1,9} proposals? created",
        r"^#{1,6} .{0,40}proposal (overview|breakdown)",
        r"^#{1,6} .{0,40}proposals created",
        r"^#{2,6}\s+proposal\s{1,9}[0-9]{1,9}",
    )
)
_NUMBERED = re.compile(
    r"^# .{0,80}council.{0,40}#[0-9]|^[*-]?\s*council (election round|round|term)\s*:\s*#?\s*[0-9]|^council #[0-9]{1,9} blocks\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_NAMED = re.compile(r"council[\s_]*(round)?[\s_]*#?\s*[0-9][^/]*report[^/]*\.(md|markdown|txt)$", re.IGNORECASE)


def _recognises(path: str, head: str) -> bool:
    signs = sum(1 for sign in _SIGNS if sign.search(head))
    return signs >= 3 and bool(_NUMBERED.search(head)) and not has_placeholders(head)


def _knows_name(path: str) -> bool:
    name = path.rsplit("/", 1)[-1].lower()
    return bool(_NAMED.search(name)) and "tokenomics" not in name and "template" not in name


def _parse(document: Document, reading: Reading) -> None:
    document = with_headings(document, reading, level_of)
    lines = document.lines
    parts = sections(lines)
    header = read_header(document, parts)
    if header.term is None:
        reading.problem(
            "file-unreadable",
            header.line,
            subject="term",
            what="Neither the report nor its file name says which council it is about.",
            repair="Add the line 'Council Term' and import the file again.",
            refused=True,
        )
        return
    findings = Findings(reading, CouncilReport.KIND, header.key)
    check_network(document, reading, header.network, CouncilReport.KIND, header.key)
    check_header(reading, header)
    overview = _read_parts(reading, header, findings, lines, parts)
    _check_repeats(reading, lines, parts)
    note_unclaimed(reading, lines, parts)
    note_unread(reading, lines, parts)
    _add_report(reading, header, findings, overview, roles(lines, parts))


def _read_parts(
    reading: Reading, header: Header, findings: Findings, lines: list[str], parts: list[Section]
) -> Overview:
    members = [table for table in tables(lines) if is_member_table(table)]
    seats = read_seats(reading, header, members, lines, parts)
    if not seats.seats:
        _nothing_listed(reading, lines, parts, "council members", "council member")
    read_totals(reading, findings, seats)
    read_mint(reading, findings, lines, parts)
    note_missing(reading, parts, "proposal overview", "how many proposals were made is not known.")
    overview = read_overview(reading, findings, lines, parts)
    handles = frozenset(seat.handle for seat, _ in seats.seats.values())
    approved = number_of(findings, "approved")
    found = blocks(reading, lines, parts)
    if not found and number_of(findings, "proposals_created") != 0:
        _nothing_listed(reading, lines, parts, "proposal breakdown", "proposal")
    printed = read_proposals(reading, header, found, handles, None if approved is None else int(approved))
    check_counts(reading, findings, overview, printed)
    check_outcomes(reading, findings, printed)
    check_times(reading, findings, header, printed)
    check_votes(reading, seats, printed)
    return overview


def _nothing_listed(reading: Reading, lines: list[str], parts: list[Section], section: str, wanted: str) -> None:
    """Report a section with words from which nothing was taken, so that nobody takes silence for zero."""
    part = next((part for part in parts if part.key.startswith(section) and section_text(part, lines)), None)
    note_missing(reading, parts, section, f"no {wanted} can be read.")
    if part is not None:
        reading.problem(
            "row-malformed",
            part.line,
            subject=f"no {wanted}",
            what=f"The section {quoted(part.title)} lists no {wanted} in a form that can be read.",
            repair="Write the list as in the other reports and import the file again; until then it is unknown.",
            refused=True,
        )


def _check_repeats(reading: Reading, lines: list[str], parts: list[Section]) -> None:
    """Note a section that stands twice; proposal blocks are told apart by their numbers."""
    for first, second in repeated_sections(parts):
        if second.key.startswith("proposal ") and second.level >= 4:
            continue
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


def _add_report(
    reading: Reading,
    header: Header,
    findings: Findings,
    overview: Overview,
    people: tuple[tuple[str, ...], tuple[str, ...]],
) -> None:
    assert header.term is not None  # noqa: S101 - _parse asks only then
    start, end = moments(header)
    figures: dict[str, Any] = dict(values(findings))
    fact = CouncilReport(
        network=header.network,
        chain=chain_of(header.network),
        term=header.term,
        election_round=header.election_round,
        title_round=header.title_round,
        numbering=header.numbering,
        kpi_round=None if KPI_ROUND in {first.key for first, _ in header.disputed} else header.kpi_round,
        start_block=header.start_block,
        end_block=header.end_block,
        started_at=start,
        ended_at=end,
        feedback_thread=header.feedback_thread,
        secretaries=people[0],
        deputies=people[1],
        proposals_by_type=tuple(overview.types.items()),
        **figures,
    )
    reading.add(header.key, header.line, fact)


FORMAT = Format(
    name="council-report",
    title="a council report",
    recognises=_recognises,
    parse=naming_lost_rows(_parse),
    knows_name=_knows_name,
)
