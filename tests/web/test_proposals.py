"""The page of proposals: until when votes count, counts, who has not voted, what waits; and what it does not know."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from secretariat.facts.records import CHAIN, QUERY_NODE
from secretariat.store.engine import writing
from secretariat.store.live_rows import put_records
from tests.duties.proposals.invented import BEGAN, ELECTION, Filed, World
from tests.flow.desk.desk import read_chain
from tests.web.desk_here import ROLES, Served, served_desk

HEAD_THERE = BEGAN + 2_000


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with served_desk(f"sqlite:///{tmp_path}/store.db") as made:
        yield made


def put(served: Served, *filed: Filed, **given: object) -> None:
    """Put an invented council's facts into the store, read at its head, and the desk's clock to it."""
    world = World(filed=filed, **given)  # type: ignore[arg-type]
    with writing(served.context.engine) as connection:
        for source in (CHAIN, QUERY_NODE):
            found = [one for one in world.records() if one.format == source]
            put_records(connection, f"{source}/invented", source, found)
    served.desk.block = world.head
    read_chain(served.context, world.head)


@pytest.mark.parametrize("name", sorted(ROLES))
def test_everybody_of_the_desk_sees_who_has_not_voted(served: Served, name: str) -> None:
    put(served, Filed(votes={11: "A"}), Filed(number=8, type="signal", title="A plan"))
    page = served.browser(name).get("/proposals")
    assert page.status_code == 200
    last = BEGAN + 1_000 + 43_199
    assert "Captions for films" in page.text
    assert "Funding request, by edda" in page.text
    assert f"{last:,}" in page.text
    assert "1 of 3" in page.text
    assert "approve 1" in page.text
    assert 'data-label="Has not voted">bert, cleo<' in page.text
    assert 'data-label="Has not voted">ada, bert, cleo<' in page.text
    assert "approved, rejected or expired" in page.text
    assert '<a href="/proposals" aria-current="page">Proposals</a>' in page.text


def test_nobody_else_sees_it(served: Served) -> None:
    put(served, Filed())
    found = served.browser().get("/proposals")
    assert (found.status_code, found.headers["location"]) == (302, "/sign-in")


def test_what_is_approved_waits_and_what_is_dormant_too(served: Served) -> None:
    approved = Filed(approved_at=BEGAN + 1_900)
    dormant = Filed(number=8, dormant=True, constitutionality=2, confirmations=1)
    put(served, approved, dormant)
    page = served.browser("vic").get("/proposals").text
    assert "No proposal is being voted on." in page
    assert f"Approved; it is carried out in block {BEGAN + 3_100:,}" in page
    assert f"Approved by 1 of 2 councils in a row; the next council votes on it, from block {ELECTION:,} on" in page


def test_old_facts_say_nothing_about_who_has_voted(served: Served) -> None:
    put(served, Filed(votes={11: "A"}))
    served.desk.block = HEAD_THERE + 200
    page = served.browser("ada").get("/proposals").text
    assert "Nothing is said about who has voted: chain is at block" in page
    assert 'data-label="Has not voted">not known<' in page
    assert "cleo" not in page


def test_a_last_block_that_is_passed_and_another_branch_are_told(served: Served) -> None:
    filed = Filed(activated=ELECTION - 20_000)
    put(served, filed, head=ELECTION - 2, stage="revealing", began=ELECTION - 57_600, ends=ELECTION)
    page = served.browser("ada").get("/proposals").text
    assert f"{ELECTION - 2:,}, which is passed" in page
    assert f"If the election begins anew: {ELECTION + 23_199:,}" in page


def test_hostile_words_of_strangers_are_shown_as_letters(served: Served) -> None:
    put(served, Filed(title="<script>alert(1)</script>\u202egnp"), handles={11: "<b>ada</b>", 20: "<i>"})
    page = served.browser("ada").get("/proposals").text
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert "&lt;b&gt;ada&lt;/b&gt;" in page


def test_without_the_council_s_facts_it_says_what_to_do(served: Served) -> None:
    page = served.browser("ada").get("/proposals")
    assert page.status_code == 200
    assert "secretariat sync" in page.text
