"""``secretariat deadlines``: the published examples' answers to the letter, and what is said of a state that is wrong."""

import json
from pathlib import Path

import pytest

from secretariat.facts.deadlines import TITLES
from secretariat.facts.election_ways import FOLLOWS
from tests.cli_run import run

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "contracts" / "examples"
GOLDEN = ROOT / "tests" / "contract" / "golden" / "deadlines"
CONTRACT = ROOT / "docs" / "contracts" / "deadlines-json.md"


@pytest.mark.parametrize("name", ["announcing", "voting", "revealing", "idle"])
def test_an_example_s_answer_is_the_contract(tmp_path: Path, name: str) -> None:
    said = run("deadlines", "--at", str(EXAMPLES / f"{name}.json"), "--json", folder=tmp_path).stdout
    assert json.loads(said)["contract"] == "secretariat.deadlines/1"
    assert said == (GOLDEN / f"{name}.json").read_text(encoding="utf-8")
    assert not list(tmp_path.iterdir()), "asking writes nothing"


@pytest.mark.parametrize("name", ["announcing", "idle"])
def test_an_example_s_table_is_as_it_was_read_over(tmp_path: Path, name: str) -> None:
    said = run("deadlines", "--at", str(EXAMPLES / f"{name}.json"), folder=tmp_path).stdout
    assert said == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_the_contract_s_page_names_every_key_name_and_branch() -> None:
    page = CONTRACT.read_text(encoding="utf-8")
    answer = json.loads((GOLDEN / "announcing.json").read_text(encoding="utf-8"))
    keys = {*answer, *answer["pace"], *answer["stage"], *answer["branches"][0], *answer["deadlines"][0]}
    assert not [word for word in (*keys, *TITLES, *FOLLOWS) if f"`{word}`" not in page]


def _write(folder: Path, content: bytes) -> str:
    path = folder / "state.json"
    path.write_bytes(content)
    return str(path)


def _example_with(old: str, new: str) -> bytes:
    text = (EXAMPLES / "announcing.json").read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new).encode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfe", "is not UTF-8 text"),
        (b"{", "cannot be used: not JSON"),
        (b"{}", '"head" is missing'),
        (
            _example_with('"ends_at": 20140000', '"ends_at": 20100000'),
            "$.council_stage.stage.Announcing.ends_at: the stage",
        ),
        (
            _example_with('"ends_at": 20140000', '"endsAt": 20099999'),
            "$.council_stage.stage.Announcing.endsAt: the stage",
        ),
        (_example_with('"activated_at": 20090000', '"activated_at": 20110000'), "$.proposals[0].activated_at: block"),
        (
            _example_with('"spec_version": 2004', '"spec_version": 2100'),
            "$.constants: the constants of spec version 2100",
        ),
        (_example_with("Inactive", "Voting"), '$.referendum_stage: "Voting" is none of Inactive'),
        (_example_with("2026-09-28T08:38:24Z", "1970-01-01T00:00:00Z"), "year 9999"),
    ],
)
def test_a_state_that_is_wrong_ends_with_2_and_words(tmp_path: Path, content: bytes, words: str) -> None:
    if words == "year 9999":
        content = content.replace(b'"block": 19999200', b'"block": 20099999')
    done = run("deadlines", "--at", _write(tmp_path, content), folder=tmp_path, check=2)
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not done.stdout


def test_a_state_that_is_not_there_or_not_named_ends_with_2(tmp_path: Path) -> None:
    assert "nowhere.json cannot be used" in run("deadlines", "--at", "nowhere.json", folder=tmp_path, check=2).stderr
    assert "cannot be used" in run("deadlines", "--at", ".", folder=tmp_path, check=2).stderr
    assert "--at" in run("deadlines", folder=tmp_path, check=2).stderr


def test_a_byte_order_mark_does_no_harm_and_a_title_obeys_nothing(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + _example_with("Lamps", "\\u001b[31m\\u202eLamps")
    said = run("deadlines", "--at", _write(tmp_path, content), folder=tmp_path).stdout
    assert "\\x1b[31m\\u202eLamps" in said
