"""``[digests]`` as a person writes it."""

from pathlib import Path

import pytest

from secretariat.config import ConfigWrong, load
from secretariat.duties.digests.settings import Settings
from secretariat.flow.context import TABLES
from secretariat.flow.places import check_places


def written(folder: Path, text: str) -> Path:
    path = folder / "secretariat.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_it_may_hold(tmp_path: Path) -> None:
    text = '[digests]\ncommunity = ["email/all", "file/digest.md"]\ncouncil = false\nleads = true\nevery = 28800\n'
    found = load(written(tmp_path, text), TABLES).settings["digests"]
    assert found == Settings(community=("email/all", "file/digest.md"), council=False, every=28_800)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("every = 10", "every is a number of blocks, 3600 or more"),
        ('community = ["town"]', "write discord/PLACE, telegram/PLACE, email/PLACE or file/NAME"),
        ("lead = true", "Did you mean 'leads'"),
    ],
)
def test_what_cannot_be_is_refused_with_words(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ConfigWrong, match=says):
        load(written(tmp_path, f"[digests]\n{text}\n"), TABLES)


def test_a_place_that_is_not_configured_is_refused(tmp_path: Path) -> None:
    text = '[discord]\nchannels = {{ council = "1" }}\n[digests]\ncommunity = ["file/digest.md", "discord/{}"]\n'
    with pytest.raises(ConfigWrong, match=r"\[digests\] community: .*no place 'town'"):
        check_places(load(written(tmp_path, text.format("town")), TABLES).settings)
    check_places(load(written(tmp_path, text.format("council")), TABLES).settings)
