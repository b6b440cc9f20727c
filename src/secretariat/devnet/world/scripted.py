"""Acts of a world file: they wait for their stage or for the act they follow, and come in their block."""

import logging
from dataclasses import dataclass, field
from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime.errors import DispatchError
from secretariat.devnet.world import acts
from secretariat.devnet.world.act_values import ActImpossible, ActWrong
from secretariat.devnet.world.acts import NETWORK
from secretariat.devnet.world.when import When
from secretariat.devnet.world.world import LABELS, Happening, World, succeeded

_LOG = logging.getLogger(__name__)

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
    """An act whose block is over, that ends in another way than its world file says, or that the network fails at."""


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
        chain.complain(ActFailed(f"acts[{place}].block: {told} is block {block}, which is over in block {chain.now}"))
        return
    if act.act in NETWORK:
        happening = Happening(block=block, act=act.act, arguments=act.arguments)
        if happening not in world.happenings:
            world.happenings.append(happening)
        return
    chain.transaction(block, do, world, place, block)


def do(chain: Chain, world: World, place: int, planned: int) -> None:
    """Do an act, and remember what came of it. Complains to the chain where that is not what its file expects.

    What the chain refuses, or what cannot be done in this block, is remembered as an act that failed. An act that comes later
    than planned, since its block was taken off the chain, may be too late; nothing is expected of it then.
    """
    act = world.settings.acts[place]
    where = f"acts[{place}] ({act.actor} {act.act}, block {chain.now})"
    made = _performed(chain, world, act, where)
    good = succeeded(made) and not isinstance(made, ActWrong | ActFailed)
    told = None if good else str(made).removeprefix(f"{where}: ")
    wrong = _wrong(act, made, told, where) if chain.now == planned else None
    unexpected = told is not None and act.fails is None and wrong is None and chain.now == planned
    chain.put(DONE, Done(act.actor, act.act, act.label, chain.now, told, unexpected), place)
    if act.label is not None and told is None:
        _follow(chain, world, act.label, made)
    if wrong is not None:
        chain.complain(wrong)


def _performed(chain: Chain, world: World, act: Act, where: str) -> Any:
    """Give what an act makes, or the error that came instead; then nothing of it is done."""
    try:
        with chain.attempt():
            return acts.perform(chain, world, act.actor, act.act, act.arguments, where)
    except (DispatchError, ActWrong) as error:  # a DispatchError of the world's own acts; those of people give it
        return error
    except Exception as error:  # a mistake of ours must end neither the world nor its time
        _LOG.exception("%s", where)
        chain.extrinsic = None
        return ActFailed(f"{where}: the practice network failed at it, which is a mistake of ours: {error!r}"[:300])


def _wrong(act: Act, made: Any, told: str | None, where: str) -> Exception | None:
    """Give what is to be complained of: an act that says nothing, or another error than its file expects."""
    if isinstance(made, ActFailed) or (isinstance(made, ActWrong) and not isinstance(made, ActImpossible)):
        return made
    if act.fails is None or (told or "").startswith(act.fails):
        return None
    return ActFailed(f"{where}: the chain gave {told or 'no error'} where {act.fails} was expected")


def _follow(chain: Chain, world: World, label: str, made: Any) -> None:
    """Remember what an act made, and enter the acts that follow it."""
    chain.put(LABELS, made, label)
    start = world.settings.start
    if start is not None and start.label == label:
        chain.put(START, chain.now + start.offset)
    for other, following in enumerate(world.settings.acts):
        if following.when.label == label:
            _enter(chain, world, other, chain.now + following.when.offset)


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
