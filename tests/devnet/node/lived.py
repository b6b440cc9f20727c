"""A chain by the real rules on which something of everything has happened."""

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances
from secretariat.devnet.runtime.genesis import JOY
from tests.devnet.node.desk import ADA
from tests.devnet.runtime.town import FUNDING, SIGNAL, act, elect, propose, town, vote


def lived() -> Chain:
    """Give a chain on which a council was elected, proposals were decided, and people wrote."""
    chain = town(
        validators=tuple(bytes([5, number]) * 16 for number in range(3)),
        validator_stake=1000 * JOY,
        council_budget=10**6 * JOY,
    )
    elect(chain, 0, 1, 2)
    first, second = propose(chain, 3, FUNDING), propose(chain, 4, SIGNAL)
    for member in (0, 1, 2):
        vote(chain, member, first, "Approve")
    vote(chain, 0, second, "Slash")
    act(chain, 3, "ProposalsDiscussion.add_post", post_author_id=3, thread_id=1, text=b"Words", editable=True)
    chain.settle(chain.now + 4_000)
    propose(chain, 5, {"UpdateWorkingGroupBudget": (5 * JOY, "Storage", "Positive")})
    balances.mint(chain, ADA.public, 100 * JOY)
    chain.settle(chain.now + 10)
    return chain
