"""Sessions of the pages in the store; every secret as its SHA-256 only, so that a copy of the store lets nobody in."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, delete, func, insert, select, update

from secretariat.facts.moments import Moment
from secretariat.store.schema import sessions, sign_ins

Kind = Literal["challenge", "link"]
MOST_OPEN = 1_000
"""So many unused challenges are kept at the most; anybody may ask for one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    """One session. ``way`` says how it began: wallet or link; ``said`` is what the next page tells. Moments are machine time (UTC)."""

    person: str
    way: str
    form_token: str
    began_at: Moment
    seen_at: Moment
    ends_at: Moment
    said: str = ""


def hidden(secret: str) -> str:
    """Give the SHA-256 of a secret, as it is stored."""
    return hashlib.sha256(secret.encode()).hexdigest()


def add_sign_in(
    connection: Connection, secret: str, kind: Kind, subject: str, text: str, ends_at: Moment, now: Moment
) -> bool:
    """Keep what lets somebody sign in once; False when too many are open. What is over is forgotten."""
    connection.execute(delete(sign_ins).where(sign_ins.c.ends_at <= now))
    open_ = select(func.count()).select_from(sign_ins).where(sign_ins.c.kind == "challenge")
    if kind == "challenge" and connection.execute(open_).scalar_one() >= MOST_OPEN:
        return False
    row = {"token": hidden(secret), "kind": kind, "subject": subject, "text": text, "ends_at": ends_at}
    connection.execute(insert(sign_ins).values(**row))
    return True


def take_sign_in(connection: Connection, secret: str, kind: Kind, now: Moment) -> tuple[str, str] | None:
    """Use a challenge or a link up, and give its subject and text; None when there is none, or its time is over.

    Two who come at once with the same secret: one gets it.
    """
    here = (sign_ins.c.token == hidden(secret)) & (sign_ins.c.kind == kind)
    row = connection.execute(select(sign_ins).where(here)).first()
    if row is None or connection.execute(delete(sign_ins).where(here)).rowcount != 1 or row.ends_at <= now:
        return None
    return row.subject, row.text


def begin(connection: Connection, secret: str, session: Session) -> None:
    """Keep a new session under its secret, and forget those that are over."""
    connection.execute(delete(sessions).where(sessions.c.ends_at <= session.began_at))
    connection.execute(
        insert(sessions).values(
            token=hidden(secret),
            person=session.person,
            way=session.way,
            form_token=session.form_token,
            began_at=session.began_at,
            seen_at=session.seen_at,
            ends_at=session.ends_at,
        )
    )


def find(connection: Connection, secret: str) -> Session | None:
    """Give the session of a secret, also one that is over."""
    row = connection.execute(select(sessions).where(sessions.c.token == hidden(secret))).mappings().first()
    return None if row is None else Session(**{name: text for name, text in row.items() if name != "token"})


def see(connection: Connection, secret: str, now: Moment) -> None:
    """Note that a session was used."""
    connection.execute(update(sessions).where(sessions.c.token == hidden(secret)).values(seen_at=now))


def tell(connection: Connection, secret: str, said: str) -> None:
    """Keep what the next page tells, or forget it with an empty text."""
    connection.execute(update(sessions).where(sessions.c.token == hidden(secret)).values(said=said))


def end(connection: Connection, secret: str) -> None:
    """End one session."""
    connection.execute(delete(sessions).where(sessions.c.token == hidden(secret)))


def end_all(connection: Connection) -> None:
    """End every session and what could begin one, as when the office changes hands."""
    connection.execute(delete(sessions))
    connection.execute(delete(sign_ins))
