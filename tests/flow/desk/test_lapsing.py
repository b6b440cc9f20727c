"""What is about to lapse, as ``status``, ``/healthz`` and Today tell it."""

from pathlib import Path

import pytest

from secretariat.cli.sync_text import say_status
from secretariat.desk.people import DeskSettings
from secretariat.flow.decide import drafts, standing
from secretariat.flow.health import health_now
from secretariat.flow.status import as_json, status_now
from tests.cli.promises import CONTRACTS
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import HEAD, Desk, calls_as_text, desk
from tests.flow.desk.test_decide import constants


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a desk with a thread that waits for a wallet, a yes that waits for a second one, and a yes given ahead."""
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    found = desk(f"sqlite:///{tmp_path}/store.db", desk=DeskSettings(second_yes=("message",)))
    constants(found)
    found.calls = calls_as_text
    thread = wanted(kind="forum-thread", channel="chain", title="Hello", part="thread", until=HEAD + 20_000)
    found.review(
        finding("elections/thread/7", thread),
        finding("elections/opens/7", wanted(until=HEAD + 20_100)),
        finding("elections/ahead/7", wanted()),
    )
    drafts.approve(found.context, "d1.1")
    drafts.approve(found.context, "d2.1")
    standing.grant(found.context, "d3.1", until=HEAD + 1_000, why="Routine.")
    return found


def told(made: Desk, block: int) -> list[tuple[str, str, int]]:
    made.block = block
    return [(one["what"], one["name"], one["blocks_left"]) for one in as_json(status_now(made.context))["lapsing"]]


def test_status_tells_what_lapses_within_a_day(made: Desk) -> None:
    assert told(made, HEAD) == [("standing", "s3", 1_000)]
    assert told(made, HEAD + 1_001) == []
    later = HEAD + 20_000 - 14_400
    assert told(made, later - 1) == []
    assert told(made, later) == [("signature", "d1.1", 14_400)]
    assert told(made, later + 100) == [("signature", "d1.1", 14_300), ("yes", "d2.1", 14_400)]
    assert told(made, HEAD + 20_050) == [("yes", "d2.1", 50)]


def test_status_tells_when_in_words_and_every_key_is_in_the_contract(
    made: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    made.block = HEAD + 19_000
    found = status_now(made.context)
    say_status(found)
    said = capsys.readouterr().out
    assert (
        "about to lapse: the yes to d1.1, which waits for a wallet, last block 120,000 (2026-01-09 08:00 UTC ±" in said
    )
    assert "about to lapse: the yes to d2.1, which is not sent, last block 120,100" in said
    (entry, _) = as_json(found)["lapsing"]
    assert entry["at"] == "2026-01-09T08:00:00Z"
    text = (CONTRACTS / "commands.md").read_text(encoding="utf-8")
    about = text.partition("## secretariat.status/1")[2].partition("\n## ")[0]
    assert not [key for key in entry if f"`{key}`" not in about]


def test_health_tells_numbers_alone_and_is_no_worse_for_it(made: Desk) -> None:
    made.block = HEAD + 19_000
    found = health_now(made.context)
    lapsing = found["lapsing"]
    assert {key: lapsing[key] for key in ("yeses", "to_sign", "standing")} == {"yeses": 1, "to_sign": 1, "standing": 0}
    assert lapsing["soonest"] == 6_000
    assert not [reason for reason in found["reasons"] if "lapse" in reason]
    assert "d1.1" not in str(found)
    made.block = HEAD
    assert health_now(made.context)["lapsing"] | {"soonest": 0} == {
        "yeses": 0,
        "to_sign": 0,
        "standing": 1,
        "soonest": 0,
    }
    text = (CONTRACTS / "commands.md").read_text(encoding="utf-8")
    about = text.partition("## secretariat.health/1")[2].partition("\n## ")[0]
    assert not [key for key in (*found, *lapsing) if key != "contract" and f"`{key}`" not in about]
