"""Which calls the practice runtime takes, and how one is dispatched: the same for people and for the world."""

from collections.abc import Callable
from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.chain.specs import GROUPS
from secretariat.devnet.runtime import (
    balances,
    budget,
    codex,
    council,
    discussion,
    forum,
    groups,
    groups_hiring,
    members,
    proposals,
    referendum,
)
from secretariat.devnet.runtime.errors import DispatchError

Call = tuple[str, str, dict[str, Any]]
"""A call: pallet, name, arguments by the runtime's own names."""

MOST_IN_A_BATCH = 10_922
"""Utility's limit on the calls of one batch."""


def as_call(value: Any) -> Call:
    """Read a call given as a tuple, or as a value of the type RuntimeCall: ``{pallet: {name: arguments}}``."""
    if isinstance(value, tuple):
        pallet, name, args = value
        return pallet, name, args
    ((pallet, inner),) = value.items()
    if isinstance(inner, str):
        return pallet, inner, {}
    ((name, args),) = inner.items()
    return pallet, name, args


def takes(call: Any) -> bool:
    """Tell whether the practice runtime knows this call."""
    pallet, name, _ = as_call(call)
    return (pallet, name) in _CALLS or (pallet in GROUPS and name in _OF_GROUPS)


def dispatch(chain: Chain, origin: bytes, call: Any) -> Any:
    """Carry a call out for an account. Gives what the call makes (an id, mostly).

    Raises DispatchError, with nothing done; also for a call that the practice runtime does not have.
    """
    pallet, name, args = as_call(call)
    with chain.attempt():
        if pallet in GROUPS and name in _OF_GROUPS:
            return _OF_GROUPS[name](chain, pallet, origin, **args)
        found = _CALLS.get((pallet, name))
        if found is None:
            raise DispatchError("System", "CallFiltered")
        return found(chain, origin, **args)


# ----------------------------------------------------------------------- batches


def _calls(calls: tuple[Any, ...]) -> list[Call]:
    if len(calls) > MOST_IN_A_BATCH:
        raise DispatchError("Utility", "TooManyCalls")
    return [as_call(call) for call in calls]


def _batch(chain: Chain, origin: bytes, calls: tuple[Any, ...]) -> None:
    """Carry calls out until one fails; what came before it stays."""
    for index, call in enumerate(_calls(calls)):
        try:
            dispatch(chain, origin, call)
        except DispatchError as error:
            chain.emit("Utility.BatchInterrupted", index, error.value(chain.executing))
            return
        chain.emit("Utility.ItemCompleted")
    chain.emit("Utility.BatchCompleted")


def _batch_all(chain: Chain, origin: bytes, calls: tuple[Any, ...]) -> None:
    """Carry all calls out, or none."""
    for call in _calls(calls):
        if call[:2] == ("Utility", "batch_all"):
            raise DispatchError("System", "CallFiltered")
        dispatch(chain, origin, call)
        chain.emit("Utility.ItemCompleted")
    chain.emit("Utility.BatchCompleted")


def _force_batch(chain: Chain, origin: bytes, calls: tuple[Any, ...]) -> None:
    """Carry out whichever calls succeed."""
    failed = False
    for call in _calls(calls):
        try:
            dispatch(chain, origin, call)
        except DispatchError as error:
            failed = True
            chain.emit("Utility.ItemFailed", error.value(chain.executing))
        else:
            chain.emit("Utility.ItemCompleted")
    chain.emit("Utility.BatchCompletedWithErrors" if failed else "Utility.BatchCompleted")


# ---------------------------------------------------------------------- transfers


def _transfer(chain: Chain, origin: bytes, dest: bytes, value: int) -> None:
    balances.transfer(chain, origin, dest, value)


def _transfer_keep_alive(chain: Chain, origin: bytes, dest: bytes, value: int) -> None:
    balances.transfer(chain, origin, dest, value, keep_alive=True)


def _remark(_chain: Chain, _origin: bytes, remark: bytes) -> None:
    """Say something that only the block remembers."""


def _remark_with_event(chain: Chain, origin: bytes, remark: bytes) -> None:
    chain.emit("System.Remarked", origin, members.hash_of(remark))


_CALLS: dict[tuple[str, str], Callable[..., Any]] = {
    ("System", "remark"): _remark,
    ("System", "remark_with_event"): _remark_with_event,
    ("Utility", "batch"): _batch,
    ("Utility", "batch_all"): _batch_all,
    ("Utility", "force_batch"): _force_batch,
    ("Balances", "transfer"): _transfer,
    ("Balances", "transfer_keep_alive"): _transfer_keep_alive,
    ("Bounty", "create_bounty"): codex.refuse,
    ("ProposalsCodex", "create_proposal"): codex.create_proposal,
}

for _module, _pallet, _names in (
    (budget, "Council", ("fund_council_budget",)),
    (
        council,
        "Council",
        ("announce_candidacy", "withdraw_candidacy", "release_candidacy_stake", "set_candidacy_note"),
    ),
    (referendum, "Referendum", ("vote", "reveal_vote", "release_vote_stake")),
    (
        members,
        "Members",
        (
            "buy_membership",
            "gift_membership",
            "invite_member",
            "create_member",
            "update_profile",
            "update_accounts",
            "add_staking_account_candidate",
            "confirm_staking_account",
            "remove_staking_account",
        ),
    ),
    (
        forum,
        "Forum",
        (
            "create_category",
            "create_thread",
            "edit_thread_metadata",
            "delete_thread",
            "move_thread_to_category",
            "add_post",
            "edit_post_text",
            "delete_posts",
        ),
    ),
    (proposals, "ProposalsEngine", ("vote", "cancel_proposal")),
    (discussion, "ProposalsDiscussion", ("add_post", "update_post", "delete_post", "change_thread_mode")),
):
    _CALLS.update({(_pallet, _name): getattr(_module, _name) for _name in _names})

_OF_GROUPS: dict[str, Callable[..., Any]] = {
    name: getattr(module, name)
    for module, names in (
        (
            groups,
            (
                "leave_role",
                "terminate_role",
                "slash_stake",
                "decrease_stake",
                "update_reward_amount",
                "update_reward_account",
                "spend_from_budget",
                "fund_working_group_budget",
                "set_status_text",
            ),
        ),
        (
            groups_hiring,
            ("add_opening", "apply_on_opening", "withdraw_application", "fill_opening", "cancel_opening"),
        ),
    )
    for name in names
}
