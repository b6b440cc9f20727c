"""The data package: what the published files hold, as a Frictionless Data Package of version 1."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from secretariat.facts.tables import Built, ValueType

_FIELD_TYPES: dict[ValueType, str] = {
    "text": "string",
    "integer": "integer",
    "amount": "number",
    "decimal": "number",
    "moment": "string",
    "boolean": "boolean",
}
"""Moments are strings: some are only a date, others go to the second."""

_FORMATS = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishedFile:
    """One file of the package: its path below ``datapackage.json``, its bytes, and the table it holds if just one."""

    path: str
    content: bytes
    built: Built | None = None


def render(*, name: str, title: str, description: str, as_of: str | None, files: Sequence[PublishedFile]) -> bytes:
    """Give the bytes of ``datapackage.json``: a resource for every file, CSV files with the schema of their table.

    ``name`` is lower-case words joined by hyphens. A file's format is the ending of its path.
    """
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": name,
        "title": title,
        "description": description,
    }
    if as_of is not None:
        package["as_of"] = as_of
    package["resources"] = [_resource(file) for file in files]
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _resource(file: PublishedFile) -> dict[str, Any]:
    """Describe one file, with its size and SHA-256."""
    stem, _, ending = file.path.rpartition("/")[2].rpartition(".")
    tabular = ending == "csv" and file.built is not None
    resource: dict[str, Any] = {
        "name": stem if tabular else f"{stem}-{ending}",
        "profile": "tabular-data-resource" if tabular else "data-resource",
        "path": file.path,
    }
    if file.built is not None:
        resource |= {"title": file.built.title, "description": file.built.description}
    resource |= {
        "format": ending,
        "mediatype": _FORMATS.get(ending, "application/octet-stream"),
        "bytes": len(file.content),
        "hash": f"sha256:{hashlib.sha256(file.content).hexdigest()}",
    }
    if tabular and file.built is not None:
        resource |= {"encoding": "utf-8", "schema": _schema(file.built)}
    return resource


def _schema(built: Built) -> dict[str, Any]:
    """Describe a table's columns; an empty cell is a value that is not known."""
    fields = [
        {
            "name": heading.name,
            "type": _FIELD_TYPES[heading.unit.type],
            "description": heading.description,
            "unit": heading.unit.name,
            "source": heading.source,
        }
        for heading in built.headings
    ]
    return {"fields": fields, "missingValues": [""]}
