"""Accounts as the chain has them now: asked of the node, not kept, for there are too many and they change with every block."""

from collections.abc import Iterable

from secretariat.clients.substrate.codec import storage_value
from secretariat.clients.substrate.keys import storage_key
from secretariat.clients.substrate.storage import storage_at
from secretariat.facts.amounts import Amount
from secretariat.facts.staking_accounts import Lock, SeenAccount
from secretariat.flow.context import Context
from secretariat.flow.hand_off.chain import Chain, chain_of

ACCOUNT, LOCKS, BINDING = ("System", "Account"), ("Balances", "Locks"), ("Members", "StakingAccountIdMemberStatus")


def accounts_now(context: Context, genesis: str, keys: Iterable[str]) -> dict[str, SeenAccount]:
    """Ask the configured node for balance, locks and binding of accounts at its finalised head.

    Raises as ``chain_of``, what calls raise, and ItemMissing and ValueWrong.
    """
    wanted = tuple(dict.fromkeys(keys))
    if not wanted:
        return {}
    with chain_of(context, genesis) as chain:
        items = [storage_key(chain.runtime, *item, key) for key in wanted for item in (ACCOUNT, LOCKS, BINDING)]
        raw = storage_at(chain.node, items, chain.hash)
        return {key: _seen(chain, key, raw) for key in wanted}


def _seen(chain: Chain, key: str, raw: dict[str, str | None]) -> SeenAccount:
    account, locks, binding = (raw[storage_key(chain.runtime, *item, key)] for item in (ACCOUNT, LOCKS, BINDING))
    balance = storage_value(chain.runtime, *ACCOUNT, account)
    locked = storage_value(chain.runtime, *LOCKS, locks)
    bound = None if binding is None else storage_value(chain.runtime, *BINDING, binding)
    return SeenAccount(
        account=key,
        exists=account is not None,
        free=Amount(int(balance["data"]["free"])),
        locks=tuple(Lock(id=_id(one["id"]), amount=Amount(int(one["amount"]))) for one in locked),
        bound_to=None if bound is None else int(bound["member_id"]),
        confirmed=bound is not None and bool(bound["confirmed"]),
        source=f"{'.'.join(ACCOUNT)}, {'.'.join(LOCKS)} and {'.'.join(BINDING)} at block {chain.block:,}",
    )


def _id(raw: bytes | str) -> str:
    """Give a lock's id as its eight letters; the codec gives bytes, or hex."""
    data = bytes.fromhex(raw.removeprefix("0x")) if isinstance(raw, str) else bytes(raw)
    return data.decode("ascii", errors="replace")
