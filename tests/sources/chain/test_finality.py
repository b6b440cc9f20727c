"""Only what is final becomes a fact: reorganised heads, stale nodes, new runtimes, discarded states."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.clients.substrate.rpc import Node
from secretariat.clients.substrate.wrong import AnswerUnfit
from secretariat.facts.chain_head import BlockTime, ChainHead, KnownHead, Offer, RuntimeConstant, choose
from secretariat.facts.stored_council import StoredCouncil
from secretariat.sources.chain.heads import HeadReplaced, NoGoodNode, Runtimes
from secretariat.sources.chain.settings import Settings
from secretariat.sources.chain.source import read_chain
from tests.practice.node import PracticeNode
from tests.practice.pallets import practice_metadata
from tests.practice.world import settle
from tests.sources.chain.test_read_chain import SETTINGS, codes, facts, read

Reach = Callable[[str], Node]
GENESIS = "0x" + "ab" * 32


def budget(found: Any) -> int | None:
    return facts(found, StoredCouncil)["council"].budget


def test_a_best_chain_reorganised_between_and_during_reads_leaves_no_trace(
    practice_node: PracticeNode, reach: Reach
) -> None:
    settle(practice_node)
    final = practice_node.blocks[-2].hash
    practice_node.put("Council", "Budget", 666)
    practice_node.seal(5, finalise=False)
    abandoned = {block.hash for block in practice_node.blocks[-5:]}
    first = read(practice_node, reach)
    practice_node.reorganise(5)
    practice_node.put("Council", "Budget", 777)
    practice_node.seal(4, finalise=False)
    between = read(practice_node, reach, known=first.known)

    def disturb(method: str, params: list[Any]) -> None:
        if method == "state_queryStorageAt":
            abandoned.update(block.hash for block in practice_node.blocks[-2:])
            practice_node.reorganise(2)
            practice_node.put("Council", "Budget", 888 + len(abandoned))
            practice_node.seal(2, finalise=False)

    practice_node.before = disturb
    during = read(practice_node, reach, known=between.known)
    for found in (first, between, during):
        assert found.head.hash == final
        assert budget(found) == budget(first) not in (666, 777)
        said = repr([reading.records for reading in found.readings])
        assert not any(each in said for each in abandoned)
    assert (
        [r.records for r in first.readings]
        == [r.records for r in between.readings]
        == [r.records for r in during.readings]
    )


@pytest.mark.parametrize("wrong", [{"x": 1}, None, "0x", "0x6d657461", "metadata", [1]])
def test_metadata_that_cannot_be_is_asked_for_again(practice_node: PracticeNode, reach: Reach, wrong: Any) -> None:
    settle(practice_node)
    expected = [reading.records for reading in read(practice_node, reach).readings]
    answered: list[str] = []

    def twist(method: str, result: Any) -> Any:
        if method != "state_getMetadata":
            return result
        answered.append(method)
        return wrong if len(answered) < 3 else result

    practice_node.twist = twist
    node = reach(practice_node.url)
    node.tries = 3
    found = read_chain([node], SETTINGS, Runtimes(), None)
    assert ([reading.records for reading in found.readings], len(answered)) == (expected, 3)
    node.tries, answered[:] = 2, []
    with pytest.raises(AnswerUnfit, match=r"http://127\.0\.0\.1:\d+: .*metadata.*asked 2 times"):
        read_chain([node], SETTINGS, Runtimes(), None)


def test_a_finalised_block_that_is_another_one_at_the_end_voids_the_read(
    practice_node: PracticeNode, reach: Reach
) -> None:
    settle(practice_node)
    seen = []

    def twist(method: str, result: Any) -> Any:
        if method == "chain_getBlockHash" and result == practice_node.blocks[-2].hash:
            seen.append(result)
            return result if len(seen) == 1 else "0x" + "99" * 32
        return result

    practice_node.twist = twist
    with pytest.raises(HeadReplaced, match="Nothing of this read was kept"):
        read(practice_node, reach)


def test_the_finalised_head_never_goes_back(practice_node: PracticeNode, reach: Reach) -> None:
    settle(practice_node)
    ahead = KnownHead(block=6000, hash="0x" + "11" * 32, genesis=practice_node.genesis, spec_version=2004)
    with pytest.raises(NoGoodNode, match="before block 6,000"):
        read(practice_node, reach, known=ahead)
    beside = KnownHead(block=5050, hash="0x" + "11" * 32, genesis=practice_node.genesis, spec_version=2004)
    with pytest.raises(NoGoodNode, match="another one than the finalised one"):
        read(practice_node, reach, known=beside)


def test_of_two_nodes_the_one_ahead_is_read_and_the_other_serves_when_it_fails(practice: str, reach: Reach) -> None:
    with PracticeNode(practice, first=5000) as behind, PracticeNode(practice, first=5000) as ahead:
        settle(behind)
        settle(ahead)
        ahead.seal(10)
        nodes = [reach(behind.url), reach(ahead.url)]
        found = read_chain(nodes, SETTINGS, Runtimes())
        assert found.head.block == 5089
        known = found.known
        ahead.refused = {"chain_getFinalizedHead"}
        with pytest.raises(NoGoodNode) as stale:
            read_chain(nodes, SETTINGS, Runtimes(), known)
        assert "is before block 5,089" in str(stale.value)
        assert "chain_getFinalizedHead was refused" in str(stale.value)
        behind.seal(10)
        again = read_chain(nodes, SETTINGS, Runtimes(), known)
        assert again.head.block == 5089
        assert [address for address, _ in again.others] == [nodes[1].address]
        ahead.refused = {"state_getMetadata"}
        ahead.seal(3)
        third = read_chain(nodes, SETTINGS, Runtimes(), known)
        assert third.head.block == 5089
        assert "state_getMetadata was refused" in dict(third.others)[nodes[1].address]


def test_a_node_of_another_chain_is_refused(practice_node: PracticeNode, reach: Reach) -> None:
    settle(practice_node)
    with pytest.raises(NoGoodNode, match="another chain"):
        read_chain([reach(practice_node.url)], Settings(genesis=GENESIS), Runtimes())


def test_a_new_runtime_is_noticed_and_metadata_and_constants_are_read_anew(
    practice_node: PracticeNode, reach: Reach
) -> None:
    settle(practice_node)
    runtimes = Runtimes()
    first = read(practice_node, reach, runtimes=runtimes)
    practice_node.upgrade(later_runtime(), 2005)
    practice_node.seal(3)
    found = read(practice_node, reach, runtimes=runtimes, known=first.known)
    assert runtimes.fetched == [2004, 2005]
    assert (found.spec_before, found.head.spec_version) == (2004, 2005)
    assert "spec-changed" in codes(found)
    assert facts(found, RuntimeConstant)["2005/Council.AnnouncingPeriodDuration"].value == "61"
    after = read(practice_node, reach, runtimes=runtimes, known=found.known)
    assert (after.spec_before, runtimes.fetched) == (None, [2004, 2005])


def test_the_block_that_brings_a_runtime_is_not_read_by_it(practice_node: PracticeNode, reach: Reach) -> None:
    """Its storage is still the old one's: the block before it is read, by the old runtime."""
    settle(practice_node)
    practice_node.upgrade(later_runtime(), 2005)
    practice_node.final = practice_node.blocks[-1].number
    found = read(practice_node, reach)
    assert (found.head.block, found.head.spec_version) == (practice_node.final - 1, 2004)
    assert facts(found, ChainHead)["head"].hash == practice_node.blocks[-2].hash


