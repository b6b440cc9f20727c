"""The overview of a council report's minutes: how many proposals, of which types, and what became of them."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from secretariat.facts.texts import quoted
from secretariat.sources.archives.council.unread import note_unread_figure
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reports.colonless import field_without_colon, note_without_colon
from secretariat.sources.archives.reports.figures import Kind, read_cell
from secretariat.sources.archives.reports.findings import Findings, put, target_of
from secretariat.sources.archives.reports.layout import Section, label_key, labelled, prints_figure

_COUNT = re.compile(r"^\s*[-*+\u2022\u2013]?\s*(?P<number>-?[0-9][0-9,.]{0,12})\s+(?P<what>[A-Za-z].{0,120})$")
_STATES = (
    (r"proposals? created", "proposals_created"),
    (r"notenoughcapacity", "failed_capacity"),
    (r"execution ?failed", "failed_execution"),
    (r"approved", "approved"),
    (r"cancell?ed", "canceled"),
    (r"rejected", "rejected"),
    (r"slashed", "slashed"),
    (r"expired", "expired"),
    (r"(passed|carried) (on )?to (the )?next council", "passed_on"),
)
_COUNTED = r"proposals? created|approved & executed proposals?|(cancell?ed|rejected|slashed|expired) proposals?"
"""What the lines of the overview count that stand in all variants, and in no other section."""

STATES = tuple(name for _, name in _STATES if name != "proposals_created")
_TYPE = re.compile(r"(?P<type>[A-Z][A-Za-z]{2,60})(?:\s+(?:[Pp]roposals?|failures?))?\s*$", re.ASCII)
_HOURS_LABELS = frozenset(
    f"{name} time for proposals to finali{sign}e" for name in ("total", "average") for sign in "sz"
)
_HOURS = re.compile(r"\s*(hours?|hrs?|h)\.?\s*$", re.IGNORECASE)


@dataclass
class Overview:
    """The counts as gathered: each type with its number, and the average of hours to finalise as printed."""

    types: dict[str, int] = field(default_factory=dict)
    line: int = 0
    types_line: int = 0
    average_hours: Decimal | None = None


def is_overview(part: Section) -> bool:
    """Say whether a section is the overview of proposals."""
    return part.key.startswith("proposal overview")


def read_overview(reading: Reading, findings: Findings, lines: list[str], parts: list[Section]) -> Overview:
    """Take in every count and the hours; a count whose words are not known is noted once."""
    overview = Overview()
    noted: set[str] = set()
    for part in (part for part in parts if is_overview(part)):
        overview.line = overview.line or part.line
        for number in range(part.line + 1, part.last_line + 1):
            _read_line(findings, overview, lines[number - 1], number, str(part.line), noted)
    for name in sorted(noted):
        reading.problem(
            "value-unknown-label",
            overview.line,
            subject=f"overview {name}",
            what=f"The overview counts {quoted(name)}, which has no known meaning and was left out.",
            repair="Add the words to the reader if the figure is wanted.",
        )
    return overview


def counts_proposals(lines: list[str], index: int) -> bool:
    """Say whether a line counts the proposals made, or those of one outcome, or their hours, wherever it stands."""
    text = lines[index][:200]
    match = _COUNT.match(text)
    if match is not None:
        return re.fullmatch(_COUNTED, label_key(match["what"])) is not None
    line = labelled(text, index + 1) if ":" in text else None
    return line is not None and line.key in _HOURS_LABELS


def _read_line(findings: Findings, overview: Overview, text: str, number: int, topic: str, noted: set[str]) -> None:
    line = labelled(text, number)
    key = line.key if line else ""
    if line and key.startswith(("total time", "average time")):
        cell = _HOURS.sub("", line.value[:80])
        if key.startswith("total"):
            put(findings, "finalise_hours", Kind.NUMBER, read_cell(Kind.NUMBER, cell), label=line.label,
                printed=line.value, line=number, topic=topic)  # fmt: skip
        else:
            overview.average_hours = read_cell(Kind.NUMBER, cell).value
        return
    lost = field_without_colon(text, _HOURS_LABELS)
    if lost is not None:
        target = target_of(findings, "finalise_hours") if lost.startswith("total") else None
        note_without_colon(findings.reading, text, number, lost, findings.key, target)
        return
    match = _COUNT.match(text[:200])
    if match is not None:
        _read_count(findings, overview, match["number"], match["what"].strip(), number, topic, noted)
    elif line and prints_figure(line):
        note_unread_figure(findings.reading, line, "overview")


def _read_count(
    findings: Findings, overview: Overview, printed: str, what: str, number: int, topic: str, noted: set[str]
) -> None:
    figure = read_cell(Kind.COUNT, printed)
    name = next((name for rule, name in _STATES if re.search(rule, what.lower())), None)
    if name is not None:
        put(
            findings, name, Kind.COUNT, figure, label=f"The number of {what}", printed=printed, line=number, topic=topic
        )
        return
    kind = _TYPE.match(what)
    if kind is not None and figure.value is not None and figure.value >= 0:
        _add_type(overview, kind["type"], int(figure.value), number)
    else:
        noted.add(label_key(what)[:80])


def _add_type(overview: Overview, name: str, count: int, line: int) -> None:
    """Count a type once; the same line printed again changes nothing, another number replaces nothing."""
    overview.types_line = overview.types_line or line
    overview.types.setdefault(name, count)
