"""Bring exchange rates up to date: new days are added, days that the source does not list any more stay."""

from functools import partial

from secretariat.clients.failures import shown
from secretariat.clients.http import Wire, get_json
from secretariat.errors import SecretariatError
from secretariat.facts.freshness import SourceState
from secretariat.facts.moments import Moment
from secretariat.facts.records import PRICES
from secretariat.flow.context import Context
from secretariat.flow.sync.result import ListDone, Synced
from secretariat.sources.prices.read import read_rates
from secretariat.sources.prices.settings import Settings
from secretariat.store import live, live_rows
from secretariat.store.engine import writing
from secretariat.store.facts import known_problems

PATH = f"{PRICES}/rates"


def sync_prices(context: Context, wire: Wire, settings: Settings, now: Moment, done: Synced) -> None:
    """Read the rates and write them in one transaction; a failure keeps what is known."""
    address = shown(settings.address) if settings.address else settings.file
    try:
        read = read_rates(settings, partial(get_json, wire))
    except SecretariatError as error:
        why = str(error) if address in str(error) else f"{address}: {error}"
        done.failures[PRICES] = why
        with writing(context.engine) as connection:
            live.write_failure(connection, PRICES, address, why, now)
        return
    with writing(context.engine) as connection:
        changed = live_rows.put_records(connection, PATH, PRICES, read.records.values())
        before = known_problems(connection, PATH)
        read_keys = {key for _, key in read.records}
        # The problem of a day that the source does not list any more stays with that day's unknown rate.
        kept = [one for one in before if one.target is not None and one.target.key not in read_keys]
        problems = [*kept, *read.problems]
        live_rows.put_problems(connection, PATH, PRICES, problems)
        rows = len(live_rows.known_places(connection, PATH))
        live.write_list(
            connection, live.ListKnown(name=PATH, source=PRICES, count=rows, height=None, read_at=now, whole_at=now)
        )
        state = SourceState(source=PRICES, address=address, read_at=now)
        live.write_source(connection, live.SourceKnown(state=state))
    done.lists.append(
        ListDone(
            name=PATH,
            way="whole",
            rows=rows,
            added=changed.added,
            changed=changed.changed,
            problems=len({one.id for one in problems} ^ {one.id for one in before}),
        )
    )
