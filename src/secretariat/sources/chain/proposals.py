"""Unfinished proposals with their own parameters, votes, discussion and what they would run."""

from typing import Any

from secretariat.clients.substrate.codec import decode_call
from secretariat.clients.substrate.wrong import ValueWrong
from secretariat.facts.stored_proposals import StoredProposal, StoredStatus, StoredVote
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain.fields import Fields, account, amount, fields_of, odd, variant, variant_of, whole
from secretariat.sources.chain.state import StateAt, at_least, chosen, entries, plain

COUNT = "ProposalsEngine.ActiveProposalCount"
PROPOSALS, VOTES = "ProposalsEngine.Proposals", "ProposalsEngine.VoteExistsByProposalByVoter"
CALLS, THREADS = "ProposalsEngine.DispatchableCallCode", "ProposalsCodex.ThreadIdByProposalId"

STATUSES: dict[str, StoredStatus] = {
    "Active": "active",
    "PendingExecution": "pending-execution",
    "PendingConstitutionality": "pending-constitutionality",
}

PARAMETERS = {
    "voting_period": "voting_period",
    "grace_period": "grace_period",
    "approval_quorum": "approval_quorum_percentage",
    "approval_threshold": "approval_threshold_percentage",
    "slashing_quorum": "slashing_quorum_percentage",
    "slashing_threshold": "slashing_threshold_percentage",
    "constitutionality": "constitutionality",
}


def read_proposals(at: StateAt, reading: Reading) -> None:
    """Read every proposal in storage: finished ones are removed from it."""
    counted = plain(at, reading, [COUNT]).get(COUNT)
    maps = entries(at, reading, [PROPOSALS, VOTES])
    found = maps.get(PROPOSALS, {})
    unread = any(problem.code == "storage-unreadable" for problem in reading.problems)
    at_least(counted if type(counted) is int and not unread else None, len(found), "unfinished proposals")
    threads = chosen(at, reading, THREADS, list(found)) if found else {}
    codes = chosen(at, reading, CALLS, list(found)) if found else {}
    votes: dict[int, list[StoredVote]] = {}
    for (proposal, member), kind in maps.get(VOTES, {}).items():
        name, _ = variant_of(kind)
        votes.setdefault(proposal, []).append(StoredVote(member_id=member, vote=name.lower() if name else None))
    for (number,), value in found.items():
        fields = fields_of(at, reading, f"proposal {number}", value)
        details = _state(fields) | _parameters(fields) | _results(fields)
        fact = StoredProposal(
            number=number,
            thread=threads.get((number,)),
            call=_call(at, codes.get((number,))),
            votes=tuple(votes.get(number, ())),
            **details,
        )
        reading.add(str(number), at.block, fact)
        cast = [fact.approvals, fact.rejections, fact.slashes, fact.abstentions]
        known = [each for each in cast if each is not None] if VOTES in maps and not unread else []
        at_least(sum(known), len(fact.votes), f"votes on proposal {number}")


def _state(fields: Fields) -> dict[str, Any]:
    name, content = variant(fields, "status")
    status = STATUSES.get(name or "")
    if status is None and name is not None:
        odd(fields, "status", f"is {name!r}, which is no known status")
    return {
        "status": status,
        "approved_at": content if status == "pending-execution" and type(content) is int else None,
        "proposer_id": whole(fields, "proposer_id"),
        "activated_at": whole(fields, "activated_at"),
        "exact_execution_block": whole(fields, "exact_execution_block"),
        "council_confirmations": whole(fields, "nr_of_council_confirmations"),
        "staking_account": account(fields, "staking_account_id"),
    }


def _parameters(fields: Fields) -> dict[str, Any]:
    inner = fields_of(fields.at, fields.reading, f"{fields.subject} parameters", fields.values.get("parameters"))
    found: dict[str, Any] = {name: whole(inner, stored) for name, stored in PARAMETERS.items()}
    return found | {"required_stake": amount(inner, "required_stake")}


def _results(fields: Fields) -> dict[str, Any]:
    inner = fields_of(fields.at, fields.reading, f"{fields.subject} results", fields.values.get("voting_results"))
    return {name: whole(inner, name) for name in ("approvals", "rejections", "slashes", "abstentions")}


def _call(at: StateAt, code: Any) -> str | None:
    """Name the call a proposal would run; unknown where it is none of this runtime."""
    if not isinstance(code, bytes):
        return None
    try:
        call = decode_call(at.runtime, code)
    except ValueWrong:
        return None
    return f"{call.pallet}.{call.function}"
