"""From acts to the golden bytes, and what the chain would refuse."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

import pytest

from secretariat.clients.substrate.codec import Call, encode_call
from secretariat.clients.substrate.types import WIDTHS, Array, Basic, Compact, Enum, Runtime, Sequence, Struct, Tuple
from secretariat.desk.acts import ON_CHAIN, Act, Destination, Kind, Payee
from secretariat.facts.amounts import Amount, tokens
from secretariat.facts.live_groups import GROUP_WORDS
from secretariat.formats.calls import build
from secretariat.formats.calls.build import CallRefused
from secretariat.formats.calls.of_act import Around, call_data
from secretariat.formats.calls.words import in_words

KEY, OTHER = "0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d", "0x" + "11" * 32
AROUND = Around(staking_account=KEY, discussion=77)


def act(
    kind: Kind, title: str = "A title", text: str = "Words", *, payees: tuple[Payee, ...] = (), **where: Any
) -> Act:
    return Act(
        kind=kind,
        channel="chain",
        destination=Destination(**({"member_id": 1234} | where)),
        finding="test/rule/one",
        part="thread",
        revision=1,
        title=title,
        text=text,
        payees=payees,
    )


@pytest.fixture(scope="module")
def golden(shared: Callable[[str], Path]) -> dict[str, bytes]:
    calls = json.loads(shared("facts/vectors.json").read_text())["calls"]
    return {name: bytes.fromhex(data[2:]) for name, data in calls.items()}


def test_calls_of_acts_are_the_golden_bytes(mainnet: Runtime, golden: dict[str, bytes]) -> None:
    thread = build.forum_thread(
        member=1234, category=8, title="Council term 40 summaries", text="Hello **council**", tags=["council"]
    )
    assert encode_call(mainnet, thread) == golden["Forum.create_thread"]
    signal = build.proposal(
        mainnet,
        member=1234,
        title="Elect council secretary",
        description="md text",
        staking_account=KEY,
        details=build.signal("Secretary for term 40"),
    )
    assert encode_call(mainnet, signal) == golden["ProposalsCodex.create_proposal(Signal)"]
    payees = (Payee(account=KEY, amount=tokens(12_345)), Payee(account=OTHER, amount=Amount(1)))
    funding = act("funding-request", "Pay Bob", "x", payees=payees)
    assert call_data(mainnet, funding, AROUND) == golden["ProposalsCodex.create_proposal(FundingRequest)"]
    transfer = act("transfer", payees=(Payee(account=KEY, amount=tokens(5)),))
    assert call_data(mainnet, transfer, AROUND) == golden["Balances.transfer"]


def test_several_payees_are_paid_in_one_batch_of_which_all_is_done_or_none(
    mainnet: Runtime, golden: dict[str, bytes]
) -> None:
    payees = (Payee(account=KEY, amount=tokens(5)), Payee(account=OTHER, amount=Amount(7)))
    data = call_data(mainnet, act("transfer", payees=payees), AROUND)
    first = golden["Balances.transfer"]
    assert data == bytes([1, 2, 8]) + first + bytes([5, 0]) + b"\x11" * 32 + bytes([7 << 2])


@pytest.mark.parametrize("runtime", ["mainnet", "devnet"])
def test_every_kind_for_the_chain_is_built_and_shown_in_words(runtime: str, request: pytest.FixtureRequest) -> None:
    held: Runtime = request.getfixturevalue(runtime)
    acts: dict[str, tuple[Act, str, dict[str, str]]] = {
        "forum-thread": (
            act("forum-thread", category=8),
            "Forum.create_thread",
            {"metadata.title": "A title", "text": "Words", "category_id": "8", "forum_user_id": "1234"},
        ),
        "forum-post": (
            act("forum-post", category=8, thread=55, replies_to=9),
            "Forum.add_post",
            {"thread_id": "55", "text.text": "Words", "text.replies_to": "9", "editable": "no"},
        ),
        "discussion-post": (
            act("discussion-post", proposal=3),
            "ProposalsDiscussion.add_post",
            {"thread_id": "77", "text.text": "Words", "post_author_id": "1234"},
        ),
        "signal-proposal": (
            act("signal-proposal"),
            "ProposalsCodex.create_proposal",
            {
                "general_proposal_parameters.title": "A title",
                "general_proposal_parameters.description": "Words",
                "general_proposal_parameters.staking_account_id": "j4W7rVcUCxi2crhhjRq46fNDRbVHTjJrz6bKxZwehEMQxZeSf",
                "proposal_details.Signal": "Words",
            },
        ),
        "funding-request": (
            act("funding-request", payees=(Payee(account=OTHER, amount=tokens("12.5")),)),
            "ProposalsCodex.create_proposal",
            {"proposal_details.FundingRequest[1].amount": "12.5", "proposal_details": "FundingRequest"},
        ),
        "budget-update": (
            act(
                "budget-update",
                group="operationsWorkingGroupAlpha",
                payees=(Payee(account="", amount=tokens(-300)),),
            ),
            "ProposalsCodex.create_proposal",
            {
                "proposal_details.UpdateWorkingGroupBudget.1": "300",
                "proposal_details.UpdateWorkingGroupBudget.2": "OperationsAlpha",
                "proposal_details.UpdateWorkingGroupBudget.3": "Negative",
            },
        ),
        "transfer": (
            act("transfer", payees=(Payee(account=KEY, amount=tokens(1)), Payee(account=OTHER, amount=Amount(1)))),
            "Utility.batch_all",
            {
                "calls[1]": "Balances.transfer",
                "calls[1].value": "1",
                "calls[2].value": "0.0000000001",
                "calls[1].dest": "j4W7rVcUCxi2crhhjRq46fNDRbVHTjJrz6bKxZwehEMQxZeSf",
            },
        ),
    }
    assert set(acts) == ON_CHAIN
    for one, name, expected in acts.values():
        words = in_words(held, call_data(held, one, AROUND))
        assert f"{words.pallet}.{words.function}" == name
        shown = {line.path: line for line in words.lines}
        assert {path: shown[path].value for path in expected} == expected
        money = [line.path for line in words.lines if line.unit == "JOY"]
        assert bool(money) == bool(one.payees)


def test_groups_are_those_of_the_runtime_in_both_directions(mainnet: Runtime) -> None:
    for group, variant in GROUP_WORDS.items():
        one = act("budget-update", group=group, payees=(Payee(account="", amount=Amount(1)),))
        words = in_words(mainnet, call_data(mainnet, one, AROUND))
        assert variant in [line.value for line in words.lines]


def refused(runtime: Runtime, one: Act, around: Around = AROUND) -> str:
    with pytest.raises(CallRefused) as caught:
        call_data(runtime, one, around)
    return str(caught.value)


def test_what_the_chain_would_refuse_is_refused_here_in_words(mainnet: Runtime) -> None:
    pays = (Payee(account=KEY, amount=tokens(1)),)
    cases: dict[str, tuple[Act, str]] = {
        "title": (act("signal-proposal", "x" * 41), "The title of a proposal has 41 bytes; the chain takes 40"),
        "title in bytes": (act("signal-proposal", "ü" * 21), "has 42 bytes (21 letters); the chain takes 40"),
        "no title": (act("signal-proposal", ""), "The title of a proposal is empty"),
        "description": (act("signal-proposal", text="x" * 3001), "has 3,001 bytes; the chain takes 3,000"),
        "no payees": (act("funding-request"), "has 1 to 20 accounts, not 0"),
        "nothing": (act("funding-request", payees=(Payee(account=KEY, amount=Amount(0)),)), "must be above zero"),
        "twice": (act("funding-request", payees=pays + pays), "named twice"),
        "too much": (
            act("funding-request", payees=(Payee(account=KEY, amount=tokens("1000000.0000000001")),)),
            "at most 1000000 JOY; this one is 1000000.0000000001 JOY",
        ),
        "account": (act("transfer", payees=(Payee(account="Bob", amount=tokens(1)),)), "is not the public key"),
        "nobody": (act("transfer"), "needs somebody to pay"),
        "group": (
            act("budget-update", group="gardeners", payees=(Payee(account="", amount=tokens(1)),)),
            "no working group",
        ),
        "by nothing": (
            act("budget-update", group="appWorkingGroup", payees=(Payee(account="", amount=Amount(0)),)),
            "by nothing is none",
        ),
        "no category": (act("forum-thread"), "does not say its category"),
        "no member": (act("forum-thread", category=1, member_id=None), "does not say its member_id"),
        "no text": (act("forum-post", text=" ", category=1, thread=2), "needs a text"),
        "not for the chain": (act("message"), "is no call of the chain"),
        "half a letter": (act("signal-proposal", text="\ud800"), "cannot be written as UTF-8"),
    }
    for name, (one, words) in cases.items():
        assert words in refused(mainnet, one), name
    assert "needs a staking account" in refused(mainnet, act("signal-proposal"), Around())
    assert "discussion of proposal 3 is not known" in refused(mainnet, act("discussion-post", proposal=3), Around())
    most = tuple(Payee(account=f"0x{n:064x}", amount=Amount(1)) for n in range(21))
    assert "has 1 to 20 accounts, not 21" in refused(mainnet, act("funding-request", payees=most))
    assert len(call_data(mainnet, act("funding-request", payees=most[:20]), AROUND)) > 20 * 48
    with pytest.raises(CallRefused, match="1 to 10,922 calls"):
        build.batch_all(mainnet, [])


def test_longest_texts_pass(mainnet: Runtime) -> None:
    one = act("signal-proposal", "ü" * 20, "ü" * 1500)
    assert in_words(mainnet, call_data(mainnet, one, AROUND)).lines[-1].value == "ü" * 1500


def test_only_acts_for_the_chain_have_a_call() -> None:
    from secretariat.formats.calls.of_act import _BUILDERS

    assert set(_BUILDERS) == ON_CHAIN < set(get_args(Kind))


def test_creators_tokens_are_not_shown_as_joy(mainnet: Runtime) -> None:
    def shown(function: str, **args: Any) -> dict[str, tuple[str, str]]:
        data = encode_call(mainnet, Call(pallet="ProjectToken", function=function, args=args))
        return {line.path: (line.value, line.unit) for line in in_words(mainnet, data).lines}

    ids = {"token_id": 1, "member_id": 2, "amount": 30_000_000_000}
    assert shown("burn", **ids)["amount"] == ("30000000000", "number")
    bought = shown("buy_on_amm", **ids, slippage_tolerance=(500, 30_000_000_000))
    assert bought["amount"] == ("30000000000", "number")
    assert bought["slippage_tolerance.1"] == ("500", "number")
    assert bought["slippage_tolerance.2"] == ("3", "JOY")
    assert shown("buy_on_amm", **ids, slippage_tolerance=None)["slippage_tolerance"] == ("none", "none")


HOSTILE = ("0x1234", "\u202etxet", "@everyone <script>", "\x00\x1b[31m", "=1+1", "", "none")


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_are_shown_as_they_stand_in_the_bytes(mainnet: Runtime, text: str) -> None:
    data = encode_call(mainnet, Call(pallet="System", function="remark", args={"remark": text.encode()}))
    (line,) = in_words(mainnet, data).lines
    assert (line.path, line.value, line.unit) == ("remark", text, "text")


def test_bytes_that_are_no_text_and_messages_that_are_none_are_shown_as_what_they_are(mainnet: Runtime) -> None:
    def shown(metadata: bytes) -> dict[str, tuple[str, str]]:
        args = {"forum_user_id": 1, "category_id": 2, "metadata": metadata, "text": b"\xff"}
        data = encode_call(mainnet, Call(pallet="Forum", function="create_thread", args=args))
        return {line.path: (line.value, line.unit) for line in in_words(mainnet, data).lines}

    assert shown(b"")["metadata"] == ("none", "none")
    assert shown(b"\x0a\x01A")["metadata.title"] == ("A", "text")
    assert shown(b"\x0a\x01A")["text"] == ("0xff", "bytes")
    for odd in (b"\x0a\x02A", b"\x0a\x01A\x0a\x01B", b"\x12\x01t\x0a\x01A", b"\x1a\x00", b"\x0a\x81\x00A", b"\x08\x01"):
        assert list(shown(odd))[2] == "metadata", odd  # another writing would hide what it says: shown as bytes or text


def sample(runtime: Runtime, type_id: int, depth: int = 0) -> bytes:
    """Write some value of a type: the last variant of an enum that can be while there is room, and lists of one."""
    held = runtime.types[type_id]
    match held:
        case Basic(name):
            return b"\x04a" if name == "str" else b"\x01" * WIDTHS.get(name, 1)
        case Compact():
            return b"\x04"
        case Struct(_, fields):
            return b"".join(sample(runtime, each.type_id, depth + 1) for each in fields)
        case Tuple(inners):
            return b"".join(sample(runtime, inner, depth + 1) for inner in inners)
        case Array(inner, length):
            return sample(runtime, inner, depth + 1) * length
        case Sequence(inner):
            return b"\x04" + sample(runtime, inner, depth + 1) if depth < 9 else b"\x00"
        case Enum(_, variants):
            for chosen in sorted(variants, reverse=depth < 9):
                with suppress(LookupError):
                    parts = (sample(runtime, each.type_id, depth + 1) for each in variants[chosen].fields)
                    return bytes([chosen]) + b"".join(parts)
            raise LookupError(f"no value of this type can be: {held}")
    return b"\x00"


@pytest.mark.parametrize("runtime", ["mainnet", "devnet"])
def test_every_call_of_the_runtime_is_shown_argument_by_argument(runtime: str, request: pytest.FixtureRequest) -> None:
    held: Runtime = request.getfixturevalue(runtime)
    calls = 0
    for pallet in held.pallets.values():
        variants = held.types.get(pallet.calls or -1)
        for variant in variants.variants.values() if isinstance(variants, Enum) else ():
            arguments = b"".join(sample(held, each.type_id) for each in variant.fields)
            words = in_words(held, bytes([pallet.index, variant.index]) + arguments)
            assert (words.pallet, words.function) == (pallet.name, variant.name)
            named = {re.split(r"[.\[]", line.path)[0] for line in words.lines}
            empty = {str(each.name) for each in variant.fields if not sample(held, each.type_id)}
            assert named >= {str(each.name) for each in variant.fields} - empty
            calls += 1
    assert calls == 459 or runtime == "devnet"
