"""``secretariat sign``: hand an approved act for the chain to a wallet, take its signature, and follow it to its block."""

import json
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from secretariat.cli.json_out import AsJson, print_json
from secretariat.cli.plain import say


def sign(
    name: Annotated[str, typer.Argument(metavar="ID", help="The approved text: d34.2.")],
    signature: Annotated[
        str, typer.Option("--signature", metavar="HEX", help="The wallet's answer: 65 bytes, or 64, in hexadecimal.")
    ] = "",
    wait: Annotated[
        int | None,
        typer.Option("--wait", min=0, max=3_600, help="Seconds to follow it; those of [signing] unless told."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print what a wallet is to sign of an approved text, or take the signature and follow it until its block is final.

    For a text that is signed already, tell how far it has come. Exit 1 when it failed in its block, or when a signature was given
    and nothing came of it.
    """
    from secretariat.flow.context import open_context
    from secretariat.flow.hand_off.sign import sign as run_sign

    found = run_sign(open_context(), name, signature=signature, seconds=wait)
    if as_json:
        print_json("secretariat.sign/1", found)
    else:
        for line in lines(found):
            say(line)
    if found["state"] == "failed" or (signature and found["state"] in ("to sign", "withdrawn")):
        raise typer.Exit(1)


def lines(found: dict[str, Any]) -> Iterator[str]:
    """Write an answer for a terminal, line by line."""
    if "payload" not in found:
        yield f"{found['draft']}  {found['state']}"
        yield found["says"]
        if found["extrinsic"]:
            yield f"Transaction {found['extrinsic']}"
        return
    call = found["call"]
    yield f"{found['draft']}  {call['pallet']}.{call['function']}, {call['bytes']:,} bytes, for runtime {found['runtime']}"
    width = max((len(one["path"]) for one in call["arguments"]), default=0)
    for one in call["arguments"]:
        yield from _argument(one, width)
    yield ""
    yield (
        f"Signed by {found['account']} ({found['person']}), its transaction number {found['nonce']}, for blocks "
        f"{found['first_block']:,} to {found['last_block']:,}."
    )
    yield f"Call data: {call['data']}"
    if found["link"]:
        yield f"To look at it: {found['link']}"
    yield "For the wallet:"
    yield json.dumps(found["payload"], separators=(", ", ": "))
    yield found["says"]


def _argument(one: dict[str, str], width: int) -> Iterator[str]:
    """Write one argument; a text keeps its lines, each beginning with a mark, so that it cannot pass for another argument."""
    name = f"  {one['path']:<{width}}  "
    if one["unit"] != "text":
        yield name + one["value"] + (f" {one['unit']}" if one["unit"] == "JOY" else "")
        return
    for number, line in enumerate(one["value"].split("\n")):
        yield (name if number == 0 else " " * len(name)) + "| " + line
