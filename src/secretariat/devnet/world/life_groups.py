"""Working groups by habit: how they begin, hire and lose people, spend, and ask for their budgets."""

from typing import Any

from secretariat.devnet.chain import chance
from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import groups, groups_hiring, proposals
from secretariat.devnet.runtime.errors import DispatchError
from secretariat.devnet.runtime.genesis import JOY
from secretariat.devnet.runtime.group_names import GROUP_OF, NUMBER_OF
from secretariat.devnet.world import life_proposals, proposing, protobuf, words
from secretariat.devnet.world.people import ROLE, Person
from secretariat.devnet.world.world import World, cycle_length, free_of_stakes, seated, succeeded

DAY = 14_400


def begin(chain: Chain, world: World) -> None:
    """Let every group have its first lead from the root, as before there was a council, and the lead hire."""
    for place, pallet in enumerate(NUMBER_OF):
        first = 20 + 20 * place
        for after, step in ((0, _open_first), (4, _fill_first), (6, open_role), (14, fill_role)):
            chain.transaction(first + after, step, world, pallet)


def _open_first(chain: Chain, world: World, pallet: str) -> None:
    details = proposing.lead_opening(chain, world, pallet, "first", pallet)
    details.pop("group")
    number = groups_hiring.add_opening(chain, pallet, None, opening_type="Leader", **details)
    _apply_all(chain, world, pallet, number, 2)


def _fill_first(chain: Chain, _world: World, pallet: str) -> None:
    standing = groups_hiring.standing(chain, pallet, 0)
    if standing:
        groups_hiring.fill_opening(chain, pallet, None, 0, standing[:1])


# ------------------------------------------------------------------------ hiring


def free_people(chain: Chain, world: World) -> list[Person]:
    """Give those whose account for roles carries no stake."""
    return [one for one in world.at_large() if free_of_stakes(chain, one.account(ROLE))]


def _apply_all(chain: Chain, world: World, pallet: str, opening: int, count: int) -> None:
    for person in chance.sample(free_people(chain, world), count, world.seed, "applies", pallet, opening, chain.now):
        apply(chain, world, person, pallet, opening)


def apply(chain: Chain, world: World, person: Person, pallet: str, opening: int) -> Any:
    """Let somebody apply for a role."""
    found = chain.get(f"{pallet}.OpeningById", opening)
    if found is None:
        return DispatchError(pallet, "OpeningDoesNotExist")
    params = {
        "member_id": world.member(person.name),
        "opening_id": opening,
        "role_account_id": person.account(ROLE),
        "reward_account_id": person.controller,
        "description": protobuf.application(words.paragraph(world.seed, "applies", pallet, opening, person.name)),
        "stake_parameters": {
            "stake": found["stake_policy"]["stake_amount"],
            "staking_account_id": person.account(ROLE),
        },
    }
    return world.send(person, f"{pallet}.apply_on_opening", p=params)


def lead_person(chain: Chain, world: World, pallet: str) -> Person | None:
    """Give who leads a group."""
    lead = groups.lead_of(chain, pallet)
    return None if lead is None else world.by_member(groups.worker_of(chain, pallet, lead)["member_id"])


