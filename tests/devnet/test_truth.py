"""The truth is counted from events; here it is held against what storage says, and against a world made by hand."""

import ast
from pathlib import Path
from typing import Any

import pytest

from secretariat.devnet import truth as truth_module
from secretariat.devnet.network import AdvanceRefused, Network
from secretariat.devnet.runtime import council, proposals
from secretariat.devnet.runtime.deciding import KINDS
from secretariat.devnet.truth import truth
from secretariat.devnet.truth_forum import message_number, message_text
from secretariat.devnet.world.build import build
from tests.devnet.runtime.town import FUNDING, SIGNAL, announce, elect, propose, town, vote


@pytest.fixture(scope="module")
def told() -> tuple[Any, dict[str, Any]]:
    world = build("low-candidacy", seed=5)
    return world, truth(world.chain)


def test_candidacies_are_those_of_storage(told: tuple[Any, dict[str, Any]]) -> None:
    world, found = told
    running = found["elections"][-1]
    standing = {one["member"]: one["stake"] for one in running["candidacies"] if one["withdrawn"] is None}
    stored = {
        member: str(world.chain.get(council.CANDIDATES, member)["stake"])
        for (member,) in world.chain.keys(council.CANDIDATES)
        if council.is_candidate(world.chain, member)
    }
    assert standing == stored
    assert running["cycle"] == world.chain.get(council.CYCLE)


def test_past_vote_power_is_the_sum_of_revealed_stakes(told: tuple[Any, dict[str, Any]]) -> None:
    world, found = told
    for election in found["elections"][:-1]:
        before = election["ended"] - 1
        powers = {
            key[0]: candidate["vote_power"]
            for key in world.chain.keys(council.CANDIDATES, at=before)
            if (candidate := world.chain.get_at(before, council.CANDIDATES, *key))["cycle_id"] == election["cycle"]
        }
        own = [one for one in election["candidacies"] if one["withdrawn"] is None]
        assert {one["member"]: int(one["vote_stake"]) for one in own} == powers
        ranked = sorted(powers.values(), reverse=True)[:3]
        assert sorted((powers[member] for member in election["winners"]), reverse=True) == ranked


def test_open_proposals_and_their_votes_are_those_of_storage() -> None:
    world = build("proposal-lost-to-new-council")
    world.advance(world.chain.now + 8_000)
    chain = world.chain
    found = {one["id"]: one for one in truth(chain)["proposals"]}
    unfinished = {number for number, one in found.items() if one["status"] in ("deciding", "gracing", "dormant")}
    assert unfinished == set(proposals.open_proposals(chain)) != set()
    for number in unfinished:
        results = dict.fromkeys(KINDS.values(), 0)
        for each in found[number]["rounds"][-1]["votes"]:
            results[KINDS[each["vote"]]] += 1
        assert results == chain.get(proposals.PROPOSALS, number)["voting_results"]


def test_eligible_votes_of_a_council_made_by_hand() -> None:
    chain = town(council_budget=10**16)
    elect(chain, 0, 1, 2)
    decided = propose(chain, 5, FUNDING)
    vote(chain, 0, decided, "Approve")
    chain.advance(chain.now + 5)
    vote(chain, 1, decided, "Approve")
    chain.advance(chain.now + 5)
    lost = propose(chain, 6, SIGNAL)
    vote(chain, 0, lost, "Approve")
    elect(chain, 3, 4, 7)
    still_open = propose(chain, 6, SIGNAL)
    vote(chain, 4, still_open, "Approve")
    announced = chain.get(council.STAGE)
    assert "Idle" in announced["stage"]
    found = truth(chain)
    first, second = found["councils"]
    counts = [
        (one["member"], one["eligible_votes"], one["voted"], one["missed"], one["closed_before_voting"], one["open"])
        for one in (*first["members"], *second["members"])
    ]
    assert counts == [
        (0, 2, 2, 0, 0, 0),
        (1, 2, 1, 1, 0, 0),
        (2, 1, 0, 1, 1, 0),
        (3, 0, 0, 0, 0, 1),
        (4, 0, 1, 0, 0, 0),
        (7, 0, 0, 0, 0, 1),
    ]
    assert [one["rounds"][0]["ended"] for one in found["proposals"]] == ["approved", "council-change", "open"]


