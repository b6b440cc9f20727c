"""A world: its chain, its people, its series, and how they act."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from secretariat.devnet.chain import chance
from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances, council, members, referendum
from secretariat.devnet.runtime.errors import DispatchError
from secretariat.devnet.runtime.extrinsics import Unpaid, apply
from secretariat.devnet.world.people import CONTROLLER, OFFICES, Person
from secretariat.devnet.world.series import Series
from secretariat.devnet.world.settings import Settings

MEMBER, NAME = ":member_of", ":name_of"
"""Member id by a person's name, and the other way round, since people join in the course of time."""

LABELS = ":labels"
"""By label: the id that an act of a world file made (of a proposal, a thread, a post)."""

AFTER_ALL = 99
"""The order of what people look at when a block's hooks have run."""


@dataclass(frozen=True, kw_only=True)
class Happening:
    """Something that a world file lets happen to the network, not to the chain: lag, a reorganisation."""

    block: int
    act: str
    arguments: Mapping[str, Any]


@dataclass(kw_only=True)
class World:
    """A world at its chain's present block; people go on acting as the chain advances.

    ``source`` names the file or scenario that it was read from, for what is told of it.
    """

    settings: Settings
    chain: Chain
    people: dict[str, Person]
    series: Series
    happenings: list[Happening] = field(default_factory=list)
    source: str = ""

    def __post_init__(self) -> None:
        self.seed = self.settings.seed
        self._joined: tuple[Any, list[Person], list[Person]] = (self, [], [])

    # ---------------------------------------------------------------- people

    def member(self, name: str) -> int | None:
        """Give a person's member id; None before they join."""
        found: int | None = self.chain.get(MEMBER, name)
        return found

    def by_member(self, member: int) -> Person | None:
        """Give the person with a membership, if it is one whose life is played."""
        name = self.chain.get(NAME, member)
        return None if name is None else self.people[name]

    def joined(self) -> list[Person]:
        """Give everybody who is a member by now."""
        made = self.chain.get(members.MADE)
        if made is not self._joined[0]:
            people = [one for one in self.people.values() if self.chain.get(MEMBER, one.name) is not None]
            self._joined = (made, people, [one for one in people if one.character not in OFFICES])
        return self._joined[1]

    def at_large(self) -> list[Person]:
        """Give everybody who is a member by now and acts by habit: those with an office act when told to."""
        self.joined()
        return self._joined[2]

    def welcome(self, person: Person, member: int) -> None:
        """Remember that a person is a member now."""
        self._joined = (self, [], [])
        self.chain.put(MEMBER, member, person.name)
        self.chain.put(NAME, person.name, member)

    def send(self, person: Person, call: str, purpose: str = CONTROLLER, **args: Any) -> Any:
        """Let somebody send a call from one of their accounts, in this block.

        Gives what the call makes; a DispatchError or Unpaid is given, not raised: people live with a refusal.
        """
        pallet, name = call.split(".")
        try:
            return apply(self.chain, person.account(purpose), (pallet, name, args))
        except Unpaid as error:
            return error

    # ------------------------------------------------------------------ time

    def advance(self, to: int) -> None:
        """Make all blocks up to ``to``, final up to the lag behind the newest.

        Block 1 is final at once: genesis has no time, and nobody could read a network of which nothing else is final.
        """
        final = max(1, to - self.settings.finality_lag)
        if final > self.chain.now:
            self.chain.settle(final)
        self.chain.advance(to)
        self.chain.finalise(final)


def succeeded(made: Any) -> bool:
    """Tell whether a call that was sent did what it should."""
    return not isinstance(made, DispatchError | Unpaid)


def seated(chain: Chain) -> tuple[int, ...]:
    """Give the member ids of the sitting council."""
    return council.councilors(chain)


def stage(chain: Chain) -> tuple[str, int]:
    """Give the stage in everyday words (announcing, voting, revealing, idle) and the block in which it ends."""
    name, content = council.stage_of(chain)
    if name == "Election":
        name, content = referendum.stage_of(chain)
    return name.lower(), content["ends_at"]


def cycle_length(chain: Chain) -> int:
    """Give the blocks of a whole election cycle by the runtime in force."""
    names = ("Council.AnnouncingPeriodDuration", "Referendum.VoteStageDuration", "Referendum.RevealStageDuration")
    return sum(chain.constant(name) for name in (*names, "Council.IdlePeriodDuration"))


def some_of(mean: float, seed: int, *words: object) -> int:
    """Give a whole number whose mean is ``mean``: what is over comes true by chance."""
    whole = int(mean)
    return whole + int(chance.happens(mean - whole, seed, *words))


def free_of_stakes(chain: Chain, account: bytes) -> bool:
    """Tell whether an account could carry a stake now."""
    return not balances.conflicts(chain, balances.CANDIDACY, account)
