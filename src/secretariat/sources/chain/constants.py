"""Every constant of the runtime in force."""

import json
from typing import Any

from secretariat.clients.substrate.codec import constant_of
from secretariat.clients.substrate.wrong import ValueWrong
from secretariat.facts.chain_head import RuntimeConstant
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain.state import StateAt


def read_constants(at: StateAt, reading: Reading) -> None:
    """Read the constants out of the metadata; one that is not of its type becomes a problem."""
    for pallet in at.runtime.pallets.values():
        for name in pallet.constants:
            full = f"{pallet.name}.{name}"
            try:
                value = constant_of(at.runtime, pallet.name, name)
            except ValueWrong as error:
                reading.problem(
                    "storage-unreadable",
                    at.block,
                    subject=f"constant {full}",
                    what=f"The constant {full} cannot be read by the metadata of spec version {at.spec_version}: {str(error).rstrip('.')}.",
                    refused=True,
                )
                continue
            fact = RuntimeConstant(spec_version=at.spec_version, name=full, value=_json(value))
            reading.add(f"{at.spec_version}/{full}", at.block, fact)


def _json(value: Any) -> str:
    return json.dumps(value, default=lambda raw: "0x" + raw.hex(), separators=(",", ":"))
