"""A bare address arrives as it is on every channel, as one link, whatever signs it has and whatever stands around it."""

import html
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from secretariat.desk.links import address_in, end_of
from secretariat.desk.parts import parts_of
from secretariat.desk.spans import Plain, plain, with_addresses
from secretariat.effects.chat import discord, telegram
from secretariat.effects.mail.message import mail_of
from secretariat.effects.mail.settings import EmailSettings
from secretariat.formats.markdown import rendered
from tests.desk.addresses_in_texts import EMPHASISED, SURROUNDED

MAIL = EmailSettings(host="mail.practice.example", sender="office@practice.example")


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
    assert end_of(text, text.index("://a"), bars=1) == text.index("_ and")
    assert end_of(text, text.index("://a"), bars=0) == text.index(" and")
    assert end_of(text, text.rindex("://"), bars=0) is None
    assert end_of("https://.", 5, bars=0) is None


@pytest.mark.parametrize(
    ("found", "bars", "address"),
    [
        ("https://a.b/c__", 1, "https://a.b/c_"),
        ("https://a.b/c__", 2, "https://a.b/c"),
        ("https://a.b/c_", 3, "https://a.b/c"),
        ("https://a.b/c**_", 1, "https://a.b/c"),
        ("https://a.b/c_**_", 1, "https://a.b/c_"),
        ("https://a.b/c_.", 0, "https://a.b/c_"),
    ],
)
def test_of_the_bars_at_its_end_so_many_close_emphasis_as_are_open(found: str, bars: int, address: str) -> None:
    assert end_of(found, 5, bars=bars) == len(address)


@pytest.mark.parametrize(
    ("text", "address", "kinds"),
    [
        ("**see https://a.b/c_**", "https://a.b/c_", ["bold"]),
        ("_https://a.b/c_", "https://a.b/c", ["italic"]),
        ("*https://a.b*", "https://a.b", ["italic"]),
        ("_see https://a.b/c__", "https://a.b/c_", ["italic"]),
        ("__see https://a.b/c___", "https://a.b/c_", ["bold"]),
        ("||see https://a.b/c_||", "https://a.b/c_", ["spoiler"]),
        ("***https://a.b/c***", "https://a.b/c", ["bold", "italic"]),
        ("_**https://a.b/c**_", "https://a.b/c", ["italic", "bold"]),
        ("*see **https://a.b/c***", "https://a.b/c", ["italic", "bold"]),
    ],
)
def test_what_closes_emphasis_behind_an_address_is_no_part_of_it(text: str, address: str, kinds: list[str]) -> None:
    made = plain(text)
    assert [one.url for one in made.spans if one.url] == [address]
    assert [one.kind for one in made.spans if not one.url] == kinds
    assert made.text in (address, f"see {address}")


@pytest.mark.parametrize("row", ["________", "********", "~~~~", "||||", "_" * 20_000, "*" * 20_000])
def test_a_row_of_signs_stays(row: str) -> None:
    assert plain(row) == Plain(text=row)


@pytest.mark.parametrize(
    "piece",
    ["_https://a.b/_ ", "**https://a.b/_** ", "_*", "*_a", "https://a.b/_**_. ", "***a ", "__a ", "~~a ", "||a "],
)
@pytest.mark.timeout(60)  # what grows with the square would take minutes
def test_a_long_text_is_read_to_its_end(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    plain(text)
    rendered(text, channel="discord")


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


@settings(max_examples=400, deadline=None)
@given(EMPHASISED)
def test_emphasis_around_an_address_stays_on_telegram(given_text: tuple[str, tuple[str, ...], str]) -> None:
    address, kinds, text = given_text
    body = telegram.body_of("7", text)
    links = [one for one in body["entities"] if one.get("url") == address]
    assert [body["text"][one["offset"] : one["offset"] + one["length"]] for one in links] == [address]
    start, end = links[0]["offset"], links[0]["offset"] + len(address)
    over = [one["type"] for one in body["entities"] if one["offset"] <= start and end <= one["offset"] + one["length"]]
    assert tuple(sorted(over)) == tuple(sorted((*kinds, "text_link")))


@settings(max_examples=150, deadline=None)
@given(EMPHASISED)
def test_emphasis_around_an_address_stays_in_a_mail(given_text: tuple[str, tuple[str, ...], str]) -> None:
    address, kinds, text = given_text
    made = mail_of(MAIL, "c@d.example", "T", text, "d4.1", "ab" * 32, datetime(2026, 3, 1, tzinfo=UTC))
    plain_part, page = (made.get_body((kind,)).get_content() for kind in ("plain", "html"))  # type: ignore[union-attr]
    assert plain_part.count(address) == 1
    before, found, _ = page.partition(f'<a href="{html.escape(address)}">{html.escape(address)}</a>')
    assert found
    assert _open_in(before) == len(kinds)


def _open_in(page: str) -> int:
    """Count the elements of emphasis that are open at the end of a piece of HTML."""
    return sum(-1 if closes else 1 for closes in re.findall(r"<(/?)(?:strong|em|s)>", page))


@settings(max_examples=400, deadline=None)
@given(EMPHASISED)
def test_emphasis_around_an_address_is_seen_by_who_approves(given_text: tuple[str, tuple[str, ...], str]) -> None:
    address, kinds, text = given_text
    assert address in discord.body_of(text, ())["content"]
    for channel in ("discord", "telegram", "email", "chain", "file"):
        page = html.unescape(rendered(text, channel=channel))
        before, found, after = page.partition(address)
        assert found, channel
        assert _open_in(before) == len(kinds), channel
        assert not re.match(r"[*_~]", after), channel


@settings(max_examples=100, deadline=None)
@given(SURROUNDED)
def test_no_part_ends_within_it(given_text: tuple[str, str]) -> None:
    address, text = given_text
    whole = "\n".join(["Some words of a sentence. Another sentence.", text] * 65)
    for channel in ("discord", "telegram"):
        parts = parts_of(channel, whole, (), "d4.1")
        assert len(parts) > 1
        assert sum(one.text.count(address) for one in parts) == whole.count(address)
