"""Rules that look across records: each case a few facts and the problems they make."""

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.duties.leaderboard.rules import problems
from secretariat.duties.leaderboard.titles import same_title
from secretariat.facts.kinds import KINDS
from secretariat.facts.problems import CODES, Problem, Target
from secretariat.facts.snapshot import Snapshot
from tests.build import (
    council_report,
    dumped_proposal,
    elected_seat,
    election_result,
    forum_category,
    forum_thread,
    member,
    reported_proposal,
    reported_seat,
    snapshot,
    stated,
    term_figures,
    whole,
)
from tests.duties.leaderboard.ledger import spending


def found(*facts: Any) -> list[Problem]:
    return list(problems(snapshot(*facts)))


def codes(*facts: Any) -> list[str]:
    return [problem.code for problem in found(*facts)]


def one(*facts: Any) -> Problem:
    (problem,) = found(*facts)
    return problem


def term(number: int, start: int, end: int, file: str | None = None, **given: Any) -> Any:
    network = given.pop("network", "antioch")
    fact = term_figures(number, network, start_block=start, end_block=end, **given)
    return stated(fact, key=f"{fact.chain}/{number}", file=file or f"round-{number}.md", line=5)


def council(number: int, start: int, end: int, **given: Any) -> Any:
    fact = council_report(number, start_block=start, end_block=end, **given)
    return stated(fact, key=f"antioch/{number}", file=f"council-{number}.md", line=12)


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([(3, 1_000, 1_999), (4, 2_000, 2_999)], []),
        ([(3, 1_000, 1_999), (4, 2_001, 2_999)], ["round-gap"]),
        ([(3, 1_000, 1_999), (4, 1_990, 2_999)], ["round-overlap"]),
        ([(3, 1_000, 1_999), (5, 3_500, 3_999)], []),
        ([(3, 1_000, 1_999), (4, 1_999, 2_999), (5, 2_999, 3_999)], ["round-overlap"]),
    ],
)
def test_only_consecutive_terms_are_neighbours(ranges: list[tuple[int, int, int]], expected: list[str]) -> None:
    assert codes(*(term(*one_range) for one_range in ranges)) == expected


def test_a_gap_names_both_places_and_the_field() -> None:
    problem = one(term(3, 1_000, 1_999), term(4, 2_500, 2_999))
    assert (problem.file, problem.line, problem.state) == ("round-4.md", 5, "open")
    assert problem.target == Target(kind="term-figures", key="antioch/4", field="start_block")
    assert "1999 (round-3.md:5)" in problem.what
    assert "500 blocks belong to neither" in problem.what


def test_shared_blocks_of_a_chain_are_one_repaired_problem() -> None:
    problem = one(*(term(n, n * 100, n * 100 + 100, network="alexandria") for n in (1, 2, 3)))
    assert (problem.code, problem.state, problem.file) == ("round-overlap", "applied", "round-2.md")
    assert "overlap of 1 block" in problem.what
    assert "2, 3" in problem.what


def test_block_ranges_of_two_sources_that_differ_are_one_problem() -> None:
    problem = one(term(3, 1_000, 1_999), council(3, 1_040, 2_090))
    assert (problem.code, problem.file, problem.target) == ("block-range-contradiction", "round-3.md", None)
    assert "council-3.md:12" in problem.what


def test_one_wrong_end_can_be_set() -> None:
    problem = one(term(3, 1_000, 1_999), council(3, 1_000, 2_090))
    assert problem.target == Target(kind="term-figures", key="antioch/3", field="end_block")


def test_ends_that_count_the_next_terms_block_are_one_problem_for_a_chain() -> None:
    facts: list[Any] = []
    for number in (3, 5, 7):
        facts += [
            term(number, number * 1_000, number * 1_000 + 999),
            council(number, number * 1_000, (number + 1) * 1_000),
        ]
    problem = one(*facts)
    assert (problem.code, problem.state, problem.target) == ("block-range-contradiction", "applied", None)
    assert "3 terms (term 3: 3999 and 4000; term 5: 5999 and 6000; term 7: 7999 and 8000)" in problem.what


