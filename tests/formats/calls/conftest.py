import pytest

from secretariat.clients.substrate.metadata import load
from secretariat.clients.substrate.types import Runtime
from secretariat.devnet.chain.specs import Spec
from secretariat.devnet.metadata.runtime import Runtimes
from tests.clients.substrate.conftest import mainnet, mainnet_text

__all__ = ["mainnet", "mainnet_text"]


@pytest.fixture(scope="session")
def devnet() -> Runtime:
    """Give the newest runtime of the practice network."""
    return load("0x" + Runtimes().of(Spec()).metadata.hex())
