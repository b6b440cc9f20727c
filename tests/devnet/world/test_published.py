"""The published schema of world files says what the program does: whatever is changed at one place, both take it or neither."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from secretariat.devnet import fault_files
from secretariat.devnet.world.files import WorldFileError, parse
from secretariat.devnet.world.published import published

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "docs/contracts/examples/devnet"
SCENARIOS = sorted((ROOT / "src/secretariat/devnet/world/scenarios").glob("*.json"))
SCHEMA = jsonschema.Draft202012Validator(published())

ODD: list[Any] = [None, True, 0, -1, 12.0, 12.5, 2**32, 2**40, "", "x", "1 JOY", "1 JOY\n", [], {}, [2, 1], {"a": 1}]
BESIDE = ("no act has the label", "is used more than once", "is named more than once", "is no span", "waits for itself")
"""What the program says of things that no schema can say."""


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inner:
        yield (*path, step)
        yield from places(each, (*path, step))


def changed(document: Any) -> Iterator[tuple[tuple[Any, ...], Any, Any]]:
    """Give the document with each of its values as each odd one, left out, and with something beside it."""
    for path in places(document):
        for odd in [*ODD, "gone", "beside"]:
            made = copy.deepcopy(document)
            at = made
            for step in path[:-1]:
                at = at[step]
            if odd == "gone":
                del at[path[-1]]
            elif odd == "beside" and isinstance(at[path[-1]], dict):
                at[path[-1]]["foo"] = 1
            else:
                at[path[-1]] = copy.deepcopy(odd)
            yield path, odd, made


def refusal(document: Any) -> str:
    try:
        parse(json.dumps(document).encode(), "w.json")
    except WorldFileError as error:
        return str(error)
    return ""


def test_a_world_file_fits_the_schema_where_the_program_takes_it() -> None:
    document = json.loads((EXAMPLES / "world-question.json").read_text())
    unlike = []
    for path, odd, made in changed(document):
        why = refusal(made)
        if SCHEMA.is_valid(made) == bool(why) and not any(words in why for words in BESIDE):
            unlike.append((path, odd, why))
    assert unlike == []


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_scenario_fits_the_schema(path: Path) -> None:
    assert [error.message for error in SCHEMA.iter_errors(json.loads(path.read_text()))] == []


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        (
            {"acts": [{"block": {"after": "a"}, "actor": "world", "act": "reorganise", "arguments": {"depth": 1}}]},
            False,
        ),
        ({"acts": [{"block": 9, "actor": "world", "act": "announce"}]}, False),
        ({"acts": [{"block": 9, "actor": "ada", "act": "announce"}]}, True),
        ({"settings": {"constants": {"Council.CandidacyLockId": "0x00"}}}, False),
        ({"settings": {"constants": {"Council.CouncilSize": 0}}}, False),
        ({"settings": {"constants": {"Council.MinNumberOfExtraCandidates": 0}}}, True),
    ],
)
def test_who_does_what_and_which_constants_there_are_stands_in_the_schema(change: Any, fits: bool) -> None:
    document = {"world": 1, "title": "T", **change}
    assert (SCHEMA.is_valid(document), refusal(document) == "") == (fits, fits)


def test_a_whole_number_is_one_however_it_is_written(tmp_path: Path) -> None:
    assert parse(b'{"world": 1, "title": "T", "seed": 12.0}', "w.json").settings.seed == 12
    path = tmp_path / "f.json"
    path.write_text(
        '{"faults": [{"match": {"server": "node"}, "times": 2.0, "fault": {"kind": "status", "status": 5e2}}]}'
    )
    (planned,) = fault_files.load(path).planned
    assert (planned.times, planned.fault.status) == (2, 500)
