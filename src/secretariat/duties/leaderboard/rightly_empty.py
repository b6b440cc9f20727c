"""Columns that can be empty because there is nothing to tell: every other empty figure of the main network is listed with why."""

from collections.abc import Mapping

_PERCENT = frozenset(
    f"{name}_change_percent"
    for name in (
        *(
            "issuance",
            "usd_pool",
            "rate",
            "members",
            "channels",
            "uploads",
            "content_bytes",
            "categories",
            "threads",
            "posts",
        ),
        "validators",
    )
)

RIGHTLY_EMPTY: Mapping[str, frozenset[str]] = {
    "terms": _PERCENT | {"figures_from"},
    "growth": _PERCENT,
    "elections": frozenset(
        {
            *("council_term", "announcing_start", "voting_start", "revealing_start", "ended_block", "failure_reason"),
            *("seats", "votes", "reveal_rate", "votes_for_winners", "stake_of_winners", "stake_for_winners"),
        }
    ),
    "candidates": frozenset({"council_term"}),
    "council-members": frozenset({"other_handles"}),
    "proposals": frozenset(
        {"failure", "amount", "executed_block", "finalised_block", "blocks_to_finalise", "participants"}
    ),
    "proposal-types": frozenset({"tokens_executed", "blocks_to_finalise_median"}),
    "budgets": frozenset({"term", "events"}),
    "openings": frozenset(
        {
            *(
                "term",
                "opening_id",
                "type",
                "made_block",
                "ended_block",
                "ended_at",
                "expected_start",
                "unstaking_period",
            ),
            *("applications", "applications_pending", "applications_accepted", "applications_rejected"),
            *("applications_withdrawn", "applications_cancelled"),
        }
    ),
    "growth-snapshots": frozenset({"until_block"}),
    "past-states": frozenset({"term_ended", "term_begins"}),
    "forum-categories": frozenset({"parent_id", "parent"}),
    "calendar": frozenset({"due_block"}),
}
"""By table: nothing happened yet or at all, or a row of that kind has no such figure. Row by row the reasons decide."""
