"""The published schema of views says of a mapping what the reader says."""

import copy
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import secretariat.duties
from secretariat.facts.views import ViewError, view_of
from secretariat.flow.views import ViewUnreadable, saved_views

CONTRACTS = Path(__file__).parents[2] / "docs" / "contracts"
BUNDLED = sorted((Path(secretariat.duties.__file__).parent / "leaderboard" / "views").glob("*.toml"))
PUBLISHED: dict[str, Any] = json.loads((CONTRACTS / "view.schema.json").read_text(encoding="utf-8"))
SCHEMA = Draft202012Validator(PUBLISHED)

WHOLE: dict[str, Any] = {
    "name": "a-view",
    "title": "A view",
    "description": "Of something.",
    "table": "spending",
    "columns": ["category", "usd_sum"],
    "known": ["category"],
    "group_by": "category",
    "order": ["category", "-usd_sum"],
    "limit": 3,
    "headline": True,
    "where": {"status": "approved", "chain": ["antioch", "mainnet"], "usd": 1.5, "paid": True},
    "aggregates": {"usd": ["sum", "mean"], "chain": "count"},
    "chart": {"kind": "bar", "title": "Dollars", "x": "category", "y": ["usd_sum"], "split_by": "chain"},
}
VALUES: tuple[Any, ...] = (
    "", " ", "a", "-a", "A view", "a-view", "a" * 61, 0, 1, -1, 2.5, True, [], ["a"], ["a", "a"], ["a", 1], [""], {}, {"a": "a"}, {"a": "sum"},
    {"a": ["sum", "last"]}, {"a": []}, {"a": {}}, {"kind": "bar", "x": "a", "y": ["b"]}, {"kind": "pie", "x": "a", "y": ["b"]},
    {"kind": "bar", "x": [], "y": ["b"]}, "bar", "sum",
    "bar\n", " bar", "sum\n", "a-view\n",
)  # fmt: skip
PLACES: tuple[tuple[str, ...], ...] = (
    *((key,) for key in WHOLE),
    *(("chart", key) for key in ("kind", "title", "x", "y", "split_by", "colour")),
    ("where", "chain"),
    ("aggregates", "usd"),
    ("colour",),
)


def test_it_has_the_keys_of_the_reader() -> None:
    assert SCHEMA.is_valid(WHOLE)
    assert view_of(WHOLE).name == "a-view"
    assert set(PUBLISHED["properties"]) == set(WHOLE)
    assert set(PUBLISHED["properties"]["chart"]["properties"]) == set(WHOLE["chart"])


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_the_bundled_views_are_of_it(path: Path) -> None:
    SCHEMA.validate(tomllib.loads(path.read_text(encoding="utf-8")))


def test_the_documents_example_is_of_it() -> None:
    text = (CONTRACTS / "views.md").read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    SCHEMA.validate(tomllib.loads(text))


@pytest.mark.parametrize("place", PLACES, ids="-".join)
@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_it_takes_what_the_reader_takes(place: tuple[str, ...], value: Any) -> None:
    given = changed(place, value)
    assert SCHEMA.is_valid(given) is readable(given), given


@pytest.mark.parametrize("place", PLACES[:-1], ids="-".join)
def test_what_may_be_missing_is_said_alike(place: tuple[str, ...]) -> None:
    given = copy.deepcopy(WHOLE)
    inner = given
    for key in place[:-1]:
        inner = inner[key]
    inner.pop(place[-1], None)
    assert SCHEMA.is_valid(given) is readable(given)


def changed(place: tuple[str, ...], value: Any) -> dict[str, Any]:
    given = copy.deepcopy(WHOLE)
    inner = given
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    return given


def readable(given: dict[str, Any]) -> bool:
    try:
        view_of(given)
    except ViewError:
        return False
    return True


EXAMPLES = sorted((CONTRACTS / "examples" / "views").glob("*.toml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_example_is_the_contract_s_and_of_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    SCHEMA.validate(tomllib.loads(text))
    assert view_of(tomllib.loads(text)).name == path.stem
    assert text in (CONTRACTS / "views.md").read_text(encoding="utf-8")


def test_a_whole_number_is_one_however_it_is_written(tmp_path: Path) -> None:
    text = EXAMPLES[0].read_text(encoding="utf-8")
    (tmp_path / "a.toml").write_text(text.replace("limit = 40", "limit = 4e1"), encoding="utf-8")
    assert saved_views(tmp_path)[-1].limit == 40
    (tmp_path / "a.toml").write_text(text.replace("limit = 40", "limit = 40.5"), encoding="utf-8")
    with pytest.raises(ViewUnreadable, match="whole number"):
        saved_views(tmp_path)


@pytest.mark.parametrize("number", ["1e9999999999999999999", "1e-9999999999999999999", "9" * 5_000])
def test_a_number_that_nothing_holds_is_told_in_one_sentence(tmp_path: Path, number: str) -> None:
    (tmp_path / "own.toml").write_text(f"limit = {number}\n", encoding="utf-8")
    with pytest.raises(ViewUnreadable, match=r"own\.toml cannot be read: a number in it is too large or too small\.$"):
        saved_views(tmp_path)
