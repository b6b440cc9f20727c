"""Builders: facts with sensible defaults, records and snapshots, for tests that name only what matters to them."""

from decimal import Decimal
from typing import Any

from secretariat.duties.register import DUTIES
from secretariat.facts.amounts import Amount, Usd, tokens
from secretariat.facts.elections import Backer, ElectedSeat, ElectionResult, ReportedSeat
from secretariat.facts.forum import ForumCategory, ForumThread
from secretariat.facts.kpis import KpiEarning, KpiGrading, KpiRound
from secretariat.facts.members import Member
from secretariat.facts.networks import chain_of
from secretariat.facts.proposals import DumpedProposal, ReportedProposal
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.tables import AnyTable, Built, Value, build
from secretariat.facts.terms import CouncilReport, LeaderboardFigure, TermFigures
from secretariat.facts.working_groups import GroupTerm, WorkerTerm

DOCUMENTS = {
    "term-figures": "tokenomics-report",
    "group-term": "tokenomics-report",
    "worker-term": "tokenomics-report",
    "refill": "tokenomics-report",
    "reported-seat": "council-report",
    "reported-proposal": "council-report",
    "election-result": "election-results",
    "elected-seat": "election-results",
}
"""The kinds that stand in one document with others; every other kind has a document of its own name."""


def build_tables(snapshot: Snapshot) -> tuple[Built, ...]:
    """Build every duty's tables in the register's order."""
    return tuple(build(table, snapshot) for duty in DUTIES for table in duty.tables)


def stated(fact: Any, key: str | None = None, file: str | None = None, line: int = 1) -> AnyStated:
    """State a fact: by default in a document that holds its kind, under a key made of its kind and line."""
    document = DOCUMENTS.get(fact.KIND, fact.KIND)
    return Stated(
        kind=fact.KIND,
        key=key or f"{fact.KIND}-{line}",
        file=file or f"{document}.txt",
        format=document,
        line=line,
        fact=fact,
    )


def snapshot(*facts: Any) -> Snapshot:
    """Make a snapshot of records, and of bare facts stated one a line in the order given."""
    return snapshot_of(
        fact if isinstance(fact, Stated) else stated(fact, line=line) for line, fact in enumerate(facts, start=1)
    )


def table_rows(table: AnyTable, *facts: Any) -> list[dict[str, Value]]:
    """Build a table over facts and give its rows as mappings from column to value."""
    built = build(table, snapshot(*facts))
    names = [heading.name for heading in built.headings]
    return [dict(zip(names, row, strict=True)) for row in built.rows]


def whole(number: int | str | Decimal | None) -> Amount | None:
    """Give an amount of tokens, or None."""
    return None if number is None else tokens(number)


def term_figures(term: int, network: str = "antioch", **given: Any) -> TermFigures:
    return TermFigures(**{"network": network, "chain": chain_of(network), "term": term, **given})


def council_report(term: int, network: str = "antioch", **given: Any) -> CouncilReport:
    return CouncilReport(**{"network": network, "chain": chain_of(network), "term": term, **given})


def leaderboard_figure(term: int, metric: str, printed: str, number: Any = None, **given: Any) -> LeaderboardFigure:
    return LeaderboardFigure(
        **{
            "network": "alexandria",
            "chain": "alexandria",
            "term": term,
            "metric": metric,
            "printed": printed,
            "number": None if number is None else Decimal(number),
            **given,
        }
    )


def reported_seat(
    term: int, handle: str, member_id: int | None = None, network: str = "antioch", **given: Any
) -> ReportedSeat:
    return ReportedSeat(
        **{
            "network": network,
            "chain": chain_of(network),
            "term": term,
            "election_round": None,
            "position": 1,
            "handle": handle,
            "member_id": member_id,
            "votes_cast": None,
            "own_stake": None,
            "backers_stake": None,
            **given,
        }
    )


def election_result(results_round: int, term_ends_at: int | None, seats: int = 2) -> ElectionResult:
    return ElectionResult(results_round=results_round, term_ends_at=term_ends_at, seats=seats)


def elected_seat(results_round: int, handle: str | None, member_id: int | None = None, **given: Any) -> ElectedSeat:
    return ElectedSeat(
        **{
            "results_round": results_round,
            "member_id": member_id,
            "handle": handle,
            "root_account": None,
            "own_stake": None,
            "backers": (),
            **given,
        }
    )


def backer(
    handle: str | None, member_id: int | None = None, stake: int | None = None, account: str | None = None
) -> Backer:
    return Backer(member_id=member_id, handle=handle, root_account=account, stake=whole(stake))


def dumped_proposal(
    number: int, created_block: int | None, chain: str | None = "antioch", **given: Any
) -> DumpedProposal:
    return DumpedProposal(
        **{"chain": chain, "number": number, "title": f"Proposal {number}", "created_block": created_block, **given}
    )


def reported_proposal(
    term: int, number: int, title: str = "A proposal", network: str = "antioch", **given: Any
) -> ReportedProposal:
    return ReportedProposal(
        **{
            "network": network,
            "chain": chain_of(network),
            "term": term,
            "number": number,
            "title": title,
            **given,
        }
    )


def kpi_round(number: int, **given: Any) -> KpiRound:
    return KpiRound(kpi_round=number, **given)


def kpi_earning(
    number: int, handle: str | None, member_id: int | None = None, usd: Any = None, earned: Any = None
) -> KpiEarning:
    return KpiEarning(
        kpi_round=number,
        member_id=member_id,
        handle=handle,
        usd=None if usd is None else Usd(Decimal(usd)),
        tokens=whole(earned),
    )


def kpi_grading(number: int, handle: str | None, member_id: int | None = None, **given: Any) -> KpiGrading:
    return KpiGrading(
        **{"kpi_round": number, "section": "I", "number": 1, "member_id": member_id, "handle": handle, **given}
    )


def member(member_id: int, handle: str, chain: str | None = "antioch", **given: Any) -> Member:
    return Member(**{"chain": chain, "member_id": member_id, "handle": handle, **given})


def group_term(term: int, group: str, network: str = "antioch", **given: Any) -> GroupTerm:
    return GroupTerm(
        **{
            "network": network,
            "chain": chain_of(network),
            "term": term,
            "group": group,
            "label": group.title(),
            **given,
        }
    )


def worker_term(
    term: int, group: str, worker_id: int | None, handle: str, network: str = "antioch", **given: Any
) -> WorkerTerm:
    return WorkerTerm(
        **{
            "network": network,
            "chain": chain_of(network),
            "term": term,
            "group": group,
            "worker_id": worker_id,
            "handle": handle,
            **given,
        }
    )


def forum_thread(
    thread_id: int, title: str, created_block: int | None = None, chain: str | None = "antioch", **given: Any
) -> ForumThread:
    return ForumThread(
        **{"chain": chain, "thread_id": thread_id, "title": title, "created_block": created_block, **given}
    )


def forum_category(category_id: int, title: str, chain: str | None = "antioch", **given: Any) -> ForumCategory:
    return ForumCategory(**{"chain": chain, "category_id": category_id, "title": title, **given})
