"""The table of key results: objectives and key results of each quarter, with the status a later document states."""

import re
from collections.abc import Iterable

from secretariat.facts.kpi_ledger import first_of_each
from secretariat.facts.kpis import KeyResult
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import LONG_TEXT, TEXT, Column, Table


def _rows(snapshot: Snapshot) -> Iterable[Stated[KeyResult]]:
    """List every key result once, the statement with a status before one without."""
    stated = sorted(snapshot.of(KeyResult), key=lambda record: record.fact.status is None)
    found = first_of_each(stated, lambda fact: (fact.period, fact.objective, fact.key_result, fact.text))
    return sorted(
        found.values(), key=lambda record: (record.fact.period, _numbers(record.fact), record.file, record.line)
    )


def _numbers(fact: KeyResult) -> tuple[int, ...]:
    """Order KR-3.10 behind KR-3.9."""
    return tuple(int(number) for number in re.findall(r"\d{1,9}", fact.key_result))


_FILE = "the quarter's OKR document"

TABLE: Table[Stated[KeyResult]] = Table(
    name="key-results",
    title="Objectives and key results",
    description="The key results of every quarter under their objectives, with status where a document states one.",
    columns=(
        Column(
            name="period",
            description="The quarter: 2023-Q2; unknown where the document does not tell.",
            unit=TEXT,
            value=lambda row: row.fact.period,
            source=_FILE,
        ),
        Column(
            name="objective",
            description="Number of the objective, or its name where it has none.",
            unit=TEXT,
            value=lambda row: row.fact.objective,
            source=_FILE,
        ),
        Column(
            name="objective_title",
            description="The objective.",
            unit=LONG_TEXT,
            value=lambda row: row.fact.objective_title,
            source=_FILE,
        ),
        Column(
            name="key_result",
            description="Number of the key result.",
            unit=TEXT,
            value=lambda row: row.fact.key_result,
            source=_FILE,
        ),
        Column(
            name="text",
            description="The key result.",
            unit=LONG_TEXT,
            value=lambda row: row.fact.text,
            source=_FILE,
        ),
        Column(
            name="status",
            description="Status or grade from 0 to 1, as stated; empty where none is.",
            unit=TEXT,
            value=lambda row: row.fact.status,
            source=_FILE,
        ),
        Column(
            name="source",
            description="File and line.",
            unit=TEXT,
            value=lambda row: row.source,
            source="the files read",
        ),
    ),
    rows=_rows,
)
