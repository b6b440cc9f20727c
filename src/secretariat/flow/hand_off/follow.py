"""Follow a signed transaction: hand its bytes over, find it in finalised blocks, and settle what came of it."""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from secretariat.desk.acts import canonical
from secretariat.desk.hand_off import (
    HandOffRefused,
    HandOffState,
    Stored,
    cannot_have_been_taken,
    is_due_again,
    is_over,
    read,
    receipt_words,
    written,
)
from secretariat.effects.chain.find import Sight, find
from secretariat.effects.chain.receipts import Receipt, receipt_of
from secretariat.effects.chain.submit import submit
from secretariat.errors import SecretariatError
from secretariat.flow.context import Context
from secretariat.flow.hand_off.chain import Chain, chain_of, final_nonce, runtime_before
from secretariat.flow.hand_off.request import call_of
from secretariat.flow.hand_off.still_wanted import why_gone, withdraw
from secretariat.store import hand_off as items
from secretariat.store.engine import reading, writing
from secretariat.store.hand_off import Handed

SECONDS_BETWEEN = 3.0
"""Between two looks: half a block."""


_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """How far an item has come: its state, a sentence for a person, its hash, and where it is done the receipt as JSON text.

    ``next`` is what to do at a terminal; a page has buttons for that.
    """

    item: Handed
    state: HandOffState
    says: str
    extrinsic: str = ""
    receipt: str = ""
    next: str = ""


def follow(context: Context, item: Handed, *, seconds: float = 0.0, sleep: Callable[[float], None]) -> Progress:
    """Hand a signed item over where that is due and look for it in finalised blocks, again and again for so many seconds.

    Raises HandOffRefused for an item that is not signed, and what calls raise; nothing is lost then, as the hash is stored.
    """
    found, waited = step(context, item), 0.0
    while found.state == "on its way" and waited < seconds:
        sleep(SECONDS_BETWEEN)
        waited += SECONDS_BETWEEN
        found = step(context, found.item, hands_over=False)
    return found


def follow_all(context: Context) -> list[Progress | SecretariatError]:
    """Take one step with every signed item that is not settled, oldest first; an error of one does not stop the others."""
    with reading(context.engine) as connection:
        waiting = items.on_their_way(connection)
    found: list[Progress | SecretariatError] = []
    for item in waiting:
        try:
            found.append(step(context, item))
        except SecretariatError as error:
            found.append(error)
        except Exception as error:
            _LOG.exception("A defect, while %s was followed", item.name)
            found.append(
                HandOffRefused(f"The program has a defect: {type(error).__name__} while {item.name} was followed.")
            )
    return found


def step(context: Context, item: Handed, *, hands_over: bool = True) -> Progress:
    """Look for a signed item in the finalised blocks that were not looked into yet, and hand it over where that is due."""
    if item.state in ("sent", "failed"):
        return _settled(item)
    if item.extrinsic is None or item.request is None:
        raise HandOffRefused(f"{item.name} is not signed: there is nothing to follow.")
    known = read(item.request)
    with chain_of(context, call_of(item).genesis) as chain:
        sight = find(chain.node, item.extrinsic, known.looked + 1, min(chain.block, known.last))
        if sight is not None:
            return _settle(context, item, receipt_of(chain.node, runtime_before(chain, sight.parent), sight))
        known = replace(known, looked=max(known.looked, min(chain.block, known.last)))
        gone = _cannot_come(known, chain)
        if gone:
            return _forget(context, item, gone)
        if not known.tries and (why := why_gone(context, item, chain.block)):
            return _withdrawn(context, item, why)
        if not hands_over or not is_due_again(known, chain.block):
            return _kept(context, item, known)
        return _handed_over(context, item, known, chain)


def _cannot_come(known: Stored, chain: Chain) -> str:
    """Say why the transaction can be in no block any more: its era is over, or its number is used up, in finalised blocks.

    A number is used up for good unless the account is emptied and begins to count anew; nobody hands the bytes over then.
    """
    if is_over(known, chain.block):
        return f"No block up to {known.last:,}, where its era ended, carries it."
    asked = int(str(known.payload["nonce"]), 16)
    if final_nonce(chain, known.account) > asked:
        return f"Another transaction of the account has its number {asked}, so that no block can carry it."
    return ""


