"""The rows and lines of a tokenomics report, read by section and label into the figures of a term and its groups."""

import re
from collections.abc import Iterable
from decimal import Decimal

from secretariat.facts.texts import quoted
from secretariat.facts.working_groups import GroupTerm
from secretariat.sources.archives.reading.markdown import PipeTable, Row
from secretariat.sources.archives.reports.amounts import Figure
from secretariat.sources.archives.reports.close_words import close_to
from secretariat.sources.archives.reports.figures import Kind, content_bytes, half_unit, read_cell
from secretariat.sources.archives.reports.findings import Findings, Found, note_empty, put
from secretariat.sources.archives.reports.layout import Section, label_key
from secretariat.sources.archives.reports.percentages import Measured, check_percentage
from secretariat.sources.archives.tokenomics.gathered import (
    Report,
    group_of,
    note_once,
    section_group,
    unknown_label,
)
from secretariat.sources.archives.tokenomics.labels import (
    COUNCIL_SPENT,
    TERM_LABELS,
    UNNAMED,
    Meaning,
    bare,
    close_group,
    close_label,
    follows_group_form,
    group_slug,
    is_council,
    is_known_group,
    minted_by,
    names_role,
    unit_in,
    worker_figure,
)
from secretariat.sources.archives.tokenomics.tables import (
    Columns,
    cell_at,
    check_shape,
    columns_of,
    is_short,
    note_lost_column,
    without_columns,
)

_OF_LIMIT = re.compile(r"\s*([0-9][0-9,]{0,12})\s*/\s*([0-9][0-9,]{0,12})\s*", re.ASCII)


def read_table(report: Report, table: PipeTable, part: Section) -> None:
    """Take in every row of a property table."""
    columns = columns_of(table.header)
    roles = label_key(table.header.cells[0]) == "role"
    for row in table.rows:
        label = row.cells[0]
        if label_key(label) and check_shape(report.reading, table, row):
            if is_short(table, row):
                note_lost_column(report.reading, table, row)
            _read_row(report, columns, without_columns(table, row) if is_short(table, row) else row, part, roles=roles)


def _read_row(report: Report, columns: Columns, row: Row, part: Section, *, roles: bool) -> None:
    label = row.cells[0]
    key = label_key(label)
    slug = section_group(part)
    of_worker = worker_figure(key)
    minter = minted_by(key)
    if bare(key) in TERM_LABELS:
        _read_meaning(report, report.term, TERM_LABELS[bare(key)], columns, row, part)
    elif minter is not None:
        _read_mint(report, minter, columns, row, part)
    elif slug is not None and of_worker is not None:
        _note_nameless(report, slug, label, row.line)
        group = group_of(report, slug, part.title, part.line, headed=True)
        _read_meaning(report, group.findings, of_worker, columns, row, part)
    elif is_council(key) and (roles or "generation" in part.key):
        _note_council(report, label, row.line)
        _read_meaning(report, report.term, COUNCIL_SPENT, columns, row, part)
    elif slug is None and _is_group(key, roles=roles) and group_slug(key):
        group = group_of(report, group_slug(key), label, row.line)
        _read_meaning(report, group.findings, Meaning("spent", Kind.TOKENS, pair=False), columns, row, part)
    else:
        _read_misspelled(report, columns, row, part, roles=roles)


def _is_group(key: str, *, roles: bool) -> bool:
    if is_known_group(key):
        return True
    formed = names_role(key) or (roles and (follows_group_form(key) or close_group(key) is not None))
    return formed and not close_to(bare(key), TERM_LABELS)


def _read_misspelled(report: Report, columns: Columns, row: Row, part: Section, *, roles: bool) -> None:
    """Read a row whose label is a misspelling of exactly one known label as that one; any other label has no meaning."""
    label = row.cells[0]
    known = close_label(label_key(label))
    if known is None:
        unknown_label(report, label, row.line)
        return
    what = f"The label {quoted(label)} is a misspelling of {known!r}, and of no other label."
    note_once(report, "label-drift", row.line, label, what, f"Read as {known!r}.")
    _read_row(report, columns, Row((known, *row.cells[1:]), row.line), part, roles=roles)


def _note_nameless(report: Report, slug: str, label: str, line: int) -> None:
    if not set(slug.split("-")) & set(label_key(label).split()) and slug[:-1] not in label_key(label):
        note_once(
            report,
            "label-drift",
            line,
            label,
            f"The row {quoted(label)} does not name its group, as the rows of other reports do.",
            "Read as the row of the group whose section it stands in.",
        )


def _read_mint(report: Report, minter: str, columns: Columns, row: Row, part: Section) -> None:
    if is_council(minter):
        _note_council(report, row.cells[0], row.line)
        meaning, findings = Meaning("council_minted", Kind.TOKENS), report.term
    else:
        label = " ".join(row.cells[0].split()[: len(minter.split())])
        findings = group_of(report, group_slug(minter) or UNNAMED, label, row.line).findings
        meaning = Meaning("minted", Kind.TOKENS)
    _read_meaning(report, findings, meaning, columns, row, part)


