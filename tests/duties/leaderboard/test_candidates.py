"""Candidates: the archives know only those who won."""

from secretariat.duties.leaderboard.candidates import TABLE
from tests.build import backer, council_report, elected_seat, election_result, reported_seat, table_rows, whole


def test_everyone_with_a_seat_won() -> None:
    rows = table_rows(
        TABLE,
        council_report(3, start_block=1_000, end_block=100_000, election_round=6),
        election_result(6, 15_400),
        elected_seat(
            6, "ada_l", 7, own_stake=whole(3), backers=(backer("bert"), backer("cleo")), backers_stake=whole(9)
        ),
        reported_seat(3, "bert", 8, own_stake=whole(1)),
    )
    assert [
        (r["election_round"], r["member_id"], r["outcome"], r["own_stake"], r["votes"], r["stake_received"])
        for r in rows
    ] == [(6, 7, "won", whole(3), 2, whole(9)), (6, 8, "won", whole(1), None, None)]
    assert all(row["cycle_id"] is None for row in rows)


def test_the_description_says_who_is_missing() -> None:
    assert "only those who won" in TABLE.description


def test_nobody_known_is_no_row() -> None:
    assert table_rows(TABLE, council_report(3, election_round=6)) == []
