"""What people and the world can do in world files, and which calls these acts are."""

from collections.abc import Callable, Mapping
from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.chain.specs import PALLET_OF
from secretariat.devnet.runtime import discussion, groups
from secretariat.devnet.world import life_elections, life_groups, life_proposals, proposing, protobuf
from secretariat.devnet.world.act_values import ActImpossible, account_of, chain_value, member_of, money, numbered
from secretariat.devnet.world.acts_of_world import WORLD
from secretariat.devnet.world.forms import check_call, check_details
from secretariat.devnet.world.people import CONTROLLER, ROLE, VOTE, Person
from secretariat.devnet.world.world import World, seated

NETWORK = frozenset({"reorganise", "query_node_lag", "query_node_stops"})
"""Acts that happen to the network: the chain knows nothing of them."""

MEMBERS_ONLY = frozenset(
    {
        *("announce", "withdraw", "release_candidacy", "propose", "vote", "cancel", "discuss"),
        *("create_thread", "post", "fund_council", "apply", "leave"),
    }
)
"""What only members can do: the others need an account, and no membership."""

Arguments = Mapping[str, Any]


def perform(chain: Chain, world: World, actor: str, act: str, arguments: Arguments, where: str) -> Any:
    """Do an act in this block. Gives what it makes, or the error that the chain gave. Raises ActWrong and ActImpossible."""
    if actor == "world":
        return WORLD[act](chain, world, arguments, where)
    person = actor_of(chain, world, actor, where)
    if act in MEMBERS_ONLY and world.member(person.name) is None:
        raise ActImpossible(f"{where}: {person.name} is no member yet")
    return _PEOPLE[act](chain, world, person, arguments, where)


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
        raise ActImpossible(f"{where}: there is no {actor} in block {chain.now}")
    return person


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
        written = {kind: chain_value(args["details"], where)}
        check_details(chain, written, where)
        return written
    found = proposing.details_of(chain, world, kind, where)
    if found is None:
        raise ActImpossible(f"{where}: the chain has nothing that a {kind} could be about")
    return found


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
        raise ActImpossible(f"{where}: proposal {number} has no open discussion")
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
    raise ActImpossible(f"{where}: {person.name} has no role in {args['group']}")


def _spend(_chain: Chain, world: World, person: Person, args: Arguments, where: str) -> Any:
    return world.send(
        person,
        f"{PALLET_OF[args['group']]}.spend_from_budget",
        ROLE,
        account_id=account_of(world, args["to"], where),
        amount=money(args["amount"], where),
        rationale=args.get("rationale", "").encode() or None,
    )


def _call(chain: Chain, world: World, person: Person, args: Arguments, where: str) -> Any:
    written = chain_value(args.get("arguments", {}), where)
    check_call(chain, args["call"], written, where)
    return world.send(person, args["call"], args.get("account", CONTROLLER), **written)


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


ACTS_OF_PEOPLE, ACTS_OF_THE_WORLD = frozenset(_PEOPLE), frozenset(WORLD) | NETWORK
