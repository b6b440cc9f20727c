"""``[proposals]`` as a person writes it."""

from pathlib import Path

import pytest

from secretariat.config import ConfigWrong, load
from secretariat.duties.proposals.settings import Settings
from secretariat.flow.context import TABLES


def written(folder: Path, text: str) -> Path:
    path = folder / "secretariat.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "mentions", ['mentions = { 12 = "7001", 13 = "7002" }', '[proposals.mentions]\n12 = "7001"\n13 = "7002"']
)
def test_member_ids_are_numbers_in_either_way_of_writing(tmp_path: Path, mentions: str) -> None:
    found = load(written(tmp_path, f'[proposals]\ndiscord = "council"\n{mentions}\n'), TABLES).settings["proposals"]
    assert found == Settings(discord="council", mentions={12: "7001", 13: "7002"})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('mentions = { 12 = "ada" }', "the Discord user of member 12 is a number"),
        ('mentions = { ada = "7001" }', "mentions"),
        ("mentions = { 12 = 7001 }", "give a text in quotes"),
        ('discrod = "council"', "Did you mean 'discord'"),
    ],
)
def test_what_cannot_be_is_refused_with_words(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ConfigWrong, match=says):
        load(written(tmp_path, f"[proposals]\n{text}\n"), TABLES)
