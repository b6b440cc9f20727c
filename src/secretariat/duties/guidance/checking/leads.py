"""Rules about leads: whether there is one, or none, when the draft is carried out, what the lead stakes, and room for one more worker."""

from collections.abc import Iterator

from secretariat.desk.saying import count, joy
from secretariat.duties.guidance.checking.meanwhile import FILL, Coming, approved, course_known, lead_goes, worker_of
from secretariat.duties.guidance.checking.seen import Result, Seen, judged, unknown
from secretariat.facts.live_groups import name_of_group
from secretariat.facts.proposal_drafts import ProposalDraft
from secretariat.facts.records import Stated
from secretariat.facts.staking_accounts import SeenAccount
from secretariat.facts.stored_groups import StoredGroup, StoredWorker

LEAD = "What a council does to a lead it does to the one who leads the group then: its execution fails for anybody else (WorkerDoesNotExist, BadOrigin)."
VACANT = "A lead is hired only where the group has none (CannotHireLeaderWhenLeaderExists)."
QUOTA = "The quota is that of the membership group's lead: without one the execution fails (WorkingGroupLeaderNotSet)."
DECREASE = "A decrease is less than what the lead has staked (CannotDecreaseStakeDeltaGreaterThanStake), and the lead is not leaving (WorkerIsLeaving)."
SLASH = "A slash takes what is staked, and no more: one that is larger does not fail."
MEMBERSHIP = "membershipWorkingGroup"
DECREASES, SLASHES = "decrease-working-group-lead-stake", "slash-working-group-lead"
STAKED = (DECREASES, SLASHES, "terminate-working-group-lead")
"""Types whose amount is taken off a lead's stake."""


