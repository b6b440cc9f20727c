"""Working groups and workers, term by term."""

from decimal import Decimal
from typing import Any

from secretariat.duties.leaderboard import groups, workers
from tests.build import group_term, member, stated, table_rows, whole, worker_term


def test_a_group_is_one_row_with_what_was_minted_worked_out() -> None:
    (row,) = table_rows(
        groups.TABLE,
        stated(
            group_term(
                3,
                "storage",
                label="Storage Providers",
                workers_start=2,
                workers_end=3,
                stake_end=whole(5),
                minted_start=whole(10),
                minted_end=whole("12.5"),
                spent=whole(2),
            ),
            file="t.md",
            line=40,
        ),
    )
    assert row["minted_in_term"] == whole("2.5")
    assert (row["label"], row["workers_start"], row["workers_end"], row["spent"]) == (
        "Storage Providers",
        2,
        3,
        whole(2),
    )
    assert (row["stake_start"], row["source"]) == (None, "t.md:40")


def test_a_mint_known_at_one_end_only_gives_no_difference() -> None:
    (row,) = table_rows(groups.TABLE, group_term(3, "storage", minted_end=whole(5)))
    assert row["minted_in_term"] is None


def test_groups_are_in_the_order_of_chains_terms_and_the_report() -> None:
    rows = table_rows(
        groups.TABLE,
        group_term(10, "storage"),
        group_term(10, "curators"),
        group_term(9, "storage", "sumer"),
        group_term(12, "storage", "babylon"),
    )
    assert [(r["chain"], r["term"], r["group"]) for r in rows] == [
        ("alexandria", 12, "storage"),
        ("antioch", 9, "storage"),
        ("antioch", 10, "storage"),
        ("antioch", 10, "curators"),
    ]


def test_a_group_that_two_files_state_counts_once() -> None:
    rows = table_rows(
        groups.TABLE,
        stated(group_term(3, "storage", workers_end=1), file="a.md"),
        stated(group_term(3, "storage", workers_end=2), file="b.md"),
    )
    assert [row["workers_end"] for row in rows] == [1]


def test_a_worker_is_one_row_with_the_member_the_handle_leads_to() -> None:
    rows = table_rows(
        workers.TABLE,
        worker_term(
            3,
            "storage",
            5,
            "@Ada_L",
            status="active",
            tokens_per_block=Decimal(13),
            millions_in_term=Decimal("1.3"),
            millions_total=Decimal("9.9"),
        ),
        worker_term(3, "storage", 4, "bert"),
        worker_term(3, "curators", 9, "twins"),
        member(7, "ada_l"),
        member(8, "twins"),
        member(9, "twins"),
    )
    assert [(r["group"], r["worker_id"], r["handle"], r["member_id"]) for r in rows] == [
        ("curators", 9, "twins", None),
        ("storage", 4, "bert", None),
        ("storage", 5, "@Ada_L", 7),
    ]
    assert (rows[2]["millions_in_term"], rows[2]["tokens_per_block"]) == (Decimal("1.3"), Decimal(13))
    assert rows[0]["tokens_per_block"] is None


def test_workers_without_a_number_count_where_no_report_numbers_the_group() -> None:
    def listed(group: str, handle: str, key: str) -> Any:
        return stated(worker_term(2, group, None, handle, account="5F"), f"antioch/2/{group}/{key}", file="old.md")

    found = table_rows(
        workers.TABLE,
        *[
            listed("storage", "ada_l", "@ada_l"),
            listed("storage", "desk", "@desk"),
            listed("storage", "desk", "@desk.2"),
            listed("curators", "ada_l", "@ada_l"),
            stated(worker_term(2, "curators", 7, "bert"), "antioch/2/curators/7", file="new.md"),
        ],
    )
    assert [(row["group"], row["worker_id"], row["handle"], row["account"]) for row in found] == [
        ("curators", 7, "bert", None),
        ("storage", None, "ada_l", "5F"),
        ("storage", None, "desk", "5F"),
        ("storage", None, "desk", "5F"),
    ]