def test_the_truth_of_an_earlier_block_is_what_it_was_then() -> None:
    chain = town()
    chain.advance(1)
    announce(chain, 0)
    early = truth(chain)
    chain.advance(50)
    announce(chain, 1)
    assert truth(chain, 1) == early
    assert len(truth(chain)["elections"][-1]["candidacies"]) == 2


def test_budgets_set_at_once_count_as_what_they_change() -> None:
    world = build("budget-runs-out")
    flows = truth(world.chain)["budgets"]
    assert "set" in flows["council"]["flows"]
    assert flows["council"]["unexplained"] == "0"


def test_the_rules_in_force_are_told_from_the_first_block_made_under_them() -> None:
    network = Network(build("spec-upgrade"))
    (before,) = [one for one in network.truth()["rules"] if one["from"] <= network.now][-1:]
    network.advance(1_500)
    upgraded = network.truth()["upgrades"][-1]["block"]
    after = network.truth()["rules"][-1]
    assert (before["spec_version"], before["voting"], before["idle"]) == (2004, 57_600, 201_600)
    assert (after["from"], after["spec_version"], after["voting"], after["idle"]) == (
        upgraded + 1,
        2005,
        43_200,
        216_000,
    )
    assert {name: after[name] for name in ("seats", "candidate_stake", "councilor_reward")} == {
        name: before[name] for name in ("seats", "candidate_stake", "councilor_reward")
    }
    assert after["councilor_reward"] == network.truth()["budgets"]["council"]["councilor_reward"]


def test_the_forum_is_told_with_the_words_that_were_written() -> None:
    network = Network(build("hostile-texts"))
    told = network.written()
    assert sum(one["title"] is not None for one in told) == network.truth()["forum"]["threads_created"]
    assert len(told) == network.truth()["forum"]["posts_created"]
    (mine,) = [one for one in told if one["title"] == "0x1234 @here `<b>`"]
    answers = [one for one in told if one["thread"] == mine["thread"]][1:]
    assert mine["text"].startswith("0xdeadbeef\n\n<iframe")
    assert answers[0]["text"].startswith("\x07\x1b[31mred")
    assert answers[0]["title"] is None
    assert network.written(since=mine["block"])[0] == mine


def test_discussions_and_what_was_taken_away_are_told() -> None:
    network = Network(build("ordinary-term"))
    discussed, told = network.discussed(), network.truth()
    assert len(discussed) == told["forum"]["discussion_posts"]
    by_proposal = {one["id"]: one["discussion_posts"] for one in told["proposals"]}
    assert all(sum(one["proposal"] == number for one in discussed) == by_proposal[number] for number in by_proposal)
    assert network.discussed(since=discussed[-1]["block"])[-1] == discussed[-1]
    written = network.written()
    hidden = [one for one in written if one["gone"] is not None]
    assert len(hidden) == told["forum"]["posts_deleted"] > 0
    assert all(one["gone"] > one["block"] for one in hidden)
    assert [one["id"] for one in told["forum"]["categories"]] == list(range(1, 11))
    assert told["forum"]["categories"][7]["title"] == "Pre-proposal threads"


def test_openings_that_ever_were_and_what_each_type_of_proposal_needs_are_told() -> None:
    told = Network(build("ordinary-term")).truth()
    for group in told["groups"].values():
        open_now = [str(one["id"]) for one in group["openings_ever"] if one["closed"] is None]
        assert open_now == sorted(group["openings"], key=int)
    titles = {one["title"] for group in told["groups"].values() for one in group["openings_ever"]}
    assert titles
    assert "" not in titles
    types = told["rules"][-1]["proposal_types"]
    assert len(types) == 28
    assert {one["type"] for one in told["proposals"]} <= set(types)
    assert (types["VetoProposal"]["grace_period"], types["AmendConstitution"]["constitutionality"]) == (0, 2)


