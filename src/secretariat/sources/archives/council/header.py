"""The header of a council report: which council in which numbering, which blocks, when."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from secretariat.facts.moments import Moment
from secretariat.facts.terms import COUNCIL_NUMBER, COUNCIL_TERM, ELECTION_ROUND
from secretariat.sources.archives.document import Document
from secretariat.sources.archives.reports.colonless import field_without_colon
from secretariat.sources.archives.reports.layout import Labelled, Section, labelled, prints_figure, section_at
from secretariat.sources.archives.reports.names import NamedReport, named_report, network_of, report_key
from secretariat.sources.archives.reports.ranges import DateRange, date_range, height_of, heights_of, one_moment

ROUND = re.compile(r"#?\s*([0-9]{1,6})(?:\s*[/+&]\s*#?\s*([0-9]{1,6}))?\s*", re.ASCII)
_TITLE = re.compile(
    r"council\s*(?:election)?\s*(?:round|term)?\s*#?\s*([0-9]{1,6}(?:\s*[/+&]\s*[0-9]{1,6})?)(?![0-9])",
    re.IGNORECASE | re.ASCII,
)
_BLOCKS_OF = re.compile(r"council ([0-9]{1,6}) blocks", re.ASCII)
_PACE = re.compile(r"based on\s+([0-9]{1,3}(?:\.[0-9]{1,3})?)\s+second blocktimes", re.IGNORECASE | re.ASCII)
_THREAD = re.compile(r"/forum/threads/([0-9]{1,9})", re.ASCII)
_USUAL_PACE = Decimal(6)

_N_BLOCKS = "council n blocks"

TERM_LABELS = ("council term", "council session", "council period")
"""Words for the same number in the reports' templates; rounds are another numbering."""

KPI_ROUND = "kpi round"
"""The label of Jsgenesis' number of the KPIs that were on in the term."""

FIELDS = frozenset(
    {
        "council election round",
        "council round",
        *TERM_LABELS,
        "start block",
        "end block",
        "date range",
        "start time/date",
        "forum thread for round feedback",
        "testnet",
        KPI_ROUND,
    }
)
"""Labels of the section "Council Round Overview". The testnet is a name that the file's place gives as well."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a report says about itself. ``pace`` is the seconds it counts for a block, ``stated`` its "Council Term"."""

    network: str | None
    term: int | None
    key: str
    line: int
    election_round: int | None
    title_round: int | None
    stated: int | None
    numbering: str
    kpi_round: int | None
    start_block: int | None
    end_block: int | None
    dates: DateRange
    feedback_thread: int | None
    pace: Decimal
    name: NamedReport
    lines: dict[str, Labelled]
    disputed: tuple[tuple[Labelled, Labelled], ...]
    unknown: tuple[Labelled, ...]
    colonless: tuple[tuple[str, str, int], ...]


@dataclass
class _Overview:
    """The labelled lines before the minutes: the first of each label, those that say something else, the unknown.

    ``colonless`` are lines that begin with a label but have no colon behind it: label, text and line.
    """

    lines: dict[str, Labelled] = field(default_factory=dict)
    disputed: list[tuple[Labelled, Labelled]] = field(default_factory=list)
    unknown: list[Labelled] = field(default_factory=list)
    colonless: list[tuple[str, str, int]] = field(default_factory=list)


def is_header_line(line: Labelled) -> bool:
    """Say whether a line tells which council the report is of, or its blocks, in any of the template's forms."""
    return line.key in FIELDS or _BLOCKS_OF.fullmatch(line.key) is not None


def round_in(text: str) -> int | None:
    """Read ``#48``; of ``#20/21`` the last counts, since the elections before it seated no council."""
    match = ROUND.fullmatch(text.strip())
    return int(match[2] or match[1]) if match else None


