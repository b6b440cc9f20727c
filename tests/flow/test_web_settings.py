"""``[web]``: addresses that can be reached and that nobody reads along."""

import pytest

from secretariat.flow.web_settings import WebSettings


@pytest.mark.parametrize(
    "address", ["", "https://desk.example", "https://desk.example:8443", "http://127.0.0.1:8420", "http://localhost"]
)
def test_an_address_that_can_be(address: str) -> None:
    assert WebSettings(address=address).address == address


@pytest.mark.parametrize(
    "address",
    ["http://desk.example", "https://desk.example/", "https://desk.example/desk", "desk.example", "https://a:b@desk.example", "ftp://x", "https://Desk.example", "https://"],
)  # fmt: skip
def test_an_address_that_cannot_be(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        WebSettings(address=address)
