"""A practice network that runs: its file, and asking it by its control."""

import json
from pathlib import Path
from typing import Any

from secretariat.cli.plain import plain
from secretariat.errors import SecretariatError

HERE = Path("devnet.json")
ON_THIS_MACHINE = "http://127.0.0.1:"


class PracticeWrong(SecretariatError):
    """The practice network cannot do what it was asked for."""


def told_at(network: Path) -> dict[str, str] | None:
    """Read the addresses in a network's file, by server; None where it is not such a file."""
    try:
        told = json.loads(network.read_text(encoding="utf-8"))
        return {str(name): str(address) for name, address in told["addresses"].items()} if told["devnet"] else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def answers(addresses: dict[str, str]) -> bool:
    """Tell whether a network answers at its addresses."""
    import httpx

    control = addresses.get("control", "")
    if not control.startswith(ON_THIS_MACHINE):
        return False
    try:
        with httpx.Client(trust_env=False, timeout=5) as client:
            return bool(client.get(f"{control}/state.json").json().get("network"))
    except (httpx.HTTPError, ValueError, AttributeError):
        return False


def control_of(network: Path) -> str:
    """Give the address of the control that a network's file names. Raises PracticeWrong."""
    if not network.exists():
        raise PracticeWrong(
            f"There is no {network}: no practice network runs here. Start one with secretariat devnet, or name its file "
            "with --network."
        )
    address = (told_at(network) or {}).get("control")
    if address is None:
        raise PracticeWrong(f"{network} does not tell where a practice network is. Name its file with --network.")
    if not address.startswith(ON_THIS_MACHINE):
        raise PracticeWrong(f"{network} names {plain(address)}, which is not on this machine.")
    return address


def asked_at(address: str, method: str, path: str, body: Any = None) -> Any:
    """Ask the control of a network at an address and give its JSON. Raises PracticeWrong."""
    import httpx

    try:
        with httpx.Client(trust_env=False, timeout=600) as client:
            response = client.request(method, address + path, json=body)
            told = response.json()
    except (httpx.HTTPError, ValueError) as error:
        raise PracticeWrong(
            f"The practice network at {address} does not answer: {str(error).rstrip('.')}. Is it still running?"
        ) from error
    if response.status_code != 200:
        raise PracticeWrong(plain(str(told.get("error", told))))
    return told
