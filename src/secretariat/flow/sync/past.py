"""States of the chain at blocks of the past: at the borders of council terms, and where the query node has come to."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from secretariat.clients.http import Wire
from secretariat.clients.substrate.rpc import Node, node_at
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.council_terms import council_terms
from secretariat.facts.councils import CouncilSeat, ElectedCouncil
from secretariat.facts.election_cycles import ElectionCycle
from secretariat.facts.freshness import AHEAD_BLOCKS
from secretariat.facts.moments import Moment
from secretariat.facts.past_states import ComparedUpTo, PastState, WhyMissing
from secretariat.facts.records import CHAIN, QUERY_NODE
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.stored_council import StoredCandidate, StoredCouncil
from secretariat.facts.stored_groups import StoredGroup
from secretariat.flow.context import Context
from secretariat.flow.rows_unplaced import LISTS_OF_COUNCILS, rows_unplaced
from secretariat.flow.sync.result import ListDone, Progress, Synced
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain.constants import read_constants
from secretariat.sources.chain.heads import Runtimes
from secretariat.sources.chain.past import (
    CANDIDATES,
    PAYOUTS,
    STATE,
    PastRead,
    compared,
    read_compared,
    read_past,
    read_states,
)
from secretariat.sources.chain.settings import Settings
from secretariat.sources.chain.state import StateAt
from secretariat.sources.query_node.shapes import file_of
from secretariat.store import live, live_rows
from secretariat.store.engine import reading, writing
from secretariat.store.facts import known_problems, load_record, load_records

PAST, COMPARED = f"{CHAIN}/past-states", f"{CHAIN}/compared-state"
CONSTANTS = f"{CHAIN}/constants"
BORDERS, MEETING = "states at the borders of terms", "state that the query node is held against"

MOST_REQUESTS = 36
"""After so many requests for states of past terms a run begins no further one: on a node that takes nothing together a first
sync is not to take an hour. Where it does, they are enough for some 100 terms."""

HELD_AGAINST = (
    *("stage-updates", "voting-stages", "revealing-stages", "election-cycles", "candidacies", "working-groups"),
    *(
        "rewards-paid",
        "budget-spendings",
        "vested-budget-spendings",
        "budgets-updated",
        "budgets-set",
        "budgets-funded",
    ),
    *("budget-refills", "budget-balances-set", "requests-funded", "council-budget-funded", "council-budget-decreased"),
    *("channel-rewards-claimed", "channel-rewards-withdrawn", "council-rewards"),
)
"""The lists of the query node that the chain's own figures are held against: stages, candidates, budgets."""


@dataclass(frozen=True, kw_only=True)
class Asking:
    """What both readings share: the nodes and what is known of how they take requests, the head of this run, the runtimes.

    ``states`` holds one state that was read for each spec version.
    """

    context: Context
    settings: Settings
    nodes: Sequence[Node]
    head: ChainHead
    runtimes: Runtimes
    now: Moment
    states: dict[int, StateAt] = field(default_factory=dict)


def sync_past(
    context: Context,
    wire: Wire,
    settings: Settings,
    head: ChainHead,
    now: Moment,
    done: Synced,
    progress: Progress,
    *,
    full: bool,
) -> None:
    """Read the states that are not known yet. A node that does not have them any more is named in a problem, no more."""
    with reading(context.engine) as connection:
        texts = live.runtime_texts(connection, head.genesis)
    nodes = [node_at(wire, url) for url in settings.urls]
    asking = Asking(context=context, settings=settings, nodes=nodes, head=head, runtimes=Runtimes(texts=texts), now=now)
    progress("states of the past")
    done.lists.append(_sync_borders(asking, done, full=full))
    met = _sync_compared(asking)
    if met is not None:
        done.lists.append(met)


def _read(asking: Asking, blocks: Sequence[int], into: Reading, what: str) -> PastRead:
    """Read states by every configured node in turn."""
    read, beside, most = (read_past, PAYOUTS, MOST_REQUESTS) if what == BORDERS else (read_compared, CANDIDATES, None)

    def read_and_remember(at: StateAt) -> None:
        read(at, into)
        asking.states.setdefault(at.spec_version, at)

    return read_states(asking.nodes, asking.head, asking.runtimes, blocks, read_and_remember, beside=beside, most=most)


