"""People: their keys, which anybody can compute from the seed, their accounts, and their habits."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import sr25519

from secretariat.devnet.chain import chance
from secretariat.devnet.runtime.genesis import JOY

CONTROLLER, ROLE, LARGE, VOTE = "controller", "role", "large", "vote"
CANDIDACIES = ("candidacy", "candidacy-2")
"""Purposes of the accounts that stand for the council: one is free while the other still carries a seat's stake."""

STAKES = ("proposal-1", "proposal-2", "proposal-3")
"""Purposes of a person's accounts; STAKES and LARGE are for proposals."""

BOUND = (*CANDIDACIES, ROLE, *STAKES, LARGE)
"""Accounts that are bound to the membership, so that it may stake with them."""


@dataclass(frozen=True, kw_only=True)
class Habits:
    """How somebody lives. Shares are from 0 to 1; ``votes_after`` is in blocks after a proposal comes up.

    ``stands`` is how readily one stands for the council, ``generous`` how readily one approves, ``writes`` how much of
    the forum is one's own compared with others.
    """

    votes_after: tuple[int, int] = (600, 16_000)
    votes: float = 1.0
    generous: float = 0.5
    says_why: float = 0.6
    stands: float = 0.5
    announces_late: float = 0.3
    withdraws: float = 0.03
    votes_in_elections: float = 0.7
    reveals: float = 0.95
    writes: float = 1.0


CHARACTERS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("diligent", {"votes_after": (300, 6_000), "votes": 1.0, "says_why": 0.9, "reveals": 1.0}),
    ("late", {"votes_after": (9_000, 42_000), "votes": 0.97, "announces_late": 0.9}),
    ("diligent", {"votes_after": (600, 12_000), "generous": 0.7, "reveals": 1.0}),
    ("forgetful", {"votes": 0.85, "reveals": 0.35, "announces_late": 0.6}),
    ("steady", {"votes_after": (1_200, 14_000)}),
    ("silent", {"votes": 0.0, "writes": 0.2, "stands": 0.15}),
    ("strict", {"generous": 0.2, "says_why": 1.0}),
    ("wavering", {"withdraws": 0.4, "votes": 0.9}),
    ("steady", {"votes_after": (900, 10_000), "generous": 0.6}),
    ("talkative", {"writes": 5.0, "stands": 0.3}),
)
"""The characters that come again and again among generated people, and what sets each apart."""


def _words(text: str) -> list[str]:
    return text.split()


OFFICES = frozenset({"secretary", "deputy", "newcomer"})
"""Characters of those who do nothing by habit: whoever practises the role acts for them."""

FIRST = _words("""
    ada bruno cleo dario edda fabio gesa hugo ines jaro kira leon mira nils olga pavel quinn rosa sven
    tilda ulla vito wanda xaver yara zeno alma boris carla denis elsa finn greta hanno iris jonas katja
    lars marta noel
""")
LAST = _words("""
    quill harbor linden marsh ember frost vale thorn birch stone reed lark moss crane field brook
""")


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody with a membership. ``name`` is how world files call them; ``number`` their place among all people."""

    name: str
    handle: str
    number: int
    seed: int
    character: str = "steady"
    habits: Habits = field(default_factory=Habits)
    joins: int = 1
    balances: dict[str, int] = field(default_factory=dict)

    def secret(self, purpose: str = CONTROLLER) -> bytes:
        """Give the 32 bytes from which a wallet makes the sr25519 pair of one of the person's accounts."""
        return chance.key_of(self.seed, "secret", self.name, purpose)

    def account(self, purpose: str = CONTROLLER) -> bytes:
        """Give the public key of one of the person's accounts."""
        found = self._accounts.get(purpose)
        if found is None:
            found = self._accounts[purpose] = bytes(sr25519.pair_from_seed(self.secret(purpose))[0])
        return found

    @cached_property
    def _accounts(self) -> dict[str, bytes]:
        return {}

    @property
    def controller(self) -> bytes:
        """Give the account that acts for the membership."""
        return self.account()

    def funds(self) -> dict[str, int]:
        """Give what each account begins with, by purpose, in base units."""
        votes = 4_000 + chance.below(60_000, self.seed, "vote funds", self.name)
        usual = {
            CONTROLLER: 40_000 * JOY,
            **dict.fromkeys(CANDIDACIES, 420_000 * JOY),
            ROLE: 40_000 * JOY,
            LARGE: 400_000 * JOY,
            VOTE: votes * JOY,
            **dict.fromkeys(STAKES, 60_000 * JOY),
        }
        return {**usual, **self.balances}


def generated(seed: int, count: int, founders: int, last_join: int) -> list[Person]:
    """Make people: the first is the secretary, the second the deputy, the third a newcomer who holds no office yet."""
    return [_person(seed, number, count, founders, last_join) for number in range(count)]


def _person(seed: int, number: int, count: int, founders: int, last_join: int) -> Person:
    first, last = FIRST[number % len(FIRST)], LAST[(number * 7 + number // len(FIRST)) % len(LAST)]
    place = number // len(FIRST)
    name = first if place == 0 else f"{first}_{last}"
    if place > len(LAST) - 1:
        name += str(place)
    character, apart = CHARACTERS[number % len(CHARACTERS)]
    office = {0: ("secretary", {"stands": 0.0}), 1: ("deputy", {"stands": 0.0}), 2: ("newcomer", {"stands": 0.0})}
    if number in office:
        character, apart = office[number]
    joins = 1 if number < founders else 1 + (number - founders + 1) * last_join // (count - founders + 1)
    return Person(
        name=name,
        handle=f"{first}_{last}" if place == 0 else name,
        number=number,
        seed=seed,
        character=character,
        habits=replace(Habits(), **apart),
        joins=joins,
    )