def _handed_over(context: Context, item: Handed, known: Stored, chain: Chain) -> Progress:
    """Submit; that it is tried is written down before, so that a refusal of a second try proves nothing."""
    tried = replace(known, tries=known.tries + 1, tried_at=chain.block)
    item = _write(context, item, tried)
    outcome = submit(chain.once, bytes.fromhex(tried.signed[2:]))
    if outcome.verdict == "refused" and cannot_have_been_taken(tried):
        return _forget(context, item, f"The node refused it: {outcome.why}.")
    return _kept(context, item, replace(tried, taken=tried.taken or outcome.verdict == "sent", why=outcome.why))


def _write(context: Context, item: Handed, known: Stored) -> Handed:
    text = written(known)
    with writing(context.engine) as connection:
        if not items.put_progress(connection, item, text):
            raise HandOffRefused(f"{item.name} is being followed elsewhere; ask again.")
    return replace(item, request=text)


def _kept(context: Context, item: Handed, known: Stored) -> Progress:
    if written(known) != item.request:
        item = _write(context, item, known)
    where = (
        "A node has it"
        if known.taken
        else f"It is not known whether a node has it ({known.why or 'not handed over yet'})"
    )
    says = f"{where}; no block up to {known.looked:,} carries it, and until block {known.last:,} one can. Do not sign it anew."
    again = f"`secretariat sign {item.name}` looks again."
    return Progress(item=item, state="on its way", says=says, extrinsic=item.extrinsic or "", next=again)


def _forget(context: Context, item: Handed, why: str) -> Progress:
    with writing(context.engine) as connection:
        if not items.forget_request(connection, item, why=why):
            raise HandOffRefused(f"{item.name} is being followed elsewhere; ask again.")
    anew = f"`secretariat sign {item.name}` builds a new request."
    gone = replace(item, request=None, extrinsic=None, why=why)
    return Progress(item=gone, state="to sign", says=f"{why} Nothing happened.", next=anew)


def _withdrawn(context: Context, item: Handed, why: str) -> Progress:
    """Take back what was signed and never handed over, as its reason is gone since."""
    withdraw(context, item, why)
    gone = replace(item, state="withdrawn", request=None, extrinsic=None, why=why)
    says = f"It is withdrawn before any node had it: {why}. Nothing happened."
    return Progress(item=gone, state="withdrawn", says=says)


def _settle(context: Context, item: Handed, receipt: Receipt) -> Progress:
    text = canonical(_receipt(item, receipt))
    with writing(context.engine) as connection:
        items.settle(
            connection, item, sent=not receipt.failure, receipt=text, why=receipt.failure, at=context.machine_now()
        )
    state = "failed" if receipt.failure else "sent"
    return _settled(replace(item, state=state, receipt=text, why=receipt.failure))


def _receipt(item: Handed, receipt: Receipt) -> dict[str, object]:
    """Write a receipt: where it stands, and the numbers of what it made; of several of one kind all of them."""
    sight: Sight = receipt.sight
    made: dict[str, list[int]] = {}
    for what, number in receipt.made:
        made.setdefault(what, []).append(number)
    return {
        "block": sight.block,
        "block_hash": sight.block_hash,
        "index": sight.index,
        "extrinsic": item.extrinsic,
        **{what: numbers[0] if len(numbers) == 1 else numbers for what, numbers in made.items()},
    }


def _settled(item: Handed) -> Progress:
    told = json.loads(item.receipt) if item.receipt.startswith("{") else {}
    if "block" not in told:  # a person settled it
        state: HandOffState = "done" if item.state == "sent" else "failed"
        return Progress(item=item, state=state, says=f"It counts as {item.state}: {item.why}", receipt="")
    block = f"block {told['block']:,}"
    if item.state == "failed":
        says = f"It is in {block}, which is final, and did nothing: {item.why}. Its fee is paid; a person decides what next."
        return Progress(item=item, state="failed", says=says, extrinsic=item.extrinsic or "", receipt=item.receipt)
    says = f"Done: it is {receipt_words(item.receipt)}."
    return Progress(item=item, state="done", says=says, extrinsic=item.extrinsic or "", receipt=item.receipt)
