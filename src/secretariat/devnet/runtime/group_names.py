"""The nine working groups: the pallet of each, its number, its lock, and its name in the type WorkingGroup."""

from secretariat.devnet.chain.specs import GROUPS, PALLET_OF
from secretariat.devnet.metadata.pallets import PALLETS

GROUP_OF = {pallet: group for group, pallet in PALLET_OF.items()}

LOCK_OF = {pallet: lock for pallet, (_, _, lock) in GROUPS.items()}

NUMBER_OF = {pallet.name: pallet.number for pallet in PALLETS if pallet.name in GROUPS}
"""The pallets' numbers, which are the order of their hooks."""
