"""The tables of the guides: what each type of proposal needs by the constants in force, and how often each was filed in each term."""

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.duties.guidance.guide import Guide, guides_of
from secretariat.duties.guidance.usage import Use, use_between, use_by_term
from secretariat.duties.guidance.view import seats_of
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.proposal_types import PROPOSAL_TYPES, ProposalType
from secretariat.facts.records import first_and_more
from secretariat.facts.runtime_constants import constants_of_spec
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import (
    BLOCKS,
    COUNT,
    LONG_TEXT,
    NUMBER,
    TEXT,
    TOKENS,
    YES_NO,
    Column,
    Table,
    Unit,
    Value,
)

PERCENT_WHOLE = Unit(name="percent", type="integer", cell_format="0")
_CONSTANTS = "constants of the runtime in force"
_FILED = "proposals of the query node"


@dataclass(frozen=True, kw_only=True, slots=True)
class GuideRow:
    """A guide with how often its type was filed; ``use`` is None where not all proposals are known."""

    guide: Guide
    use: Use | None


def guide_rows(snapshot: Snapshot) -> Iterable[GuideRow]:
    """Give all types, in the order of the chain's variants; none where no constant of the runtime in force was read."""
    head = next(iter(snapshot.of(ChainHead)), None)
    runtime = constants_of_spec(snapshot, None if head is None else head.fact.spec_version)
    if not runtime.constants:
        return ()
    use = use_between(snapshot, 0)
    return (GuideRow(guide=guide, use=use) for guide in guides_of(runtime, seats_of(snapshot, runtime)))


def _g(name: str, description: str, unit: Unit, value: object, source: str = _CONSTANTS) -> Column[GuideRow]:
    return Column(name=name, description=description, unit=unit, value=value, source=source)  # type: ignore[arg-type]


def _approvals(row: GuideRow, name: str) -> Value:
    needed = row.guide.approvals
    return None if needed is None else int(found) if (found := getattr(needed, name)) is not None else None


def _slashes(row: GuideRow) -> Value:
    return None if row.guide.slashes is None else row.guide.slashes.of_votes


def _made(row: GuideRow) -> Value:
    return None if row.use is None else row.use.by_type[row.guide.type.name]


