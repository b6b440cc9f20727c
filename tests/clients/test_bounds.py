"""``[wire]`` in the configuration."""

from dataclasses import fields
from pathlib import Path

import pytest

from secretariat.clients.bounds import WireSettings
from secretariat.config import ConfigWrong, load
from secretariat.flow.context import TABLES


def loaded(tmp_path: Path, lines: str) -> object:
    (tmp_path / "secretariat.toml").write_text(f"[wire]\n{lines}\n", encoding="utf-8")
    return load(tmp_path / "secretariat.toml", TABLES).settings["wire"]


def test_what_is_left_out_has_its_default(tmp_path: Path) -> None:
    assert loaded(tmp_path, "") == WireSettings()
    assert loaded(tmp_path, "read_seconds = 5\nattempts = 1") == WireSettings(read_seconds=5.0, attempts=1)


def test_the_document_shows_the_defaults(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "docs" / "operate.md").read_text(encoding="utf-8")
    lines = text.split("[wire]")[1].split("```")[0].partition("\n")[2]
    assert loaded(tmp_path, lines) == WireSettings()
    assert all(f"{each.name} =" in lines for each in fields(WireSettings))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("read_seconds = 0", "read_seconds is above 0"),
        ("whole_seconds = inf", "whole_seconds is above 0 and at most"),
        ("connect_seconds = nan", "connect_seconds is above 0"),
        ("longest_pause_seconds = -1", "longest_pause_seconds is above 0"),
        ("attempts = 0", "attempts is 1 to 100"),
        ("largest_answer_bytes = 0", "largest_answer_bytes is above 0"),
        ("attempt = 3", "Did you mean 'attempts'"),
        ('attempts = "many"', r"\[wire\] attempts"),
    ],
)
def test_bounds_that_cannot_be(tmp_path: Path, line: str, words: str) -> None:
    with pytest.raises(ConfigWrong, match=words):
        loaded(tmp_path, line)
