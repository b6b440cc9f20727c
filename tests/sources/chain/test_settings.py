"""The table ``[chain]``."""

from pathlib import Path

import pytest

from secretariat.config import ConfigWrong, load
from secretariat.flow.context import TABLES
from secretariat.sources.chain.settings import Settings


def test_the_table_chain_is_checked(tmp_path: Path) -> None:
    file = tmp_path / "secretariat.toml"
    file.write_text('[chain]\nurls = ["http://127.0.0.1:9933", "https://node.example"]\nhistory = false\n')
    found = load(file, TABLES).settings["chain"]
    assert found == Settings(urls=("http://127.0.0.1:9933", "https://node.example"), history=False)
    for wrong, words in (
        ("urls = []", "one or 2 addresses"),
        ('urls = ["a", "b", "c"]', "one or 2 addresses"),
        ("lag_minutes = 0", "at least 1"),
        ("lag = 5", "Known: genesis"),
    ):
        file.write_text(f"[chain]\n{wrong}\n")
        with pytest.raises(ConfigWrong, match=words):
            load(file, TABLES)
