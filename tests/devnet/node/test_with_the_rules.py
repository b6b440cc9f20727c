"""The node over a chain by the real rules: every value and event encodes, and a wallet's transactions do what they say."""

from collections.abc import Iterator

import pytest

from secretariat.clients.http import WireSettings, open_wire
from secretariat.clients.substrate.rpc import node_at
from secretariat.devnet.addresses import address_of
from secretariat.devnet.chain.kernel import SPEC, Chain
from secretariat.devnet.node.events import records_of
from secretariat.devnet.node.node import Node
from secretariat.devnet.node.rpc import JsonRpc
from secretariat.devnet.node.rules import RULES
from secretariat.devnet.runtime import balances
from secretariat.devnet.runtime.executing import call_of
from secretariat.devnet.runtime.extrinsics import apply
from secretariat.devnet.runtime.genesis import JOY
from secretariat.devnet.serving import serve
from secretariat.sources.chain.heads import Runtimes
from secretariat.sources.chain.settings import Settings
from secretariat.sources.chain.source import read_chain
from tests.devnet.node.desk import ADA, Desk
from tests.devnet.node.lived import lived
from tests.devnet.runtime.town import FUNDING, controller


@pytest.fixture(scope="module")
def one() -> Desk:
    return Desk(Node(lived(), RULES, b"practice network, never mainnet!"))


def every_key(one: Desk, at: str | None = None) -> Iterator[str]:
    last = None
    while page := one("state_getKeysPaged", "0x", 1000, last, at):
        yield from page
        last = page[-1]


def test_every_value_of_every_item_encodes(one: Desk) -> None:
    for number in (0, 1, 61, 81, 101, 102, one.node.chain.now):
        at = one("chain_getBlockHash", number)
        found = one("state_queryStorageAt", list(every_key(one, at)), at)[0]["changes"]
        assert len(found) > 40
        assert None not in [value for _, value in found]


def test_every_event_encodes_and_none_is_unknown(one: Desk) -> None:
    runtime = one.node.runtime_at(0)
    chain = one.node.chain
    assert {event.name for event in chain.events if runtime.event(event.name, event.values) is None} == set()
    for block in {event.block for event in chain.events}:
        assert (
            len(records_of(chain, block, runtime)) == 1 + sum(event.block == block for event in chain.events)
            or not block
        )


def test_every_item_of_the_chain_is_declared_or_the_world_s_own(one: Desk) -> None:
    unknown = {
        name for name in one.node.chain.items() if name[0].isupper() and name not in one.node.runtime_at(0).items
    }
    assert unknown == set()


def test_the_product_reads_the_whole_chain_without_a_problem(one: Desk) -> None:
    server = serve("node", JsonRpc(one.node))
    settings = WireSettings(connect_seconds=5, read_seconds=5, whole_seconds=10, attempts=2)
    with open_wire(settings, sleep=lambda seconds: None, chance=lambda: 0.5) as wire:
        genesis = one("chain_getBlockHash", 0)
        found = read_chain([node_at(wire, server.url)], Settings(network="practice", genesis=genesis), Runtimes())
    server.close()
    assert found.refused == ()
    assert found.head.block == one.node.chain.final
    assert [problem for reading in found.readings for problem in reading.problems] == []
    assert all(reading.records for reading in found.readings)


def test_a_wallet_s_transfer_comes_into_a_block(one: Desk) -> None:
    dest = bytes([77]) * 32
    one.submit(method=one.call("Balances.transfer", dest=dest, value=3 * JOY))
    one.node.advance(one.node.chain.now + 1)
    assert balances.free(one.node.chain, dest) == 3 * JOY
    names = [
        event.name for event in one.node.chain.events if event.block == one.node.chain.now and event.extrinsic == 1
    ]
    assert names[0] == "Balances.Withdraw"
    assert names[-2:] == ["TransactionPayment.TransactionFeePaid", "System.ExtrinsicSuccess"]
    one.node.reorganise(1)
    assert balances.free(one.node.chain, dest) == 0
    one.node.advance(one.node.chain.now + 1)
    assert balances.free(one.node.chain, dest) == 0
    one.node.advance(one.node.chain.now + 1)
    assert balances.free(one.node.chain, dest) == 3 * JOY


def test_a_bounty_is_refused_in_its_block(one: Desk) -> None:
    params = {
        "oracle": "Council",
        "contract_type": "Open",
        "creator": "Council",
        "cherry": 0,
        "oracle_reward": 0,
        "entrant_stake": 1,
        "funding_type": {"Perpetual": {"target": 1}},
    }
    one.submit(method=one.call("Bounty.create_bounty", params=params, metadata=b""))
    one.node.advance(one.node.chain.now + 1)
    failed = [event for event in one.node.chain.events if event.block == one.node.chain.now][-1]
    assert failed.name == "System.ExtrinsicFailed"
    assert failed.values[0] == {"Module": {"index": 0, "error": b"\x05\x00\x00\x00"}}


