"""The nine working groups: their pallets, and their ids in the query node, which are the pallets' names."""

PALLETS = (
    "ForumWorkingGroup",
    "StorageWorkingGroup",
    "ContentWorkingGroup",
    "OperationsWorkingGroupAlpha",
    "AppWorkingGroup",
    "DistributionWorkingGroup",
    "OperationsWorkingGroupBeta",
    "OperationsWorkingGroupGamma",
    "MembershipWorkingGroup",
)

GROUPS = {pallet: pallet[0].lower() + pallet[1:] for pallet in PALLETS}
"""From pallet to id."""

FORUM, MEMBERS = GROUPS["ForumWorkingGroup"], GROUPS["MembershipWorkingGroup"]


def group_of(name: str) -> str:
    """Give a group's id by its name in the runtime's type WorkingGroup, such as ``OperationsAlpha``."""
    if name.startswith("Operations"):
        return f"operationsWorkingGroup{name.removeprefix('Operations')}"
    return f"{name[0].lower()}{name[1:]}WorkingGroup"


def id_of(group: str, number: int) -> str:
    """Give the id of a group's worker, opening or application."""
    return f"{group}-{number}"
