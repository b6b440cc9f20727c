"""The duty as a whole: it names the facts it reads and the tables it promised."""

from typing import Any

from secretariat.duties.leaderboard import DUTY
from secretariat.facts.kinds import KINDS
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import build
from tests.build import council_report, dumped_proposal, elected_seat, reported_seat, snapshot, term_figures
from tests.mainnet import mainnet


class Recorded(dict[str, tuple[AnyStated, ...]]):
    """Facts by kind that remember which kinds were asked for."""

    def __init__(self, facts: Any) -> None:
        super().__init__(facts)
        self.asked: set[str] = set()

    def get(self, kind: Any, default: Any = ()) -> Any:
        self.asked.add(kind)
        return super().get(kind, default)


FACTS = snapshot(
    term_figures(3, start_block=1_000, end_block=2_000, proposals=1),
    council_report(3, proposals_created=2, election_round=4),
    reported_seat(3, "ada_l", 7),
    elected_seat(4, "ada_l", 7),
    dumped_proposal(1, 1_500),
    *(record for records in mainnet().by_kind.values() for record in records),
)


def test_it_names_exactly_the_kinds_of_fact_it_reads() -> None:
    recorded = Recorded(FACTS.by_kind)
    watched = Snapshot(by_kind=recorded, as_of=FACTS.as_of)
    for table in DUTY.tables:
        build(table, watched)
    DUTY.problems(watched)
    assert set(DUTY.needs) == recorded.asked
    assert set(DUTY.needs) <= set(KINDS)
    assert len(set(DUTY.needs)) == len(DUTY.needs)


def test_it_publishes_the_tables_that_were_promised() -> None:
    promised = (
        "terms elections candidates seats council-members proposals proposal-types groups workers growth forum"
        " validators surveys calendar checks problems"
    )
    names = [table.name for table in DUTY.tables]
    assert set(promised.split()) <= set(names)
    assert len(set(names)) == len(names)


def test_every_column_says_what_it_means_and_where_it_is_from() -> None:
    for table in DUTY.tables:
        columns = [column.name for column in table.columns]
        assert len(set(columns)) == len(columns), table.name
        assert all(c.description.endswith((".", "?")) and c.source for c in table.columns), table.name


def test_every_table_of_nothing_is_empty() -> None:
    for table in DUTY.tables:
        assert build(table, snapshot()).rows == (), table.name


def test_equal_facts_give_equal_tables() -> None:
    for table in DUTY.tables:
        assert build(table, FACTS) == build(table, FACTS)
