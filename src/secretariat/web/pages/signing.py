"""Signing: what a wallet is asked to sign of an approved text, in words; its signature; and the way to the receipt."""

import json
from typing import Any

from litestar import Request, Response, get, post
from litestar.params import FromPath, FromQuery

from secretariat.desk.hand_off import HandOffRefused, receipt_words
from secretariat.flow.hand_off.sign import sign
from secretariat.flow.hand_off.wallet_metadata import wallet_metadata
from secretariat.web.forms import Fields, reading, sending, text
from secretariat.web.site import Here


@get("/drafts/{name:str}/sign", sync_to_thread=True)
def sign_page(site: Here, request: Request[Any, Any, Any], name: FromPath[str]) -> Response[Any]:
    """Show what is to be signed, or how far the signed transaction has come."""
    visit = reading(site, request, "sign")
    found = sign(visit.context, name, on_page=True)
    if site.tour and found.get("receipt"):
        site.tour.see("receipt", visit.visitor.person.name)
    receipt = receipt_words(json.dumps(found["receipt"])) if found.get("receipt") else ""
    payload = json.dumps(found.get("payload"), sort_keys=True)
    return visit.page(
        "sign", text_name=name, found=found, receipt=receipt, payload=payload, moves=found["state"] == "on its way"
    )


@post("/drafts/{name:str}/signature", sync_to_thread=True)
def signed(site: Here, request: Request[Any, Any, Any], name: FromPath[str], data: Fields) -> Response[Any]:
    """Take the wallet's signature; it is checked, stored, and handed to the node."""
    visit = sending(site, request, data, "sign")
    signature = text(data, "signature").strip()
    if not signature:
        raise HandOffRefused("There is no signature. Sign with your wallet, or paste what it gave.")
    found = sign(visit.context, name, signature=signature, seconds=0, on_page=True)
    more = "This page follows it to its block." if found["state"] == "on its way" else found["says"]
    return visit.back(f"/drafts/{name}/sign", f"The signature is good. {more}")


@get("/wallet-metadata.json", sync_to_thread=True)
def for_wallets(
    site: Here, request: Request[Any, Any, Any], genesis: FromQuery[str], spec: FromQuery[int]
) -> Response[dict[str, Any]]:
    """Give what lets a wallet show the calls of one runtime in words."""
    visit = reading(site, request, "sign")
    return Response(content=wallet_metadata(visit.context, genesis, spec))
