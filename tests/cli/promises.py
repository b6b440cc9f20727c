"""The shapes of JSON that commands promise: a golden file each, and every key in words on the contract's page."""

import json
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "contract" / "golden"
CONTRACTS = ROOT / "docs" / "contracts"


def promised(name: str, said: str, page: str = "commands.md") -> None:
    """Hold an answer against its golden file, and its keys against the part of the page about its contract."""
    found = json.dumps(_shape(json.loads(said)), indent=1, sort_keys=True) + "\n"
    path = GOLDEN / f"{name}.json"
    assert path.exists(), f"write {path.name} with what is printed now, after reading it: {found}"
    assert found == path.read_text(encoding="utf-8")
    text = (CONTRACTS / page).read_text(encoding="utf-8")
    about = text.partition(f"## {json.loads(said)['contract']}")[2].partition("\n## ")[0]
    keys = {key for part in _objects(json.loads(said)) for key in part}
    assert not [key for key in sorted(keys - {"contract"}) if f"`{key}`" not in about]


def _shape(value: object) -> object:
    if isinstance(value, dict):
        return {key: _shape(item) for key, item in value.items()}
    if isinstance(value, list):
        shapes = {json.dumps(_shape(item), sort_keys=True) for item in value}
        return [json.loads(shape) for shape in sorted(shapes)]
    return "null" if value is None else type(value).__name__


def _objects(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(item)
