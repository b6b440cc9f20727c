"""States of the chain at the borders of terms as figures: both ends, what was made in between, what the eras pay."""

from typing import Any

import pytest

from secretariat.facts.amounts import Amount
from secretariat.facts.live_groups import live_group_terms
from secretariat.facts.live_terms import live_terms
from secretariat.facts.past_states import EraPayout, PastState
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.stored_council import StoredCouncil
from secretariat.facts.stored_counts import StoredCounter
from secretariat.facts.stored_validators import StoredEra, ValidatorSet
from secretariat.facts.term_borders import MADE
from tests.mainnet import joy, live, mainnet, state


def border(block: int, era: int, made: int, *payouts: tuple[int, int], **more: Any) -> AnyStated:
    """State the chain at a border: the era, so many things made of every kind, and what eras pay."""
    counters = tuple(StoredCounter(name=item, value=made + n) for n, item in enumerate(MADE.values()))
    figures = {
        "budget": era,
        "groups": {"forumWorkingGroup": era + 1},
        "issuance": Amount(era * 100),
        "validators": ValidatorSet(era=era, validators=era + 2, wanted=era + 3),
        "validator_stake": Amount(era * 10),
        "payouts": tuple(EraPayout(era=number, payout=Amount(amount)) for number, amount in payouts),
        "counters": counters,
    }
    return state(block, **{**figures, **more})


BORDERS = (
    border(99_999, 10, 5, (8, 1), (9, 2)),
    border(299_999, 13, 9, (10, 100), (11, 200), (12, 300)),
    border(599_999, 15, 30, (14, 7)),
)


def figures(snapshot: Snapshot, term: int) -> dict[str, Any]:
    (found,) = [one for one in live_terms(snapshot) if one.council.term == term]
    return {name: value for name, (value, _, _) in found.figures.items()}


def test_a_term_starts_with_what_the_chain_stored_before_it_and_ends_with_its_last_block() -> None:
    found = mainnet(*BORDERS)
    first, second, sitting = (figures(found, term) for term in (1, 2, 3))
    stored = ("issuance", "council_budget", "validators", "validator_limit", "validator_stake")
    assert [first[f"{name}_start"] for name in stored] == [1_000, joy(10), 12, 13, 100]
    assert [first[f"{name}_end"] for name in stored] == [1_300, joy(13), 15, 16, 130]
    assert [second[f"{name}_start"] for name in stored] == [first[f"{name}_end"] for name in stored]
    assert [sitting[f"{name}_start"] for name in stored] == [second[f"{name}_end"] for name in stored]
    assert not [name for name in sitting if name.endswith(("_end", "_made")) or name == "validator_rewards"]
    ((value, source, format_),) = [one.figures["issuance_end"] for one in live_terms(found) if one.council.term == 1]
    assert (value, source, format_) == (1_300, "chain/past-states#299999 at block 299,999", "chain")


def test_what_was_made_is_the_numbers_given_out_in_between() -> None:
    found = mainnet(*BORDERS)
    assert {figures(found, 1)[f"{name}_made"] for name in MADE} == {4}
    assert {figures(found, 2)[f"{name}_made"] for name in MADE} == {21}


def test_validators_are_paid_for_the_eras_that_ended_in_the_term() -> None:
    found = mainnet(*BORDERS)
    assert figures(found, 1)["validator_rewards"] == 600  # eras 10 to 12: era 13 still runs at the last block
    assert "validator_rewards" not in figures(found, 2), "nobody tells of era 13"
    ended = live(StoredEra(era=13, ended=True, payout=Amount(40)), "13", source="chain", name="eras")
    running = live(StoredEra(era=13, ended=False, payout=None), "13", source="chain", name="eras")
    assert figures(mainnet(*BORDERS, ended), 2)["validator_rewards"] == 47
    assert "validator_rewards" not in figures(mainnet(*BORDERS, running), 2)


@pytest.mark.parametrize("why", ["gone", "off", "later", "unreadable"])
def test_a_state_that_is_missing_leaves_its_figures_out_and_tells_why(why: Any) -> None:
    lost = live(PastState(missing=why), "299999", line=299_999, source="chain", name="past-states")
    found = mainnet(BORDERS[0], lost, BORDERS[2])
    first, second = live_terms(found)[:2]
    assert (first.missing, second.missing) == ({"end": why}, {"start": why})
    assert {"issuance_start", "council_budget_start"} <= set(first.figures)
    lacking = {"issuance_end", "validators_end", "channels_made", "validator_rewards"}
    assert not lacking & (set(first.figures) | {"issuance_start"} & set(second.figures))
    groups = {(one.term.term, one.group): one for one in live_group_terms(found)}
    assert groups[1, "forum"].budgets == {"start": joy(11)}
    assert groups[2, "forum"].missing == {"start": why}


@pytest.mark.parametrize(
    ("more", "lost"),
    [
        ({"validators": None}, {"validators_end", "validator_limit_end", "validator_rewards"}),
        ({"validators": ValidatorSet()}, {"validators_end", "validator_limit_end", "validator_rewards"}),
        ({"counters": ()}, {f"{name}_made" for name in MADE}),
        ({"council": StoredCouncil()}, {"council_budget_end"}),
        ({"issuance": None}, {"issuance_end"}),
    ],
)
def test_what_an_older_runtime_does_not_tell_is_unknown(more: dict[str, Any], lost: set[str]) -> None:
    whole, bare = (figures(mainnet(BORDERS[0], end), 1) for end in (BORDERS[1], border(299_999, 13, 9, *((n, n) for n in (10, 11, 12)), **more)))  # fmt: skip
    assert set(whole) - set(bare) == lost


def test_a_counter_that_went_back_tells_nothing() -> None:
    assert "posts_made" not in figures(mainnet(BORDERS[0], border(299_999, 13, 4)), 1)


def test_groups_have_the_budgets_of_both_ends() -> None:
    groups = {(one.term.term, one.group): one for one in live_group_terms(mainnet(*BORDERS))}
    assert groups[1, "forum"].budgets == {"start": joy(11), "end": joy(14)}
    assert groups[3, "forum"].budgets == {"start": joy(16)}
    assert groups[1, "storage"].budgets == {}
    assert "chain/past-states#299999 at block 299,999" in groups[1, "forum"].sources
