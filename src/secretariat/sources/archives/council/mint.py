"""The council mint as a council report states it, and who was secretary."""

import re
from decimal import Decimal

from secretariat.facts.texts import quoted
from secretariat.sources.archives.council.moved_cells import HANDLE
from secretariat.sources.archives.council.unread import note_unread_figure
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reports.colonless import field_without_colon, note_without_colon
from secretariat.sources.archives.reports.figures import Kind, read_cell
from secretariat.sources.archives.reports.findings import Findings, Found, put, target_of
from secretariat.sources.archives.reports.layout import Labelled, Section, label_key, labelled, prints_figure
from secretariat.sources.archives.reports.percentages import Measured, check_percentage

_ENDS = {"start minted": "council_minted_start", "end minted": "council_minted_end"}
_TOTAL = "total minted during council round"
_PARTS = {"minted from spending proposals": "minted_for_spending", "minted for cm payments": "minted_for_members"}
_LINKS = frozenset({"budget proposal link", "budget forum link"})
"""Links to where the budget was talked over. The budget itself was a plan without force: no column has it."""
_BUDGET = frozenset({"total budget", "total used of budget"})
"""Without a figure they are the template's words."""
_AMOUNT = re.compile(r"(?P<amount>[^()]*?)\s*(?:\((?P<percent>[^%)]*)%.*)?", re.DOTALL)
_NAME = re.compile(r"[A-Za-z0-9_.\-]{2,40}", re.ASCII)
_LISTED = re.compile(r"\s*[-*+]\s+@[A-Za-z0-9_.\-]+\s*", re.ASCII)
_TITLES = frozenset({"council secretary", "council deputy secretary", "deputy council secretary"})
_NOBODY = frozenset({"none", "n/a", "na", "nobody", "-", "vacant"})


def read_mint(reading: Reading, findings: Findings, lines: list[str], parts: list[Section]) -> None:
    """Take in what the mint had issued at both ends, and compare it with the stated total, share and parts."""
    stated: dict[str, Labelled] = {}
    for part in parts:
        if not part.key.startswith("council mint"):
            continue
        for number in range(part.line + 1, part.last_line + 1):
            line = labelled(lines[number - 1], number)
            if line is None:
                _colonless(findings, lines[number - 1], number)
            elif line.key in _ENDS:
                put(findings, _ENDS[line.key], Kind.TOKENS, read_cell(Kind.TOKENS, line.value), label=line.label,
                    printed=line.value, line=number, topic=str(part.line))  # fmt: skip
            elif line.key == _TOTAL or line.key in _PARTS:
                stated.setdefault(line.key, line)
                _read_part(findings, line, part)
            elif prints_figure(line):
                note_unread_figure(reading, line, "mint")
            elif line.bulleted and line.key not in _LINKS | _BUDGET:
                _unknown(reading, line)
    _check_total(reading, findings, stated)


def _read_part(findings: Findings, line: Labelled, part: Section) -> None:
    """Take in what was minted for one purpose; many reports leave the form's word "tokens" without a number."""
    amount = line.value[:200].split("(")[0]
    if line.key in _PARTS and any(sign.isdigit() for sign in amount):
        put(findings, _PARTS[line.key], Kind.TOKENS, read_cell(Kind.TOKENS, amount), label=line.label,
            printed=line.value, line=line.line, topic=str(part.line))  # fmt: skip


def _colonless(findings: Findings, text: str, number: int) -> None:
    """Report an end of the mint, or a part of what it issued, whose line lost its colon."""
    known = _ENDS | _PARTS
    label = field_without_colon(text, known)
    if label is not None:
        note_without_colon(findings.reading, text, number, label, findings.key, target_of(findings, known[label]))


def _unknown(reading: Reading, line: Labelled) -> None:
    reading.problem(
        "value-unknown-label",
        line.line,
        subject=f"mint {line.key}",
        what=f"The field {quoted(line.label)} has no known meaning here and was left out.",
        repair="Add the label to the reader if the figure is wanted.",
    )


