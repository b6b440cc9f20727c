"""What contradicts itself, or cannot be read, in the header of a council report."""

from secretariat.facts.problems import Target
from secretariat.facts.terms import CouncilReport
from secretariat.facts.texts import quoted
from secretariat.sources.archives.council.header import KPI_ROUND, ROUND, TERM_LABELS, Header, moments, round_in
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reports.colonless import note_without_colon
from secretariat.sources.archives.reports.layout import Labelled
from secretariat.sources.archives.reports.ranges import height_of


def check_header(reading: Reading, header: Header) -> None:
    """Report numbers that contradict each other, and blocks and dates that cannot be read."""
    title, stated, name = header.title_round, header.stated, header.name.term
    if stated is not None and title is not None and title not in (stated, header.election_round):
        _contradicts(reading, header, 1, "title", f"The title says #{title}, neither the term nor the election round")
    if name is not None and header.term != name:
        _contradicts(reading, header, header.line, "name", f"The file name says council {name}")
    elif header.name.several and header.term != round_in(header.name.several):
        _contradicts(reading, header, header.line, "name", f"The file name says councils {header.name.several}")
    for key in (*TERM_LABELS, "council election round", "council round"):
        line = header.lines.get(key)
        if line is not None and round_in(line.value) is None and line.value.strip("# "):
            _contradicts(reading, header, line.line, f"{key} unread", f"{line.label} is written {quoted(line.value)}")
    kpi_round = header.lines.get(KPI_ROUND)
    if kpi_round is not None and header.kpi_round is None and kpi_round.value.strip("# "):
        _unreadable(reading, header, "amount-unparsable", "kpi_round", kpi_round, "not one number of a round")
    _note_several(reading, header)
    _check_repeats(reading, header)
    for label, text, number in header.colonless:
        note_without_colon(reading, text, number, label, header.key, _target(header, label))
    for key, which, height in (
        ("start block", "start_block", header.start_block),
        ("end block", "end_block", header.end_block),
    ):
        line = header.lines.get(key)
        read = line is not None and height_of(line.value) is not None
        if line is not None and height is None and not read and line.value.strip("# "):
            _unreadable(reading, header, "amount-unparsable", which, line, "not one block height")
    if header.start_block is not None and header.end_block is not None and header.end_block < header.start_block:
        _backwards(reading, header)
    _check_dates(reading, header)
    _check_name_blocks(reading, header)


def _note_several(reading: Reading, header: Header) -> None:
    """Note that a line names several rounds, of which the last one seated the council."""
    for key in ("council election round", "council round"):
        line = header.lines.get(key)
        match = ROUND.fullmatch(line.value.strip()) if line else None
        if line is not None and match is not None and match[2]:
            reading.problem(
                "alias",
                line.line,
                subject=f"{header.key} {key} several",
                what=f"{line.label} is written {quoted(line.value)}: several elections.",
                repair=f"Read as {int(match[2])}: those before seated no council.",
                applied=True,
            )


def _target(header: Header, key: str) -> Target | None:
    """Name the field of the report that a label's value goes to, of those that a person can set."""
    name = key.replace(" ", "_") if key in ("start block", "end block", KPI_ROUND) else None
    return Target(kind=CouncilReport.KIND, key=header.key, field=name) if name else None


def _check_repeats(reading: Reading, header: Header) -> None:
    for first, again in header.disputed:
        target = _target(header, first.key)
        reading.problem(
            "header-contradiction",
            again.line,
            subject=f"{header.key} {first.key} again",
            what=f"{first.label} is {quoted(again.value)} here but {quoted(first.value)} at line {first.line}.",
            repair="Say which one is right; " + ("until then it is unknown." if target else "the first is taken."),
            target=target,
        )
    for key in dict.fromkeys(line.key for line in header.unknown):
        line = next(line for line in header.unknown if line.key == key)
        reading.problem(
            "value-unknown-label",
            line.line,
            subject=f"header {key}",
            what=f"The field {quoted(line.label)} has no known meaning here and was left out.",
            repair="Add the label to the reader if the figure is wanted.",
        )


def _contradicts(reading: Reading, header: Header, line: int, subject: str, what: str) -> None:
    reading.problem(
        "header-contradiction",
        line,
        subject=f"{header.key} {subject}",
        what=f"{what}; the report is of term {header.term}"
        + (f", election round {header.election_round}." if header.election_round is not None else "."),
        repair=f"Taken as term {header.term}; mend the report or rename the file.",
    )


def _unreadable(reading: Reading, header: Header, code: str, name: str, line: Labelled, doubt: str) -> None:
    reading.problem(
        code,
        line.line,
        subject=f"{header.key} {name}",
        what=f"{line.label} is written {quoted(line.value)}: {doubt}.",
        repair="Give the value; until then it is unknown.",
        target=Target(kind=CouncilReport.KIND, key=header.key, field=name),
    )


def _backwards(reading: Reading, header: Header) -> None:
    reading.problem(
        "impossible-figure",
        header.line,
        subject=f"{header.key} blocks",
        what=f"The term ends at block {header.end_block}, before its start at {header.start_block}.",
        repair="Give the true end; the printed one is kept.",
        target=Target(kind=CouncilReport.KIND, key=header.key, field="end_block"),
    )


def _check_dates(reading: Reading, header: Header) -> None:
    line = header.lines.get("date range") or header.lines.get("start time/date")
    if line is None or not line.value:
        return
    start, end = moments(header)
    if start is None and not header.dates.misfit:
        _unreadable(reading, header, "date-unparsable", "started_at", line, header.dates.doubt or "not one date")
    if end is None and line.key == "date range" and not header.dates.misfit:
        _unreadable(reading, header, "date-unparsable", "ended_at", line, header.dates.doubt or "not two dates")
    for name in ("started_at", "ended_at") if header.dates.misfit else ():
        reading.problem(
            "block-range-contradiction",
            line.line,
            subject=f"{header.key} {name} days",
            what=f"The date range {quoted(line.value)} does not fit the block range: {header.dates.misfit}.",
            repair="Check both against the chain and give the moment; until then it is unknown.",
            target=Target(kind=CouncilReport.KIND, key=header.key, field=name),
        )


def _check_name_blocks(reading: Reading, header: Header) -> None:
    pairs = (
        ("start_block", header.start_block, header.name.start_block),
        ("end_block", header.end_block, header.name.end_block),
    )
    for name, stated, named in pairs:
        if stated is not None and named is not None and stated != named:
            reading.problem(
                "block-range-contradiction",
                header.line,
                subject=f"{header.key} {name} name",
                what=f"The report's {name.replace('_', ' ')} is {stated}, its file name says {named}.",
                repair=f"Taken as {stated}, as the report says.",
                target=Target(kind=CouncilReport.KIND, key=header.key, field=name),
            )
