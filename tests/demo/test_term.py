"""``secretariat demo --term``: a short election and three days after it are played through the public commands, and its rows are told."""

import json
import subprocess
from pathlib import Path

import pytest

from secretariat.cli.term.judge.rows import ROWS
from secretariat.cli.term.judge.verdicts import VERDICTS
from tests.cli_run import run

LONGEST_SECONDS = 1_200
"""A minute on a machine that does nothing else."""

SHORT = {
    "world": 1,
    "title": "A short election",
    "start": {"stage": "announcing", "cycle": 5, "ends": -1100},
    "settings": {
        "candidacies_by_hand": [5],
        "constants": {
            "Council.AnnouncingPeriodDuration": 3_000,
            "Referendum.VoteStageDuration": 1_500,
            "Referendum.RevealStageDuration": 1_500,
        },
    },
    "members": [{"name": "mallory", "handle": "=1+1|@everyone <b>[x](//e.invalid)"}],
    "acts": [
        {"block": {"stage": "announcing", "cycle": 5, "begins": 300 + place}, "actor": actor, "act": "announce"}
        for place, actor in enumerate(("mallory", "edda", "hugo"))
    ],
}
"""Exactly enough stand, one of them with a name that means harm."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """Play the short world once; gives the folder it was played in, and what was said."""
    folder = tmp_path_factory.mktemp("term")
    (folder / "short.json").write_text(json.dumps(SHORT))
    store = f"sqlite:///{folder}/real.db"
    words = ("demo", "--term", "--json", "--world", "short.json")
    return folder, run(*words, folder=folder, seconds=LONGEST_SECONDS, SECRETARIAT_STORE_URL=store)


def test_nothing_is_missed_doubled_or_wrong(told: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    found = json.loads(told[1].stdout)
    assert list(found) == ["contract", "scenario", "rows"]
    assert (found["contract"], found["scenario"]) == ("secretariat.demo/1", "short.json")
    assert [row["id"] for row in found["rows"]] == list(ROWS)
    for row in found["rows"]:
        assert list(row) == ["id", "occasions", *VERDICTS, "doubled", "wrong"]
        assert row["occasions"] == sum(row[name] for name in VERDICTS)
        assert (row["in_time"], row["doubled"], row["wrong"]) == (row["occasions"], 0, 0)
    assert {row["id"]: row["occasions"] for row in found["rows"]} == {
        "E1": 1, "E2": 2, "E3": 3, "E4": 7, "E5": 2, "E6": 1, "B1": 85, "B5": 5, "B8": 8, "B10": 3, "B11": 8, "B12": 6, "C1": 7, "C4": 5, "T1": 8,
    }  # fmt: skip


def test_what_arrived_can_be_read_and_nothing_else_is_left(told: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    out = told[0] / "demo-output"
    assert sorted(path.name for path in told[0].iterdir()) == ["demo-output", "short.json"]
    assert sorted(path.name for path in (out / "term").iterdir()) == ["arrived.md", "evidence.json", "judged.json"]
    judged = json.loads((out / "term" / "judged.json").read_text())
    assert judged["wrong"] == []
    shown = json.loads((out / "term" / "evidence.json").read_text())
    seen = [one["receipt"] for one in shown["seen"] if one["approved"] is not None]
    sent = [one for one in shown["arrived"] if one["place"] not in ("desk", "page")]
    assert sorted(seen) == sorted(one["receipt"] for one in sent), "each was followed to its receipt"
    assert [one["what"] for one in shown["noted"]] == ["willing", "willing"]
    page = (out / "term" / "arrived.md").read_text()
    assert "exactly as many as are needed" in page
    assert "forum: voting" in page


def test_progress_is_told_on_standard_error(told: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    lines = told[1].stderr.splitlines()
    assert [line.split(" of cycle")[0].split(": ")[1] for line in lines if " of cycle" in line] == [
        "announcing", "voting", "revealing", "idle",
    ]  # fmt: skip
    assert [line for line in lines if "defect" in line or "Traceback" in line] == []


def test_what_is_not_of_a_played_term_is_not_touched(tmp_path: Path) -> None:
    mine = tmp_path / "out" / "term" / "judged.json"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    said = run("demo", "--term", "--json", "--out", "out", folder=tmp_path, check=2)
    assert (said.stdout, mine.read_text()) == ("", "mine")
    assert "is not of a played term and was not touched" in said.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--json",), "are for --term"),
        (("--term", "--world", "nowhere.json"), "nowhere.json"),
        (("--term", "--person-blocks", "0"), "person-blocks"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_made(tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    said = run("demo", *words, folder=tmp_path, check=2).stderr
    assert says in said
    assert "starting" not in said, "nothing was begun"
    assert list(tmp_path.iterdir()) == []


def test_a_world_that_cannot_be_played_is_told_in_sentences_with_one_full_stop(tmp_path: Path) -> None:
    wrong = {**SHORT, "acts": [{"block": 5, "actor": "nobody", "act": "announce"}]}
    (tmp_path / "wrong.json").write_text(json.dumps(wrong))
    said = run("demo", "--term", "--world", "wrong.json", folder=tmp_path, check=2).stderr
    assert "nobody" in said
    assert ".." not in said.replace("...", "")
    assert said.rstrip().endswith(". Run it again.")
