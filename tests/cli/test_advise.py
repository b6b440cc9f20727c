"""``secretariat advise``: the answer and its contract, and what is said where nothing can be advised."""

import json
from pathlib import Path

import pytest

from tests.cli_run import run

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "contracts" / "examples" / "draft-post"
CONTRACT = (ROOT / "docs" / "contracts" / "advise.md").read_text(encoding="utf-8")

CATEGORIES = {
    17: ("Council Reports", "Feedback on rounds and reports"),
    49: ("Pre-proposal Discussion", "Before a proposal is filed"),
}
TITLES = (
    "Council 11: feedback on the round",
    "Council 10: feedback on the round",
    "Reports that come late",
    "Captions for videos",
)


def archive(folder: Path) -> Path:
    """Write a small invented archive with dumps of a forum."""
    place = folder / "archive" / "archives" / "giza_backup"
    place.mkdir(parents=True)
    created = "created_at: {\n        block: 1,\n        time: 1,600,000,000,000\n      },"
    categories = [
        f"[\n    [\n      {n}\n    ],\n    {{\n      id: {n},\n      title: {title},\n      description: {about},\n      {created}\n      deleted: false,\n"
        "      archived: false,\n      num_direct_subcategories: 0,\n      num_direct_unmoderated_threads: 4,\n      num_direct_moderated_threads: 0,\n"
        "      position_in_parent_category: null,\n      moderator_id: 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY\n    }\n  ]"
        for n, (title, about) in CATEGORIES.items()
    ]
    threads = [
        f"[\n    [\n      {n}\n    ],\n    {{\n      id: {n},\n      title: {title},\n      category_id: {49 if n > 3 else 17},\n      nr_in_category: {n},\n"
        f"      moderation: null,\n      num_unmoderated_posts: 1,\n      num_moderated_posts: 0,\n      {created}\n"
        "      author_id: 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY\n    }\n  ]"
        for n, title in enumerate(TITLES, start=1)
    ]
    for name, rows in {"forum_categories.txt": categories, "forum_threads.txt": threads}.items():
        (place / name).write_text("[\n  " + ",\n  ".join(rows) + "\n]\n", encoding="utf-8")
    return folder / "archive"


def test_a_draft_is_advised_on_by_an_imported_archive(tmp_path: Path) -> None:
    run("import", str(archive(tmp_path)), folder=tmp_path)
    said = json.loads(run("advise", str(EXAMPLES / "title-alone.json"), "--json", folder=tmp_path).stdout)
    assert (said["contract"], said["categories"][0]["category"]) == ("secretariat.advice/1", 17)
    assert said["learned_from"]["threads"] == len(TITLES)
    assert [(one["thread"], one["series"], one["link"]) for one in said["near_duplicates"]] == [
        (2, True, ""),
        (1, True, ""),
    ]
    keys = {*said, *said["categories"][0], *said["near_duplicates"][0], *said["pre_proposal"], *said["learned_from"]}
    assert [key for key in keys if f"`{key}`" not in CONTRACT] == []
    told = run("advise", str(EXAMPLES / "proposal.json"), folder=tmp_path).stdout
    assert "category 49, Pre-proposal Discussion" in told
    assert "proposals are talked over there first" in told
    assert "Pre-proposal thread needed: there is one." in told


def test_it_decides_nothing_and_needs_no_person(tmp_path: Path) -> None:
    """A desk with people asks who reads it; advice on a draft of one's own is by what everybody can read."""
    run("import", str(archive(tmp_path)), folder=tmp_path)
    (tmp_path / "secretariat.toml").write_text('[people.ada]\nroles = ["secretary"]\n', encoding="utf-8")
    assert "Say who decides" in run("tasks", folder=tmp_path, check=2, SECRETARIAT_PERSON="").stderr
    said = run("advise", str(EXAMPLES / "title-alone.json"), folder=tmp_path, SECRETARIAT_PERSON="").stdout
    assert "category 17, Council Reports" in said


def test_without_a_forum_it_says_what_to_do(tmp_path: Path) -> None:
    done = run("advise", str(EXAMPLES / "thread.json"), folder=tmp_path, check=2)
    assert "run `secretariat sync`" in done.stderr
    assert not (tmp_path / "secretariat.db").exists()


WRONG = {
    "not UTF-8": (b"caf\xe9", "is not UTF-8 text"),
    "binary": (b"\0", "is no text"),
    "no JSON": (b"title", "cannot be used: not JSON"),
    "nested": (b"[" * 100_000, "too long. docs/contracts/advise.md says what it holds."),
    "no title": (b"{}", 'has no "title"'),
    "too large": (b" " * 1_048_577, "is larger than 1,048,576 bytes"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_draft_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    content, words = WRONG[name]
    (tmp_path / "draft.json").write_bytes(content)
    done = run("advise", "draft.json", folder=tmp_path, check=2)
    assert words in done.stderr
    assert done.stdout == ""


def test_questions_are_not_listed_before_the_chain_was_read(tmp_path: Path) -> None:
    done = run("question", "list", folder=tmp_path, check=2)
    assert "Configure [chain] and run `secretariat sync`" in done.stderr
