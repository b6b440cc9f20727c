"""Fault files: read, checked against the published schema, told in one clear error where they are wrong."""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from secretariat.devnet import json_files
from secretariat.devnet.faults import Fault, Faults, Match, Planned


class FaultFileError(ValueError):
    """A fault file that is wrong; the message says where, and what is expected there."""


@cache
def schema() -> dict[str, Any]:
    """Give the schema that fault files keep to."""
    found: dict[str, Any] = json.loads((files("secretariat.devnet") / "faults.schema.json").read_text(encoding="utf-8"))
    return found


def load(path: Path) -> Faults:
    """Read a fault file. Raises FaultFileError."""
    try:
        document = json_files.read(path.read_bytes(), schema())
    except OSError as error:
        raise FaultFileError(f"{path}: it cannot be read: {error.strerror}") from error
    except json_files.FileWrong as error:
        raise FaultFileError(f"{path}: {error}") from error
    return Faults(_planned(one) for one in document["faults"])


def _planned(told: dict[str, Any]) -> Planned:
    return Planned(
        match=Match(**told["match"]), nth=told.get("nth", 1), times=told.get("times", 1), fault=Fault(**told["fault"])
    )
