"""What the world does by itself in world files: growth, outages, runtimes, money from nowhere."""

from collections.abc import Callable, Mapping
from typing import Any

from secretariat.devnet.chain import chance
from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.chain.specs import PALLET_OF, Spec
from secretariat.devnet.metadata.pallets import numbers_of
from secretariat.devnet.runtime import balances, budget, groups, staking, upgrades
from secretariat.devnet.runtime.members import hash_of
from secretariat.devnet.world.act_values import ActImpossible, ActWrong, account_of, money
from secretariat.devnet.world.world import World

Arguments = Mapping[str, Any]


def _growth(_chain: Chain, world: World, args: Arguments, _where: str) -> None:
    world.series.burst(args["series"], args["blocks"], args["extra"])


def _offline(chain: Chain, world: World, args: Arguments, where: str) -> None:
    stashes = chain.get(staking.VALIDATORS)
    if args["validators"] > len(stashes):
        raise ActImpossible(f"{where}: there are only {len(stashes)} validators")
    gone = chance.sample(stashes, args["validators"], world.seed, "offline", chain.now)
    staking.go_offline(chain, tuple(gone), args["blocks"])


def _commission(chain: Chain, _world: World, args: Arguments, where: str) -> None:
    stashes = chain.get(staking.VALIDATORS)
    if args["validator"] >= len(stashes):
        raise ActImpossible(f"{where}: there are only {len(stashes)} validators, counted from 0")
    stash = stashes[args["validator"]]
    prefs = {"commission": args["percent"] * 10_000_000, "blocked": False}
    chain.put(staking.PREFS, prefs, stash)
    chain.emit("Staking.ValidatorPrefsSet", stash, prefs)


def _spec(chain: Chain, args: Arguments, where: str) -> Spec:
    changed = {name: args.get(name) for name in ("constants", "pallet_numbers")}
    spec = chain.spec.upgraded(args["version"], **changed)
    numbers = numbers_of(spec)
    for name, number in spec.pallet_numbers.items():
        if name not in numbers:
            raise ActWrong(f"{where}: the runtime has no pallet {name!r}")
        other = next((one for one, each in numbers.items() if each == number and one != name), None)
        if other is not None:
            raise ActWrong(f"{where}: {name} cannot have number {number}, which {other} has")
    return spec


def _upgrade(chain: Chain, _world: World, args: Arguments, where: str) -> None:
    code = b"\0asm" + hash_of(str(args).encode())
    upgrades.make_known(chain, code, _spec(chain, args, where))
    upgrades.set_code(chain, code)


def _know_runtime(chain: Chain, _world: World, args: Arguments, where: str) -> None:
    upgrades.make_known(chain, bytes.fromhex(args["code"].removeprefix("0x")), _spec(chain, args, where))


def _set_budget(chain: Chain, _world: World, args: Arguments, where: str) -> None:
    amount = money(args["amount"], where)
    if "group" in args:
        groups.set_budget(chain, PALLET_OF[args["group"]], amount)
    else:
        budget.set_budget(chain, amount)


def _endow(chain: Chain, world: World, args: Arguments, where: str) -> None:
    balances.mint(chain, account_of(world, args["to"], where), money(args["amount"], where))


WORLD: dict[str, Callable[[Chain, World, Arguments, str], None]] = {
    "growth": _growth,
    "offline": _offline,
    "commission": _commission,
    "upgrade": _upgrade,
    "know_runtime": _know_runtime,
    "set_budget": _set_budget,
    "endow": _endow,
}
