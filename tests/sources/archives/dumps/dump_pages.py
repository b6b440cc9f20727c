"""Invented chain dumps, written as the chain-state page writes them."""

from typing import Any

ACCOUNT = "5" + "GAda" * 11 + "Lov"
OTHER_ACCOUNT = "5" + "FBer" * 11 + "Tim"

SCREEN = """
balances.account: AccountData
[]


chain logo
Giza
version 14
#1,234,567
Explorer
Chain state

My keyBalance:1.5 MJOY
selected state query
members
membershipById(MemberId): Membership
include option
"""


def page(pairs: list[tuple[Any, Any]], storage: str = "", *, unit: str = "  ", closed: bool = True) -> str:
    """Write (key, fields) pairs as the page does: every value on a line of its own, no quotes, texts as they are."""
    lines = [f"{storage}: Something"] if storage else []
    lines.append("[")
    for place, (key, fields) in enumerate(pairs):
        lines.append(unit + "[")
        lines.extend(_value("", [str(part) for part in (key if isinstance(key, tuple) else (key,))], 2, unit, ","))
        lines.extend(_value("", fields, 2, unit, ""))
        lines.append(unit + ("]," if place < len(pairs) - 1 else "]"))
    return "\n".join(lines) + ("\n]" if closed else "\n")


def _value(name: str, value: Any, level: int, unit: str, comma: str) -> list[str]:
    ahead = unit * level + (f"{name}: " if name else "")
    if isinstance(value, (dict, list)) and value:
        opener, closer = ("{", "}") if isinstance(value, dict) else ("[", "]")
        inner = list(value.items()) if isinstance(value, dict) else [("", item) for item in value]
        lines = [ahead + opener]
        for place, (key, item) in enumerate(inner):
            lines.extend(_value(key, item, level + 1, unit, "," if place < len(inner) - 1 else ""))
        return [*lines, unit * level + closer + comma]
    printed = str(value)
    return [ahead + printed + comma]


def proposal(**changes: Any) -> dict[str, Any]:
    """Give the fields of one invented proposal."""
    return {
        "parameters": {
            "votingPeriod": "43,200",
            "gracePeriod": "0",
            "approvalQuorumPercentage": "60",
            "approvalThresholdPercentage": "75",
            "slashingQuorumPercentage": "55",
            "slashingThresholdPercentage": "80",
            "requiredStake": "50,000",
        },
        "proposerId": "1,345",
        "title": "Paint the lighthouse",
        "description": "It is grey, and: needs paint",
        "createdAt": "1,891,015",
        "status": finalised({"Approved": "Executed"}),
        "votingResults": {"abstensions": "1", "approvals": "9", "rejections": "2", "slashes": "0"},
    } | changes


def finalised(decision: Any, block: str = "1,896,093") -> dict[str, Any]:
    """Give the status of a proposal that was decided."""
    return {
        "Finalized": {
            "proposalStatus": decision,
            "finalizedAt": block,
            "encodedUnstakingErrorDueToBrokenRuntime": "null",
            "stakeDataAfterUnstakingError": "null",
        }
    }


def category(number: int, **changes: Any) -> dict[str, Any]:
    """Give the fields of one invented forum category."""
    return {
        "id": number,
        "title": "Lighthouses",
        "description": "Where ships, and sheep, are discussed",
        "created_at": {"block": "1", "time": "1,616,070,582,000"},
        "deleted": "false",
        "archived": "true",
        "num_direct_subcategories": "0",
        "num_direct_unmoderated_threads": "62",
        "num_direct_moderated_threads": "3",
        "position_in_parent_category": {"parent_id": "12", "child_nr_in_parent_category": "4"},
        "moderator_id": ACCOUNT,
    } | changes


def thread(number: int, **changes: Any) -> dict[str, Any]:
    """Give the fields of one invented forum thread."""
    return {
        "id": f"{number:,}",
        "title": "Which paint?",
        "category_id": "49",
        "nr_in_category": "4",
        "moderation": "null",
        "num_unmoderated_posts": "14",
        "num_moderated_posts": "1",
        "created_at": {"block": "260,025", "time": "1,619,370,138,000"},
        "author_id": ACCOUNT,
    } | changes


def post(number: int, **changes: Any) -> dict[str, Any]:
    """Give the fields of one invented forum post."""
    return {
        "id": f"{number:,}",
        "thread_id": "1,370",
        "nr_in_thread": "2",
        "current_text": "canary-post-text, red",
        "moderation": "null",
        "text_change_history": [
            {"expired_at": {"block": "7", "time": "1,619,370,138,000"}, "text": "canary-post-text"}
        ],
        "created_at": {"block": "260,030", "time": "1,619,370,168,000"},
        "author_id": ACCOUNT,
    } | changes


def proposal_thread(**changes: Any) -> dict[str, Any]:
    """Give the fields of one invented discussion thread of a proposal."""
    return {"title": "Paint the lighthouse", "created_at": "1,667,210", "author_id": "1,345"} | changes


def member(handle: str = "ada_l", **changes: Any) -> dict[str, Any]:
    """Give the fields of one invented member."""
    return {
        "handle": handle,
        "avatar_uri": "https://canary-avatar.example/a.png?x=1,2",
        "about": "canary-about: I like {ships}, [sheep] and more",
        "registered_at_block": "3,092,842",
        "registered_at_time": "1,636,488,150,000",
        "entry": {"Paid": "0"},
        "suspended": "false",
        "subscription": "null",
        "root_account": ACCOUNT,
        "controller_account": OTHER_ACCOUNT,
    } | changes