def test_who_led_and_what_budgets_of_groups_were_ends_with_what_is_stored() -> None:
    network = Network(build("budget-runs-out"))
    chain, told = network.world.chain, network.truth()
    for pallet, group in told["groups"].items():
        block, lead, workers, pay, owed = group["staffed"][-1]
        assert block <= chain.now
        assert lead == next((one["member"] for one in group["workers"] if one["id"] == group["lead"]), None)
        assert workers == len(group["workers"])
        assert int(pay) == sum(int(one["reward_per_block"] or 0) for one in group["workers"])
        assert int(owed) == sum(int(one["missed_reward"]) for one in group["workers"])
        assert group["reward_period"] == chain.constant(f"{pallet}.RewardPeriod")
        balances = told["budgets"]["groups"][pallet]["balances"]
        assert balances[-1][1] == told["budgets"]["groups"][pallet]["budget"]
        for at, amount in balances[1:]:
            assert (
                chain.get_at(at, f"{pallet}.Budget") == int(amount) != (chain.get_at(at - 1, f"{pallet}.Budget") or 0)
            )
    assert any(len(group["staffed"]) > 2 for group in told["groups"].values())


@pytest.mark.parametrize(
    ("raw", "number"),
    [(b"", None), (b"\x0a\x02hi", None), (b"\x0a\x02hi\x10\x07", 7), (b"\x0a\x09hi", None), (b"\x10\x81\x01", 129)],
)
def test_the_post_that_one_answers_is_read(raw: bytes, number: int | None) -> None:
    assert message_number(raw) == number


@pytest.mark.parametrize(
    ("raw", "text"),
    [(b"", ""), (b"\x0a\x02hi", "hi"), (b"\x10\x05\x0a\x02hi\x12\x01x", "hi"), (b"\x0a\x09hi", "\n\thi"), (b"plain", "plain"), (b"\x0a\x01\xff", "\n\x01\ufffd")],
)  # fmt: skip
def test_bytes_that_are_no_message_are_a_text_themselves(raw: bytes, text: str) -> None:
    assert message_text(raw) == text


def test_time_passes_to_events_that_are_named_and_no_further_than_told() -> None:
    network = Network(build("low-candidacy"))
    stage_ends = network.state()["stage_ends_at"]
    begun = network.now
    assert network.advance_to_next_event(["Council.NewCandidate"], 500) == begun + 500
    assert network.advance_to_next_event(["Council.NewCandidate"]) == stage_ends - 40
    with pytest.raises(AdvanceRefused):
        network.advance_to_next_event((), 0)


def test_truth_knows_nothing_of_rules_and_of_the_query_node() -> None:
    folder = Path(truth_module.__file__).parent
    for path in folder.glob("truth*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.module:
                assert not node.module.startswith(("secretariat.devnet.runtime", "secretariat.devnet.query_node"))
                assert not node.module.startswith("secretariat.devnet.world")


def test_what_a_budget_did_not_cover_of_the_rewards_of_a_council_is_told_by_payment() -> None:
    chain = town(council_budget=1_000, councilor_reward=10, budget_increment=0)
    elect(chain, 0, 1, 2)
    (elected,) = [one["elected"] for one in truth(chain)["councils"]]
    period = chain.constant("Council.ElectedMemberRewardPeriod")
    due = 3 * 10 * period
    chain.advance(elected + 2 * period)
    (council_,) = truth(chain)["councils"]
    assert council_["payments"] == [
        [elected + period, "1000", str(due - 1_000)],
        [elected + 2 * period, "0", str(2 * due - 1_000)],
    ]
    assert sum(int(paid) for _, paid, _ in council_["payments"]) == sum(
        int(one["rewards_paid"]) for one in council_["members"]
    )
