"""What a wallet is given once for each runtime, so that it shows in words what it is to sign."""

from typing import Any

from secretariat.clients.substrate.wallet_metadata import wallet_definition
from secretariat.desk.hand_off import HandOffRefused
from secretariat.facts.council_constants import MAINNET_GENESIS
from secretariat.flow.context import Context
from secretariat.sources.chain.settings import Settings
from secretariat.store.engine import reading
from secretariat.store.live import runtime_known

LARGEST_SPEC = 2**32 - 1
"""Runtimes are numbered by u32; a database cannot be asked for any number."""

_MADE: dict[tuple[str, int], dict[str, Any]] = {}
"""Definitions by genesis hash and spec version, for as long as the program runs: one of a version never changes."""


def wallet_metadata(context: Context, genesis: str, spec_version: int) -> dict[str, Any]:
    """Give the definition of a runtime that the store knows. Raises HandOffRefused for another one, and MetadataWrong."""
    place = (genesis.lower(), spec_version)
    if place not in _MADE:
        with reading(context.engine) as connection:
            known = runtime_known(connection, *place) if 0 <= spec_version <= LARGEST_SPEC else None
        if known is None:
            raise HandOffRefused(
                f"The metadata of runtime {spec_version} of this chain is not known here; a sync reads it."
            )
        name = _name(context, place[0])
        _MADE[place] = wallet_definition(known.metadata, chain=name, genesis=place[0], spec_version=spec_version)
    return _MADE[place]


def _name(context: Context, genesis: str) -> str:
    """Give the chain's name as a wallet shows it; nobody takes a practice network for the real one."""
    settings: Settings | None = context.config.settings.get("chain")
    return "Joystream" if genesis == MAINNET_GENESIS else f"Joystream ({settings.network if settings else 'practice'})"
