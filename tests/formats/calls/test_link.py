"""The link that shows a call in polkadot-js apps."""

from secretariat.formats.calls.link import LONGEST, apps_link

APPS = "https://polkadot.js.org/apps/"


def test_a_call_is_linked_at_its_node() -> None:
    assert (
        apps_link(APPS, "wss://rpc.joystream.org", b"\x00\x01\x04x")
        == "https://polkadot.js.org/apps/?rpc=wss%3A%2F%2Frpc.joystream.org#/extrinsics/decode/0x00010478"
    )


def test_there_is_no_link_without_a_page_or_a_node_or_for_a_call_too_long_for_one() -> None:
    assert apps_link("", "wss://rpc.joystream.org", b"x") is None
    assert apps_link(APPS, "", b"x") is None
    empty = len(apps_link(APPS, "ws://n", b"") or "")
    fits = b"x" * ((LONGEST - empty) // 2)
    assert len(apps_link(APPS, "ws://n", fits) or "") in (LONGEST - 1, LONGEST)
    assert apps_link(APPS, "ws://n", fits + b"x") is None
