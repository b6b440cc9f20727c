"""Figures of mainnet terms: each from what states it exactly, else not there."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from secretariat.facts.amounts import Amount
from secretariat.facts.growth_totals import GrowthTotals
from secretariat.facts.live_terms import live_terms
from secretariat.facts.moments import Moment
from secretariat.facts.rates import DayRate
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.stored_counts import Issuance
from secretariat.facts.stored_validators import ValidatorSet
from secretariat.facts.term_view import figure, term_at, terms
from secretariat.facts.totals import CouncilMoneyTotal, MadeInTerm, SeatRewardTotal
from tests.build import council_report, dumped_proposal, kpi_round, term_figures
from tests.mainnet import at, joy, live, mainnet


def figures(snapshot: Snapshot, term: int) -> dict[str, Any]:
    (found,) = [one for one in live_terms(snapshot) if one.council.term == term]
    return {name: value for name, (value, _, _) in found.figures.items()}


def changed(kind: str, **fields: Any) -> Snapshot:
    """Give the network with other fields of every record of one kind."""
    records = [record for found in mainnet().by_kind.values() for record in found]
    return snapshot_of(one._replace(fact=replace(one.fact, **fields)) if one.kind == kind else one for one in records)


def without(kind: str) -> Snapshot:
    return snapshot_of(record for name, found in mainnet().by_kind.items() if name != kind for record in found)


def test_an_ended_term_has_every_figure_that_can_be_told() -> None:
    assert figures(mainnet(), 2) == {
        "start_block": 300_000,
        "end_block": 599_999,
        "started_at": at(300_000),
        "ended_at": at(600_000),
        "seconds": 1_800_000,
        "block_time": Decimal("6.0000"),
        "seats": 3,
        "applicants": 3,
        "applicant_stake": joy(8_000),
        "votes": 4,
        "proposals": 7,
        "proposals_approved": 5,
        "spending_executed": 0,
        "council_rewards": joy(6),
        "members_start": 6,
        "members_end": 6,
        "categories_start": 2,
        "categories_end": 2,
        "threads_start": 2,
        "threads_end": 3,
        "posts_start": 3,
        "posts_end": 5,
    }


def test_the_sitting_council_has_no_end() -> None:
    sitting = figures(mainnet(), 3)
    assert not [name for name in sitting if name.endswith("_end") or name in ("end_block", "ended_at", "block_time")]
    assert (sitting["proposals"], sitting["members_start"]) == (2, 6)


@pytest.mark.parametrize(
    ("kind", "lost"),
    [
        ("council-seat", {"seats", "council_rewards"}),
        ("candidacy", {"applicants", "applicant_stake"}),
        ("cast-vote", {"votes"}),
        ("proposal", {"proposals", "proposals_approved"}),
        (CouncilMoneyTotal.KIND, {"spending_executed"}),
        (SeatRewardTotal.KIND, {"council_rewards"}),
        (MadeInTerm.KIND, {f"{noun}_start" for noun in ("members", "categories", "threads", "posts")}),
    ],
)
def test_what_was_not_read_is_unknown_and_never_0(kind: str, lost: set[str]) -> None:
    before, after = figures(mainnet(), 1), figures(without(kind), 1)
    assert lost <= set(before) - set(after)
    assert {name: value for name, value in before.items() if name in after} == after


@pytest.mark.parametrize(
    ("kind", "fields", "lost"),
    [
        (CouncilMoneyTotal.KIND, {"unread": 1}, "spending_executed"),
        (CouncilMoneyTotal.KIND, {"term": None}, "spending_executed"),
        (SeatRewardTotal.KIND, {"unread": 1}, "council_rewards"),
        (MadeInTerm.KIND, {"undated": 1}, "members_start"),
        ("candidacy", {"stake": None}, "applicant_stake"),
        ("proposal", {"created_block": None}, "proposals"),
    ],
)
def test_a_sum_that_lacks_a_part_is_unknown(kind: str, fields: dict[str, Any], lost: str) -> None:
    assert lost not in figures(changed(kind, **fields), 1)


def test_an_approval_that_no_history_tells_makes_the_terms_it_may_be_of_unknown() -> None:
    kept = [
        record
        for found in mainnet().by_kind.values()
        for record in found
        if not record.key.startswith(("p1-change", "p1-decision"))
    ]
    assert "proposals_approved" not in figures(snapshot_of(kept), 1)
    assert figures(snapshot_of(kept), 2)["proposals_approved"] == 5


def test_figures_of_a_moment_count_only_when_they_were_read_at_the_very_block() -> None:
    def read(block: int, total: int) -> list[AnyStated]:
        return [
            live(Issuance(total=Amount(total)), "issuance", line=block, source="chain", name="counts"),
            live(ValidatorSet(validators=7, wanted=9), "set", line=block, source="chain", name="validators"),
            live(GrowthTotals(block=block, at=at(block), channels=3, data_objects=5, stored_bytes=8), "day"),
        ]

    exact = figures(mainnet(*read(299_999, 77)), 1)
    assert [exact[f"{name}_end"] for name in ("issuance", "validators", "validator_limit", "channels")] == [77, 7, 9, 3]
    assert (exact["uploads_end"], exact["content_bytes_end"]) == (5, 8)
    assert figures(mainnet(*read(299_999, 77)), 2)["issuance_start"] == 77
    for block in (299_998, 300_000, 700_000):
        assert "issuance_end" not in figures(mainnet(*read(block, 77)), 1)


def test_rates_are_those_of_the_days_of_both_elections_and_of_no_other() -> None:
    def day(text: str, rate: str | None) -> AnyStated:
        fact = DayRate(day=Moment(text), usd_per_token=None if rate is None else Decimal(rate))
        return live(fact, text, line=1, source="prices", name="rates")

    found = figures(mainnet(day("2030-01-07", "0.0123"), day("2030-01-21", None), day("2030-01-22", "9")), 1)
    assert found["rate_start"] == Decimal("12300.0000")
    assert "rate_end" not in found


def test_a_term_that_a_document_describes_keeps_the_document_s_figures_first() -> None:
    report = term_figures(2, network="mainnet", start_block=300_000, proposals=9, burned=joy(4))
    (found,) = [
        term
        for term in terms(mainnet(*([live(report, "t2", line=3, source="x", name="y")])))
        if (term.chain, term.term) == ("mainnet", 2)
    ]
    assert (figure(found, "proposals"), figure(found, "burned"), figure(found, "votes")) == (9, joy(4), 4)
    assert [value for value, _, _ in found.figures["proposals"].others] == [7]
    assert not found.live


def test_numberings_of_testnets_are_never_matched_to_the_main_network() -> None:
    archive = (council_report(5, start_block=299_000, end_block=399_999), kpi_round(8, start_block=300_000))
    from tests.build import snapshot

    alone = {(term.chain, term.term): term for term in terms(snapshot(*archive))}
    both = {
        (term.chain, term.term): term
        for term in terms(snapshot(*archive, *(r for found in mainnet().by_kind.values() for r in found)))
    }
    assert both["antioch", 5] == alone["antioch", 5]
    assert [both["mainnet", n].kpi_round for n in (1, 2, 3)] == [None, None, None]


@pytest.mark.parametrize(("block", "term"), [(99_999, None), (299_999, 1), (300_000, 2), (10**8, 3)])
def test_every_block_from_the_first_election_on_lies_in_a_term(block: int, term: int | None) -> None:
    found = term_at(terms(mainnet()), "mainnet", block)
    assert (found.term if found else None) == term


def test_a_dump_of_another_chain_changes_nothing() -> None:
    more = mainnet(live(dumped_proposal(1, 5), "d1", source="dump", name="x"))
    assert live_terms(more) == live_terms(mainnet())
