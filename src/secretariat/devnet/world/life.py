"""The course of life: who joins when, and what people plan whenever a stage begins."""

from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import budget, council, forum, groups, members
from secretariat.devnet.runtime.calls import dispatch
from secretariat.devnet.runtime.group_names import NUMBER_OF
from secretariat.devnet.world import (
    life_elections,
    life_forum,
    life_groups,
    life_proposals,
    protobuf,
    scripted,
    words,
)
from secretariat.devnet.world.people import BOUND, Person
from secretariat.devnet.world.world import AFTER_ALL, World, stage, succeeded

CATEGORIES = (
    ("General", "Whatever fits nowhere else."),
    ("Council", "The council's work: plans, reports, questions to its members."),
    ("Elections", "Introductions of candidates, and everything about voting."),
    ("Working groups", "Reports and questions of the groups."),
    ("Content and creators", "Channels, videos, and how to make them known."),
    ("Storage and distribution", "Operators talk about nodes and disks."),
    ("Development", "Bugs, builds and ideas for the software."),
    ("Pre-proposal threads", "What is to be proposed is talked over here first."),
    ("Support", "Questions of those who are new."),
    ("Bounties", "Work that anybody may take up."),
)
"""The forum's categories; the eighth is where proposals are talked over beforehand."""


def begin(chain: Chain, world: World) -> None:
    """Enter what people do from the first block on."""
    for person in world.people.values():
        if person.joins <= 1:
            chain.transaction(1, _found, world, person.name)
        else:
            chain.transaction(person.joins, _join, world, person.name)
    chain.transaction(1, _make_categories)
    chain.transaction(1, _give_budgets, world)
    if world.settings.groups:
        life_groups.begin(chain, world)
    scripted.begin(chain, world)
    chain.transaction(1, on_stage, world)


def on_stage(chain: Chain, world: World) -> None:
    """Let everybody plan for the stage that begins in this block, and look again when it ends."""
    name, ends_at = stage(chain)
    chain.hook(ends_at, AFTER_ALL, on_stage, world)
    cycle = council.cycle(chain)
    scripted.stage_begins(chain, world, name, cycle, ends_at)
    life_elections.plan(chain, world, name, ends_at)
    if world.settings.proposals:
        life_proposals.plan(chain, world, name, ends_at)
    if world.settings.forum:
        life_forum.plan(chain, world, ends_at)
    if world.settings.groups:
        life_groups.plan(chain, world, ends_at)


# ---------------------------------------------------------------------- joining


def _told(person: Person) -> dict[str, Any]:
    """Give what a new membership is made of, however it is come by."""
    about = words.paragraph(person.seed, "about", person.name)
    return {
        "root_account": person.controller,
        "controller_account": person.controller,
        "handle": person.handle.encode(),
        "metadata": protobuf.membership(person.handle.replace("_", " ").title(), about, person.handle),
    }


def _found(chain: Chain, world: World, name: str) -> None:
    """Make a founding member, with its accounts bound."""
    person = world.people[name]
    member = members.found_member(chain, {**_told(person), "is_founding_member": True})
    world.welcome(person, member)
    for purpose in BOUND:
        account = person.account(purpose)
        for origin, call, args in (
            (account, "add_staking_account_candidate", {}),
            (person.controller, "confirm_staking_account", {"staking_account_id": account}),
        ):
            dispatch(chain, origin, ("Members", call, {"member_id": member, **args}))


def _join(chain: Chain, world: World, name: str) -> None:
    """Let somebody buy a membership and bind accounts."""
    person = world.people[name]
    made = world.send(person, "Members.buy_membership", params={**_told(person), "referrer_id": None})
    if not succeeded(made):
        return
    world.welcome(person, made)
    for purpose in BOUND:
        account = person.account(purpose)
        world.send(person, "Members.add_staking_account_candidate", purpose, member_id=made)
        world.send(person, "Members.confirm_staking_account", member_id=made, staking_account_id=account)


def _make_categories(chain: Chain) -> None:
    for title, text in CATEGORIES:
        forum.found_category(chain, None, title.encode(), text.encode())


def _give_budgets(chain: Chain, world: World) -> None:
    """Give the council its first budget, and every group what carries it until the first council can.

    At genesis every budget is 0, as on the real network.
    """
    settings = world.settings
    budget.set_budget(chain, budget.budget(chain) + settings.council_budget * settings.size.wealth)
    each = settings.worker_reward * max(2, settings.size.workers // 9 + 1)
    for pallet in NUMBER_OF:
        groups.set_budget(chain, pallet, each * 400_000)
