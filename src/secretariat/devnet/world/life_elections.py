"""Elections by habit: who stands and withdraws, who votes for whom, who reveals, who has stakes back."""

from collections.abc import Collection
from typing import Any

from secretariat.devnet.chain import chance
from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances, council, referendum
from secretariat.devnet.runtime.genesis import JOY
from secretariat.devnet.runtime.referendum import commitment_of
from secretariat.devnet.world import protobuf, words
from secretariat.devnet.world.act_values import ActWrong
from secretariat.devnet.world.people import CANDIDACIES, VOTE, Person
from secretariat.devnet.world.world import World, succeeded

CAST = ":votes_cast"
"""By cycle: who has cast a vote and for which member, as (name, member)."""

MOST_VOTERS = 25

MOST_OF_FAILED = 2
"""So many stand in an announcing that fails, and so many have a revealed vote in a failed election; fewer where so many are enough."""


def plan(chain: Chain, world: World, stage: str, ends_at: int) -> None:
    """Plan what people do in the stage that begins now."""
    cycle, settings = council.cycle(chain), world.settings
    if why := _did_not_fail(chain, world, stage, cycle):
        chain.complain(ActWrong(why))
    if stage == "announcing" and cycle not in settings.candidacies_by_hand:
        _plan_candidacies(chain, world, cycle, ends_at)
    elif stage == "voting" and cycle not in settings.votes_by_hand:
        _plan_votes(chain, world, cycle, ends_at)
    elif stage == "revealing" and cycle not in settings.votes_by_hand:
        _plan_reveals(chain, world, cycle, ends_at)
    if stage in ("idle", "announcing"):
        _plan_releases(chain, world, cycle, ends_at)


def _did_not_fail(chain: Chain, world: World, stage: str, cycle: int) -> str:
    """Say which election was to fail by the world's settings and did not, or by another cause, as a stage begins; empty for none."""
    settings = world.settings
    if stage == "voting" and cycle in settings.failed_announcing:
        needed, stood = council_size(chain), len(candidates(chain))
        return f"settings.failed_announcing: {stood} stood in cycle {cycle}, and {needed} are enough: leave out acts that let others stand"
    if stage == "idle" and cycle in settings.failed_reveal:
        return f"settings.failed_reveal: cycle {cycle} elected a council: leave out acts that reveal votes for others"
    if stage == "announcing" and cycle - 1 in settings.failed_reveal and not chain.get(CAST, cycle - 1):
        return f"settings.failed_reveal: cycle {cycle - 1} came to no vote, for fewer stood than the {council_size(chain)} that are needed"
    return ""


def _within(seed: int, first: int, end: int, *words_: object) -> int:
    """Choose a block from ``first`` to ``end`` - 1, or ``first`` where there is no room."""
    return first + chance.below(max(1, end - first), seed, *words_)


# ---------------------------------------------------------------------- standing