@pytest.mark.parametrize(
    ("tokenomics", "report", "field"),
    [
        ({"proposals": 12}, {"proposals_created": 15}, "proposals"),
        ({"council_minted_end": whole(80)}, {"council_minted_end": whole(93)}, "council_minted_end"),
        ({"proposals": 12}, {"proposals_created": 12}, None),
        ({"council_minted_end": whole("80.2")}, {"council_minted_end": whole(80)}, None),
    ],
)
def test_two_reports_that_differ_are_a_contradiction_unless_rounding_explains_it(
    tokenomics: Any, report: Any, field: str | None
) -> None:
    result = found(term(3, 1_000, 1_999, **tokenomics), council(3, 1_000, 1_999, **report))
    assert [problem.code for problem in result] == (["contradiction"] if field else [])
    if field:
        assert result[0].target == Target(kind="term-figures", key="antioch/3", field=field)


def test_approvals_counted_otherwise_in_all_reports_are_one_problem() -> None:
    facts: list[Any] = []
    for number in (3, 5):
        facts += [
            term(number, number * 1_000, number * 1_000 + 999, proposals_approved=9),
            council(number, number * 1_000, number * 1_000 + 999, approved=1),
            reported_proposal(number, number * 10, outcome="executed"),
        ]
    problem = one(*facts)
    assert (problem.code, problem.state) == ("contradiction", "open")
    assert "term 3: 9 and 1; term 5: 9 and 1" in problem.what


def test_figures_that_only_grow_cannot_fall() -> None:
    facts = [
        term(3, 1_000, 1_999, members_end=50, threads_start=9, threads_end=7, channels_end=4),
        term(4, 2_000, 2_999, members_start=48, threads_start=7, channels_start=2),
    ]
    result = found(*facts)
    assert [(p.code, p.file, p.target.field if p.target else None) for p in result] == [
        ("impossible-figure", "round-3.md", "threads_end"),
        ("impossible-figure", "round-4.md", "members_start"),
    ]


def test_equal_amounts_of_one_report_look_copied_unless_the_ledger_confirms_them() -> None:
    facts = [
        term(3, 1_000, 1_999, spending_executed=whole(700), bounties_paid=whole(700)),
        dumped_proposal(1, 1_100, outcome="executed", finalised_block=1_200),
    ]
    problem = one(*facts)
    assert problem.code == "figure-copied"
    assert problem.target == Target(kind="term-figures", key="antioch/3", field="bounties_paid")
    assert codes(*facts, spending(1, 700, bounty=4)) == []
    assert codes(term(3, 1_000, 1_999, spending_executed=0, bounties_paid=0)) == []


def test_an_amount_of_the_term_before_looks_carried_over_but_a_councils_pay_may_stay() -> None:
    given: Any = {"burned": whole(512_346), "council_rewards": whole(440)}
    problem = one(term(3, 1_000, 1_999, **given), term(4, 2_000, 2_999, **given))
    assert (problem.code, problem.file) == ("figure-copied", "round-4.md")
    assert problem.target == Target(kind="term-figures", key="antioch/4", field="burned")


def test_the_ledger_against_a_report_is_one_problem_for_a_term() -> None:
    problem = one(
        term(3, 1_000, 1_999, spending_executed=whole(700), bounties_paid=whole(600)),
        dumped_proposal(1, 1_100, outcome="executed", finalised_block=1_200),
        spending(1, 650, bounty=4),
    )
    assert (problem.code, problem.file, problem.target) == ("contradiction", "round-3.md", None)
    assert "spending executed" in problem.what
    assert "bounties paid" in problem.what


def test_an_outcome_that_report_and_dump_tell_differently() -> None:
    problem = one(
        stated(dumped_proposal(12, 1_100, outcome="executed", title="Pay Ada"), file="dump.txt", line=40),
        stated(reported_proposal(3, 12, "Pay Ada", outcome="rejected"), file="council-3.md", line=80),
    )
    assert (problem.code, problem.file, problem.line) == ("contradiction", "dump.txt", 40)
    assert "council-3.md:80" in problem.what


def test_a_ledgers_status_is_left_to_the_ledgers_own_rule() -> None:
    facts = [dumped_proposal(1, 1_100, outcome="expired", finalised_block=1_200), spending(1, 5)]
    assert codes(*facts) == []


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Pay the wiki editors", "pay the  WIKI-editors", True),
        ("Pay the wiki editors", "Pay the wiki ed", True),
        ("Sumer - Pay the wiki editors", "Pay the wiki editors", True),
        ("Pay the wiki editors", "Pay the wiki editor", True),
        ("Pay the wiki editors", "Pay the wki editors", True),
        ("Report of the caf\u00e9", "Report of the caf\u00c3\u00a9", True),
        ("KPI 12.3", "KPI 12.4", False),
        ("Storage report 3", "Storage report 4", False),
        ("Pay the wiki editors", "Fire the storage lead", False),
        ("\u041f\u043b\u0430\u0442\u0430", "Pay the wiki editors", True),
        ("Pay", "Repay the storage lead", False),
        ("", "Pay", True),
    ],
)
def test_titles_are_compared_as_people_copy_them(first: str, second: str, same: bool) -> None:
    assert same_title(first, second) == same
    assert same_title(second, first) == same


