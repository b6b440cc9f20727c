"""A link that shows a call in polkadot-js apps, only shown and never followed by this program."""

from urllib.parse import quote

LONGEST = 16_000
"""Letters of a link that browsers and messengers carry whole; a longer call is pasted from its hex."""


def apps_link(apps: str, node: str, call: bytes) -> str | None:
    """Give the address at which polkadot-js apps decodes a call at a node.

    ``apps`` is the page, ``node`` the node's address for a browser (ws:// or wss://). None where one is not configured, or where
    the call is too long for a link.
    """
    if not apps or not node:
        return None
    link = f"{apps.rstrip('/')}/?rpc={quote(node, safe='')}#/extrinsics/decode/0x{call.hex()}"
    return link if len(link) <= LONGEST else None
