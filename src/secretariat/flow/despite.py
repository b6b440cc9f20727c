"""Which yeses were given despite concerns: read from the journal, for everybody."""

from collections.abc import Iterator

from sqlalchemy import Connection

from secretariat.desk.despite import DespiteYes, despite_table
from secretariat.desk.outbox import ItemState
from secretariat.facts.desk_decisions import Approval
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.tables import Built, build
from secretariat.flow.context import Context
from secretariat.flow.public_places import public_text
from secretariat.store import outbox as store_outbox
from secretariat.store.desk import revisions_of
from secretariat.store.desk_journal import desk_decisions

_SENT: tuple[ItemState, ...] = ("sent",)


def built_despite(context: Context, connection: Connection) -> Built:
    """Build the table of yeses despite concerns, as it is now."""
    return build(despite_table(_yeses(context, connection)), snapshot_of(()))


def _yeses(context: Context, connection: Connection) -> Iterator[DespiteYes]:
    found = [one for one in desk_decisions(connection, Approval) if one.despite]
    drafts = {one.draft for one in found}
    said = {
        (known.draft.number, known.draft.act.revision): known.draft.act
        for number in drafts
        for known in revisions_of(connection, number)
    }
    arrived = {
        (item.draft, item.revision, item.digest): item.settled_at
        for item in store_outbox.items_in(connection, _SENT)
        if item.draft in drafts and item.is_out
    }
    for yes in found:
        act = said.get((yes.draft, yes.revision))
        if act is None or not public_text(context, act):
            act = None
        yield DespiteYes(yes=yes, act=act, arrived=arrived.get((yes.draft, yes.revision, yes.digest)))
