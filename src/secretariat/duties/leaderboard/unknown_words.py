"""Why figures are empty, in words."""

from secretariat.facts.participation import RATE_FROM

SITTING = "The council still sits: its term has no last block yet."
NOT_READ = "The facts that it is counted from were not read, or one of them cannot be placed."
UNREAD = "The query node's value of it cannot be read: see problems."
ONLY_NOW = "The chain tells it of one block at a time, and its state at this very block was not asked for yet."
MISSING = {
    "gone": "No configured node has the chain's state at this block any more: an archive node ([chain] urls) would tell.",
    "off": "Blocks of long ago are not read: set history = true under [chain].",
    "later": "The chain's state at this block is still to be read: each `secretariat sync` reads some.",
    "unreadable": "The chain's state at this block cannot be read: see problems.",
}
"""Why a state of the past is missing, by the word that its fact has."""

NOT_STORED = "The runtime of that time did not store it, or stored what cannot be read: see problems."
ERA_LOST = "What one of the eras of the term pays is not known: it was in no state that was read."
COUNTER = "The chain's counter at one end of the term is not known."
NO_MINT = "The main network has no mints: council and groups have budgets, in council_budget and in groups."
NO_POOL = "The main network has no fiat pool."
BURNED = "No source adds up what was burned; the change of the issuance is that less what was minted."
REPORTS_ONLY = "A figure of the testnets' dumps and reports, which print it in their own way."
NOT_NAMED = "Of members only those are read whom other facts than threads name."
MOMENT_ONLY = "The query node tells the moment of it and not the block."
OFFENCES = "Offences are events of the chain that no list which is read holds."
DELETED = "The query node deletes rows, so that the past cannot be counted, and no snapshot is of this very block: see growth-snapshots."
BOUNTIES = "The chain does not say which payments are for a bounty."
NO_RATE = "No exchange rate of that day is known: see [prices] in secretariat.toml."
NUMBERING = "A numbering of the testnets' documents; the main network counts election cycles: see elections."
PARAMETERS = (
    *("approval_quorum", "approval_threshold", "slashing_quorum", "slashing_threshold"),
    *("voting_period", "grace_period", "required_stake"),
)
NO_PARAMETERS = (
    "The node tells a proposal's parameters while it is open. Afterwards they are those of the runtime it was made by, and of the"
    " states that were read none tells which one that was, or what it has for this type."
)
ROUNDS = "A voting round of the member is not known whole: its opening, its end or a vote cannot be read."
TOO_FEW = f"A rate over fewer than {RATE_FROM} eligible votes says nothing about a member."
NO_VOTES = "The member has cast no vote in a voting round that has ended."
KPIS = "KPIs were graded and paid on testnets; no source states any of the main network."
JSGENESIS = "The chain does not say whose votes are those of Jsgenesis."
STAGES = "No single change of stage within the cycle tells it, or a cycle before it is missing."
NO_WORD = "No change of stage in the block of the failure tells why."
STAKE_THEN = "The stake of workers at a past block is in no list; the present one is on each worker."
REWARD_THEN = "Only the present reward for a block is known."
STATUS_THEN = "Since when a worker is leaving is not known."

WORKED_OUT = "It is worked out from figures of the same row that are not known."
RUNNING = "Votes are told once their election is over, and where all of them were read."
TWO_MEMBERS = "One chain has two members of this handle: whose councils they are cannot be told."
CALENDAR = "No proposal or thread that was read shows that and when it was done."
NOT_SAID = "The group did not say it."
OF_LISTS = frozenset({NOT_READ, ROUNDS, NO_VOTES, NOT_NAMED, RUNNING, WORKED_OUT, NO_WORD, STAGES, CALENDAR})
"""Reasons that may be that a list was never read whole; then the list is named."""

NOT_PRINTED = (
    "No document of these terms that was read prints it in a form that can be read; what cannot be read is in problems."
)
NOT_APART = (
    "The reports print one sum for the council, its members' pay and the spending proposals together (council_spent); none tells"
    " what the members were paid of it."
)
