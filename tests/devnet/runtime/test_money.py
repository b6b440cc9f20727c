"""Accounts, locks, fees and batches; refills and rewards; issuance is the sum of all accounts throughout."""

from typing import Any

import pytest

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances
from secretariat.devnet.runtime.calls import dispatch, takes
from secretariat.devnet.runtime.errors import DispatchError
from secretariat.devnet.runtime.extrinsics import EXTRINSICS, Unpaid, apply, fee_of
from secretariat.devnet.runtime.genesis import JOY
from tests.devnet.runtime.town import act, controller, elect, events, refused, send, staking, town

EXISTENTIAL = 266_666_560


def issued(chain: Chain) -> int:
    accounts = (chain.get(balances.ACCOUNT, *key) for key in chain.keys(balances.ACCOUNT))
    return sum(account["data"]["free"] for account in accounts)


def transfer(dest: bytes, value: int, name: str = "transfer") -> Any:
    return ("Balances", name, {"dest": dest, "value": value})


NEW = bytes([77]) * 32


def test_a_transfer_makes_an_account_and_may_end_one() -> None:
    chain = town()
    dispatch(chain, controller(0), transfer(NEW, 5 * JOY))
    assert balances.free(chain, NEW) == 5 * JOY
    dispatch(chain, NEW, transfer(controller(1), 5 * JOY - EXISTENTIAL + 1))
    assert chain.get(balances.ACCOUNT, NEW) is None
    assert [event.name for event in chain.events[-6:]] == [
        "System.NewAccount",
        "Balances.Endowed",
        "Balances.Transfer",
        "Balances.DustLost",
        "System.KilledAccount",
        "Balances.Transfer",
    ]
    assert issued(chain) == chain.get("Balances.TotalIssuance")


@pytest.mark.parametrize(
    ("source", "call", "error"),
    [
        (controller(0), transfer(NEW, 10_001 * JOY), "InsufficientBalance"),
        (controller(0), transfer(NEW, EXISTENTIAL - 1), "ExistentialDeposit"),
        (staking(0), transfer(NEW, 999_900 * JOY), "LiquidityRestrictions"),
        (controller(0), transfer(controller(1), 10_000 * JOY, "transfer_keep_alive"), "KeepAlive"),
    ],
)
def test_what_a_transfer_is_refused_for(source: bytes, call: Any, error: str) -> None:
    chain = town()
    with refused(f"Balances.{error}"):
        dispatch(chain, source, call)


def test_batches() -> None:
    good, bad = transfer(NEW, JOY), transfer(NEW, 10**9 * JOY)
    chain = town()
    with refused("Balances.InsufficientBalance"):
        send(chain, controller(0), "Utility.batch_all", calls=(good, bad))
    assert balances.free(chain, NEW) == 0
    send(chain, controller(0), "Utility.batch_all", calls=(good, good))
    assert balances.free(chain, NEW) == 2 * JOY
    send(chain, controller(0), "Utility.batch", calls=(good, bad, good))
    assert balances.free(chain, NEW) == 3 * JOY
    error = {"Module": {"index": 5, "error": b"\2\0\0\0"}}
    assert events(chain, "Utility.BatchInterrupted") == [(0, 1, error)]
    send(chain, controller(0), "Utility.force_batch", calls=({"Balances": {"transfer": good[2]}}, bad, good))
    assert balances.free(chain, NEW) == 5 * JOY
    assert events(chain, "Utility.ItemFailed") == [(0, error)]
    assert len(events(chain, "Utility.BatchCompletedWithErrors")) == 1


