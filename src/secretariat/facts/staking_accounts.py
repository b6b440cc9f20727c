"""An account that somebody stakes or is paid with, as the chain has it at one finalised block."""

from dataclasses import dataclass

from secretariat.facts.amounts import Amount

NOT_RIVALROUS = frozenset({"voting  ", "vesting ", "invitemb", "boundsta"})
"""Ids of locks beside which another stake may stand (``joy:runtime-modules/common/src/locks.rs``)."""

LOCK_WORDS = {
    "candidac": "a candidacy for the council",
    "councilo": "a seat on the council",
    "proposal": "another proposal",
    "bounty  ": "a bounty",
    "staking ": "validating or nominating",
}
"""What locks are of, by id; those of working groups begin with ``wg-``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lock:
    """One lock: its id of eight letters, and the amount in base units."""

    id: str
    amount: Amount

    @property
    def words(self) -> str:
        """Say what it is of."""
        if self.id.startswith("wg-"):
            return f"a job or an application in a working group ({self.id.strip()})"
        return LOCK_WORDS.get(self.id, f"“{self.id.strip()}”")


@dataclass(frozen=True, kw_only=True, slots=True)
class SeenAccount:
    """Balance, locks and binding of an account. ``bound_to`` is the member it is bound to, None where it is bound to nobody.

    ``exists`` tells whether the chain has it at all; ``free`` counts what is locked as well, as the engine does. ``source`` names item
    and block.
    """

    account: str
    exists: bool
    free: Amount
    locks: tuple[Lock, ...]
    bound_to: int | None
    confirmed: bool
    source: str

    @property
    def rivals(self) -> tuple[Lock, ...]:
        """Give the locks that stand in the way of another stake."""
        return tuple(lock for lock in self.locks if lock.id not in NOT_RIVALROUS)

    @property
    def staked_in_group(self) -> int:
        """Give what is staked in a working group, in base units: by the chain's rules the stake of one group can stand on an account."""
        return sum(int(lock.amount) for lock in self.locks if lock.id.startswith("wg-"))
