"""Limits: how much each channel takes in one act, so that nobody says yes to what can never be sent."""

from collections.abc import Sequence

from secretariat.desk.acts import Channel, Kind, Mention
from secretariat.desk.messages import titled
from secretariat.desk.parts import BOUNDS, CALLED, MOST_PARTS, parts_of
from secretariat.desk.splitting import CannotSplit

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
    if channel in BOUNDS:
        return _not_in_messages(channel, titled(title, text), mentions, name)
    if kind == "forum-thread" and len(title) > THREAD_TITLE_CHARACTERS:
        return f"the title has {len(title):,} characters, and a thread's has {THREAD_TITLE_CHARACTERS:,} at most"
    size = len(text.encode())
    if channel == "chain" and size > CHAIN_BYTES:
        return f"the text has {size:,} bytes, and a block takes {CHAIN_BYTES:,}"
    return ""


def _not_in_messages(channel: Channel, text: str, mentions: Sequence[Mention], name: str) -> str:
    """Say why a text cannot be sent as one message or several; empty where it can."""
    bounds = BOUNDS[channel]
    taken = f"{CALLED[channel]} takes {bounds.longest:,}"
    try:
        parts_of(channel, text, mentions, name)
    except CannotSplit as error:
        if error.too_many:
            return f"it would be more than {MOST_PARTS} messages, as {taken} characters in one: shorten it by {error.over:,}"
        what = "the message" if error.whole else "a stretch of it, without a place where it can be parted,"
        return f"{what} has {bounds.longest + error.over:,} characters with the desk's last line, and {taken}: shorten it by {error.over:,}"
    return ""
