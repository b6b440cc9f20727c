"""The page of the forum: what waits for an answer, what is dormant, what may fit elsewhere; dismissing and opening again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secretariat.facts.records import QUERY_NODE
from secretariat.store.engine import writing
from secretariat.store.live_rows import put_records
from tests.duties.forum.invented import DAY, HEAD, Post, World, proposal
from tests.duties.forum.test_rules import PRE, STORAGE, VOTES
from tests.flow.desk.desk import read_chain
from tests.web.desk_here import ROLES, Served, served_desk

ASKED = Post(author=12, block=HEAD - DAY, text="Where is the <b>salt</b> of a vote kept?")
WORLD = World(
    threads={
        **STORAGE,
        **VOTES,
        **PRE,
        7: ("Salt of votes", 2, (ASKED,)),
        9: ("Minutes", 1, (replace(ASKED, block=HEAD - 5, text="Who writes them?"),)),
        50: ("Two storage servers, their buckets", 2, (Post(author=12, block=HEAD - 100),)),
    },
    proposals=(proposal(4, "Help for newcomers", block=HEAD - 2 * DAY),),
    discussions={4: (replace(ASKED, text="What does it cost?"),)},
)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with served_desk(f"sqlite:///{tmp_path}/store.db") as made:
        yield made


def put(served: Served, world: World = WORLD) -> None:
    """Put an invented forum into the store, and the desk's clock to its head."""
    with writing(served.context.engine) as connection:
        put_records(
            connection,
            f"{QUERY_NODE}/invented",
            QUERY_NODE,
            [one for one in world.records() if one.format == QUERY_NODE],
        )
    served.desk.block = world.head
    read_chain(served.context, world.head)


@pytest.mark.parametrize("name", sorted(ROLES))
def test_everybody_of_the_desk_sees_what_waits(served: Served, name: str) -> None:
    put(served)
    page = served.browser(name).get("/forum")
    assert page.status_code == 200
    assert '<a href="/forum" aria-current="page">Forum</a>' in page.text
    for there in (
        "Where is the",
        "What does it cost?",
        "Who writes them?",
        "Pre-proposal: captions for videos",
        "Two storage servers",
    ):
        assert there in page.text
    assert "<b>salt</b>" not in page.text
    assert page.text.count(">unanswered<") == 2
    assert "2026-01-01 00:00 UTC" in page.text
    assert page.text.count(">new<") == 1
    assert "known: 1; followed by a proposal: 0; dormant now: 1." in page.text
    assert ('action="/forum/p70/dismiss"' in page.text) == (name in ("ada", "dan"))


def test_a_question_is_dismissed_with_a_reason_and_opened_again(served: Served) -> None:
    put(served)
    ada = served.browser("ada")
    refused = ada.send("/forum/p70/dismiss", why=" ")
    assert refused.status_code == 400
    assert "Say why" in refused.text
    assert 'href="/forum"' in refused.text
    done = ada.send("/forum/p70/dismiss", why="it was answered in a call")
    assert (done.status_code, done.headers["location"]) == (303, "/forum")
    page = ada.get("/forum").text
    assert "The question in p70 is dismissed" in page
    assert "ada: it was answered in a call" in page
    assert page.count(">unanswered<") == 1
    assert ada.send("/forum/p70/reopen").status_code == 303
    assert ada.get("/forum").text.count(">unanswered<") == 2
    assert "decided on a question" in ada.get("/journal").text


@pytest.mark.parametrize("name", ["p999", "x1", "p70p", "q70"])
def test_what_is_no_question_is_refused(served: Served, name: str) -> None:
    put(served)
    assert served.browser("ada").send(f"/forum/{name}/dismiss", why="x").status_code == 400


def test_who_may_not_note_dismisses_nothing(served: Served) -> None:
    put(served)
    assert served.browser("vic").send("/forum/p70/dismiss", why="x").status_code == 403
    assert served.browser("ada").get("/forum").text.count(">unanswered<") == 2


def test_nobody_else_sees_it(served: Served) -> None:
    put(served)
    found = served.browser().get("/forum")
    assert (found.status_code, found.headers["location"]) == (302, "/sign-in")


def test_what_is_not_known_is_said(served: Served) -> None:
    put(served, World())
    page = served.browser("ada").get("/forum").text
    assert "Nobody waits for an answer." in page
    assert "The adviser is sure of none." in page
