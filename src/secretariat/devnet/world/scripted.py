"""Acts of a world file: they wait for their stage or for the act they follow, and come in their block."""

from dataclasses import dataclass, field
from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime.errors import DispatchError
from secretariat.devnet.world import acts
from secretariat.devnet.world.act_values import ActImpossible, ActWrong
from secretariat.devnet.world.acts import NETWORK
from secretariat.devnet.world.when import When
from secretariat.devnet.world.world import LABELS, Happening, World, succeeded

DONE = ":acts"
"""By the act's place in its file: what came of it."""


@dataclass(frozen=True, slots=True)
class Done:
    """An act that was done, and in which block; ``error`` is why nothing came of it, ``unexpected`` that nobody said so."""

    actor: str
    act: str
    label: str | None
    block: int
    error: str | None
    unexpected: bool


@dataclass(frozen=True, kw_only=True)
class Act:
    """One act: in which block, who, what, how; ``label`` names what it makes, ``fails`` the error that is expected."""

    when: When
    actor: str
    act: str
    arguments: dict[str, Any] = field(default_factory=dict)
    label: str | None = None
    fails: str | None = None


class ActFailed(Exception):
    """An act whose block is over, or that ends in another way than its world file says."""


def begin(chain: Chain, world: World) -> None:
    """Enter the acts whose block is a number."""
    for place, act in enumerate(world.settings.acts):
        if act.when.block is not None:
            _enter(chain, world, place, act.when.block)


def stage_begins(chain: Chain, world: World, stage: str, cycle: int, ends_at: int) -> None:
    """Enter the acts that are told from the stage that begins in this block."""
    for place, act in enumerate(world.settings.acts):
        when = act.when
        if (when.stage, when.cycle) == (stage, cycle):
            _enter(chain, world, place, (ends_at if when.ends else chain.now) + when.offset)
    start = world.settings.start
    if start is not None and (start.stage, start.cycle) == (stage, cycle):
        chain.put(START, (ends_at if start.ends else chain.now) + start.offset)


START = ":start"
"""The block in which the world is handed over, once it is known."""


def _enter(chain: Chain, world: World, place: int, block: int) -> None:
    act = world.settings.acts[place]
    if block < max(1, chain.now):
        told = act.when.told()
        raise ActFailed(f"acts[{place}].block: {told} is block {block}, which is over in block {chain.now}")
    if act.act in NETWORK:
        happening = Happening(block=block, act=act.act, arguments=act.arguments)
        if happening not in world.happenings:
            world.happenings.append(happening)
        return
    chain.transaction(block, do, world, place, block)


def do(chain: Chain, world: World, place: int, planned: int) -> None:
    """Do an act, and remember what came of it. Raises ActFailed when its file expects something else.

    What the chain refuses, or what cannot be done in this block, is remembered as an act that failed. An act that comes later
    than planned, since its block was taken off the chain, may be too late; nothing is expected of it then.
    """
    act = world.settings.acts[place]
    where = f"acts[{place}] ({act.actor} {act.act}, block {chain.now})"
    try:
        made = acts.perform(chain, world, act.actor, act.act, act.arguments, where)
    except (DispatchError, ActImpossible) as error:  # a DispatchError of the world's own acts; those of people give it
        made = error
    except ActWrong as error:
        if chain.now == planned:
            raise
        made = error
    good = succeeded(made) and not isinstance(made, ActWrong)
    told = None if good else str(made).removeprefix(f"{where}: ")
    if act.fails is not None and chain.now == planned:
        _check(act.fails, told, where)
    unexpected = told is not None and act.fails is None and chain.now == planned
    chain.put(DONE, Done(act.actor, act.act, act.label, chain.now, told, unexpected), place)
    if act.label is not None and told is None:
        chain.put(LABELS, made, act.label)
        start = world.settings.start
        if start is not None and start.label == act.label:
            chain.put(START, chain.now + start.offset)
        for other, following in enumerate(world.settings.acts):
            if following.when.label == act.label:
                _enter(chain, world, other, chain.now + following.when.offset)


def _check(fails: str, told: str | None, where: str) -> None:
    """Hold what came of an act against the error that its file expects. Raises ActFailed."""
    if told is None or not told.startswith(fails):
        raise ActFailed(f"{where}: the chain gave {told or 'no error'} where {fails} was expected")


def refused(chain: Chain) -> list[str]:
    """Tell which acts came to nothing though their file does not say so, in the order of their blocks."""
    found = [(chain.get(DONE, *key), key[0]) for key in chain.keys(DONE)]
    return [
        f"acts[{place}] ({done.actor} {done.act}, block {done.block}): {_why(done.error)}"
        for done, place in sorted(found, key=lambda one: (one[0].block, one[1]))
        if done.unexpected
    ]


def _why(error: str) -> str:
    pallet, _, name = error.partition(".")
    return f"the chain refused it with {error}" if pallet.isalpha() and name.isalpha() else error
