"""A fresh reading of the chain before somebody is rung: who voted since the last one is not named."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from secretariat.clients.bounds import WireSettings
from secretariat.clients.http import open_wire
from secretariat.desk.acts import Act
from secretariat.desk.contacts import member_of
from secretariat.facts.moments import Moment, moment_of
from secretariat.facts.records import CHAIN
from secretariat.flow.context import Context
from secretariat.flow.sync.chain import sync_chain
from secretariat.flow.sync.result import Synced
from secretariat.store import live
from secretariat.store.engine import reading

FRESH_FOR = timedelta(seconds=60)
"""So long a reading of the chain serves for items that name people; after it the chain is read anew before one is sent."""

MOST_ATTEMPTS = 2
"""So often a request is tried: what cannot be reached soon holds no message up."""


@dataclass
class FreshChain:
    """Reads the chain's part of a sync again where what is known is older than ``FRESH_FOR`` (machine time), at most once in that time.

    Only the lists of the chain are read; tables are built by the next sync. A node that cannot be reached is remembered as
    by ``sync``, and what was read before stays.
    """

    context: Context
    machine: Callable[[], datetime]
    _tried: datetime | None = field(default=None, init=False)

    def read_for(self, act: Act) -> bool:
        """Read the chain before an act that names people, where that is due; tells whether it did."""
        now = self.machine()
        if not rings_somebody(act) or not self._is_due(now):
            return False
        self._tried = now
        settings = self.context.config.settings
        bounds: WireSettings = settings.get("wire", WireSettings())
        with open_wire(replace(bounds, attempts=min(bounds.attempts, MOST_ATTEMPTS))) as wire:
            at = Moment(moment_of(now))
            sync_chain(self.context, wire, settings["chain"], at, Synced(at=at))
        return True

    def _is_due(self, now: datetime) -> bool:
        if CHAIN not in self.context.config.settings:
            return False
        if self._tried is not None and now - self._tried <= FRESH_FOR:
            return False
        with reading(self.context.engine) as connection:
            known = live.sources_known(connection).get(CHAIN)
        read_at = None if known is None else known.state.read_at
        return read_at is None or now - datetime.fromisoformat(read_at) > FRESH_FOR


def rings_somebody(act: Act) -> bool:
    """Tell whether an act names people who are asked for something: by a mention, or as the one whom it goes to."""
    return bool(act.mentions) or member_of(act.destination.place or "") is not None
