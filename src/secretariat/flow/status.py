"""Status: how far every source and list is, as the store knows it; nothing outside is asked."""

from dataclasses import dataclass
from typing import Any

from secretariat.facts.freshness import Freshness, SourceState, seconds_between
from secretariat.facts.moments import Moment
from secretariat.flow.context import Context, machine_time
from secretariat.flow.freshness import freshness_now
from secretariat.flow.lapsing import AboutToLapse, about_to_lapse
from secretariat.flow.now import now_of
from secretariat.flow.sync import contradictions
from secretariat.store import live, tables
from secretariat.store.engine import reading
from secretariat.store.live import ListKnown, SourceKnown

CONTRACT = "secretariat.status/1"


@dataclass(frozen=True, kw_only=True)
class Status:
    """What the store knows at a moment. ``open_problems`` counts the register's problems nobody decided on.

    ``lapsing`` are the yeses that are about to lapse.
    """

    at: Moment
    sources: tuple[SourceKnown, ...]
    freshness: tuple[Freshness, ...]
    lists: tuple[ListKnown, ...]
    published: int
    open_problems: int | None
    lapsing: tuple[AboutToLapse, ...] = ()

    @property
    def fresh(self) -> bool:
        """Tell whether every configured source may be relied on."""
        return all(one.fresh for one in self.freshness)


def status_now(context: Context, now: Moment | None = None) -> Status:
    """Put the status together, as of the machine's time unless another is given."""
    at = now or Moment(machine_time())
    with reading(context.engine) as connection:
        listed = tables.listing(connection)
        problems = tables.load(connection, "problems", {"state": "open"}) if listed else None
        return Status(
            at=at,
            sources=tuple(live.sources_known(connection).values()),
            freshness=freshness_now(context, connection, at),
            lists=tuple(known for name, known in live.lists_known(connection).items() if name != contradictions.PATH),
            published=len(listed),
            open_problems=None if problems is None else len(problems.rows),
            lapsing=about_to_lapse(connection, now_of(context, connection, now)),
        )


def as_json(status: Status) -> dict[str, Any]:
    """Give the status as the contract ``secretariat.status/1`` has it; ages and lags in seconds."""
    judged = {one.source: one for one in status.freshness}
    return {
        "contract": CONTRACT,
        "at": status.at,
        "fresh": status.fresh,
        "sources": [_source(one, judged.get(one.state.source), status.at) for one in status.sources],
        "never_read": [one.source for one in status.freshness if one.verdict == "unknown"],
        "lists": [_list(one, status.at) for one in status.lists],
        "tables": status.published,
        "open_problems": status.open_problems,
        "lapsing": [_lapsing(one) for one in status.lapsing],
    }


def _lapsing(found: AboutToLapse) -> dict[str, Any]:
    one, expected = found.lapsing, found.expected
    return {
        "what": one.what,
        "name": one.name,
        "last_block": one.last,
        "blocks_left": one.left,
        "at": expected.at if expected else None,
        "band": expected.band if expected else "",
    }


def _source(known: SourceKnown, judged: Freshness | None, at: Moment) -> dict[str, Any]:
    state: SourceState = known.state
    return {
        "source": state.source,
        "address": state.address,
        "height": state.height,
        "height_at": state.height_at,
        "height_is_lower_bound": state.lower_bound,
        "read_at": state.read_at,
        "age": None if state.read_at is None else max(0, seconds_between(state.read_at, at)),
        "lag": judged.lag if judged else None,
        "limit": judged.limit if judged else None,
        "verdict": judged.verdict if judged else None,
        "reason": judged.reason if judged else "",
        "spec_version": known.spec_version,
        "failure": state.failure,
        "failed_at": known.failed_at,
    }


def _list(known: ListKnown, at: Moment) -> dict[str, Any]:
    return {
        "list": known.name,
        "rows": known.count,
        "height": known.height,
        "read_at": known.read_at,
        "age": max(0, seconds_between(known.read_at, at)),
        "whole_at": known.whole_at,
    }
