"""The table of proposals: one row for each chain and number, merged from dumps and council reports."""

from decimal import Decimal

from secretariat.facts.live_proposals import executed_block
from secretariat.facts.proposal_view import ProposalView, proposal_views
from secretariat.facts.tables import BLOCK, BLOCKS, COUNT, LONG_TEXT, NUMBER, PERCENT, TEXT, TOKENS, Column, Table

_DUMP = "chain dump of proposalsEngine.proposals, query node"
_REPORT = "council report, the last one that settles the proposal; query node"
_PEOPLE = "member dumps, council reports, election results and KPI files"
_DUMP_OR_REPORT = "chain dump, query node, else the last council report that settles the proposal"
_LIVE = "query node; not in the archives"


def _participants(row: ProposalView) -> str | None:
    texts = [f"[{term}] {', '.join(handles)}" for term, handles in row.participants if handles]
    return " ".join(texts) or None


def _percent(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _status(row: ProposalView) -> str | None:
    return row.history.record.fact.status if row.history else None


def _ended_by(row: ProposalView) -> str | None:
    """Tell how the last voting round ended; nothing where a later one may have opened."""
    known = row.history is not None and row.history.rounds_known and row.history.rounds
    return known[-1].ended if known else None


def _voting_rounds(row: ProposalView) -> int | None:
    return len(row.history.rounds) if row.history and row.history.rounds_known else None


TABLE: Table[ProposalView] = Table(
    name="proposals",
    title="Proposals",
    description="Every proposal: who made it, when, with which votes, what came of it and how long it took.",
    columns=(
        Column(
            name="chain",
            description="Chain under which the number is unique.",
            unit=TEXT,
            value=lambda row: row.chain,
            source=_DUMP_OR_REPORT,
        ),
        Column(
            name="number",
            description="Number of the proposal on its chain.",
            unit=NUMBER,
            value=lambda row: row.number,
            source=_DUMP_OR_REPORT,
        ),
        Column(
            name="network",
            description="Network at the block of creation: that of the term holding the block, or of the terms on both sides of it,"
            " else that of the first report.",
            unit=TEXT,
            value=lambda row: row.network,
            source="reports on terms",
        ),
        Column(
            name="title",
            description="Title, from the dump if it is there.",
            unit=LONG_TEXT,
            value=lambda row: row.title,
            source=_DUMP_OR_REPORT,
        ),
        Column(
            name="type",
            description="Type of the proposal as reports print it, or the chain's own word; dumps have none.",
            unit=TEXT,
            value=lambda row: row.type,
            source=_REPORT,
        ),
        Column(
            name="proposer_id",
            description="Member id of who made it; where no dump has it, the only id that sources on that chain give the handle.",
            unit=NUMBER,
            value=lambda row: row.proposer_id,
            source=f"{_DUMP}, else {_PEOPLE}",
        ),
        Column(
            name="proposer",
            description="Handle of who made it, from the reports, else the handle of the member id in a member dump, else the only"
            " handle that other sources on that chain give the id.",
            unit=TEXT,
            value=lambda row: row.proposer,
            source=f"{_REPORT}, else {_PEOPLE}",
        ),
        Column(
            name="created_block",
            description="Block of its creation.",
            unit=BLOCK,
            value=lambda row: row.created_block,
            source=_DUMP,
        ),
        Column(
            name="finalised_block",
            description="Block at which it was finalised: on the main network that of the last decision on it, empty while it is not finished.",
            unit=BLOCK,
            value=lambda row: row.finalised_block,
            source=_DUMP,
        ),
        Column(
            name="outcome",
            description="executed, execution-failed, rejected, slashed, expired, canceled or vetoed; passed-on, pending or active"
            " where no source knows the end. On the main network passed-on waits for the next council, pending for its execution.",
            unit=TEXT,
            value=lambda row: row.outcome,
            source=_DUMP_OR_REPORT,
        ),
        Column(
            name="failure",
            description="Why the execution failed.",
            unit=TEXT,
            value=lambda row: row.failure,
            source=_DUMP_OR_REPORT,
        ),
        Column(
            name="approvals",
            description="Votes to approve, in the last voting round.",
            unit=COUNT,
            value=lambda row: row.approvals,
            source=_DUMP,
        ),
        Column(
            name="rejections",
            description="Votes to reject, in the last voting round.",
            unit=COUNT,
            value=lambda row: row.rejections,
            source=_DUMP,
        ),
        Column(
            name="abstentions",
            description="Abstentions, in the last voting round.",
            unit=COUNT,
            value=lambda row: row.abstentions,
            source=_DUMP,
        ),
        Column(
            name="slashes",
            description="Votes to slash, in the last voting round.",
            unit=COUNT,
            value=lambda row: row.slashes,
            source=_DUMP,
        ),
        Column(
            name="blocks_to_finalise",
            description="finalised_block less created_block; where the dump lacks them, as the report prints it.",
            unit=BLOCKS,
            value=lambda row: row.blocks_to_finalise,
            source=_DUMP_OR_REPORT,
        ),
        Column(
            name="term",
            description="Council term that holds the block of creation; without a block or a term, the first term that reports it.",
            unit=NUMBER,
            value=lambda row: row.term,
            source="reports on terms",
        ),
        Column(
            name="amount",
            description="Tokens asked for, where the report prints one number; on the main network the sum of a funding request, or the"
            " change of a group's budget, negative where it is taken away.",
            unit=TOKENS,
            value=lambda row: row.amount,
            source=_REPORT,
        ),
        Column(
            name="approval_quorum",
            description="Share of the council that must vote before it can be approved.",
            unit=PERCENT,
            value=lambda row: _percent(row.approval_quorum),
            source=_DUMP,
        ),
        Column(
            name="approval_threshold",
            description="Share of the votes that must approve.",
            unit=PERCENT,
            value=lambda row: _percent(row.approval_threshold),
            source=_DUMP,
        ),
        Column(
            name="slashing_quorum",
            description="Share of the council that must vote before it can be slashed.",
            unit=PERCENT,
            value=lambda row: _percent(row.slashing_quorum),
            source=_DUMP,
        ),
        Column(
            name="slashing_threshold",
            description="Share of the votes that must slash.",
            unit=PERCENT,
            value=lambda row: _percent(row.slashing_threshold),
            source=_DUMP,
        ),
        Column(
            name="voting_period",
            description="Blocks in which the council may vote on it.",
            unit=BLOCKS,
            value=lambda row: row.voting_period,
            source=_DUMP,
        ),
        Column(
            name="grace_period",
            description="Blocks between its approval and its execution.",
            unit=BLOCKS,
            value=lambda row: row.grace_period,
            source=_DUMP,
        ),
        Column(
            name="required_stake",
            description="Tokens its proposer must stake.",
            unit=TOKENS,
            value=lambda row: row.required_stake,
            source=_DUMP,
        ),
        Column(
            name="participants",
            description="Handles that the reports or the query node list as having voted, each term in brackets before its handles."
            " On the main network empty where a vote has no known voter, round or term, or the members were not read.",
            unit=LONG_TEXT,
            value=_participants,
            source="council reports, query node",
        ),
        Column(
            name="status",
            description="The query node's own word for its state: deciding, gracing, dormant, executed, canceled-by-runtime, and so on.",
            unit=TEXT,
            value=_status,
            source=_LIVE,
        ),
        Column(
            name="voting_rounds",
            description="Councils that voted on it: a proposal that more than one must approve has several rounds.",
            unit=COUNT,
            value=_voting_rounds,
            source=_LIVE,
        ),
        Column(
            name="ended_by",
            description="How its last voting round ended: decided, expired, canceled, vetoed or council-change (the chain rejects what is"
            " open when a council is elected); open while it can be voted on.",
            unit=TEXT,
            value=_ended_by,
            source=_LIVE,
        ),
        Column(
            name="executed_block",
            description="Block of its execution, also of one that failed.",
            unit=BLOCK,
            value=lambda row: executed_block(row.history.record.fact) if row.history else None,
            source=_LIVE,
        ),
        Column(
            name="source",
            description="Every file and line that states the proposal, or list, key and block.",
            unit=TEXT,
            value=lambda row: row.source,
            source=_DUMP_OR_REPORT,
        ),
    ),
    rows=proposal_views,
)
