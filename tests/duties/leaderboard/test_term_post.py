"""The post of each ended term: what moved with its base, nothing twice, withheld while the term's row is not published."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from secretariat.desk.findings import Finding
from secretariat.desk.neutrality.gate import concerns
from secretariat.duties.leaderboard import DUTY
from secretariat.duties.leaderboard.movements import LEAST_BASE, compare
from secretariat.duties.leaderboard.review import review
from secretariat.duties.leaderboard.rules_term import TOLD_BLOCKS
from secretariat.duties.leaderboard.settings import Settings
from secretariat.duties.leaderboard.terms import TABLE
from secretariat.duties.leaderboard.texts import NAMES, template
from secretariat.facts.amounts import tokens
from secretariat.facts.kinds import KINDS
from secretariat.facts.live_forum import LiveCategory
from secretariat.facts.published_terms import FIGURES, PUBLISHED, PublishedFigure, PublishedTerm
from secretariat.facts.records import AnyStated, Stated
from tests.duties.elections.invented import node
from tests.duties.terms.invented import BEGAN, World, category, thread

SETTINGS = Settings(discord="town", forum_category=4, member=900, site="https://example.org/council/")
TITLE = "Council 6: the term in figures"
BASE: dict[str, int] = {
    "applicants": 12,
    "votes": 100,
    "proposals": 40,
    "spending_executed": tokens(5_000),
    "issuance_end": tokens(1_000_000),
    "members_end": 1_000,
    "channels_end": 200,
    "threads_end": 300,
    "posts_end": 4_000,
    "content_bytes_end": 2_000_000_000,
}
MOVED = BASE | {
    "applicants": 18,
    "votes": 150,
    "proposals": 10,
    "spending_executed": tokens("5000.006"),
    "issuance_end": tokens(1_010_000),
    "members_end": 1_030,
    "channels_end": 220,
    "posts_end": 3_800,
    "content_bytes_end": 2_500_000_000,
}


def published(term: int, end: int, figures: dict[str, int], start: int | None = None) -> AnyStated:
    """State a term's row of the published table."""
    known = {name: PublishedFigure(value=value, source=f"made#{name}-{term}") for name, value in figures.items()}
    fact = PublishedTerm(term=term, start_block=start, end_block=end, figures=known)
    return Stated(kind=fact.KIND, key=str(term), file="tables/terms", format=PUBLISHED, line=term, fact=fact)


FIFTH = published(5, 599_999, BASE, 500_000)
SIXTH = published(6, BEGAN - 1, MOVED, 600_000)


def world(*more: AnyStated, head: int = BEGAN + 10, **given: Any) -> World:
    return World(head=head, more=(category(), *more), **given)


def concluded(of: World, settings: Settings = SETTINGS) -> dict[str, Finding]:
    return {one.key: one for one in review(of.snapshot(), of.now, settings)}


def post(of: World, settings: Settings = SETTINGS) -> Finding:
    return concluded(of, settings)["leaderboard/term/council-6"]


def test_what_moved_most_stands_first_with_its_base_and_a_small_base_has_no_percentage() -> None:
    (wanted,) = post(world(FIFTH, SIXTH)).wanted
    assert (wanted.kind, wanted.title, wanted.destination.category) == ("forum-thread", TITLE, 4)
    lines = [line for line in wanted.text.splitlines() if line.startswith("- ")]
    assert lines == [
        "- Term of council 6: blocks 600,000 to 999,999 (400,000 blocks)",
        "- Term of council 5: 100,000 blocks",
        "- Figures known in both terms: 10 of 17",
        "- Proposals made: 10, in the term before 40 (-30, -75.00 %)",
        "- Votes in the election of the council: 150, in the term before 100 (+50, +50.00 %)",
        "- Size of all content, at the end of the term: 2,500,000,000 bytes, in the term before 2,000,000,000 bytes"
        " (+500,000,000 bytes, +25.00 %)",
        "- Channels, at the end of the term: 220, in the term before 200 (+20, +10.00 %)",
        "- Forum posts, at the end of the term: 3,800, in the term before 4,000 (-200, -5.00 %)",
        "- Members of the network, at the end of the term: 1,030, in the term before 1,000 (+30, +3.00 %)",
        "- Total issuance, at the end of the term: 1,010,000.00 JOY, in the term before 1,000,000.00 JOY"
        " (+10,000.00 JOY, +1.00 %)",
        "- Paid by executed spending proposals: 5,000.01 JOY, in the term before 5,000.00 JOY (+0.01 JOY, +0.00 %)",
        "- Candidates in the election of the council: 18, in the term before 12 (+6)",
    ]
    assert "The same in both terms: Forum threads." in wanted.text
    assert "Left out, as not known in one of the two terms: Proposals approved, Paid to the council" in wanted.text
    assert wanted.text.endswith("https://example.org/council/tables/terms.html")


@pytest.mark.parametrize(
    ("name", "unit"), [("proposals", "count"), ("issuance_end", "tokens"), ("content_bytes_end", "bytes")]
)
def test_the_least_base_of_each_unit_is_the_first_that_has_a_percentage(name: str, unit: Any) -> None:
    for base, percent in ((LEAST_BASE[unit], Decimal("100.00")), (LEAST_BASE[unit] - 1, None), (0, None)):
        found = compare(published(5, 9, {name: base}).fact, published(6, 19, {name: base * 2 or 1}).fact)
        (one,) = (*found.largest, *found.small)
        assert one.percent == percent
        assert bool(found.largest) == (percent is not None)
        assert ("%" in one.words) == (percent is not None)


