"""Items of the outbox that a wallet signs: each change is made only where the item still stands as it was read."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, select, update

from secretariat.facts.moments import Moment
from secretariat.store.receipts import append_receipt
from secretariat.store.schema import outbox

SIGNING = "signing"
ON_CHAIN = ("signing", "withdrawn")
"""States in which a signed item may be found in a block: what is on its way cannot be taken back, whatever the desk thinks."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Handed:
    """One item: the text it is of, its act as JSON, its state, and the request and hash that it has so far."""

    number: int
    draft: int
    revision: int
    act: str
    state: str
    receipt: str
    why: str
    request: str | None
    extrinsic: str | None

    @property
    def name(self) -> str:
        """Give the name of the text that was approved: ``d34.2``."""
        return f"d{self.draft}.{self.revision}"


_COLUMNS = tuple(outbox.c[name] for name in Handed.__dataclass_fields__)


def of_draft(connection: Connection, draft: int, revision: int | None) -> tuple[Handed, ...]:
    """Give the items of a draft, or of one revision of it, newest last."""
    query = select(*_COLUMNS).where(outbox.c.draft == draft)
    return _all(connection, query if revision is None else query.where(outbox.c.revision == revision))


def on_their_way(connection: Connection) -> tuple[Handed, ...]:
    """Give the items that are signed and not settled, oldest first."""
    here = outbox.c.state.in_(ON_CHAIN) & outbox.c.extrinsic.is_not(None)
    return _all(connection, select(*_COLUMNS).where(here))


def _all(connection: Connection, query: Select[tuple[object, ...]]) -> tuple[Handed, ...]:
    return tuple(_handed(row) for row in connection.execute(query.order_by(outbox.c.number)).mappings())


def _handed(row: RowMapping) -> Handed:
    return Handed(**row)


def put_request(connection: Connection, item: Handed, request: str) -> bool:
    """Store what a wallet is asked to sign, in the place of what the item had; tells whether it still stood as read."""
    here = _same(item) & (outbox.c.state == SIGNING) & outbox.c.extrinsic.is_(None)
    return bool(connection.execute(update(outbox).where(here).values(request=request)).rowcount)


def put_signed(connection: Connection, item: Handed, request: str, extrinsic: str) -> bool:
    """Store the signed transaction and its hash, before it goes anywhere; tells whether the item still stood as read.

    What was told of a request before it, such as that its era is over, is not told of this one.
    """
    here = _same(item) & (outbox.c.state == SIGNING) & outbox.c.extrinsic.is_(None)
    return bool(
        connection.execute(update(outbox).where(here).values(request=request, extrinsic=extrinsic, why="")).rowcount
    )


def put_progress(connection: Connection, item: Handed, request: str) -> bool:
    """Remember how far a signed item has come; tells whether it still stood as read."""
    here = _same(item) & outbox.c.state.in_(ON_CHAIN) & (outbox.c.extrinsic == item.extrinsic)
    return bool(connection.execute(update(outbox).where(here).values(request=request)).rowcount)


def forget_request(connection: Connection, item: Handed, *, why: str) -> bool:
    """Let an item be built anew: what it had cannot happen any more. Tells whether it still stood as read."""
    here = _same(item) & outbox.c.state.in_(ON_CHAIN) & outbox.c.extrinsic.is_not_distinct_from(item.extrinsic)
    gone = {"request": None, "extrinsic": None, "why": why}
    return bool(connection.execute(update(outbox).where(here).values(**gone)).rowcount)


def take_back(connection: Connection, item: Handed, *, why: str, at: Moment) -> bool:
    """Withdraw an item that no node ever had, signed or not. Tells whether it still stood as read."""
    here = _same(item) & outbox.c.state.in_(ON_CHAIN) & outbox.c.extrinsic.is_not_distinct_from(item.extrinsic)
    gone = {"state": "withdrawn", "request": None, "extrinsic": None, "why": why, "settled_at": at}
    return bool(connection.execute(update(outbox).where(here).values(**gone)).rowcount)


def settle(connection: Connection, item: Handed, *, sent: bool, receipt: str, why: str, at: Moment) -> bool:
    """Settle a signed item by what its block says. What was found is true whoever else wrote meanwhile."""
    here = (outbox.c.number == item.number) & (outbox.c.extrinsic == item.extrinsic) & outbox.c.state.in_(ON_CHAIN)
    values = {"state": "sent" if sent else "failed", "receipt": receipt, "why": why, "settled_at": at}
    done = bool(connection.execute(update(outbox).where(here).values(**values)).rowcount)
    if done and sent:
        append_receipt(connection, item.number, receipt, at)
    return done


def _same(item: Handed) -> ColumnElement[bool]:
    return (outbox.c.number == item.number) & outbox.c.request.is_not_distinct_from(item.request)
