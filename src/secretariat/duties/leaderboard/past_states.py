"""The table of past states: what the chain stored at the borders of council terms."""

from collections.abc import Callable
from dataclasses import dataclass

from secretariat.facts.council_terms import MAINNET, council_terms
from secretariat.facts.past_states import PastState
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import BLOCK, COUNT, NUMBER, TEXT, TOKENS, Column, Table, Value
from secretariat.facts.term_borders import counters

COUNTERS = (
    ("next_member_id", "Members.NextMemberId"),
    ("next_channel_id", "Content.NextChannelId"),
    ("next_video_id", "Content.NextVideoId"),
    ("next_data_object_id", "Storage.NextDataObjectId"),
    ("next_category_id", "Forum.NextCategoryId"),
    ("next_thread_id", "Forum.NextThreadId"),
    ("next_post_id", "Forum.NextPostId"),
    ("proposal_count", "ProposalsEngine.ProposalCount"),
)
"""Counters of what was ever made, by column and storage item."""

_SOURCE = "chain"


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One state, and the terms that it ends and that begins after it."""

    record: Stated[PastState]
    ended: int | None
    begins: int | None


def rows(snapshot: Snapshot) -> tuple[Row, ...]:
    """List the states that are known in the order of their blocks."""
    terms = council_terms(snapshot)
    ended = {term.end_block: term.term for term in terms}
    begins = {term.start_block - 1: term.term for term in terms if term.start_block is not None}
    known = sorted((one for one in snapshot.of(PastState) if one.fact.missing is None), key=lambda one: one.line)
    return tuple(Row(record=one, ended=ended.get(one.line), begins=begins.get(one.line)) for one in known)


def _figure(name: str, what: str, value: Callable[[PastState], Value], *, tokens: bool = False) -> Column[Row]:
    return Column(
        name=name,
        description=what,
        unit=TOKENS if tokens else COUNT,
        value=lambda row: value(row.record.fact),
        source=_SOURCE,
    )


def _counter(name: str, item: str) -> Column[Row]:
    return Column(
        name=name,
        description=f"{item}: what was ever made, also what was deleted since, by the number the next one gets or by count.",
        unit=COUNT,
        value=lambda row: counters(row.record.fact).get(item),
        source=_SOURCE,
    )


def _together(state: PastState) -> int | None:
    budgets = [group.budget for group in state.groups]
    known = [budget for budget in budgets if budget is not None]
    return sum(known) if budgets and len(known) == len(budgets) else None


TABLE: Table[Row] = Table(
    name="past-states",
    title="Past states",
    description="What the chain stored at the borders of the main network's council terms, read at those very blocks: a term is what"
    " changed between two of them.",
    columns=(
        Column(name="chain", description="Chain.", unit=TEXT, value=lambda row: MAINNET, source=_SOURCE),
        Column(
            name="block",
            description="Block after which it is so.",
            unit=BLOCK,
            value=lambda row: row.record.line,
            source=_SOURCE,
        ),
        Column(
            name="term_ended",
            description="Council term of which it is the last block.",
            unit=NUMBER,
            value=lambda row: row.ended,
            source="table terms",
        ),
        Column(
            name="term_begins",
            description="Council term that begins with the next block.",
            unit=NUMBER,
            value=lambda row: row.begins,
            source="table terms",
        ),
        Column(
            name="spec_version",
            description="Version of the runtime that wrote the state.",
            unit=NUMBER,
            value=lambda row: row.record.fact.spec_version,
            source=_SOURCE,
        ),
        _figure("issuance", "All tokens in existence.", lambda state: state.issuance, tokens=True),
        _figure(
            "council_budget",
            "Budget of the council.",
            lambda state: None if state.council is None else state.council.budget,
            tokens=True,
        ),
        _figure(
            "groups_budget",
            "Budgets of all working groups together; empty where one of them is not known.",
            _together,
            tokens=True,
        ),
        _figure(
            "validators",
            "Validators in office.",
            lambda state: None if state.validators is None else state.validators.validators,
        ),
        _figure(
            "validator_stake", "Stake of all validators in that era.", lambda state: state.validator_stake, tokens=True
        ),
        *(_counter(name, item) for name, item in COUNTERS),
        Column(
            name="source",
            description="List, key and block.",
            unit=TEXT,
            value=lambda row: row.record.source,
            source=_SOURCE,
        ),
    ),
    rows=rows,
)
