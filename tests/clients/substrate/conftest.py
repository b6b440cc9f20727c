import json
from collections.abc import Callable
from pathlib import Path

import pytest

from secretariat.clients.substrate.metadata import load
from secretariat.clients.substrate.types import Runtime
from tests.practice.fixtures import practice, practice_node, reach

__all__ = ["practice", "practice_node", "reach"]


@pytest.fixture(scope="session")
def mainnet_text(shared: Callable[[str], Path]) -> str:
    found: str = json.loads(shared("data/joystream/chain-metadata.json").read_text())["result"]
    return found


@pytest.fixture(scope="session")
def mainnet(mainnet_text: str) -> Runtime:
    return load(mainnet_text)


@pytest.fixture(scope="session")
def practice_runtime(practice: str) -> Runtime:
    return load(practice)
