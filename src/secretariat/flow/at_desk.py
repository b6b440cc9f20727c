"""What the desk itself holds, laid beside the facts of a review for the agenda of a handover."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import Connection

from secretariat.desk.outbox import ItemState
from secretariat.duties.duty import Duty
from secretariat.facts.at_desk import DESK, AtDesk
from secretariat.facts.now import Now
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.flow.context import Context
from secretariat.flow.desk_state import standing_now
from secretariat.flow.secrets_held import secrets_held
from secretariat.store.outbox import items_in

_UNCONFIRMED: tuple[ItemState, ...] = ("unconfirmed",)


def with_desk(
    context: Context, connection: Connection, now: Now, snapshot: Snapshot, duties: Iterable[Duty]
) -> Snapshot:
    """Add them where a duty watches them. Secrets are named as the settings call for them, whatever process looks."""
    if not any(each.kind == AtDesk.KIND for duty in duties for each in duty.watches):
        return snapshot
    found = [*_unconfirmed(connection), *_standing(connection, now), *_secrets(context)]
    stated = tuple(
        Stated(kind=AtDesk.KIND, key=each.name, file="desk", format=DESK, line=place, fact=each)
        for place, each in enumerate(found, start=1)
    )
    return replace(snapshot, by_kind={**snapshot.by_kind, AtDesk.KIND: stated})


def _unconfirmed(connection: Connection) -> Iterator[AtDesk]:
    for item in items_in(connection, _UNCONFIRMED):
        yield AtDesk(what="unconfirmed", name=item.name, says=f"{item.act.kind} by {item.act.channel}")


def _standing(connection: Connection, now: Now) -> Iterator[AtDesk]:
    for one in standing_now(connection, now):
        if not one.ended:
            grant = one.grant
            says = f"{grant.rule}, {grant.channel}, place {grant.place}"
            yield AtDesk(what="standing", name=one.name, says=says, until=one.last)


def _secrets(context: Context) -> Iterator[AtDesk]:
    for one in secrets_held(context, {}):
        yield AtDesk(what="secret", name=one.name, says=one.what)
