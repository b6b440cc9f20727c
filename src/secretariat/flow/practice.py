"""What a practice run may drive and write over: a practice network on this machine, and the results of another practice run."""

from collections.abc import Iterable
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from secretariat import config
from secretariat.clients.failures import CallFailed, shown
from secretariat.clients.http import Wire
from secretariat.clients.substrate.rpc import call, node_at
from secretariat.clients.substrate.wrong import NodeRefused
from secretariat.errors import SecretariatError
from secretariat.facts.council_constants import MAINNET_GENESIS
from secretariat.flow.context import TABLES
from secretariat.sources.archives.walk import digest_of, places
from secretariat.store.glance import glance

NAME = "practice"
"""What a practice network calls itself, in the settings and on its node."""

STORE = "secretariat.db"
_SOURCES = frozenset({"chain", "query_node"})


class NotPractice(SecretariatError):
    """Something that is to be driven or written over is not of a practice network."""


def is_loopback(address: str) -> bool:
    """Tell whether an address is one of this machine by its number; a name may lead anywhere."""
    try:
        return ip_address(urlsplit(address).hostname or "").is_loopback
    except ValueError:
        return False


def check_addresses(addresses: Iterable[str]) -> None:
    """Refuse addresses that lead off this machine. Raises NotPractice."""
    for address in addresses:
        if not is_loopback(address):
            raise NotPractice(
                f"{shown(address)}: not on this machine, and a practice run asks no other. Nothing was asked."
            )


def check_settings(settings: config.Config) -> None:
    """Refuse settings that name anything but a practice network on this machine. Raises NotPractice."""
    on = settings.settings
    if on.keys() != _SOURCES:
        raise NotPractice("A practice run reads a practice network's node and query node, and nothing else.")
    if on["chain"].network != NAME:
        raise NotPractice(f"The settings name the network {on['chain'].network}, which is not a practice network.")
    node = on["query_node"]
    check_addresses([*on["chain"].urls, *node.urls, *([node.websocket] if node.websocket not in ("", "none") else [])])


def check_node(wire: Wire, url: str) -> None:
    """Refuse a node that does not say itself that it is one of a practice network. Raises NotPractice."""
    node = node_at(wire, url)
    try:
        name, genesis = call(node, "system_chain"), call(node, "chain_getBlockHash", 0)
    except (CallFailed, NodeRefused) as error:
        raise NotPractice(f"The node does not say of which network it is: {error}") from error
    if str(name).lower() != NAME or str(genesis).lower() == MAINNET_GENESIS:
        raise NotPractice(f"The node at {node.address} is one of {name}, genesis {genesis}: no practice network.")


def check_folder(folder: Path, example: Path) -> None:
    """Refuse a folder with settings or a store that are not of a practice run over this example; nothing is changed.

    Raises NotPractice.
    """
    settings, store = folder / config.FILE_NAME, folder / STORE
    if folder.exists() and not folder.is_dir():
        raise NotPractice(f"{folder} is not a folder. Choose another one with --out.")
    if _there(settings) and not _practice_settings(settings):
        raise _not_touched(settings)
    if _there(store) and not _practice_store(store, example):
        raise _not_touched(store)


def clear_folder(folder: Path) -> None:
    """Remove the settings and the store of an earlier practice run; ``check_folder`` has passed."""
    (folder / config.FILE_NAME).unlink(missing_ok=True)
    for ending in ("", "-wal", "-shm", "-journal"):
        (folder / f"{STORE}{ending}").unlink(missing_ok=True)


def _there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _not_touched(path: Path) -> NotPractice:
    return NotPractice(f"{path} is not of a practice run and was not touched. Choose another folder with --out.")


def _practice_settings(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    try:
        check_settings(config.load(path, TABLES))
    except SecretariatError:
        return False
    return True


def _practice_store(path: Path, example: Path) -> bool:
    """Tell whether a store holds nothing but the example and a network of this machine, and nobody decided anything in it."""
    held = None if path.is_symlink() or not path.is_file() else glance(path)
    if held is None or held.decisions or MAINNET_GENESIS in held.chains:
        return False
    known = {place.relative: digest_of(place.absolute) for place in places(example)} if held.documents else {}
    return all(map(is_loopback, held.addresses)) and held.documents.items() <= known.items()
