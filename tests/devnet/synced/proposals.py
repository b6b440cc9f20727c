"""Proposals, votes and who could vote: what the truth tells, and what the product's tables and facts say."""

from collections import Counter

from secretariat.facts.chain_proposals import ProposalVote
from secretariat.facts.council_terms import council_terms
from secretariat.facts.participation import classify
from secretariat.facts.voting_history import histories, seat_blocks, voting_rounds
from tests.devnet.synced.desk import Seen
from tests.devnet.synced.elections import Told

OUTCOMES = {
    "deciding": "active",
    "gracing": "pending",
    "dormant": "passed-on",
    "canceled-by-runtime": "canceled",
}
"""The product's word for what became of a proposal, where it differs from the truth's."""

STATUSES = {"canceled": "cancelled"}
ENDED = {"approved": "decided", "rejected": "decided", "slashed": "decided"}


def type_of(name: str) -> str:
    """Give a type in the product's writing, which is the query node's: FundingRequest is funding-request."""
    name = {"SetPalletFozenStatus": "UpdatePalletFrozenStatus", "VetoProposal": "Veto"}.get(name, name)
    return "".join(("-" if letter.isupper() and place else "") + letter.lower() for place, letter in enumerate(name))


SAME = (
    "title",
    "type",
    "proposer_id",
    "created_block",
    "status",
    "outcome",
    "failure",
    "finalised_block",
    "voting_rounds",
    "ended_by",
    "executed_block",
    "approvals",
    "rejections",
    "abstentions",
    "slashes",
    "term",
    "amount",
)
"""The columns that are held against the truth."""


def true_proposals(seen: Seen) -> Told:
    """Give every proposal: type, people, blocks, outcome and why, rounds, counts of the last round."""
    found = {one["id"]: _true_proposal(seen, one) for one in seen.truth["proposals"]}
    assert all(set(one) == set(SAME) for one in found.values())
    return found


def _true_proposal(seen: Seen, one: Told) -> Told:
    last = one["rounds"][-1]
    kinds = Counter(vote["vote"] for vote in last["votes"])
    final = one["status"] not in ("deciding", "gracing", "dormant")
    decided = one["stopped"]["block"] if "stopped" in one else last["closed"]
    terms = [each["number"] for each in seen.truth["councils"] if each["elected"] <= one["created"]]
    return {
        "title": _title(one),
        "type": type_of(one["type"]),
        "proposer_id": one["proposer"],
        "created_block": one["created"],
        "status": STATUSES.get(one["status"], one["status"]),
        "outcome": OUTCOMES.get(one["status"], one["status"]),
        "failure": one["error"],
        "finalised_block": decided if final else None,
        "voting_rounds": len(one["rounds"]),
        "ended_by": ENDED.get(last["ended"], last["ended"]),
        "executed_block": one["executed"],
        "approvals": kinds["Approve"],
        "rejections": kinds["Reject"],
        "abstentions": kinds["Abstain"],
        "slashes": kinds["Slash"],
        "term": terms[-1] if terms else None,
        "amount": _amount(one),
    }


def _title(one: Told) -> str:
    """Give a title as a query node can hold it: its database takes no zero letters."""
    title: str = one["title"].replace("\0", "")
    return title


def _amount(one: Told) -> int | None:
    if one["type"] == "FundingRequest":
        return sum(int(each["amount"]) for each in one["details"])
    if one["type"] == "UpdateWorkingGroupBudget":
        amount, _, kind = one["details"]
        return int(amount) if kind == "Positive" else -int(amount)
    return None


def found_proposals(seen: Seen) -> Told:
    """Give the rows of the table of proposals."""
    return {row["number"]: {name: row[name] for name in SAME} for row in seen.rows("proposals")}


def true_ballots(seen: Seen) -> Told:
    """Give every vote on a proposal by proposal, round and member: what it said and when."""
    return {
        (one["id"], round_["number"], vote["member"]): (vote["vote"].lower(), vote["block"])
        for one in seen.truth["proposals"]
        for round_ in one["rounds"]
        for vote in round_["votes"]
    }


