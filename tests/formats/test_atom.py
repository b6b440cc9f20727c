"""The feed: what RFC 4287 asks for, the newest first, strangers' words as letters."""

import xml.etree.ElementTree as ET

from secretariat.facts.moments import Moment
from secretariat.formats.atom import FeedEntry, render

ATOM = "{http://www.w3.org/2005/Atom}"


def entry(digest: str, at: str, text: str = "Voting ends soon.") -> FeedEntry:
    """Make an entry."""
    return FeedEntry(digest=digest, title=f"About {digest}", text=text, where="discord", at=Moment(at))


def made(*entries: FeedEntry) -> bytes:
    """Render a feed."""
    return render(entries, title="T", subtitle="S", about="0xab", updated=Moment("2026-01-01T00:00:00Z"))


def test_it_has_what_the_standard_asks_for() -> None:
    """Each feed and entry has id, title and updated; the author stands in the feed."""
    feed = ET.fromstring(made(entry("a", "2026-01-02T00:00:00Z"), entry("b", "2026-01-03T00:00:00Z")))
    assert feed.tag == f"{ATOM}feed"
    for each in (feed, *feed.findall(f"{ATOM}entry")):
        assert all(each.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Secretariat"
    assert feed.findtext(f"{ATOM}updated") == "2026-01-03T00:00:00Z"
    assert [each.findtext(f"{ATOM}title") for each in feed.findall(f"{ATOM}entry")] == ["About b", "About a"]


def test_it_says_where_it_is_kept_up_where_that_is_known() -> None:
    assert ET.fromstring(made()).find(f"{ATOM}link") is None
    updated = Moment("2026-01-01T00:00:00Z")
    told = render((), title="T", subtitle="S", about="0xab", updated=updated, here="https://dao.example/feed.atom?a&b")
    (link,) = ET.fromstring(told).findall(f"{ATOM}link")
    assert (link.get("rel"), link.get("href")) == ("self", "https://dao.example/feed.atom?a&b")


def test_an_entry_keeps_its_id_whatever_comes_after_it() -> None:
    """A reader's program tells entries apart by id."""
    first = entry("a", "2026-01-02T00:00:00Z")
    alone, beside = (ET.fromstring(each) for each in (made(first), made(entry("b", "2026-01-03T00:00:00Z"), first)))
    of = {each.findtext(f"{ATOM}title"): each.findtext(f"{ATOM}id") for each in beside.findall(f"{ATOM}entry")}
    assert alone.findtext(f"{ATOM}entry/{ATOM}id") == of["About a"]
    assert len(set(of.values())) == 2


def test_hostile_words_are_letters() -> None:
    """Markup is text, and a sign that XML cannot hold or that turns a line stands as its number."""
    text = "<script>alert(1)</script> & ]]> \u202egnp \x00\x0b"
    feed = ET.fromstring(made(entry("a", "2026-01-02T00:00:00Z", text)))
    content = feed.find(f"{ATOM}entry/{ATOM}content")
    assert content is not None
    assert content.get("type") == "text"
    assert content.text == "<script>alert(1)</script> & ]]> [U+202E]gnp [U+0000][U+000B]"


def test_a_feed_without_entries_is_one() -> None:
    """It is as old as the facts."""
    assert ET.fromstring(made()).findtext(f"{ATOM}updated") == "2026-01-01T00:00:00Z"
