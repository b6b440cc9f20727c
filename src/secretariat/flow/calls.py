"""Calls: what builds the bytes that a wallet signs, for the runtime of the finalised head that was read last."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from sqlalchemy import Connection

from secretariat.clients.substrate.types import Runtime
from secretariat.desk.acts import Act, Call
from secretariat.desk.drafting import CallOf, CallWaits
from secretariat.errors import SecretariatError
from secretariat.facts.now import Now
from secretariat.facts.records import CHAIN
from secretariat.facts.secretary_decisions import Willing
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.flow.context import Context
from secretariat.flow.people import people
from secretariat.formats.calls.of_act import Around, call_data
from secretariat.store.desk_journal import desk_decisions
from secretariat.store.facts import load_record
from secretariat.store.live import RuntimeKnown, runtime_known

CallsOf = Callable[[Context, Connection, Now], CallOf]
"""Gives what builds calls as of now."""


def calls_now(context: Context, connection: Connection, now: Now) -> CallOf:
    """Give what builds calls for the runtime of the head.

    It raises CallWaits where the runtime is not known, and where the chain would refuse the call.
    """
    stakes = _staking(context, connection)

    def call_of(act: Act) -> Call:
        known = (
            None
            if now.genesis is None or now.spec_version is None
            else runtime_known(connection, now.genesis, now.spec_version)
        )
        if known is None:
            raise CallWaits("The chain's runtime is not known yet; run `secretariat sync`.")
        member, proposal = act.destination.member_id, act.destination.proposal
        around = Around(
            staking_account=stakes.get(member, "") if member is not None else "",
            discussion=_discussion(connection, proposal),
        )
        return _built(known, act, around)

    return call_of


def _staking(context: Context, connection: Connection) -> Mapping[int, str]:
    """Give each member's staking account: that of the settings, else the one noted for a proposal that elects the secretary."""
    noted = {
        one.member_id if one.filed_by is None else one.filed_by: one.account
        for one in desk_decisions(connection, Willing)
        if one.account
    }
    known = {one.member_id: one.staking_key for one in people(context).values() if one.staking_key}
    return noted | {member: key for member, key in known.items() if member is not None}


def _discussion(connection: Connection, proposal: int | None) -> int | None:
    """Give the number of a proposal's discussion; the chain forgets it when the proposal is finished."""
    if proposal is None:
        return None
    found = load_record(connection, f"{CHAIN}/proposals", StoredProposal.KIND, str(proposal))
    return None if found is None else found.fact.thread


def _built(known: RuntimeKnown, act: Act, around: Around) -> Call:
    try:
        data = call_data(_runtime(known.metadata), replace(act, call=None), around)
    except SecretariatError as error:
        raise CallWaits(str(error)) from error
    return Call(
        data=f"0x{data.hex()}",
        genesis=known.chain,
        spec_version=known.spec_version,
        transaction_version=known.transaction_version,
    )


@cache
def _runtime(metadata: str) -> Runtime:
    """Read a runtime's metadata, once: it takes a good part of a second."""
    from secretariat.clients.substrate.metadata import load

    return load(metadata)