def test_one_number_with_two_titles_is_a_collision() -> None:
    problem = one(
        stated(dumped_proposal(12, 1_100, title="Pay the wiki editors"), file="dump.txt", line=4),
        stated(reported_proposal(3, 12, "Fire the storage lead"), file="council-3.md", line=80),
        spending(12, None, title="Pay the wiki editors"),
        spending(12, None, title="Something else", network="alexandria"),
    )
    assert (problem.code, problem.file, problem.line) == ("number-collision", "council-3.md", 80)
    assert "dump.txt:4" in problem.what


def test_a_second_wrong_title_that_is_like_the_first_is_not_told_twice() -> None:
    assert codes(
        dumped_proposal(12, 1_100, title="Pay the wiki editors"),
        reported_proposal(3, 12, "Fire the storage lead"),
        reported_proposal(4, 12, "Fire the storage lead"),
    ) == ["number-collision"]


def test_numbers_out_of_the_order_of_their_blocks() -> None:
    result = found(
        *(
            stated(dumped_proposal(n, block), key=str(n), file="dump.txt", line=n)
            for n, block in ((1, 10), (2, 90), (3, 20))
        ),
        *(
            stated(forum_thread(n, "T", block), key=str(n), file="f.txt", line=n)
            for n, block in ((1, 10), (2, 12), (3, 5), (4, 21))
        ),
    )
    assert [(p.code, p.file, p.target) for p in result] == [
        ("impossible-figure", "dump.txt", Target(kind="dumped-proposal", key="2", field="created_block")),
        ("impossible-figure", "f.txt", Target(kind="forum-thread", key="3", field="created_block")),
    ]


def test_a_thread_in_a_category_that_is_not_dumped_is_an_orphan() -> None:
    facts = [forum_category(2, "News"), forum_thread(5, "T", category_id=77), forum_thread(6, "T", category_id=2)]
    problem = one(*facts)
    assert (problem.code, problem.file, problem.line) == ("orphan-thread", "forum-thread.txt", 2)
    assert codes(*facts[1:]) == []
    assert codes(forum_category(2, "News", chain="mainnet"), *facts[1:]) == []


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([reported_seat(3, "ada_l", 7), reported_seat(4, "Ada_L", 7)], []),
        ([reported_seat(3, "ada_l", 7), reported_seat(4, "bert", 7)], ["identity-drift"]),
        ([reported_seat(3, "ada_l", 7), reported_seat(4, "ada_l", 8)], ["identity-drift"]),
        ([reported_seat(3, "ada_l", 7), reported_seat(4, "bert", 7, network="babylon")], []),
        ([member(7, "ada_l", root_account="5X"), member(8, "bert", root_account="5X")], ["identity-drift"]),
    ],
)
def test_members_that_are_not_one_to_one(facts: list[Any], expected: list[str]) -> None:
    assert codes(*facts) == expected


def test_many_shared_accounts_of_a_member_dump_are_summed_up() -> None:
    members = [member(n, f"user_{n}", root_account=f"5X{n // 2}") for n in range(2 * 150)]
    result = found(*members)
    assert len(result) == 101
    assert any(problem.what.startswith("50 more identities") for problem in result)


def test_election_rounds_rise_with_the_terms() -> None:
    problem = one(council(3, 1_000, 1_999, election_round=6), council(5, 3_000, 3_999, election_round=7))
    assert (problem.code, problem.file) == ("contradiction", "council-5.md")
    assert codes(council(3, 1_000, 1_999, election_round=6), council(5, 3_000, 3_999, election_round=9)) == []


