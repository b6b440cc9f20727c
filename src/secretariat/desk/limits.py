"""Limits: how much each channel takes in one act, so that nobody says yes to what can never be sent."""

from collections.abc import Sequence

from secretariat.desk.acts import Channel, Kind, Mention
from secretariat.desk.messages import calling, marker, titled, with_marker

DISCORD_CHARACTERS = 2_000
"""A message's most characters, by Discord's API version 10: the title, whom it rings and the desk's last line count too."""

CHAIN_BYTES = 5 * 1024 * 1024 * 3 // 4
"""Bytes of a transaction that a block of Joystream's runtime can take: three quarters of 5 MiB."""

THREAD_TITLE_CHARACTERS = 200
"""A new thread's title. The chain sets no limit; the desk does, as a title is read in one line of a list."""

LONGEST_NAME = "d999999.99"
"""The name that a text has at most, for what has none yet."""


def too_long(
    kind: Kind, channel: Channel, title: str, text: str, *, mentions: Sequence[Mention] = (), name: str = LONGEST_NAME
) -> str:
    """Say why an act with these words can never be sent, time marks written out; empty where it can, as far as its length goes.

    ``name`` is that of the text, which stands in a message's last line. What the runtime limits in proposals is held against its own
    constants where the call is built.
    """
    if channel == "discord":
        whole = calling(with_marker(titled(title, text), marker(name, "0" * 64)), mentions)
        over = len(whole) - DISCORD_CHARACTERS
        return (
            f"the message has {len(whole):,} characters with the desk's last line, and Discord takes {DISCORD_CHARACTERS:,}: "
            f"shorten it by {over:,}"
            if over > 0
            else ""
        )
    if kind == "forum-thread" and len(title) > THREAD_TITLE_CHARACTERS:
        return f"the title has {len(title):,} characters, and a thread's has {THREAD_TITLE_CHARACTERS:,} at most"
    size = len(text.encode())
    if channel == "chain" and size > CHAIN_BYTES:
        return f"the text has {size:,} bytes, and a block takes {CHAIN_BYTES:,}"
    return ""
