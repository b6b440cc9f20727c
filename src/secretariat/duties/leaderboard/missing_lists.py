"""What is missing in the tables because a list of the query node was not read whole: which tables have rows of which list."""

from collections.abc import Iterator, Mapping, Sequence

from secretariat.facts.empty_lists import MissingList
from secretariat.facts.snapshot import Snapshot

SHOWN = 5
"""So many lists are named; of more it is told how many there are."""

MEND = "Run `secretariat sync`, which asks for it anew; if it stays so, set it (`secretariat problems repair`)."
"""What to do about a value without which a row cannot be placed."""

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


def missing_lists(snapshot: Snapshot) -> tuple[MissingList, ...]:
    """Give the lists that were never read whole, are behind the others, or have a row that cannot be placed."""
    return tuple(one.fact for one in snapshot.of(MissingList))


def named(lists: tuple[MissingList, ...]) -> str:
    """Say in a sentence which lists were never read whole, in one which are behind the others, and in one of which a row has no place."""
    never = [one.name for one in lists if one.up_to is None and not one.unplaced]
    unplaced = [f"{one.name} ({one.unplaced})" for one in lists if one.unplaced]
    behind = [f"{one.name} (up to block {one.up_to:,})" for one in lists if one.up_to is not None]
    said = []
    if never:
        said.append(f"Of the query node {_these(never)} never read whole: {_few(never)}.")
    if behind:
        said.append(f"Of the query node {_these(behind)} not read as far as the others: {_few(behind)}.")
    if unplaced:
        said.append(
            f"Of the query node {_these(unplaced)} left out for a value that cannot be read: {_few(unplaced)}. {MEND}"
        )
    return " ".join(said)


def _these(lists: Sequence[str]) -> str:
    return "this list was" if len(lists) == 1 else "these lists were"


def _few(lists: Sequence[str]) -> str:
    return ", ".join(lists[:SHOWN]) + (f" and {len(lists) - SHOWN} more" if len(lists) > SHOWN else "")


def tables_without_rows(snapshot: Snapshot) -> Iterator[tuple[str, str, str]]:
    """Give, for each table that lacks rows, its name, why, and the place of the first list that it lacks."""
    missing = {one.name: one for one in missing_lists(snapshot)}
    places = {one.fact.name: one.source for one in snapshot.of(MissingList)}
    for table, lists in ROWS_OF.items():
        lacking = tuple(missing[name] for name in lists if name in missing)
        if lacking:
            yield table, f"Rows are missing, or figures of them. {named(lacking)}", places[lacking[0].name]
