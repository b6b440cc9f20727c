"""Drafts: one part of one open finding as a text on the desk, revision by revision."""

import re
from dataclasses import dataclass
from typing import Literal

from secretariat.desk.acts import ON_CHAIN, Act, digest
from secretariat.desk.findings import Finding, Wanted
from secretariat.desk.names import NUMBER
from secretariat.errors import SecretariatError
from secretariat.facts.moments import Moment

DraftState = Literal[
    "open", "approved", "queued", "signing", "sending", "sent", "unconfirmed", "failed", "rejected", "withdrawn"
]
SETTLED: frozenset[str] = frozenset({"sending", "sent", "unconfirmed", "rejected"})
"""States in which a draft is drafted anew no more, whatever its finding wants: it was sent, may have been, or a person said no."""


class DraftUnknown(SecretariatError):
    """There is no such draft, or not this text of it; the message names the one there is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """One revision of a draft. ``number`` stays from revision to revision; ``finding`` is the number of its finding.

    ``wanted`` is what it was drafted from. ``by`` names the person who reworded it, empty where the words are the program's.
    ``newer`` is what its finding wants now, where that is not what the person's words were made from.
    """

    number: int
    finding: int
    act: Act
    wanted: Wanted
    created_at: Moment
    by: str = ""
    newer: Wanted | None = None

    @property
    def name(self) -> str:
        """Give the name under which exactly this text is approved: ``d34.2``."""
        return f"d{self.number}.{self.act.revision}"

    @property
    def digest(self) -> str:
        """Give the digest of the act."""
        return digest(self.act)

    @property
    def signed_by_wallet(self) -> bool:
        """Tell whether a wallet has to sign it."""
        return self.act.kind in ON_CHAIN


def counts_of(finding: Finding, draft: Draft) -> tuple[tuple[str, str], ...]:
    """Give the words of a draft's count marks: as its finding has them now, else as they were when it was drafted."""
    return finding.counts(draft.act.part) or draft.wanted.counts


_NAME = re.compile(rf"d({NUMBER})(?:\.({NUMBER}))?")


def named(text: str) -> tuple[int, int | None]:
    """Read ``d34.2`` as number and revision, ``d34`` as a number alone. Raises DraftUnknown for anything else."""
    found = _NAME.fullmatch(text.strip())
    if found is None:
        raise DraftUnknown(f"{text!r} is not the name of a draft, such as d34.2; `secretariat drafts` lists them.")
    return int(found[1]), int(found[2]) if found[2] else None