def _sync_borders(asking: Asking, done: Synced, *, full: bool) -> ListDone:
    """Read the states with which terms began and ended, the newest first, with so many requests in one run."""
    into = Reading(path=PAST, format=CHAIN)
    with reading(asking.context.engine) as connection:
        known = _known(connection)
        wanted = [block for block in _borders(connection, asking.head) if known.get(block, "later") is not None]
    due = [block for block in wanted if full or known.get(block) != "unreadable"]
    found = PastRead()
    if due and asking.settings.history:
        found = _read(asking, due, into, BORDERS)
    if found.left:
        done.notes.append(f"{len(found.left)} states of past terms are still to be read; the next runs go on.")
    return _write_borders(asking, wanted, found, into)


def _borders(connection: Connection, head: ChainHead) -> list[int]:
    """Name the blocks before the first of each council term, newest first: with these a term begins and another ends."""
    kinds = (ElectedCouncil.KIND, CouncilSeat.KIND, ElectionCycle.KIND)
    terms = council_terms(snapshot_of(load_records(connection, kinds)))
    blocks = {block for term in terms for block in term.borders.values()}
    return sorted((block for block in blocks if 0 < block <= head.block), reverse=True)


def _known(connection: Connection) -> dict[int, WhyMissing | None]:
    """Give, for each block that was asked for, why its state is missing; None where it is known."""
    return {one.line: one.fact.missing for one in load_records(connection, (PastState.KIND,))}


def _write_borders(asking: Asking, wanted: Sequence[int], found: PastRead, into: Reading) -> ListDone:
    """Write the states read, and of every other block why it is missing; of blocks that are no border nothing stays.

    While a council cannot be placed it is not known which blocks are none: then what was read stays.
    """
    with writing(asking.context.engine) as connection:
        known = _known(connection)
        for block in wanted:
            if block not in found.done and known.get(block, "later") is not None:
                into.add(str(block), block, PastState(missing=_why(asking, block, found, known.get(block))))
        borders = set(_borders(connection, asking.head))
        placed = bool(borders) and not rows_unplaced(connection).keys() & {*LISTS_OF_COUNCILS}
        gone = [
            (PastState.KIND, str(block))
            for block, why in known.items()
            if block not in borders and (placed or why is not None)
        ]
        changed = live_rows.put_records(connection, PAST, CHAIN, into.records.values(), gone)
        _report(into, connection)
        live_rows.put_problems(connection, PAST, CHAIN, into.problems)
        _write_runtimes(connection, asking)
        rows = sum(why is None for why in _known(connection).values())
        if found.failure is None:
            live.write_list(connection, _list(asking, PAST, rows, asking.head.block))
    return ListDone(
        name=PAST,
        way="whole" if found.failure is None else "refused",
        rows=rows,
        added=changed.added,
        changed=changed.changed,
        removed=changed.removed,
        refused="" if found.failure is None else str(found.failure),
    )


def _why(asking: Asking, block: int, found: PastRead, before: WhyMissing | None) -> WhyMissing:
    if not asking.settings.history:
        return "off"
    if block in found.unreadable or before == "unreadable":
        return "unreadable"
    oldest = max(found.gone, default=None)
    return "gone" if oldest is not None and block <= oldest else "later"


def _report(into: Reading, connection: Connection) -> None:
    """Say in one problem which states are gone, in one which cannot be read; what was noted of known ones stays."""
    missing = _known(connection)
    for why, code, what, repair in (
        ("gone", "history-missing", "No node has", "Give the address of an archive node: [chain] urls."),
        ("unreadable", "storage-unreadable", "Nobody can read", "Report it; `secretariat sync --full` tries again."),
    ):
        blocks = sorted(block for block, found in missing.items() if found == why)
        if blocks:
            into.problem(
                code,
                0,
                subject=BORDERS,
                what=f"{what} the state after {_named(blocks)}, with which council terms begin or end: issuance, validators, "
                "budgets and counters of those terms are unknown.",
                repair=repair,
            )
    before = known_problems(connection, PAST)
    into.problems += [one for one in before if one.subject != BORDERS]


def _named(blocks: Sequence[int]) -> str:
    if len(blocks) == 1:
        return f"block {blocks[0]:,}"
    return f"{len(blocks)} blocks from {blocks[0]:,} to {blocks[-1]:,}"


