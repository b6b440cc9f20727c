"""A bare address arrives as it is on every channel, as one link, whatever signs it has and whatever stands around it."""

import html
import re

import pytest
from hypothesis import given, settings

from secretariat.desk.links import address_in, end_of
from secretariat.desk.parts import parts_of
from secretariat.desk.spans import plain, with_addresses
from secretariat.effects.chat import discord, telegram
from secretariat.formats.markdown import rendered
from tests.desk.addresses_in_texts import SURROUNDED


@pytest.mark.parametrize(
    ("found", "address"),
    [
        ("https://a.b/c", "https://a.b/c"),
        ("https://a.b/c.", "https://a.b/c"),
        ("https://a.b/c).", "https://a.b/c"),
        ("https://a.b/c_(d)", "https://a.b/c_(d)"),
        ("https://a.b/c_(d)).", "https://a.b/c_(d)"),
        ("https://a.b/c](https://d.e)", "https://a.b/c"),
        ("https://a.b/?c[]=d[0]", "https://a.b/?c[]=d[0]"),
        ("https://[2001:db8::1]/c", "https://[2001:db8::1]/c"),
        ("https://a.b/__c__", "https://a.b/__c__"),
        ("https://a.b/c**", "https://a.b/c"),
        ("https://a.b/c||", "https://a.b/c"),
        ("https://a.b/c\\*", "https://a.b/c"),
    ],
)
def test_what_ends_a_sentence_or_a_bracket_is_no_part_of_an_address(found: str, address: str) -> None:
    assert address_in(found) == address


def test_an_address_is_found_at_its_colon() -> None:
    text = "_See xhttps://a.b/c_ and ftp://a.b"
    assert end_of(text, text.index("://a"), slanted=True) == text.index("_ and")
    assert end_of(text, text.index("://a"), slanted=False) == text.index(" and")
    assert end_of(text, text.rindex("://"), slanted=False) is None
    assert end_of("https://.", 5, slanted=False) is None


@pytest.mark.parametrize(
    ("text", "letters", "links"),
    [
        (r"https://a.b/c\_d\*e", "https://a.b/c_d*e", ["https://a.b/c_d*e"]),
        (r"https://a.b/c\.d", "https://a.b/c.\u2060d", ["https://a.b/c"]),
        ("[https://a.b/__c__](https://d.e)", "https://a.b/__c__", ["https://d.e"]),
        ("`https://a.b/__c__`", "https://a.b/__c__", []),
        ("https://", "https://", []),
        ("**https:// and** https://a.b/__c__", "https:// and https://a.b/__c__", ["https://a.b/__c__"]),
        ("**not closed https://a.b/c**d", "**not closed https://a.b/c**d", ["https://a.b/c**d"]),
        ("https://a.b/c_ ", "https://a.b/c_ ", ["https://a.b/c_"]),
    ],
)
def test_what_is_an_address_and_what_is_not(text: str, letters: str, links: list[str]) -> None:
    made = plain(text)
    assert made.text == letters
    assert [one.url for one in made.spans if one.kind == "link"] == links


@settings(max_examples=400, deadline=None)
@given(SURROUNDED)
def test_a_bare_address_arrives_exactly_and_as_one_link(given_text: tuple[str, str]) -> None:
    address, text = given_text
    made = plain(text)
    links = [made.text[one.start : one.start + one.length] for one in made.spans if one.url == address]
    assert links == [address]
    assert with_addresses(made).count(address) >= 1
    assert f" ({address})" not in with_addresses(made), "once, not as words with an address after them"


@settings(max_examples=200, deadline=None)
@given(SURROUNDED)
def test_telegram_gets_it_as_an_entity_and_discord_as_it_is(given_text: tuple[str, str]) -> None:
    address, text = given_text
    body = telegram.body_of("7", text)
    letters = body["text"].encode("utf-16-le")
    linked = [one for one in body["entities"] if one.get("url") == address]
    assert [letters[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le") for one in linked] == [
        address
    ]
    assert address in discord.body_of(text, ())["content"]


@settings(max_examples=200, deadline=None)
@given(SURROUNDED)
def test_who_approves_sees_it_as_it_is(given_text: tuple[str, str]) -> None:
    address, text = given_text
    hidden = re.search(r"^\[[^\n]*\]: +http", text, re.MULTILINE)  # a definition, which the forum shows nothing of
    for channel in ("discord", "telegram", "email", *(() if hidden else ("chain", "file"))):
        assert address in html.unescape(re.sub(r"<[^>]*>", "", rendered(text, channel=channel))), channel


@settings(max_examples=100, deadline=None)
@given(SURROUNDED)
def test_no_part_ends_within_it(given_text: tuple[str, str]) -> None:
    address, text = given_text
    whole = "\n".join(["Some words of a sentence. Another sentence.", text] * 65)
    for channel in ("discord", "telegram"):
        parts = parts_of(channel, whole, (), "d4.1")
        assert len(parts) > 1
        assert sum(one.text.count(address) for one in parts) == whole.count(address)
