"""The table of proposals."""

from decimal import Decimal

from secretariat.duties.leaderboard.proposals import TABLE
from tests.build import dumped_proposal, reported_proposal, table_rows, term_figures, whole


def test_a_row_holds_what_the_sources_say_together() -> None:
    (row,) = table_rows(
        TABLE,
        term_figures(3, "giza", start_block=1_000, end_block=1_999),
        dumped_proposal(
            12,
            1_100,
            title="Pay the wiki editors",
            proposer_id=7,
            finalised_block=1_350,
            outcome="execution-failed",
            failure="NotEnoughCapacity",
            approvals=5,
            rejections=1,
            abstentions=2,
            slashes=0,
            approval_quorum=60,
            approval_threshold=75,
            slashing_quorum=61,
            slashing_threshold=80,
            voting_period=43_200,
            grace_period=14_400,
            required_stake=whole(5_000),
        ),
        reported_proposal(3, 12, type="Spending", proposer="ada_l", amount=whole("1500.5"), participants=("bert",)),
    )
    source = row.pop("source")
    assert source == "dumped-proposal.txt:2; council-report.txt:3"
    assert row == {
        "chain": "antioch",
        "number": 12,
        "network": "giza",
        "title": "Pay the wiki editors",
        "type": "Spending",
        "proposer_id": 7,
        "proposer": "ada_l",
        "created_block": 1_100,
        "finalised_block": 1_350,
        "outcome": "execution-failed",
        "failure": "NotEnoughCapacity",
        "approvals": 5,
        "rejections": 1,
        "abstentions": 2,
        "slashes": 0,
        "blocks_to_finalise": 250,
        "term": 3,
        "amount": whole("1500.5"),
        "approval_quorum": Decimal(60),
        "approval_threshold": Decimal(75),
        "slashing_quorum": Decimal(61),
        "slashing_threshold": Decimal(80),
        "voting_period": 43_200,
        "grace_period": 14_400,
        "required_stake": whole(5_000),
        "participants": "[3] bert",
        "status": None,
        "voting_rounds": None,
        "ended_by": None,
        "executed_block": None,
    }


def test_what_no_source_says_is_empty() -> None:
    (row,) = table_rows(TABLE, reported_proposal(3, 12))
    empty = {name for name, value in row.items() if value is None}
    assert {"created_block", "approvals", "outcome", "blocks_to_finalise", "participants", "proposer_id"} <= empty


def test_the_order_is_chain_then_number() -> None:
    rows = table_rows(TABLE, dumped_proposal(10, 5), dumped_proposal(9, 4), reported_proposal(1, 2, network="babylon"))
    assert [(row["chain"], row["number"]) for row in rows] == [("alexandria", 2), ("antioch", 9), ("antioch", 10)]
