"""The types of proposals by the truth: what each needs, how often it was filed, and how a text names it."""

from collections.abc import Mapping
from typing import Any

from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.proposals.claims import SHORT

REFUSED = frozenset({"UpdateGlobalNftLimit"})
"""Types that the chain lets nobody file."""

AGAINST = frozenset({"SlashWorkingGroupLead", "TerminateWorkingGroupLead", "DecreaseWorkingGroupLeadStake"})
"""Types that act against a person: of these figures are told, and no other word."""

ABOUT_PEOPLE = AGAINST | {
    "FillWorkingGroupLeadOpening",
    "SetWorkingGroupLeadReward",
    "CancelWorkingGroupLeadOpening",
    "VetoProposal",
}
"""Types that concern a person: whether they are counted among the seldom used is left to the text."""


def parameters(history: History, block: int) -> Mapping[str, Mapping[str, Any]]:
    """Give what each type needs under the rules of a block, by the chain's name of it."""
    found: Mapping[str, Mapping[str, Any]] = history.rules(block).get("proposal_types", {})
    return found


def named(history: History, block: int, words: str) -> str | None:
    """Find the type that words name, whatever their letters' case, spaces and hyphens; None for none."""
    letters = "".join(filter(str.isalpha, words)).casefold()
    return next(
        (one for one in parameters(history, block) if letters in (one.casefold(), SHORT.get(one, one.casefold()))), None
    )


def filed(history: History, first: int, end: int) -> Mapping[str, int]:
    """Count the proposals filed from one block to the one before another, by type."""
    found: dict[str, int] = {}
    for one in history.truth.get("proposals", ()):
        if first <= one["created"] < end:
            found[one["type"]] = found.get(one["type"], 0) + 1
    return found
