"""The real runtime behind a practice node: every item the desk reads is there, under its own prefix and shape."""

import json
from collections.abc import Callable
from pathlib import Path

from secretariat.clients.substrate.rpc import Node
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.past_states import PastState
from secretariat.facts.stored_council import StoredCandidate, StoredCouncil
from secretariat.facts.stored_groups import StoredGroup, StoredWorker
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.facts.stored_validators import StoredEra
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain.heads import Runtimes
from secretariat.sources.chain.past import read_past, read_states
from secretariat.sources.chain.source import read_chain
from tests.practice.node import PracticeNode
from tests.practice.world import JOY, settle
from tests.sources.chain.test_read_chain import SETTINGS, codes, facts


def test_the_real_runtime_lacks_nothing_that_is_read(
    shared: Callable[[str], Path], reach: Callable[[str], Node]
) -> None:
    text = json.loads(shared("data/joystream/chain-metadata.json").read_text())["result"]
    with PracticeNode(text, first=5000) as node:
        settle(node)
        found = read_chain([reach(node.url)], SETTINGS, Runtimes())
    assert not found.refused
    assert codes(found) <= {"history-missing"}
    assert facts(found, StoredCouncil)["council"].stage_ends_at == 5060
    assert set(facts(found, StoredCandidate)) == {"11", "13"}
    assert set(facts(found, StoredProposal)) == {"3", "21"}
    assert set(facts(found, StoredEra)) == {"6", "8", "9", "10"}
    groups = facts(found, StoredGroup)
    assert {group.instance: name for name, group in groups.items()} == {
        1: "forumWorkingGroup",
        2: "storageWorkingGroup",
        3: "contentWorkingGroup",
        4: "operationsWorkingGroupAlpha",
        5: "appWorkingGroup",
        6: "membershipWorkingGroup",
        7: "operationsWorkingGroupBeta",
        8: "operationsWorkingGroupGamma",
        9: "distributionWorkingGroup",
    }
    assert groups["forumWorkingGroup"].budget == 55 * JOY
    assert facts(found, StoredWorker)["forumWorkingGroup-2"].is_lead


def test_a_state_of_the_past_lacks_nothing_in_the_real_runtime(
    shared: Callable[[str], Path], reach: Callable[[str], Node]
) -> None:
    text = json.loads(shared("data/joystream/chain-metadata.json").read_text())["result"]
    into = Reading(path="chain/past-states", format="chain")
    with PracticeNode(text, first=5000) as node:
        settle(node)
        runtimes = Runtimes()
        head = facts(read_chain([reach(node.url)], SETTINGS, runtimes), ChainHead)["head"]
        asked = len(node.log)
        found = read_states([reach(node.url)], head, runtimes, [5_070], lambda at: read_past(at, into))
        requests = len(node.log) - asked
    assert (found.done, into.problems) == ([5_070], [])
    state: PastState = into.records["past-state", "5070"].fact
    assert state.council is not None
    assert (state.council.budget, len(state.groups), len(state.counters)) == (123_456 * JOY, 9, 17)
    assert (state.validator_stake, [one.era for one in state.payouts]) == (10 * JOY, [9])
    assert requests == 5, "two hashes, the runtime, all items, those of eras"