def test_a_batch_with_one_bad_call_does_nothing_else(one: Desk) -> None:
    good = {"Balances": {"transfer": {"dest": controller(1), "value": JOY}}}
    bad = {"Balances": {"transfer": {"dest": controller(1), "value": 10**30}}}
    before = balances.free(one.node.chain, controller(1))
    one.submit(method=one.call("Utility.batch_all", calls=(good, bad)))
    one.submit(method=one.call("Utility.batch_all", calls=(good, good)))
    one.node.advance(one.node.chain.now + 1)
    assert balances.free(one.node.chain, controller(1)) == before + 2 * JOY
    assert (
        one("system_accountNextIndex", address_of(ADA.public))
        == one.node.chain.get("System.Account", ADA.public)["nonce"]
    )


@pytest.mark.parametrize("call", ["batch", "force_batch", "alone"])
def test_an_error_has_the_number_of_the_runtime_that_made_its_block(call: str) -> None:
    """An upgrade moves a pallet: what fails in its own block is told in the old runtime's numbers, all later in the new."""
    one = Desk(Node(lived(), RULES, b"practice network, never mainnet!"))
    chain = one.node.chain
    last = chain.now
    refused = {"Forum": {"create_thread": {"forum_user_id": 0, "category_id": 1, "metadata": b"", "text": b""}}}
    sent = refused if call == "alone" else {"Utility": {call: {"calls": (refused,)}}}
    chain.transaction(last + 1, lambda chain: chain.put(SPEC, chain.spec.upgraded(2005, pallet_numbers={"Forum": 60})))
    for block in (last + 1, last + 2):
        chain.transaction(block, lambda chain: apply(chain, ADA.public, sent))
    one.node.advance(last + 2)
    told = {"batch": "Utility.BatchInterrupted", "force_batch": "Utility.ItemFailed", "alone": "System.ExtrinsicFailed"}
    errors = [
        next(value for value in event.values if isinstance(value, dict) and "Module" in value)
        for event in chain.events
        if event.block > last and event.name == told[call]
    ]
    assert errors == [{"Module": {"index": number, "error": b"\x02\0\0\0"}} for number in (22, 60)]
    for block, error in zip((last + 1, last + 2), errors, strict=True):
        assert one.node.bodies.executed_by(block).numbers["Forum"] == error["Module"]["index"]


DETAILS = {
    "Signal": b"x",
    "RuntimeUpgrade": b"x",
    "FundingRequest": FUNDING["FundingRequest"],
    "SetMaxValidatorCount": 30,
    "CreateWorkingGroupLeadOpening": {
        "description": b"x",
        "stake_policy": {"stake_amount": 1, "leaving_unstaking_period": 1},
        "reward_per_block": 1,
        "group": "App",
    },
    "FillWorkingGroupLeadOpening": {"opening_id": 1, "application_id": 2, "working_group": "App"},
    "UpdateWorkingGroupBudget": (1, "App", "Negative"),
    "DecreaseWorkingGroupLeadStake": (1, 2, "App"),
    "SlashWorkingGroupLead": (1, 2, "App"),
    "SetWorkingGroupLeadReward": (1, None, "App"),
    "TerminateWorkingGroupLead": {"worker_id": 1, "slashing_amount": None, "group": "App"},
    "AmendConstitution": b"x",
    "CancelWorkingGroupLeadOpening": (1, "App"),
    "SetMembershipPrice": 1,
    "SetCouncilBudgetIncrement": 1,
    "SetCouncilorReward": 1,
    "SetInitialInvitationBalance": 1,
    "SetInitialInvitationCount": 1,
    "SetMembershipLeadInvitationQuota": 1,
    "SetReferralCut": 1,
    "VetoProposal": 1,
    "SetPalletFozenStatus": (True, "ProjectToken"),
    "UpdateTokenPalletTokenConstraints": dict.fromkeys(
        (
            "max_yearly_rate",
            "min_amm_slope",
            "min_sale_duration",
            "min_revenue_split_duration",
            "min_revenue_split_time_to_start",
            "sale_platform_fee",
            "amm_buy_tx_fees",
            "amm_sell_tx_fees",
            "bloat_bond",
        )
    ),
    "UpdateArgoBridgeConstraints": dict.fromkeys(
        ("operator_account", "pauser_accounts", "bridging_fee", "thawn_duration", "remote_chains")
    ),
    "SetEraPayoutDampingFactor": 50,
    "DecreaseCouncilBudget": 1,
    "UpdateChannelPayouts": dict.fromkeys(
        ("commitment", "payload", "min_cashout_allowed", "max_cashout_allowed", "channel_cashouts_enabled")
    ),
}


@pytest.mark.parametrize("kind", DETAILS)
def test_the_call_of_every_proposal_that_can_be_made_encodes(kind: str) -> None:
    chain = Chain(1)
    chain.put("ProposalsEngine.DispatchableCallCode", call_of({kind: DETAILS[kind]}), 5)
    one = Desk(Node(chain, RULES, b"x"))
    runtime = one.node.runtime_at(0)
    raw = one.node.state.value(0, runtime.key(runtime.items["ProposalsEngine.DispatchableCallCode"], (5,)))
    assert raw is not None
    assert runtime.decode_call(runtime.codec.decode("Vec<u8>", raw))
    assert runtime.codec.encode("ProposalDetails", {kind: DETAILS[kind]})
