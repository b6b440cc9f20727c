"""What the documents say is so: commands, paths, links, words and the role's rows."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer

from secretariat.cli.app import app
from secretariat.duties.register import DUTIES
from secretariat.duties.role import ROLE

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "secretariat"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *PACKAGE.rglob("demo/README.md")])
TEXTS = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in DOCUMENTS}


def test_the_readme_shows_the_two_commands_first() -> None:
    blocks = re.findall(r"```console\n(.*?)```", TEXTS["README.md"], re.DOTALL)
    assert [line.split("#")[0].strip() for line in blocks[0].splitlines()] == ["$ make demo", "$ make test"]
    assert TEXTS["README.md"].index(blocks[0]) < TEXTS["README.md"].index("\n## ")


@pytest.mark.parametrize("name", [name for name in TEXTS if not name.startswith("docs/decisions/")])
def test_every_command_of_a_document_is_one(name: str) -> None:
    known: Any = typer.main.get_command(app)
    assert "import" in known.commands
    for line in _commands(TEXTS[name]):
        command = known
        for word in line.split():
            if word in getattr(command, "commands", {}):
                command = command.commands[word]
            elif word == "--":
                break  # what follows is no option
            elif word.startswith("--"):
                options = {option for parameter in command.params for option in parameter.opts} | {
                    "--version",
                    "--help",
                }
                assert word.split("=")[0] in options, f"{name}: secretariat {line}"
            else:
                assert command is not known, f"{name}: secretariat {line} is no command"


def _commands(text: str) -> list[str]:
    """Find the words after ``secretariat`` in code, with neither comments nor brackets."""
    shown = re.findall(r"^\$ secretariat (.*?)(?:\s*#.*)?$", text, re.MULTILINE)
    said = re.findall(r"`secretariat ((?:[a-z]|--)[^`]*)`", text)
    return [re.sub(r"[\[\]]|\s*\|\s*\S+", "", line) for line in (*shown, *said)]


@pytest.mark.parametrize("name", TEXTS)
def test_every_target_link_and_path_of_a_document_is_there(name: str) -> None:
    text, folder = TEXTS[name], (ROOT / name).parent
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:^\$ |`)make ([a-z]+)", text, re.MULTILINE)) <= targets
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    assert [link for link in links if not (folder / link).exists()] == []
    if name in ("CONTRIBUTING.md", "ARCHITECTURE.md"):
        paths = re.findall(r"`((?:[a-z_]+/)*[A-Za-z_]+(?:\.[a-z]+|/))`", text)
        missing = {path for path in paths if not any((place / path).exists() for place in (ROOT, PACKAGE, *_NAMED))}
        assert missing == set()


_NAMED = (PACKAGE / "duties", PACKAGE / "sources", PACKAGE / "sources" / "archives")
"""Folders that a text has named when it names a file without them."""


def test_the_map_lists_every_folder() -> None:
    listed = re.findall(r"^\| `([a-z]+)/` \|", TEXTS["ARCHITECTURE.md"], re.MULTILINE)
    assert sorted(listed) == sorted(path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name[0] != "_")


def test_words_are_in_order_and_stand_once() -> None:
    words = re.findall(r"^\| ([^|]+?) \|", TEXTS["docs/words.md"], re.MULTILINE)[2:]
    assert len(words) > 20
    assert words == sorted(set(words), key=str.casefold)


def test_role_rows_have_one_id_each_and_a_duty_or_a_command_answers_those_that_are_begun() -> None:
    assert len({row.id for row in ROLE}) == len(ROLE)
    begun = {row.id for row in ROLE if row.state != "planned"}
    assert {row.id for row in ROLE if row.proof} == begun
    assert all(len(set(duty.role)) == len(duty.role) for duty in DUTIES)
    answered = {name for duty in DUTIES for name in duty.role}
    claims = [(name, duty.name) for duty in DUTIES for name in duty.role]
    told = {row.id: row.duty.split(", ") for row in ROLE}
    shared = {name for name in answered if sum(name == other for other, _ in claims) > 1}
    assert all(duty in told[name] for name, duty in claims if name in shared), "a row of several duties names them"
    assert answered <= begun
    by_a_command = {row.id for row in ROLE if "`secretariat " in row.proof}
    assert answered | by_a_command == begun, "a duty or a command answers what is begun"


@pytest.mark.parametrize("row", [row for row in ROLE if row.proof], ids=lambda row: row.id)
def test_the_proof_of_a_role_row_names_what_there_is(row: object) -> None:
    proof: str = row.proof  # type: ignore[attr-defined]
    tables = {table.name for duty in DUTIES for table in duty.tables}
    named = re.findall(r"\((?:column \w+ of )?(?:tables? )?([a-z-]+(?:, [a-z-]+)*)\)", proof)
    places = re.findall(r"\b[a-z_]+/[a-z_/]+(?:\.py)?", proof)
    assert named or places, "a proof names tables or tests"
    assert {name for names in named for name in names.split(", ")} <= tables
    assert [place for place in places if not (ROOT / place).exists()] == []


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.name)
def test_the_page_of_a_duty_names_its_role_rows(duty: object) -> None:
    name, rows = duty.name, duty.role  # type: ignore[attr-defined]
    said = TEXTS[f"docs/duties/{name}.md"].split("**Role rows:**")[1].split("**Code:**")[0]
    assert set(re.findall(r"\b[BECTOP]\d+[a-z]?\b", said)) == set(rows)


def test_generated_documents_are_what_the_code_says() -> None:
    from docs.generate import DOCS, DOCUMENTS

    for name, make in DOCUMENTS.items():
        assert (DOCS / name).read_text(encoding="utf-8") == make(), f"docs/{name} is stale: make docs"
