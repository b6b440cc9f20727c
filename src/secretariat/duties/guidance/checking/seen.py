"""What a check sees, and what it gives: facts with what is silent, and results with their reason and source."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.council_stages import StateWrong
from secretariat.facts.election_ways import Branch
from secretariat.facts.elections_ahead import elections_ahead
from secretariat.facts.now import Now
from secretariat.facts.records import CHAIN, QUERY_NODE, Stated
from secretariat.facts.runtime_constants import InForce
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.staking_accounts import SeenAccount
from secretariat.facts.stored_council import StoredCouncil

Verdict = Literal["passed", "concern", "unknown"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """What one rule says. ``words`` is about this draft, ``reason`` the rule, ``source`` where its figures are stated.

    ``place`` is the JSON path in the draft that it is about.
    """

    code: str
    verdict: Verdict
    words: str
    reason: str
    source: str
    place: str = "$"


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """The facts that a check may rest on. ``silent`` says of a source why nothing may be concluded from it.

    ``accounts`` are those that the node told of just now, by public key; ``accounts_unknown`` says why one is not among them.
    """

    now: Now
    snapshot: Snapshot
    runtime: InForce
    silent: Mapping[str, str]
    accounts: Mapping[str, SeenAccount] = field(default_factory=dict)
    accounts_unknown: str = ""

    @property
    def council(self) -> Stated[StoredCouncil] | None:
        """Give the council as stored; None where the chain was not read."""
        return next(iter(self.snapshot.of(StoredCouncil)), None)

    @property
    def told(self) -> Mapping[int, Stated[Proposal]]:
        """Give what the query node says of proposals, by number."""
        return {one.fact.number: one for one in self.snapshot.of(Proposal) if one.fact.number is not None}

    @property
    def filed(self) -> int | None:
        """Give the block after the present one, in which it would be filed at the earliest."""
        return None if self.now.head is None else max(self.now.head, self.now.block or 0) + 1

    @property
    def chain_unknown(self) -> str:
        """Say why nothing is known of the chain as it is now; empty where it is."""
        if self.silent.get(CHAIN):
            return self.silent[CHAIN]
        return "" if self.council is not None and self.filed is not None else "the chain was not read yet"

    @property
    def query_node_unknown(self) -> str:
        """Say why nothing is known of what the query node tells; empty where it is."""
        return self.silent.get(QUERY_NODE, "")

    @property
    def elections(self) -> Mapping[Branch, int] | None:
        """Give the block of the next election on each branch; None where the facts do not tell."""
        if self.chain_unknown or self.council is None or self.now.pace is None or self.now.spec_version is None:
            return None
        try:
            return elections_ahead(
                self.snapshot, self.council.fact, pace=self.now.pace, spec_version=self.now.spec_version
            )
        except StateWrong:
            return None


def unknown(code: str, why: str, reason: str, place: str = "$", source: str = "") -> Result:
    """Say that a rule could not be held against the facts, and why."""
    return Result(
        code=code,
        verdict="unknown",
        words=f"Not known: {why.rstrip('.')}.",
        reason=reason,
        source=source or "no fact",
        place=place,
    )


def judged(code: str, good: bool, words: str, reason: str, source: str, place: str = "$") -> Result:
    """Say that a rule is satisfied, or that it is a concern."""
    verdict: Verdict = "passed" if good else "concern"
    return Result(code=code, verdict=verdict, words=words, reason=reason, source=source, place=place)
