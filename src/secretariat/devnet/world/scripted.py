"""Acts of a world file: they wait for their stage or for the act they follow, and come in their block."""

from dataclasses import dataclass, field
from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime.errors import DispatchError
from secretariat.devnet.world import acts
from secretariat.devnet.world.act_values import ActWrong
from secretariat.devnet.world.acts import NETWORK
from secretariat.devnet.world.when import When
from secretariat.devnet.world.world import LABELS, Happening, World, succeeded

DONE = ":acts"
"""By the act's place in its file: the block, and what came of it."""


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
    """An act that the chain refuses, though its world file does not say so."""


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
    """Do an act. Raises ActFailed when the chain refuses it and its file does not expect that.

    An act that comes later than planned, since its block was taken off the chain, may be refused: it came too late.
    """
    act = world.settings.acts[place]
    where = f"acts[{place}] ({act.actor} {act.act}, block {chain.now})"
    try:
        made = acts.perform(chain, world, act.actor, act.act, act.arguments, where)
    except DispatchError as error:  # of the world's own acts; those of people give it
        made = error
    except ActWrong as error:
        if chain.now == planned:
            raise
        made = error
    told = None if succeeded(made) and not isinstance(made, ActWrong) else str(made)
    if chain.now == planned:
        _check(act, told, where)
    chain.put(DONE, (chain.now, told), place)
    if act.label is not None and told is None:
        chain.put(LABELS, made, act.label)
        start = world.settings.start
        if start is not None and start.label == act.label:
            chain.put(START, chain.now + start.offset)
        for other, following in enumerate(world.settings.acts):
            if following.when.label == act.label:
                _enter(chain, world, other, chain.now + following.when.offset)


def _check(act: Act, told: str | None, where: str) -> None:
    """Hold what came of an act against what its file expects. Raises ActFailed."""
    if act.fails is not None and (told is None or not told.startswith(act.fails)):
        raise ActFailed(f"{where}: the chain gave {told or 'no error'} where {act.fails} was expected")
    if act.fails is None and told is not None:
        raise ActFailed(f"{where}: the chain refused it with {told}")
