"""One sync: the configured sources in order, then every table from what they gave."""

from secretariat.clients.http import open_wire
from secretariat.config import Config
from secretariat.errors import SecretariatError
from secretariat.facts.moments import Moment
from secretariat.facts.records import CHAIN
from secretariat.flow.context import Context, machine_time
from secretariat.flow.freshness import freshness_now
from secretariat.flow.left_out import left_out_now
from secretariat.flow.materialise import materialise
from secretariat.flow.sync.chain import sync_chain
from secretariat.flow.sync.past import sync_past
from secretariat.flow.sync.prices import sync_prices
from secretariat.flow.sync.query_node import sync_query_node
from secretariat.flow.sync.result import Progress, Synced
from secretariat.store import live
from secretariat.store.engine import reading, writing

LIVE_TABLES = ("chain", "query_node", "prices")


class NothingConfigured(SecretariatError):
    """No live source is configured."""


def check_configured(settings: Config) -> None:
    """Refuse to sync where no live source is named: before a store is made for it. Raises NothingConfigured."""
    if not any(table in settings.settings for table in LIVE_TABLES):
        raise NothingConfigured(
            "No live source is configured. Run `secretariat init` for a secretariat.toml that names them."
        )


def sync(
    context: Context,
    *,
    full: bool = False,
    progress: Progress = str,
    tell: Progress = str,
    now: Moment | None = None,
) -> Synced:
    """Bring every configured source up to date and build every table from the facts.

    ``full`` compares every settled row of the query node now, and not in turns over 7 days. A source that fails keeps its
    last good facts; what went wrong is in the result. ``tell`` is given what a person should know at once: why nothing
    seems to happen. ``now`` is the machine's time unless given. Raises NothingConfigured, and StoreUnusable.
    """
    check_configured(context.config)
    on = context.config.settings
    now = now or Moment(machine_time())
    done = Synced(at=now)
    with open_wire(on.get("wire"), tell=tell) as wire:
        head = None
        if "chain" in on:
            progress("chain")
            head = sync_chain(context, wire, on["chain"], now, done)
        if "query_node" in on:
            sync_query_node(context, wire, on["query_node"], head, now, done, progress, full=full)
            if "chain" in on and head is not None and CHAIN not in done.failures:
                sync_past(context, wire, on["chain"], head, now, done, progress, full=full)
        if "prices" in on:
            progress("prices")
            sync_prices(context, wire, on["prices"], now, done)
        done.requests, done.bytes_received = wire.counters.requests, wire.counters.bytes_received
    progress("tables")
    with writing(context.engine) as connection:
        if waits := materialise(connection, now).waits:
            done.notes.append(waits)
    with reading(context.engine) as connection:
        done.states = {name: known.state for name, known in live.sources_known(connection).items()}
        done.freshness = freshness_now(context, connection, now)
        done.notes += [f"{one} {one.remedy}" for one in left_out_now(context, connection)]
    return done
