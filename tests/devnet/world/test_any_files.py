"""World files with any damage: they are read, or refused in one sentence that names the file and the place."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secretariat.devnet import fault_files, json_files
from secretariat.devnet.network import Network
from secretariat.devnet.world.build import build
from secretariat.devnet.world.files import WorldFileError, parse, schema

ROOT = Path(__file__).parents[3]
EXAMPLES = [
    json.loads(path.read_text())
    for pattern in (
        "src/secretariat/devnet/world/scenarios/*.json",
        "tests/devnet/synced/worlds/*.json",
        "docs/contracts/examples/devnet/world-*.json",
    )
    for path in sorted(ROOT.glob(pattern))
]
FAULTS = json.loads((ROOT / "docs/contracts/examples/devnet/faults.json").read_text())

NUMBERS = st.sampled_from(
    [-(2**128), -1, 0, 1, 7, 10**6, 2**32 - 1, 2**32, 2**64, 2**128 - 1, 2**128, 10**40, 0.5, 5.0, 1e308]
)
WORDS = st.sampled_from(
    ["", "x", "0x", "0xzz", "1 JOY", "-1 JOY", "² JOY", "9" * 60 + " JOY", "world", "dario", "ada", "councilor-1",
     "councilor-9", "lead-App", "\x00", "é", "𝔘" * 700, "Council.NotCouncilor"]
)  # fmt: skip
FORMS: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, [], {}, [1], [2, 1], {"a": 1}, {"after": "p"}, {"stage": "idle", "cycle": 1, "begins": 5},
     {"stage": "voting", "cycle": 5, "ends": -300_000}]
)  # fmt: skip
VALUES = NUMBERS | WORDS | FORMS


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inner:
        yield (*path, step)
        yield from paths(each, (*path, step))


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def damage(document: Any, draw: st.DrawFn, within: tuple[Any, ...] = ()) -> None:
    """Change one place: another value, one of another file, none, twice, under another name."""
    *above, last = draw(
        st.sampled_from([path for path in paths(document) if path[: len(within)] == within] or [("world",)])
    )
    parent = at(document, tuple(above))
    way = draw(st.sampled_from(["value", "value", "foreign", "gone", "twice", "renamed"]))
    if way == "gone":
        parent.pop(last)
    elif way == "twice" and isinstance(parent, list):
        parent.insert(0, copy.deepcopy(parent[last]))
    elif way == "renamed" and isinstance(parent, dict):
        parent[draw(st.sampled_from(["x", "block", "actor", "act", "label", "fails", "amount"]))] = parent.pop(last)
    elif way == "foreign":
        other = draw(st.sampled_from(EXAMPLES))
        parent[last] = copy.deepcopy(at(other, draw(st.sampled_from(list(paths(other))))))
    else:
        parent[last] = draw(VALUES)


@st.composite
def damaged(draw: st.DrawFn, times: int = 2, within: tuple[Any, ...] = ()) -> Any:
    document = copy.deepcopy(draw(st.sampled_from(EXAMPLES)))
    for _ in range(draw(st.integers(1, times))):
        damage(document, draw, within)
    return document


def is_one_sentence(error: Exception, name: str) -> None:
    told = str(error)
    assert told.startswith(f"{name}: ")
    assert len(told) < 1_500
    told.encode()


@settings(max_examples=150, deadline=None)
@given(damaged())
def test_any_damage_is_told_in_one_sentence(document: Any) -> None:
    try:
        parse(json.dumps(document).encode(), "w.json")
    except WorldFileError as error:
        is_one_sentence(error, "w.json")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=40) | st.text(max_size=40).map(str.encode), st.integers(0, 300))
def test_any_bytes_within_a_file_are_told_in_one_sentence(raw: bytes, place: int) -> None:
    whole = json.dumps(EXAMPLES[0]).encode()
    try:
        parse(whole[:place] + raw + whole[place + len(raw) :], "w.json")
    except WorldFileError as error:
        is_one_sentence(error, "w.json")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=damaged(times=1, within=("acts",)))
def test_acts_with_any_damage_are_done_fail_or_are_told(tmp_path: Path, document: Any) -> None:
    document |= {"size": "small"}
    path = tmp_path / "w.json"
    path.write_text(json.dumps(document))
    try:
        network = Network(build(path))
    except WorldFileError as error:
        is_one_sentence(error, str(path))
        return
    network.advance(2_000)
    json.dumps([network.truth(), network.state()])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b'{"world": NaN}', "NaN is no number of JSON"),
        (b'{"world": -Infinity}', "-Infinity is no number of JSON"),
        (b'{"world": ' + b"9" * 5_000 + b"}", "a number has more digits than anything needs"),
        (b'{"world": 1, "title": "T", "seed": 5.5}', "seed: 5.5 is not of type 'integer'"),
        (b'{"world": 1, "title": "T", "seed": 1e999}', "1e999 is too large a number"),
        (b'{"world": 1e9999999999999999999}', "1e9999999999999999999 is too large or too small a number"),
        (b'{"world": 1e-9999999999999999999}', "1e-9999999999999999999 is too large or too small a number"),
        (b'{"world": 1, "title": "T", "seed": true}', "seed: True is not of type 'integer'"),
    ],
)
def test_numbers_that_are_none_are_refused(text: bytes, told: str) -> None:
    with pytest.raises(json_files.FileWrong) as wrong:
        json_files.read(text, schema())
    assert str(wrong.value).startswith(told)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_fault_files_with_any_damage_are_told_in_one_sentence(data: st.DataObject) -> None:
    document = copy.deepcopy(FAULTS)
    (*above, last), value = data.draw(st.sampled_from(list(paths(document)))), data.draw(VALUES)
    at(document, tuple(above))[last] = value
    try:
        json_files.read(json.dumps(document).encode(), fault_files.schema())
    except json_files.FileWrong as error:
        is_one_sentence(ValueError(f"f.json: {error}"), "f.json")
