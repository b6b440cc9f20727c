"""Everybody: the stage and its end, open proposals in counts alone, what is new; once in each place and day."""

from dataclasses import replace

import pytest

from secretariat.desk.marks import counts_of, written_out
from secretariat.desk.neutrality.gate import concerns
from secretariat.duties.digests.review import review
from secretariat.duties.digests.settings import Settings
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now
from secretariat.facts.snapshot import snapshot_of
from tests.duties.digests.invented import DAY, SETTINGS, concluded, opening, thread
from tests.duties.proposals.invented import BEGAN, Filed, World

BORDER = 71 * DAY
"""The vote of the invented world began on day 69, so that on day 71 nothing is new but what a test adds."""
KEY = "digests/community/day-71"


@pytest.mark.parametrize(
    ("more", "new"),
    [
        ((), None),
        ((thread(1, BORDER - 1),), "1 thread on the forum."),
        ((thread(1, BORDER - DAY), thread(2, BORDER - 5)), "2 threads on the forum."),
        ((thread(1, BORDER - DAY - 1),), None),
        ((thread(1, BORDER),), None),
        ((thread(1, BORDER - 1, status="removed"),), None),
        ((opening(1, BORDER - 1),), "1 opening in a working group."),
        ((opening(1, BORDER - 1, status="filled"),), None),
    ],
)
def test_it_is_told_where_something_new_still_stands(more: tuple[object, ...], new: str | None) -> None:
    found = concluded(World(head=BORDER + 100, more=more))  # type: ignore[arg-type]
    assert (KEY in found) == (new is not None)
    if new is not None:
        discord, file = found[KEY].wanted
        assert f"New in the 14,400 blocks before: {new}" in discord.text
        assert discord.text == file.text
        assert (discord.channel, discord.destination.place, file.channel, file.destination.place) == (
            "discord",
            "town",
            "file",
            "digest.md",
        )
        assert {one.until for one in (discord, file)} == {BORDER + DAY - 1}
        assert len({one.part for one in (discord, file)}) == 2
        assert concerns(discord) == ()


def test_a_vote_and_a_stage_that_began_are_new() -> None:
    begun = concluded(World(head=70 * DAY + 5))["digests/community/day-70"]
    assert "voting began on 1 proposal." in begun.wanted[0].text
    assert begun.why.endswith("voting began on 1 proposal, the stage idle.")
    stage = World(head=BORDER + 5, filed=[], stage="voting", began=BORDER - 20, ends=BORDER + 57_580)
    (text, _) = (one.text for one in concluded(stage)[KEY].wanted)
    assert f"votes can be cast until block {BORDER + 57_579:,}" in text
    assert "New in" not in text
    assert "Open for" not in text


def test_how_many_have_voted_is_a_count_that_changes_no_text_and_names_nobody() -> None:
    world = World(head=BORDER + 100, filed=[Filed(votes={12: "A"}), Filed(number=10)], more=[thread(1, BORDER - 1)])
    one = concluded(world)[KEY].wanted[0]
    assert dict(one.counts) == {
        "voted-h": "1 of 3 council members have voted.",
        "voted-ba": "0 of 3 council members have voted.",
    }
    assert counts_of(one.text) == {"voted-h", "voted-ba"}
    said = written_out(one.text, time=str, left=str, counts=dict(one.counts))
    assert "by edda. 1 of 3 council members have voted. Last block" in said
    assert all(name not in said for name in ("ada", "bert", "cleo", "approve"))
    later = replace(world, filed=[Filed(votes={12: "A", 13: "R"}), Filed(number=10)])
    assert concluded(later)[KEY].wanted[0].digest == one.digest


def test_on_a_practice_network_it_has_no_address() -> None:
    world = World(head=BORDER + 100, practice=True, more=[thread(1, BORDER - 1)])
    text = concluded(world)[KEY].wanted[0].text
    assert "http" not in text
    assert "More is at" not in text


def test_without_a_place_a_task_asks_for_one_and_without_a_chain_another() -> None:
    found = concluded(World(head=BORDER + 100, more=[thread(1, BORDER - 1)]), Settings())
    assert "digests/settings/community" in found
    assert KEY not in found
    assert "digests/settings/community" not in concluded(World(), SETTINGS)
    (unread,) = review(snapshot_of(()), Now(at=Moment("2024-01-01T00:00:00Z")), SETTINGS)
    assert (unread.key, unread.level) == ("digests/facts/council", "alert")


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"community": ("town",)}, "is no place; write discord/PLACE"),
        ({"community": ("fax/town",)}, "is no place; write discord/PLACE"),
        ({"community": ("email/",)}, "is no place; write discord/PLACE"),
        ({"community": ("email/member/12",)}, "is one person"),
        ({"community": ("file/../secrets",)}, "no plain file name"),
        ({"community": ("discord/town", "discord/town")}, "twice"),
        ({"every": 3_599}, "3600 or more"),
    ],
)
def test_settings_that_cannot_be_are_refused(given: dict[str, object], wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        Settings(**given)  # type: ignore[arg-type]
    assert Settings(community=("discord/town", "email/all")).places == (("discord", "town"), ("email", "all"))
    assert BEGAN < BORDER
