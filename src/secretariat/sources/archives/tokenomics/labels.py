"""What the labels of tokenomics reports mean, over all generations of their template."""

import re
from dataclasses import dataclass

from secretariat.sources.archives.reports.close_words import close_to
from secretariat.sources.archives.reports.figures import Kind


@dataclass(frozen=True, slots=True)
class Meaning:
    """The figure a label stands for.

    ``pair`` says that it is given at the start and at the end of the term, in fields ``<name>_start`` and
    ``<name>_end``; otherwise ``name`` is the one field.
    """

    name: str
    kind: Kind
    pair: bool = True


TERM_LABELS: dict[str, Meaning] = {
    "total tokens minted": Meaning("issuance", Kind.TOKENS),
    "token issuance": Meaning("issuance", Kind.TOKENS),
    "total issuance": Meaning("issuance", Kind.TOKENS),
    "usd pool": Meaning("usd_pool", Kind.USD),
    "fiat pool": Meaning("usd_pool", Kind.USD),
    "usd backing": Meaning("usd_pool", Kind.USD),
    "total tokens burned": Meaning("burned", Kind.TOKENS, pair=False),
    "tokens burned": Meaning("burned", Kind.TOKENS, pair=False),
    "spending proposals": Meaning("spending_executed", Kind.TOKENS, pair=False),
    "bounties paid": Meaning("bounties_paid", Kind.TOKENS, pair=False),
    "validator role": Meaning("validator_rewards", Kind.TOKENS, pair=False),
    "council role": Meaning("council_rewards", Kind.TOKENS, pair=False),
    "total applicants": Meaning("applicants", Kind.COUNT, pair=False),
    "total applicant stake": Meaning("applicant_stake", Kind.TOKENS, pair=False),
    "total votes": Meaning("votes", Kind.COUNT, pair=False),
    "number of validators": Meaning("validators", Kind.COUNT),
    "validator count": Meaning("validators", Kind.COUNT),
    "validator total stake": Meaning("validator_stake", Kind.TOKENS),
    "total validator stake": Meaning("validator_stake", Kind.TOKENS),
    "number of members": Meaning("members", Kind.COUNT),
    "number of uploads": Meaning("uploads", Kind.COUNT),
    "size of content": Meaning("content_bytes", Kind.BYTES),
    "number of channels": Meaning("channels", Kind.COUNT),
    "number of categories": Meaning("categories", Kind.COUNT),
    "number of threads": Meaning("threads", Kind.COUNT),
    "number of posts": Meaning("posts", Kind.COUNT),
}
"""Rows of property tables, by their label without what stands in brackets."""

COUNCIL_SPENT = Meaning("council_spent", Kind.TOKENS, pair=False)
"""The row "Council" among what was spent: all that the council's mint issued, and not what its members were paid."""

LINE_LABELS: dict[str, Meaning] = {
    "number of council members": Meaning("seats", Kind.COUNT, pair=False),
    "total number of proposals": Meaning("proposals", Kind.COUNT, pair=False),
    "total number of approved proposals": Meaning("proposals_approved", Kind.COUNT, pair=False),
    "kpi round": Meaning("kpi_round", Kind.COUNT, pair=False),
    "term duration": Meaning("seconds", Kind.COUNT, pair=False),
    "average block time": Meaning("block_time", Kind.SECONDS, pair=False),
    "block generation time": Meaning("block_time", Kind.SECONDS, pair=False),
    "start block exchange rate": Meaning("rate_start", Kind.RATE, pair=False),
    "end block exchange rate": Meaning("rate_end", Kind.RATE, pair=False),
}
"""Lines ``label: value``, by their label without brackets and without what stands behind a comma."""

BLOCKS_LABELS = frozenset({"block range", "blocks"})
DATES_LABELS = frozenset({"date range", "dates"})
SESSION_LABELS = frozenset({"council session", "council round", "council term", "council period"})
HEADER_LABELS = BLOCKS_LABELS | DATES_LABELS | SESSION_LABELS
CHECKED_LABELS = frozenset({"ideal term duration", "difference", "inflation"})
"""Lines that are only compared with the others, never taken over."""

