"""Whatever is sent in whatever order: tokens are neither made nor lost unseen, and stakes stay covered by locks."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances, council, proposals, referendum
from secretariat.devnet.runtime.errors import DispatchError
from secretariat.devnet.runtime.extrinsics import apply
from secretariat.devnet.runtime.genesis import JOY
from secretariat.devnet.runtime.referendum import commitment_of
from tests.devnet.runtime.town import FUNDING, SIGNAL, STAKE, controller, staking, town

MEMBERS = st.integers(0, 7)


def calls(member: int, other: int, number: int) -> list[tuple[bytes, Any]]:
    """Give what a member might send: with an account of theirs, and numbers of all sizes."""
    own, cycle = controller(member), number % 4 + 1
    general = {
        "member_id": member,
        "title": b"T",
        "description": b"D",
        "staking_account_id": staking(member, number % 2),
        "exact_execution_block": None,
    }
    candidacy = {
        "membership_id": member,
        "staking_account_id": staking(member, number % 2),
        "reward_account_id": own,
        "stake": STAKE + number,
    }
    ballot = {"commitment": commitment_of(own, b"s", cycle, other), "stake": 200 * JOY + number}
    voted = {"voter_id": member, "proposal_id": number % 5, "rationale": b""}
    proposal = {"general_proposal_parameters": general, "proposal_details": SIGNAL if number % 3 else FUNDING}
    return [
        (own, ("Council", "announce_candidacy", candidacy)),
        (own, ("Council", "withdraw_candidacy", {"membership_id": member})),
        (own, ("Council", "release_candidacy_stake", {"membership_id": member})),
        (own, ("Referendum", "vote", ballot)),
        (own, ("Referendum", "reveal_vote", {"salt": b"s", "vote_option_id": other})),
        (own, ("Referendum", "release_vote_stake", {})),
        (own, ("ProposalsCodex", "create_proposal", proposal)),
        (own, ("ProposalsEngine", "vote", {**voted, "vote": ("Approve", "Reject", "Slash", "Abstain")[number % 4]})),
        (own, ("ProposalsEngine", "cancel_proposal", {"proposer_id": member, "proposal_id": number % 5})),
        (own, ("Balances", "transfer", {"dest": controller(other), "value": number * JOY})),
        (own, ("Balances", "transfer", {"dest": bytes([number % 7]) * 32, "value": number * 40_000_000})),
    ]


ACTS = st.lists(st.tuples(st.integers(1, 40), MEMBERS, MEMBERS, st.integers(0, 60), st.integers(0, 10)), max_size=50)


@settings(max_examples=150, deadline=None)
@given(ACTS)
def test_what_holds_after_any_calls(acts: list[tuple[int, int, int, int, int]]) -> None:
    chain = town(council_budget=250 * JOY, budget_increment=0)
    for after, member, other, number, which in acts:
        chain.advance(chain.now + after)
        origin, call = calls(member, other, number)[which]
        before = chain.get(balances.ISSUANCE)
        made = apply(chain, origin, call)
        if isinstance(made, DispatchError):
            assert chain.get(balances.ISSUANCE) == before - _fee(chain)
    _accounts_hold(chain)
    _stakes_hold(chain)


def _fee(chain: Chain) -> int:
    (paid,) = (event for event in chain.events_of(chain.now)[-2:] if event.name.endswith("TransactionFeePaid"))
    return int(paid.values[1])


def _accounts_hold(chain: Chain) -> None:
    total = 0
    for (account,) in chain.keys(balances.ACCOUNT):
        data = chain.get(balances.ACCOUNT, account)["data"]
        total += data["free"]
        locks = balances.locks_of(chain, account)
        assert data["misc_frozen"] == max((lock["amount"] for lock in locks), default=0)
        assert len([lock for lock in locks if lock["id"] not in balances.NOT_RIVALROUS]) <= 1
    assert total == chain.get(balances.ISSUANCE)


def _stakes_hold(chain: Chain) -> None:
    for (member,) in chain.keys(council.CANDIDATES):
        candidate = chain.get(council.CANDIDATES, member)
        assert balances.locked(chain, balances.CANDIDACY, candidate["staking_account_id"]) == candidate["stake"]
    for (account,) in chain.keys(referendum.VOTES):
        assert balances.locked(chain, balances.VOTING, account) == chain.get(referendum.VOTES, account)["stake"]
    for seat in chain.get(council.MEMBERS):
        assert balances.locked(chain, balances.COUNCILOR, seat["staking_account_id"]) == seat["stake"]
    unfinished = proposals.open_proposals(chain)
    assert len(unfinished) == chain.get(proposals.ACTIVE)
    name, content = council.stage_of(chain)
    standing = [key for key in chain.keys(council.CANDIDATES) if council.is_candidate(chain, key[0])]
    if name == "Announcing":
        assert content["candidates_count"] == len(standing)
