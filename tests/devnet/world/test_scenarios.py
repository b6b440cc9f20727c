"""Every named scenario plays what its name says; and what must hold in every world holds."""

from functools import cache
from typing import Any

import pytest

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.network import Network
from secretariat.devnet.runtime import balances
from secretariat.devnet.truth import truth
from secretariat.devnet.world.build import build
from secretariat.devnet.world.files import SCENARIOS
from secretariat.devnet.world.world import World
from tests.devnet.real_forms import forms


@cache
def played(name: str, blocks: int = 0) -> World:
    """Build a scenario and advance it; shared by tests that only look at it."""
    world = build(name)
    if blocks:
        world.advance(world.chain.now + blocks)
    return world


def last_elections(world: World) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = truth(world.chain)["elections"]
    return found


def proposal(world: World, title: str) -> dict[str, Any]:
    (found,) = (one for one in truth(world.chain)["proposals"] if one["title"] == title)
    return dict(found)


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_issuance_is_the_sum_of_all_accounts_and_every_budget_is_explained(name: str) -> None:
    chain = played(name, 20_000).chain
    for block in (chain.now, chain.now - 20_000, chain.now - 300_000):
        keys = list(chain.keys(balances.ACCOUNT, at=block))
        total = sum(chain.get_at(block, balances.ACCOUNT, *key)["data"]["free"] for key in keys)
        assert total == chain.get_at(block, "Balances.TotalIssuance")
        budgets = truth(chain, block)["budgets"]
        assert {budgets["council"]["unexplained"], *(one["unexplained"] for one in budgets["groups"].values())} == {"0"}


@pytest.mark.parametrize("name", SCENARIOS)
def test_locks_are_what_accounts_have_frozen(name: str) -> None:
    chain = played(name, 20_000).chain
    for (account,) in chain.keys(balances.LOCKS):
        frozen = max(lock["amount"] for lock in chain.get(balances.LOCKS, account))
        assert chain.get(balances.ACCOUNT, account)["data"]["misc_frozen"] == frozen


@pytest.mark.parametrize("name", ["budget-runs-out", "hostile-texts", "spec-upgrade", "validator-outage"])
def test_values_and_events_have_the_real_runtimes_forms(name: str) -> None:
    real, chain = forms(), played(name, 20_000).chain
    for event in chain.events:
        types = real.event(event.name)
        assert len(types) == len(event.values), event
        for value, number in zip(event.values, types, strict=True):
            assert real.wrong(value, number, event.name) is None
    for item in list(chain.items()):
        if not item[0].isupper() or item == "ProposalsEngine.DispatchableCallCode":
            continue
        declared = real.item(item)
        assert declared is not None, item
        for key in chain.keys(item):
            assert len(key) == len(declared[0]), item
            for part, number in zip(key, declared[0], strict=True):
                assert real.wrong(part, number, item) is None
            assert real.wrong(chain.get(item, *key), declared[1], item) is None


def test_the_same_seed_gives_the_same_world_and_another_seed_another() -> None:
    first, again, other = build("ordinary-term"), build("ordinary-term"), build("ordinary-term", seed=2)
    assert first.chain.events == again.chain.events
    assert first.chain.events != other.chain.events
    assert truth(first.chain) == truth(again.chain)


def test_a_world_advanced_in_steps_is_the_same_as_at_once() -> None:
    at_once, in_steps = build("ordinary-term"), build("ordinary-term")
    end = at_once.chain.now + 40_000
    at_once.advance(end)
    while in_steps.chain.now < end:
        in_steps.advance(min(end, in_steps.chain.now + 1_777))
    assert at_once.chain.events == in_steps.chain.events


def test_ordinary_term() -> None:
    world = played("ordinary-term")
    *_, before, running = last_elections(world)
    assert (before["outcome"], running["outcome"]) == ("elected", "running")
    assert running["stage"]["ends_at"] - world.chain.now == 12_000
    assert len(world.joined()) == world.settings.size.people


def test_the_demo_begins_with_two_of_three_and_a_proposal_that_a_new_council_would_reject() -> None:
    world = played("demo")
    running = last_elections(world)[-1]
    assert running["stage"]["ends_at"] - world.chain.now == 12_000
    assert running["stage"]["candidates_count"] == 2
    assert sum(one["withdrawn"] is not None for one in running["candidacies"]) == 1
    at_risk = proposal(world, "Payouts for the spring quarter")
    constant = world.chain.constant
    elected = running["stage"]["ends_at"]
    elected += constant("Referendum.VoteStageDuration") + constant("Referendum.RevealStageDuration")
    assert at_risk["created"] + 100_800 > elected
    assert at_risk["status"] == "deciding"


def test_low_candidacy_is_saved_in_the_last_minutes() -> None:
    world = played("low-candidacy")
    running = last_elections(world)[-1]
    assert running["stage"]["candidates_count"] == 2
    assert [one["withdrawn"] is not None for one in running["candidacies"]] == [False, True, False]
    after = last_elections(played("low-candidacy", 12_000))[-1]
    assert (after["stage"]["name"], len(after["candidacies"])) == ("voting", 4)


def test_failed_announcing_restarts_with_the_next_cycle() -> None:
    failed, running = last_elections(played("failed-announcing"))[-2:]
    assert (failed["outcome"], failed["cycle"], running["cycle"]) == ("too-few-candidates", 5, 6)
    assert failed["ended"] == running["announcing_from"] == failed["announcing_ends"]


