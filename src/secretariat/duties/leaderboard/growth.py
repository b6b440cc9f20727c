"""The table of growth: what the network had at both ends of every term, and the change worked out."""

from collections.abc import Iterable

from secretariat.duties.leaderboard.terms import number
from secretariat.facts.percentages import percent_change
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import (
    BYTES,
    COUNT,
    LONG_TEXT,
    MOMENT,
    NUMBER,
    PERCENT,
    TEXT,
    YES_NO,
    Column,
    Table,
    Unit,
    Value,
)
from secretariat.facts.term_view import Term, figure, terms

GROWING: tuple[tuple[str, str, Unit], ...] = (
    ("members", "Members", COUNT),
    ("channels", "Channels", COUNT),
    ("uploads", "Uploads", COUNT),
    ("content_bytes", "Size of all content", BYTES),
    ("categories", "Forum categories", COUNT),
    ("threads", "Forum threads", COUNT),
    ("posts", "Forum posts", COUNT),
    ("validators", "Validators", COUNT),
)
"""What is counted at both ends of a term: name of the figure, what it is, unit."""


MADE_IN_TERM: tuple[tuple[str, str], ...] = (
    ("members", "Memberships"),
    ("channels", "Channels"),
    ("videos", "Videos"),
    ("uploads", "Stored objects"),
    ("categories", "Forum categories"),
    ("threads", "Forum threads"),
    ("posts", "Forum posts"),
)
"""What the chain numbers as it is made: name of the figure and what it is."""

_NAMES = (
    *(f"{name}_{end}" for name, _, _ in GROWING for end in ("start", "end")),
    *(f"{name}_made" for name, _ in MADE_IN_TERM),
)


def growing_terms(snapshot: Snapshot) -> Iterable[Term]:
    """List the terms of which at least one such figure is known."""
    return [term for term in terms(snapshot) if any(name in term.figures for name in _NAMES)]


def _columns(name: str, what: str, unit: Unit) -> tuple[Column[Term], ...]:
    """Make the four columns of one figure."""

    def change(term: Term) -> Value:
        start, end = number(term, f"{name}_start"), number(term, f"{name}_end")
        return None if start is None or end is None else end - start

    return (
        Column(
            name=f"{name}_start",
            description=f"{what} at the first block of the term.",
            unit=unit,
            value=lambda term: number(term, f"{name}_start"),
            source="table terms",
        ),
        Column(
            name=f"{name}_end",
            description=f"{what} at the last block of the term.",
            unit=unit,
            value=lambda term: number(term, f"{name}_end"),
            source="table terms",
        ),
        Column(
            name=f"{name}_change",
            description=f"{name}_end less {name}_start.",
            unit=unit,
            value=change,
            source="worked out from the columns named",
        ),
        Column(
            name=f"{name}_change_percent",
            description=f"{name}_change in percent of {name}_start, rounded to 0.01. Empty where the start is zero or unknown.",
            unit=PERCENT,
            value=lambda term: percent_change(number(term, f"{name}_start"), number(term, f"{name}_end")),
            source="worked out from the columns named",
        ),
    )


def _sources(term: Term) -> str:
    """Name every document that one of the figures is from."""
    return "; ".join(dict.fromkeys(term.figures[name].source for name in _NAMES if name in term.figures))


def _made_column(name: str, what: str) -> Column[Term]:
    """Make the column of the numbers that the chain gave out in a term."""
    return Column(
        name=f"{name}_made",
        description=f"{what} made in the term by the chain's own counter: what was deleted since is in it. Empty on testnets.",
        unit=COUNT,
        value=lambda term: number(term, f"{name}_made"),
        source="table terms",
    )


TABLE: Table[Term] = Table(
    name="growth",
    title="Growth",
    description="Members, content, forum and validators at both ends of every term, with the change worked out; never the reports'"
    " own percentages.",
    columns=(
        Column(
            name="network",
            description="Label of the network.",
            unit=TEXT,
            value=lambda term: term.network,
            source="table terms",
        ),
        Column(
            name="chain",
            description="Chain of the term.",
            unit=TEXT,
            value=lambda term: term.chain,
            source="table terms",
        ),
        Column(
            name="term", description="Council term.", unit=NUMBER, value=lambda term: term.term, source="table terms"
        ),
        Column(
            name="ended_at",
            description="Moment of the last block, or only its day.",
            unit=MOMENT,
            value=lambda term: term.ended_at,
            source="table terms",
        ),
        *(column for name, what, unit in GROWING for column in _columns(name, what, unit)),
        *(_made_column(name, what) for name, what in MADE_IN_TERM),
        Column(
            name="content_bytes_rounded",
            description="Whether the sizes are known only to 0.01 MB (printed MB times 1,048,576) rather than to the byte.",
            unit=YES_NO,
            value=lambda term: figure(term, "content_bytes_rounded"),
            source="table terms",
        ),
        Column(
            name="source",
            description="File and line of every document the figures are from.",
            unit=LONG_TEXT,
            value=_sources,
            source="the archive",
        ),
    ),
    rows=growing_terms,
)
