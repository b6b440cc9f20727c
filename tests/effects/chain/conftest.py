from tests.clients.substrate.conftest import mainnet, mainnet_text

__all__ = ["mainnet", "mainnet_text"]
