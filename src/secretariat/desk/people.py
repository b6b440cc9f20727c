"""The people of the desk as the settings name them, and the desk's own settings."""

import re
from dataclasses import dataclass
from typing import ClassVar

from secretariat.desk.acts import Kind
from secretariat.desk.approvals import SecondYes
from secretariat.desk.roles import Role
from secretariat.facts.accounts import is_key, key_of

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
"""What a person may be called in the settings: the name stands in the journal and on pages."""

CALLED = "letters, digits, hyphens, dots and underscores, at most 64, a letter or digit first"


@dataclass(frozen=True, kw_only=True)
class PersonSettings:
    """``[people.<name>]``: who somebody is on the chain and on GitHub, and what roles they have at this desk.

    ``account`` is an SS58 address; by its key a second yes and a sign-in are recognised. ``staking_account`` is the one that stakes for
    this member's proposals, bound to the membership.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    roles: tuple[Role, ...]
    member_id: int | None = None
    account: str = ""
    staking_account: str = ""
    github: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be. Raises ValueError with words for the person."""
        if not self.roles:
            raise ValueError('give at least one role, such as roles = ["viewer"]')
        for name in ("account", "staking_account"):
            address = getattr(self, name)
            if address and (is_key(address) or key_of(address) is None):
                raise ValueError(f"{name} {address[:60]!r} is not an address (SS58); copy it from the wallet")
        if self.member_id is not None and not 0 <= self.member_id < 2**64:
            raise ValueError("member_id is a membership's number, 0 or more, of 64 bits at most")


@dataclass(frozen=True, kw_only=True)
class DeskSettings:
    """``[desk]``: the first block whose tasks stand on the desk, and which kinds of act need a second yes.

    ``since`` is the current term's first block unless given. Acts of money always need a second yes; ``second_yes`` names other
    kinds that do, and ``second_yes_while_acting`` those that do while no confirmed mandate covers the block.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    since: int | None = None
    second_yes: tuple[Kind, ...] = ()
    second_yes_while_acting: tuple[Kind, ...] = ("signal-proposal",)

    def __post_init__(self) -> None:
        """Refuse what cannot be. Raises ValueError with words for the person."""
        if self.since is not None and self.since < 0:
            raise ValueError("since is a block, 0 or more")

    @property
    def second(self) -> SecondYes:
        """Give which kinds need a second yes."""
        return SecondYes(always=frozenset(self.second_yes), acting=frozenset(self.second_yes_while_acting))


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Who acts: the name in the settings, roles, and the public key of the account, empty where none is given."""

    name: str
    roles: tuple[Role, ...]
    member_id: int | None = None
    address: str = ""
    key: str = ""
    staking_key: str = ""
    github: str = ""


def person_of(name: str, settings: PersonSettings) -> Person:
    """Make the person of a table of the settings."""
    return Person(
        name=name,
        roles=settings.roles,
        member_id=settings.member_id,
        address=settings.account,
        key=(key_of(settings.account) or "") if settings.account else "",
        staking_key=(key_of(settings.staking_account) or "") if settings.staking_account else "",
        github=settings.github,
    )