def _plan_candidacies(chain: Chain, world: World, cycle: int, ends_at: int) -> None:
    seed, settings = world.seed, world.settings
    ready = [one for one in world.at_large() if one.habits.stands > 0]
    ranked = sorted(ready, key=lambda one: chance.share(seed, "stands", cycle, one.name) / one.habits.stands)
    low, high = settings.candidates
    count = low + chance.below(high - low + 1, seed, "candidates", cycle)
    if _fails(cycle, settings.failed_announcing, settings.size.failed_announcing):
        count = min(MOST_OF_FAILED, council_size(chain) - 1)
    elif _fails(cycle, settings.failed_reveal, settings.size.failed_reveal):
        count = max(count, council_size(chain))  # only what comes to a vote can fail by it
    standing = ranked[:count]
    length, sure = ends_at - chain.now, len(standing)
    for person in standing:
        late = chance.happens(person.habits.announces_late, seed, "late", cycle, person.name)
        first = chain.now + (length * 85 // 100 if late else 1)
        end = ends_at if late else chain.now + length * 85 // 100
        block = _within(seed, first, end, "announces", cycle, person.name)
        chain.transaction(block, announce, world, person.name)
        withdraws = chance.happens(person.habits.withdraws, seed, "withdraws", cycle, person.name)
        if withdraws and sure > council_size(chain):
            sure -= 1
            chain.transaction(
                _within(seed, block + 1, ends_at, "withdrawal", cycle, person.name), withdraw, world, person.name
            )


def _fails(cycle: int, *failed: Collection[int]) -> bool:
    """Tell whether a cycle is one of those that fail, by the world's file or in its size's past."""
    return any(cycle in cycles for cycles in failed)


def council_size(chain: Chain) -> int:
    """Give how many must stand at least."""
    size: int = chain.constant("Council.CouncilSize") + chain.constant("Council.MinNumberOfExtraCandidates")
    return size


def announce(chain: Chain, world: World, name: str, stake: int | None = None, note: bool = True) -> Any:
    """Let somebody stand, with a note if they like to write one. Gives what the call gives."""
    person, cycle = world.people[name], council.cycle(chain)
    member = world.member(name)
    least = chain.constant("Council.MinCandidateStake")
    more = chance.below(200_000, world.seed, "stake", cycle, name) * JOY
    made = world.send(
        person,
        "Council.announce_candidacy",
        membership_id=member,
        staking_account_id=_candidacy_account(chain, person, member),
        reward_account_id=person.controller,
        stake=least + more if stake is None else stake,
    )
    if succeeded(made) and note and chance.happens(0.6, world.seed, "note", cycle, name):
        world.send(person, "Council.set_candidacy_note", membership_id=member, note=_note(world, person, cycle))
    return made


def _candidacy_account(chain: Chain, person: Person, member: int | None) -> bytes:
    """Give an account that can carry the stake: one that carries an older candidacy's can."""
    before = chain.get(council.CANDIDATES, member)
    for purpose in CANDIDACIES:
        account = person.account(purpose)
        own = before is not None and before["staking_account_id"] == account
        if own or not balances.conflicts(chain, balances.CANDIDACY, account):
            return account
    return person.account(CANDIDACIES[0])


def _note(world: World, person: Person, cycle: int) -> bytes:
    points = tuple(words.rationale(world.seed, "point", cycle, person.name, number) for number in range(2))
    text = words.paragraph(world.seed, "note", cycle, person.name)
    return protobuf.candidacy(f"{person.handle} for the council", points, text)


def withdraw(chain: Chain, world: World, name: str) -> Any:
    """Let somebody take a candidacy back."""
    return world.send(world.people[name], "Council.withdraw_candidacy", membership_id=world.member(name))


# ------------------------------------------------------------------------ voting


def candidates(chain: Chain) -> list[int]:
    """Give the member ids of those who stand, in the order in which they first stood."""
    return [member for (member,) in chain.keys(council.CANDIDATES) if council.is_candidate(chain, member)]


def _plan_votes(chain: Chain, world: World, cycle: int, ends_at: int) -> None:
    seed, standing = world.seed, candidates(chain)
    for member in standing:
        if person := world.by_member(member):
            block = _within(seed, chain.now + 1, ends_at, "votes", cycle, person.name)
            chain.transaction(block, vote, world, person.name, member)
    electors = [one for one in world.at_large() if world.member(one.name) not in standing]
    willing = [
        one for one in electors if chance.happens(one.habits.votes_in_elections, seed, "turnout", cycle, one.name)
    ]
    for person in chance.sample(willing, MOST_VOTERS, seed, "electors", cycle):
        weights = [(one, 0.3 + chance.share(seed, "popular", one) * 2) for one in standing]
        choice = chance.weighted(weights, seed, "choice", cycle, person.name)
        block = _within(seed, chain.now + 1, ends_at, "votes", cycle, person.name)
        chain.transaction(block, vote, world, person.name, choice)


def salt_of(world: World, name: str, cycle: int) -> bytes:
    """Give the salt that seals somebody's vote."""
    return chance.key_of(world.seed, "salt", name, cycle)


def vote(chain: Chain, world: World, name: str, member: int, stake: int | None = None) -> Any:
    """Let somebody cast a sealed vote for a candidate."""
    person, cycle = world.people[name], council.cycle(chain)
    account = person.account(VOTE)
    least = chain.constant("Referendum.MinimumStake")
    part = 20 + chance.below(70, world.seed, "vote stake", cycle, name)
    if stake is None:
        stake = max(least, (balances.free(chain, account) - 10 * JOY) * part // 100)
    commitment = commitment_of(account, salt_of(world, name, cycle), cycle, member)
    made = world.send(person, "Referendum.vote", VOTE, commitment=commitment, stake=stake)
    if succeeded(made):
        chain.put(CAST, (*(chain.get(CAST, cycle) or ()), (name, member)), cycle)
    return made


# --------------------------------------------------------------------- revealing


def _plan_reveals(chain: Chain, world: World, cycle: int, ends_at: int) -> None:
    seed, standing = world.seed, candidates(chain)
    settings = world.settings
    failing = _fails(cycle, settings.failed_reveal, settings.size.failed_reveal)
    most = min(MOST_OF_FAILED, chain.constant("Council.CouncilSize") - 1)
    for name, member in chain.get(CAST, cycle) or ():
        person = world.people[name]
        own = world.member(name) == member
        forgets = not chance.happens(person.habits.reveals, seed, "reveals", cycle, name)
        if (forgets and not own) or (failing and member not in standing[:most]):
            continue
        block = _within(seed, chain.now + 1, ends_at, "reveal", cycle, name)
        chain.transaction(block, reveal, world, name, member)


def reveal(chain: Chain, world: World, name: str, member: int) -> Any:
    """Let somebody open the vote that they cast."""
    salt = salt_of(world, name, council.cycle(chain))
    return world.send(world.people[name], "Referendum.reveal_vote", VOTE, salt=salt, vote_option_id=member)


# --------------------------------------------------------------------- releasing


def _plan_releases(chain: Chain, world: World, cycle: int, ends_at: int) -> None:
    """Let people have back in the next days what no election needs."""
    seed, soon = world.seed, min(ends_at, chain.now + 60_000)
    for (member,) in list(chain.keys(council.CANDIDATES)):
        person = world.by_member(member)
        if person and chance.happens(0.9, seed, "releases", cycle, member):
            block = _within(seed, chain.now + 1, soon, "release", cycle, member)
            chain.transaction(block, release, world, person.name)
    for past in (cycle - 1, cycle):
        for name, _member in chain.get(CAST, past) or ():
            if chance.happens(0.8, seed, "vote release", past, name):
                block = _within(seed, chain.now + 1, soon, "vote release", cycle, name)
                chain.transaction(block, release_vote, world, name)


def release(chain: Chain, world: World, name: str) -> None:
    """Let somebody have a candidacy's stake back, if it can be had."""
    member = world.member(name)
    candidate = chain.get(council.CANDIDATES, member)
    if candidate is None:
        return
    if candidate["cycle_id"] != council.cycle(chain) or council.stage_of(chain)[0] == "Idle":
        world.send(world.people[name], "Council.release_candidacy_stake", membership_id=member)


def release_vote(chain: Chain, world: World, name: str) -> None:
    """Let somebody have a vote's stake back, if it can be had."""
    person = world.people[name]
    cast = chain.get(referendum.VOTES, person.account(VOTE))
    if cast is not None and not council.vote_stake_needed(chain, cast):
        world.send(person, "Referendum.release_vote_stake", VOTE)
