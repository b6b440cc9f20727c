"""What people and the world can do in world files, and which calls these acts are."""

from collections.abc import Callable, Mapping
from typing import Any

from secretariat.devnet.chain import chance
from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances, budget, discussion, groups, staking, upgrades
from secretariat.devnet.runtime.genesis import JOY
from secretariat.devnet.runtime.group_names import PALLET_OF
from secretariat.devnet.runtime.members import hash_of
from secretariat.devnet.world import life_elections, life_groups, life_proposals, proposing, protobuf
from secretariat.devnet.world.people import CONTROLLER, ROLE, VOTE, Person
from secretariat.devnet.world.world import LABELS, World, seated

NETWORK = frozenset({"reorganise", "query_node_lag", "query_node_stops"})
"""Acts that happen to the network: the chain knows nothing of them."""

Arguments = Mapping[str, Any]


class ActWrong(ValueError):
    """An act with arguments that say nothing: the message names the act and the argument."""


def money(value: Any, where: str) -> int:
    """Read an amount: a whole number of base units, or a text like "12.5 JOY". Raises ActWrong."""
    if isinstance(value, int):
        return value
    number, _, unit = value.partition(" ")
    whole, _, part = number.partition(".")
    if unit != "JOY" or not whole.isdigit() or (part and not part.isdigit()) or len(part) > 10:
        raise ActWrong(f"{where}: {value!r} is no amount: write base units as a number, or '12.5 JOY'")
    return int(whole) * JOY + int(part.ljust(10, "0") or 0)


def perform(chain: Chain, world: World, actor: str, act: str, arguments: Arguments, where: str) -> Any:
    """Do an act in this block. Gives what it makes, or the error that the chain gave. Raises ActWrong."""
    if actor == "world":
        return _WORLD[act](chain, world, arguments, where)
    return _PEOPLE[act](chain, world, actor_of(chain, world, actor, where), arguments, where)


def actor_of(chain: Chain, world: World, actor: str, where: str) -> Person:
    """Give who acts: by name, or the holder of a seat (councilor-1) or of a group's lead (lead-Forum) at that time."""
    office, _, which = actor.partition("-")
    person: Person | None = None
    if office == "councilor":
        seats = seated(chain)
        person = world.by_member(seats[int(which) - 1]) if int(which) <= len(seats) else None
    elif office == "lead":
        person = life_groups.lead_person(chain, world, PALLET_OF[which])
    else:
        person = world.people[actor]
    if person is None:
        raise ActWrong(f"{where}: there is no {actor} in block {chain.now}")
    return person


def person_of(world: World, name: Any, where: str) -> Person:
    """Give somebody by name. Raises ActWrong."""
    found = world.people.get(name)
    if found is None:
        raise ActWrong(f"{where}: nobody is called {name!r}")
    return found


def member_of(world: World, name: Any, where: str) -> int:
    """Give a member id, told as such or by a person's name. Raises ActWrong."""
    if isinstance(name, int):
        return name
    member = world.member(person_of(world, name, where).name)
    if member is None:
        raise ActWrong(f"{where}: {name!r} is no member yet")
    return member


def numbered(chain: Chain, value: Any, where: str) -> Any:
    """Give an id, told as a number or by the label of the act that made it. Raises ActWrong."""
    if isinstance(value, int):
        return value
    found = chain.get(LABELS, value)
    if found is None:
        raise ActWrong(f"{where}: nothing with the label {value!r} has been made by now")
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


# --------------------------------------------------------------------- elections


def _announce(chain: Chain, world: World, person: Person, args: Arguments, where: str) -> Any:
    stake = money(args["stake"], where) if "stake" in args else None
    return life_elections.announce(chain, world, person.name, stake)


def _withdraw(chain: Chain, world: World, person: Person, _args: Arguments, _where: str) -> Any:
    return life_elections.withdraw(chain, world, person.name)


def _cast(chain: Chain, world: World, person: Person, args: Arguments, where: str) -> Any:
    stake = money(args["stake"], where) if "stake" in args else None
    return life_elections.vote(chain, world, person.name, member_of(world, args["for"], where), stake)


def _reveal(chain: Chain, world: World, person: Person, args: Arguments, where: str) -> Any:
    return life_elections.reveal(chain, world, person.name, member_of(world, args["for"], where))


def _release_candidacy(_chain: Chain, world: World, person: Person, _args: Arguments, _where: str) -> Any:
    return world.send(person, "Council.release_candidacy_stake", membership_id=world.member(person.name))


def _release_vote(_chain: Chain, world: World, person: Person, _args: Arguments, _where: str) -> Any:
    return world.send(person, "Referendum.release_vote_stake", VOTE)


