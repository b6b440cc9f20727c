"""The desk in the store: findings, drafts and their texts, and what a review changes of them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, insert, select, update

from secretariat.desk import acts
from secretariat.desk.acts import Act, canonical
from secretariat.desk.drafts import Draft
from secretariat.desk.findings import Finding, Wanted
from secretariat.desk.known import KnownDraft, KnownFinding
from secretariat.desk.reconcile import Changes, ToDraft
from secretariat.facts.moments import Moment
from secretariat.store import bodies, outbox
from secretariat.store.live_rows import MOST_IN_QUERY
from secretariat.store.schema import draft_texts, drafts, findings
from secretariat.store.schema import outbox as outbox_table

REDRAFTED = "drafted anew: the yes was to other words"


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """Words that are to be drafted, with the act that was made of them. ``by`` names the person whose words it keeps."""

    to_draft: ToDraft
    act: Act
    wanted: Wanted
    by: str = ""
    newer: Wanted | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """One time at which a finding with a key opened: its number, and when; all that one review opened have the same time."""

    key: str
    number: int
    opened_at: Moment
    closed_at: Moment | None


def open_findings(connection: Connection) -> tuple[KnownFinding, ...]:
    """List the open findings, in the order in which they opened."""
    return _findings(connection, select(findings).where(findings.c.closed_at.is_(None)))


def findings_numbered(connection: Connection, numbers: Collection[int]) -> tuple[KnownFinding, ...]:
    """List those findings, open or closed, that have one of these numbers."""
    found: list[KnownFinding] = []
    for part in _parts(numbers):
        found += _findings(connection, select(findings).where(findings.c.number.in_(part)))
    return tuple(found)


def findings_with_key(connection: Connection, key: str) -> tuple[KnownFinding, ...]:
    """List every finding that had a key, open or closed, in the order in which they opened."""
    return _findings(connection, select(findings).where(findings.c.key == key))


def keys_of_rule(connection: Connection, rule: str) -> frozenset[str]:
    """Give every key that a rule's findings ever had, open or closed."""
    return frozenset(connection.execute(select(findings.c.key).where(findings.c.key.like(f"{rule}/%"))).scalars())


def openings_of_rule(connection: Connection, rule: str, most: int) -> tuple[Opening, ...]:
    """Give the newest times at which a rule's findings opened, ``most`` of them, the oldest first."""
    columns = (findings.c.key, findings.c.number, findings.c.opened_at, findings.c.closed_at)
    query = select(*columns).where(findings.c.key.like(f"{rule}/%")).order_by(findings.c.number.desc()).limit(most)
    return tuple(Opening(**row) for row in reversed(connection.execute(query).mappings().all()))


def _findings(connection: Connection, query: Select[Any]) -> tuple[KnownFinding, ...]:
    rows = connection.execute(query.order_by(findings.c.number)).mappings()
    return tuple(
        KnownFinding(
            finding=bodies.read(Finding, row["body"]),
            **{name: value for name, value in row.items() if name not in ("key", "body")},
        )
        for row in rows
    )


def drafts_of(connection: Connection, of_findings: Collection[int]) -> tuple[KnownDraft, ...]:
    """List the newest revision of every draft of some findings, by number."""
    found: list[KnownDraft] = []
    for part in _parts(of_findings):
        found += _drafts(connection, _newest().where(drafts.c.finding.in_(part)))
    return tuple(sorted(found, key=lambda known: known.draft.number))


def drafts_numbered(connection: Connection, numbers: Collection[int]) -> tuple[KnownDraft, ...]:
    """List the newest revision of every draft that has one of these numbers."""
    found: list[KnownDraft] = []
    for part in _parts(numbers):
        found += _drafts(connection, _newest().where(drafts.c.number.in_(part)))
    return tuple(found)


def revisions_of(connection: Connection, number: int) -> tuple[KnownDraft, ...]:
    """List every revision of one draft, oldest first; none where there is no such draft."""
    query = _texts().where(drafts.c.number == number).order_by(draft_texts.c.revision)
    return tuple(_drafts(connection, query))


def _texts() -> Select[Any]:
    return select(
        drafts.c.number,
        drafts.c.finding,
        drafts.c.withdrawn_at,
        drafts.c.withdrawn_why,
        draft_texts.c.act,
        draft_texts.c.wanted,
        draft_texts.c.newer,
        draft_texts.c.person,
        draft_texts.c.created_at,
    ).join(draft_texts, draft_texts.c.draft == drafts.c.number)


def _newest() -> Select[Any]:
    last = (
        select(draft_texts.c.draft, func.max(draft_texts.c.revision).label("revision"))
        .group_by(draft_texts.c.draft)
        .subquery()
    )
    here = and_(last.c.draft == draft_texts.c.draft, last.c.revision == draft_texts.c.revision)
    return _texts().join(last, here).order_by(drafts.c.number)


def _drafts(connection: Connection, query: Select[Any]) -> Iterator[KnownDraft]:
    for row in connection.execute(query):
        yield KnownDraft(draft=_draft(row), withdrawn_at=row.withdrawn_at, withdrawn_why=row.withdrawn_why)


def _draft(row: Row[Any]) -> Draft:
    return Draft(
        number=row.number,
        finding=row.finding,
        act=bodies.read(Act, row.act),
        wanted=bodies.read(Wanted, row.wanted),
        created_at=row.created_at,
        by=row.person,
        newer=None if row.newer is None else bodies.read(Wanted, row.newer),
    )


