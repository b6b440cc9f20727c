"""The leaderboard's tables of the invented main network."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from secretariat.duties.leaderboard import (
    candidates,
    checks,
    council_members,
    duty_calendar,
    elections,
    forum,
    groups,
    growth,
    growth_snapshots,
    proposals,
    seats,
    terms,
    unknown_figures,
    unknown_words,
    validator_eras,
    validators,
    workers,
)
from secretariat.duties.leaderboard.rules import problems
from secretariat.duties.leaderboard.term_places import file_and_line
from secretariat.duties.register import DUTIES
from secretariat.facts.accounts import address_of
from secretariat.facts.amounts import Amount
from secretariat.facts.chain_proposals import ProposalVote
from secretariat.facts.council_budget import CouncilBudgetEvent
from secretariat.facts.councils import ElectedCouncil
from secretariat.facts.growth_totals import GrowthTotals
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.stored_council import StoredSeat
from secretariat.facts.stored_groups import StoredGroup
from secretariat.facts.stored_validators import StoredEra, ValidatorPoints
from secretariat.facts.tables import AnyTable, build
from tests.build import reported_seat, snapshot, stated, term_figures
from tests.mainnet import HANDLES, at, councils, counted, joy, live, mainnet, records

Row = dict[str, Any]


def rows(table: AnyTable, found: Snapshot | None = None) -> list[Row]:
    built = build(table, mainnet() if found is None else found)
    names = [heading.name for heading in built.headings]
    return [dict(zip(names, row, strict=True)) for row in built.rows]


def replaced(key: str, **fields: Any) -> Snapshot:
    """Give the network with other fields of one record, before anything is counted."""
    every = [one._replace(fact=replace(one.fact, **fields)) if one.key == key else one for one in records()]
    return snapshot_of(counted(every))


def test_terms_and_elections_stand_beside_each_other() -> None:
    assert [(row["term"], row["start_block"], row["end_block"]) for row in rows(terms.TABLE)] == [
        (1, 100_000, 299_999),
        (2, 300_000, 599_999),
        (3, 600_000, None),
    ]
    assert [
        (row["cycle_id"], row["council_term"], row["outcome"], row["failure_reason"], row["ended_block"])
        for row in rows(elections.TABLE)
    ] == [
        (1, 1, "elected", None, 100_000),
        (2, None, "failed", "not-enough-candidates", 250_000),
        (3, 2, "elected", None, 300_000),
        (4, None, "failed", "new-council-not-elected", 500_000),
        (5, 3, "elected", None, 600_000),
        (6, None, "running", None, None),
    ]


def test_an_election_tells_its_candidates_votes_and_stakes() -> None:
    third = rows(elections.TABLE)[2]
    expected = {
        "announcing_start": 250_000,
        "voting_start": 270_000,
        "revealing_start": 285_000,
        "candidates": 3,
        "candidates_stake": joy(8_000),
        "withdrawn": 1,
        "seats": 3,
        "votes_cast": 4,
        "votes_revealed": 4,
        "stake_cast": joy(800),
        "stake_revealed": joy(800),
        "reveal_rate": Decimal("100.00"),
        "votes_for_winners": 4,
        "stake_of_winners": joy(8_000),
        "stake_for_winners": joy(800),
    }
    assert {name: third[name] for name in expected} == expected


def test_a_member_who_withdrew_and_announced_again_has_both_candidacies() -> None:
    assert [
        (row["member_id"], row["outcome"], row["counted"], row["votes"], row["stake_received"])
        for row in rows(candidates.TABLE)
        if row["cycle_id"] == 3
    ] == [
        (1, "won", True, 2, joy(650)),
        (3, "withdrew", False, 0, 0),
        (3, "won", True, 1, joy(70)),
        (4, "won", True, 1, joy(80)),
        (6, "withdrew", True, 0, 0),
    ]


def test_votes_for_a_candidate_are_unknown_until_the_election_is_over() -> None:
    (running,) = [row for row in rows(candidates.TABLE) if row["cycle_id"] == 6]
    assert (running["votes"], running["stake_received"], running["outcome"]) == (None, None, "stood")


def test_there_is_one_row_for_each_seat_with_those_behind_it() -> None:
    found = [
        (r["term"], r["handle"], r["own_stake"], r["backers"], r["backers_stake"], r["votes_cast"])
        for r in rows(seats.TABLE)
    ]
    assert found[3] == (2, "ada_l", joy(1_000), 2, joy(650), 6)
    assert [term for term, *_ in found] == [1, 1, 1, 2, 2, 2, 3, 3, 3]


@pytest.mark.parametrize(
    ("member", "terms_served", "eligible", "voted", "closed", "rate", "median"),
    [
        (1, 3, 11, 11, 3, Decimal("100.00"), Decimal(1_000)),
        (2, 1, 4, 2, 1, None, Decimal("1999.5")),
        (3, 2, 9, 7, 4, Decimal("77.78"), Decimal(600)),
        (4, 2, 7, 7, 2, Decimal("100.00"), Decimal(999)),
        (5, 1, 0, 1, 1, None, None),
    ],
)
def test_participation_is_counted_by_the_rule(
    member: int, terms_served: int, eligible: int, voted: int, closed: int, rate: Decimal | None, median: Decimal | None
) -> None:
    (row,) = [row for row in rows(council_members.TABLE) if row["member_id"] == member]
    assert (row["terms_served"], row["votes_eligible"], row["votes_listed"]) == (terms_served, eligible, voted)
    assert (row["closed_before_voting"], row["vote_rate"], row["response_blocks_median"]) == (closed, rate, median)


def test_a_vote_of_an_unknown_voter_leaves_eligible_votes_of_that_council_unknown() -> None:
    found = {row["member_id"]: row for row in rows(council_members.TABLE, replaced("p2-vote-1-1", voter_id=None))}
    assert found[2]["votes_eligible"] is None
    assert found[4]["votes_eligible"] == 7
    assert found[2]["response_blocks_median"] is None


def test_in_a_term_without_blocks_no_absence_is_known() -> None:
    every = [
        one._replace(fact=replace(one.fact, elected_block=None))
        if one.key == "c2"
        else one._replace(fact=replace(one.fact, ended_block=None))
        if one.key == "e3"
        else one
        for one in records()
    ]
    found = {row["member_id"]: row for row in rows(council_members.TABLE, snapshot_of(counted(every)))}
    assert [found[member]["votes_eligible"] for member in (1, 2, 3, 4)] == [None, None, None, None]
    assert found[2]["votes_listed"] == 2


def test_rationales_are_counted_where_all_are_known() -> None:
    found = {row["member_id"]: row["rationale_given"] for row in rows(council_members.TABLE)}
    assert found == {1: 11, 2: 2, 3: 0, 4: 7, 5: 1}
    unknown = rows(council_members.TABLE, replaced("p1-vote-1-1", with_rationale=None))
    assert [row["rationale_given"] for row in unknown][:2] == [None, 2]


def test_members_of_two_chains_stay_apart_though_they_share_handle_or_number() -> None:
    both = snapshot(
        reported_seat(4, "ada_l", 77),
        reported_seat(5, "somebody", 1),
        *(record for found in mainnet().by_kind.values() for record in found),
    )
    found = {(row["chain"], row["member_id"]): row for row in rows(council_members.TABLE, both)}
    assert (found["antioch", 77]["terms_served"], found["mainnet", 1]["terms_served"]) == (1, 3)
    assert (found["antioch", 77]["terms_on_all_chains"], found["mainnet", 1]["terms_on_all_chains"]) == (4, 4)
    assert found["antioch", 1]["terms_on_all_chains"] == 1


def test_proposals_end_in_every_way() -> None:
    found = {
        row["number"]: (row["outcome"], row["status"], row["ended_by"], row["voting_rounds"])
        for row in rows(proposals.TABLE)
    }
    assert found == {
        1: ("executed", "executed", "decided", 1),
        2: ("expired", "expired", "expired", 1),
        3: ("canceled", "cancelled", "canceled", 1),
        4: ("executed", "executed", "decided", 2),
        5: ("rejected", "rejected", "council-change", 1),
        6: ("rejected", "rejected", "decided", 1),
        7: ("execution-failed", "execution-failed", "decided", 1),
        8: ("vetoed", "vetoed", "decided", 1),
        9: ("executed", "executed", "decided", 1),
        10: ("slashed", "slashed", "decided", 1),
        11: ("executed", "executed", "decided", 1),
        12: ("canceled", "canceled-by-runtime", "canceled", 1),
        13: ("pending", "gracing", "decided", 1),
        14: ("active", "deciding", "open", 1),
    }


def test_a_proposal_that_outlived_a_council_tells_its_last_round_and_all_voters() -> None:
    (row,) = [row for row in rows(proposals.TABLE) if row["number"] == 4]
    assert (row["approvals"], row["finalised_block"], row["executed_block"], row["term"]) == (3, 305_000, 377_000, 1)
    assert row["participants"] == "[1] ada_l, bert, cleo [2] ada_l, cleo, dmitri_77"


def test_groups_workers_growth_and_forum_have_their_rows() -> None:
    assert [(r["term"], r["group"], r["rewards_paid"], r["spent"]) for r in rows(groups.TABLE)][:3] == [
        (1, "forum", joy(30), joy(30)),
        (1, "storage", 0, 0),
        (2, "forum", joy(5), joy(25)),
    ]
    assert next((r["term"], r["handle"], r["paid_in_term"]) for r in rows(workers.TABLE)) == (1, "finn", joy(30))
    assert [(r["members_change"], r["posts_change"]) for r in rows(growth.TABLE)] == [(2, 1), (0, 2), (None, None)]
    assert [(r["threads_created"], r["posts_created"]) for r in rows(forum.TABLE)] == [(1, 1), (1, 2), (1, 1)]


def test_the_calendar_takes_a_secretary_proposal_and_threads_by_title() -> None:
    named = [
        one._replace(fact=replace(one.fact, title="Elect the Council Secretary")) if one.key == "1" and one.kind == "proposal"
        else one._replace(fact=replace(one.fact, title="KPI discussion")) if one.key == "2" and one.kind == "live-thread"
        else one
        for one in records()
    ]  # fmt: skip
    found = {(r["term"], r["duty"]): r for r in rows(duty_calendar.TABLE, snapshot_of(counted(named)))}
    assert found[1, "secretary proposal"]["done_block"] == 112_000
    assert found[1, "secretary proposal"]["in_time"] is True
    assert found[1, "KPI thread"]["evidence"] == "thread 2: KPI discussion"
    assert found[2, "secretary proposal"]["done_block"] is None


def differing(found: Snapshot) -> list[tuple[str, int | None, str | None, str | None, str | None]]:
    return [
        (row["check"], row["term"], row["expected"], row["found"], row["cause_rule"])
        for row in rows(checks.TABLE, found)
        if not row["agrees"]
    ]


WITHDRAWN = ("candidates-counted", 2, "3", "5", "withdrawn")


def test_the_query_node_s_count_of_candidates_still_has_those_who_withdrew() -> None:
    assert differing(mainnet()) == [WITHDRAWN]
    assert problems(mainnet()) == ()


@pytest.mark.parametrize(
    ("key", "fields", "check"),
    [
        ("b1", {"amount": joy(199)}, ("funding-paid", 1, "499", "500", None)),
        ("k1", {"vote_power": joy(501)}, ("vote-power", 1, "500", "501", None)),
        ("c1-m2", {"accumulated_reward": joy(8)}, ("rewards-paid", 1, "7", "8", None)),
        ("k2", {"member_id": 9}, ("elected-seats", 1, "1, 2, 3", "1, 3, 9", None)),
    ],
)
def test_a_difference_between_two_lists_is_a_check_and_a_problem(
    key: str, fields: dict[str, Any], check: tuple[Any, ...]
) -> None:
    found = replaced(key, **fields)
    assert check in differing(found)
    assert any(one.code == "contradiction" and one.file.startswith("query-node/") for one in problems(found))


def test_snapshots_of_totals_are_listed_day_by_day_with_their_term() -> None:
    def taken(block: int, **totals: int) -> AnyStated:
        return live(GrowthTotals(block=block, at=at(block), **totals), at(block)[:10], line=block)

    found = rows(growth_snapshots.TABLE, mainnet(taken(314_400, channels=9), taken(90_000, channels=7, members=3)))
    assert [(r["block"], r["term"], r["channels"], r["members"], r["videos"]) for r in found] == [
        (90_000, None, 7, 3, None),
        (314_400, 2, 9, None, None),
    ]


def test_seats_are_compared_with_what_the_chain_stores() -> None:
    def stored(*members: int) -> list[AnyStated]:
        return [live(StoredSeat(member_id=n), str(n), source="chain", name="seats") for n in members]

    assert differing(mainnet(*stored(1, 4, 5))) == [WITHDRAWN]
    assert differing(mainnet(*stored(1, 2, 5)))[1:] == [("stored-seats", 3, "1, 2, 5", "1, 4, 5", None)]


def test_every_figure_that_no_source_gives_is_listed_with_why() -> None:
    found = rows(unknown_figures.TABLE)
    assert all(row["why"].endswith(".") and row["source"] for row in found)
    told = {(row["table"], row["column"]): row for row in found}
    assert told["terms", "end_block"]["terms"] == "3"
    assert told["terms", "issuance_start"]["terms"] == "1-3"
    assert (told["spending", "category"]["empty"], told["spending", "category"]["rows"]) == (5, 5)
    explained = {(row["table"], row["column"]) for row in found}
    empty = {
        (table.name, column.name)
        for table in (terms.TABLE, growth.TABLE)
        for column in table.columns
        for row in table.rows(mainnet())
        if column.value(row) is None
    }
    worked_out = ("_change", "_percent", "_share", "_rounded")
    assert not {
        (table, column)
        for table, column in empty
        if (table, column) not in explained and not column.endswith(worked_out) and column != "figures_from"
    }


def test_councils_that_cannot_be_numbered_are_listed_with_why() -> None:
    broken = [one._replace(fact=ElectedCouncil()) if one.key == "c2" else one for one in councils()]
    (row,) = [r for r in rows(unknown_figures.TABLE, snapshot_of(broken)) if r["table"] == "terms"]
    assert (row["column"], row["empty"]) == ("term", 3)


def test_what_no_report_tells_of_a_testnets_term_is_listed_with_why() -> None:
    cost = term_figures(40, "giza", council_spent=Amount(7), seats=20)
    found = {
        (row["chain"], row["column"], row["terms"]): row["why"]
        for row in rows(unknown_figures.TABLE, snapshot(cost, term_figures(42, "giza", seats=20)))
    }
    assert found["antioch", "council_rewards", "40"] == unknown_words.NOT_APART
    assert found["antioch", "council_rewards", "42"] == unknown_words.NOT_PRINTED
    assert found["antioch", "burned", "40, 42"] == unknown_words.NOT_PRINTED
    assert not [column for _, column, _ in found if column in ("seats", "council_budget_start", "term")]


def test_without_live_facts_nothing_is_listed() -> None:
    assert rows(unknown_figures.TABLE, snapshot(reported_seat(3, "ada_l", 7))) == []


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("query-node/proposals#12 at block 5,745,626", ("query-node/proposals", 5_745_626)),
        ("chain/groups#forumWorkingGroup at block 7; x.md:3", ("chain/groups", 7)),
        ("a/b.md:12", ("a/b.md", 12)),
        ("a/b.md", ("a/b.md", 0)),
    ],
)
def test_a_source_is_split_into_file_and_line_or_list_and_block(source: str, place: tuple[str, int]) -> None:
    assert file_and_line(source) == place


def test_live_facts_move_no_row_of_the_archives() -> None:
    archive = [stated(reported_seat(term, HANDLES[n], n), line=n) for term in (3, 4) for n in (1, 2, 3)]
    alone = snapshot_of(archive)
    both = snapshot_of([*archive, *(record for found in mainnet().by_kind.values() for record in found)])
    for duty in DUTIES:
        for table in duty.tables:
            if table.name in ("problems", "unknown-figures"):
                continue
            before = [_kept(row) for row in rows(table, alone)]
            after = [_kept(row) for row in rows(table, both) if row.get("chain") != "mainnet"]
            assert before == after, table.name


def _kept(row: Row) -> Row:
    """Leave out the one column that joins chains."""
    return {name: value for name, value in row.items() if name != "terms_on_all_chains"}


def test_validators_are_those_with_points_in_ended_eras() -> None:
    def era(number: int, *points: tuple[str, int], ended: bool = True) -> AnyStated:
        given = tuple(ValidatorPoints(account=account, points=earned) for account, earned in points)
        fact = StoredEra(era=number, ended=ended, total_points=sum(earned for _, earned in points), points=given)
        return live(fact, str(number), line=number * 3_600, source="chain", name="eras")

    key = "0x" + "11" * 32
    found = mainnet(era(7, (key, 60), ("stash-b", 20)), era(8, (key, 40)), era(9, (key, 5), ended=False))
    assert [
        (r["chain"], r["account"], r["eras_active"], r["points"], r["share_of_mean"])
        for r in rows(validators.TABLE, found)
    ] == [
        ("mainnet", address_of(key), 2, 100, Decimal("1.2500")),
        ("mainnet", "stash-b", 1, 20, Decimal("0.5000")),
    ]
    assert [
        (r["era"], r["validators"], r["points"], r["points_printed"], r["source"])
        for r in rows(validator_eras.TABLE, found)
    ] == [
        (7, 2, 80, 80, "chain/eras#7 at block 25,200"),
        (8, 1, 40, 40, "chain/eras#8 at block 28,800"),
    ]


def test_events_of_unknown_blocks_and_amounts_do_not_break_a_table() -> None:
    odd = [
        live(CouncilBudgetEvent(event="request-funded"), "odd1"),
        live(ProposalVote(), "odd2"),
        live(ElectedCouncil(elected_block=650_000, elected_at=at(650_000)), "odd3"),
        live(StoredGroup(group="appWorkingGroup", budget=Amount(1)), "odd4", source="chain"),
    ]
    found = snapshot_of(counted([*records(), *odd]))
    for duty in DUTIES:
        for table in duty.tables:
            build(table, found)
        duty.problems(found)