def later_runtime() -> str:
    return practice_metadata(constants={"Council.AnnouncingPeriodDuration": 61})


def test_reads_of_one_run_are_all_at_one_block(practice_node: PracticeNode, reach: Reach) -> None:
    settle(practice_node)
    practice_node.log.clear()
    found = read(practice_node, reach)
    place = {"state_queryStorageAt": 1, "state_getKeysPaged": 3, "state_getRuntimeVersion": 0, "state_getMetadata": 0}
    asked = {params[place[method]] for method, params in practice_node.log if method in place}
    assert asked == {found.head.hash}
    assert all(fact.hash != practice_node.blocks[-1].hash for fact in facts(found, BlockTime).values())


offers = st.builds(
    Offer,
    address=st.sampled_from(["one", "two"]),
    block=st.integers(0, 50),
    hash=st.sampled_from(["0xaa", "0xbb"]),
    genesis=st.sampled_from(["0x01", "0x02"]),
    hash_at_known=st.sampled_from([None, "0xaa", "0xbb"]),
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    offered=st.lists(offers, max_size=3),
    known=st.none()
    | st.builds(
        KnownHead, block=st.integers(0, 50), hash=st.just("0xaa"), genesis=st.just("0x01"), spec_version=st.just(1)
    ),
    genesis=st.sampled_from([None, "0x01"]),
)
def test_the_chosen_offer_is_the_highest_that_follows_what_is_known(
    offered: list[Offer], known: KnownHead | None, genesis: str | None
) -> None:
    choice = choose(offered, known, genesis)
    if known is None and genesis is None and len({offer.genesis for offer in offered}) > 1:
        assert choice.place is None
        assert len(choice.refused) == len(offered), "nothing says which chain is meant"
        return
    fit = [
        offer
        for offer in offered
        if (genesis is None or offer.genesis == genesis)
        and (
            known is None or (offer.genesis == "0x01" and offer.block >= known.block and offer.hash_at_known == "0xaa")
        )
    ]
    assert len(choice.refused) == len(offered) - len(fit)
    if not fit:
        assert choice.place is None
        return
    assert choice.place is not None
    chosen = offered[choice.place]
    assert chosen in fit
    assert chosen.block == max(offer.block for offer in fit)
