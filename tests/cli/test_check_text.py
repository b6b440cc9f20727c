"""``secretariat check-text``: places in lines and columns, exit codes, and what is said of files that are none."""

import json
from pathlib import Path

import pytest

from tests.cli_run import run

ROOT = Path(__file__).parents[2]
PEOPLE = ROOT / "docs" / "contracts" / "examples" / "people" / "people.json"
CONTRACT = ROOT / "docs" / "contracts" / "check-text.md"


def write(folder: Path, content: bytes | str, name: str = "text.md") -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def test_concerns_are_listed_with_line_and_column(tmp_path: Path) -> None:
    text = "Voting is open.\r\n\r\nPl\u200bease vоte for ada_l.\r\n"
    done = run("check-text", write(tmp_path, text), "--people", str(PEOPLE), "--json", folder=tmp_path, check=1)
    said = json.loads(done.stdout)
    assert (said["contract"], said["neutral"]) == ("secretariat.check-text/1", False)
    assert {one["code"] for one in said["concerns"]} == {"endorsement"}
    found = said["concerns"][0]
    assert text[found["start"] : found["end"]] == found["words"]
    assert found["words"].startswith("Pl\u200bease vоte for")
    assert found["begins"] == {"line": 3, "column": 1}
    assert found["ends"] == {"line": 3, "column": 1 + len(found["words"])}
    page = CONTRACT.read_text(encoding="utf-8")
    assert not [key for key in (*said, *found, "line", "column") if f"`{key}`" not in page]
    told = run("check-text", write(tmp_path, text), "--people", str(PEOPLE), folder=tmp_path, check=1).stdout
    assert ":3:1  endorsement  " in told
    assert "\u200b" not in told, "a terminal is shown no sign without width"


def test_a_neutral_text_ends_with_0(tmp_path: Path) -> None:
    path = write(tmp_path, "Voting ends on Friday, 18:00 UTC.\n")
    assert run("check-text", path, folder=tmp_path).stdout == "Nothing was found that is not neutral.\n"
    said = json.loads(run("check-text", path, "--json", folder=tmp_path).stdout)
    assert said == {"contract": "secretariat.check-text/1", "neutral": True, "concerns": []}


WRONG = {
    "not UTF-8": (b"caf\xe9", "is not UTF-8 text (byte 3); save it as UTF-8."),
    "binary": (b"PK\x03\x04\0\0", "is no text: it has zero bytes."),
    "too large": (b"a" * 262_145, "is larger than 262,144 bytes"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_text_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    content, words = WRONG[name]
    done = run("check-text", write(tmp_path, content), folder=tmp_path, check=2)
    assert words in done.stderr
    assert done.stdout == ""


def test_files_that_are_not_there_or_hold_no_people_are_refused(tmp_path: Path) -> None:
    text, people = write(tmp_path, "Words.\n"), write(tmp_path, '[{"id": 1}]', "people.json")
    assert "cannot be used" in run("check-text", "nowhere.md", folder=tmp_path, check=2).stderr
    said = run("check-text", text, "--people", people, folder=tmp_path, check=2).stderr
    assert 'people.json cannot be used: people[0] has none of "handle", "name" and "names".' in said
    deep = write(tmp_path, "[" * 100_000, "people.json")
    said = run("check-text", text, "--people", deep, folder=tmp_path, check=2).stderr
    assert said.endswith("too long. docs/contracts/check-text.md says what it holds.\n")
