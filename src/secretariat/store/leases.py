"""Leases: who does a step at present, taken and kept by conditional update; times are the machine's."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, insert, select, update

from secretariat.errors import SecretariatError
from secretariat.facts.moments import Moment
from secretariat.store.schema import leases


class LeaseTaken(SecretariatError):
    """Another worker does this step now."""


class LeaseLost(SecretariatError):
    """The step took too long, or was not heard of, and another worker may do it by now: nothing more of this attempt is written."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lease:
    """What a worker holds. ``fence`` is its number among all who ever held this lease."""

    name: str
    holder: str
    fence: int


def take(connection: Connection, name: str, holder: str, *, now: Moment, until: Moment) -> Lease:
    """Take a lease that is free or has expired. Raises LeaseTaken, naming who holds it until when."""
    free = (leases.c.name == name) & (leases.c.expires_at <= now)
    taken = connection.execute(
        update(leases).where(free).values(holder=holder, fence=leases.c.fence + 1, expires_at=until)
    )
    row = connection.execute(select(leases).where(leases.c.name == name)).first()
    if row is None:
        connection.execute(insert(leases).values(name=name, holder=holder, fence=1, expires_at=until))
        return Lease(name=name, holder=holder, fence=1)
    if not taken.rowcount:
        raise LeaseTaken(f"{row.holder} is at the step {name!r} until {row.expires_at}. Wait for it, and try again.")
    return Lease(name=name, holder=holder, fence=row.fence)


def check(connection: Connection, lease: Lease, *, now: Moment) -> None:
    """Make sure, last in a transaction, that it may be committed. Raises LeaseLost, which undoes it."""
    if connection.execute(select(leases.c.fence).where(_held(lease, now))).first() is None:
        raise _lost(lease)


def renew(connection: Connection, lease: Lease, *, until: Moment) -> None:
    """Let a lease expire later, also one that expired and that nobody took since. Raises LeaseLost where another worker has it."""
    done = connection.execute(update(leases).where(_same(lease)).values(expires_at=until))
    if not done.rowcount:
        raise LeaseLost(
            f"Another worker took the step {lease.name!r} over, as its lease was not renewed in time. It goes on there."
        )


def release(connection: Connection, lease: Lease, *, now: Moment) -> None:
    """Give a lease back; one that was lost is left to whoever has it."""
    connection.execute(update(leases).where(_held(lease, now)).values(expires_at=now))


def _held(lease: Lease, now: Moment) -> ColumnElement[bool]:
    return _same(lease) & (leases.c.expires_at > now)


def _same(lease: Lease) -> ColumnElement[bool]:
    return (leases.c.name == lease.name) & (leases.c.holder == lease.holder) & (leases.c.fence == lease.fence)


def _lost(lease: Lease) -> LeaseLost:
    return LeaseLost(f"The step {lease.name!r} took too long and another worker does it. Nothing was changed.")
