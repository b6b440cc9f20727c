"""Building a world: from a scenario's name, a world file or settings to a chain at the moment where it begins."""

from dataclasses import replace
from pathlib import Path

from secretariat.devnet.chain import chance
from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime.genesis import JOY, Genesis, begin
from secretariat.devnet.world import files, history, life, scripted
from secretariat.devnet.world.act_values import ActWrong
from secretariat.devnet.world.people import generated
from secretariat.devnet.world.series import Series
from secretariat.devnet.world.settings import Settings
from secretariat.devnet.world.sizes import SIZES, Size
from secretariat.devnet.world.when import When
from secretariat.devnet.world.world import World

VALIDATOR_STAKE = 1_500_000 * JOY
RESERVE = 400_000_000 * JOY
"""What nobody in the world has: the rest of the issuance, on one account."""


def build(source: str | Path = "ordinary-term", *, seed: int | None = None, size: str | None = None) -> World:
    """Build a world from a scenario's name or a world file, with another seed or size if they are given.

    Raises WorldFileError with the place of what is wrong in the file.
    """
    found = files.load(source)
    settings = found.settings if seed is None else replace(found.settings, seed=seed)
    name = files.name_of(source)
    try:
        world = build_from(settings if size is None else at_size(settings, SIZES[size]), found.members)
    except files.WorldFileError as error:
        raise files.WorldFileError(f"{name}: {error}") from error
    world.source = name
    return world


def at_size(settings: Settings, size: Size) -> Settings:
    """Give the settings for another size; cycles are counted on by as many as the other past has more."""
    more = size.cycles - settings.size.cycles

    def later(when: When) -> When:
        return when if when.cycle is None else replace(when, cycle=when.cycle + more)

    def all_later(cycles: frozenset[int]) -> frozenset[int]:
        return frozenset(cycle + more for cycle in cycles)

    return replace(
        settings,
        size=size,
        start=later(settings.start) if settings.start else None,
        acts=tuple(replace(act, when=later(act.when)) for act in settings.acts),
        candidacies_by_hand=all_later(settings.candidacies_by_hand),
        votes_by_hand=all_later(settings.votes_by_hand),
        quiet_cycles=all_later(settings.quiet_cycles),
        failed_announcing=all_later(settings.failed_announcing),
        failed_reveal=all_later(settings.failed_reveal),
    )


def build_from(settings: Settings, members: files.Members = ()) -> World:
    """Build a world from settings and the members that a file names, and bring it to where it begins."""
    world = _found(settings, members)
    try:
        _settle(world)
    except (scripted.ActFailed, ActWrong) as error:
        raise files.WorldFileError(str(error)) from error
    return world


def _found(settings: Settings, members: files.Members) -> World:
    size = settings.size
    chain = Chain(settings.seed, history.runtime_of(settings, settings.first_runtime))
    people = {
        person.name: person for person in generated(settings.seed, size.people, size.founders, size.horizon * 8 // 10)
    }
    people = files.with_members(people, members, settings.seed)
    files.check_people(settings, people)
    stashes = tuple(chance.key_of(settings.seed, "stash", index) for index in range(size.validators))
    funds = {person.account(purpose): sum_ for person in people.values() for purpose, sum_ in person.funds().items()}
    genesis = Genesis(
        balances={
            **funds,
            **dict.fromkeys(stashes, VALIDATOR_STAKE + 1_000 * JOY),
            chance.key_of(settings.seed, "reserve"): RESERVE,
        },
        validators=stashes,
        validator_stake=VALIDATOR_STAKE,
        budget_increment=settings.budget_increment * size.wealth,
        councilor_reward=settings.councilor_reward,
    )
    begin(chain, genesis)
    series = Series(chain, size)
    series.install()
    world = World(settings=settings, chain=chain, people=people, series=series)
    history.begin(chain, world)
    life.begin(chain, world)
    return world


def _settle(world: World) -> None:
    """Bring the chain to the block where the world begins; all but the newest blocks are final."""
    chain, settings = world.chain, world.settings
    begins = settings.size.horizon if settings.start is None else settings.start.block
    while begins is None:
        _next(world)
        begins = chain.get(scripted.START)
    world.advance(max(chain.now, begins))


def _next(world: World) -> None:
    chain = world.chain
    following = chain.next_due
    if following is None or following > world.settings.size.horizon * 3:
        told = world.settings.start.told() if world.settings.start else ""
        raise files.WorldFileError(f"start: {told} is never reached; the chain is at block {chain.now}")
    chain.settle(following)
