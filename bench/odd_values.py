"""Values that no answer should hold, and trees of JSON with some of them put in."""

import copy
from random import Random
from typing import Any

ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 50, 2**31, 2**32, 2**63, 2**64, 10**40, 10**400),
    *("", " ", "0", "-1", "007", "1e9", "0x", "0x0", "0xzz", "\x00", "\ud800", "\u202e", "a\nb", "9" * 60, "x" * 5000),
    *([], {}, [None], [[]], {"": None}, {"id": None}, {"id": "1"}, "2024-01-01T00:00:00Z", "2024-13-41T99:00:00Z"),
)


def odd(chance: Random) -> Any:
    """Give one odd value."""
    return copy.deepcopy(chance.choice(ODD))


def twisted(value: Any, chance: Random, times: int = 1) -> Any:
    """Copy a tree of JSON and change it in so many places: a value replaced, taken out, doubled or moved."""
    made = copy.deepcopy(value)
    for _ in range(times):
        places = list(_places(made))
        if not places:
            return odd(chance)
        held, step = chance.choice(places)
        match chance.randrange(4):
            case 0 | 1:
                held[step] = odd(chance)
            case 2:
                del held[step]
            case 3 if isinstance(held, list):
                held.append(copy.deepcopy(held[step]))
            case _:
                other, place = chance.choice(places)
                held[step] = copy.deepcopy(other[place])
    return made


def bytes_twisted(data: bytes, chance: Random) -> bytes:
    """Change bytes at random: cut, flip, put in, take out, or repeat a stretch."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 40))):
        at, length = chance.randrange(len(made) + 1), chance.choice((1, 1, 4, 60))
        match chance.randrange(5):
            case 0:
                del made[at : at + length]
            case 1:
                made[at : at + length] = chance.randbytes(length)
            case 2:
                made[at:at] = made[at : at + length] or b"\xff"
            case 3:
                made[at : at + 1] = bytes([chance.choice((0, 1, 3, 127, 128, 254, 255))])
            case _ if chance.random() < 0.1:
                del made[at:]
    return bytes(made)


def _places(value: Any) -> list[tuple[Any, Any]]:
    """List every place of a tree as the object or list that holds it, and the key or number there."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        held = waiting.pop()
        steps = list(held) if isinstance(held, dict) else range(len(held)) if isinstance(held, list) else ()
        found += [(held, step) for step in steps]
        waiting += [held[step] for step in steps]
    return found
