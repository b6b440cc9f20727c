"""The first block: what the chain holds before anything happens."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from secretariat.devnet.chain.kernel import Chain, milliseconds_of
from secretariat.devnet.runtime import balances, budget, council, groups, members, staking
from secretariat.devnet.runtime.group_names import NUMBER_OF

JOY = 10**10


@dataclass(frozen=True, kw_only=True)
class Genesis:
    """What a chain begins with; amounts in base units.

    ``balances`` are free balances by account, ``validators`` the stashes among them, ``group_budgets`` by pallet.
    """

    balances: Mapping[bytes, int] = field(default_factory=dict)
    validators: tuple[bytes, ...] = ()
    validator_stake: int = 0
    council_budget: int = 0
    budget_increment: int = 22_000 * 166_666_666_666
    councilor_reward: int = 10_000 * 166_666_666_666 // 432_000
    group_budgets: Mapping[str, int] = field(default_factory=dict)


def begin(chain: Chain, genesis: Genesis) -> None:
    """Put the first values and enter the first hooks: idle ends in block 1, as on the real network."""
    for account, amount in genesis.balances.items():
        data = {"free": amount, "reserved": 0, "misc_frozen": 0, "fee_frozen": 0}
        chain.put(balances.ACCOUNT, {**balances.EMPTY, "providers": 1, "data": data}, account)
    chain.put(balances.ISSUANCE, sum(genesis.balances.values()))
    _settings(chain, genesis)
    chain.put(council.STAGE, {"stage": {"Idle": {"ends_at": 1}}, "changed_at": 0})
    chain.put("Referendum.Stage", "Inactive")
    chain.put(council.CYCLE, 0)
    chain.put(council.MEMBERS, ())
    chain.put(budget.NEXT_REFILL, 1)
    chain.put(budget.NEXT_REWARDS, 0)
    chain.compute("System.Number", lambda _chain, block, _key: block)
    chain.compute("Timestamp.Now", lambda _chain, block, _key: milliseconds_of(block))
    chain.compute(members.NEXT, lambda of, block, _key: len(of.get_at(block, members.MADE) or ()))
    chain.hook(1, council.PALLET, council.progress)
    budget.plan(chain)
    groups.plan(chain)
    staking.begin(chain, genesis.validators, genesis.validator_stake)


def _settings(chain: Chain, genesis: Genesis) -> None:
    for name, value in (
        (budget.BUDGET, genesis.council_budget),
        (budget.INCREMENT, genesis.budget_increment),
        (budget.REWARD, genesis.councilor_reward),
        ("Council.EraPayoutDampingFactor", 100),
        (members.PRICE, chain.constant("Members.DefaultMembershipPrice")),
        (members.INVITATION, chain.constant("Members.DefaultInitialInvitationBalance")),
        (members.INVITES, 5),
        (members.CUT, 0),
        ("ProposalsEngine.ProposalCount", 0),
        ("ProposalsEngine.ActiveProposalCount", 0),
        ("ProposalsDiscussion.ThreadCount", 0),
        ("ProposalsDiscussion.PostCount", 0),
        ("Forum.NextCategoryId", 1),
        ("Forum.NextThreadId", 1),
        ("Forum.NextPostId", 1),
        ("Forum.CategoryCounter", 0),
        ("Bounty.BountyCount", 0),
        ("ProjectToken.NextTokenId", 0),
        ("ProjectToken.PalletFrozen", False),
    ):
        chain.put(name, value)
    for pallet in NUMBER_OF:
        chain.put(f"{pallet}.Budget", genesis.group_budgets.get(pallet, 0))
        chain.put(f"{pallet}.ActiveWorkerCount", 0)
        for counter in ("NextOpeningId", "NextApplicationId", "NextWorkerId"):
            chain.put(f"{pallet}.{counter}", 0)
