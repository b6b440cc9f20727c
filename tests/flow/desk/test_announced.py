"""Calendar and feed as the desk publishes them: what arrived and is for the public, and nothing else."""

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from secretariat.desk.acts import Destination
from secretariat.duties.leaderboard.settings import Settings
from secretariat.flow.announced import announced
from secretariat.flow.decide import drafts
from secretariat.store.engine import writing
from secretariat.store.schema import outbox
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import Desk, desk

ATOM = "{http://www.w3.org/2005/Atom}"


TEXT = (
    "# For all\n- **Proposal 4** by hugo\\_harbor\\.example: [here](https://example.org/__a__), https://example.org/_b_/c, "
    "`x_y`, [[time 100]]"
)
LETTERS = (
    "For all\n• Proposal 4 by hugo_harbor.example: here (https://example.org/__a__), https://example.org/_b_/c, x_y, "
)


IN_TOWN: dict[str, Any] = {"channel": "file", "destination": Destination(place="town.md")}


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    return desk(f"sqlite:///{tmp_path}/store.db")


def test_only_what_arrived_and_is_for_the_public_stands_in_the_feed(made: Desk) -> None:
    """A text for the council, and one that waits, are in nothing that the public is given."""
    made.review(
        finding("elections/one/1", wanted(text=TEXT, title="Public *words*"), audience="public"),
        finding("elections/two/1", wanted(text="For the council."), audience="council"),
        finding("elections/three/1", wanted(text="Not sent yet."), audience="public"),
    )
    for name in ("d1.1", "d2.1", "d3.1"):
        drafts.approve(made.context, name)
    with writing(made.context.engine) as connection:
        arrived = update(outbox).where(outbox.c.draft.in_((1, 2)))
        connection.execute(arrived.values(state="sent", settled_at="2026-03-01T00:00:00Z", receipt="9"))
    files = dict(announced(made.context, ("Practice.",)))
    feed = ET.fromstring(files["feed.atom"])
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Public words"
    content = str(entry.findtext(f"{ATOM}content"))
    assert content.startswith(LETTERS), "plain text, as the contract says"
    assert "[[" not in content
    assert feed.findtext(f"{ATOM}subtitle") == "Practice."
    assert dict(announced(made.context, ("Practice.",))) == files


def test_the_same_words_of_one_finding_in_two_places_are_one_entry(made: Desk) -> None:
    """The first that arrived stands in it. The same words of another finding are told again, and other words of the same one too."""
    twice = (
        wanted(text="Said."),
        wanted(part="town", text="Said.", **IN_TOWN),
        wanted(part="forum", text="Said otherwise."),
    )
    made.review(
        finding("elections/one/1", *twice, audience="public"),
        finding("elections/one/2", wanted(text="Said."), audience="public"),
    )
    for number in range(1, 5):
        drafts.approve(made.context, f"d{number}.1")
    with writing(made.context.engine) as connection:
        connection.execute(update(outbox).values(state="sent", settled_at="2026-03-01T00:00:00Z", receipt="9"))
    feed = ET.fromstring(dict(announced(made.context, ()))["feed.atom"])
    told = sorted(str(one.findtext(f"{ATOM}content")) for one in feed.findall(f"{ATOM}entry"))
    assert told == ["Said otherwise.", "Said.", "Said."]


def test_the_same_words_twice_in_the_same_place_are_two_entries(made: Desk) -> None:
    """They were told twice. What was told as often in another place adds nothing."""
    places = {"one": {}, "two": {}, "three": IN_TOWN, "four": IN_TOWN}
    said = (wanted(part=part, text="Said.", **place) for part, place in places.items())
    made.review(finding("elections/one/1", *said, audience="public"))
    for number in range(1, 5):
        drafts.approve(made.context, f"d{number}.1")
    with writing(made.context.engine) as connection:
        connection.execute(update(outbox).values(state="sent", settled_at="2026-03-01T00:00:00Z", receipt="9"))
    feed = ET.fromstring(dict(announced(made.context, ()))["feed.atom"])
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len({one.findtext(f"{ATOM}id") for one in entries}) == 2


@pytest.mark.parametrize("site", ["", "https://dao.example/desk", "https://dao.example/desk/"])
def test_the_feed_says_where_it_is_where_the_settings_say_where_the_site_is(tmp_path: Path, site: str) -> None:
    here = desk(f"sqlite:///{tmp_path}/store.db", leaderboard=Settings(site=site))
    here.review()
    link = ET.fromstring(dict(announced(here.context, ()))["feed.atom"]).find(f"{ATOM}link[@rel='self']")
    assert (None if link is None else link.get("href")) == ((site and "https://dao.example/desk/feed.atom") or None)
