"""Calls: what builds the bytes that a wallet signs, for the runtime of the finalised head that was read last."""

from collections.abc import Callable

from sqlalchemy import Connection

from secretariat.desk.acts import Call
from secretariat.desk.drafting import CallOf, CallWaits
from secretariat.desk.findings import Wanted
from secretariat.facts.now import Now
from secretariat.store.live import runtime_known

CallsOf = Callable[[Connection, Now], CallOf]
"""Gives what builds calls as of now."""


def calls_now(connection: Connection, now: Now) -> CallOf:
    """Give what builds calls for the runtime of the head. It raises CallWaits where the runtime is not known."""
    known = (
        None
        if now.genesis is None or now.spec_version is None
        else runtime_known(connection, now.genesis, now.spec_version)
    )

    def call_of(wanted: Wanted) -> Call:
        if known is None:
            raise CallWaits("the chain's runtime is not known yet; run `secretariat sync`")
        raise CallWaits(f"a {wanted.kind} cannot be built by this version of the desk")

    return call_of
