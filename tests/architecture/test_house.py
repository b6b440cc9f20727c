"""The house rules that no linter knows."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from secretariat.duties.register import DUTIES
from secretariat.duties.role import ROLE
from secretariat.duties.role_row import RoleRow
from secretariat.facts.kinds import KINDS
from secretariat.facts.problems import CODES
from secretariat.sources.archives.register import FORMATS

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "secretariat"
MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.name)
def test_each_duty_has_a_folder_a_page_and_tests(duty: object) -> None:
    name = duty.name  # type: ignore[attr-defined]
    for place in (PACKAGE / "duties" / name, ROOT / "docs" / "duties" / f"{name}.md", ROOT / "tests" / "duties" / name):
        assert place.exists(), f"the duty {name} has no {place.relative_to(ROOT)}"


def test_every_folder_of_a_duty_is_registered_and_independent() -> None:
    folders = {path.parent.name for path in (PACKAGE / "duties").glob("*/__init__.py")}
    assert folders == {duty.name for duty in DUTIES}
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    independent = next(contract for contract in contracts if contract["type"] == "independence")
    assert set(independent["modules"]) == {f"secretariat.duties.{name}" for name in folders}


def test_duties_need_only_known_kinds_and_answer_known_rows() -> None:
    for duty in DUTIES:
        assert set(duty.needs) <= set(KINDS), duty.name
        assert set(duty.role) <= {row.id for row in ROLE}, duty.name


def test_every_table_and_column_has_one_name_and_a_description() -> None:
    tables = [table for duty in DUTIES for table in duty.tables]
    assert len({table.name for table in tables}) == len(tables)
    for table in tables:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", table.name)
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names), table.name
        assert all(re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name) for name in names), table.name
        assert all(column.description and column.source for column in table.columns), table.name


def test_formats_have_one_name_each() -> None:
    assert len({known.name for known in FORMATS}) == len(FORMATS)


def test_problem_codes_are_lower_case_words_joined_by_hyphens() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in CODES)


def test_role_rows_have_one_id_each_and_proof_where_they_need_it() -> None:
    assert len({row.id for row in ROLE}) == len(ROLE)
    assert all(row.proof for row in ROLE if row.state != "planned")


@pytest.mark.parametrize("row", [row for row in ROLE if row.proof], ids=lambda row: row.id)
def test_the_tests_that_a_role_row_names_are_there(row: RoleRow) -> None:
    named = re.findall(r"tests/[a-z0-9_/]+(?:\.py)?", row.proof)
    assert [path for path in named if not (ROOT / path).exists()] == []
    assert row.state == "partly" or named, "what works has a test or a run that shows it"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_has_a_purpose_and_a_reader_can_hold_it(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "a module says what it holds"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350, "split it by what it knows"
    assert not {"utils", "common", "helpers", "base"} & set(path.with_suffix("").parts)
    if path.name == "__init__.py":
        allowed = (ast.Expr, ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign)
        assert all(isinstance(node, allowed) for node in tree.body)
        assert len(tree.body) == 1 or path.parent.parent.name == "duties"


def test_no_path_of_a_machine_and_no_lock_with_addresses_is_tracked() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    assert not [name for name in tracked if Path(name).name in {"uv.lock", "pylock.toml"}]
    for name in ("requirements.txt", "requirements-dev.txt"):
        assert "://" not in re.sub(r"^\s*#.*$", "", (ROOT / name).read_text(), flags=re.MULTILINE)


def test_the_readme_shows_the_two_commands_first() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in text.split("##")[1] or "make demo" in text.split("##")[0]
    assert "make test" in text


def test_generated_documents_are_what_the_code_says() -> None:
    from docs.generate import DOCS, DOCUMENTS

    for name, make in DOCUMENTS.items():
        assert (DOCS / name).read_text(encoding="utf-8") == make(), f"docs/{name} is stale: make docs"
