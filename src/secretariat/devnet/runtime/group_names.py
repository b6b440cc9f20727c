"""The nine working groups: the pallet of each, its number, its lock, and its name in the type WorkingGroup."""

PALLET_OF = {
    "Forum": "ForumWorkingGroup",
    "Storage": "StorageWorkingGroup",
    "Content": "ContentWorkingGroup",
    "OperationsAlpha": "OperationsWorkingGroupAlpha",
    "App": "AppWorkingGroup",
    "Distribution": "DistributionWorkingGroup",
    "OperationsBeta": "OperationsWorkingGroupBeta",
    "OperationsGamma": "OperationsWorkingGroupGamma",
    "Membership": "MembershipWorkingGroup",
}
"""In the order of the type WorkingGroup."""

GROUP_OF = {pallet: group for group, pallet in PALLET_OF.items()}

LOCK_OF = {
    "ForumWorkingGroup": b"wg-forum",
    "StorageWorkingGroup": b"wg-storg",
    "ContentWorkingGroup": b"wg-contt",
    "OperationsWorkingGroupAlpha": b"wg-opera",
    "AppWorkingGroup": b"wg-appli",
    "MembershipWorkingGroup": b"wg-membr",
    "OperationsWorkingGroupBeta": b"wg-operb",
    "OperationsWorkingGroupGamma": b"wg-operg",
    "DistributionWorkingGroup": b"wg-distr",
}

NUMBER_OF = {
    "ForumWorkingGroup": 32,
    "StorageWorkingGroup": 33,
    "ContentWorkingGroup": 34,
    "OperationsWorkingGroupAlpha": 35,
    "AppWorkingGroup": 36,
    "MembershipWorkingGroup": 37,
    "OperationsWorkingGroupBeta": 38,
    "OperationsWorkingGroupGamma": 39,
    "DistributionWorkingGroup": 40,
}
"""The pallets' numbers, which are the order of their hooks."""
