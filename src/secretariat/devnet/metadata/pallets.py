"""All pallets and types of the practice runtime."""

from collections.abc import Mapping

from secretariat.devnet.chain.specs import Spec
from secretariat.devnet.metadata.declarations import Enum, Pallet, Struct
from secretariat.devnet.metadata.pallets_of_content import CONTENT_PALLETS
from secretariat.devnet.metadata.pallets_of_council import COUNCIL_PALLETS
from secretariat.devnet.metadata.pallets_of_frame import FRAME_PALLETS
from secretariat.devnet.metadata.pallets_of_groups import GROUP_PALLETS
from secretariat.devnet.metadata.pallets_of_proposals import PROPOSAL_PALLETS
from secretariat.devnet.metadata.pallets_of_validators import VALIDATOR_PALLETS
from secretariat.devnet.metadata.types_of_dao import DAO
from secretariat.devnet.metadata.types_of_frame import FRAME

PALLETS: tuple[Pallet, ...] = tuple(
    sorted(
        (
            *FRAME_PALLETS,
            *VALIDATOR_PALLETS,
            *COUNCIL_PALLETS,
            *PROPOSAL_PALLETS,
            *GROUP_PALLETS,
            *CONTENT_PALLETS,
        ),
        key=lambda pallet: pallet.number,
    )
)


def numbers_of(spec: Spec) -> Mapping[str, int]:
    """Give the pallets' numbers by name in the runtime of a spec: an upgrade may have moved them."""
    return {pallet.name: spec.pallet_numbers.get(pallet.name, pallet.number) for pallet in PALLETS}


TYPES: dict[str, Struct | Enum] = {**FRAME, **DAO}

EXTENSIONS: tuple[tuple[str, str, str, str], ...] = (
    ("CheckNonZeroSender", "frame_system::extensions::check_non_zero_sender", "", "()"),
    ("CheckSpecVersion", "frame_system::extensions::check_spec_version", "", "u32"),
    ("CheckTxVersion", "frame_system::extensions::check_tx_version", "", "u32"),
    ("CheckGenesis", "frame_system::extensions::check_genesis", "", "Hash"),
    ("CheckMortality", "frame_system::extensions::check_mortality", "Era", "Hash"),
    ("CheckNonce", "frame_system::extensions::check_nonce", "Compact<u32>", "()"),
    ("CheckWeight", "frame_system::extensions::check_weight", "", "()"),
    ("ChargeTransactionPayment", "pallet_transaction_payment", "Compact<u128>", "()"),
)
"""Name, path, what the extrinsic carries, and what only the signature covers, in the order in which both are put together."""