def found_ballots(seen: Seen) -> Told:
    """Give the votes that the product has read."""
    return {(one.proposal, one.round, one.voter_id): (one.vote, one.block) for one in seen.facts(ProposalVote)}


def _states(seen: Seen) -> dict[tuple[int, int, int], str]:
    """Tell by proposal, round and member of any council what became of the member in it; open rounds are not told."""
    councils = seen.truth["councils"]
    members = {seat["member"] for council in councils for seat in council["members"]}
    found = {}
    for one in seen.truth["proposals"]:
        for round_ in one["rounds"]:
            if round_["closed"] is None:
                continue
            council = [each for each in councils if each["elected"] <= round_["opened"]]
            seated = {seat["member"] for seat in council[-1]["members"]} if council else set()
            for member in members:
                found[one["id"], round_["number"], member] = _state(round_, member, seated)
    return found


def _state(round_: Told, member: int, seated: set[int]) -> str:
    if any(vote["member"] == member for vote in round_["votes"]):
        return "voted"
    if member not in seated:
        return "not-seated"
    ran_out = round_["ended"] in ("expired", "council-change") and round_["closed"] > round_["opened"]
    return "missed" if ran_out else "closed-before-voting"


def true_participation(seen: Seen) -> Told:
    """Give what became of every council member in every closed voting round."""
    return dict(_states(seen))


def found_participation(seen: Seen) -> Told:
    """Give it as the product works it out."""
    terms = council_terms(seen.snapshot)
    seats = seat_blocks(terms, seen.height)
    members = {seat.fact.member_id for term in terms for seat in term.seats}
    rounds = voting_rounds(histories(seen.snapshot))
    return {
        (one.proposal, one.number, member): classify(member, one, seats)
        for one in rounds
        for member in members
        if member is not None
    }


def true_council_members(seen: Seen) -> Told:
    """Give for everybody who ever sat, as the truth prints it: seats held, votes, eligible votes, rounds that others closed."""
    found: Told = {}
    for council in seen.truth["councils"]:
        for seat in council["members"]:
            own = found.setdefault(
                seat["member"],
                {"terms": [], "handle": seat["handle"], "votes_cast": 0, "eligible": 0, "closed_before_voting": 0},
            )
            own["terms"].append(council["number"])
            own["votes_cast"] += seat["voted"]
            own["eligible"] += seat["eligible_votes"]
            own["closed_before_voting"] += seat["closed_before_voting"]
    for member, own in found.items():
        own["listed"] = sum(1 for _, _, each in true_ballots(seen) if each == member)
        own["proposals_made"] = sum(1 for one in seen.truth["proposals"] if one["proposer"] == member)
        own["terms"] = (len(own["terms"]), own["terms"][0], own["terms"][-1])
    return found


def found_council_members(seen: Seen) -> Told:
    """Give the rows of the table of council members."""
    return {
        row["member_id"]: {
            "terms": (row["terms_served"], row["first_term"], row["last_term"]),
            "handle": row["handle"],
            "votes_cast": row["votes_cast"],
            "eligible": row["votes_eligible"],
            "listed": row["votes_listed"],
            "closed_before_voting": row["closed_before_voting"],
            "proposals_made": row["proposals_made"],
        }
        for row in seen.rows("council-members")
    }


def true_spending(seen: Seen) -> Told:
    """Give every funding request: asked and paid to the base unit, and when."""
    return {
        one["id"]: {
            "title": _title(one),
            "amount_asked": _amount(one),
            "amount_minted": _minted(one),
            "paid_block": one["executed"] if one["status"] == "executed" else None,
        }
        for one in seen.truth["proposals"]
        if one["type"] == "FundingRequest"
    }


def _minted(one: Told) -> int | None:
    if one["status"] in ("deciding", "gracing", "dormant"):
        return None
    return _amount(one) if one["status"] == "executed" else 0


def found_spending(seen: Seen) -> Told:
    """Give the rows of the table of spending."""
    names = ("title", "amount_asked", "amount_minted", "paid_block")
    return {row["number"]: {name: row[name] for name in names} for row in seen.rows("spending")}
