"""Contacts: by which channel a member is reached, why by none, and when a contact's time is over."""

import pytest

from secretariat.desk.addresses import is_discord_id, is_email, is_telegram
from secretariat.desk.contacts import (
    REACHES,
    Contact,
    KeptContact,
    Reach,
    to_forget,
    way_to,
    why_no_way,
    without_addresses,
)
from secretariat.facts.moments import Moment

ALL: dict[Reach, bool] = dict.fromkeys(REACHES, True)
ADA = Contact(
    member_id=12, discord_user_id="111111111111111112", telegram="700012", email="ada@practice.example", consent=True
)


def contact(**given: object) -> Contact:
    return Contact(**{"member_id": 12, "consent": True, **given})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "on", "way", "why"),
    [
        (ADA, ALL, "telegram", ""),
        (contact(discord_user_id="111111111111111112", channel="discord"), ALL, None, "they gave Discord alone"),
        (contact(email="a@b.example", channel="discord"), ALL, "email", ""),
        (ADA, {"email": True}, "email", ""),
        (contact(email="a@b.example", telegram="7", channel="email"), ALL, "email", ""),
        (contact(email="a@b.example", telegram="7"), ALL, "telegram", ""),
        (contact(email="a@b.example", channel="telegram"), ALL, "email", ""),
        (None, ALL, None, "no contact is known"),
        (contact(), ALL, None, "has no address"),
        (ADA, {}, None, "the settings have none of their channels"),
        (contact(telegram="@ada_practice"), ALL, None, "can write to them once they wrote to it"),
        (contact(telegram="-1001234567890"), ALL, None, "no id of a chat with them alone"),
        (contact(email="a@b.example", opted_out=True), ALL, None, "asked not to be contacted"),
        (Contact(member_id=12, email="a@b.example"), ALL, None, "did not consent"),
    ],
)
def test_how_a_member_is_reached(given: Contact | None, on: dict[Reach, bool], way: Reach | None, why: str) -> None:
    assert way_to(given, on) == way
    assert why in why_no_way(given, on)
    assert bool(why_no_way(given, on)) is (way is None)


def test_without_consent_no_address_is_left() -> None:
    bare = without_addresses(
        Contact(member_id=12, discord_name="ada", email="a@b.example", source="thread", date="2026-03-01")
    )
    assert bare == Contact(member_id=12, source="thread", date="2026-03-01")


@pytest.mark.parametrize(
    ("kept_block", "last", "in_role", "after", "over"),
    [
        (50, 250, False, 2, False),  # the terms from 300 on began once since
        (50, 250, False, 1, True),
        (50, 150, False, 2, True),
        (50, 150, True, 2, False),
        (50, 199, False, 2, True),
        (50, 200, False, 2, False),  # a term begins in the last block of the role: it counts from the next one
        (150, None, False, 2, True),
        (250, None, False, 2, False),
        (1000, 50, False, 2, False),  # given after the last role: it counts from when it was given
        (150, 50, False, 2, True),
        (150, 50, False, 3, False),
        (None, 50, False, 1, False),
        (None, None, False, 1, False),
    ],
)
def test_when_a_contacts_time_is_over(
    kept_block: int | None, last: int | None, *, in_role: bool, after: int, over: bool
) -> None:
    kept = KeptContact(contact=ADA, kept_at=Moment("2026-03-01T00:00:00Z"), kept_block=kept_block)
    assert to_forget(kept, last, in_role=in_role, terms_began=(100, 200, 300), after_terms=after) is over


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("ada@practice.example", True),
        ("a.b+c@sub.practice.example", True),
        ("ada", False),
        ("@practice.example", False),
        ("ada@localhost", False),
        ("ada@practice.example\n", False),
        ("ada @practice.example", False),
        ("a..b@practice.example", False),
        (f"{'a' * 65}@practice.example", False),
        (f"a@{'b' * 250}.example", False),
        ("a@b.example, c@d.example", False),
        ("“ada”@practice.example", False),
    ],
)
def test_what_is_an_email_address(text: str, *, email: bool) -> None:
    assert is_email(text) is email


def test_what_is_an_id_on_discord_and_telegram() -> None:
    assert is_discord_id("1" * 17)
    assert not any(is_discord_id(text) for text in ("", "1" * 16, "1" * 21, "0" * 17, "１" * 17, "1" * 17 + "\n"))
    assert all(is_telegram(text) for text in ("7", "700012", "@ada_practice"))
    assert not any(
        is_telegram(text) for text in ("", "0", "-7", "-1001234567890", "ada", "@ad", "@1ada", "@ada practice", "７")
    )