def is_mint_line(lines: list[str], index: int) -> bool:
    """Say whether a line states what the council's mint had issued, wherever it stands."""
    line = labelled(lines[index], index + 1) if ":" in lines[index] else None
    return line is not None and line.key in (*_ENDS, _TOTAL)


def names_secretary(lines: list[str], index: int) -> bool:
    """Say whether a line is the title of secretary or deputy with a handle behind or below it, wherever it stands."""
    text = lines[index][:100]
    if "secretary" not in text.lower():
        return False
    below = next((line for line in lines[index + 1 : index + 3] if line.strip()), "")
    title = label_key(HANDLE.sub("", text).lstrip(" \t-*+"))
    handle = HANDLE.search(text) or _LISTED.fullmatch(below[:100])
    return title in _TITLES and handle is not None


def _number(line: Labelled | None) -> tuple[Decimal | None, str]:
    """Give the amount and the percentage in brackets of a line such as ``790 tokens (+12% from start)``."""
    match = _AMOUNT.fullmatch(line.value[:200]) if line else None
    if match is None:
        return None, ""
    return read_cell(Kind.TOKENS, match["amount"]).value, (match["percent"] or "").strip()


def _check_total(reading: Reading, findings: Findings, stated: dict[str, Labelled]) -> None:
    line = stated.get(_TOTAL)
    start, end = (findings.found.get(name) for name in _ENDS.values())
    total, percent = _number(line)
    if line is not None and start is not None and end is not None:
        _check_change(reading, findings, line, total, percent, start, end)
    parts = [_number(stated.get(key))[0] for key in _PARTS]
    if line is None or total is None or any(part is None for part in parts):
        return
    whole = sum((part for part in parts if part is not None), Decimal(0))
    if whole != total:
        reading.problem(
            "total-not-sum",
            line.line,
            subject=f"{findings.key} minted parts",
            what=f"{total:f} tokens are said to be minted in the term; the two parts below it add up to {whole:f}.",
            repair="Check the parts; start and end of the mint are kept as printed.",
        )


def _check_change(
    reading: Reading, findings: Findings, line: Labelled, total: Decimal | None, percent: str, start: Found, end: Found
) -> None:
    if total is not None and total != end.number - start.number:
        reading.problem(
            "total-not-sum",
            line.line,
            subject=f"{findings.key} minted",
            what=f"{total:f} tokens are said to be minted in the term; from {quoted(start.printed)} to {quoted(end.printed)} "
            f"it is {end.number - start.number:f}.",
            repair="Check the three figures; start and end are kept as printed.",
        )
    before, after = (Measured(side.number, Decimal(0), f"{side.number:f}") for side in (start, end))
    check_percentage(reading, f"{findings.key} minted", "Minted in the term", percent, before, after, line.line)


def roles(lines: list[str], parts: list[Section]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """List the council's secretaries and deputies by handle."""
    named: dict[bool, list[str]] = {False: [], True: []}
    for part in parts:
        if not part.key.startswith("council roles"):
            continue
        deputy: bool | None = None
        for text in lines[part.line : part.last_line]:
            key = label_key(text.lstrip(" \t-*+")[:100]).split("@")[0]
            if "secretary" in key and "(" not in key:
                deputy = "deputy" in key
            name = None if deputy is None else _named(text, "secretary" in key)
            if name is not None and deputy is not None and name not in named[deputy]:
                named[deputy].append(name)
    return tuple(named[False]), tuple(named[True])


def _named(text: str, titled: bool) -> str | None:
    match = HANDLE.search(text)
    if match:
        return match[1]
    plain = text.strip().lstrip("-*+ \t").strip()
    return plain if not titled and _NAME.fullmatch(plain) and plain.lower() not in _NOBODY else None
