"""The lines ``label: value`` of a tokenomics report."""

from decimal import Decimal

from secretariat.facts.problems import Target
from secretariat.facts.terms import TermFigures
from secretariat.facts.texts import quoted
from secretariat.sources.archives.reports.close_words import close_to
from secretariat.sources.archives.reports.colonless import field_without_colon, note_without_colon
from secretariat.sources.archives.reports.figures import Kind, half_unit, read_cell
from secretariat.sources.archives.reports.findings import note_empty, put
from secretariat.sources.archives.reports.layout import Labelled, Section, prints_figure
from secretariat.sources.archives.tokenomics.gathered import Report, note_once, unknown_label
from secretariat.sources.archives.tokenomics.labels import CHECKED_LABELS, HEADER_LABELS, LINE_LABELS, bare

_KNOWN = frozenset(LINE_LABELS) | HEADER_LABELS


def read_line(report: Report, line: Labelled, part: Section) -> None:
    """Take in one ``label: value`` line."""
    key = bare(line.key)
    close = close_to(key, LINE_LABELS)
    if len(close) == 1 and key not in _KNOWN and key not in CHECKED_LABELS:
        what = f"The label {quoted(line.label)} is a misspelling of {close[0]!r}, and of no other label."
        note_once(report, "label-drift", line.line, line.label, what, f"Read as {close[0]!r}.")
        key = close[0]
    meaning = LINE_LABELS.get(key)
    if meaning is not None:
        report.term.seen.add(meaning.name)
        figure = read_cell(meaning.kind, line.value)
        if figure.empty:
            note_empty(report.term, meaning.name, line.label, line.line)
        half = (
            half_unit(figure.value)
            if figure.value is not None and meaning.kind in (Kind.RATE, Kind.SECONDS)
            else Decimal(0)
        )
        put(report.term, meaning.name, meaning.kind, figure, label=line.label, printed=line.value, line=line.line,
            topic=str(part.line), half=half)  # fmt: skip
    elif key in CHECKED_LABELS:
        report.checked.setdefault(key, line)
    elif key not in HEADER_LABELS and _may_be_field(line):
        unknown_label(report, line.label, line.line)


def _may_be_field(line: Labelled) -> bool:
    """Tell a field from a sentence with a colon: what follows is a figure, or the line is of a field's form."""
    return prints_figure(line) or ((line.bulleted or not line.value) and len(line.label.split()) <= 8)


def read_without_colon(report: Report, text: str, number: int) -> None:
    """Report a line that begins as a known one and lost its colon."""
    label = field_without_colon(text, _KNOWN)
    if label is not None:
        meaning = LINE_LABELS.get(label)
        report.term.seen |= {meaning.name} if meaning else set()
        target = Target(kind=TermFigures.KIND, key=report.key, field=meaning.name) if meaning else None
        note_without_colon(report.reading, text, number, label, report.key, target)
