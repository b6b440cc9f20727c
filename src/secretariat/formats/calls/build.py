"""The calls that the desk builds, with the limits that the chain would refuse them for; codecs know none of these."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from secretariat.clients.substrate.codec import Call, constant_of
from secretariat.clients.substrate.types import Runtime
from secretariat.clients.substrate.wrong import ItemMissing
from secretariat.desk.limits import CHAIN_BYTES
from secretariat.errors import SecretariatError
from secretariat.facts.accounts import is_key
from secretariat.facts.amounts import Amount, token_text
from secretariat.facts.live_groups import GROUP_WORDS
from secretariat.formats.calls.metadata import POST, THREAD, written

TITLE, DESCRIPTION = "ProposalsEngine.TitleMaxLength", "ProposalsEngine.DescriptionMaxLength"
MOST_PAYEES = "ProposalsCodex.FundingRequestProposalMaxAccounts"
LARGEST_REQUEST = "ProposalsCodex.FundingRequestProposalMaxTotalAmount"
MOST_IN_BATCH = "Utility.batched_calls_limit"

_FALLBACK = {TITLE: 40, DESCRIPTION: 3000, MOST_PAYEES: 20, LARGEST_REQUEST: 10**16, MOST_IN_BATCH: 10_922}
"""Limits of spec 2004, for a runtime whose metadata does not tell one."""


class CallRefused(SecretariatError):
    """The chain would refuse this call, or it lacks something; the message says what to change."""


def forum_thread(*, member: int, category: int, title: str, text: str, tags: Sequence[str] = ()) -> Call:
    """Open a thread. The title and tags are a message, the first text plain Markdown. Raises CallRefused without either."""
    _there("A forum thread", title=title, text=text)
    metadata = written(THREAD, {"title": title, "tags": list(tags)})
    args = {"forum_user_id": member, "category_id": category, "metadata": metadata, "text": text.encode()}
    return Call(pallet="Forum", function="create_thread", args=args)


def forum_post(
    *, member: int, category: int, thread: int, text: str, replies_to: int | None = None, editable: bool = False
) -> Call:
    """Post into a thread. One that can be edited costs a deposit; what was approved need not be. Raises CallRefused."""
    _there("A forum post", text=text)
    args = {
        "forum_user_id": member,
        "category_id": category,
        "thread_id": thread,
        "text": written(POST, {"text": text, "replies_to": replies_to}),
        "editable": editable,
    }
    return Call(pallet="Forum", function="add_post", args=args)


def discussion_post(
    *, member: int, thread: int, text: str, replies_to: int | None = None, editable: bool = False
) -> Call:
    """Post into a proposal's discussion; ``thread`` is the discussion's number, not the proposal's. Raises CallRefused."""
    _there("A post in a proposal's discussion", text=text)
    message = written(POST, {"text": text, "replies_to": replies_to})
    args = {"post_author_id": member, "thread_id": thread, "text": message, "editable": editable}
    return Call(pallet="ProposalsDiscussion", function="add_post", args=args)


def proposal(
    runtime: Runtime, *, member: int, title: str, description: str, staking_account: str, details: Mapping[str, Any]
) -> Call:
    """File a proposal. Raises CallRefused for a title or a description beyond the runtime's bytes, and without stake."""
    _bytes(title, 1, limit(runtime, TITLE), "The title of a proposal")
    _bytes(description, 1, limit(runtime, DESCRIPTION), "The description of a proposal")
    if not staking_account:
        raise CallRefused(
            "Every proposal needs a staking account: set staking_account in [people.<name>] of the member who proposes."
        )
    general = {
        "member_id": member,
        "title": title.encode(),
        "description": description.encode(),
        "staking_account_id": staking_account,
        "exact_execution_block": None,
    }
    args = {"general_proposal_parameters": general, "proposal_details": details}
    return Call(pallet="ProposalsCodex", function="create_proposal", args=args)


def signal(text: str) -> dict[str, Any]:
    """Give the details of a Signal proposal. Raises CallRefused without a text."""
    _there("A signal", text=text)
    return {"Signal": text.encode()}


