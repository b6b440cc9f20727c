"""The newest ended terms of the published table ``terms``, laid beside the facts of a review."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from secretariat.duties.duty import Duty
from secretariat.facts.networks import MAINNET
from secretariat.facts.published_terms import FIGURES, PUBLISHED, PublishedFigure, PublishedTerm
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.store.tables import TableUnknown, load

MOST = 3
"""So many ended terms are laid beside the facts, the newest: the one that ended last, and what it is compared with."""

_COLUMNS = ("term", "start_block", "end_block", *FIGURES, "source", "figures_from")
_NAMED = re.compile(r"; (?=\w+: )")


def with_published_terms(connection: Connection, snapshot: Snapshot, duties: Iterable[Duty]) -> Snapshot:
    """Add the newest ended terms where a duty watches them; nothing while no table of terms is published."""
    if not any(each.kind == PublishedTerm.KIND for duty in duties for each in duty.watches):
        return snapshot
    try:
        table = load(connection, "terms", {"chain": MAINNET}, _COLUMNS)
    except TableUnknown:
        return snapshot
    rows: list[dict[str, Any]] = [dict(zip(_COLUMNS, cells, strict=True)) for cells in table.rows]
    ended = [row for row in rows if row["end_block"] is not None]
    newest = sorted(ended, key=lambda row: row["term"])[-MOST:]
    return replace(snapshot, by_kind={**snapshot.by_kind, PublishedTerm.KIND: tuple(map(_stated, newest))})


def _stated(row: Mapping[str, Any]) -> Stated[PublishedTerm]:
    fact = PublishedTerm(
        term=row["term"],
        start_block=row["start_block"],
        end_block=row["end_block"],
        figures=dict(_figures(row)),
    )
    key = str(fact.term)
    return Stated(kind=fact.KIND, key=key, file="tables/terms", format=PUBLISHED, line=fact.term, fact=fact)


def _figures(row: Mapping[str, Any]) -> Iterator[tuple[str, PublishedFigure]]:
    """Give each known figure with its own place; one that is not named is from the first document of the row."""
    own = dict(each.split(": ", 1) for each in _NAMED.split(row["figures_from"] or "") if ": " in each)
    first = (row["source"] or "").split("; ", 1)[0]
    for name in FIGURES:
        if row[name] is not None:
            yield name, PublishedFigure(value=row[name], source=own.get(name, first))
