"""Guides of synced practice worlds: what the chain's own metadata says stands on the page, before and after a new runtime."""

import json
from pathlib import Path

from secretariat.duties.guidance import DUTY
from secretariat.duties.guidance.review import review
from secretariat.duties.guidance.settings import Settings
from secretariat.facts.snapshot import Snapshot
from secretariat.flow.conclude import facts_of
from secretariat.flow.guides import ShownGuides, guides
from tests.devnet.synced.desk import Desk, desk
from tests.duties.elections.test_worlds import now_of

WORLD = {
    "world": 1,
    "title": "Another runtime",
    "about": "Other fees than in production; an hour and a half after the beginning titles may be longer.",
    "settings": {"constants": {"ProposalsEngine.RejectionFee": 70_000_000_000}},
    "start": {"stage": "announcing", "cycle": 5, "ends": -12_000},
    "acts": [
        {
            "block": {"stage": "announcing", "cycle": 5, "ends": -11_000},
            "actor": "world",
            "act": "upgrade",
            "arguments": {"version": 2005, "constants": {"ProposalsEngine.TitleMaxLength": 60}},
        }
    ],
}


def words(found: ShownGuides, name: str) -> str:
    one = found.named(name)
    assert one is not None
    return "\n".join(line for section in one.sections for line in section.lines)


def facts(one: Desk) -> Snapshot:
    with one.context.engine.connect() as connection:
        return facts_of(connection, DUTY)


def test_a_world_s_constants_are_those_of_its_guides_and_an_upgrade_is_told(tmp_path: Path) -> None:
    world = tmp_path / "world.json"
    world.write_text(json.dumps(WORLD), encoding="utf-8")
    with desk(world, tmp_path) as one:
        seen = one.sync()
        before = words(guides(one.context), "signal")
        assert "Rejected, or expired without a decision: 7 JOY." in before
        assert "Title: 1 to 40 bytes." in before
        assert not [
            each.key for each in review(facts(one), now_of(seen), Settings(discord="town")) if "/runtime/" in each.key
        ]
        one.network.advance(1_200)
        seen = one.sync()
        assert "Title: 1 to 60 bytes." in words(guides(one.context), "signal")
        found = {each.key: each for each in review(facts(one), now_of(seen), Settings(discord="town"))}
        (wanted,) = found["guidance/runtime/2005"].wanted
        assert "- Bytes of a title: 40, now 60" in wanted.text
        truth = len(one.network.truth()["proposals"])
        told = guides(one.context).named("signal")
        assert told is not None
        assert told.filed.endswith(f" of {truth}")