# --------------------------------------------------------------------- proposals


def details_of(chain: Chain, world: World, args: Arguments, where: str) -> Any:
    """Read what a proposal is about: ``pays``, ``text``, ``budget``, or a ``type`` with ``details`` as the chain has them."""
    if "pays" in args:
        pairs = [(account_of(world, payee, where), money(sum_, where)) for payee, sum_ in args["pays"].items()]
        return {"FundingRequest": tuple({"account": account, "amount": amount} for account, amount in pairs)}
    if "text" in args:
        return {"Signal": args["text"].encode()}
    if "budget" in args:
        given = args["budget"]
        amount = money(given["amount"], where)
        return {"UpdateWorkingGroupBudget": (amount, given["group"], given.get("kind", "Positive"))}
    kind = args["type"]
    if "details" in args:
        return {kind: chain_value(args["details"])}
    found = proposing.details_of(chain, world, kind, where)
    if found is None:
        raise ActWrong(f"{where}: the chain has nothing that a {kind} could be about")
    return found


def chain_value(value: Any) -> Any:
    """Read a value of the chain from JSON: lists are tuples, texts that begin with 0x are bytes."""
    if isinstance(value, dict):
        return {name: chain_value(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return tuple(chain_value(inner) for inner in value)
    if isinstance(value, str) and value.startswith("0x"):
        return bytes.fromhex(value[2:])
    return value


def _propose(chain: Chain, world: World, person: Person, args: Arguments, where: str) -> Any:
    changed: dict[str, Any] = {"by_hand": args.get("votes") == "by-hand"}
    for name in ("title", "description"):
        if name in args:
            changed[name] = args[name].encode()
    if "title_bytes" in args:
        changed["title"] = bytes.fromhex(args["title_bytes"][2:])
    if "execution_block" in args:
        changed["exact_execution_block"] = args["execution_block"]
    return life_proposals.propose(chain, world, person, details_of(chain, world, args, where), **changed)


def _vote(chain: Chain, world: World, person: Person, args: Arguments, where: str) -> Any:
    number = numbered(chain, args["proposal"], where)
    rationale = args["rationale"].encode() if "rationale" in args else None
    return life_proposals.vote(chain, world, person.name, number, args["vote"], rationale)


def _cancel(chain: Chain, world: World, person: Person, args: Arguments, where: str) -> Any:
    number = numbered(chain, args["proposal"], where)
    return world.send(
        person, "ProposalsEngine.cancel_proposal", proposer_id=world.member(person.name), proposal_id=number
    )


def _discuss(chain: Chain, world: World, person: Person, args: Arguments, where: str) -> Any:
    number = numbered(chain, args["proposal"], where)
    thread = chain.get(discussion.BY_PROPOSAL, number)
    if thread is None:
        raise ActWrong(f"{where}: proposal {number} has no open discussion")
    return life_proposals.discuss(chain, world, person, thread, args["text"])


# -------------------------------------------------------------------------- forum


def _create_thread(_chain: Chain, world: World, person: Person, args: Arguments, _where: str) -> Any:
    return world.send(
        person,
        "Forum.create_thread",
        forum_user_id=world.member(person.name),
        category_id=args.get("category", 1),
        metadata=protobuf.thread(args["title"].encode(), *args.get("tags", ())),
        text=args["text"].encode(),
    )


def _post(chain: Chain, world: World, person: Person, args: Arguments, where: str) -> Any:
    thread = numbered(chain, args["thread"], where)
    category = next((key[0] for key in chain.keys("Forum.ThreadById") if key[1] == thread), 1)
    replies_to = numbered(chain, args["replies_to"], where) if "replies_to" in args else None
    return world.send(
        person,
        "Forum.add_post",
        forum_user_id=world.member(person.name),
        category_id=category,
        thread_id=thread,
        text=protobuf.post(args["text"], replies_to),
        editable=args.get("editable", True),
    )


# ------------------------------------------------------------------------- others


def _transfer(_chain: Chain, world: World, person: Person, args: Arguments, where: str) -> Any:
    dest = account_of(world, args["to"], where)
    return world.send(person, "Balances.transfer", dest=dest, value=money(args["amount"], where))


def _fund_council(_chain: Chain, world: World, person: Person, args: Arguments, where: str) -> Any:
    return world.send(
        person,
        "Council.fund_council_budget",
        member_id=world.member(person.name),
        amount=money(args["amount"], where),
        rationale=args.get("rationale", "").encode(),
    )


def _apply(chain: Chain, world: World, person: Person, args: Arguments, where: str) -> Any:
    opening = numbered(chain, args["opening"], where)
    return life_groups.apply(chain, world, person, PALLET_OF[args["group"]], opening)


def _leave(chain: Chain, world: World, person: Person, args: Arguments, where: str) -> Any:
    pallet, member = PALLET_OF[args["group"]], world.member(person.name)
    for number in groups.workers_of(chain, pallet):
        if groups.worker_of(chain, pallet, number)["member_id"] == member:
            return world.send(person, f"{pallet}.leave_role", ROLE, worker_id=number, rationale=None)
    raise ActWrong(f"{where}: {person.name} has no role in {args['group']}")


def _spend(_chain: Chain, world: World, person: Person, args: Arguments, where: str) -> Any:
    return world.send(
        person,
        f"{PALLET_OF[args['group']]}.spend_from_budget",
        ROLE,
        account_id=account_of(world, args["to"], where),
        amount=money(args["amount"], where),
        rationale=args.get("rationale", "").encode() or None,
    )


def _call(_chain: Chain, world: World, person: Person, args: Arguments, _where: str) -> Any:
    return world.send(person, args["call"], args.get("account", CONTROLLER), **chain_value(args.get("arguments", {})))


_PEOPLE: dict[str, Callable[[Chain, World, Person, Arguments, str], Any]] = {
    "announce": _announce,
    "withdraw": _withdraw,
    "cast": _cast,
    "reveal": _reveal,
    "release_candidacy": _release_candidacy,
    "release_vote": _release_vote,
    "propose": _propose,
    "vote": _vote,
    "cancel": _cancel,
    "discuss": _discuss,
    "create_thread": _create_thread,
    "post": _post,
    "transfer": _transfer,
    "fund_council": _fund_council,
    "apply": _apply,
    "leave": _leave,
    "spend": _spend,
    "call": _call,
}


# -------------------------------------------------------------------------- world


def _growth(_chain: Chain, world: World, args: Arguments, _where: str) -> None:
    world.series.burst(args["series"], args["blocks"], args["extra"])


def _offline(chain: Chain, world: World, args: Arguments, where: str) -> None:
    stashes = chain.get(staking.VALIDATORS)
    if args["validators"] > len(stashes):
        raise ActWrong(f"{where}: there are only {len(stashes)} validators")
    gone = chance.sample(stashes, args["validators"], world.seed, "offline", chain.now)
    staking.go_offline(chain, tuple(gone), args["blocks"])


def _commission(chain: Chain, _world: World, args: Arguments, where: str) -> None:
    stashes = chain.get(staking.VALIDATORS)
    if args["validator"] >= len(stashes):
        raise ActWrong(f"{where}: there are only {len(stashes)} validators, counted from 0")
    stash = stashes[args["validator"]]
    prefs = {"commission": args["percent"] * 10_000_000, "blocked": False}
    chain.put(staking.PREFS, prefs, stash)
    chain.emit("Staking.ValidatorPrefsSet", stash, prefs)


def _upgrade(chain: Chain, _world: World, args: Arguments, _where: str) -> None:
    spec = chain.spec.upgraded(
        args["version"],
        constants=args.get("constants"),
        pallet_numbers=args.get("pallet_numbers"),
    )
    code = b"\0asm" + hash_of(str(args).encode())
    upgrades.make_known(chain, code, spec)
    upgrades.set_code(chain, code)


def _know_runtime(chain: Chain, _world: World, args: Arguments, _where: str) -> None:
    spec = chain.spec.upgraded(
        args["version"],
        constants=args.get("constants"),
        pallet_numbers=args.get("pallet_numbers"),
    )
    upgrades.make_known(chain, bytes.fromhex(args["code"].removeprefix("0x")), spec)


def _set_budget(chain: Chain, _world: World, args: Arguments, where: str) -> None:
    amount = money(args["amount"], where)
    if "group" in args:
        groups.set_budget(chain, PALLET_OF[args["group"]], amount)
    else:
        budget.set_budget(chain, amount)


def _endow(chain: Chain, world: World, args: Arguments, where: str) -> None:
    balances.mint(chain, account_of(world, args["to"], where), money(args["amount"], where))


_WORLD: dict[str, Callable[[Chain, World, Arguments, str], None]] = {
    "growth": _growth,
    "offline": _offline,
    "commission": _commission,
    "upgrade": _upgrade,
    "know_runtime": _know_runtime,
    "set_budget": _set_budget,
    "endow": _endow,
}

ACTS_OF_PEOPLE, ACTS_OF_THE_WORLD = frozenset(_PEOPLE), frozenset(_WORLD) | NETWORK