def _sync_compared(asking: Asking) -> ListDone | None:
    """Bring the state that the query node is held against to the block that all those lists are known up to."""
    into = Reading(path=COMPARED, format=CHAIN)
    with reading(asking.context.engine) as connection:
        met = _met_at(connection, asking.head)
        before = load_record(connection, COMPARED, ComparedUpTo.KIND, STATE)
        if met is None:
            return None
        if before is not None and before.fact == met:
            return ListDone(name=COMPARED, way="whole", rows=len(live_rows.known_places(connection, COMPARED)))
        at_head = _from_head(connection, asking.head, into) if met.block == asking.head.block else False
    found = PastRead(done=[met.block]) if at_head else _read(asking, [met.block], into, MEETING)
    if found.failure is not None:
        return ListDone(name=COMPARED, way="refused", refused=str(found.failure))
    return _write_compared(asking, met, found, into)


def _met_at(connection: Connection, head: ChainHead) -> ComparedUpTo | None:
    """Give the newest block up to which every list is known; nothing where one is not."""
    lists = live.lists_known(connection)
    heights = [lists[file_of(name)].height for name in HELD_AGAINST if file_of(name) in lists]
    source = live.sources_known(connection).get(QUERY_NODE)
    block = min((height for height in heights if height is not None), default=0)
    if len(heights) < len(HELD_AGAINST) or None in heights or source is None or not 0 < block <= head.block:
        return None
    height = source.state.height
    return ComparedUpTo(
        block=block,
        newest_event=height if source.state.lower_bound else None,
        ahead=height if height is not None and height > head.block + AHEAD_BLOCKS else None,
    )


def _from_head(connection: Connection, head: ChainHead, into: Reading) -> bool:
    """Take the state from what this run read at the head; tells whether all of it was."""
    lists = [live.list_known(connection, f"{CHAIN}/{name}") for name in ("council", "groups")]
    if any(known is None or known.height != head.block for known in lists):
        return False
    facts = [one.fact for one in load_records(connection, (StoredCouncil.KIND, StoredCandidate.KIND, StoredGroup.KIND))]
    council = next((fact for fact in facts if isinstance(fact, StoredCouncil)), None)
    candidates = [fact for fact in facts if isinstance(fact, StoredCandidate)]
    held = [fact for fact in facts if isinstance(fact, StoredGroup)]
    return into.add(STATE, head.block, compared(council, candidates, held))


def _write_compared(asking: Asking, met: ComparedUpTo, found: PastRead, into: Reading) -> ListDone:
    """Write the state and its block together; one that cannot be read leaves the last one, with a problem."""
    why = found.unreadable.get(met.block) or ("No node has it." if found.gone else "")
    if why:
        into.problem(
            "history-missing",
            0,
            subject=MEETING,
            what=f"The query node has come to block {met.block:,}, and the chain's state there cannot be read: {why} Budgets, "
            "stages and candidates of both are held against each other as far as that was possible before.",
            repair="Give the address of an archive node: [chain] urls; or see why the query node is so far behind.",
        )
    else:
        into.add(STATE, met.block, met)
    with writing(asking.context.engine) as connection:
        changed = live_rows.put_records(connection, COMPARED, CHAIN, into.records.values())
        live_rows.put_problems(connection, COMPARED, CHAIN, into.problems)
        _write_runtimes(connection, asking)
        live.write_list(connection, _list(asking, COMPARED, len(into.records), met.block))
    return ListDone(name=COMPARED, way="whole", rows=len(into.records), added=changed.added, changed=changed.changed)


def _list(asking: Asking, name: str, rows: int, height: int) -> live.ListKnown:
    return live.ListKnown(name=name, source=CHAIN, count=rows, height=height, read_at=asking.now, whole_at=asking.now)


def _write_runtimes(connection: Connection, asking: Asking) -> None:
    """Keep the metadata that was fetched for older runtimes, and the constants of those whose were not known."""
    known_specs = {key.partition("/")[0] for _, key in live_rows.known_places(connection, CONSTANTS)}
    for spec, at in asking.states.items():
        if str(spec) not in known_specs:
            constants = Reading(path=CONSTANTS, format=CHAIN)
            read_constants(at, constants)
            live_rows.put_records(connection, CONSTANTS, CHAIN, constants.records.values())
    for spec in asking.runtimes.fetched:
        known = live.RuntimeKnown(
            chain=asking.head.genesis,
            spec_version=spec,
            transaction_version=0,
            seen_at_block=asking.head.block,
            metadata=asking.runtimes.texts[spec],
        )
        if live.runtime_known(connection, asking.head.genesis, spec) is None:
            live.write_runtime(connection, known)
