"""The first half of the leaderboard on the real archives: what must hold of every figure, and one term as published."""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from secretariat.duties.leaderboard import council_members, duty_calendar, elections, growth, terms
from secretariat.duties.leaderboard.seat_view import seats
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.tables import AnyTable, Value, build
from secretariat.facts.term_view import comparisons
from secretariat.facts.term_view import terms as known_terms
from secretariat.sources.archives.walk import read_all
from tests.build import whole


@pytest.fixture(scope="module")
def archive(shared: Callable[[str], Path]) -> Snapshot:
    root = shared("data/community-repo")
    return snapshot_of(record for _, _, reading in read_all(root) for record in reading.records.values())


def rows(table: AnyTable, facts: Snapshot) -> list[dict[str, Value]]:
    built = build(table, facts)
    names = [heading.name for heading in built.headings]
    return [dict(zip(names, row, strict=True)) for row in built.rows]


def test_the_last_reported_term_is_as_published(archive: Snapshot) -> None:
    (row,) = [r for r in rows(terms.TABLE, archive) if (r["chain"], r["term"]) == ("antioch", 46)]
    published = {
        "network": "giza",
        "start_block": 4_698_000,
        "end_block": 4_798_799,
        "issuance_start": whole(2_978_561_857),
        "issuance_end": whole(3_013_340_478),
        "issuance_change": whole(3_013_340_478 - 2_978_561_857),
        "proposals": 12,
        "applicants": 18,
        "votes": 19,
        "seats": 12,
        "members_end": 3_426,
        "rate_end": Decimal("20.54"),
    }
    assert {name: row[name] for name in published} == published


def test_every_term_is_one_row_and_names_its_sources(archive: Snapshot) -> None:
    found = rows(terms.TABLE, archive)
    assert len({(r["chain"], r["term"]) for r in found}) == len(found) > 20
    assert all(r["source"] for r in found)
    assert all(isinstance(r["network"], str) and isinstance(r["chain"], str) for r in found)


def test_every_matched_results_round_seats_exactly_the_members_that_the_report_seats(archive: Snapshot) -> None:
    matched = {(t.chain, t.term) for t in known_terms(archive) if t.results_round is not None}
    assert len(matched) >= 3
    for seat in seats(archive):
        if (seat.chain, seat.term) in matched:
            formats = {claim.format for claim in seat.claims}
            assert len(formats) >= 2, seat.source
            stakes = {claim.values["own_stake"] for claim in seat.claims if claim.values.get("own_stake") is not None}
            assert len(stakes) == 1, seat.source


def test_a_member_has_one_seat_in_a_council(archive: Snapshot) -> None:
    held = Counter((s.chain, s.term, s.results_round, s.member_id) for s in seats(archive) if s.member_id is not None)
    assert set(held.values()) == {1}


def test_a_number_of_seats_that_is_not_the_number_of_rows_is_among_the_checks(archive: Snapshot) -> None:
    listed = Counter((seat.chain, seat.term) for seat in seats(archive))
    known = known_terms(archive)
    checked = {(c.term.chain, c.term.term) for c in comparisons(known) if c.figure == "seats" and c.expected != c.found}
    for term in known:
        if "seats" in term.figures and term.figures["seats"].value != listed[term.chain, term.term]:
            assert (term.chain, term.term) in checked


def test_printed_votes_are_those_of_the_election_that_seated_the_council(archive: Snapshot) -> None:
    found = rows(elections.TABLE, archive)
    after = {(r["chain"], r["results_round"]): r["votes_for_winners"] for r in found if r["results_round"] is not None}
    own, following = [], []
    for row in found:
        if isinstance(row["votes"], int) and isinstance(row["results_round"], int):
            own.append((row["votes_for_winners"], row["votes"]))
            following.append((after.get((row["chain"], row["results_round"] + 1)), row["votes"]))
    assert all(isinstance(winning, int) and winning <= votes for winning, votes in own)
    assert any(isinstance(winning, int) and winning > votes for winning, votes in following)


def test_what_a_dump_proves_agrees_with_what_the_reports_print(archive: Snapshot) -> None:
    counted = [c for c in comparisons(known_terms(archive)) if c.found_format == "chain-dump"]
    assert len(counted) >= 10
    differing = [c for c in counted if c.expected != c.found and c.expected_format == "tokenomics-report"]
    assert differing == []


def test_votes_cast_are_the_printed_votes_added_up(archive: Snapshot) -> None:
    found = rows(council_members.TABLE, archive)
    cast = sum(row["votes_cast"] for row in found if isinstance(row["votes_cast"], int))
    assert cast == sum(seat.votes_cast for seat in seats(archive) if seat.votes_cast is not None) > 0
    assert sum(row["terms_served"] for row in found if isinstance(row["terms_served"], int)) == len(seats(archive))
    assert all(row["votes_eligible"] is None for row in found)


def test_the_calendar_dates_what_the_dumps_show(archive: Snapshot) -> None:
    found = rows(duty_calendar.TABLE, archive)
    assert len(found) == 4 * len(known_terms(archive))
    dated = [row for row in found if row["done_block"] is not None]
    assert {row["duty"] for row in dated} == {
        "secretary proposal",
        "KPI thread",
        "term summaries thread",
        "round feedback thread",
    }
    assert all(row["source"] and row["evidence"] for row in dated)
    assert {row["in_time"] for row in dated} == {True, False, None}


def test_percentages_are_never_of_nothing(archive: Snapshot) -> None:
    for row in rows(growth.TABLE, archive):
        for name in ("members", "channels", "uploads", "threads"):
            if row[f"{name}_start"] in (None, 0) or row[f"{name}_end"] is None:
                assert row[f"{name}_change_percent"] is None
