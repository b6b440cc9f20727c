"""The table ``[query_node]``: what is refused, in sentences that end once."""

from pathlib import Path

import pytest

from secretariat.config import ConfigWrong, load
from secretariat.flow.context import TABLES


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("urls = []", "give one address or two in urls, not 0"),
        ("page_size = 0", "page_size: give 1 to 50,000 rows, not 0"),
        ("lag_minutes = 0", "lag_minutes: give at least 1, not 0"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, wrong: str, words: str) -> None:
    file = tmp_path / "secretariat.toml"
    file.write_text(f"[query_node]\n{wrong}\n", encoding="utf-8")
    with pytest.raises(ConfigWrong) as refused:
        load(file, TABLES)
    assert str(refused.value).endswith(f"{words}.")
