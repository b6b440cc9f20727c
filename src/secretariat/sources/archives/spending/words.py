"""The words of the spending ledger: networks, statuses, categories and flags, with the other spellings they have."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secretariat.facts.networks import CHAIN_OF_NETWORK
from secretariat.sources.archives.reading.places import network_in

_USUAL_STATUS = {
    "Approved": "approved",
    "Expired": "expired",
    "Canceled": "canceled",
    "Execution Failed": "execution-failed",
    "Rejected": "rejected",
    "Slashed": "slashed",
    "Vetoed": "vetoed",
}
_OTHER_STATUS = {
    "approvedandexecuted": "approved",
    "approvedexecuted": "approved",
    "executed": "approved",
    "cancelled": "canceled",
    "executionfailure": "execution-failed",
    "failedexecution": "execution-failed",
    "approvedexecutionfailed": "execution-failed",
    "approvedandexecutionfailed": "execution-failed",
}
"""Other words for an outcome, letters only. "Failed" alone is not here: it may be a vote or an execution."""

_USUAL_CATEGORY = (
    "Bounties",
    "Bounty Managers",
    "Community Rewards",
    "Competitions",
    "Informal Roles",
    "KPI",
    "Marketing",
    "Media",
    "OKR",
    "Reports",
    "Rewards",
    "System Refund",
    "Term Limits",
    "Test",
    "Tools",
    "Translation",
    "Videos",
    "WG Missed Payments",
    "WG payments",
)
"""The categories of the published ledger. Case, plural and spacing do not make another category of the same word."""

YES = frozenset({"y", "yes", "true"})
NO = frozenset({"n", "no", "false"})
NOTHING = frozenset({"", "-", "n/a", "n\\a", "na", "none", "null", "nan", "\u2013", "\u2014"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word as folded, or None when it is not known, and whether it was spelled another way than usual."""

    value: str | None
    alias: bool = False


def is_nothing(text: str) -> bool:
    """Tell whether a cell says that there is nothing in it."""
    return text.strip().lower() in NOTHING


def read_network(text: str) -> Word:
    """Read a network label; one that names a known network among other words is an alias of it."""
    label = text.strip().lower()
    if label in CHAIN_OF_NETWORK:
        return Word(label)
    named = network_in(label)
    return Word(named, alias=True) if named else Word(None)


def read_status(text: str) -> Word:
    """Read an outcome; None for a word that is not one."""
    usual = _USUAL_STATUS.get(text) or (text if text in _USUAL_STATUS.values() else None)
    if usual:
        return Word(usual)
    return Word(_STATUS_OF.get(_letters(text)), alias=True)


def usual_categories(printed: Iterable[str]) -> dict[str, str]:
    """Find the usual spelling of every category: the published ledger's, else the one this file writes most often."""
    counts = Counter(printed)
    usual = dict(_CATEGORY_OF)
    for text, _ in counts.most_common():
        usual.setdefault(_singular(text) or text, text)
    return usual


def read_category(text: str, usual: Mapping[str, str]) -> Word:
    """Read a category in its usual spelling; one without another spelling stays as it is written."""
    value = usual.get(_singular(text) or text, text)
    return Word(value, alias=value != text)


def is_status(text: str) -> bool:
    """Tell whether a cell holds an outcome, whatever its column."""
    return read_status(text).value is not None


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower().replace("&", "and"))


def _singular(text: str) -> str:
    words = re.findall(r"[a-z]+|[^\Wa-z_]+", text.lower())
    return "".join(re.sub(r"(?<=[a-z]{2})s$", "", re.sub(r"ies$", "y", word)) for word in words)


_STATUS_OF = {_letters(name): value for name, value in _USUAL_STATUS.items()} | _OTHER_STATUS
_CATEGORY_OF = {_singular(name): name for name in _USUAL_CATEGORY}
