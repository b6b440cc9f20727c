"""Proposals by habit: who proposes what, how the council votes on it, and what is said about it."""

from typing import Any

from secretariat.devnet.chain import chance
from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances, codex, council, discussion, proposals
from secretariat.devnet.world import proposing, protobuf, words
from secretariat.devnet.world.people import LARGE, STAKES, Person
from secretariat.devnet.world.world import World, seated, some_of, succeeded

TURN, BY_HAND = ":turn", ":votes_by_hand"
"""How many proposals were made by habit; proposals on which only a world file lets people vote."""


def plan(chain: Chain, world: World, stage: str, ends_at: int) -> None:
    """Plan the proposals of the stage that begins now, and votes on what a new council has to vote on again."""
    if not seated(chain):
        return
    if stage == "idle":
        for number in proposals.open_proposals(chain):
            if chain.get(proposals.PROPOSALS, number)["activated_at"] == chain.now:
                plan_votes(chain, world, number)
    if council.cycle(chain) in world.settings.quiet_cycles:
        return
    size = world.settings.size
    mean = size.proposals / size.horizon * (ends_at - chain.now)
    count = some_of(mean, world.seed, "proposals", chain.now) - _planned_by_need(chain)
    for number in range(max(0, count)):
        room = max(1, ends_at - chain.now - 1)
        block = chain.now + 1 + chance.below(room, world.seed, "proposes", chain.now, number)
        chain.transaction(block, propose_by_habit, world, chain.now, number)


def _planned_by_need(chain: Chain) -> int:
    """Count the proposals that groups will need, so that there are about as many as the size says."""
    return chain.get(NEEDED) or 0


NEEDED = ":needed"
"""How many proposals the groups needed in the stage before."""


def propose_by_habit(chain: Chain, world: World, *place: object) -> None:
    """Let somebody make the next proposal."""
    turn = chain.get(TURN) or 0
    chain.put(TURN, turn + 1)
    kind = proposing.kind_of_turn(world, turn)
    details = proposing.details_of(chain, world, kind, turn)
    if details is None:
        details = proposing.details_of(chain, world, "FundingRequest", turn)
    people = [one for one in world.at_large() if one.habits.votes > 0]
    person = chance.pick(people, world.seed, "proposer", *place)
    propose(chain, world, person, details)


def staking_account(chain: Chain, person: Person, stake: int) -> bytes | None:
    """Give an account of somebody's that can carry a stake now."""
    for purpose in (*STAKES, LARGE) if stake <= 50_000 * 10**10 else (LARGE,):
        account = person.account(purpose)
        if not balances.conflicts(chain, balances.PROPOSAL, account) and balances.free(chain, account) >= stake:
            return account
    return None


def propose(chain: Chain, world: World, person: Person, details: Any, **changed: Any) -> Any:
    """Let somebody file a proposal, and the council plan its votes. Gives its id, or why it was refused.

    ``changed`` takes the place of general parameters; ``by_hand`` leaves the votes to a world file.
    """
    by_hand = changed.pop("by_hand", False)
    kind, _ = codex.kind_of(details)
    stake = chain.constant(f"ProposalsCodex.{_constant(kind)}")["required_stake"]
    following = (chain.get(proposals.COUNT) or 0) + 1
    general = {
        "member_id": world.member(person.name),
        "title": words.title(world.seed, "proposal", following).encode(),
        "description": words.description(world.seed, "proposal", following).encode(),
        "staking_account_id": staking_account(chain, person, stake),
        "exact_execution_block": None,
        **changed,
    }
    made = world.send(
        person,
        "ProposalsCodex.create_proposal",
        general_proposal_parameters=general,
        proposal_details=details,
    )
    if succeeded(made):
        if by_hand:
            chain.put(BY_HAND, True, made)
        else:
            plan_votes(chain, world, made)
            _plan_discussion(chain, world, made)
    return made


def _constant(kind: str) -> str:
    return codex.ODD_CONSTANTS.get(kind, f"{kind}ProposalParameters")


