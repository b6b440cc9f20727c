"""Importing again, a part, a copy, in another order, on another database: the tables stay what they are."""

import json
import shutil
from pathlib import Path

import pytest

from tests.acceptance.community import LEDGER, Community, copied, imported, published
from tests.cli_run import run


def _differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Name the tables that differ: whole tables in an assertion would print megabytes."""
    return sorted(name for name in set(one) | set(other) if one.get(name) != other.get(name))


def test_a_second_import_leaves_every_table_unchanged(community: Community, tmp_path: Path) -> None:
    folder = copied(community, tmp_path / "again")
    said = run("import", str(community.archive), folder=folder).stdout
    assert "Differences to what was known" not in said
    assert _differences(published(folder), community.published) == []


def test_the_tables_are_what_the_command_prints(community: Community) -> None:
    listed = json.loads(run("table", "--format", "json", folder=community.folder).stdout)["tables"]
    assert [row["name"] for row in listed] == list(community.published)
    for row in listed:
        assert row["row_count"] == len(json.loads(community.published[row["name"]])["rows"])
        assert row["description"]


@pytest.mark.parametrize(
    "part",
    [
        "archives", "archives/council", "archives/council/reports/giza", "archives/giza_backup", "council", "contributions",
        LEDGER, "archives/bounties/README.md",
    ],
)  # fmt: skip
def test_importing_a_part_changes_nothing(community: Community, tmp_path: Path, part: str) -> None:
    folder = copied(community, tmp_path / "part")
    run("import", str(community.archive / part), folder=folder)
    assert _differences(published(folder), community.published) == []


@pytest.mark.parametrize("part", [".", "archives/council/tokenomics", "archives/council/reports/archived"])
def test_importing_a_copy_from_elsewhere_changes_nothing(community: Community, tmp_path: Path, part: str) -> None:
    folder = copied(community, tmp_path / "store")
    copy = tmp_path / "a copy elsewhere"
    shutil.copytree(community.archive / part, copy)
    run("import", str(copy), folder=folder)
    assert _differences(published(folder), community.published) == []


def test_parts_first_and_then_the_whole_give_the_whole(community: Community, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    for part in ("archives/giza_backup", LEDGER, "archives/council"):
        imported(community.archive / part, folder)
    assert _differences(imported(community.archive, folder).published, community.published) == []


def test_a_dry_run_writes_nothing_before_and_after(community: Community, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    said = run("import", str(community.archive), "--dry-run", folder=empty).stdout
    assert "+ spending-row " in said
    assert "Nothing was written" in said
    assert published(empty) == {}
    folder = copied(community, tmp_path / "store")
    said = run("import", str(community.archive), "--dry-run", folder=folder).stdout
    assert not [line for line in said.splitlines() if line.startswith(("+ ", "~ ", "- "))]
    assert _differences(published(folder), community.published) == []


def test_a_newer_version_of_a_file_tells_its_differences(community: Community, tmp_path: Path) -> None:
    folder = copied(community, tmp_path / "store")
    newer = tmp_path / "newer" / Path(LEDGER).name
    newer.parent.mkdir()
    lines = (community.archive / LEDGER).read_text(encoding="utf-8").splitlines(keepends=True)
    newer.write_text("".join([*lines, "Giza,99999,Paint the door,Approved,10,10,,,,,,\n"]), encoding="utf-8")
    said = run("import", str(newer), folder=folder).stdout
    differences = [line for line in said.splitlines() if line.startswith(("  + ", "  ~ ", "  - "))]
    assert len(differences) == 1
    assert differences[0].startswith("  + spending-row antioch/99999 ")
    rows = json.loads(published(folder)["spending"])["rows"]
    assert len(rows) == len(community.rows("spending")) + 1
    run("import", str(community.archive), folder=folder)
    assert _differences(published(folder), community.published) == []


@pytest.mark.xdist_group("postgres")
def test_postgresql_gives_the_same_tables_byte_for_byte(
    community: Community, tmp_path: Path, postgres_url: str
) -> None:
    (tmp_path / "secretariat.toml").write_text(f'[store]\nurl = "{postgres_url}"\n')
    for _ in range(2):
        run("import", str(community.archive), folder=tmp_path)
        assert _differences(published(tmp_path, postgres_url), community.published) == []
