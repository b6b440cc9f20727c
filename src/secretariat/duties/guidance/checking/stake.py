"""Rules about the stake: an account of the proposer's, with enough on it, and free of other stakes."""

from collections.abc import Iterator

from secretariat.desk.saying import joy
from secretariat.duties.guidance.checking.people import ADDRESS, address_wrong
from secretariat.duties.guidance.checking.seen import Result, Seen, judged, unknown
from secretariat.facts.accounts import key_of
from secretariat.facts.proposal_drafts import ProposalDraft
from secretariat.facts.proposal_parameters import CODEX, constant_of
from secretariat.facts.staking_accounts import SeenAccount

PLACE = "$.staking_account"
BOUND = "The staking account is bound to the member who files, and the member has confirmed it (InvalidStakingAccountForMember)."
FREE = "No other stake stands on the account; votes, vesting, invitations and the binding do not count (ConflictingStakes)."


def stake(draft: ProposalDraft, seen: Seen) -> Iterator[Result]:
    """Look at the staking account: its address, its binding, what is on it, and its locks."""
    if draft.staking_account is None:
        words = "The draft names no staking account, and every type needs one (EmptyStake)."
        yield judged("staking-account", False, words, ADDRESS, "the draft", PLACE)
        return
    wrong = address_wrong(draft.staking_account)
    yield judged("staking-account", not wrong, wrong or "The address is well formed.", ADDRESS, "the draft", PLACE)
    found = None if wrong else seen.accounts.get(key_of(draft.staking_account) or "")
    why = "its address is wrong" if wrong else seen.accounts_unknown or "no node told of the account"
    yield _available(draft, seen, found, why)
    if found is None:
        yield unknown("stake-bound", why, BOUND, PLACE)
        yield unknown("stake-locks", why, FREE, PLACE)
        return
    yield _bound(draft, found)
    rivals = ", ".join(f"{joy(lock.amount)} of {lock.words}" for lock in found.rivals)
    words = f"Locked on it: {rivals}." if rivals else "No lock stands in the way."
    yield judged("stake-locks", not rivals, words, FREE, found.source, PLACE)


def _available(draft: ProposalDraft, seen: Seen, found: SeenAccount | None, why: str) -> Result:
    needed = seen.runtime.parameters(draft.type.name).required_stake
    constant = CODEX + constant_of(draft.type.name)
    reason = f"The account holds at least the stake, {'an amount that is not known' if needed is None else joy(needed)} ({constant}, InsufficientBalanceForStake)."
    if needed is None:
        return unknown("stake-available", f"{constant} was not read", reason, PLACE)
    if found is None:
        return unknown("stake-available", why, reason, PLACE)
    words = (
        f"{joy(found.free)} are on it."
        if found.free >= needed
        else f"{joy(found.free)} are on it: {joy(needed - found.free)} too little."
    )
    source = f"{found.source}; {seen.runtime.source(constant)}"
    return judged("stake-available", found.free >= needed, words, reason, source, PLACE)


def _bound(draft: ProposalDraft, found: SeenAccount) -> Result:
    if found.bound_to is None:
        words = "It is bound to nobody; the account asks for it (members.addStakingAccountCandidate), the member confirms it."
        return judged("stake-bound", False, words, BOUND, found.source, PLACE)
    if draft.member_id is None:
        return unknown(
            "stake-bound",
            f"it is bound to member {found.bound_to}, and the draft names no member_id",
            BOUND,
            PLACE,
            found.source,
        )
    if found.bound_to != draft.member_id:
        return judged("stake-bound", False, f"It is bound to member {found.bound_to}.", BOUND, found.source, PLACE)
    words = (
        "It is bound and confirmed." if found.confirmed else "It is not confirmed yet (members.confirmStakingAccount)."
    )
    return judged("stake-bound", found.confirmed, words, BOUND, found.source, PLACE)