def funding_request(runtime: Runtime, payees: Sequence[tuple[str, Amount]]) -> dict[str, Any]:
    """Give the details of a funding request: accounts and base units.

    Raises CallRefused for none or too many accounts, one that is named twice, an amount of nothing, and too large a sum.
    """
    most, largest = limit(runtime, MOST_PAYEES), Amount(limit(runtime, LARGEST_REQUEST))
    if not 1 <= len(payees) <= most:
        raise CallRefused(f"A funding request has 1 to {most} accounts, not {len(payees)}.")
    _payable(payees)
    accounts = [account for account, _ in payees]
    twice = next((account for account in accounts if accounts.count(account) > 1), None)
    if twice is not None:
        raise CallRefused(f"The account {twice} is named twice; a funding request pays each account once.")
    total = Amount(sum(amount for _, amount in payees))
    if total > largest:
        raise CallRefused(
            f"A funding request is at most {token_text(largest)} JOY; this one is {token_text(total)} JOY."
        )
    return {"FundingRequest": [{"account": account, "amount": int(amount)} for account, amount in payees]}


def group_budget(group: str, change: Amount) -> dict[str, Any]:
    """Give the details of a change to a working group's budget: base units, below zero to take away. Raises CallRefused."""
    if group not in GROUP_WORDS:
        raise CallRefused(f"There is no working group {group!r}; there are {', '.join(GROUP_WORDS)}.")
    if not change:
        raise CallRefused("A change of a budget by nothing is none; give an amount above or below zero.")
    kind: Literal["Positive", "Negative"] = "Positive" if change > 0 else "Negative"
    return {"UpdateWorkingGroupBudget": (abs(int(change)), GROUP_WORDS[group], kind)}


def transfers(runtime: Runtime, payees: Sequence[tuple[str, Amount]]) -> Call:
    """Pay from the signer's own account: one transfer, or all of several or none. Raises CallRefused."""
    if not payees:
        raise CallRefused("A transfer needs somebody to pay.")
    _payable(payees)
    calls = [
        Call(pallet="Balances", function="transfer", args={"dest": account, "value": int(amount)})
        for account, amount in payees
    ]
    return calls[0] if len(calls) == 1 else batch_all(runtime, calls)


def batch_all(runtime: Runtime, calls: Sequence[Call]) -> Call:
    """Put calls into one, of which all are done or none. Raises CallRefused for none, or more than the runtime takes."""
    most = limit(runtime, MOST_IN_BATCH)
    if not 1 <= len(calls) <= most:
        raise CallRefused(f"A batch has 1 to {most:,} calls, not {len(calls):,}.")
    inner = [{one.pallet: {one.function: one.args} if one.args else one.function} for one in calls]
    return Call(pallet="Utility", function="batch_all", args={"calls": inner})


def limit(runtime: Runtime, name: str) -> int:
    """Read a limit out of the runtime's constants."""
    try:
        return int(constant_of(runtime, *name.split(".", 1)))
    except ItemMissing:
        return _FALLBACK[name]


def _payable(payees: Sequence[tuple[str, Amount]]) -> None:
    for account, amount in payees:
        if not is_key(account):
            raise CallRefused(f"{account[:80]!r} is not the public key of an account (0x and 64 hex digits).")
        if amount <= 0:
            raise CallRefused(f"The amount for {account} is {token_text(amount)} JOY; it must be above zero.")


def _there(what: str, **texts: str) -> None:
    for name, text in texts.items():
        if not text.strip():
            raise CallRefused(f"{what} needs a {name}.")
        _bytes(text, 1, CHAIN_BYTES, f"The {name} of {what[0].lower()}{what[1:]}")


def _bytes(text: str, least: int, most: int, what: str) -> None:
    """Check a text's length as the chain counts it: in bytes of UTF-8, of which a letter beyond ASCII has several."""
    try:
        length = len(text.encode())
    except UnicodeEncodeError as error:
        raise CallRefused(f"{what} has a letter that cannot be written as UTF-8.") from error
    if length < least:
        raise CallRefused(f"{what} is empty.")
    if length > most:
        letters = "" if length == len(text) else f" ({len(text):,} letters)"
        raise CallRefused(f"{what} has {length:,} bytes{letters}; the chain takes {most:,}. Shorten it.")
