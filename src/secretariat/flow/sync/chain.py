"""Bring the chain's facts up to date: all lists of one finalised block, in one transaction."""

from collections.abc import Sequence

from sqlalchemy import Connection

from secretariat.clients.http import Wire
from secretariat.clients.substrate.rpc import node_at
from secretariat.errors import SecretariatError
from secretariat.facts.chain_head import ChainHead, KnownHead
from secretariat.facts.freshness import SourceState
from secretariat.facts.moments import Moment
from secretariat.facts.problems import Problem
from secretariat.facts.records import CHAIN
from secretariat.flow.context import Context
from secretariat.flow.sync.result import ListDone, Synced, lists_refused, written_by_another
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain.heads import Runtimes
from secretariat.sources.chain.settings import Settings
from secretariat.sources.chain.source import HEAD, LISTS, SPEC_CHANGED, ChainRead, read_chain
from secretariat.store import live, live_rows
from secretariat.store.engine import reading, writing
from secretariat.store.facts import known_problems, load_record

NEWS_BLOCKS = 100_800
"""Seven days of six-second blocks: so long after a new runtime was met it stays among the problems."""

KEEPS = frozenset(wanted.name for wanted in LISTS if wanted.keeps)


def known_head(connection: Connection) -> ChainHead | None:
    """Give the finalised head of the last good read."""
    found = load_record(connection, f"{CHAIN}/{HEAD}", ChainHead.KIND, HEAD)
    return None if found is None else found.fact


def sync_chain(context: Context, wire: Wire, settings: Settings, now: Moment, done: Synced) -> ChainHead | None:
    """Read every list of the chain and write them together; gives the finalised head that facts are read at now.

    When no node can be read the last good facts stay, the failure is remembered, and the last known head is given. Where
    another sync wrote meanwhile, what it wrote stays, and its head is given.
    """
    with reading(context.engine) as connection:
        before = known_head(connection)
        runtimes = Runtimes(texts=live.runtime_texts(connection, before.genesis) if before else {})
    known = None if before is None else known_of(before)
    try:
        read = read_chain([node_at(wire, url) for url in settings.urls], settings, runtimes, known)
    except SecretariatError as error:
        done.failures[CHAIN] = str(error)
        with writing(context.engine) as connection:
            live.write_failure(connection, CHAIN, _addresses(settings), str(error), now)
        return before
    with writing(context.engine) as connection:
        if (meanwhile := known_head(connection)) != before:
            done.notes.append(written_by_another(CHAIN))
            return meanwhile
        done.lists += [_write(connection, one, read.head.block, now) for one in read.readings]
        _write_runtimes(connection, read, runtimes)
        _write_state(connection, read, settings, now)
    done.lists += [ListDone(name=f"{CHAIN}/{name}", way="refused", refused=why) for name, why in read.refused]
    done.notes += [f"{address} was not used: {why}" for address, why in read.others]
    return read.head


def known_of(head: ChainHead) -> KnownHead:
    """Give of a head what the next one is held against."""
    return KnownHead(block=head.block, hash=head.hash, genesis=head.genesis, spec_version=head.spec_version)


def _addresses(settings: Settings) -> str:
    from secretariat.clients.failures import shown

    return ", ".join(shown(url) for url in settings.urls)


def _write(connection: Connection, read: Reading, block: int, now: Moment) -> ListDone:
    """Put a list's records in place; of one that keeps, what is not read any more stays."""
    found = read.records
    short = read.path.removeprefix(f"{CHAIN}/")
    gone = () if short in KEEPS else live_rows.known_places(connection, read.path) - found.keys()
    before = known_problems(connection, read.path)
    problems = [*read.problems, *_still_told(before, read, block)]
    changed = live_rows.put_records(connection, read.path, CHAIN, found.values(), gone)
    live_rows.put_problems(connection, read.path, CHAIN, problems)
    rows = len(found)
    live.write_list(
        connection,
        live.ListKnown(name=read.path, source=CHAIN, count=rows, height=block, read_at=now, whole_at=now),
    )
    return ListDone(
        name=read.path,
        way="whole",
        rows=rows,
        added=changed.added,
        changed=changed.changed,
        removed=changed.removed,
        problems=len({one.id for one in problems} ^ {one.id for one in before}),
    )


def _still_told(before: Sequence[Problem], read: Reading, block: int) -> list[Problem]:
    """Give the notices of an earlier run that this one cannot find again, for as long as they are news."""
    found = {one.id for one in read.problems}
    return [
        one for one in before if one.code == SPEC_CHANGED and one.id not in found and block - one.line <= NEWS_BLOCKS
    ]


def _write_runtimes(connection: Connection, read: ChainRead, runtimes: Runtimes) -> None:
    """Remember what was met. Of a runtime met before it was the head's, the version of its transactions is learnt only then."""
    known = live.runtime_known(connection, read.head.genesis, read.head.spec_version)
    learnt = known is not None and known.transaction_version != (read.head.transaction_version or 0)
    for spec in sorted({*runtimes.fetched, *([read.head.spec_version] if learnt else [])}):
        live.write_runtime(
            connection,
            live.RuntimeKnown(
                chain=read.head.genesis,
                spec_version=spec,
                transaction_version=(read.head.transaction_version or 0) if spec == read.head.spec_version else 0,
                seen_at_block=known.seen_at_block if known and spec == known.spec_version else read.head.block,
                metadata=runtimes.texts[spec],
            ),
        )


def _write_state(connection: Connection, read: ChainRead, settings: Settings, now: Moment) -> None:
    """Remember how far the chain was read; where a list was refused, how far it was read whole, and why not further."""
    if read.refused:
        failure = lists_refused([f"{CHAIN}/{name}: {why}" for name, why in read.refused])
        live.write_failure(connection, CHAIN, _addresses(settings), failure, now)
        return
    state = SourceState(
        source=CHAIN,
        address=_addresses(settings),
        height=read.head.block,
        height_at=read.head.at,
        read_at=now,
    )
    known = live.SourceKnown(state=state, chain=read.head.genesis, spec_version=read.head.spec_version)
    live.write_source(connection, known)
