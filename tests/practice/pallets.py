"""The practice chain of tests: of the practice network's runtime the pallets that the desk reads, with short periods."""

from collections.abc import Mapping
from typing import Any

from secretariat.devnet.chain.specs import Spec
from secretariat.devnet.metadata.pallets import PALLETS
from secretariat.devnet.metadata.runtime import Runtime

SHORT = {
    "Council.AnnouncingPeriodDuration": 60,
    "Council.IdlePeriodDuration": 140,
    "Referendum.VoteStageDuration": 40,
    "Referendum.RevealStageDuration": 40,
    "Staking.HistoryDepth": 3,
}

READ = (
    "System", "Utility", "Timestamp", "Balances", "Staking", "Session", "Council", "Referendum", "Members", "Forum",
    "ProposalsEngine", "ProposalsCodex", "ForumWorkingGroup", "StorageWorkingGroup", "OperationsWorkingGroupAlpha",
)  # fmt: skip


def practice_metadata(
    *, only: tuple[str, ...] = READ, without: tuple[str, ...] = (), constants: Mapping[str, Any] | None = None
) -> str:
    """Give the metadata as hex, with some pallets only and without others; ``constants`` stand beside the short ones."""
    spec = Spec().upgraded(2004, constants={**SHORT, **(constants or {})})
    pallets = [pallet for pallet in PALLETS if pallet.name in only and pallet.name not in without]
    return "0x" + Runtime(spec, pallets).metadata.hex()
