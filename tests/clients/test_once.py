"""What changes something elsewhere: an address or a proxy that cannot be used is told as not sent, for no byte has left."""

from dataclasses import replace

import pytest

from secretariat.clients.bounds import WireSettings
from secretariat.clients.once import NotSent, post_once

QUICK = WireSettings(connect_seconds=2, read_seconds=2, whole_seconds=3, attempts=1)


@pytest.mark.parametrize("url", ["http://discord..example/hook", "ftp://example.org/hook", "http://127.0.0.1:1/hook"])
def test_an_address_that_cannot_be_used_gets_nothing(url: str) -> None:
    assert isinstance(post_once(url, {}, QUICK), NotSent)


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:port", "ftp://127.0.0.1:1", "socks5://127.0.0.1:1"])
def test_through_a_proxy_that_cannot_be_used_nothing_leaves(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("HTTP_PROXY", proxy)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    ended = post_once("http://mail.practice.example/hook", {}, replace(QUICK, proxies_from_environment=True))
    assert isinstance(ended, NotSent)
    assert "mail.practice.example cannot be reached" in ended.why