def test_a_results_round_at_another_distance_is_a_contradiction() -> None:
    facts: list[Any] = []
    for number, election_round in ((3, 13), (4, 14), (5, 15), (6, 18)):
        start = number * 100_000
        facts += [
            council(number, start, start + 99_999, election_round=election_round),
            election_result(number + 10, start + 14_400),
            elected_seat(number + 10, "ada_l", 7),
            reported_seat(number, "ada_l", 7),
        ]
    result = [problem for problem in found(*facts) if "results file" in problem.what]
    assert [(problem.code, problem.file) for problem in result] == [("contradiction", "council-6.md")]


def test_problems_are_ordered_and_each_stands_once() -> None:
    facts = snapshot(
        term(4, 2_500, 2_999), term(3, 1_000, 1_999), forum_category(2, "N"), forum_thread(5, "T", category_id=9)
    )
    result = problems(facts)
    assert result == tuple(sorted(result, key=lambda p: (p.file, p.line, p.code, p.id)))
    assert problems(facts) == result


SMALL = st.one_of(st.none(), st.integers(-3, 40))
AMOUNT = st.one_of(st.none(), st.sampled_from([whole(0), whole(7), whole("7.5"), whole(70)]))
NETWORK = st.sampled_from(["antioch", "giza", "babylon", "elsewhere"])
TITLE = st.sampled_from(["Pay Ada", "pay ada", "Hire a lead", "", "\u0416", "Bounty 3"])
OUTCOME = st.sampled_from([None, "executed", "execution-failed", "rejected", "passed-on", "active"])

FACT = st.one_of(
    st.builds(
        lambda t, n, given: term_figures(t, n, **given),
        st.integers(0, 4),
        NETWORK,
        st.fixed_dictionaries(
            {},
            optional={
                "start_block": SMALL,
                "end_block": SMALL,
                "proposals": SMALL,
                "proposals_approved": SMALL,
                "members_start": SMALL,
                "members_end": SMALL,
                "threads_start": SMALL,
                "threads_end": SMALL,
                "burned": AMOUNT,
                "bounties_paid": AMOUNT,
                "spending_executed": AMOUNT,
                "started_at": st.sampled_from([None, "2022-03-02", "2022-03-02T20:26:54Z", "2022-03-05"]),
            },
        ),
    ),
    st.builds(
        lambda t, n, given: council_report(t, n, **given),
        st.integers(0, 4),
        NETWORK,
        st.fixed_dictionaries(
            {},
            optional={
                "start_block": SMALL,
                "end_block": SMALL,
                "election_round": SMALL,
                "proposals_created": SMALL,
                "approved": SMALL,
                "council_minted_start": AMOUNT,
            },
        ),
    ),
    st.builds(
        lambda n, c, f, o, t: dumped_proposal(n, c, finalised_block=f, outcome=o, title=t),
        st.integers(0, 6),
        SMALL,
        SMALL,
        OUTCOME,
        TITLE,
    ),
    st.builds(
        lambda t, n, title, network, o, b, a: reported_proposal(
            t, n, title, network, outcome=o, blocks_to_finalise=b, amount=a, type="Spending"
        ),
        st.integers(0, 4),
        st.integers(0, 6),
        TITLE,
        NETWORK,
        OUTCOME,
        SMALL,
        AMOUNT,
    ),
    st.builds(
        lambda n, m, t, c, b: spending(n, m, title=t, copy=c, bounty=b, amount_asked=whole(m)),
        st.integers(0, 6),
        st.sampled_from([None, 0, 5, 70]),
        TITLE,
        st.booleans(),
        st.sampled_from([None, 4]),
    ),
    st.builds(lambda n, b, c: forum_thread(n, "T", b, category_id=c), st.integers(-1, 9), SMALL, SMALL),
    st.builds(lambda n: forum_category(n, "C"), st.integers(0, 9)),
    st.builds(
        lambda t, h, m, s: reported_seat(t, h, m, own_stake=s),
        st.integers(0, 4),
        st.sampled_from(["ada_l", "bert", ""]),
        SMALL,
        AMOUNT,
    ),
    st.builds(election_result, st.integers(0, 4), SMALL),
    st.builds(lambda r, h, m, s: elected_seat(r, h, m, own_stake=s), st.integers(0, 4), TITLE, SMALL, AMOUNT),
    st.builds(lambda n, h: member(n, h, root_account="5X"), st.integers(0, 3), st.sampled_from(["ada_l", "bert"])),
)