def drafts_on_their_way(connection: Connection) -> tuple[int, ...]:
    """Name the drafts of closed findings that have something in the outbox which is not over: their fate is still open."""
    states = ("queued", "signing", "claimed", "unconfirmed")
    query = (
        select(drafts.c.number)
        .distinct()
        .join(findings, findings.c.number == drafts.c.finding)
        .join(outbox_table, outbox_table.c.draft == drafts.c.number)
        .where(findings.c.closed_at.is_not(None) & outbox_table.c.state.in_(states))
    )
    return tuple(sorted(connection.execute(query).scalars()))


def all_drafts(connection: Connection) -> tuple[int, ...]:
    """Name every draft there ever was."""
    return tuple(connection.execute(select(drafts.c.number).order_by(drafts.c.number)).scalars())


def all_findings(connection: Connection) -> tuple[KnownFinding, ...]:
    """List every finding there ever was, in the order in which they opened."""
    return _findings(connection, select(findings))


def digests(connection: Connection) -> Iterator[tuple[str, str, Act]]:
    """Give every text's name, the digest that was stored with it, and its act."""
    columns = (draft_texts.c.draft, draft_texts.c.revision, draft_texts.c.digest, draft_texts.c.act)
    query = select(*columns).order_by(draft_texts.c.draft, draft_texts.c.revision)
    for row in connection.execute(query):
        yield f"d{row.draft}.{row.revision}", row.digest, bodies.read(Act, row.act)


def apply(
    connection: Connection, changes: Changes, made: Sequence[Made], *, at: Moment, block: int | None = None
) -> None:
    """Change the desk as a review worked out, in the transaction that is open. ``made`` stands for ``changes.drafted``.

    Items in the outbox that wait with words of a draft that is drafted anew or withdrawn are withdrawn with it.
    """
    for number, why in changes.closed:
        closing = {"closed_at": at, "closed_block": block, "closed_why": why}
        connection.execute(update(findings).where(findings.c.number == number).values(**closing))
    for each in changes.changed:
        now = {"key": each.finding.key, "body": bodies.written(each.finding), "changed_at": at}
        connection.execute(update(findings).where(findings.c.number == each.number).values(**now))
    for finding in changes.opened:
        _open(connection, finding, at, block)
    for draft, why in changes.withdrawn:
        withdraw(connection, draft, at=at, why=why)
    for draft, newer in changes.newer:
        _put_beside(connection, draft, newer)
    if made:
        numbers = _numbers_of(connection, {each.to_draft.key for each in made})
        for one in made:
            _write_made(connection, one, numbers, at)


def _open(connection: Connection, finding: Finding, at: Moment, block: int | None) -> None:
    row = {"key": finding.key, "body": bodies.written(finding), "opened_at": at, "opened_block": block}
    connection.execute(insert(findings).values(**row, changed_at=at, closed_why=""))


def _numbers_of(connection: Connection, keys: Collection[str]) -> Mapping[str, int]:
    query = select(findings.c.key, findings.c.number).where(findings.c.closed_at.is_(None))
    return {row.key: row.number for row in connection.execute(query) if row.key in keys}


def _write_made(connection: Connection, made: Made, numbers: Mapping[str, int], at: Moment) -> None:
    after = made.to_draft.after
    if after is None:
        row = {"finding": numbers[made.to_draft.key], "part": made.wanted.part, "withdrawn_why": ""}
        key = connection.execute(insert(drafts).values(**row)).inserted_primary_key
        number = int(key[0])  # type: ignore[index]
    else:
        number = after.number
        connection.execute(update(drafts).where(drafts.c.number == number).values(withdrawn_at=None, withdrawn_why=""))
        outbox.withdraw_waiting(connection, number, at=at, why=REDRAFTED)
    write_text(connection, number, made.act, made.wanted, at=at, by=made.by, newer=made.newer)


def write_text(
    connection: Connection, number: int, act: Act, wanted: Wanted, *, at: Moment, by: str = "", newer: Wanted | None
) -> None:
    """Add a revision to a draft; its number is the act's."""
    row = {
        "draft": number,
        "revision": act.revision,
        "act": canonical(acts.as_json(act)),
        "digest": acts.digest(act),
        "wanted": bodies.written(wanted),
        "newer": None if newer is None else bodies.written(newer),
        "person": by,
        "created_at": at,
    }
    connection.execute(insert(draft_texts).values(**row))


def withdraw(connection: Connection, draft: Draft, *, at: Moment, why: str) -> None:
    """Withdraw a draft, and what waits of it in the outbox."""
    gone = {"withdrawn_at": at, "withdrawn_why": why}
    connection.execute(update(drafts).where(drafts.c.number == draft.number).values(**gone))
    outbox.withdraw_waiting(connection, draft.number, at=at, why=why)


def _put_beside(connection: Connection, draft: Draft, newer: Wanted | None) -> None:
    here = (draft_texts.c.draft == draft.number) & (draft_texts.c.revision == draft.act.revision)
    body = None if newer is None else bodies.written(newer)
    connection.execute(update(draft_texts).where(here).values(newer=body))


def _parts(numbers: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(numbers)
    for start in range(0, len(ordered), MOST_IN_QUERY):
        yield ordered[start : start + MOST_IN_QUERY]
