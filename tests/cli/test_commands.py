"""The commands: what they print, and how they end."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from secretariat.cli.demo import this_program
from secretariat.desk.acts import Channel
from tests.cli_run import run
from tests.flow.archives import LEDGER, LEDGER_PATH, write

REQUESTS = """## JSG Requests

| Date | Proposal Link | Proposal Title | JSG response | Date closed |
| --- | --- | --- | --- | --- |
| 01.02.2021 | https://example.org/#/proposals/7 | A door for the hall | Pending | Pending |
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a small archive in it, not imported yet."""
    write(tmp_path / "repo", {LEDGER_PATH: LEDGER, "notes.txt": "hello"})
    return tmp_path


def test_the_version_is_printed(tmp_path: Path) -> None:
    assert run("--version", folder=tmp_path).stdout.startswith("secretariat 0.")


def test_help_lists_the_commands(tmp_path: Path) -> None:
    said = run("--help", folder=tmp_path).stdout
    assert all(name in said for name in ("import", "table", "problems", "publish", "role", "demo"))


def test_help_of_write_names_every_channel_that_takes_words(tmp_path: Path) -> None:
    said = run("write", "--help", folder=tmp_path, COLUMNS="200").stdout
    assert [one for one in get_args(Channel) if one != "chain" and f"{one}/" not in said] == []


def test_help_says_the_whole_sentence_about_every_command(tmp_path: Path) -> None:
    for words in ([], ["problems"]):
        said = run(*words, "--help", folder=tmp_path, COLUMNS="80").stdout
        assert "..." not in said.split("Commands:")[1]


def test_a_view_is_asked_like_a_table(folder: Path) -> None:
    run("import", "repo", folder=folder)
    assert "minted-by-category" in run("table", folder=folder).stdout
    wanted = ("--where", "category=Tools", "--columns", "category,amount_minted_sum", "--format", "json")
    said = json.loads(run("table", "minted-by-category", *wanted, folder=folder).stdout)
    assert said["table"] == "minted-by-category"
    assert {row["category"] for row in said["rows"]} <= {"Tools"}
    assert all(list(row) == ["category", "amount_minted_sum"] for row in said["rows"])


def test_a_view_of_ones_own_is_asked_by_its_folder(folder: Path) -> None:
    run("import", "repo", folder=folder)
    view = 'name = "numbers"\ntitle = "N"\ndescription = "D."\ntable = "spending"\ncolumns = ["number"]\n'
    write(folder / "mine", {"numbers.toml": view})
    assert "number" in run("table", "numbers", "--views", "mine", "--format", "csv", folder=folder).stdout
    unknown = run("table", "numbers", folder=folder, check=2).stderr
    assert "There is no table 'numbers'" in unknown
    assert "minted-by-category" in unknown
    wrong = run("table", "numbers", "--views", "mine", "--where", "titel=x", folder=folder, check=2).stderr
    assert "titel" in wrong


def test_an_archive_is_imported_and_asked(folder: Path) -> None:
    said = run("import", "repo", folder=folder).stdout
    assert "spending-csv" in said
    assert "notes.txt" in said
    assert "Next:" in said
    listed = run("table", folder=folder).stdout
    assert "spending " in listed
    row = json.loads(run("table", "spending", "--where", "number=1", "--format", "json", folder=folder).stdout)["rows"][
        0
    ]
    assert row["amount_minted"] == "2000000"
    assert row["source"] == f"{LEDGER_PATH}:2"
    assert run("table", "spending", "--format", "csv", folder=folder).stdout.startswith("network,")
    assert run("table", "spending", folder=folder).stdout.count("| antioch") >= 3


def test_a_dry_run_prints_each_row_and_writes_nothing(folder: Path) -> None:
    said = run("import", "repo", "--dry-run", folder=folder).stdout
    assert f"+ spending-row antioch/1  ({LEDGER_PATH}:2)" in said
    assert "Nothing was written" in said
    assert "Nothing is published yet" in run("table", folder=folder).stdout
    assert not (folder / "secretariat.db").exists()


def test_an_import_as_json_is_the_contract(folder: Path) -> None:
    said = json.loads(run("import", "repo", "--json", folder=folder).stdout)
    assert said["contract"] == "secretariat.import/1"
    assert said["committed"] is True
    assert said["unknown_files"] == ["notes.txt"]
    assert {row["change"] for row in said["rows"]} == {"added"}
    assert set(said["problems"][0]) == {
        "id", "code", "file", "line", "severity", "what", "repair", "applied", "refused", "change",
    }  # fmt: skip


def test_a_problem_is_repaired_from_the_command_line(folder: Path) -> None:
    run("import", "repo", folder=folder)
    listed = json.loads(run("problems", "--code", "spreadsheet-damage", "--json", folder=folder).stdout)["rows"]
    identifier = listed[0]["id"]
    assert identifier in run("problems", folder=folder).stdout
    said = run("problems", "repair", identifier, "1000000", "--why", "The page shows it.", folder=folder).stdout
    assert "is now 1000000" in said
    rows = json.loads(run("table", "spending", "--where", "number=3", "--format", "json", folder=folder).stdout)["rows"]
    assert rows[0]["amount_minted"] == "1000000"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("import", "nowhere"), "There is no file or folder nowhere"),
        (("import", "repo/notes.txt"), "known format"),
        (("table", "terms"), "nothing is published yet"),
        (("publish", "--out", "out"), "secretariat import PATH"),
        (("problems", "dismiss", "x", "--why", "y"), "There is no problem"),
        (("table", "terms", "--where", "novalue"), "COLUMN=VALUE"),
        (("problems", "--state", "opened"), "opened"),
        (("problems", "--code", "duplicate-keys"), "duplicate-key"),
        (("problems", "--severity", "fatal"), "fatal"),
        (("problems", "repair", "x", "-5", "--why", "y"), "secretariat problems repair --why TEXT ID -- -5"),
        (("problems", "repair", "x", "-1.5M", "--why", "y"), "ID -- -1.5M"),
        (("problems", "repair", "x", "5", "--why", "-5"), "There is no problem"),
        (("problems", "reopen", "x", "--why", "y"), "There is no problem"),
        (("table", "terms", "--where", "a=1", "--where", "a=2"), "the column a is given twice"),
        (("table", "terms", "--columns", "a,b,a"), "the column a is named twice"),
        (("table", "terms", "--columns", "a,,b"), "a name is missing"),
    ],
)
def test_what_a_person_can_mend_ends_with_2_and_words(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run(*arguments, folder=folder, check=2)
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_the_role_is_printed(tmp_path: Path) -> None:
    said = run("role", folder=tmp_path).stdout
    assert "B9" in said
    assert json.loads(run("role", "--json", folder=tmp_path).stdout)["contract"] == "secretariat.role/1"


def test_a_store_elsewhere_is_used_when_it_is_configured(folder: Path) -> None:
    (folder / "secretariat.toml").write_text('[store]\nurl = "sqlite:///elsewhere.db"\n')
    run("import", "repo", folder=folder)
    assert (folder / "elsewhere.db").exists()
    assert not (folder / "secretariat.db").exists()


@pytest.mark.xdist_group("postgres")
def test_a_store_on_postgresql_gives_the_same_table(folder: Path, postgres_url: str) -> None:
    run("import", "repo", folder=folder)
    here = run("table", "spending", "--format", "json", folder=folder).stdout
    (folder / "secretariat.toml").write_text(f'[store]\nurl = "{postgres_url}"\n')
    run("import", "repo", folder=folder)
    assert run("table", "spending", "--format", "json", folder=folder).stdout == here


def test_a_checkout_with_the_store_in_it_is_imported_without_the_store(tmp_path: Path) -> None:
    write(tmp_path, {LEDGER_PATH: LEDGER})
    for _ in range(2):
        assert "secretariat.db" not in run("import", ".", folder=tmp_path).stdout
    files = json.loads(run("table", "files", "--format", "json", folder=tmp_path).stdout)["rows"]
    assert [row["path"] for row in files] == [LEDGER_PATH]


def test_a_file_that_is_gone_is_said_and_its_rows_are_kept(folder: Path) -> None:
    other = "archives/council/jsg_requests.md"
    write(folder / "repo", {other: REQUESTS})
    run("import", "repo", folder=folder)
    (folder / "repo" / LEDGER_PATH).unlink()
    said = run("import", "repo", folder=folder).stdout
    assert f"not in this checkout any more; what was read from there is kept:\n  {LEDGER_PATH}" in said
    assert len(json.loads(run("table", "spending", "--format", "json", folder=folder).stdout)["rows"]) == 3


def test_what_is_gone_is_dropped_when_a_person_says_so(folder: Path) -> None:
    write(folder / "repo", {"archives/council/jsg_requests.md": REQUESTS})
    run("import", "repo", folder=folder)
    (folder / "repo" / LEDGER_PATH).unlink()
    assert "--drop-gone --dry-run shows" in run("import", "repo", folder=folder).stdout
    said = run("import", "repo", "--drop-gone", "--dry-run", folder=folder).stdout
    assert f"would be dropped with all that was read from there:\n  - {LEDGER_PATH}" in said
    assert "(spending-csv: 3 spending-row; 1 problem)" in said
    done = json.loads(run("import", "repo", "--drop-gone", "--json", folder=folder).stdout)
    assert done["dropped_files"] == [{"path": LEDGER_PATH, "format": "spending-csv", "rows": 3, "problems": 1}]
    assert done["gone_files"] == []
    assert json.loads(run("table", "spending", "--format", "json", folder=folder).stdout)["rows"] == []
    assert "whole checkout" in run("import", "repo/archives/council", "--drop-gone", folder=folder, check=2).stderr


def test_a_preview_speaks_of_what_changes(folder: Path) -> None:
    other = "archives/council/spending_proposal_categories.json"
    write(folder / "repo", {"archives/giza_backup/proposals.txt": "nothing", other: "[{"})
    run("import", "repo", folder=folder)
    write(folder / "repo", {LEDGER_PATH: LEDGER + "Antioch,4,A shed,Approved,x5,5,,,Tools,,,\n"})
    said = run("import", "repo", "--dry-run", folder=folder).stdout
    assert f"! problem amount-unparsable  ({LEDGER_PATH}:5)" in said
    assert f"= still problem spreadsheet-damage  ({LEDGER_PATH}:4)" in said
    assert f"({other}:" not in said
    assert "of files that did not change: as before." in said
    found = json.loads(run("import", "repo", "--dry-run", "--json", folder=folder).stdout)
    assert {(problem["code"], problem["change"]) for problem in found["problems"]} >= {
        ("amount-unparsable", "new"),
        ("spreadsheet-damage", "standing"),
        ("file-unreadable", "standing"),
    }
    run("import", "repo", folder=folder)
    write(folder / "repo", {LEDGER_PATH: LEDGER})
    said = run("import", "repo", folder=folder).stdout
    assert f"  - no more problem amount-unparsable  ({LEDGER_PATH}:5)" in said
    assert "spreadsheet-damage" not in said


def test_a_repair_that_cannot_be_is_refused(folder: Path) -> None:
    run("import", "repo", folder=folder)
    listed = json.loads(run("problems", "--code", "spreadsheet-damage", "--json", folder=folder).stdout)["rows"]
    done = run("problems", "repair", "--why", "x", listed[0]["id"], "--", "-5", folder=folder, check=2)
    assert "amount_minted of spending-row antioch/3 cannot be -5: it cannot be less than nothing" in done.stderr


VIEW = """name = "{name}"
title = "Some rows"
description = "Rows of a table."
table = "{table}"
columns = ["{column}"]
"""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "There is no view in views"),
        ("name = [", "cannot be read as TOML"),
        ('title = "x"', '"name" must be a text'),
        (VIEW.format(name="some-rows", table="spendings", column="title"), 'no table "spendings"'),
        (VIEW.format(name="some-rows", table="spending", column="titel"), 'nearest known one is "title"'),
        (VIEW.format(name="spending", table="spending", column="title"), "a table has this name"),
        (
            VIEW.format(name="first", table="spending", column="title"),
            f"another view of this name ({Path('views/a.toml')})",
        ),
    ],
)
def test_a_wrong_view_is_named_by_its_file(folder: Path, content: str | None, words: str) -> None:
    run("import", "repo", folder=folder)
    (folder / "views").mkdir()
    if content is not None:
        write(
            folder / "views", {"a.toml": VIEW.format(name="first", table="spending", column="title"), "b.toml": content}
        )
    done = run("publish", "--out", "out", "--views", "views", folder=folder, check=2)
    assert words in done.stderr
    assert content is None or str(Path("views/b.toml")) in done.stderr
    assert not (folder / "out").exists()


@pytest.mark.parametrize("known", [True, False])
def test_a_program_is_named_so_that_a_shell_finds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    write(tmp_path, {"bin/secretariat": "#!/bin/sh\n"})
    (tmp_path / "bin/secretariat").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "bin") if known else "/nowhere")
    monkeypatch.setattr(sys, "argv", ["bin/secretariat", "demo"])
    assert this_program() == ("secretariat" if known else str(tmp_path / "bin/secretariat"))


def test_an_amount_in_millions_is_understood_and_can_be_withdrawn(folder: Path) -> None:
    run("import", "repo", folder=folder)
    listed = json.loads(run("problems", "--code", "spreadsheet-damage", "--json", folder=folder).stdout)["rows"]
    identifier = listed[0]["id"]
    before = run("table", "spending", folder=folder).stdout
    said = run("problems", "repair", identifier, "1.5M", "--why", "The page shows it.", folder=folder).stdout
    assert "is now 1500000" in said
    assert "already" in run("problems", "repair", identifier, "1500k", "--why", "Again.", folder=folder).stdout
    row = run("table", "spending", "--where", "number=3", "--columns", "source,amount_minted", folder=folder).stdout
    assert f"{LEDGER_PATH}:4; amount_minted repaired by ada (journal 1)" in row.replace("\\", "")
    assert row.startswith("| source ")
    assert "is open again" in run("problems", "reopen", identifier, "--why", "A slip.", folder=folder).stdout
    assert run("table", "spending", folder=folder).stdout == before


def test_problems_are_chosen_counted_and_put_in_order(folder: Path) -> None:
    broken = "archives/council/spending_proposal_categories.json"
    write(folder / "repo", {broken: "[{"})
    run("import", "repo", folder=folder)
    rows = json.loads(run("problems", "--json", folder=folder).stdout)["rows"]
    ranks = [["error", "warning", "note"].index(row["severity"]) for row in rows]
    assert len(set(ranks)) > 1
    places = [(rank, row["file"], row["line"]) for rank, row in zip(ranks, rows, strict=True)]
    assert places == sorted(places)
    said = run("problems", folder=folder).stdout.splitlines()
    assert said[0].startswith(f"{len(rows)} problems: ")
    assert sum(int(line.split()[0]) for line in said[1 : said.index("")]) == len(rows)
    errors = json.loads(run("problems", "--severity", "error", "--json", folder=folder).stdout)["rows"]
    assert errors == [row for row in rows if row["severity"] == "error"]
    own = json.loads(run("problems", "--file", "categories.json", "--json", folder=folder).stdout)["rows"]
    assert own == [row for row in rows if row["file"] == broken]
    none = run("problems", "--file", "notes.txt", "--severity", "note", folder=folder).stdout
    assert none == f"0 problems with --severity note --file notes.txt; without that there are {len(rows)}.\n"
    assert "no imported file" in run("problems", "--file", "nowhere.md", folder=folder, check=2).stderr


def test_a_table_without_rows_says_so_beside_what_is_printed(folder: Path) -> None:
    run("import", "repo", folder=folder)
    none = ("table", "spending", "--where", "number=999")
    assert run(*none, folder=folder).stderr == "0 rows\n"
    for form in ("csv", "json"):
        assert run(*none, "--format", form, folder=folder).stderr == ""
    words = run("table", "spending", "--where", "status=Approved", folder=folder).stderr.split("\n")
    assert words[0] == "0 rows"
    assert words[1].startswith("status holds: ")
    assert "approved" in words[1]
    assert run("table", "spending", "--where", "status=approved", folder=folder).stderr == ""


def test_columns_are_chosen_in_the_order_named(folder: Path) -> None:
    run("import", "repo", folder=folder)
    said = run("table", "spending", "--columns", "title,number", "--format", "csv", folder=folder).stdout
    assert said.splitlines()[:2] == ["title,number", "Paint the door,1"]
    done = run("table", "spending", "--columns", "titel", folder=folder, check=2)
    assert "Did you mean 'title'?" in done.stderr


@pytest.mark.parametrize(("chosen", "hint"), [((), True), (("--columns", "number"), False)])
def test_a_wide_table_in_a_terminal_tells_of_the_columns(folder: Path, chosen: tuple[str, ...], hint: bool) -> None:
    run("import", "repo", folder=folder)
    screen, terminal = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "secretariat", "table", "spending", "--where", "number=1", *chosen],
        cwd=folder,
        env={**os.environ, "COLUMNS": "80"},
        stdout=terminal,
        stderr=subprocess.PIPE,
        text=True,
        check=True,
        timeout=100,
    )
    os.close(terminal)
    os.close(screen)
    assert ("--columns network,chain,number" in done.stderr) is hint
