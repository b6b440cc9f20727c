"""The figures of one fact as they are gathered from a report, and what happens when it states one twice."""

from dataclasses import dataclass, field
from decimal import Decimal

from secretariat.facts.plausible import below_nothing
from secretariat.facts.problems import Target
from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reports.amounts import Figure
from secretariat.sources.archives.reports.figures import Kind, held


@dataclass(frozen=True, slots=True)
class Found:
    """One stated figure: its value as a number, how it is held, how it was printed, where, and in which section."""

    number: Decimal
    value: int | Decimal
    printed: str
    line: int
    topic: str
    half: Decimal = Decimal(0)


@dataclass
class Findings:
    """The figures of one fact, by field. ``kind`` and ``key`` are those of the record they will make.

    ``seen`` names the figures that have a row or line, whether or not it could be read.
    """

    reading: Reading
    kind: str
    key: str
    found: dict[str, Found] = field(default_factory=dict)
    disputed: set[str] = field(default_factory=set)
    repeated: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    line: int = 0


def target_of(findings: Findings, name: str) -> Target:
    """Name one field of the fact for a repair."""
    return Target(kind=findings.kind, key=findings.key, field=name)


def number_of(findings: Findings, name: str) -> Decimal | None:
    """Give a field's figure as a number, None when it is unknown or disputed."""
    known = findings.found.get(name)
    return None if known is None or name in findings.disputed else known.number


def values(findings: Findings) -> dict[str, int | Decimal]:
    """Give the values to make the fact of; a disputed field is left out, so that it stays unknown."""
    return {name: known.value for name, known in findings.found.items() if name not in findings.disputed}


def put(
    findings: Findings,
    name: str,
    kind: Kind,
    figure: Figure,
    *,
    label: str,
    printed: str,
    line: int,
    topic: str,
    half: Decimal = Decimal(0),
) -> Found | None:
    """Take one stated figure in; report what cannot be read or was repaired. Gives the figure, or None without one."""
    findings.line = findings.line or line
    if figure.value is None:
        if not figure.empty:
            _unreadable(findings, name, label, printed, line, figure.doubt)
        return None
    try:
        value = held(kind, figure.value)
    except ValueError as error:
        _unreadable(findings, name, label, printed, line, str(error))
        return None
    if figure.repair:
        _repaired(findings, name, figure, label, printed, line)
    if below_nothing(findings.kind, name, value):
        _negative(findings, name, label, printed, line)
        return None
    new = Found(figure.value, value, printed, line, topic, half)
    known = findings.found.setdefault(name, new)
    if known is not new:
        _stated_again(findings, name, known, new, label)
    return new


def note_empty(findings: Findings, name: str, label: str, line: int) -> None:
    """Report a row or line whose place for a figure is empty."""
    findings.reading.problem(
        "figure-missing",
        line,
        subject=f"{findings.key} {name} empty",
        what=f"{label} has no figure: its place is empty.",
        repair="Give the value; until then it is unknown.",
        target=target_of(findings, name),
    )


def _unreadable(findings: Findings, name: str, label: str, printed: str, line: int, doubt: str) -> None:
    findings.reading.problem(
        "amount-unparsable",
        line,
        subject=f"{findings.key} {name} {label}",
        what=f"{label} is written {quoted(printed)}: {doubt}.",
        repair="Give the value; until then it is unknown.",
        target=target_of(findings, name),
    )


def _repaired(findings: Findings, name: str, figure: Figure, label: str, printed: str, line: int) -> None:
    findings.reading.problem(
        "alias" if figure.spelled else "spreadsheet-damage",
        line,
        subject=f"{findings.key} {name} {label}",
        what=f"{label} is written {quoted(printed)}.",
        repair=f"{figure.repair.capitalize()}: {figure.value:f}.",
        applied=True,
        target=target_of(findings, name),
    )


def _negative(findings: Findings, name: str, label: str, printed: str, line: int) -> None:
    findings.reading.problem(
        "impossible-figure",
        line,
        subject=f"{findings.key} {name} negative",
        what=f"{label} is written {quoted(printed)}, which is less than nothing.",
        repair="Give the true value; until then it is unknown.",
        target=target_of(findings, name),
    )


def _stated_again(findings: Findings, name: str, known: Found, new: Found, label: str) -> None:
    if abs(known.number - new.number) > known.half + new.half:
        findings.disputed.add(name)
        findings.reading.problem(
            "contradiction",
            new.line,
            subject=f"{findings.key} {name}",
            what=f"{label} is {quoted(new.printed)} here but {quoted(known.printed)} at line {known.line}.",
            repair="Say which one is right; until then the value is unknown.",
            target=target_of(findings, name),
        )
    elif new.half < known.half:
        findings.found[name] = new
    elif known.topic == new.topic and new.topic not in findings.repeated:
        findings.repeated.add(new.topic)
        findings.reading.problem(
            "section-repeated",
            new.line,
            subject=f"{findings.key} {name} repeated",
            what=f"{label} and what follows stand twice in this section; the first is at line {known.line}.",
            repair="Counted once.",
            applied=True,
        )
