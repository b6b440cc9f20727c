"""``secretariat check-proposal``: exit codes, words and JSON as the contract has them."""

import json
import re
from pathlib import Path

import pytest

from secretariat.duties.guidance.checking.check import CODES
from tests.cli_run import run

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "docs/contracts/examples/proposal-draft").glob("*.json"))
CONTRACT = (ROOT / "docs/contracts/check-proposal.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_without_any_facts_an_example_is_no_all_clear(path: Path, tmp_path: Path) -> None:
    done = run("check-proposal", str(path), "--json", folder=tmp_path, check=1)
    said = json.loads(done.stdout)
    assert said["filed_in"] is None
    assert (said["contract"], said["ready"], said["block"]) == ("secretariat.check-proposal/1", False, None)
    verdicts = {one["code"]: one["verdict"] for one in said["results"]}
    assert verdicts["title-bytes"] == verdicts["open-limit"] == verdicts["stake-available"] == "unknown"
    assert all(set(one) == {"code", "verdict", "words", "reason", "source", "place"} for one in said["results"])
    assert not list(tmp_path.iterdir()), "it makes no store"


def test_in_words_it_says_what_is_to_be_seen_to(tmp_path: Path) -> None:
    draft = tmp_path / "draft.json"
    draft.write_text('{"type": "funding-request", "title": "A", "description": "B"}', encoding="utf-8")
    said = run("check-proposal", str(draft), folder=tmp_path, check=1).stdout
    assert "concern  payees: The draft pays nobody." in said
    assert re.search(r"^\d+ passed, \d+ to be seen to, \d+ not known\.$", said, re.MULTILINE)


def test_a_file_that_cannot_be_used_ends_with_two(tmp_path: Path) -> None:
    draft = tmp_path / "draft.json"
    draft.write_text("{", encoding="utf-8")
    assert "draft.json cannot be used: not JSON" in run("check-proposal", str(draft), folder=tmp_path, check=2).stderr
    assert "nowhere.json" in run("check-proposal", "nowhere.json", folder=tmp_path, check=2).stderr


def test_the_contract_has_every_code() -> None:
    assert set(re.findall(r"^\| `([a-z-]+)` \|", CONTRACT.split("## Codes")[1], re.MULTILINE)) == set(CODES)
