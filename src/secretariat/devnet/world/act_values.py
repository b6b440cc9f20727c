"""Values of world files: amounts, people, accounts, ids and labels, values of the chain."""

from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime.genesis import JOY
from secretariat.devnet.world.people import Person
from secretariat.devnet.world.world import LABELS, World


class ActWrong(ValueError):
    """An act with arguments that say nothing: the message names the act and the argument."""


class ActImpossible(ActWrong):
    """An act that says something, but nothing that can be done in its block; it is remembered as one that failed."""


def money(value: Any, where: str) -> int:
    """Read an amount: a whole number of base units, or a text like "12.5 JOY". Raises ActWrong."""
    if isinstance(value, int):
        return _within(value, where)
    number, _, unit = value.partition(" ")
    whole, _, part = number.partition(".")
    if unit != "JOY" or not whole.isdigit() or (part and not part.isdigit()) or len(part) > 10:
        raise ActWrong(f"{where}: {value!r} is no amount: write base units as a number, or '12.5 JOY'")
    return _within(int(whole) * JOY + int(part.ljust(10, "0") or 0), where)


def _within(amount: int, where: str) -> int:
    if amount >= 2**128:
        raise ActWrong(f"{where}: the chain counts base units below 2^128 only")
    return amount


def person_of(world: World, name: Any, where: str) -> Person:
    """Give somebody by name. Raises ActWrong."""
    found = world.people.get(name)
    if found is None:
        raise ActWrong(f"{where}: nobody is called {name!r}")
    return found


def member_of(world: World, name: Any, where: str) -> int:
    """Give a member id, told as such or by a person's name. Raises ActWrong, for one who has not joined ActImpossible."""
    if isinstance(name, int):
        return name
    member = world.member(person_of(world, name, where).name)
    if member is None:
        raise ActImpossible(f"{where}: {name!r} is no member yet")
    return member


def numbered(chain: Chain, value: Any, where: str) -> Any:
    """Give an id, told as a number or by the label of the act that made it. Raises ActImpossible."""
    if isinstance(value, int):
        return value
    found = chain.get(LABELS, value)
    if found is None:
        raise ActImpossible(f"{where}: nothing with the label {value!r} has been made by now")
    return found


def account_of(world: World, value: Any, where: str) -> bytes:
    """Give an account, told by a person's name or in hexadecimal digits. Raises ActWrong."""
    if value in world.people:
        return world.people[value].controller
    try:
        raw = bytes.fromhex(value.removeprefix("0x"))
    except ValueError:
        raw = b""
    if len(raw) != 32:
        raise ActWrong(f"{where}: {value!r} is neither a person nor an account of 64 hexadecimal digits")
    return raw


def chain_value(value: Any, where: str) -> Any:
    """Read a value of the chain from JSON: lists are tuples, texts that begin with 0x are bytes. Raises ActWrong."""
    if isinstance(value, dict):
        return {name: chain_value(inner, where) for name, inner in value.items()}
    if isinstance(value, list):
        return tuple(chain_value(inner, where) for inner in value)
    if isinstance(value, str) and value.startswith("0x"):
        try:
            return bytes.fromhex(value[2:])
        except ValueError:
            raise ActWrong(f"{where}: {value[:60]!r} begins with 0x and is no pairs of hexadecimal digits") from None
    return value
