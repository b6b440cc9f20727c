"""A few members on a chain with short periods, who do what a test says."""

from collections.abc import Mapping
from typing import Any

import pytest

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.chain.specs import Spec
from secretariat.devnet.runtime import members
from secretariat.devnet.runtime.calls import dispatch
from secretariat.devnet.runtime.errors import DispatchError
from secretariat.devnet.runtime.genesis import JOY, Genesis, begin
from secretariat.devnet.runtime.referendum import commitment_of

SHORT = {
    "Council.AnnouncingPeriodDuration": 60,
    "Referendum.VoteStageDuration": 20,
    "Referendum.RevealStageDuration": 20,
    "Council.IdlePeriodDuration": 400,
}
STAKE = 200_000 * JOY
PEOPLE = 8


def controller(member: int) -> bytes:
    return bytes([1, member]) + bytes(30)


def staking(member: int, number: int = 0) -> bytes:
    return bytes([2 + number, member]) + bytes(30)


def town(*, constants: Mapping[str, Any] = SHORT, **genesis: Any) -> Chain:
    """Give a chain at block 0 with members 0 to 7; each has two bound staking accounts. ``constants`` differ from production's."""
    accounts = {controller(member): 10_000 * JOY for member in range(PEOPLE)}
    accounts |= {staking(member, number): 10**6 * JOY for member in range(PEOPLE) for number in range(2)}
    chain = Chain(1, Spec().upgraded(2004, constants=constants))
    begin(chain, Genesis(balances=accounts, **genesis))
    for member in range(PEOPLE):
        params = {
            "root_account": controller(member),
            "controller_account": controller(member),
            "handle": f"member{member}".encode(),
            "metadata": b"",
            "is_founding_member": True,
        }
        assert members.found_member(chain, params) == member
        for number in range(2):
            send(chain, staking(member, number), "Members.add_staking_account_candidate", member_id=member)
            account = staking(member, number)
            act(chain, member, "Members.confirm_staking_account", member_id=member, staking_account_id=account)
    return chain


def send(chain: Chain, origin: bytes, name: str, **args: Any) -> Any:
    pallet, call = name.split(".")
    return dispatch(chain, origin, (pallet, call, args))


def act(chain: Chain, member: int, name: str, **args: Any) -> Any:
    return send(chain, controller(member), name, **args)


def announce(chain: Chain, member: int, stake: int = STAKE) -> None:
    act(
        chain,
        member,
        "Council.announce_candidacy",
        membership_id=member,
        staking_account_id=staking(member),
        reward_account_id=controller(member),
        stake=stake,
    )


def cast(chain: Chain, voter: bytes, member: int, stake: int = 500 * JOY) -> None:
    cycle = chain.get("Council.AnnouncementPeriodNr")
    send(chain, voter, "Referendum.vote", commitment=commitment_of(voter, b"salt", cycle, member), stake=stake)


def reveal(chain: Chain, voter: bytes, member: int) -> None:
    send(chain, voter, "Referendum.reveal_vote", salt=b"salt", vote_option_id=member)


def elect(chain: Chain, *members_elected: int) -> int:
    """Elect a council from the announcing that begins next or runs; gives the block in which it is seated."""
    while "Announcing" not in chain.get("Council.Stage")["stage"]:
        advance_to_next(chain)
    for member in members_elected:
        announce(chain, member)
    chain.advance(chain.get("Council.Stage")["stage"]["Announcing"]["ends_at"])
    for place, member in enumerate(members_elected):
        cast(chain, controller(member), member, (600 - place) * JOY)
    chain.advance(chain.get("Referendum.Stage")["Voting"]["ends_at"])
    for member in members_elected:
        reveal(chain, controller(member), member)
    chain.advance(chain.get("Referendum.Stage")["Revealing"]["ends_at"])
    assert tuple(seat["membership_id"] for seat in chain.get("Council.CouncilMembers")) == members_elected
    return chain.now


def to_the_second_count(chain: Chain, *revealing: int) -> int:
    """Seat members 0 to 2, then bring 3 to 5 through an election up to its count; gives the block E of the count."""
    elect(chain, 0, 1, 2)
    chain.advance(501)
    for member in (3, 4, 5):
        announce(chain, member)
    chain.advance(561)
    for member in (3, 4, 5):
        cast(chain, controller(member), member)
    chain.advance(581)
    for member in revealing:
        reveal(chain, controller(member), member)
    return 601


def advance_to_next(chain: Chain) -> None:
    assert chain.next_due is not None
    chain.advance(chain.next_due)


def propose(chain: Chain, member: int, details: Any, **general: Any) -> int:
    """File a proposal; gives its id."""
    parameters = {
        "member_id": member,
        "title": b"A title",
        "description": b"A description",
        "staking_account_id": staking(member, 1),
        "exact_execution_block": None,
        **general,
    }
    found: int = act(
        chain,
        member,
        "ProposalsCodex.create_proposal",
        general_proposal_parameters=parameters,
        proposal_details=details,
    )
    return found


def vote(chain: Chain, member: int, proposal: int, kind: str) -> None:
    act(chain, member, "ProposalsEngine.vote", voter_id=member, proposal_id=proposal, vote=kind, rationale=b"")


def refused(name: str) -> Any:
    """Expect a dispatch error, ``Pallet.Name``."""
    return pytest.raises(DispatchError, match=name.replace(".", r"\."))


def events(chain: Chain, *names: str) -> list[tuple[Any, ...]]:
    """Give the values of the events of these names, each after its block."""
    return [(event.block, *event.values) for event in chain.events if event.name in names]


FUNDING = {"FundingRequest": ({"account": bytes([9]) * 32, "amount": 100 * JOY},)}
SIGNAL = {"Signal": b"Words"}
