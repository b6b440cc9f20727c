"""Which addresses bounced, by items of the outbox: what was settled last at an address counts, and nothing but what the channel said of it."""

from typing import Any

import pytest

from secretariat.desk.acts import Act, Destination
from secretariat.desk.bounces import NOBODY_THERE, bounces_of
from secretariat.desk.contacts import Bounce, Contact, KeptContact
from secretariat.desk.outbox import Item
from secretariat.facts.moments import Moment

SAYS = "Telegram answered 400: Bad Request: chat not found"
BEFORE = f" Before, at 2026-03-03T10:00:00Z: {NOBODY_THERE}{SAYS}"
KEPT = KeptContact(
    contact=Contact(member_id=12, telegram="700012", consent=True), kept_at=Moment("2026-03-02T00:00:00Z"), kept_block=1
)


def item(day: int, why: str = f"{NOBODY_THERE}{SAYS}", **given: Any) -> Item:
    """Make an item to member 12 on Telegram that failed on a day of March."""
    place, channel = given.pop("place", "member/12"), given.pop("channel", "telegram")
    destination = Destination(place=place)
    act = Act(kind="message", channel=channel, destination=destination, finding="x/y/1", part="p", revision=1)
    at = Moment(f"2026-03-{day:02}T10:00:00Z")
    made = {"number": day, "draft": 1, "revision": 1, "act": act, "digest": "d", "state": "failed", "queued_at": at}
    return Item(**{**made, "settled_at": at, "why": why, **given})


@pytest.mark.parametrize(
    ("items", "on"),
    [
        ([item(3)], 3),
        ([item(3, f"part 2 of 3: {NOBODY_THERE}{SAYS}")], 3),
        ([item(4), item(3)], 4),
        ([item(3), item(4, "Telegram answered 401: Unauthorized")], 3),
        ([item(3), item(4, state="sent", why="", receipt="77")], None),
        ([item(4), item(3, state="sent", why="", receipt="77")], 4),
        ([item(3), item(4, state="sent", why="settled by ada: I rang them.")], 3),
        ([item(5, f"settled by ada: I rang them.{BEFORE}", state="sent")], 3),
        ([item(5, f"settled by ada: I rang them.{BEFORE}", state="sent"), item(4, state="sent", receipt="7")], None),
        ([item(5, f"settled by ada: I rang them.{BEFORE.replace('-03-03', '-03-01')}", state="sent")], None),
        ([item(1)], None),
        ([item(3, SAYS)], None),
        ([item(3, f"x {NOBODY_THERE}{SAYS}")], None),
        ([item(3, state="queued", settled_at=None)], None),
        ([item(3, place="member/13")], None),
        ([item(3, place="town")], None),
        ([item(3, channel="email")], None),
        ([], None),
    ],
    ids=[
        "bounced",
        "a part of it",
        "twice, told in another order",
        "another reason says nothing",
        "it arrived since",
        "it arrived before",
        "a person said that another one arrived",
        "a person said that it arrived",
        "a person said so and another one arrived in between",
        "a person said so since the contact was taken, and it bounced before",
        "before the contact was taken",
        "not said of the address",
        "said by somebody else",
        "to be sent again",
        "another member without a contact",
        "a place",
        "a channel that the contact has no address for",
        "nothing",
    ],
)
def test_what_was_settled_last_at_an_address_counts(items: list[Item], on: int | None) -> None:
    bounce = {} if on is None else {(12, "telegram"): Bounce(says=SAYS, at=Moment(f"2026-03-{on:02}T10:00:00Z"))}
    assert bounces_of(items, [KEPT]) == bounce