def _note_council(report: Report, label: str, line: int) -> None:
    if "council" not in label_key(label).split():
        what = f"The label {quoted(label)} is a misspelling of the council's, and of no other label."
        note_once(report, "label-drift", line, label, what, "Read as the council's.")


def _single(columns: Columns, row: Row) -> str:
    """Give the one value of a row: of its value column, else of the only filled one of start and end."""
    if columns.value is not None:
        return cell_at(row, columns.value)
    filled = {cell for cell in (cell_at(row, columns.start), cell_at(row, columns.end)) if cell}
    return filled.pop() if len(filled) == 1 else " and ".join(sorted(filled))


def _read_meaning(
    report: Report, findings: Findings, meaning: Meaning, columns: Columns, row: Row, part: Section
) -> None:
    label = row.cells[0]
    findings.seen.add(meaning.name)
    if not meaning.pair:
        printed = _single(columns, row)
        figure = read_cell(meaning.kind, printed)
        if figure.empty:
            note_empty(findings, meaning.name, _label_of(findings, label), row.line)
        put(findings, meaning.name, meaning.kind, figure, label=label, printed=printed, line=row.line,
            topic=str(part.line))  # fmt: skip
        return
    sides = [(side, column) for side, column in (("start", columns.start), ("end", columns.end)) if column is not None]
    if len(sides) < 2:
        _note_missing(report, label, row.line, sides[0][0] if sides else "")
    found = [_read_side(report, findings, meaning, side, cell_at(row, column), row, part) for side, column in sides]
    if len(found) == 2:
        _check_change(report, findings, meaning, columns, row, found)


def _label_of(findings: Findings, label: str) -> str:
    """Write a row's label; with its group, as the rows of groups are called alike."""
    plain = " ".join(label.split())
    return f"{plain} ({findings.key.rsplit('/', 1)[-1]})" if findings.kind == GroupTerm.KIND else plain


def _note_missing(report: Report, label: str, line: int, side: str) -> None:
    """Say which ends of the term a row's table has no column for."""
    missing = {"start": "the end", "end": "the start", "": "either"}[side]
    report.reading.problem(
        "row-malformed",
        line,
        subject=f"columns {label_key(label)}",
        what=f"{label} is a figure of the start and the end of a term, but its table has no column for {missing}.",
        repair=f"Mend the table; only the figure of the {side} was read."
        if side
        else "Mend the table; the row was left out.",
        refused=not side,
    )


def _read_side(
    report: Report, findings: Findings, meaning: Meaning, side: str, printed: str, row: Row, part: Section
) -> Found | None:
    label = row.cells[0]
    half = Decimal(0)
    if meaning.kind is Kind.BYTES:
        figure, half = content_bytes(printed, unit_in(label))
        report.rounded = report.rounded or half > 0
        if unit_in(label) is None and figure.value is not None and half == 0:
            note_once(report, "label-drift", row.line, label, f"{label} is printed without a unit.", "Read as bytes.")
    else:
        limited = _OF_LIMIT.fullmatch(printed)
        if limited and meaning.name == "validators":
            put(findings, f"validator_limit_{side}", meaning.kind, read_cell(meaning.kind, limited[2]), label=label,
                printed=printed, line=row.line, topic=str(part.line))  # fmt: skip
            printed = limited[1]
        figure = read_cell(meaning.kind, printed)
        if figure.value is not None and meaning.kind in (Kind.USD, Kind.RATE):
            half = half_unit(figure.value)
    if figure.empty:
        note_empty(findings, f"{meaning.name}_{side}", f"{_label_of(findings, label)} ({side})", row.line)
    exact = Decimal(0) if meaning.kind is Kind.USD else half
    found = put(findings, f"{meaning.name}_{side}", meaning.kind, figure, label=f"{label} ({side})", printed=printed,
                line=row.line, topic=str(part.line), half=exact)  # fmt: skip
    return found if found is None or found.half == half else Found(
        found.number, found.value, found.printed, found.line, found.topic, half
    )  # fmt: skip


def _check_change(
    report: Report, findings: Findings, meaning: Meaning, columns: Columns, row: Row, found: Iterable[Found | None]
) -> None:
    start, end = found
    if start is None or end is None:
        return
    label = _label_of(findings, row.cells[0])
    subject = f"{findings.key} {meaning.name}"
    before, after = (Measured(side.number, side.half, side.printed) for side in (start, end))
    check_percentage(report.reading, subject, label, cell_at(row, columns.change), before, after, row.line)
    printed = cell_at(row, columns.difference)
    difference = read_cell(Kind.TOKENS, printed) if printed else Figure(empty=True)
    if difference.value is not None and difference.value != end.number - start.number:
        report.reading.problem(
            "total-not-sum",
            row.line,
            subject=f"{subject} difference",
            what=f"{label}: the difference is written {quoted(printed)}; from {start.printed} to {end.printed} it is "
            f"{end.number - start.number:f}.",
            repair="Check the three figures; start and end are kept, the difference is worked out anew.",
        )
