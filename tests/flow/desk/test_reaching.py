"""Who can be written to and rung: one rule for every duty, and addresses at which a channel said for good that nobody is reached."""

from pathlib import Path
from typing import Any

import pytest

from secretariat.config import Config
from secretariat.desk.contacts import Contact
from secretariat.duties.proposals.settings import Settings as Proposals
from secretariat.effects.chat.settings import DiscordSettings
from secretariat.flow import ask_desk, contacts
from secretariat.flow.decide import findings as settling
from secretariat.store.contacts import keep_contacts
from secretariat.store.engine import writing
from tests.duties.proposals.invented import BEGAN
from tests.flow.desk.desk import time_of
from tests.flow.desk.test_contacts import HEADER
from tests.flow.desk.test_digests_arrive import BEGUN, Town, town

__all__ = ["town"]

NOTICE = f"proposals/notice/7/{BEGAN + 1_000}"
VOTED = {11: "A", 13: "R"}
"""Member 12 alone has not voted, and their vote decides."""
GONE = "700099"
"""A chat that Telegram does not have."""
ANSWER = "Telegram answered 400: Bad Request: chat not found"


def kept(made: Town, **given: Any) -> None:
    """Keep a contact of member 12 alone, who consented."""
    with writing(made.desk.engine) as connection:
        keep_contacts(connection, [Contact(**{"member_id": 12, "consent": True, **given})], time_of(BEGAN), BEGAN)


def rings(made: Town) -> None:
    """Name all three of the council to be rung in its place, on Discord."""
    told = Proposals(discord="council", mentions={11: "70011", 12: "70012", 13: "70013"})
    discord = DiscordSettings(channels={"council": "1"})
    made.desk.settings = Config(settings={**made.desk.settings.settings, "discord": discord, "proposals": told})


def why(made: Town, key: str) -> str:
    return next(one.why for one in ask_desk.tasks(made.desk.context).tasks if one.key == key)


def way(made: Town, member: int) -> str | None:
    return next(one.way for one in contacts.contacts(made.desk.context).listed if one.contact.member_id == member)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"opted_out": True}, True),
        ({"consent": False}, True),
        ({"digest": False}, True),
        ({}, False),
        ({"email": "bert@practice.example"}, False),
        ({"email": "bert@practice.example", "digest": False}, False),
        ({"email": "bert@practice.example", "opted_out": True}, True),
    ],
)
def test_whom_no_place_may_ring_the_councils_place_is_told_in_general(
    town: Town, said: dict[str, Any], *, told: bool
) -> None:
    """Members 11 and 13 voted; the settings name 12 to be rung, and their contact decides."""
    rings(town)
    kept(town, **said)
    standing = town.day(BEGUN, votes=VOTED)
    assert "proposals/unvoted/12" in standing
    assert (NOTICE in standing) is told
    assert ("contacts/unreachable/12" in standing) is told


def test_an_address_that_bounced_gives_way_to_the_next_one_on_file(town: Town) -> None:
    kept(town, telegram=GONE, email="bert@practice.example", channel="telegram")
    town.day(BEGUN, votes=VOTED)
    (done,) = town.deliver(BEGUN)
    assert (done.state, done.says) == ("failed", f"nobody is reached at the address: {ANSWER}")
    standing = town.day(BEGUN + 10, votes=VOTED)
    assert "contacts/unreachable/12" not in standing
    assert [one.state for one in town.deliver(BEGUN + 10)] == ["sent"]
    assert [(one.sink, one.to) for one in town.arrived] == [("mail", "bert@practice.example")]
    (listed,) = (one for one in contacts.contacts(town.desk.context).listed if one.contact.member_id == 12)
    assert (listed.way, listed.why) == ("email", "")
    assert listed.bounced == f"nobody is reached at their address on Telegram: {ANSWER} ({_minute(BEGUN)} UTC)"


def test_without_another_address_somebody_is_told_what_was_answered_and_when(town: Town, tmp_path: Path) -> None:
    kept(town, telegram=GONE)
    town.day(BEGUN, votes=VOTED)
    town.deliver(BEGUN)
    assert "contacts/unreachable/12" in town.day(BEGUN + 10, votes=VOTED)
    told = why(town, "contacts/unreachable/12")
    assert f"{ANSWER} ({_minute(BEGUN)} UTC)" in told
    assert GONE not in told
    assert way(town, 12) is None
    assert "contacts/unreachable/12" in town.day(BEGUN + 20, votes=VOTED), "its words are withdrawn"
    file = tmp_path / "contacts.csv"
    file.write_text(f"{HEADER}\n12,,,{GONE},,,,yes,by mail,2026-01-01\n", encoding="utf-8")
    assert contacts.import_contacts(town.desk.context, file).problems == ()
    assert way(town, 12) == "telegram", "it was given anew"


def test_an_item_that_is_to_be_sent_again_gives_the_address_another_chance(town: Town) -> None:
    kept(town, telegram=GONE)
    town.day(BEGUN, votes=VOTED)
    assert [one.state for one in town.deliver(BEGUN)] == ["failed"]
    assert way(town, 12) is None
    settling.settle(town.desk.context, "o1", sent=False, why="They wrote to the bot.")
    assert way(town, 12) == "telegram"


def test_a_member_who_was_told_another_way_is_not_reached_at_the_address_again(town: Town, tmp_path: Path) -> None:
    """Somebody rang them: that the item counts as sent says nothing of the chat, before nor after the contact is given anew."""
    kept(town, telegram=GONE, email="bert@practice.example", channel="telegram")
    town.day(BEGUN, votes=VOTED)
    assert [one.state for one in town.deliver(BEGUN)] == ["failed"]
    settling.settle(town.desk.context, "o1", sent=True, why="I rang them.")
    (listed,) = (one for one in contacts.contacts(town.desk.context).listed if one.contact.member_id == 12)
    assert (listed.way, listed.why) == ("email", "")
    assert listed.bounced == f"nobody is reached at their address on Telegram: {ANSWER} ({_minute(BEGUN)} UTC)"
    with writing(town.desk.engine) as connection:
        contact = Contact(member_id=12, consent=True, telegram=GONE)
        keep_contacts(connection, [contact], time_of(BEGUN + 5), BEGUN + 5)
    assert way(town, 12) == "telegram", "it was given anew"


def test_a_contact_that_was_erased_lets_nobody_ring_its_member(town: Town) -> None:
    """Whether they had opted out went with it."""
    rings(town)
    kept(town, opted_out=True)
    contacts.erase(town.desk.context, 12, why="Two terms went by.")
    standing = town.day(BEGUN, votes=VOTED)
    assert {"contacts/unreachable/12", "proposals/unvoted/12"} <= set(standing)
    assert NOTICE in standing
    assert "their contact was erased" in why(town, "contacts/unreachable/12")
    assert "Do not write to them" in why(town, "contacts/unreachable/12")
    assert not [one for one in ask_desk.drafts(town.desk.context).drafts if one.key == "proposals/unvoted/12"]


def _minute(block: int) -> str:
    return time_of(block)[:16].replace("T", " ")