_GROUPS = {
    "storage": ("storage", "storage provider", "storage providers", "storageworkinggroup"),
    "curators": ("curator", "curators", "content curator", "content curators", "content", "contentworkinggroup",
                 "contentdirectoryworkinggroup"),
    "operations": ("operations", "operation", "operationsworkinggroup", "operationsworkinggroupalpha", "alpha",
                   "operations alpha"),
    "marketing": ("marketing", "operationsworkinggroupbeta", "beta", "operations beta"),
    "hr": ("hr", "human resources", "operationsworkinggroupgamma", "gamma", "operations gamma"),
    "distribution": ("distribution", "distributor", "distributors", "distributionworkinggroup"),
    "forum": ("forum", "forumworkinggroup"),
    "membership": ("membership", "membershipworkinggroup"),
    "gateway": ("gateway", "gatewayworkinggroup"),
    "builders": ("builders", "builder"),
    "apps": ("apps", "app"),
}  # fmt: skip
_GROUP_OF = {alias: slug for slug, aliases in _GROUPS.items() for alias in aliases}
_SPELLED_OUT = {
    f"{alias}{ending}": slug
    for alias, slug in _GROUP_OF.items()
    if not alias.endswith(("alpha", "beta", "gamma"))
    for ending in ("", " role", " mint", " workers")
}
"""Code names differ by too little to guess at one that is misspelled."""

UNNAMED = "unnamed"
"""The group of what stands in no group's section."""

_GROUP_ENDINGS = (" role", " roles", " group", " groups", " wg", " workers", " providers", " curators", " distributors")
_CODE_NAMES = frozenset({"alpha", "beta", "gamma"})
_ROLE_WORDS = re.compile(r"\b(roles?|working groups?|wg|mint|workers?)\b")
_MINTED = re.compile(r"(?P<who>.+?)(?: mint)?(?: total)? minted")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*(?:[)\]]|$)")
_UNIT_IN_BRACKETS = re.compile(r"[(\[]\s*([kmgt]i?b|bytes?)\s*(?:[)\]]|$)", re.IGNORECASE)
"""A bracket at the end of a label may have lost the one that closes it."""


def bare(key: str) -> str:
    """Drop what stands in brackets and behind a comma: ``block generation time (average)``."""
    return _BRACKETS.sub("", key).split(",")[0].strip()


def unit_in(label: str) -> str | None:
    """Give the unit of size that a label names in brackets: ``Size of content (MB)``."""
    match = _UNIT_IN_BRACKETS.search(label)
    return match[1] if match else None


def _group_words(key: str) -> str:
    return " ".join(_ROLE_WORDS.sub(" ", bare(key)).split())


def group_slug(key: str) -> str:
    """Give a working group's canonical name for any of its labels; an unknown one keeps its own words.

    A label that is a misspelling of one known group's is that group's.
    """
    words = _group_words(key)
    known = _known_slug(words) or _GROUP_OF.get(close_group(key) or "")
    return known or re.sub(r"[^a-z0-9]+", "-", words).strip("-")


def _known_slug(words: str) -> str | None:
    return _GROUP_OF.get(words) or _GROUP_OF.get(words.replace(" ", ""))


def is_known_group(key: str) -> bool:
    """Say whether a label names a working group that is known, as it is spelled."""
    words = _group_words(key)
    return _known_slug(words) is not None or words in _GROUPS


def close_group(key: str) -> str | None:
    """Give the name of the one known group that a label is a misspelling of; None for a known one and any other."""
    if is_known_group(key):
        return None
    found = {_SPELLED_OUT[alias] for text in {_group_words(key), bare(key)} for alias in close_to(text, _SPELLED_OUT)}
    return found.pop() if len(found) == 1 else None


def is_code_name(key: str) -> bool:
    """Say whether a label is a group's code name in the runtime (Alpha, Beta, Gamma) instead of its own."""
    return bare(key) in _CODE_NAMES


def names_role(key: str) -> bool:
    """Say whether a label calls itself a role: ``Storage Role``."""
    return bare(key).endswith((" role", " roles"))


def follows_group_form(key: str) -> bool:
    """Say whether a label in a table of roles ends as the name of a working group does: ``Gardeners WG``."""
    return bare(key).endswith(_GROUP_ENDINGS)


def close_label(key: str) -> str | None:
    """Give the one known label of a term's row that a label is a misspelling of."""
    found = close_to(bare(key), TERM_LABELS)
    return found[0] if len({TERM_LABELS[label] for label in found}) == 1 else None


def minted_by(key: str) -> str | None:
    """Tell whose mint a label is about: ``Curator Mint Total Minted``, ``Curators Minted``, ``Council Total Minted``."""
    match = _MINTED.fullmatch(bare(key))
    return match["who"] if match and match["who"] != "total tokens" and not close_to(bare(key), TERM_LABELS) else None


def is_council(key: str) -> bool:
    """Say whether a label is the council's, as it is spelled or misspelled."""
    return bare(key) == "council" or bool(close_to(bare(key), ("council",)))


def worker_figure(key: str) -> Meaning | None:
    """Tell what a row in a working group's own section counts: workers, or their stake."""
    words = bare(key)
    if re.fullmatch(r"(number of )?.*\b(workers|curators|nodes|providers|roles filled)", words):
        return Meaning("workers", Kind.COUNT)
    if re.fullmatch(r"total( .*)? stake", words):
        return Meaning("stake", Kind.TOKENS)
    return None
