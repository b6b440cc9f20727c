"""How much each channel takes in one act."""

import pytest

from secretariat.desk.acts import Channel, Kind, Mention
from secretariat.desk.limits import CHAIN_BYTES, LONGEST_NAME, too_long
from secretariat.desk.messages import calling, marker, with_marker
from secretariat.desk.parts import DISCORD_CHARACTERS, MOST_PARTS

LINE = len(with_marker("", marker("d4.1", "a" * 64)))
ROLE = Mention(kind="role", id="12345")


@pytest.mark.parametrize(
    ("kind", "channel", "title", "text", "mentions", "says"),
    [
        ("message", "discord", "", "x" * (DISCORD_CHARACTERS - LINE), (), ""),
        ("message", "discord", "", "x" * (DISCORD_CHARACTERS - LINE + 1), (), "2,001 characters"),
        ("message", "discord", "", "é" * (DISCORD_CHARACTERS - LINE), (), ""),
        ("message", "discord", "T", "x" * (DISCORD_CHARACTERS - LINE), (), "shorten it by 6"),
        ("message", "discord", "", "x" * (DISCORD_CHARACTERS - LINE), (ROLE,), "shorten it by"),
        ("message", "discord", "T", "Some words. " * 1_000, (ROLE,), ""),
        ("message", "discord", "", "x\n" * 5_000, (), ""),
        (
            "message",
            "discord",
            "",
            "a b.\n" + "x " * 1_000,
            (),
            "a stretch of it, without a place where it can be parted, has 2,",
        ),
        ("message", "discord", "", "x\n" * 10_000, (), f"more than {MOST_PARTS} messages"),
        ("message", "discord", "", "x\n" * 10_001, (), "shorten it by 2"),
        ("message", "file", "", "x" * 100_000, (), ""),
        ("forum-thread", "chain", "t" * 200, "x" * 5_000, (), ""),
        ("forum-thread", "chain", "t" * 201, "x", (), "the title has 201 characters"),
        ("forum-post", "chain", "", "x" * 100_000, (), ""),
        ("forum-post", "chain", "", "é" * (CHAIN_BYTES // 2 + 1), (), "bytes, and a block takes"),
        ("signal-proposal", "chain", "t" * 39, "x", (), ""),
    ],
)
def test_what_is_too_long_is_told_by_how_much(
    kind: Kind, channel: Channel, title: str, text: str, mentions: tuple[Mention, ...], says: str
) -> None:
    found = too_long(kind, channel, title, text, mentions=mentions, name="d4.1")
    assert (says in found) if says else not found, found


def test_what_has_no_name_yet_is_measured_with_the_longest() -> None:
    text = "x" * (DISCORD_CHARACTERS - LINE)
    assert not too_long("message", "discord", "", text, name="d4.1")
    assert f"shorten it by {len(LONGEST_NAME) - len('d4.1')}" in too_long("message", "discord", "", text)


def test_it_is_the_message_that_is_sent_which_is_measured() -> None:
    text = "x" * 1_900
    whole = calling(with_marker(text, marker("d4.1", "ab" * 32)), (ROLE,))
    more = "x" * (DISCORD_CHARACTERS - len(whole))
    assert not too_long("message", "discord", "", text + more, mentions=(ROLE,), name="d4.1")
    assert too_long("message", "discord", "", text + more + "x", mentions=(ROLE,), name="d4.1")
