"""What is sure to come before a draft is carried out, and would let it fail: who leaves, and what approved proposals do."""

from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.duties.guidance.checking.periods import Course, course_of
from secretariat.duties.guidance.checking.seen import Seen
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.executions_ahead import executed_in
from secretariat.facts.group_budgets import ends_at
from secretariat.facts.proposal_drafts import ProposalDraft
from secretariat.facts.records import Stated
from secretariat.facts.stored_groups import StoredWorker
from secretariat.facts.stored_proposals import StoredProposal

TERMINATE, FILL, CANCEL = (
    "terminate-working-group-lead",
    "fill-working-group-lead-opening",
    "cancel-working-group-lead-opening",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Coming:
    """Something that comes in a block, in words: ``proposal 7, which is approved, dismisses the lead``."""

    block: int
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Approved:
    """A proposal that is approved and waits for its block."""

    block: int
    told: Proposal


def course_known(draft: ProposalDraft, seen: Seen) -> Course | None:
    """Give the draft's course; None where it is not known."""
    course = course_of(draft, seen)
    return None if isinstance(course, str) else course


def approved(seen: Seen, *types: str) -> Iterator[Approved]:
    """Give what is approved, of these types, as far as the query node tells of it."""
    for one in seen.snapshot.of(StoredProposal):
        block, told = executed_in(one.fact), seen.told.get(one.fact.number)
        if block is not None and told is not None and told.fact.type in types:
            yield Approved(block=block, told=told.fact)


def worker_of(seen: Seen, group: str, worker: int) -> Stated[StoredWorker] | None:
    """Give a worker in office."""
    return next((one for one in seen.snapshot.of(StoredWorker) if one.key == f"{group}-{worker}"), None)


def lead_goes(seen: Seen, group: str, lead: int) -> Coming | None:
    """Give in which block a lead is sure to be none any more: who is leaving, or is dismissed by an approved proposal."""
    found = [
        Coming(block=one.block, words=f"proposal {one.told.number}, which is approved, dismisses the lead")
        for one in approved(seen, TERMINATE)
        if one.told.lead == f"{group}-{lead}"
    ]
    record = worker_of(seen, group, lead)
    end = None if record is None else ends_at(record.fact)
    if end is not None:
        found.append(Coming(block=end, words="the lead, who is leaving, has left"))
    return min(found, key=lambda one: one.block, default=None)


def opening_goes(seen: Seen, opening: str) -> Coming | None:
    """Give in which block an approved proposal fills an opening or takes it back."""
    found = [
        Coming(
            block=one.block,
            words=f"proposal {one.told.number}, which is approved, {'fills it' if one.told.type == FILL else 'takes it back'}",
        )
        for one in approved(seen, FILL, CANCEL)
        if one.told.opening == opening
    ]
    return min(found, key=lambda one: one.block, default=None)
