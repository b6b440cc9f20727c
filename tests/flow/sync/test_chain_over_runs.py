"""The chain through sync: other nodes, other chains, upgrades, lists that are refused."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from secretariat.facts.chain_head import ChainHead
from secretariat.flow.deadlines import deadlines_now
from secretariat.flow.sync import run as sync_run
from secretariat.flow.sync.chain import NEWS_BLOCKS
from secretariat.sources.chain.settings import Settings
from secretariat.sources.deadlines_state import StateUnreadable
from secretariat.store.engine import reading
from secretariat.store.facts import load_record
from secretariat.store.schema import runtimes
from tests.flow.sync.live import BORN, FIRST, Live, digest, done_of, facts, moved, problems_of
from tests.practice.node import PracticeNode
from tests.practice.world import JOY, settle


def head_of(desk: Live) -> ChainHead:
    with reading(desk.context.engine) as connection:
        found = load_record(connection, "chain/head", "chain-head", "head")
        assert found is not None
        fact: ChainHead = found.fact
        return fact


def only_chain(desk: Live, *urls: str) -> None:
    desk.settings.pop("query_node", None)
    desk.set("chain", Settings(urls=urls or (desk.chain_wire.url,)))


def test_a_block_that_is_reorganised_leaves_no_trace(small: Live) -> None:
    small.node.put("Council", "Budget", 999 * JOY)
    small.node.seal(2, finalise=False)
    small.sync()
    before = facts(small.context)
    assert "9990000000000" not in str(before["records"])
    small.node.reorganise(2)
    small.node.seal(1, finalise=False)
    small.sync()
    assert facts(small.context) == before
    small.node.seal(3)
    assert small.sync().complete
    assert "9990000000000" not in str(facts(small.context)["records"])


def test_a_node_of_another_chain_is_refused_and_nothing_changes(small: Live, practice: str) -> None:
    small.sync()
    before = digest(small.context)
    with PracticeNode(practice, first=FIRST, born=BORN, genesis=b"another practice network, not it") as other:
        settle(other)
        other.seal(50)
        small.set("chain", Settings(urls=(other.url,)))
        done = small.sync()
        assert not done.complete
        assert "another chain" in done.failures["chain"]
        assert digest(small.context) == before
        small.set("chain", Settings(urls=(other.url, small.chain_wire.url)))
        done = small.sync()
        assert (done.complete, done.moved) == (True, False)
        assert any("another chain" in note and other.url in note for note in done.notes)
    assert digest(small.context) == before


def test_a_node_of_another_chain_than_configured_is_refused_at_once(small: Live) -> None:
    only_chain(small)
    small.set("chain", replace(small.settings["chain"], genesis="0x" + "77" * 32))
    done = small.sync()
    assert "another chain" in done.failures["chain"]
    assert facts(small.context)["records"] == []


def test_two_nodes_of_two_chains_are_both_refused_until_something_says_which_is_meant(
    small: Live, practice: str
) -> None:
    with PracticeNode(practice, first=FIRST, born=BORN, genesis=b"another practice network, not it") as other:
        settle(other)
        other.seal(50)
        only_chain(small, small.chain_wire.url, other.url)
        done = small.sync()
        said = done.failures["chain"]
        assert all(words in said for words in (small.chain_wire.url, other.url, "[chain] genesis", "[chain] urls"))
        assert facts(small.context)["records"] == []
        genesis = small.node.genesis
        small.set("chain", replace(small.settings["chain"], genesis=genesis))
        done = small.sync()
        assert done.complete
        assert head_of(small).genesis == genesis
        assert any(other.url in note and "another chain" in note for note in done.notes)


def test_of_two_nodes_the_one_that_is_further_is_read_and_the_other_named(small: Live, practice: str) -> None:
    with PracticeNode(practice, first=FIRST, born=BORN) as behind:
        settle(behind)
        small.node.seal(30)
        only_chain(small, behind.url, small.chain_wire.url)
        small.sync()
        assert head_of(small).block == small.node.final
        done = small.sync()
        assert done.complete
        assert any(behind.url in note and "is before block" in note for note in done.notes)
    done = small.sync()
    assert done.complete, "one node that is gone does not stop the other"
    assert any(behind.url in note for note in done.notes)


def test_metadata_is_fetched_once_for_each_spec_version(small: Live, practice: str) -> None:
    only_chain(small)

    def fetched() -> int:
        return sum(method == "state_getMetadata" for method, _ in small.node.log)

    small.sync()
    assert fetched() == 1
    small.node.seal(5)
    small.sync()
    assert fetched() == 1
    small.node.upgrade(practice, 2005)
    small.node.seal(5)
    done = small.sync()
    assert fetched() == 2
    assert done_of(done)["chain/constants"].added > 0
    assert head_of(small).spec_version == 2005
    assert len(problems_of(small.context, "spec-changed")) == 1
    small.node.seal(5)
    small.sync()
    assert fetched() == 2
    assert {row[1] for row in facts(small.context)["runtimes"]} == {2004, 2005}


def test_a_new_runtime_is_told_for_seven_days(small: Live, practice: str) -> None:
    only_chain(small)
    small.sync()
    small.node.upgrade(practice, 2005)
    small.node.seal(5)
    small.sync()
    told = problems_of(small.context, "spec-changed")
    small.node.seal(NEWS_BLOCKS)
    assert not done_of(small.sync())["chain/head"].problems
    assert problems_of(small.context, "spec-changed") == told
    small.node.upgrade(practice, 2006)
    small.node.seal(5)
    small.sync()
    assert [row["what"].split("; ")[1][:11] for row in problems_of(small.context, "spec-changed")] == ["it was 2005"]


def test_the_block_of_an_upgrade_is_read_by_the_runtime_before_it(small: Live, practice: str) -> None:
    only_chain(small)
    small.sync()
    small.node.upgrade(practice, 2005)
    small.node.seal(1)
    assert small.node.all[small.node.hash_at(small.node.final) or ""].spec == 2005
    done = small.sync()
    assert done.complete
    assert (head_of(small).spec_version, head_of(small).block) == (2004, small.node.final - 1)
    assert transaction_versions(small)[2005] == 0  # its metadata was met, and no state of it was read yet
    small.node.seal(2)
    small.sync()
    found = transaction_versions(small)
    assert found[2005] == found[2004] > 0


def transaction_versions(small: Live) -> dict[int, int]:
    with reading(small.context.engine) as connection:
        rows = connection.execute(select(runtimes.c.spec_version, runtimes.c.transaction_version))
        return {row.spec_version: row.transaction_version for row in rows}


def test_a_list_that_is_refused_keeps_its_facts_and_the_chain_s_height(small: Live) -> None:
    only_chain(small)
    first = small.sync()
    assert first.freshness[0].fresh
    before = [row for row in facts(small.context)["records"] if row[0] == "chain/proposals"]
    small.node.refused = ("state_getKeysPaged",)
    small.node.seal(200)
    done = small.sync()
    assert not done.complete
    assert done_of(done)["chain/proposals"].way == "refused"
    assert moved(done).keys() >= {"chain/head", "chain/times"}
    assert [row for row in facts(small.context)["records"] if row[0] == "chain/proposals"] == before
    (judged,) = done.freshness
    assert judged.verdict == "stale"
    assert "refused" in judged.reason
    assert done.states["chain"].height == FIRST + 79
    small.node.refused = ()
    done = small.sync()
    assert done.complete
    assert done.freshness[0].fresh
    assert done.states["chain"].failure == ""


def test_lists_refused_by_the_first_sync_leave_the_source_unread(small: Live) -> None:
    only_chain(small)
    small.node.refused = ("state_getKeysPaged",)
    (judged,) = small.sync().freshness
    assert judged.verdict == "unknown"
    assert "never read" in judged.reason


def test_deadlines_are_not_worked_out_from_two_blocks(small: Live) -> None:
    only_chain(small)
    stage = {"stage": {"Announcing": {"candidates_count": 2, "ends_at": 9_000}}, "changed_at": 5_000}
    small.node.put("Council", "Stage", stage)
    small.node.drop("ProposalsEngine", "Proposals", 3)
    small.node.drop("ProposalsEngine", "Proposals", 21)
    small.node.put("ProposalsEngine", "ActiveProposalCount", 0)
    small.node.seal(20)
    small.sync()
    small.node.seal(20)
    small.sync()
    assert deadlines_now(small.context)[0].pace.head.block == small.node.final
    small.node.refused = ("state_getKeysPaged",)
    small.node.seal(20)
    small.sync()
    with pytest.raises(StateUnreadable, match="chain/council and chain/proposals at block 5,1"):
        deadlines_now(small.context)


def test_a_chain_that_cannot_be_read_keeps_its_facts_and_grows_stale(small: Live) -> None:
    small.sync()
    before = facts(small.context)
    small.set("chain", Settings(urls=("http://127.0.0.1:1",)))
    done = small.sync(later=timedelta(minutes=9))
    assert "127.0.0.1:1" in done.failures["chain"]
    assert facts(small.context) == before
    assert done.freshness[0].fresh
    done = small.sync(later=timedelta(minutes=11))
    assert (done.freshness[0].source, done.freshness[0].verdict) == ("chain", "stale")
    assert "the last attempt failed" in done.freshness[0].reason


def test_nothing_configured_is_said(small: Live) -> None:
    small.settings.clear()
    with pytest.raises(sync_run.NothingConfigured, match="secretariat init"):
        small.sync()
