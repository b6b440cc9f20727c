"""The house rules that no linter knows."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from secretariat.duties.register import DUTIES
from secretariat.facts.kinds import KINDS
from secretariat.facts.problems import CODES
from secretariat.sources.archives.register import FORMATS

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "secretariat"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 320, 45
"""Lines; about 300 and 30 are aimed at."""


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


def test_duties_need_only_known_kinds() -> None:
    for duty in DUTIES:
        assert set(duty.needs) <= set(KINDS), duty.name


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


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_says_what_it_holds_and_a_reader_can_hold_it(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    purpose = (ast.get_docstring(tree) or "").split("\n\n")[0]
    assert re.fullmatch(r"(?:[^.!?]|[.!?](?!\s))+\.", purpose), f"one sentence says what a module holds: {purpose!r}"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE, "split it by what it knows"
    assert not {"utils", "common", "helpers", "base"} & set(path.relative_to(PACKAGE).with_suffix("").parts)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_function_fits_on_a_screen(path: Path) -> None:
    if path.parent == PACKAGE / "store" / "migrations" / "versions":
        return  # a landed migration never changes, and it is a list of tables
    found = [
        f"{node.name} has {length} lines"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert found == [], "split it along what it knows"


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.name == "__init__.py"], ids=lambda path: path.parent.name
)
def test_a_package_holds_only_its_docstring_or_its_duty(path: Path) -> None:
    body = ast.parse(path.read_text(encoding="utf-8")).body[1:]
    if path.parent.parent != PACKAGE / "duties":
        assert body == []
        return
    named = [node for node in body if not isinstance(node, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(target) for node in named if isinstance(node, ast.Assign) for target in node.targets] == [
        "DUTY"
    ]
    assert len(named) == 1


def test_no_lock_and_no_list_of_packages_holds_an_address() -> None:
    assert not [path for path in _tracked() if path.name in {"uv.lock", "pylock.toml"}]
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        assert len(lines) > 100, f"{name} holds the hashes"
        assert [line for line in lines if "://" in line.split("#")[0]] == []


def test_no_tracked_file_names_a_place_on_someone_s_machine() -> None:
    assert machine_places(f"in {'/'}home/ada/x and C:{chr(92)}Users{chr(92)}ada, file:/{'/'}Users/bert") != []
    assert machine_places("https://example.org/home/ada and ./work/x") == []
    found = []
    for path in _tracked():
        if path.suffix != ".png":
            found += [f"{path}: {place}" for place in machine_places((ROOT / path).read_text(encoding="utf-8"))]
    assert found == []


def machine_places(text: str) -> list[str]:
    """Find absolute paths into a person's or a machine's own folders."""
    return re.findall(r"(?<![\w.-])/(?:home|Users|root|work|mnt|media)/\w+|\b[A-Z]:\\+Users\b", text)


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = [Path(name) for name in listed.split("\0") if name and (ROOT / name).exists()]
    assert Path("README.md") in found
    return found