def test_once_the_thread_is_there_a_message_says_where_and_tells_five_figures() -> None:
    (wanted,) = post(world(FIFTH, SIXTH, thread(TITLE))).wanted
    assert (wanted.kind, wanted.destination.place) == ("message", "town")
    assert len([line for line in wanted.text.splitlines() if line.startswith("- ")]) == 5
    assert "All of them: https://pioneerapp.xyz/#/forum/thread/55" in wanted.text
    assert len(wanted.text) <= 1_900
    assert not any(said in wanted.text for said in ("Further", "too small", "The same", "Left out"))
    (practice,) = post(world(FIFTH, SIXTH, thread(TITLE), practice=True)).wanted
    assert "All of them: forum thread 55" in practice.text


@pytest.mark.parametrize(
    ("settings", "parts"),
    [
        (replace(SETTINGS, forum_category=None), ["discord"]),
        (replace(SETTINGS, member=None), ["discord"]),
        (replace(SETTINGS, forum_category=9), ["discord"]),
        (Settings(), []),
    ],
)
def test_without_a_forum_the_message_stands_alone_and_links_no_thread(settings: Settings, parts: list[str]) -> None:
    wanted = post(world(FIFTH, SIXTH), settings).wanted
    assert [one.part for one in wanted] == parts
    for one in wanted:
        assert "All of them" not in one.text
        assert (
            "Further figures that moved: Members of the network, Total issuance, Paid by executed spending" in one.text
        )
        assert "Moved from a figure too small for a percentage: Candidates in the election of the council." in one.text
        assert "The same in both terms: Forum threads." in one.text
        assert "Left out, as not known in one of the two terms: Proposals approved, Paid to the" in one.text
        assert len(one.text) <= 1_900
    assert ("leaderboard/settings/discord" in concluded(world(FIFTH, SIXTH), settings)) == (not settings.discord)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ((), "which it is compared with, is not in the published table"),
        ((FIFTH,), "not published as ended"),
        ((SIXTH,), "which it is compared with, is not in the published table"),
        ((FIFTH, published(6, BEGAN - 2, MOVED)), "not published as ended"),
        ((FIFTH, published(6, BEGAN - 1, {"uploads_end": 5})), "no figure is known in both terms"),
    ],
)
def test_while_the_figures_are_not_published_it_is_withheld_and_the_desk_says_so(rows: Any, why: str) -> None:
    found = concluded(world(*rows))
    assert list(found) == ["leaderboard/unpublished/council-6"]
    one = found["leaderboard/unpublished/council-6"]
    assert (one.audience, one.wanted, one.level) == ("desk", (), "task")
    assert why in one.why


def test_it_is_told_once_a_term_for_a_week_and_of_two_ended_terms_at_least() -> None:
    assert list(concluded(world(FIFTH, SIXTH, head=BEGAN + TOLD_BLOCKS))) == ["leaderboard/term/council-6"]
    assert concluded(world(FIFTH, SIXTH, head=BEGAN + TOLD_BLOCKS + 1)) == {}
    assert concluded(world(councils=(500_000, BEGAN), seats={2: (31,)})) == {}
    anew = world(FIFTH, SIXTH, stage="announcing", began=BEGAN + 100, head=BEGAN + 200, cycle=8)
    assert list(concluded(anew)) == ["leaderboard/term/council-6"]


def test_without_a_thread_every_figure_is_named_whether_it_is_known_or_not() -> None:
    alone = replace(SETTINGS, forum_category=None)
    for rows in ((FIFTH, SIXTH), (FIFTH, published(6, BEGAN - 1, BASE)), (published(5, 599_999, MOVED), SIXTH)):
        (one,) = post(world(*rows), alone).wanted
        for measured in FIGURES.values():
            assert sum(one.text.count(f"{measured.what}{sign}") for sign in (",", ".\n", ": ", ", at the end")) >= 1
        assert concerns(one, program=True) == ()


def test_a_term_of_which_nothing_moved_says_so_without_an_empty_heading() -> None:
    (wanted,) = post(world(FIFTH, published(6, BEGAN - 1, BASE))).wanted
    assert "moved" not in wanted.text
    assert "The same in both terms: Candidates" in wanted.text


def test_what_is_missing_or_wrong_is_asked_for() -> None:
    archived = world(FIFTH, SIXTH, node(LiveCategory(category_id=5, title="Old", status="archived"), "5", BEGAN))
    found = concluded(archived, replace(SETTINGS, forum_category=5))
    assert "leaderboard/settings/forum-category-unfit" in found
    nothing = review(World().snapshot(), replace(World().now, head=None), None)
    assert [one.key for one in nothing] == ["leaderboard/settings/discord", "leaderboard/facts/council"]
    for wrong in ({"title": "The term in figures"}, {"site": "example.org"}):
        with pytest.raises(ValueError, match=r"title|https"):
            Settings(**wrong)  # type: ignore[arg-type]


def test_its_words_are_neutral_and_each_text_is_used() -> None:
    worlds = (world(FIFTH, SIXTH), world(FIFTH, SIXTH, thread(TITLE)))
    wanted = [one for of in worlds for one in post(of).wanted]
    assert {one.template.removeprefix("leaderboard/") for one in wanted} | {"line"} == set(NAMES)
    assert all(template(name).text for name in NAMES)
    for one in wanted:
        assert concerns(one) == ()


def test_the_figures_are_columns_of_the_table_and_what_is_watched_is_known() -> None:
    assert set(FIGURES) <= {column.name for column in TABLE.columns}
    assert {one.kind for one in DUTY.watches} - {PublishedTerm.KIND} <= set(KINDS)
    assert all(one.most for one in DUTY.watches if one.which == "newest")
