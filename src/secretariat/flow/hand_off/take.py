"""Take a wallet's signature: check it, store the hash, and only then submit."""

from dataclasses import replace

from secretariat.clients.substrate.signing import extrinsic_hash, read_request, signed_extrinsic
from secretariat.clients.substrate.wrong import ValueWrong, bytes_of
from secretariat.desk.acts import Call
from secretariat.desk.hand_off import HandOffRefused, Signer, Stored, is_over, read, written
from secretariat.flow.context import Context
from secretariat.flow.hand_off.chain import Chain, chain_of, next_nonce
from secretariat.flow.hand_off.request import call_of
from secretariat.flow.hand_off.still_wanted import check_wanted
from secretariat.store import hand_off as items
from secretariat.store.decided import SIGNS
from secretariat.store.engine import writing
from secretariat.store.hand_off import Handed
from secretariat.store.journal import append


def take(context: Context, item: Handed, signer: Signer, signature: str) -> str:
    """Take the signature over an item's stored request and store the signed transaction; gives its hash (``0x`` hex).

    Nothing is submitted here: ``follow`` does, once the hash is stored. Raises HandOffRefused for an item that has no request or is
    signed, for one that is not wanted any more, for another person's request, and for one that no block can take any more; SigningRefused for a signature that is not
    over this very request; and what calls raise. A signature refused leaves the request as it is.
    """
    if item.extrinsic is not None:
        raise HandOffRefused(
            f"{item.name} is signed already; `secretariat sign {item.name}` tells how far it has come."
        )
    if item.request is None or item.state != items.SIGNING:
        raise HandOffRefused(f"{item.name} has no request to sign; `secretariat sign {item.name}` builds one.")
    known, made = read(item.request), call_of(item)
    if known.account != signer.key:
        raise HandOffRefused(f"The request of {item.name} is for {known.person}'s wallet; ask for one of your own.")
    request = read_request(known.payload, multi_address=known.multi_address, ss58_prefix=known.ss58_prefix)
    signed = signed_extrinsic(request, _bytes(signature))
    with chain_of(context, made.genesis) as chain:
        check_wanted(context, item, chain.block)
        why = _too_late(known, made, chain)
    if why:
        with writing(context.engine) as connection:
            items.forget_request(connection, item, why=why)
        raise HandOffRefused(f"{why} Nothing was sent. `secretariat sign {item.name}` builds a new request.")
    own = "0x" + extrinsic_hash(signed).hex()
    _store(context, item, replace(known, signed="0x" + signed.hex()), own, signer)
    return own


def _bytes(signature: str) -> bytes:
    text = signature.strip()
    try:
        return bytes_of(text if text.startswith("0x") else f"0x{text}")
    except ValueWrong as error:
        raise HandOffRefused(
            "The signature is not hexadecimal; copy it from the wallet's answer. Nothing was sent."
        ) from error


def _too_late(known: Stored, made: Call, chain: Chain) -> str:
    """Say why no block can take a request any more; empty when one can."""
    if is_over(known, chain.block + 1):
        return f"The request could be sent until block {known.last:,}, and block {chain.block:,} is final: its era is over."
    version = chain.version
    if (version.spec_version, version.transaction_version) != (made.spec_version, made.transaction_version):
        return f"The chain runs runtime {version.spec_version} since the request was built for {made.spec_version}."
    nonce, asked = next_nonce(chain, known.account), int(str(known.payload["nonce"]), 16)
    if nonce != asked:
        return f"The request has the account's number {asked}, and its next one is {nonce}: " + (
            "it made another transaction meanwhile." if nonce > asked else "one before it is gone."
        )
    return ""


def _store(context: Context, item: Handed, signed: Stored, own: str, signer: Signer) -> None:
    """Write the signed bytes and their hash down, with who signed, in one transaction."""
    body = {"schema": 1, "item": item.number, "extrinsic": own, "account": signer.key, "nonce": signed.payload["nonce"]}
    with writing(context.engine) as connection:
        if not items.put_signed(connection, item, written(signed), own):
            raise HandOffRefused(
                f"{item.name} changed meanwhile: somebody signed it, or took it back. Nothing was sent."
            )
        append(
            connection,
            at=context.machine_now(),
            person=signer.person,
            action=SIGNS,
            subject=item.name,
            why="",
            body=body,
        )
