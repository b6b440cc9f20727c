"""What is refused before anything is sent, each with one clear sentence, and what a node refuses afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import update

from secretariat.desk.drafts import DraftUnknown
from secretariat.desk.hand_off import HandOffRefused, Signer, read, written
from secretariat.errors import SecretariatError
from secretariat.flow.hand_off import follow, request, take
from secretariat.flow.hand_off.request import act_of, call_of
from secretariat.sources.chain.heads import NoGoodNode
from secretariat.store.engine import writing
from secretariat.store.schema import findings
from tests.flow.hand_off.desk import Desk, context_of
from tests.flow.hand_off.desk import desk as running_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with running_desk(tmp_path_factory.mktemp("desk")) as found:
        yield found


def refused(desk: Desk, item: Any, signature: str, signer: Signer | None = None) -> str:
    with pytest.raises(SecretariatError) as caught:
        take.take(desk.context, item, signer or desk.signer, signature)
    assert desk.row(item)["extrinsic"] is None
    assert len(desk.network.node.pool) == 0
    return str(caught.value)


def test_a_broken_signature_is_refused_and_the_request_stays(desk: Desk) -> None:
    asked, stored = desk.ask(desk.approved(desk.remark()))
    good = desk.sign(stored)
    broken = good[:-1] + ("0" if good[-1] != "0" else "1")
    for signature, words in (
        (broken, "is not over this request"),
        (good[:-4], "this has 63"),
        (good[:-2], "is not over this request"),
        ("0x02" + good[4:], "scheme that is not taken"),
        ("nonsense", "not hexadecimal"),
        ("", "this has 0"),
    ):
        assert words in refused(desk, asked, signature)
    assert desk.row(asked)["request"] == written(stored)
    take.take(desk.context, asked, desk.signer, good.removeprefix("0x"))
    assert desk.row(asked)["extrinsic"] is not None
    assert desk.step(asked).state == "on its way"
    desk.final()
    assert desk.step(asked).state == "done"


def test_a_signature_over_another_request_is_refused(desk: Desk) -> None:
    asked, stored = desk.ask(desk.approved(desk.remark()))
    for change in (
        {"genesisHash": "0x" + "11" * 32},
        {"nonce": f"0x{int(stored.payload['nonce'], 16) + 1:08x}"},
        {"method": stored.payload["method"][:-2] + "00"},
        {"era": "0x00"},
        {"tip": f"0x{1:032x}"},
    ):
        signature = desk.wallet.sign_payload({**stored.payload, **change})["signature"]
        assert "another account signed, or another or an older request" in refused(desk, asked, signature)


def test_an_account_that_moved_on_makes_the_request_void(desk: Desk) -> None:
    asked, stored = desk.ask(desk.approved(desk.remark("first")))
    desk.done(desk.remark("second"))
    said = refused(desk, asked, desk.sign(stored))
    assert "it made another transaction meanwhile" in said
    assert "builds a new request" in said
    assert desk.row(asked)["request"] is None
    asked, anew = desk.ask(desk.item(asked.name))
    assert int(anew.payload["nonce"], 16) == int(stored.payload["nonce"], 16) + 1
    assert "older request" in refused(desk, asked, desk.sign(stored))


def test_a_request_whose_era_is_over_is_refused_and_made_anew(desk: Desk) -> None:
    asked, stored = desk.ask(desk.approved(desk.remark()))
    signature = desk.sign(stored)
    desk.network.advance(1900)
    assert desk.chain.final < stored.last
    again, fresh = desk.ask(asked)  # little time is left: asked for once more, it is another one
    assert fresh.first > stored.first
    desk.change(again, request=written(stored))
    desk.network.advance(200)
    said = refused(desk, desk.item(asked.name), signature)
    assert "its era is over" in said
    assert desk.row(asked)["request"] is None


def test_another_chain_and_another_runtime_are_refused(desk: Desk) -> None:
    act = desk.remark()
    assert act.call is not None
    other = desk.approved(replace(act, call=replace(act.call, genesis="0x" + "22" * 32)))
    with pytest.raises(NoGoodNode, match="it is a node of another chain"):
        desk.ask(other)
    for call in (replace(act.call, spec_version=2003), replace(act.call, transaction_version=1)):
        with pytest.raises(HandOffRefused, match=r"was built for runtime 200\d, and the chain runs 2004"):
            desk.ask(desk.approved(replace(act, call=call)))


def test_a_signature_for_another_genesis_is_refused_by_the_node_too(desk: Desk) -> None:
    """The desk checks first; were that gone, the node does."""
    from secretariat.clients.http import open_wire
    from secretariat.clients.substrate.rpc import node_at
    from secretariat.clients.substrate.signing import read_request, signed_extrinsic
    from secretariat.effects.chain.submit import submit

    _, stored = desk.ask(desk.approved(desk.remark("elsewhere")))
    payload = {**stored.payload, "genesisHash": "0x" + "11" * 32}
    elsewhere = read_request(payload, multi_address=False, ss58_prefix=126)
    signed = signed_extrinsic(elsewhere, bytes.fromhex(desk.wallet.sign_payload(payload)["signature"][2:]))
    with open_wire() as wire:
        outcome = submit(node_at(wire, desk.running.addresses["node"]), signed)
    assert (outcome.verdict, "signed for another chain" in outcome.why) == ("refused", True)


def test_only_the_member_s_controller_as_configured_may_sign(desk: Desk) -> None:
    item = desk.approved(desk.act("forum-thread", category=1))
    stranger = "0x" + "33" * 32
    for signer, words in (
        (replace(desk.signer, key=stranger), "acts by its controller account, which on the chain is j4"),
        (replace(desk.signer, member_id=desk.member + 1), "has to be signed by the person whose membership it is"),
        (replace(desk.signer, member_id=None), "has member_id None"),
    ):
        with pytest.raises(HandOffRefused, match=words):
            request.request_for(desk.context, item, signer)
    nobody = desk.approved(desk.act("forum-thread", category=1, member_id=9_999))
    with pytest.raises(HandOffRefused, match="no such member"):
        request.request_for(desk.context, nobody, replace(desk.signer, member_id=9_999))
    asked, stored = desk.ask(item)
    with pytest.raises(HandOffRefused, match="ask for one of your own"):
        take.take(desk.context, asked, replace(desk.signer, key=stranger), desk.sign(stored))


def test_a_staking_account_that_is_not_bound_is_named_before_a_fee_is_paid(desk: Desk) -> None:
    from secretariat.formats.calls.of_act import Around, call_data

    act = desk.act("signal-proposal")
    unbound = desk.with_call(act, call_data(desk.runtime, act, Around(staking_account="0x" + "44" * 32)))
    with pytest.raises(HandOffRefused, match="is not bound to member"):
        desk.ask(desk.approved(unbound))


def test_items_that_are_not_to_be_signed(desk: Desk) -> None:
    for name in ("d999", "d999.1"):
        with pytest.raises(DraftUnknown, match="There is no draft d999"):
            desk.item(name)
    with pytest.raises(DraftUnknown):
        desk.item("34")
    item = desk.approved(desk.remark())
    with pytest.raises(HandOffRefused, match="has no request to sign"):
        take.take(desk.context, item, desk.signer, "0x" + "00" * 64)
    with pytest.raises(HandOffRefused, match="is not signed"):
        follow.step(desk.context, item)
    message = replace(desk.remark(), kind="message", channel="file", call=None)
    with pytest.raises(HandOffRefused, match="does not go to the chain"):
        call_of(desk.approved(message))
    desk.change(item, state="withdrawn")
    with pytest.raises(HandOffRefused, match="is withdrawn: there is nothing to sign"):
        desk.ask(desk.item(item.name))


def test_a_revision_that_is_withdrawn_gives_way_to_the_one_that_stands(desk: Desk) -> None:
    from sqlalchemy import insert

    from secretariat.store.schema import outbox

    item = desk.approved(desk.remark())
    row = desk.row(item)
    desk.change(item, state="withdrawn")
    with writing(desk.context.engine) as connection:
        del row["number"]
        connection.execute(insert(outbox).values(**row | {"revision": 2}))
    assert desk.item(f"d{item.draft}").name == f"d{item.draft}.2"
    assert desk.item(item.name).state == "withdrawn"


def test_a_signed_item_is_not_signed_again(desk: Desk) -> None:
    asked, stored = desk.ask(desk.approved(desk.remark("once")))
    take.take(desk.context, asked, desk.signer, desk.sign(stored))
    with pytest.raises(HandOffRefused, match="somebody signed it"):
        take.take(desk.context, asked, desk.signer, desk.sign(stored))  # as another process would, that read it before
    signed = desk.item(asked.name)
    with pytest.raises(HandOffRefused, match="is signed already"):
        take.take(desk.context, signed, desk.signer, desk.sign(stored))
    with pytest.raises(HandOffRefused, match="is signing and signed"):
        desk.ask(signed)
    assert desk.step(signed).state == "on its way"
    desk.final()
    assert desk.step(signed).state == "done"


def test_a_request_changed_by_another_is_not_overwritten(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    item = desk.approved(desk.remark())
    built = request._built

    def meanwhile(*given: Any) -> Any:
        desk.change(item, request=written(stored))
        return built(*given)

    _, stored = desk.ask(desk.approved(desk.remark()))
    monkeypatch.setattr(request, "_built", meanwhile)
    with pytest.raises(HandOffRefused, match="changed while its request was built"):
        desk.ask(item)
    assert read(desk.row(item)["request"] or "") == stored


def test_an_account_without_money_is_told_so_and_may_try_again(desk: Desk) -> None:
    from secretariat.devnet.wallet import Wallet, account_by_name

    poor = account_by_name(7, "poor")
    signer = Signer(person="poor", key="0x" + poor.public.hex())
    asked = request.request_for(desk.context, desk.approved(desk.remark()), signer)
    item, stored = asked.item, asked.request
    take.take(desk.context, item, signer, Wallet([poor]).sign_payload(stored.payload)["signature"])
    found = desk.step(item)
    assert (found.state, "cannot pay the fee" in found.says) == ("to sign", True)
    assert (desk.row(item)["request"], desk.row(item)["extrinsic"]) == (None, None)


def test_no_node_or_none_configured_is_said(desk: Desk) -> None:
    item = desk.approved(desk.remark())
    closed = context_of("http://127.0.0.1:9", str(desk.context.engine.url))
    with pytest.raises(NoGoodNode, match="the connection failed"):
        request.request_for(closed, item, desk.signer)
    none = replace(closed, config=replace(closed.config, settings={}))
    with pytest.raises(HandOffRefused, match=r"Add \[chain\]"):
        request.request_for(none, item, desk.signer)


GONE_WORDS = "is not wanted any more: its reason is gone. It is withdrawn, nothing was sent"


def test_an_act_whose_reason_is_gone_is_neither_asked_for_nor_taken(desk: Desk) -> None:
    """The thread is there by other means, or the stage has changed; with the next review or, as here, before it."""
    off = desk.approved(desk.remark("the duty concludes it no more"), key="terms/summaries/council-4")
    with pytest.raises(HandOffRefused, match=GONE_WORDS):
        desk.ask(off)
    row = desk.row(off)
    assert (row["state"], row["why"], row["request"]) == ("withdrawn", "its reason is gone", None)
    asked, stored = desk.ask(desk.approved(desk.remark("closed after it was asked for")))
    with writing(desk.context.engine) as connection:
        connection.execute(
            update(findings).where(findings.c.key == act_of(asked).finding).values(closed_at="2030-01-02")
        )
    assert GONE_WORDS in refused(desk, asked, desk.sign(stored))
    assert (desk.row(asked)["state"], desk.row(asked)["request"]) == ("withdrawn", None)
    with pytest.raises(HandOffRefused, match="is withdrawn: there is nothing to sign"):
        desk.ask(desk.item(asked.name))


def test_an_act_whose_last_useful_block_is_final_is_neither_asked_for_nor_taken(desk: Desk) -> None:
    last = desk.chain.final + 20
    early, late = (desk.approved(desk.remark(text), until=last) for text in ("early", "late"))
    asked, stored = desk.ask(early)
    desk.network.advance(19)
    assert desk.chain.final == last - 1
    desk.ask(late)
    desk.network.advance(1)
    assert f"until block {last:,}, and block {last:,} is final" in refused(desk, asked, desk.sign(stored))
    with pytest.raises(HandOffRefused, match=f"until block {last:,}, and block {last:,} is final"):
        desk.ask(desk.item(late.name))
    assert [desk.row(one)["state"] for one in (early, late)] == ["withdrawn"] * 2


def test_what_is_signed_and_no_node_ever_had_is_taken_back_when_its_reason_goes(desk: Desk) -> None:
    item = desk.signed(desk.approved(desk.remark("signed")))
    desk.close(item)
    found = desk.step(item)
    assert (found.state, "before any node had it: its reason is gone" in found.says) == ("withdrawn", True)
    assert (desk.row(item)["state"], desk.row(item)["extrinsic"]) == ("withdrawn", None)
    assert len(desk.network.node.pool) == 0


def test_what_a_node_has_had_is_followed_to_its_block_whatever_became_of_its_reason(desk: Desk) -> None:
    item = desk.signed(desk.approved(desk.remark("on its way")))
    assert desk.step(item).state == "on its way"
    desk.close(item)
    desk.final()
    assert desk.step(item).state == "done"


def test_words_that_are_not_neutral_now_are_neither_asked_for_nor_taken_and_wait(desk: Desk) -> None:
    """A yes may be older than what makes the words partial, such as a candidate whom they name."""
    item = desk.approved(replace(desk.remark(), text="Please vote for bert_8: nobody is better than he is."))
    with pytest.raises(HandOffRefused, match="cannot be signed now: its words are not neutral"):
        desk.ask(item)
    assert (desk.row(item)["state"], desk.row(item)["request"]) == ("signing", None)


def test_while_a_source_is_silent_who_signs_is_told_that_nobody_knows(desk: Desk) -> None:
    item = desk.approved(desk.remark("of a duty"), key="elections/thread/cycle-6", needs=("query-node",))
    asked = request.request_for(desk.context, item, desk.signer)
    assert asked.warning.startswith("Nobody knows now whether it is still wanted: ")
    signature = desk.sign(asked.request)
    assert take.take(desk.context, desk.item(item.name), desk.signer, signature).startswith("0x")
    plain = desk.approved(desk.remark("of a person"))
    assert request.request_for(desk.context, plain, desk.signer).warning == ""