def leads(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    """Look at the lead that the type acts on, or that it hires."""
    group = group_of(seen, draft.group)
    if "lead" in draft.type.addressees:
        yield _lead(draft, seen, group)
    if draft.type.name in STAKED and draft.amount is not None:
        yield _stake(draft, seen, group)
    if draft.type.name == FILL:
        yield _vacant(draft, seen, group)
        yield _workers(seen, group)
    if draft.type.name == "set-membership-lead-invitation-quota":
        yield _quota(draft, seen, group_of(seen, MEMBERSHIP))


def group_of(seen: Seen, name: str | None) -> Stated[StoredGroup] | None:
    """Give a group as stored, by the query node's word."""
    return next((one for one in seen.snapshot.of(StoredGroup) if one.fact.group == name), None)


def _lead(draft: ProposalDraft, seen: Seen, group: Stated[StoredGroup] | None) -> Result:
    place = "$.lead"
    if draft.lead is None:
        return judged("lead", False, "The draft does not name the lead's worker number.", LEAD, "the draft", place)
    if seen.chain_unknown or group is None:
        return unknown("lead", seen.chain_unknown or "the group is not known", LEAD, place)
    if group.fact.lead != draft.lead:
        words = (
            "The group has no lead now." if group.fact.lead is None else f"The lead now is worker {group.fact.lead}."
        )
        return judged("lead", False, words, LEAD, group.source, place)
    return _stays(draft, seen, group, "lead", LEAD, place)


def _quota(draft: ProposalDraft, seen: Seen, group: Stated[StoredGroup] | None) -> Result:
    code, place = "membership-lead", "$"
    if seen.chain_unknown or group is None:
        return unknown(code, seen.chain_unknown or "the membership group was not read", QUOTA, place)
    if group.fact.lead is None:
        return judged(code, False, "The membership group has no lead now.", QUOTA, group.source, place)
    return _stays(draft, seen, group, code, QUOTA, place)


def _stays(draft: ProposalDraft, seen: Seen, group: Stated[StoredGroup], code: str, reason: str, place: str) -> Result:
    """Tell whether the lead of now is not sure to be gone before the latest execution."""
    lead, course = group.fact.lead or 0, course_known(draft, seen)
    goes, words = lead_goes(seen, group.fact.group, lead), f"The lead now is worker {lead}."
    if course is None or goes is None or goes.block >= course.latest:
        return judged(code, True, words, reason, group.source, place)
    words = f"{words[:-1]}; {_in_block(goes)}, and it is carried out in block {course.latest:,} at the latest."
    return judged(code, False, words, reason, group.source, place)


def _in_block(coming: Coming) -> str:
    return f"in block {coming.block:,} {coming.words}"


def _vacant(draft: ProposalDraft, seen: Seen, group: Stated[StoredGroup] | None) -> Result:
    code, place = "lead-vacant", "$.group"
    if seen.chain_unknown or group is None:
        return unknown(code, seen.chain_unknown or "the group is not known", VACANT, place)
    lead, course = group.fact.lead, course_known(draft, seen)
    if lead is None:
        hired = [one for one in approved(seen, FILL) if (one.told.opening or "").startswith(f"{group.fact.group}-")]
        before = next((one for one in hired if course is not None and one.block < course.latest), None)
        words = (
            "The group has no lead now."
            if before is None
            else f"The group has no lead now, and proposal {before.told.number}, which is approved, hires one in block {before.block:,}."
        )
        return judged(code, before is None, words, VACANT, group.source, place)
    goes, words = lead_goes(seen, group.fact.group, lead), f"The group has a lead now, worker {lead}."
    if goes is None or course is None:
        return judged(code, False, words, VACANT, group.source, place)
    words = f"{words[:-1]}; {_in_block(goes)}, and it is carried out in block {course.earliest:,} at the earliest."
    return judged(code, goes.block < course.earliest, words, VACANT, group.source, place)


def _workers(seen: Seen, group: Stated[StoredGroup] | None) -> Result:
    code, place = "workers", "$.group"
    if seen.chain_unknown or group is None:
        reason = "A group has room for a number of workers, its lead among them (MaxActiveWorkerNumberExceeded)."
        return unknown(code, seen.chain_unknown or "the group is not known", reason, place)
    constant = f"{group.fact.group[0].upper()}{group.fact.group[1:]}.MaxWorkerNumberLimit"
    most, there = seen.runtime.number(constant), group.fact.active_workers
    reason = f"The group has at most {'an unknown number of' if most is None else f'{most:,}'} workers, its lead among them ({constant}, MaxActiveWorkerNumberExceeded)."
    if most is None or there is None:
        return unknown(code, f"{constant}, or how many work in the group, was not read", reason, place)
    words = (
        f"{count(there, 'worker')} {'is' if there == 1 else 'are'} in the {name_of_group(group.fact.group)} group now."
    )
    return judged(code, there < most, words, reason, f"{group.source}; {seen.runtime.source(constant)}", place)


def _stake(draft: ProposalDraft, seen: Seen, group: Stated[StoredGroup] | None) -> Result:
    code, place = "lead-stake", "$.amount"
    reason = DECREASE if draft.type.name == DECREASES else SLASH
    if seen.chain_unknown or group is None or group.fact.lead is None or group.fact.lead != draft.lead:
        return unknown(code, seen.chain_unknown or "who leads the group then is not known", reason, place)
    worker = worker_of(seen, group.fact.group, group.fact.lead)
    found = None if worker is None else seen.accounts.get(worker.fact.staking_account or "")
    if worker is None or found is None:
        return unknown(code, seen.accounts_unknown or "the account of the lead's stake is not known", reason, place)
    if draft.type.name == DECREASES and worker.fact.leaving_since is not None:
        words = (
            f"The lead is leaving since block {worker.fact.leaving_since:,}: the stake cannot be decreased any more."
        )
        return judged(code, False, words, reason, worker.source, place)
    return _covered(draft, seen, worker, found, reason)


def _covered(draft: ProposalDraft, seen: Seen, worker: Stated[StoredWorker], found: SeenAccount, reason: str) -> Result:
    """Hold the amount against the stake, less what approved proposals take off it before."""
    taken, amount = _taken(draft, seen, worker.key), int(draft.amount or 0)
    staked = max(0, found.staked_in_group - taken)
    words = f"{joy(staked)} are staked" + (
        f" after what approved proposals take off before ({joy(taken)})" if taken else ""
    )
    if draft.type.name == DECREASES:
        over = "" if amount < staked else f": the decrease is {joy(amount)}, and less than that must be asked for"
        return judged("lead-stake", amount < staked, f"{words}{over}.", reason, found.source, "$.amount")
    over = f": the slash of {joy(amount)} takes all of it, and no more" if amount > staked else ""
    return judged("lead-stake", True, f"{words}{over}.", reason, found.source, "$.amount")


def _taken(draft: ProposalDraft, seen: Seen, lead: str) -> int:
    course = course_known(draft, seen)
    before = (one for one in approved(seen, DECREASES, SLASHES) if course is not None and one.block < course.latest)
    return sum(int(one.told.amount or 0) for one in before if one.told.lead == lead)