def test_a_transaction_pays_counts_and_tells() -> None:
    chain = town()
    chain.advance(3)
    assert isinstance(apply(chain, controller(0), transfer(NEW, JOY), tip=7, length=150), type(None))
    failed = apply(chain, controller(0), transfer(NEW, 10**9 * JOY), length=150)
    assert isinstance(failed, DispatchError)
    fees = 2 * fee_of(150) + 7
    assert balances.free(chain, controller(0)) == 9_999 * JOY - fees
    assert chain.get(balances.ACCOUNT, controller(0))["nonce"] == 2
    assert [(event.name, event.extrinsic) for event in chain.events_of(3)] == [
        ("Balances.Withdraw", 1),
        ("System.NewAccount", 1),
        ("Balances.Endowed", 1),
        ("Balances.Transfer", 1),
        ("TransactionPayment.TransactionFeePaid", 1),
        ("System.ExtrinsicSuccess", 1),
        ("Balances.Withdraw", 2),
        ("TransactionPayment.TransactionFeePaid", 2),
        ("System.ExtrinsicFailed", 2),
    ]
    assert [one["nonce"] for one in chain.get(EXTRINSICS, 3)] == [0, 1]
    assert issued(chain) == chain.get("Balances.TotalIssuance")
    with pytest.raises(Unpaid, match="cannot pay a fee"):
        apply(chain, bytes(32), transfer(NEW, JOY))


def test_unknown_calls_are_filtered() -> None:
    assert takes(("Forum", "create_thread", {}))
    assert takes({"StorageWorkingGroup": {"leave_role": {}}})
    assert not takes(("Proxy", "proxy", {}))
    with refused("System.CallFiltered"):
        dispatch(town(), controller(0), ("Proxy", "proxy", {}))


def test_the_budget_is_refilled_and_pays_its_council() -> None:
    chain = town(council_budget=0, budget_increment=1_000 * JOY, councilor_reward=JOY // 100)
    chain.advance(1)
    assert events(chain, "Council.BudgetRefill") == [(1, 1_000 * JOY)]
    assert chain.get("Council.NextBudgetRefill") == 14_401
    elected = elect(chain, 0, 1, 2)
    chain.put("Council.Stage", {"stage": {"Idle": {"ends_at": 10**6}}, "changed_at": elected})
    chain.advance(elected + 14_400)
    each = 14_400 * JOY // 100
    assert events(chain, "Council.RewardPayment") == [
        (elected + 14_400, member, controller(member), each, 0) for member in (0, 1, 2)
    ]
    assert chain.get("Council.Budget") == 2_000 * JOY - 3 * each
    assert issued(chain) == chain.get("Balances.TotalIssuance")


def test_what_the_budget_does_not_cover_is_owed() -> None:
    chain = town(council_budget=200 * JOY, budget_increment=0, councilor_reward=JOY // 100)
    elected = elect(chain, 0, 1, 2)
    chain.put("Council.Stage", {"stage": {"Idle": {"ends_at": 10**6}}, "changed_at": elected})
    chain.advance(elected + 14_400)
    assert [values[3:] for values in events(chain, "Council.RewardPayment")] == [
        (144 * JOY, 0),
        (56 * JOY, 88 * JOY),
        (0, 144 * JOY),
    ]
    owed = [(seat["unpaid_reward"], seat["last_payment_block"]) for seat in chain.get("Council.CouncilMembers")]
    assert owed == [(0, elected + 14_400), (88 * JOY, elected + 14_400), (0, elected)]
    chain.put("Council.Budget", 10**6 * JOY)
    chain.advance(elected + 28_800)
    assert [values[3] for values in events(chain, "Council.RewardPayment")][3:] == [
        144 * JOY,
        232 * JOY,
        288 * JOY,
    ]


def test_a_gift_to_the_council_is_burned_and_counted() -> None:
    chain = town()
    before = chain.get("Balances.TotalIssuance")
    act(chain, 0, "Council.fund_council_budget", member_id=0, amount=30 * JOY, rationale=b"Thanks")
    assert (chain.get("Council.Budget"), before - chain.get("Balances.TotalIssuance")) == (30 * JOY, 30 * JOY)
    with refused("Council.ZeroTokensFunding"):
        act(chain, 0, "Council.fund_council_budget", member_id=0, amount=0, rationale=b"")