def read_header(document: Document, parts: list[Section]) -> Header:
    """Read title and overview and work out which number is the council term.

    A stated "Council Term" is the term. Without it, title and "Council Election Round" may carry one numbering (the
    first testnets), and that is the term; where they differ, the title counts terms and the field elections, as the
    number in the file's name shows. The file's name alone decides only when it agrees with one of the two.
    """
    overview = _overview(document.lines, parts)
    lines = overview.lines
    name, network = named_report(document.path), network_of(document)
    highest = min((part.level for part in parts if part.level), default=1)
    title = next((match for part in parts if part.level == highest and (match := _TITLE.search(part.title))), None)
    title_round = round_in(title[1]) if title else None
    election = _number(lines, "council election round", "council round")
    stated = _number(lines, *TERM_LABELS)
    term = _term(stated, title_round, election if election is not None else _number(lines, _N_BLOCKS), name.term)
    start, end = _blocks(lines, {first.key for first, _ in overview.disputed})
    return Header(
        network=network,
        term=term,
        key=report_key(network, term) if term is not None else "?",
        line=min((line.line for key, line in lines.items() if key in FIELDS), default=1),
        election_round=election,
        title_round=title_round,
        stated=stated,
        numbering=_numbering(stated, title_round, election, term),
        kpi_round=_number(lines, KPI_ROUND),
        start_block=start,
        end_block=end,
        dates=_dates(lines, start, end),
        feedback_thread=_thread(lines.get("forum thread for round feedback")),
        pace=_pace(document.text),
        name=name,
        lines=lines,
        disputed=tuple(overview.disputed),
        unknown=tuple(overview.unknown),
        colonless=tuple(overview.colonless),
    )


def _overview(lines: list[str], parts: list[Section]) -> _Overview:
    found = _Overview()
    for number, text in enumerate(lines, start=1):
        part = section_at(parts, number)
        if part.key.startswith("minutes") or "minutes" in part.parents:
            break
        line = labelled(text, number)
        if line is None:
            label = field_without_colon(text, FIELDS) if part.key == "council round overview" else None
            if label is not None:
                found.colonless.append((label, text, number))
            continue
        blocks_of = _BLOCKS_OF.fullmatch(line.key)
        if blocks_of:
            found.lines.setdefault(_N_BLOCKS, Labelled("Council", blocks_of[1], line.value, number, 0, False))
        elif line.key in FIELDS:
            first = found.lines.setdefault(line.key, line)
            if first.value.replace(",", "") != line.value.replace(",", ""):
                found.disputed.append((first, line))
        elif part.key == "council round overview" and (line.bulleted or prints_figure(line)):
            found.unknown.append(line)
    return found


def _number(lines: dict[str, Labelled], *keys: str) -> int | None:
    for key in keys:
        line = lines.get(key)
        if line is not None:
            return round_in(line.key if key == _N_BLOCKS else line.value)
    return None


def _term(stated: int | None, title: int | None, election: int | None, name: int | None) -> int | None:
    if stated is not None:
        return stated
    if title is not None and election is not None and title != election and name == election:
        return election
    return next((number for number in (title, election, name) if number is not None), None)


def _numbering(stated: int | None, title: int | None, election: int | None, term: int | None) -> str:
    """Say what the number taken as term is, by what the report prints.

    A title that differs from the field "Council Election Round" counts terms. Where they agree, or only the field is
    there, the chain's round is all that is printed.
    """
    if stated is not None or (title is not None and election is not None and election not in (title, term)):
        return COUNCIL_TERM
    return ELECTION_ROUND if election is not None and term == election else COUNCIL_NUMBER


def _blocks(lines: dict[str, Labelled], disputed: set[str]) -> tuple[int | None, int | None]:
    both = heights_of(lines[_N_BLOCKS].value) if _N_BLOCKS in lines else None
    if both:
        return both
    start, end = (None if key in disputed else lines.get(key) for key in ("start block", "end block"))
    return height_of(start.value) if start else None, height_of(end.value) if end else None


def _dates(lines: dict[str, Labelled], start: int | None, end: int | None) -> DateRange:
    if "date range" in lines and lines["date range"].value:
        return date_range(lines["date range"].value, None if start is None or end is None else end - start)
    begun = lines.get("start time/date")
    return DateRange(start=one_moment(begun.value) if begun else None)


def _thread(line: Labelled | None) -> int | None:
    match = _THREAD.search(line.value) if line else None
    return int(match[1]) if match else None


def _pace(text: str) -> Decimal:
    match = _PACE.search(text[:4000])
    return Decimal(match[1]) if match else _USUAL_PACE


def moments(header: Header) -> tuple[Moment | None, Moment | None]:
    """Give start and end of the term as far as they are known."""
    return header.dates.start, header.dates.end
