"""Why a figure is empty: its own cause, not one that other figures have."""

from secretariat.duties.leaderboard import unknown_figures
from secretariat.facts.empty_lists import MissingList, missing_list
from secretariat.facts.staffing import Opening
from tests.duties.leaderboard.test_mainnet import rows
from tests.facts.test_term_borders import BORDERS
from tests.mainnet import live, mainnet


def test_a_change_is_empty_for_what_its_ends_are_empty_for_whatever_list_is_missing() -> None:
    """The running term has no end, and no list that is left out gives it one."""
    found = rows(unknown_figures.TABLE, mainnet(*BORDERS, missing_list(MissingList(name="forum-posts"))))
    why = {(row["column"], row["terms"]): row["why"] for row in found if row["table"] == "terms"}
    for column in ("issuance_change", "issuance_change_percent", "council_budget_change"):
        assert why[column, "3"] == why["issuance_end", "3"] == "The council still sits: its term has no last block yet."
    assert "forum-posts" in str(why.values()), "what is counted from lists is still said to miss them"


def test_the_end_of_an_opening_whose_status_cannot_be_read_is_not_known() -> None:
    made = [
        live(Opening(group="forumWorkingGroup", created_block=310_000, status=status), f"o{number}", name="openings")
        for number, status in enumerate((None, "open", "filled"))
    ]
    found = rows(unknown_figures.TABLE, mainnet(*made))
    why = {(row["column"], row["empty"]): row["why"] for row in found if row["table"] == "openings"}
    for column in ("ended_block", "ended_at"):
        assert why[column, 1]
        told = [row for row in found if (row["table"], row["column"]) == ("openings", column)]
        assert sum(row["empty"] for row in told) == 2, "of the filled one and of the one without a status"
        assert any("cannot be read: see problems" in row["why"] for row in told)
