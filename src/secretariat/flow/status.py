"""Status: how far every source and list is, as the store knows it; nothing outside is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from secretariat.desk.office import unlike_settings
from secretariat.facts.freshness import Freshness, SourceState, seconds_between
from secretariat.facts.mandates import mandate_at
from secretariat.facts.moments import Moment
from secretariat.flow import left_out
from secretariat.flow.conclude import failed_duties
from secretariat.flow.context import Context, machine_time
from secretariat.flow.desk_state import mandates_now
from secretariat.flow.freshness import freshness_now
from secretariat.flow.health import outbox_now, steps_now
from secretariat.flow.lapsing import AboutToLapse, about_to_lapse
from secretariat.flow.left_out import LeftOut, left_out_now
from secretariat.flow.now import now_of
from secretariat.flow.people import people
from secretariat.flow.sync import contradictions
from secretariat.store import live, tables
from secretariat.store.engine import reading
from secretariat.store.live import ListKnown, SourceKnown
from secretariat.store.steps import steps_known

CONTRACT = "secretariat.status/1"


@dataclass(frozen=True, kw_only=True)
class Status:
    """What the store knows at a moment. ``open_problems`` counts the register's problems nobody decided on.

    ``lapsing`` are the yeses that are about to lapse; ``office`` says where the settings give the office to others than the mandate.
    ``left_out`` are the lists that figures are made without. ``steps`` and ``outbox`` are as ``flow.health`` has them, each step with why it failed.
    """

    at: Moment
    sources: tuple[SourceKnown, ...]
    freshness: tuple[Freshness, ...]
    lists: tuple[ListKnown, ...]
    published: int
    open_problems: int | None
    left_out: tuple[LeftOut, ...] = ()
    lapsing: tuple[AboutToLapse, ...] = ()
    office: tuple[str, ...] = ()
    steps: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    outbox: Mapping[str, Any] = field(default_factory=dict)

    @property
    def fresh(self) -> bool:
        """Tell whether every configured source may be relied on."""
        return all(one.fresh for one in self.freshness)


def status_now(context: Context, now: Moment | None = None) -> Status:
    """Put the status together, as of the machine's time unless another is given."""
    at = now or Moment(machine_time())
    with reading(context.engine) as connection:
        listed, council = tables.listing(connection), now_of(context, connection, now)
        problems = tables.load(connection, "problems", {"state": "open"}) if listed else None
        return Status(
            at=at,
            sources=tuple(live.sources_known(connection).values()),
            freshness=freshness_now(context, connection, at),
            lists=tuple(known for name, known in live.lists_known(connection).items() if name != contradictions.PATH),
            published=len(listed),
            open_problems=None if problems is None else len(problems.rows),
            left_out=left_out_now(context, connection),
            lapsing=about_to_lapse(connection, council),
            steps=_steps(context, connection, at),
            outbox=outbox_now(connection, at),
            office=unlike_settings(mandate_at(mandates_now(connection), council.block), people(context).values()),
        )


def _steps(context: Context, connection: Connection, at: Moment) -> dict[str, dict[str, Any]]:
    """Give each step with why it failed since its last success; a duty that failed is named there."""
    known = steps_known(connection)
    return {name: {**one, "failure": known[name].failure} for name, one in steps_now(context, connection, at).items()}


def as_json(status: Status) -> dict[str, Any]:
    """Give the status as the contract ``secretariat.status/1`` has it; ages and lags in seconds."""
    judged = {one.source: one for one in status.freshness}
    read = {one.state.source for one in status.sources if one.state.read_at is not None}
    return {
        "contract": CONTRACT,
        "at": status.at,
        "fresh": status.fresh,
        "sources": [_source(one, judged.get(one.state.source), status.at) for one in status.sources],
        "never_read": [one.source for one in status.freshness if one.verdict == "unknown" and one.source not in read],
        "lists": [_list(one, status.at) for one in status.lists],
        "tables": status.published,
        "open_problems": status.open_problems,
        "left_out": left_out.as_json(status.left_out),
        "lapsing": [_lapsing(one) for one in status.lapsing],
        "office": list(status.office),
        "steps": status.steps,
        "outbox": status.outbox,
        "failed_duties": list(failed_duties(str(status.steps.get("review", {}).get("failure", "")))),
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
    told = judged is None or judged.height_told
    return {
        "source": state.source,
        "address": state.address,
        "height": state.height if told else None,
        "height_at": state.height_at if told else None,
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
