"""The table of proposal types."""

from decimal import Decimal

from secretariat.duties.leaderboard.proposal_types import TABLE
from tests.build import reported_proposal, table_rows, whole


def test_a_type_is_counted_by_how_its_proposals_ended() -> None:
    rows = table_rows(
        TABLE,
        reported_proposal(3, 1, type="Spending", outcome="executed", blocks_to_finalise=10, amount=whole(5)),
        reported_proposal(3, 2, type="Spending", outcome="executed", blocks_to_finalise=15),
        reported_proposal(3, 3, type="Spending", outcome="execution-failed", blocks_to_finalise=40, amount=whole(9)),
        reported_proposal(3, 4, type="Spending", outcome="passed-on"),
        reported_proposal(3, 5, type="Spending", outcome="canceled", blocks_to_finalise=1),
        reported_proposal(3, 6, type="Text", outcome="rejected", blocks_to_finalise=3),
        reported_proposal(3, 7, outcome=None),
        reported_proposal(2, 7, type="Text", outcome="expired", network="babylon"),
    )
    assert [(row["chain"], row["type"], row["made"]) for row in rows] == [
        ("alexandria", "Text", 1),
        ("antioch", "Spending", 5),
        ("antioch", "Text", 1),
        ("antioch", None, 1),
    ]
    spending = rows[1]
    counted = ("executed", "execution_failed", "rejected", "slashed", "expired", "canceled", "vetoed", "end_unknown")
    assert [spending[name] for name in counted] == [2, 1, 0, 0, 0, 1, 0, 1]
    assert spending["blocks_to_finalise_median"] == Decimal(15)
    assert (spending["tokens_executed"], spending["amounts_known"]) == (whole(5), 1)
    assert (rows[2]["tokens_executed"], rows[3]["end_unknown"]) == (None, 1)
    assert spending["source"] == "council-report.txt:1"
