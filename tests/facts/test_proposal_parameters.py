"""Parameters of finished proposals: those of the runtime that was in force when they were made, or none."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from secretariat.duties.leaderboard import proposals
from secretariat.facts.amounts import Amount
from secretariat.facts.chain_head import ChainHead, RuntimeConstant
from secretariat.facts.past_states import PastState
from secretariat.facts.proposal_parameters import CODEX, Parameters, Runtimes, constant_of, runtimes
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.sources.query_node.parse.proposals import _TYPES
from secretariat.sources.query_node.values import hyphened
from tests.duties.leaderboard.test_mainnet import rows
from tests.mainnet import live, mainnet, state


def head(block: int, spec: int) -> AnyStated:
    fact = ChainHead(
        network="mainnet",
        chain="mainnet",
        block=block,
        hash="0x1",
        genesis="0x0",
        spec_name="joystream",
        spec_version=spec,
    )
    return live(fact, "head", line=block, source="chain", name="head")


def constant(spec: int, name: str, **values: Any) -> AnyStated:
    fact = RuntimeConstant(spec_version=spec, name=f"{CODEX}{name}", value=json.dumps(values))
    return live(fact, f"{spec}/{CODEX}{name}", source="chain", name="constants")


def funding(spec: int, stake: int) -> AnyStated:
    values = {"voting_period": 43_200, "grace_period": 1_200, "approval_quorum_percentage": 66}
    return constant(spec, "FundingRequestProposalParameters", required_stake=stake, **values)


KNOWN = (
    state(99_999, spec_version=1001),
    state(299_999, spec_version=1001),
    state(599_999, spec_version=2003),
    head(700_000, 2003),
    funding(1001, 5),
    funding(2003, 9),
)


@pytest.mark.parametrize(
    ("block", "spec"),
    [
        (99_999, None),
        (100_000, 1001),
        (299_999, 1001),
        (300_000, None),
        (599_999, None),
        (600_000, 2003),
        (700_001, None),
    ],
)
def test_a_runtime_was_in_force_between_two_states_that_it_wrote(block: int, spec: int | None) -> None:
    assert runtimes(snapshot_of(KNOWN)).at(block) == spec


def test_a_finished_proposal_has_the_parameters_of_its_runtime_and_an_open_one_its_own() -> None:
    stored = StoredProposal(number=13, voting_period=7, required_stake=Amount(3))
    found = {row["number"]: row for row in rows(proposals.TABLE, mainnet(*KNOWN, live(stored, "13", source="chain")))}
    told = {
        number: (row["voting_period"], row["approval_quorum"], row["required_stake"]) for number, row in found.items()
    }
    assert told[1] == (43_200, 66, 5)
    assert told[6] == (None, None, None), "made between two states of different runtimes"
    assert told[13] == (7, None, 3)
    assert told[2] == (None, None, None), "no constant of its type is known"
    assert told[14] == (None, None, None)


@pytest.mark.parametrize("text", ["[]", "5", '{"voting_period": "x", "required_stake": null}', "{}"])
def test_a_constant_of_another_shape_tells_nothing(text: str) -> None:
    known = Runtimes(points=((1, 7), (9, 7)), constants={(7, f"{CODEX}SignalProposalParameters"): text})
    assert known.parameters("signal", 5) == Parameters()
    assert known.parameters(None, 5) == known.parameters("signal", None) == Parameters()


def test_states_that_are_missing_tell_no_runtime() -> None:
    lost = live(PastState(missing="gone"), "50", line=50, source="chain", name="past-states")
    assert runtimes(snapshot_of([lost])).points == ()


def test_every_type_of_proposal_has_its_constant_in_the_real_runtime(shared: Callable[[str], Path]) -> None:
    names = json.loads(shared("facts/constants.json").read_text(encoding="utf-8"))
    lacking = [type_ for type_ in _TYPES if f"{CODEX}{constant_of(hyphened(type_))}" not in names]
    assert lacking == []
