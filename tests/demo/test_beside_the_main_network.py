"""The example archive beside an invented main network: every row that archives give stays what it was."""

from secretariat.facts.records import AnyStated
from secretariat.facts.tables import Built, Value
from secretariat.flow.tables import worked_out
from secretariat.sources.archives.walk import read_all
from tests.build import build_tables
from tests.demo.test_demo_archive import ARCHIVE
from tests.mainnet import mainnet

JOINS_CHAINS = "terms_on_all_chains"
"""The one column that tells of several chains."""


def of_archives(built: Built) -> list[tuple[Value, ...]]:
    """List the rows of other chains than the main network, without what joins chains."""
    names = [heading.name for heading in built.headings]
    kept = [place for place, name in enumerate(names) if name != JOINS_CHAINS]
    chain = names.index("chain") if "chain" in names else None
    return [
        tuple(row[place] for place in kept)
        for row in built.rows
        if chain is None or row[chain] != "mainnet"
        if not any(isinstance(cell, str) and cell.startswith("query-node/") for cell in row)
    ]


def test_every_row_of_the_archives_stays_as_it_is() -> None:
    readings = [reading for _, _, reading in read_all(ARCHIVE)]
    records: list[AnyStated] = [record for reading in readings for record in reading.records.values()]
    problems = [problem for reading in readings for problem in reading.problems]
    live = [record for found in mainnet().by_kind.values() for record in found]
    alone, both = worked_out(records, problems, ()), worked_out([*records, *live], problems, ())
    assert both.problems == alone.problems
    for before, after in zip(build_tables(alone), build_tables(both), strict=True):
        assert of_archives(after) == of_archives(before), before.name
