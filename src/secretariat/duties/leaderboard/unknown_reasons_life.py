"""Why a figure of groups, openings, states, forum, members and the calendar is empty, row by row."""

from collections.abc import Mapping

from secretariat.duties.leaderboard.duty_calendar import FEEDBACK, CalendarEntry
from secretariat.duties.leaderboard.forum import ForumTerm
from secretariat.duties.leaderboard.forum_categories import CategoryRow
from secretariat.duties.leaderboard.groups import Row as Group
from secretariat.duties.leaderboard.past_states import Row as State
from secretariat.duties.leaderboard.unknown_words import (
    CALENDAR,
    MISSING,
    MOMENT_ONLY,
    NO_MINT,
    NOT_NAMED,
    NOT_READ,
    NOT_SAID,
    NOT_STORED,
    OFFENCES,
    ONLY_NOW,
    REPORTS_ONLY,
    REWARD_THEN,
    SITTING,
    STAKE_THEN,
    STATUS_THEN,
    UNREAD,
    WORKED_OUT,
)
from secretariat.duties.leaderboard.workers import Worker
from secretariat.facts.live_openings import LiveOpening


def of_state(missing: Mapping[str, str], end: str, *, known: bool) -> str:
    """Tell why the chain's state at one end of a term does not give a figure."""
    return MISSING[missing[end]] if end in missing else NOT_STORED if known else ONLY_NOW


def reason_of_group(column: str, row: Group) -> str | None:
    """Tell why a figure of a group is empty."""
    if column in ("stake_start", "stake_end"):
        return STAKE_THEN
    if column in ("minted_start", "minted_end"):
        return NO_MINT
    if column in ("budget_start", "budget_end") and row.live is not None:
        if row.live.term.sitting and column == "budget_end":
            return SITTING
        return of_state(row.live.missing, column.removeprefix("budget_"), known=bool(row.live.budgets))
    if column == "workers_end" and row.live is not None and row.live.term.sitting:
        return SITTING
    return NO_MINT if column == "minted_in_term" else NOT_READ


def reason_of_worker(column: str, row: Worker) -> str | None:
    """Tell why a figure of a worker is empty."""
    reasons = {
        "account": REPORTS_ONLY,
        "tokens_per_block": REWARD_THEN,
        "status": STATUS_THEN,
        "paid_in_term": NOT_READ,
        "paid_total": NOT_READ,
        "millions_in_term": REPORTS_ONLY,
        "millions_total": REPORTS_ONLY,
    }
    return reasons.get(column)


def reason_of_forum(column: str, row: ForumTerm) -> str | None:
    """Tell why a figure of the forum in a term is empty."""
    of_dumps = ("threads_in_dump", "orphan_threads", "moderated_threads", "posts_dumped")
    if row.term.sitting and column.endswith("_end"):
        return SITTING
    return REPORTS_ONLY if column in of_dumps else NOT_READ


def reason_of_thread(column: str, row: object) -> str | None:
    """Tell why a figure of a thread or category of the forum is empty."""
    if column in ("author_account", "posts_moderated", "posts_in_dump", "writers_in_dump"):
        return REPORTS_ONLY
    if column in ("threads_in_dump", "moderated_in_dump"):
        return REPORTS_ONLY
    if column == "author":
        return NOT_NAMED
    read = (
        "title",
        "category",
        "category_id",
        "created_block",
        "created_at",
        "author_id",
        "posts",
        "moderated",
        "threads",
    )
    return NOT_READ if column in (*read, "threads_moderated", "archived", "deleted", "proposal") else None


def reason_of_membership(column: str, row: object) -> str | None:
    """Tell why a figure of a membership is empty."""
    reasons = {
        "registered_block": MOMENT_ONLY,
        "suspended": REPORTS_ONLY,
        "handle": NOT_READ,
        "registered_at": NOT_READ,
    }
    return reasons.get(column)


def reason_of_era(column: str, row: object) -> str | None:
    """Tell why a figure of an era is empty."""
    return {"offences": OFFENCES, "points_printed": NOT_READ}.get(column)


def reason_of_opening(column: str, row: LiveOpening) -> str | None:
    """Tell why a figure of an opening is empty: an announced one is not made yet, and one that is made has begun."""
    if column in ("title", "hiring_limit", "expected_end", "stake", "tokens_per_block"):
        return NOT_SAID
    if row.opening is None:
        return NOT_SAID if column == "expected_start" else None
    if column in ("ended_block", "ended_at"):
        if row.opening.status is None:  # whether it ended is not known either
            return UNREAD
        return NOT_READ if row.opening.status != "open" else None
    return None if column == "expected_start" else NOT_READ


def reasonof_state(column: str, row: State) -> str | None:
    """Tell why a figure of a state of the chain is empty; the first one ends no term, and the last begins none."""
    if column in ("term_ended", "term_begins"):
        return NOT_READ if row.ended is None and row.begins is None else None
    return NOT_STORED


def reason_of_category(column: str, row: CategoryRow) -> str | None:
    """Tell why a figure of a category of the forum is empty; the topmost have no parent."""
    if column == "parent_id":
        return None
    if column == "parent":
        return NOT_READ if row.stated.fact.parent_id is not None else None
    return reason_of_thread(column, row)


def reason_of_calendar(column: str, row: CalendarEntry) -> str | None:
    """Tell why a figure of the calendar is empty; feedback has no deadline."""
    if column == "due_block":
        return None if row.duty == FEEDBACK else SITTING if row.term.sitting else NOT_READ
    return WORKED_OUT if column == "in_time" else CALENDAR if column in ("done_block", "done_at", "evidence") else None


def no_reason(column: str, row: object) -> str | None:
    """Tell nothing more than whether a figure may rightly be empty."""
    return None
