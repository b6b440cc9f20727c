"""What is missing in the tables because a list of the query node was never read whole: which tables have rows of which list."""

from collections.abc import Iterator, Mapping

from secretariat.facts.empty_lists import MissingList
from secretariat.facts.snapshot import Snapshot

SHOWN = 5
"""So many lists are named; of more it is told how many there are."""

MONEY = (
    *(
        "rewards-paid",
        "budget-spendings",
        "vested-budget-spendings",
        "budgets-updated",
        "budgets-set",
        "budgets-funded",
    ),
    *("budget-refills", "budget-balances-set", "requests-funded", "council-budget-funded", "council-budget-decreased"),
    *("channel-rewards-claimed", "channel-rewards-withdrawn", "council-rewards"),
)
"""Lists of what moves a budget; the tables of budgets and checks wait until all are known, and the stages beside them."""

STAGES = ("stage-updates", "voting-stages", "revealing-stages", "election-cycles", "candidacies", "working-groups")

ROWS_OF: Mapping[str, tuple[str, ...]] = {
    "terms": ("elected-councils",),
    "elections": ("election-cycles",),
    "candidates": ("candidacies", "election-cycles"),
    "seats": ("council-seats", "elected-councils"),
    "council-members": ("council-seats", "elected-councils"),
    "members": ("memberships", "council-seats", "candidacies", "proposals", "workers"),
    "proposals": ("proposals",),
    "proposal-types": ("proposals",),
    "proposal-threads": ("proposal-discussions",),
    "groups": ("working-groups", "elected-councils"),
    "budgets": (*MONEY, *STAGES, "elected-councils"),
    "workers": ("workers", "elected-councils"),
    "openings": ("openings", "upcoming-openings"),
    "growth": ("elected-councils",),
    "growth-snapshots": ("growth-totals",),
    "past-states": ("elected-councils",),
    "forum": ("elected-councils",),
    "forum-categories": ("forum-categories",),
    "forum-threads": ("forum-threads",),
    "calendar": ("elected-councils",),
    "checks": ("elected-councils", "council-seats", "cast-votes", "proposals", *MONEY, *STAGES),
    "proposal-guides": ("proposals",),
    "proposal-use": ("proposals", "elected-councils"),
    "spending": ("proposals",),
    "spending-by-category": ("proposals",),
}
"""The lists that rows of a table are made from: without one there are fewer rows, or none."""


def missing_lists(snapshot: Snapshot) -> tuple[str, ...]:
    """Name the lists that were never read whole."""
    return tuple(one.fact.name for one in snapshot.of(MissingList))


def named(names: tuple[str, ...]) -> str:
    """Say in a sentence which lists were never read whole."""
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    lists = "this list was" if len(names) == 1 else "these lists were"
    return f"Of the query node {lists} never read whole: {', '.join(names[:SHOWN])}{more}."


def tables_without_rows(snapshot: Snapshot) -> Iterator[tuple[str, str, str]]:
    """Give, for each table that lacks rows, its name, why, and the place of the first list that it lacks."""
    missing = missing_lists(snapshot)
    places = {one.fact.name: one.source for one in snapshot.of(MissingList)}
    for table, lists in ROWS_OF.items():
        lacking = tuple(name for name in lists if name in missing)
        if lacking:
            yield table, f"Rows are missing, or figures of them. {named(lacking)}", places[lacking[0]]
