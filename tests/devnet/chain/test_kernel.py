"""The kernel: history, order within a block, and going back over blocks that are not final."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.devnet.chain.kernel import Chain, Computed, milliseconds_of
from secretariat.devnet.chain.specs import Spec


def note(chain: Chain, word: str) -> None:
    chain.put("Notes", (*(chain.get("Notes") or ()), word))
    chain.emit("Notes.Noted", word)


def test_values_are_known_at_every_block() -> None:
    chain = Chain(1)
    for block, value in ((5, "a"), (9, None), (12, "b")):
        chain.advance(block)
        chain.put("Item", value, 7)
    chain.advance(20)
    assert [chain.get_at(block, "Item", 7) for block in (4, 5, 8, 9, 11, 12, 99)] == [
        None,
        "a",
        "a",
        None,
        None,
        "b",
        "b",
    ]
    assert list(chain.keys("Item", at=8)) == [(7,)]
    assert list(chain.keys("Item", at=10)) == []


def test_hooks_come_before_transactions_and_pallets_in_their_order() -> None:
    chain = Chain(1)
    chain.transaction(3, note, "vote")
    chain.hook(3, 29, note, "proposals")
    chain.hook(3, 20, note, "referendum")
    chain.transaction(3, note, "second vote")
    chain.hook(2, 40, note, "before")
    chain.advance(3)
    assert chain.get("Notes") == ("before", "referendum", "proposals", "vote", "second vote")
    assert [(event.block, event.index) for event in chain.events] == [(2, 0), (3, 0), (3, 1), (3, 2), (3, 3)]


def test_what_is_due_in_the_same_block_still_runs() -> None:
    def begin(chain: Chain) -> None:
        chain.hook(chain.now, 29, note, "after")

    chain = Chain(1)
    chain.hook(4, 19, begin)
    chain.advance(4)
    assert chain.get("Notes") == ("after",)


def test_a_block_that_is_over_takes_nothing() -> None:
    chain = Chain(1)
    chain.advance(10)
    with pytest.raises(ValueError, match="block 9 is over"):
        chain.transaction(9, note, "late")


def test_final_blocks_stay() -> None:
    chain = Chain(1)
    chain.advance(10)
    chain.finalise(8)
    with pytest.raises(ValueError, match="block 8 is final"):
        chain.go_back(7)


def test_an_upgrade_is_gone_back_over() -> None:
    chain = Chain(1)
    chain.advance(5)
    chain.put(":spec", chain.spec.upgraded(2005, constants={"Council.CouncilSize": 5}))
    assert (chain.spec.version, chain.executing.version, chain.constant("Council.CouncilSize")) == (2005, 2004, 3)
    chain.advance(6)
    assert (chain.executing.version, chain.constant("Council.CouncilSize")) == (2005, 5)
    chain.go_back(4)
    assert (chain.spec, chain.constant("Council.CouncilSize")) == (Spec(), 3)


def test_blocks_are_six_seconds_apart() -> None:
    assert milliseconds_of(11) - milliseconds_of(10) == 6_000


def _state(chain: Chain) -> Any:
    return (
        chain.now,
        list(chain.events),
        {name: dict(_values(chain, name)) for name in chain.items() if name != ":spec"},
    )


def _values(chain: Chain, name: str) -> Any:
    return ((key, chain.get(name, *key)) for key in chain.keys(name))


@given(st.lists(st.tuples(st.integers(1, 30), st.booleans(), st.integers(0, 5)), max_size=30), st.integers(10, 29))
def test_a_chain_that_went_back_ends_as_one_that_did_not(acts: list[tuple[int, bool, int]], back: int) -> None:
    def act(chain: Chain, number: int) -> None:
        chain.put("Last", chain.now, number)
        chain.put("Sum", (chain.get("Sum") or 0) * 31 + number)
        chain.emit("Acts.Done", number)
        if number == 3:
            chain.hook(chain.now + 4, 29, act, 2)
        if number == 4:
            chain.put("Last", None, 1)

    def made() -> Chain:
        chain = Chain(1)
        for block, hook, number in acts:
            if hook:
                chain.hook(block, 19, act, number)
            else:
                chain.transaction(block, act, number)
        return chain

    straight, disturbed = made(), made()
    straight.advance(40)
    disturbed.advance(back)
    disturbed.finalise(back - 10)
    disturbed.advance(back + 1)
    disturbed.go_back(back - 10)
    disturbed.advance(40)
    assert _state(disturbed) == _state(straight)


def test_transactions_of_blocks_gone_back_over_come_later_and_hooks_in_their_block() -> None:
    def write(chain: Chain, word: str) -> None:
        note(chain, f"{word} {chain.now}")
        if word == "first":
            chain.transaction(chain.now + 1, write, "its own")

    chain = Chain(1)
    chain.hook(6, 29, write, "hook")
    chain.transaction(6, write, "first")
    chain.transaction(7, write, "second")
    chain.transaction(9, write, "waits")
    chain.advance(7)
    chain.go_back(5, delay=2)
    chain.advance(20)
    assert chain.get("Notes") == ("hook 6", "first 8", "second 9", "waits 9", "its own 9")


def test_an_attempt_that_fails_leaves_nothing() -> None:
    def attempt(chain: Chain, word: str, fail: bool) -> None:
        with chain.attempt():
            note(chain, word)
            chain.put("Fresh", word, 1)
            chain.hook(chain.now + 2, 29, note, "later")
            if fail:
                raise ValueError(word)

    chain = Chain(1)
    chain.advance(5)
    note(chain, "before")
    before = (_state(chain), chain.next_due)
    with pytest.raises(ValueError, match="inner"), chain.attempt():
        note(chain, "outer")
        attempt(chain, "kept for a moment", False)
        attempt(chain, "inner", True)
    assert (_state(chain), chain.next_due) == before
    assert chain.get("Fresh", 1) is None
    attempt(chain, "kept", False)
    chain.advance(7)
    assert chain.get("Notes") == ("before", "kept", "later")


def test_a_failed_inner_attempt_leaves_the_outer_one() -> None:
    chain = Chain(1)
    with chain.attempt():
        note(chain, "outer")
        with pytest.raises(ValueError, match="inner"), chain.attempt():
            note(chain, "inner")
            raise ValueError("inner")
        note(chain, "after")
    assert chain.get("Notes") == ("outer", "after")
    assert [(event.index, event.values) for event in chain.events] == [(0, ("outer",)), (1, ("after",))]


def test_what_was_attempted_is_gone_back_over() -> None:
    chain = Chain(1)
    chain.advance(5)
    chain.finalise(4)
    with pytest.raises(ValueError, match="no"), chain.attempt():
        note(chain, "never")
        raise ValueError("no")
    with chain.attempt():
        note(chain, "once")
    chain.go_back(4)
    assert (chain.get("Notes"), chain.events) == (None, [])


def test_computed_items_give_way_to_what_is_put() -> None:
    chain = Chain(1)
    chain.compute("Blocks", lambda _chain, block, _key: block)
    squares = Computed(lambda _chain, block, key: key[0] ** 2 if key[0] <= block else None, _up_to)
    chain.compute("Squares", squares)
    chain.advance(3)
    chain.put("Squares", 100, 2)
    chain.advance(4)
    assert (chain.get("Blocks"), chain.get_at(2, "Blocks")) == (4, 2)
    assert list(chain.keys("Blocks")) == [()]
    assert [chain.get("Squares", number) for number in range(6)] == [0, 1, 100, 9, 16, None]
    assert chain.get_at(2, "Squares", 2) is None
    assert sorted(chain.keys("Squares")) == [(0,), (1,), (2,), (3,), (4,)]
    assert {"Blocks", "Squares"} <= set(chain.items())


def _up_to(_chain: Chain, block: int) -> Any:
    return ((number,) for number in range(block + 1))


def test_events_are_found_by_block() -> None:
    chain = Chain(1)
    for block in (2, 2, 5):
        chain.transaction(block, note, f"in {block}")
    chain.advance(9)
    assert [len(chain.events_of(block)) for block in (1, 2, 3, 5, 9)] == [0, 2, 0, 1, 0]
