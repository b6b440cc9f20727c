"""What a runtime of odd items needs beside them, for tests of forms that the practice network's runtime does not have."""

from tests.practice.metadata import Enum, Item, Pallet, Shape, Struct

TYPES: dict[str, Struct | Enum] = {
    "AccountId": Struct("sp_core::crypto::AccountId32", "[u8; 32]"),
    "Hash": Struct("primitive_types::H256", "[u8; 32]"),
    "MultiSignature": Enum("sp_runtime::MultiSignature", {"Ed25519": "[u8; 64]", "Sr25519": "[u8; 64]"}),
}

EXTENSIONS: dict[str, tuple[Shape, str]] = {"CheckGenesis": (None, "Hash"), "CheckNonce": ("Compact<u32>", "()")}

SYSTEM = Pallet(
    "System",
    0,
    "frame_system::pallet",
    storage={"Number": Item("u32")},
    calls={"remark": {"remark": "Vec<u8>"}},
    constants={"SS58Prefix": ("u16", 126)},
)