def test_failed_reveal_restarts_at_once_and_keeps_the_council() -> None:
    world = played("failed-reveal")
    failed, running = last_elections(world)[-2:]
    assert (failed["outcome"], failed["why"]) == ("too-few-revealed", "2 of 3 had a revealed vote")
    assert failed["ended"] == failed["revealing_ends"] == running["announcing_from"]
    assert truth(world.chain)["councils"][-1]["number"] == 4


def test_late_withdrawal_makes_announcing_begin_anew() -> None:
    assert last_elections(played("late-withdrawal"))[-1]["stage"]["candidates_count"] == 3
    failed = last_elections(played("late-withdrawal", 2_000))[-2]
    assert (failed["outcome"], failed["why"]) == ("too-few-candidates", "2 of 3 stood when announcing ended")


def test_a_proposal_is_lost_to_the_new_council_by_one_block() -> None:
    world = played("proposal-lost-to-new-council", 23_400)
    elected = last_elections(world)[-1]["ended"]
    saved, lost = proposal(world, "Captions for the help films"), proposal(world, "A second test network")
    (saved_round,), (lost_round,) = saved["rounds"], lost["rounds"]
    assert [vote["block"] for vote in saved_round["votes"]][-1] == elected - 2
    assert (saved_round["ended"], saved_round["closed"], saved["status"]) == ("approved", elected - 1, "executed")
    assert [vote["block"] for vote in lost_round["votes"]][-1] == elected - 1
    assert (lost_round["ended"], lost_round["closed"], lost["status"]) == ("council-change", elected, "rejected")
    assert lost_round["why"] == "a new council rejects all that is being voted on"


def test_budgets_run_out() -> None:
    told = truth(played("budget-runs-out", 58_500).chain)
    by_title = {one["title"]: one for one in told["proposals"]}
    assert by_title["New machines for a year"]["error"] == "InsufficientFundsForFundingRequest"
    assert by_title["Minutes of six calls"]["status"] == "executed"
    missed = [worker["missed_reward"] for worker in told["groups"]["StorageWorkingGroup"]["workers"]]
    assert any(int(one) > 0 for one in missed)


def test_validators_are_away() -> None:
    told = truth(played("validator-outage").chain)["validators"]
    assert {len(one["validators"]) for one in told["offline"]} == {3}
    assert told["slashed"] > 0
    assert told["chilled"] == 3


def test_growth_comes_in_a_burst() -> None:
    burst, usual = played("growth-burst"), played("ordinary-term")
    block = burst.chain.now
    assert burst.series.members.count(block) == usual.series.members.count(block) + 400
    assert burst.series.videos.count(block) == usual.series.videos.count(block) + 2_500
    assert burst.series.members.count(block - 30_001) == usual.series.members.count(block - 30_001)


def test_the_query_node_stands_still() -> None:
    (happening,) = played("stale-query-node").happenings
    assert (happening.act, happening.arguments) == ("query_node_stops", {"blocks": 14_400})


def test_heads_are_replaced_and_what_stood_in_them_comes_later() -> None:
    network = Network(build("reorganisation"))
    start = network.now
    (transfer,) = (one for one in network.world.settings.acts if one.act == "transfer")
    network.advance(38)
    replaced = [network.node.blocks.hash_of(start + after) for after in (8, 9, 38)]
    network.advance(1)
    sent = [event for event in network.world.chain.events_of(start + 39) if event.name == "Balances.Transfer"]
    assert sent
    network.advance(61)
    chain = network.world.chain
    assert transfer.when.offset == -11_961
    assert not [event for event in chain.events_of(start + 39) if event.name == "Balances.Transfer"]
    assert [event.values for event in chain.events_of(start + 42) if event.name == "Balances.Transfer"] == [
        event.values for event in sent
    ]
    now = [network.node.blocks.hash_of(start + after) for after in (8, 9, 38)]
    assert (replaced[0] == now[0], replaced[1] == now[1], replaced[2] == now[2]) == (True, True, False)
    assert network.refused == []


def test_a_new_runtime_keeps_the_end_of_the_running_stage() -> None:
    world = played("spec-upgrade", 20_000)
    told = truth(world.chain)
    assert [one["spec_version"] for one in told["upgrades"]] == [2005]
    running = told["elections"][-1]
    assert running["voting_from"] == running["announcing_ends"]
    assert running["voting_ends"] - running["voting_from"] == 43_200
    assert world.chain.spec.pallet_numbers == {"Forum": 23, "Constitution": 22}


def test_hostile_texts_are_on_the_chain() -> None:
    told = truth(played("hostile-texts").chain)
    titles = " ".join(one["title"] for one in told["proposals"])
    assert "<script>" in titles
    assert "\u202e" in titles
    assert any(handle.startswith("=2+5") for handle in told["members"].values())


def scripted_failures(chain: Chain) -> int:
    return sum(1 for event in chain.events if event.name == "System.ExtrinsicFailed")


@pytest.mark.parametrize("name", SCENARIOS)
def test_people_seldom_do_what_the_chain_refuses(name: str) -> None:
    assert scripted_failures(played(name).chain) <= 2
