"""Sign: what a person asks for and gives by the name of an approved text, from the request to the receipt."""

import json
import time
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from secretariat.desk.hand_off import HandOffRefused, Signer
from secretariat.effects.chain.settings import MAINNET, MAINNET_WEBSOCKET, Settings
from secretariat.flow.context import Context
from secretariat.flow.hand_off.follow import Progress, follow
from secretariat.flow.hand_off.request import Asked, call_of, item_named, request_for
from secretariat.flow.hand_off.take import take
from secretariat.flow.people import acting_person
from secretariat.formats.calls.link import apps_link


def sign(
    context: Context,
    name: str,
    *,
    signature: str = "",
    seconds: float | None = None,
    sleep: Callable[[float], None] = time.sleep,
    on_page: bool = False,
) -> dict[str, Any]:
    """Give what is to be signed of an approved text, take the signature over it, or tell how far it has come.

    The answer is the contract ``secretariat.sign/1``. A signed item is followed for so many seconds: those of the settings after a
    signature, else none. ``on_page`` leaves out what to type at a terminal. Raises PersonUnknown, NotAllowed, DraftUnknown, HandOffRefused, SigningRefused and what calls raise.
    """
    settings = _settings(context)
    signer = signer_now(context)
    item = item_named(context, name)
    if signature:
        take(context, item, signer, signature)
        item = item_named(context, item.name)
    if item.extrinsic is not None or item.state in ("sent", "failed"):
        waits = settings.wait_seconds if signature and seconds is None else seconds or 0
        return _progress(follow(context, item, seconds=waits, sleep=sleep), on_page)
    return _to_sign(request_for(context, item, signer), _link(context, settings), on_page)


def signer_now(context: Context) -> Signer:
    """Give who signs: the person that the environment names, with the account of the settings.

    Raises PersonUnknown, NotAllowed, and HandOffRefused for a person without an account.
    """
    person = acting_person(context, "sign")
    if not person.key:
        raise HandOffRefused(f"[people.{person.name}] has no account: add the address of the wallet that signs.")
    return Signer(person=person.name, key=person.key, member_id=person.member_id)


def _settings(context: Context) -> Settings:
    found: Settings | None = context.config.settings.get("signing")
    if found is None:
        raise HandOffRefused(
            "Acts for the chain are handed to wallets once the settings have a table [signing]; add it."
        )
    return found


def _link(context: Context, settings: Settings) -> Callable[[bytes], str | None]:
    """Give what makes a link to a call: at the node that is configured for browsers, on the main network else at its public one."""
    chain = context.config.settings.get("chain")
    on_mainnet = chain is not None and chain.network == MAINNET
    node = settings.websocket if settings.websocket is not None else MAINNET_WEBSOCKET if on_mainnet else ""
    return lambda call: apps_link(settings.apps, node, call)


def _to_sign(asked: Asked, link: Callable[[bytes], str | None], on_page: bool) -> dict[str, Any]:
    item, stored, words, data = asked.item, asked.request, asked.words, call_of(asked.item).data
    then = "" if on_page else f"; then: secretariat sign {item.name} --signature 0x..."
    say = f"{stored.person}'s wallet signs the payload{then}"
    return {
        "draft": item.name,
        "state": "to sign",
        "says": " ".join(filter(None, (asked.warning, item.why, say))),
        "person": stored.person,
        "account": stored.payload["address"],
        "nonce": int(str(stored.payload["nonce"]), 16),
        "first_block": stored.first + 1,
        "last_block": stored.last,
        "runtime": int(str(stored.payload["specVersion"]), 16),
        "call": {
            "data": data,
            "pallet": words.pallet,
            "function": words.function,
            "bytes": words.bytes,
            "arguments": [asdict(line) for line in words.lines],
        },
        "link": link(bytes.fromhex(data.removeprefix("0x"))),
        "payload": dict(stored.payload),
    }


def _progress(found: Progress, on_page: bool) -> dict[str, Any]:
    return {
        "draft": found.item.name,
        "state": found.state,
        "says": found.says if on_page else f"{found.says} {found.next}".strip(),
        "extrinsic": found.extrinsic or None,
        "receipt": json.loads(found.receipt) if found.receipt else None,
    }
