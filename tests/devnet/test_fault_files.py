"""Fault files: what they may say is in the schema, the contract's page and the code alike; what is wrong is named by its place."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from secretariat.devnet.fault_files import FaultFileError, load, schema
from secretariat.devnet.faults import KINDS
from secretariat.devnet.running import SERVERS

CONTRACTS = Path(__file__).parents[2] / "docs" / "contracts"
EXAMPLE = CONTRACTS / "examples" / "devnet" / "faults.json"


def one(**changed: Any) -> dict[str, Any]:
    """Give a good fault with some parts replaced."""
    return {"match": {"server": "node"}, "fault": {"kind": "reset"}, **changed}


def test_the_example_keeps_to_the_schema_and_can_be_read() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    faults = load(EXAMPLE)
    assert faults.due("query-node", "POST", "/graphql", b"{}") is None
    assert faults.due("discord", "POST", "/api/webhooks/1/x", b"{}").kind == "answer-lost"  # type: ignore[union-attr]


def test_faults_count_only_what_fits() -> None:
    faults = load(EXAMPLE)
    asked = [faults.due("node", "POST", "/", b"state_queryStorageAt") for _ in range(4)]
    assert [found and found.kind for found in asked] == [None, None, "reset", None]
    found = [faults.due("query-node", "POST", "/graphql", b"members") for _ in range(8)]
    assert [one and one.status for one in found] == [None] * 4 + [503] * 2 + [None] * 2


def test_what_each_fault_saw_and_did_is_told() -> None:
    faults = load(EXAMPLE)
    for _ in range(4):
        faults.due("node", "POST", "/", b"state_queryStorageAt")
    faults.due("node", "POST", "/", b"chain_getHeader")
    told = faults.told()
    assert [(one["kind"], one["seen"], one["fired"]) for one in told] == [
        ("status", 0, 0),
        ("row-missing", 0, 0),
        ("reset", 4, 1),
        ("answer-lost", 0, 0),
    ]
    assert told[2] | {"seen": 0} == {
        "kind": "reset",
        "match": {"server": "node", "contains": "state_queryStorageAt"},
        "nth": 3,
        "times": 1,
        "seen": 0,
        "fired": 1,
    }


def test_the_page_the_schema_and_the_code_name_the_same() -> None:
    fault = schema()["properties"]["faults"]["items"]["properties"]
    assert fault["fault"]["properties"]["kind"]["enum"] == list(KINDS)
    assert set(fault["match"]["properties"]["server"]["enum"]) == set(SERVERS)
    page = (CONTRACTS / "fault-files.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.+?) \| (?:yes|no)", page, re.MULTILINE)
    assert {kind for row in rows for kind in re.findall(r"`([a-z-]+)`", row)} == set(KINDS)


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ([], "the whole file"),
        ({}, "the whole file"),
        ({"faults": [], "more": 1}, "the whole file"),
        ({"faults": {}}, "faults"),
        ({"faults": [one(match={})]}, "faults[0].match"),
        ({"faults": [one(), one(match={"server": "moon"})]}, "faults[1].match.server"),
        ({"faults": [one(match={"server": "node", "port": 1})]}, "faults[0].match"),
        ({"faults": [one(nth=0)]}, "faults[0].nth"),
        ({"faults": [one(nth=True)]}, "faults[0].nth"),
        ({"faults": [one(times=-1)]}, "faults[0].times"),
        ({"faults": [one(fault={"kind": "explode"})]}, "faults[0].fault.kind"),
        ({"faults": [one(fault={"kind": "status", "status": 99})]}, "faults[0].fault.status"),
        ({"faults": [one(fault={"kind": "slow", "seconds": 3601})]}, "faults[0].fault.seconds"),
        ({"faults": [one(fault={"kind": "status", "headers": {"A": 1}})]}, "faults[0].fault.headers.A"),
    ],
)
def test_what_is_wrong_is_named_by_its_place(tmp_path: Path, document: Any, place: str) -> None:
    path = tmp_path / "f.json"
    path.write_text(json.dumps(document))
    with pytest.raises(FaultFileError) as refused:
        load(path)
    assert str(refused.value).startswith(f"{path}: {place}: ")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b'{"faults": 1e9999999999999999999}', "too large or too small"),
        (b"", "no JSON"),
        (b"{", "no JSON"),
        (b"\xff\xfe", "no JSON"),
        (b"[" * 200_000, "nested too deeply"),
    ],
)
def test_what_is_no_json_is_refused(tmp_path: Path, raw: bytes, words: str) -> None:
    (tmp_path / "f.json").write_bytes(raw)
    with pytest.raises(FaultFileError, match=words):
        load(tmp_path / "f.json")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FaultFileError, match="it cannot be read"):
        load(tmp_path)
