"""What builds calls when words are drafted: by the runtime of the head that was read last, and the settings."""

from collections.abc import Callable

from sqlalchemy import Connection

from secretariat.clients.substrate import metadata
from secretariat.clients.substrate.wrong import ItemMissing, MetadataWrong, ValueWrong
from secretariat.desk.acts import Call
from secretariat.desk.drafting import CallOf, CallWaits
from secretariat.desk.findings import Wanted
from secretariat.effects.chain.settings import Settings
from secretariat.facts.now import Now
from secretariat.facts.records import CHAIN
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.flow.context import Context
from secretariat.flow.hand_off.chain import loaded
from secretariat.formats.calls.build import CallRefused
from secretariat.formats.calls.of_act import Around, call_data
from secretariat.store.facts import load_record
from secretariat.store.live import RuntimeKnown, runtime_known


def calls_of(context: Context) -> Callable[[Connection, Now], CallOf]:
    """Give what builds calls as of now. It raises CallWaits, with the reason, for words that cannot be a call yet."""
    settings: Settings = context.config.settings.get("signing", Settings())

    def calls_now(connection: Connection, now: Now) -> CallOf:
        known = None
        if now.genesis is not None and now.spec_version is not None:
            known = runtime_known(connection, now.genesis, now.spec_version)

        def call_of(wanted: Wanted) -> Call:
            if known is None or not known.transaction_version:
                raise CallWaits("the chain's runtime is not known yet; run `secretariat sync`")
            around = Around(
                staking_account=settings.staking_account,
                discussion=_discussion(connection, wanted.destination.proposal),
            )
            return _call(known, wanted, around)

        return call_of

    return calls_now


def _call(known: RuntimeKnown, wanted: Wanted, around: Around) -> Call:
    try:
        held = loaded(known.chain)
        if known.spec_version not in held:
            held[known.spec_version] = metadata.load(known.metadata)
        data = call_data(held[known.spec_version], wanted, around)
    except (CallRefused, ItemMissing, ValueWrong, MetadataWrong) as error:
        raise CallWaits(str(error)) from error
    return Call(
        data="0x" + data.hex(),
        genesis=known.chain,
        spec_version=known.spec_version,
        transaction_version=known.transaction_version,
    )


def _discussion(connection: Connection, proposal: int | None) -> int | None:
    """Give the number of a proposal's discussion; the chain forgets it when the proposal is finished."""
    if proposal is None:
        return None
    found = load_record(connection, f"{CHAIN}/proposals", StoredProposal.KIND, str(proposal))
    return None if found is None else found.fact.thread