GUIDES: Table[GuideRow] = Table(
    name="proposal-guides",
    title="What each type of proposal needs",
    description="Stake, votes, periods and what is lost, by the constants of the runtime in force, for a council of its present size.",
    columns=(
        _g("chain", "Chain of the runtime.", TEXT, lambda row: MAINNET, "the chain that is read"),
        _g("type", "Type, in the query node's word.", TEXT, lambda row: row.guide.type.name, "the runtime's types"),
        _g("spec_version", "Spec version of the runtime in force.", NUMBER, lambda row: row.guide.spec_version),
        _g(
            "can_be_filed",
            "Whether a proposal of it can be filed; empty where that is not known.",
            YES_NO,
            lambda row: None if row.guide.standing == "not known" else row.guide.standing == "can be filed",
        ),
        _g("why_not", "Why nobody can file one; else empty.", LONG_TEXT, lambda row: row.guide.why_not),
        _g(
            "about_a_person",
            "Whether it hires, pays, slashes or dismisses a lead, or takes an opening back.",
            YES_NO,
            lambda row: row.guide.type.personnel,
            "the runtime's types",
        ),
        _g("stake", "Stake of the proposer.", TOKENS, lambda row: row.guide.parameters.required_stake),
        _g(
            "rejection_fee",
            "What is taken of the stake when it is rejected, expires, or is lost to a change of councils.",
            TOKENS,
            lambda row: row.guide.rejection_fee,
        ),
        _g(
            "cancellation_fee",
            "What is taken when its proposer cancels it, before anybody has voted.",
            TOKENS,
            lambda row: row.guide.cancellation_fee,
        ),
        _g(
            "seats",
            "Members of the council that the next columns are worked out for.",
            COUNT,
            lambda row: row.guide.seats,
        ),
        _g(
            "votes_needed",
            "How many must vote at least, in whatever way.",
            COUNT,
            lambda row: _approvals(row, "votes"),
        ),
        _g(
            "approvals_needed",
            "How many must approve when no more than votes_needed have voted.",
            COUNT,
            lambda row: _approvals(row, "of_votes"),
        ),
        _g(
            "approvals_of_all",
            "How many must approve when all have voted.",
            COUNT,
            lambda row: _approvals(row, "of_all"),
        ),
        _g(
            "votes_against",
            "How many votes of any other kind make approval impossible.",
            COUNT,
            lambda row: _approvals(row, "against"),
        ),
        _g("slashes_needed", "How many must say slash when only the slashing quorum has voted.", COUNT, _slashes),
        _g("approval_quorum", "Quorum.", PERCENT_WHOLE, lambda row: row.guide.parameters.approval_quorum),
        _g("approval_threshold", "Threshold.", PERCENT_WHOLE, lambda row: row.guide.parameters.approval_threshold),
        _g("slashing_quorum", "Quorum of a slash.", PERCENT_WHOLE, lambda row: row.guide.parameters.slashing_quorum),
        _g(
            "slashing_threshold",
            "Threshold of a slash.",
            PERCENT_WHOLE,
            lambda row: row.guide.parameters.slashing_threshold,
        ),
        _g("voting_blocks", "Voting period.", BLOCKS, lambda row: row.guide.parameters.voting_period),
        _g("grace_blocks", "From approval to execution.", BLOCKS, lambda row: row.guide.parameters.grace_period),
        _g(
            "councils_in_a_row",
            "How many councils in a row must approve it.",
            COUNT,
            lambda row: row.guide.parameters.constitutionality,
        ),
        _g(
            "filed",
            "How many were ever filed; empty where not all proposals are known.",
            COUNT,
            _made,
            _FILED,
        ),
        _g("filed_of", "Of how many proposals of all types.", COUNT, lambda row: row.use and row.use.n, _FILED),
        _g("source", "Where the constant is stated.", TEXT, lambda row: row.guide.source),
    ),
    rows=guide_rows,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class UseRow:
    """One type in one term; ``source`` is where the proposals of the term are stated, or the newest one where it has none."""

    term: int
    type: ProposalType
    use: Use
    source: str


def use_rows(snapshot: Snapshot) -> Iterable[UseRow]:
    """Give every type in every term, terms in their order; none where terms or proposals are not known whole."""
    by_term = use_by_term(snapshot) or {}
    stated = {one.fact: one for one in snapshot.of(Proposal)}
    newest = max(stated.values(), key=lambda one: one.fact.number or 0, default=None)
    for term, use in by_term.items():
        records = sorted((stated[one] for one in use.filed), key=lambda one: one.fact.number or 0) or (
            [newest] if newest is not None else []
        )
        for each in PROPOSAL_TYPES:
            yield UseRow(term=term, type=each, use=use, source=first_and_more(records))


def _u(name: str, description: str, unit: Unit, value: object) -> Column[UseRow]:
    return Column(name=name, description=description, unit=unit, value=value, source=_FILED)  # type: ignore[arg-type]


USE: Table[UseRow] = Table(
    name="proposal-use",
    title="Use of proposal types by term",
    description="How often each type of proposal was filed in each council term of the main network, also where it was not.",
    columns=(
        _u("chain", "Chain of the proposals.", TEXT, lambda row: MAINNET),
        _u("term", "Council term in which it was filed; 0 is before the first council.", NUMBER, lambda row: row.term),
        _u("type", "Type, in the query node's word.", TEXT, lambda row: row.type.name),
        _u(
            "filed",
            "How many were filed; 0 also where the runtime did not have the type yet.",
            COUNT,
            lambda row: row.use.by_type[row.type.name],
        ),
        _u("filed_of", "Of how many proposals of all types in the term.", COUNT, lambda row: row.use.n),
        _u(
            "source",
            "First proposal of the term, and how many more; the newest one where none was filed.",
            TEXT,
            lambda row: row.source,
        ),
    ),
    rows=use_rows,
)