def placed(facts: list[Any]) -> Snapshot:
    """State each fact on its own line under its own key, in a handful of files."""
    return snapshot(
        *(
            fact._replace(line=line)
            if hasattr(fact, "fact")
            else stated(fact, key=str(line), file=f"{fact.KIND}-{line % 3}.txt", line=line)
            for line, fact in enumerate(facts, start=1)
        )
    )


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.lists(FACT, max_size=14))
def test_no_facts_make_the_rules_fail(facts: list[Any]) -> None:
    given_facts = placed(facts)
    result = problems(given_facts)
    places = {(record.file, record.line) for records in given_facts.by_kind.values() for record in records}
    records = {(record.file, record.kind, record.key) for found in given_facts.by_kind.values() for record in found}
    for problem in result:
        assert problem.code in CODES
        assert (problem.file, problem.line) in places
        assert problem.what.endswith(".")
        assert problem.repair
        if problem.target is not None:
            assert (problem.file, problem.target.kind, problem.target.key) in records
            assert problem.target.field in {field.name for field in fields(KINDS[problem.target.kind])}
    assert len({problem.id for problem in result}) == len(result)
    assert problems(placed(facts)) == result


@pytest.mark.parametrize(
    ("dates", "terms"),
    [
        ([("2021-03-02", "2021-03-09"), ("2021-03-09", "2021-03-16")], []),
        ([("2021-03-02", "2021-03-09"), ("2021-03-02", "2021-03-09")], [2]),
        ([("2021-03-02T20:00:00Z", "2021-03-09T20:00:00Z"), ("2021-03-06T20:00:00Z", "2021-03-13T20:00:00Z")], [2]),
        ([("2021-03-02", "2021-03-09"), ("2021-05-09", "2021-05-16")], []),
        ([("2021-03-02", "2021-03-09"), ("2021-03-09", "2021-03-16"), ("2021-03-09", "2021-03-16")], [3]),
        ([("2021-03-02", None), (None, "2021-03-05")], []),
        ([("2021-03-02", "2021-03-09"), (None, "2021-03-10")], [2]),
        ([(None, None), ("2021-03-09", "2021-03-16")], []),
    ],
)
def test_later_blocks_need_later_days(dates: list[tuple[str | None, str | None]], terms: list[int]) -> None:
    facts = [
        term(number, number * 100_800, number * 100_800 + 100_799, started_at=start, ended_at=end)
        for number, (start, end) in enumerate(dates, start=1)
    ]
    made = found(*facts)
    assert [each.code for each in made] == ["block-range-contradiction"] * len(terms)
    assert [each.file for each in made] == [f"round-{number}.md" for number in terms]
    for each, number in zip(made, terms, strict=True):
        assert each.target is not None
        assert each.target.key == f"antioch/{number}"
        assert ("copied" in each.what) == (dates[number - 1] == dates[number - 2])


def test_dates_are_held_against_the_term_before_also_when_others_lie_between() -> None:
    made = found(
        term(2, 100_000, 200_799, started_at="2021-03-02", ended_at="2021-03-09"),
        term(6, 600_000, 700_799, started_at="2021-03-12", ended_at="2021-04-19"),
    )
    assert [each.code for each in made] == ["block-range-contradiction"]
    assert "500,000 blocks" in made[0].what
    assert "34.7 days" in made[0].what


def test_a_council_without_a_stated_term_is_told_until_a_source_calls_its_number_a_term() -> None:
    bare = council(22, 1_000, 1_999, election_round=22, numbering="election round")
    told = one(bare)
    assert (told.code, told.file, told.line, told.state) == ("term-not-stated", "council-22.md", 12, "open")
    assert codes(council(22, 1_000, 1_999)) == []
    assert codes(bare, term(22, 1_000, 1_999)) == []
    assert codes(council(8, 1_000, 1_999, numbering="council number")) == ["term-not-stated"]


@pytest.mark.parametrize(
    ("figures", "field"),
    [
        ({"content_bytes_start": 0, "uploads_start": 9}, "content_bytes_start"),
        ({"content_bytes_end": 0, "uploads_end": 9}, "content_bytes_end"),
        ({"content_bytes_start": 0, "uploads_start": 0}, None),
        ({"content_bytes_start": 0}, None),
        ({"content_bytes_start": 5, "uploads_start": 9}, None),
    ],
)
def test_uploads_that_weigh_nothing_contradict(figures: dict[str, Any], field: str | None) -> None:
    told = found(term(3, 1_000, 1_999, **figures))
    assert [(p.code, p.target.field if p.target else None) for p in told] == (
        [("contradiction", field)] if field else []
    )
