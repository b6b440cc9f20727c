"""Items that a wallet signs: each change is made only where the item still stands as it was read, on both databases."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, Engine, insert, update

from secretariat.facts.moments import Moment
from secretariat.store import hand_off as items
from secretariat.store.engine import open_store, reading, writing
from secretariat.store.hand_off import Handed
from secretariat.store.outbox import withdraw_waiting
from secretariat.store.schema import outbox

AT = Moment("2030-01-01T00:00:00Z")


@pytest.fixture
def store(store_url: str) -> Engine:
    engine = open_store(store_url)
    with writing(engine) as connection:
        row = {
            "draft": 3,
            "act": "{}",
            "digest": "d",
            "state": "signing",
            "queued_at": "2030-01-01T00:00:00Z",
            "tries": 0,
            "receipt": "",
            "why": "",
        }
        connection.execute(insert(outbox).values(**row, revision=1))
        connection.execute(insert(outbox).values(**row, revision=2))
    return engine


def item(engine: Engine, revision: int = 1) -> Handed:
    with reading(engine) as connection:
        (found,) = items.of_draft(connection, 3, revision)
    return found


def done(engine: Engine, change: Callable[[Connection], bool]) -> bool:
    with writing(engine) as connection:
        return change(connection)


def test_items_are_found_by_draft_and_revision(store: Engine) -> None:
    assert [item(store, revision).name for revision in (1, 2)] == ["d3.1", "d3.2"]
    with reading(store) as connection:
        assert [one.revision for one in items.of_draft(connection, 3, None)] == [1, 2]
        assert items.of_draft(connection, 4, None) == ()
        assert items.on_their_way(connection) == ()


def test_a_request_is_replaced_only_as_it_was_read(store: Engine) -> None:
    empty = item(store)
    assert done(store, lambda c: items.put_request(c, empty, "one"))
    assert not done(store, lambda c: items.put_request(c, empty, "two"))
    assert done(store, lambda c: items.put_request(c, item(store), "three"))
    assert (item(store).request, item(store, 2).request) == ("three", None)


def test_of_two_signatures_one_is_stored(store: Engine) -> None:
    done(store, lambda c: items.put_request(c, item(store), "asked"))
    read = item(store)
    assert done(store, lambda c: items.put_signed(c, read, "signed", "0x1"))
    assert not done(store, lambda c: items.put_signed(c, read, "signed", "0x2"))
    assert not done(store, lambda c: items.put_signed(c, item(store), "signed", "0x2"))
    assert not done(store, lambda c: items.put_request(c, item(store), "another"))
    assert item(store).extrinsic == "0x1"
    with reading(store) as connection:
        assert [one.name for one in items.on_their_way(connection)] == ["d3.1"]


def test_a_withdrawn_item_takes_no_signature_and_a_signed_one_is_followed_although_withdrawn(store: Engine) -> None:
    done(store, lambda c: items.put_request(c, item(store), "asked"))
    for revision in (1, 2):
        done(store, lambda c, r=revision: items.put_request(c, item(store, r), "asked"))  # type: ignore[misc]
    done(store, lambda c: items.put_signed(c, item(store), "signed", "0x1"))
    with writing(store) as connection:
        connection.execute(update(outbox).values(state="withdrawn"))
    assert not done(store, lambda c: items.put_signed(c, item(store, 2), "signed", "0x2"))
    assert done(store, lambda c: items.put_progress(c, item(store), "further"))
    settled = item(store)
    assert done(store, lambda c: items.settle(c, settled, sent=True, receipt="{}", why="", at=AT))
    assert (item(store).state, item(store, 2).state) == ("sent", "withdrawn")
    assert not done(store, lambda c: items.settle(c, settled, sent=False, receipt="", why="x", at=AT))


def test_what_a_wallet_signed_is_not_taken_back(store: Engine) -> None:
    done(store, lambda c: items.put_request(c, item(store), "asked"))
    done(store, lambda c: items.put_signed(c, item(store), "signed", "0x1"))
    assert done(store, lambda c: withdraw_waiting(c, 3, at=AT, why="gone"))
    assert [item(store, revision).state for revision in (1, 2)] == ["signing", "withdrawn"]
    assert not done(store, lambda c: withdraw_waiting(c, 3, at=AT, why="gone"))


def test_what_was_told_of_a_request_before_is_not_told_of_the_one_that_is_signed(store: Engine) -> None:
    done(store, lambda c: items.put_request(c, item(store), "first"))
    done(store, lambda c: items.forget_request(c, item(store), why="its era is over"))
    done(store, lambda c: items.put_request(c, item(store), "second"))
    assert item(store).why == "its era is over"
    assert done(store, lambda c: items.put_signed(c, item(store), "signed", "0x12"))
    assert item(store).why == ""


def test_what_cannot_happen_any_more_is_forgotten_once(store: Engine) -> None:
    done(store, lambda c: items.put_request(c, item(store), "asked"))
    done(store, lambda c: items.put_signed(c, item(store), "signed", "0x1"))
    read = item(store)
    done(store, lambda c: items.put_progress(c, read, "further"))
    assert not done(store, lambda c: items.forget_request(c, read, why="over"))
    assert done(store, lambda c: items.forget_request(c, item(store), why="over"))
    found = item(store)
    assert (found.request, found.extrinsic, found.state, found.why) == (None, None, "signing", "over")
    assert not done(store, lambda c: items.put_progress(c, read, "further"))
