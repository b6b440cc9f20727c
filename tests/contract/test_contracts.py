"""Contracts keep their shape: golden files of what commands print on the bundled example."""

import json
from pathlib import Path

import pytest

from secretariat.desk.despite import despite_table
from secretariat.duties.register import DUTIES
from tests.cli_run import run

GOLDEN = Path(__file__).parent / "golden"
EXAMPLE = Path(__file__).parents[2] / "src" / "secretariat" / "demo" / "archive"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder whose store holds the example."""
    made = tmp_path_factory.mktemp("contract")
    run("import", str(EXAMPLE), folder=made)
    return made


def _shape(value: object) -> object:
    """Reduce JSON to its keys and types; a list to the shapes of its items, each once."""
    if isinstance(value, dict):
        return {key: _shape(item) for key, item in value.items()}
    if isinstance(value, list):
        shapes = {json.dumps(_shape(item), sort_keys=True) for item in value}
        return [json.loads(shape) for shape in sorted(shapes)]
    return "null" if value is None else type(value).__name__


def _golden(name: str, found: str) -> None:
    path = GOLDEN / name
    assert path.exists(), f"write {path.name} with what is printed now, after reading it: {found[:2000]}"
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["terms", "spending", "checks", "problems", "council-members"])
def test_a_table_is_printed_as_it_was_promised(folder: Path, name: str) -> None:
    said = json.loads(run("table", name, "--format", "json", folder=folder).stdout)
    assert list(said) == ["contract", "table", "as_of", "columns", "rows"]
    assert said["rows"], "an empty table proves nothing"
    assert all(list(row) == [column["name"] for column in said["columns"]] for row in said["rows"])
    types = {"text": str, "integer": int, "amount": str, "decimal": str, "moment": str, "boolean": bool}
    for column in said["columns"]:
        for row in said["rows"]:
            assert row[column["name"]] is None or isinstance(row[column["name"]], types[column["type"]])


def test_no_released_column_was_renamed_retyped_or_removed() -> None:
    now = {
        table.name: {column.name: [column.unit.type, column.unit.name] for column in table.columns}
        for table in (*(table for duty in DUTIES for table in duty.tables), despite_table(()))
    }
    released = json.loads((GOLDEN / "columns.json").read_text(encoding="utf-8"))
    for name, columns in released.items():
        assert columns.items() <= now[name].items(), f"{name}: a released column is part of the contract"
    assert released == now, "new columns are added to golden/columns.json: python -m tests.contract.write_columns"


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("import", ("import", str(EXAMPLE), "--dry-run", "--json")),
        ("tables", ("table", "--format", "json")),
        ("role", ("role", "--json")),
    ],
)
def test_a_command_s_json_keeps_its_shape(tmp_path: Path, folder: Path, name: str, arguments: tuple[str, ...]) -> None:
    said = json.loads(run(*arguments, folder=tmp_path if name == "import" else folder).stdout)
    _golden(f"{name}.json", json.dumps(_shape(said), indent=1, sort_keys=True) + "\n")


def test_publishing_keeps_its_folder(folder: Path) -> None:
    run("publish", "--out", "out", folder=folder)
    first = {path: path.read_bytes() for path in sorted((folder / "out").rglob("*")) if path.is_file()}
    run("publish", "--out", "out", folder=folder)
    assert {path: path.read_bytes() for path in sorted((folder / "out").rglob("*")) if path.is_file()} == first
    listed = json.loads((folder / "out" / "published.json").read_text())
    assert listed["contract"] == "secretariat.published/1"
    names = {path.relative_to(folder / "out").as_posix() for path in first}
    assert {file["path"] for file in listed["files"]} | {"published.json"} == names
    assert {"index.html", "leaderboard.xlsx", "datapackage.json", "csv/terms.csv", "parquet/terms.parquet"} <= names


def test_publishing_touches_nobody_else_s_files(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    done = run("publish", "--out", str(tmp_path), folder=folder, check=2)
    assert "Choose another folder" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert (tmp_path / "index.html").read_text() == "mine"


def test_what_is_not_published_any_more_is_removed_and_the_rest_kept(folder: Path, tmp_path: Path) -> None:
    views = tmp_path / "views"
    views.mkdir()
    (views / "mine.toml").write_text('name = "my-view"\ntitle = "Mine"\ndescription = "My view."\ntable = "terms"\n')
    run("publish", "--out", str(tmp_path / "out"), "--views", str(views), folder=folder)
    assert (tmp_path / "out" / "views" / "my-view.html").exists()
    (tmp_path / "out" / "notes.txt").write_text("mine")
    run("publish", "--out", str(tmp_path / "out"), folder=folder)
    assert not (tmp_path / "out" / "views" / "my-view.html").exists()
    assert (tmp_path / "out" / "notes.txt").exists()


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ('name = "x"\ntitle = "X"\ndescription = "X."\ntable = "term"\n', "terms"),
        ("name = ", "x.toml cannot be read as TOML"),
        ('nam = "x"\n', "x.toml"),
    ],
)
def test_a_wrong_view_is_said_in_words(folder: Path, tmp_path: Path, view: str, words: str) -> None:
    (tmp_path / "x.toml").write_text(view)
    done = run("publish", "--out", str(tmp_path / "out"), "--views", str(tmp_path), folder=folder, check=2)
    assert words in done.stderr
    assert not (tmp_path / "out").exists()