# ------------------------------------------------------------------------ voting


def plan_votes(chain: Chain, world: World, number: int) -> None:
    """Let every council member plan when to vote on a proposal that has come up."""
    if chain.get(BY_HAND, number):
        return
    quick = world.settings.size.quick
    for member in seated(chain):
        person = world.by_member(member)
        if person is None:
            continue
        place = (number, chain.now, person.name)
        if not chance.happens(person.habits.votes, world.seed, "votes on", *place):
            continue
        low, high = person.habits.votes_after
        after = int((low + chance.below(max(1, high - low), world.seed, "votes after", *place)) * quick)
        chain.transaction(chain.now + max(1, after), vote_by_habit, world, person.name, number)


def vote_by_habit(chain: Chain, world: World, name: str, number: int) -> None:
    """Let a council member vote, if the proposal is still open to them."""
    proposal, member = chain.get(proposals.PROPOSALS, number), world.member(name)
    if proposal is None or proposal["status"] != "Active" or member not in seated(chain):
        return
    if chain.get(proposals.VOTES, number, member) is not None:
        return
    vote(chain, world, name, number, _opinion(chain, world, name, number))


def _opinion(chain: Chain, world: World, name: str, number: int) -> str:
    """Give what somebody thinks of a proposal: what it is worth to all counts more than one's own taste."""
    kind, _ = codex.kind_of(chain.get(proposals.DETAILS, number))
    habits = world.people[name].habits
    liked = proposing.LIKED[kind] * 1.1 + 0.2 * (habits.generous - 0.5)
    worth = 0.8 * chance.share(world.seed, "worth", number) + 0.2 * chance.share(world.seed, "taste", number, name)
    if worth < liked and proposing.LIKED[kind]:
        return "Approve"
    return chance.weighted((("Reject", 70.0), ("Abstain", 24.0), ("Slash", 6.0)), world.seed, "against", number, name)


def vote(chain: Chain, world: World, name: str, number: int, kind: str, rationale: bytes | None = None) -> Any:
    """Let somebody vote on a proposal, with a reason if it is their habit."""
    if rationale is None:
        says = chance.happens(world.people[name].habits.says_why, world.seed, "why", number, name)
        rationale = words.rationale(world.seed, number, name).encode() if says else b""
    return world.send(
        world.people[name],
        "ProposalsEngine.vote",
        voter_id=world.member(name),
        proposal_id=number,
        vote=kind,
        rationale=rationale,
    )


# -------------------------------------------------------------------- discussion


def _plan_discussion(chain: Chain, world: World, number: int) -> None:
    count = some_of(1.6 * chance.share(world.seed, "talked about", number) * 2, world.seed, "posts on", number)
    block = chain.now
    for index in range(count):
        block += 1 + chance.below(9_000, world.seed, "post after", number, index)
        chain.transaction(block, discuss_by_habit, world, number, index)


def discuss_by_habit(chain: Chain, world: World, number: int, index: int) -> None:
    """Let somebody write about a proposal while its discussion is open: the council more than others."""
    thread = chain.get(discussion.BY_PROPOSAL, number)
    if thread is None:
        return
    council_members = [one for one in map(world.by_member, seated(chain)) if one]
    people = council_members if chance.happens(0.5, world.seed, "who", number, index) else world.at_large()
    if people:
        person = chance.pick(people, world.seed, "talks", number, index)
        discuss(chain, world, person, thread, words.opinion(world.seed, "on", number, index))


def discuss(chain: Chain, world: World, person: Person, thread: int, text: str, replies_to: int | None = None) -> Any:
    """Let somebody write into a proposal's discussion."""
    return world.send(
        person,
        "ProposalsDiscussion.add_post",
        post_author_id=world.member(person.name),
        thread_id=thread,
        text=protobuf.post(text, replies_to),
        editable=chance.happens(0.5, world.seed, "editable", thread, chain.now),
    )