def _wanted(world: World) -> int:
    return max(1, world.settings.size.workers // 9)


def open_role(chain: Chain, world: World, pallet: str) -> None:
    """Let the lead offer a role, and people apply in the next blocks."""
    lead = lead_person(chain, world, pallet)
    if lead is None:
        return
    group = GROUP_OF[pallet]
    text = words.paragraph(world.seed, "role", pallet, chain.now)
    until = chain.milliseconds // 1000 + 4 * 86_400
    missing = max(1, _wanted(world) - len(groups.workers_of(chain, pallet)))
    part = 70 + chance.below(61, world.seed, "pay", pallet, chain.now)
    number = world.send(
        lead,
        f"{pallet}.add_opening",
        ROLE,
        description=protobuf.opening(f"Worker of {group}", f"{group} hires", text, missing, until),
        opening_type="Regular",
        stake_policy={
            "stake_amount": chain.constant(f"{pallet}.MinimumApplicationStake"),
            "leaving_unstaking_period": 288_001,
        },
        reward_per_block=world.settings.worker_reward * part // 100,
    )
    if succeeded(number):
        _apply_all(chain, world, pallet, number, missing + 1)


def fill_role(chain: Chain, world: World, pallet: str) -> None:
    """Let the lead hire for the oldest role that is open, as many as are missing."""
    lead = lead_person(chain, world, pallet)
    if lead is None:
        return
    for (opening,) in list(chain.keys(f"{pallet}.OpeningById")):
        standing = groups_hiring.standing(chain, pallet, opening)
        if chain.get(f"{pallet}.OpeningById", opening)["opening_type"] == "Regular" and standing:
            missing = max(1, _wanted(world) - len(groups.workers_of(chain, pallet)))
            args = {"opening_id": opening, "successful_application_ids": tuple(standing[:missing])}
            world.send(lead, f"{pallet}.fill_opening", ROLE, **args)
            return


# ---------------------------------------------------------------- from stage to stage


def plan(chain: Chain, world: World, ends_at: int) -> None:
    """Plan what groups do in the stage that begins now."""
    length = ends_at - chain.now
    if length < DAY:
        return
    needed = 0
    for pallet in NUMBER_OF:
        lead = lead_person(chain, world, pallet)
        if seated(chain) and world.settings.proposals:
            needed += _plan_needs(chain, world, pallet, lead, length)
        if lead is not None:
            _plan_days(chain, world, pallet, length)
    chain.put(life_proposals.NEEDED, needed)


def _somewhen(chain: Chain, world: World, length: int, *words_: object) -> int:
    return chain.now + 1 + chance.below(length - 1, world.seed, "group", chain.now, *words_)


def _plan_days(chain: Chain, world: World, pallet: str, length: int) -> None:
    """Plan a lead's own acts: hiring, spending, telling; now and then a worker goes."""
    seed = world.seed
    if len(groups.workers_of(chain, pallet)) < _wanted(world):
        block = _somewhen(chain, world, length - DAY // 2, pallet, "hires")
        chain.transaction(block, open_role, world, pallet)
        chain.transaction(block + DAY // 3, fill_role, world, pallet)
    if chance.happens(0.5, seed, "spends", pallet, chain.now):
        chain.transaction(_somewhen(chain, world, length, pallet, "spends"), _spend, world, pallet)
    if chance.happens(0.3, seed, "tells", pallet, chain.now):
        chain.transaction(_somewhen(chain, world, length, pallet, "tells"), _tell, world, pallet)
    if chance.happens(0.15, seed, "leaves", pallet, chain.now):
        chain.transaction(_somewhen(chain, world, length, pallet, "leaves"), _leave, world, pallet)


def _spend(chain: Chain, world: World, pallet: str) -> None:
    lead = lead_person(chain, world, pallet)
    if lead is None:
        return
    payee = chance.pick(world.joined(), world.seed, "paid", pallet, chain.now)
    amount = proposing.amount(world, 100, 4_000, pallet, chain.now)
    if amount <= groups.budget_of(chain, pallet):
        rationale = words.rationale(world.seed, "spending", pallet, chain.now).encode()
        args = {"account_id": payee.controller, "amount": amount, "rationale": rationale}
        world.send(lead, f"{pallet}.spend_from_budget", ROLE, **args)


def _tell(chain: Chain, world: World, pallet: str) -> None:
    lead = lead_person(chain, world, pallet)
    if lead is not None:
        text = words.paragraph(world.seed, "status", pallet, chain.now)
        world.send(lead, f"{pallet}.set_status_text", ROLE, status_text=protobuf.group_status("active", text))


def _leave(chain: Chain, world: World, pallet: str) -> None:
    for number in groups.workers_of(chain, pallet):
        worker = chain.get(f"{pallet}.WorkerById", number)
        person = world.by_member(worker["member_id"])
        if number != groups.lead_of(chain, pallet) and person and worker["started_leaving_at"] is None:
            world.send(person, f"{pallet}.leave_role", ROLE, worker_id=number, rationale=b"Other work.")
            return


# ------------------------------------------------------------------ needs of a council


def _plan_needs(chain: Chain, world: World, pallet: str, lead: Person | None, length: int) -> int:
    """Plan the proposals without which a group cannot go on. Gives how many."""
    if lead is None:
        return _plan_new_lead(chain, world, pallet, length)
    if groups.budget_of(chain, pallet) >= proposing.pay(chain, world, pallet) * cycle_length(chain):
        return 0
    block = _somewhen(chain, world, min(length, 3 * DAY), pallet, "refill")
    chain.transaction(block, _ask_for_budget, world, pallet)
    return 1


def _asked(chain: Chain, kind: str, pallet: str) -> bool:
    """Tell whether a proposal of this type for a group is open."""
    contents = [chain.get(proposals.DETAILS, number).get(kind) for number in proposals.open_proposals(chain)]
    return any(_group_in(content) == GROUP_OF[pallet] for content in contents if content is not None)


def _group_in(content: Any) -> Any:
    if isinstance(content, dict):
        return content.get("group") or content.get("working_group")
    return content[1]


def _ask_for_budget(chain: Chain, world: World, pallet: str) -> None:
    lead = lead_person(chain, world, pallet)
    if lead is None or _asked(chain, "UpdateWorkingGroupBudget", pallet):
        return
    details = proposing.refill(chain, world, pallet, cycle_length(chain))
    if details["UpdateWorkingGroupBudget"][0] < 1_000 * JOY:
        return
    title = f"Budget of {GROUP_OF[pallet]}"[:40].encode()
    life_proposals.propose(chain, world, lead, details, title=title)


def _plan_new_lead(chain: Chain, world: World, pallet: str, length: int) -> int:
    block = _somewhen(chain, world, min(length, 2 * DAY), pallet, "lead")
    chain.transaction(block, _look_for_lead, world, pallet)
    return 1


def _look_for_lead(chain: Chain, world: World, pallet: str) -> None:
    """Ask for an opening, apply for it, or ask to fill it: whatever comes next."""
    if groups.lead_of(chain, pallet) is not None:
        return
    people = [one for one in free_people(chain, world) if one.habits.votes > 0]
    if not people:
        return
    person = chance.pick(people, world.seed, "asks", pallet, chain.now)
    opened = [opening for of, opening in proposing.open_lead_openings(chain) if of == pallet]
    if not opened:
        if not _asked(chain, "CreateWorkingGroupLeadOpening", pallet):
            details = proposing.lead_opening(chain, world, pallet, chain.now)
            life_proposals.propose(chain, world, person, {"CreateWorkingGroupLeadOpening": details})
        return
    standing = groups_hiring.standing(chain, pallet, opened[0])
    if not standing:
        _apply_all(chain, world, pallet, opened[0], 2)
        standing = groups_hiring.standing(chain, pallet, opened[0])
    if standing and not _asked(chain, "FillWorkingGroupLeadOpening", pallet):
        applicant = chance.pick(standing, world.seed, "lead", pallet, chain.now)
        content = {"opening_id": opened[0], "application_id": applicant, "working_group": GROUP_OF[pallet]}
        life_proposals.propose(chain, world, person, {"FillWorkingGroupLeadOpening": content})
