"""Every kind of act goes through a wallet onto a chain that checks signatures, and its receipt says what it made."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from secretariat.desk.acts import Payee
from secretariat.desk.hand_off import read
from secretariat.devnet.runtime import balances
from secretariat.facts.amounts import Amount, tokens
from tests.flow.hand_off.desk import Desk
from tests.flow.hand_off.desk import desk as running_desk

OTHER = "0x" + "77" * 32


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with running_desk(tmp_path_factory.mktemp("desk")) as found:
        yield found


def events(desk: Desk, receipt: dict[str, Any], name: str) -> list[tuple[Any, ...]]:
    return [
        event.values
        for event in desk.chain.events
        if (event.block, event.extrinsic, event.name) == (receipt["block"], receipt["index"], name)
    ]


def test_a_thread_is_opened_and_its_number_read(desk: Desk) -> None:
    receipt = desk.done(desk.act("forum-thread", "Introduce yourselves", "Who stands?", category=1))
    (event,) = events(desk, receipt, "Forum.ThreadCreated")
    assert (receipt["thread"], receipt["post"]) == event[1:3]
    assert event[3:] == (desk.member, b"\n\x14Introduce yourselves", b"Who stands?")
    post = desk.done(desk.act("forum-post", text="One more", category=1, thread=receipt["thread"]))
    (event,) = events(desk, post, "Forum.PostAdded")
    assert (post["post"], event[3], event[5]) == (event[0], receipt["thread"], False)
    assert b"One more" in event[4]


def test_proposals_are_filed_and_one_is_answered_in_its_discussion(desk: Desk) -> None:
    signal = desk.done(desk.act("signal-proposal", "Elect secretary", "For term 40"))
    (event,) = events(desk, signal, "ProposalsCodex.ProposalCreated")
    assert (signal["proposal"], signal["discussion"]) == (event[0], event[3])
    assert event[2] == {"Signal": b"For term 40"}
    answer = desk.act("discussion-post", text="Words", proposal=signal["proposal"], discussion=signal["discussion"])
    (event,) = events(desk, posted := desk.done(answer), "ProposalsDiscussion.PostCreated")
    assert (posted["discussion_post"], event[2]) == (event[0], signal["discussion"])
    funding = desk.act("funding-request", stake=1, payees=(Payee(account=OTHER, amount=tokens(12)),))
    (event,) = events(desk, desk.done(funding), "ProposalsCodex.ProposalCreated")
    assert event[2] == {"FundingRequest": ({"account": bytes.fromhex(OTHER[2:]), "amount": 12 * 10**10},)}
    budget = desk.act("budget-update", stake=2, group="appWorkingGroup", payees=(Payee(account="", amount=tokens(-3)),))
    (event,) = events(desk, desk.done(budget), "ProposalsCodex.ProposalCreated")
    assert event[2] == {"UpdateWorkingGroupBudget": (3 * 10**10, "App", "Negative")}


def test_money_is_paid_to_one_and_to_several_at_once(desk: Desk) -> None:
    key = bytes.fromhex(OTHER[2:])
    pays = Payee(account=OTHER, amount=tokens(2))
    desk.done(desk.act("transfer", payees=(pays,), member_id=None))
    assert balances.free(desk.chain, key) == 2 * 10**10
    several = (pays, Payee(account="0x" + "78" * 32, amount=tokens(1)))
    receipt = desk.done(desk.act("transfer", payees=several, member_id=None))
    assert balances.free(desk.chain, key) == 4 * 10**10
    assert len(events(desk, receipt, "Utility.ItemCompleted")) == 2


def test_an_act_that_fails_in_its_block_says_why_in_the_chain_s_words(desk: Desk) -> None:
    item = desk.signed(desk.approved(desk.act("forum-post", category=1, thread=99_999)))
    desk.step(item)
    desk.final()
    found = desk.step(item)
    assert (found.state, "did nothing: Forum.ThreadDoesNotExist" in found.says) == ("failed", True)
    row = desk.row(item)
    assert (row["state"], row["why"].split(":")[0]) == ("failed", "Forum.ThreadDoesNotExist")
    assert json.loads(row["receipt"])["extrinsic"] == row["extrinsic"]
    assert desk.step(item).says == found.says
    poor = desk.act("transfer", member_id=None, payees=(Payee(account=OTHER, amount=Amount(10**28)),))
    item = desk.signed(desk.approved(poor))
    desk.step(item)
    desk.final()
    assert "Balances.InsufficientBalance" in desk.step(item).says


def test_everything_is_stored_before_it_is_shown_or_sent(desk: Desk) -> None:
    item = desk.approved(desk.remark())
    asked, stored = desk.ask(item)
    assert read(desk.row(item)["request"] or "") == stored
    assert desk.row(item)["extrinsic"] is None
    assert stored.last - stored.first == 2047
    assert desk.ask(asked)[1] == stored  # asked again: the same bytes, not others
    signed = desk.signed(asked)
    assert (desk.row(item)["state"], len(desk.network.node.pool)) == ("signing", 0)
    assert read(signed.request or "").signed
    found = desk.step(signed)
    assert (found.state, len(desk.network.node.pool)) == ("on its way", 1)
    assert "A node has it" in found.says
    desk.final()
    assert desk.step(item).state == "done"
    assert desk.on_chain(signed.extrinsic) == 1


def test_who_signed_stands_in_the_journal(desk: Desk) -> None:
    from secretariat.store.engine import reading
    from secretariat.store.journal import entries

    item = desk.signed(desk.approved(desk.remark("journal")))
    with reading(desk.context.engine) as connection:
        last = entries(connection)[-1]
    assert (last.person, last.action, last.subject) == ("ada", "act.sign", item.name)
    assert json.loads(last.body)["extrinsic"] == item.extrinsic
    desk.step(item)
    desk.final()
    assert desk.step(item).state == "done"


def test_a_batch_of_which_one_fails_does_nothing(desk: Desk) -> None:
    key = "0x" + "79" * 32
    several = (Payee(account=key, amount=tokens(1)), Payee(account=OTHER, amount=Amount(10**28)))
    item = desk.signed(desk.approved(desk.act("transfer", payees=several, member_id=None)))
    desk.step(item)
    desk.final()
    assert desk.step(item).state == "failed"
    assert balances.free(desk.chain, bytes.fromhex(key[2:])) == 0
