"""A chain whose events a test writes by hand, in the runtime's own form, and the query node that follows it."""

from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.query_node.node import QueryNode
from secretariat.devnet.query_node.processor import Processor

GROUP = "ForumWorkingGroup"
FORUM = "forumWorkingGroup"


def account(number: int) -> bytes:
    """Give an account by a number."""
    return bytes([number]) * 32


def field(number: int, value: bytes | int) -> bytes:
    """Write one field of a protocol buffer's message; lengths and numbers are small."""
    if isinstance(value, int):
        return bytes([number << 3]) + varint(value)
    return bytes([number << 3 | 2]) + varint(len(value)) + value


def varint(number: int) -> bytes:
    told = b""
    while number > 127:
        told += bytes([number & 127 | 128])
        number >>= 7
    return told + bytes([number])


class History:
    """Events as they are written, and what the query node answers; every block is final at once."""

    def __init__(self, **processor: Any) -> None:
        self.chain = Chain(1)
        self.node = QueryNode(Processor(self.chain, **processor))

    def at(self, block: int, *events: tuple[Any, ...]) -> "History":
        """Let these events happen in a block: name, then values."""
        self.chain.settle(block)
        for name, *values in events:
            self.chain.emit(name, *values)
        return self

    def members(self, *numbers: int) -> "History":
        """Let somebody become members in the present block."""
        for number in numbers:
            self.chain.emit("Members.MemberCreated", number, created(number), 5)
        return self

    def ask(self, query: str, **variables: Any) -> Any:
        """Ask, and give the answer's data."""
        status, answer = self.node.ask({"query": query, "variables": variables})
        assert self.node.trouble is None, self.node.trouble
        assert (status, answer.get("errors")) == (200, None), answer
        return answer["data"]

    def refused(self, query: str, **variables: Any) -> tuple[int, str]:
        """Ask what is refused, and give the status and the first message."""
        status, answer = self.node.ask({"query": query, "variables": variables})
        return status, answer["errors"][0]["message"]


def created(number: int) -> dict[str, Any]:
    """Give what a member is made with."""
    return {
        "root_account": account(number),
        "controller_account": account(number + 100),
        "handle": f"member{number}".encode(),
        "metadata": b"",
        "is_founding_member": True,
    }


def candidate(member: int, stake: int = 1_000) -> tuple[Any, ...]:
    return "Council.NewCandidate", member, account(member + 50), account(member), stake


def vote(voter: int, stake: int = 10) -> tuple[Any, ...]:
    return "Referendum.VoteCast", account(voter), bytes(32), stake


def revealed(voter: int, member: int) -> tuple[Any, ...]:
    return "Referendum.VoteRevealed", account(voter), member, b"salt"


def filed(number: int, details: Any, member: int = 1, **general: Any) -> tuple[Any, ...]:
    """File a proposal; its thread has its number and a hundred."""
    parameters = {
        "member_id": member,
        "title": f"Proposal {number}".encode(),
        "description": b"Why",
        "staking_account_id": account(7),
        "exact_execution_block": None,
        **general,
    }
    return "ProposalsCodex.ProposalCreated", number, parameters, details, number + 100


def opening(number: int, kind: str = "Regular", description: bytes = b"", reward: int | None = 5) -> tuple[Any, ...]:
    policy = {"stake_amount": 700, "leaving_unstaking_period": 2**32 - 1}
    return f"{GROUP}.OpeningAdded", number, description, kind, policy, reward


def applied(number: int, opening_number: int, member: int, answers: bytes = b"") -> tuple[Any, ...]:
    params = {
        "member_id": member,
        "opening_id": opening_number,
        "role_account_id": account(member),
        "reward_account_id": account(member + 1),
        "description": answers,
        "stake_parameters": {"stake": 800, "staking_account_id": account(member + 2)},
    }
    return f"{GROUP}.AppliedOnOpening", params, number


def election(history: History, begun: int, members: tuple[int, ...] = (1, 2, 3)) -> History:
    """Let a whole election succeed: announcing of 10 blocks, voting of 10, revealing of 10, idle for 100."""
    history.at(begun, ("Council.AnnouncingPeriodStarted", begun + 10))
    history.at(begun + 1, *(candidate(member) for member in members))
    history.at(
        begun + 10,
        ("Referendum.ReferendumStarted", 3, begun + 20),
        ("Council.VotingPeriodStarted", len(members)),
    )
    history.at(begun + 11, *(vote(member + 20) for member in members))
    history.at(begun + 20, ("Referendum.RevealingStageStarted", begun + 30))
    history.at(begun + 21, *(revealed(member + 20, member) for member in members))
    return history.at(
        begun + 30,
        ("Council.NewCouncilElected", members[:3], begun + 130),
        ("Referendum.ReferendumFinished", ()),
    )
