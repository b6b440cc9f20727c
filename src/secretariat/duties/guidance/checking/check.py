"""The whole check: every rule over one draft, in an order that a person would go through it."""

from collections.abc import Callable, Iterator

from secretariat.duties.guidance.checking.addressee import addressees
from secretariat.duties.guidance.checking.budget import budget
from secretariat.duties.guidance.checking.content import content
from secretariat.duties.guidance.checking.leads import leads
from secretariat.duties.guidance.checking.limits import open_limit
from secretariat.duties.guidance.checking.people import payees, proposer
from secretariat.duties.guidance.checking.periods import periods
from secretariat.duties.guidance.checking.seen import Result, Seen
from secretariat.duties.guidance.checking.stake import stake
from secretariat.duties.guidance.checking.words import milestones, sizes, type_known
from secretariat.facts.proposal_drafts import ProposalDraft

RULES: tuple[Callable[[ProposalDraft, Seen], Iterator[Result]], ...] = (
    type_known,
    sizes,
    proposer,
    addressees,
    leads,
    content,
    payees,
    milestones,
    stake,
    open_limit,
    periods,
    budget,
)

CODES: tuple[str, ...] = (
    "type",
    "title-bytes",
    "description-bytes",
    "rationale-bytes",
    "proposer",
    "group",
    "lead",
    "opening",
    "application",
    "lead-vacant",
    "lead-stake",
    "membership-lead",
    "workers",
    "proposal",
    "amount",
    "figure",
    "text",
    "content",
    "payee",
    "payees",
    "payment",
    "milestones",
    "staking-account",
    "stake-available",
    "stake-bound",
    "stake-locks",
    "open-limit",
    "vote-before-council",
    "execution-block",
    "deadline",
    "budget",
)
"""Every code that a result can have. Codes are never renamed."""


def checked(draft: ProposalDraft, seen: Seen) -> tuple[Result, ...]:
    """Give every result that applies to the draft's type, in the order of the rules."""
    return tuple(result for rule in RULES for result in rule(draft, seen))
