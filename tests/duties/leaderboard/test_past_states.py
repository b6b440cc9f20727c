"""Tables of what the chain stored at the borders of terms, of budgets by their parts, and of what is not known and why."""

from dataclasses import replace

import pytest

from secretariat.duties.leaderboard import budgets, groups, growth, past_states, terms, unknown_figures
from secretariat.facts.past_states import PastState
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import snapshot_of
from tests.duties.leaderboard.test_checks_compared import now
from tests.duties.leaderboard.test_mainnet import rows
from tests.facts.test_term_borders import BORDERS, border
from tests.mainnet import counted, joy, live, mainnet, records


def lost(why: str) -> AnyStated:
    return live(PastState(missing=why), "299999", line=299_999, source="chain", name="past-states")  # type: ignore[arg-type]


def test_terms_groups_and_growth_take_the_states_of_their_borders() -> None:
    found = mainnet(*BORDERS)
    first = rows(terms.TABLE, found)[0]
    assert (first["issuance_start"], first["issuance_change"], first["issuance_change_percent"]) == (1_000, 300, 30)
    assert (first["council_budget_start"], first["council_budget_change"]) == (joy(10), joy(3))
    assert (first["validators_end"], first["validator_stake_share"], first["validator_rewards"]) == (15, 10, 600)
    forum = rows(groups.TABLE, found)[0]
    assert (forum["budget_start"], forum["budget_end"]) == (joy(11), joy(14))
    grown = rows(growth.TABLE, found)
    assert [(row["channels_made"], row["validators_change"]) for row in grown] == [(4, 3), (21, 2), (None, None)]


def test_every_known_state_is_a_row_with_the_terms_around_it() -> None:
    found = rows(past_states.TABLE, mainnet(BORDERS[0], lost("gone"), BORDERS[2]))
    assert [(row["block"], row["term_ended"], row["term_begins"]) for row in found] == [
        (99_999, None, 1),
        (599_999, 2, 3),
    ]
    assert (found[0]["issuance"], found[0]["next_member_id"], found[0]["next_post_id"]) == (1_000, 5, 11)
    assert (found[0]["council_budget"], found[0]["groups_budget"]) == (joy(10), joy(11))


def test_the_parts_of_a_budget_add_up_to_its_closing_also_where_something_is_left_over() -> None:
    found = rows(budgets.TABLE, mainnet(border(299_999, 13, 9), *now()))
    stretches = {(row["budget"], row["from_block"], row["to_block"]) for row in found}
    assert {budget for budget, _, _ in stretches} == {"council", "forum", "storage"}
    for stretch in stretches:
        own = [row for row in found if (row["budget"], row["from_block"], row["to_block"]) == stretch]
        assert (own[0]["part"], own[-2]["part"], own[-1]["part"]) == ("opening", "unexplained", "closing")
        assert sum(row["amount"] for row in own[:-1]) == own[-1]["amount"]
    council = {
        row["part"]: (row["events"], row["amount"])
        for row in found
        if row["budget"] == "council" and row["to_block"] == 299_999
    }
    assert council["request-funded"] == (2, -joy(500))
    assert council["council-budget-decreased"] == (0, 0), "a part without an event is listed, too"
    assert council["unexplained"] == (None, joy(13) - joy(1_000 - 500 - 14))


def test_a_part_with_an_event_that_cannot_be_read_and_what_is_left_over_are_empty() -> None:
    lacking = [one._replace(fact=replace(one.fact, amount=None)) if one.key == "b1" else one for one in records()]
    found = rows(budgets.TABLE, snapshot_of(counted([*lacking, *now()])))
    council = {row["part"]: (row["events"], row["amount"]) for row in found if row["budget"] == "council"}
    (part,) = [name for name, (events, amount) in council.items() if events and amount is None]
    assert part == "request-funded"
    assert council["unexplained"] == (None, None)
    assert council["closing"][1] is not None


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("gone", "No configured node has the chain's state"),
        ("off", "history = true"),
        ("later", "still to be read"),
        ("unreadable", "cannot be read"),
    ],
)
def test_why_a_state_is_missing_stands_beside_every_figure_that_it_would_give(why: str, words: str) -> None:
    found = rows(unknown_figures.TABLE, mainnet(BORDERS[0], lost(why), BORDERS[2]))
    told = {(row["table"], row["column"], row["terms"]) for row in found if words in row["why"]}
    assert {
        ("terms", "issuance_end", "1"),
        ("terms", "issuance_start", "2"),
        ("terms", "council_budget_end", "1"),
        ("terms", "validators_start", "2"),
        ("terms", "validator_rewards", "1-2"),
        ("growth", "channels_made", "1-2"),
        ("groups", "budget_end", "1"),
        ("groups", "budget_start", "2"),
    } <= told


def test_what_the_runtime_did_not_store_is_told_apart_from_what_was_not_read() -> None:
    found = rows(unknown_figures.TABLE, mainnet(BORDERS[0], border(299_999, 13, 9, validators=None)))
    why = {(row["column"], row["terms"]): row["why"] for row in found if row["table"] == "terms"}
    assert "did not store" in why["validators_end", "1"]
    assert "was not asked for yet" in why["validators_end", "2"]
