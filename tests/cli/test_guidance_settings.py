"""``[guidance]`` as a person writes it."""

from pathlib import Path

import pytest

from secretariat.config import ConfigWrong, load
from secretariat.duties.guidance.settings import Settings
from secretariat.flow.context import TABLES
from secretariat.flow.places import check_places


def written(folder: Path, text: str) -> Path:
    path = folder / "secretariat.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_it_may_hold(tmp_path: Path) -> None:
    text = '[guidance]\ndiscord = "town"\nguides_url = "https://x.invalid/guides/"\nparagraphs = "p.json"\nbulletin_after = 5\n'
    found = load(written(tmp_path, text), TABLES).settings["guidance"]
    assert found == Settings(
        discord="town", guides_url="https://x.invalid/guides/", paragraphs="p.json", bulletin_after=5
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("bulletin_after = -1", "bulletin_after is a number of blocks, 0 or more"),
        ('guides_url = "ftp://x"', "begins with https:// or http://"),
        ('paragraph = "x"', "Did you mean 'paragraphs'"),
    ],
)
def test_what_cannot_be_is_refused_with_words(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ConfigWrong, match=says):
        load(written(tmp_path, f"[guidance]\n{text}\n"), TABLES)


def test_a_place_that_is_not_configured_is_refused(tmp_path: Path) -> None:
    text = '[discord]\nchannels = { council = "1" }\n[guidance]\ndiscord = "town"\n'
    with pytest.raises(ConfigWrong, match=r"\[guidance\] discord: .*no place 'town'"):
        check_places(load(written(tmp_path, text), TABLES).settings)
