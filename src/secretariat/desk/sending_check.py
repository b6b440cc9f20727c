"""Whether what an item is sent or signed with is of the act that was approved: the request for a wallet, and the messages that it is."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from secretariat.desk.hand_off import HandOffRefused, Stored, read
from secretariat.desk.messages import titled
from secretariat.desk.outbox import Item, KeptPart, PartState, Said, receipt_of
from secretariat.desk.outbox_check import Decisions, Signed
from secretariat.desk.parts import BOUNDS, parts_of
from secretariat.desk.splitting import CannotSplit


def wrong_requests(items: Iterable[Item], signed: Iterable[Signed]) -> Iterator[str]:
    """Say which requests ask a wallet for something else than the approved call, or are not what was signed, a sentence each."""
    entries = {(one.item, one.extrinsic): one for one in signed}
    for item in items:
        if item.request is None:
            if item.extrinsic is not None:
                yield f"{item.name} has the transaction {item.extrinsic}, and the signed bytes are gone."
            continue
        try:
            stored = read(item.request)
        except HandOffRefused:
            yield f"What a wallet was asked to sign of {item.name} cannot be read."
            continue
        yield from _request(item, stored, entries.get((item.number, item.extrinsic or "")))


def _request(item: Item, stored: Stored, entry: Signed | None) -> Iterator[str]:
    if item.act.call is None or stored.payload.get("method") != item.act.call.data:
        yield f"What a wallet was asked to sign of {item.name} is not the call that was approved."
    if item.extrinsic is None:
        if stored.signed:
            yield f"{item.name} has signed bytes, and no transaction's hash."
        return
    if _hash(stored.signed) != item.extrinsic:
        yield f"The signed bytes of {item.name} are not those of its transaction {item.extrinsic}."
    if entry is not None and (stored.account, stored.payload.get("nonce")) != (entry.account, entry.nonce):
        yield f"The account or its number in the request of {item.name} are not those that the journal has the signature of."


def _hash(signed: str) -> str:
    """Give the hash that a chain knows signed bytes by (Blake2b of 32 bytes); empty for what are no bytes."""
    try:
        return "0x" + hashlib.blake2b(bytes.fromhex(signed.removeprefix("0x")), digest_size=32).hexdigest()
    except ValueError:
        return ""


def wrong_parts(items: Iterable[Item], parts: Mapping[int, Sequence[KeptPart]], decided: Decisions) -> Iterator[str]:
    """Say which parts of items are not the words, the mentions or the receipts of these, a sentence each.

    As long as nothing of an item went out no words of it are kept; its parts are made anew then, so that they need not be its words.
    """
    by_word = {one.item for one in decided.settlements if one.how == "sent"}
    for item in items:
        kept = parts.get(item.number, ())
        for one in kept:
            if one.state not in get_args(PartState):
                yield f"{one.place.capitalize()} of {item.name} has the state {one.state[:40]!r}, which there is none of."
        if item.said is not None and item.act.channel in BOUNDS:
            yield from _words(item, item.said, kept)
        if kept and item.state == "sent" and item.number not in by_word:
            yield from _receipts(item, kept)


def _words(item: Item, said: Said, kept: Sequence[KeptPart]) -> Iterator[str]:
    """Hold parts against the words that the item's sending began with: a part is a piece of them, without the spaces at its end."""
    whole = titled(said.title, said.text)
    if not kept:
        if _is_several(item, whole):
            yield f"{item.name} is several messages, and its parts are gone."
        return
    places = [(one.part.number, one.part.of) for one in kept]
    told = "".join("".join(one.part.text.split()) for one in kept)
    if places != [(place, len(kept)) for place in range(1, len(kept) + 1)] or told != "".join(whole.split()):
        yield f"The parts of {item.name} are not the words that its sending began with."
    if {who for one in kept for who in one.part.mentions} != set(item.act.mentions):
        yield f"The parts of {item.name} ring others than the act that was approved."


def _is_several(item: Item, whole: str) -> bool:
    try:
        return len(parts_of(item.act.channel, whole, item.act.mentions, item.text_name)) > 1
    except CannotSplit:
        return False  # it was never sent


def _receipts(item: Item, kept: Sequence[KeptPart]) -> Iterator[str]:
    left = [one.place for one in kept if one.state != "sent"]
    if left:
        yield f"{item.name} counts as sent, and {' and '.join(left)} of it {'is' if len(left) == 1 else 'are'} not."
    elif receipt_of(kept) != item.receipt:
        yield f"The receipts of the parts of {item.name} are not its receipt."
