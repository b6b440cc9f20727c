"""The published calendar after an election that failed, however late it is read: what did not happen is cancelled, what did stays."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import icalendar
import pytest

from secretariat.flow.publish import publish_files
from tests.devnet.synced.desk import Desk, desk

REVEAL = {
    "start": {"stage": "revealing", "cycle": 5, "ends": -100},
    "settings": {"failed_reveal": [5]},
}
ANNOUNCING = {
    "start": {"stage": "announcing", "cycle": 5, "ends": -100},
    "settings": {"failed_announcing": [5]},
}
FINAL = 5
Told = dict[str, tuple[int, str]]


def world(folder: Path, given: dict[str, Any]) -> Path:
    """Write the world file of an election that fails 100 blocks after the beginning."""
    path = folder / "world.json"
    path.write_text(json.dumps({"world": 1, "title": "It fails", "about": "It fails.", **given}), encoding="utf-8")
    return path


def published(one: Desk, folder: Path) -> Told:
    """Sync and publish; gives sequence and status of each event of an election, by its name."""
    one.sync()
    publish_files(replace(one.context, clock=lambda: one.moment), folder / "site", None)
    made = (folder / "site" / "calendar.ics").read_bytes()
    events = icalendar.Calendar.from_ical(made).walk("VEVENT")
    return {str(each["uid"]).split("@")[0]: (int(str(each["sequence"])), str(each["status"])) for each in events}


@pytest.mark.parametrize("late", [20, 200, 210_000])
def test_after_a_failed_reveal_the_council_that_was_not_elected_is_cancelled(tmp_path: Path, late: int) -> None:
    with desk(world(tmp_path, REVEAL), tmp_path) as one:
        before = published(one, tmp_path)
        assert before["election-5"] == (0, "TENTATIVE")
        assert before["term-summaries-4"] == (0, "TENTATIVE")
        one.network.advance(100 + FINAL + late)
        after = published(one, tmp_path)
        assert after["election-5"] == (1, "CANCELLED")
        assert after["announcing-begins-6"] == (1, "CANCELLED"), "it was told for after an idle time that did not come"
        assert after["last-reveal-5"] == before["last-reveal-5"] == (0, "CONFIRMED"), "it did happen"
        if late < 1_000:
            assert after["election-6"] == (0, "TENTATIVE")
            assert after["term-summaries-4"] == (1, "TENTATIVE"), "its term ends later"
        assert published(one, tmp_path) == after


@pytest.mark.parametrize("late", [20, 200, 160_000])
def test_after_a_failed_announcing_nothing_of_that_election_stays(tmp_path: Path, late: int) -> None:
    with desk(world(tmp_path, ANNOUNCING), tmp_path) as one:
        before = published(one, tmp_path)
        one.network.advance(100 + FINAL + late)
        after = published(one, tmp_path)
        assert after["last-candidacy-5"] == before["last-candidacy-5"] == (0, "CONFIRMED"), "it did happen"
        for name in ("last-vote-5", "last-reveal-5", "election-5"):
            assert before[name] == (0, "TENTATIVE")
            assert after[name] == (1, "CANCELLED"), name
        assert after["election-6"][1] == "TENTATIVE"
        assert after["term-summaries-4"] == (1, "TENTATIVE")


def test_what_was_told_in_the_one_block_before_the_failure_is_the_same(tmp_path: Path) -> None:
    """The announcing that comes at once was told then, and did begin in that block."""
    with desk(world(tmp_path, REVEAL), tmp_path) as one:
        published(one, tmp_path)
        one.network.advance(100 - 1 + one.network.now - one.sync().final)
        before = published(one, tmp_path)
        one.network.advance(FINAL + 20)
        after = published(one, tmp_path)
        assert after["election-5"] == (1, "CANCELLED")
        assert after["announcing-begins-6"] == before["announcing-begins-6"]


def test_an_election_that_went_well_stays_as_it_was_told(tmp_path: Path) -> None:
    with desk(world(tmp_path, {"start": REVEAL["start"]}), tmp_path) as one:
        before = published(one, tmp_path)
        one.network.advance(100 + FINAL + 200)
        after = published(one, tmp_path)
        assert after["election-5"] == before["election-5"]
        assert after["last-reveal-5"] == before["last-reveal-5"]
