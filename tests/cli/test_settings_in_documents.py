"""Each settings file that a page shows is understood as it stands: who copies it is not refused."""

import re
from pathlib import Path

import pytest

from secretariat.config import load
from secretariat.flow.context import TABLES

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/operate.md", "docs/practice.md")
ADDRESS = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"

BLOCKS = [
    pytest.param(found, id=f"{page}-{number}")
    for page in PAGES
    for number, found in enumerate(
        re.findall(r"^```toml\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    )
]


@pytest.mark.parametrize("block", BLOCKS)
def test_the_settings_of_a_page_are_understood(block: str, tmp_path: Path) -> None:
    """What a page cuts with … is a reader's own address, and ``DISCORD`` and ``TELEGRAM`` are the practice network's."""
    path = tmp_path / "secretariat.toml"
    ours = block.replace("DISCORD", "http://127.0.0.1:1/api").replace("TELEGRAM", "http://127.0.0.1:1")
    path.write_text(re.sub(r'"\w+…"', f'"{ADDRESS}"', ours), encoding="utf-8")
    assert load(path, TABLES).settings


def test_the_pages_have_such_blocks() -> None:
    assert len(BLOCKS) >= 8
