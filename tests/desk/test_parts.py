"""What one act is on a channel: messages that fit, each known by its place, and whom each of them rings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.desk.acts import Mention
from secretariat.desk.messages import calling, marker, with_marker
from secretariat.desk.parts import DISCORD_CHARACTERS, MOST_PARTS, Part, parts_of
from secretariat.desk.splitting import CannotSplit

ROLE, USER, OTHER = Mention(kind="role", id="4"), Mention(kind="user", id="2"), Mention(kind="user", id="3")
PARAGRAPH = "Words of a sentence. " * 60
NAME, DIGEST = "d4.1", "ab" * 32


def sent(part: Part) -> str:
    """Give a message as Discord gets it."""
    return calling(with_marker(part.text, marker(part.name(NAME), DIGEST)), part.mentions)


def test_what_fits_is_one_message_as_it_is() -> None:
    (one,) = parts_of("discord", "Voting ends. ", (ROLE,), NAME)
    assert one == Part(number=1, of=1, text="Voting ends. ", mentions=(ROLE,))
    assert one.name(NAME) == NAME


def test_what_does_not_fit_is_several_each_known_by_its_place() -> None:
    parts = parts_of("discord", "\n\n".join([PARAGRAPH] * 3), (), NAME)
    assert [one.name(NAME) for one in parts] == ["d4.1 1/3", "d4.1 2/3", "d4.1 3/3"]
    assert [one.text for one in parts] == [PARAGRAPH.strip()] * 3
    assert sent(parts[1]).endswith("\n-# d4.1 2/3 · abababababab")


def test_whom_a_text_names_rings_where_it_does_and_all_others_with_the_first_message() -> None:
    parts = parts_of("discord", f"{PARAGRAPH}\n\n{PARAGRAPH} <@3>", (ROLE, USER, OTHER), NAME)
    assert [one.mentions for one in parts] == [(ROLE, USER), (OTHER,)]
    assert sent(parts[0]).startswith("<@&4> <@2>\nWords")
    assert sent(parts[1]).startswith("Words")


@pytest.mark.parametrize("channel", ["file", "email", "chain"])
def test_a_channel_without_a_length_takes_all_in_one(channel: str) -> None:
    text = PARAGRAPH * 100
    assert parts_of(channel, text, (), NAME) == (Part(number=1, of=1, text=text),)


@settings(deadline=None)
@given(st.lists(st.integers(1, 110), min_size=1, max_size=12), st.sets(st.sampled_from([ROLE, USER, OTHER])))
def test_no_message_is_too_long_and_the_words_of_all_are_those_of_the_text(
    sizes: list[int], mentions: set[Mention]
) -> None:
    text = "\n\n".join(f"Paragraph {place}. " + "Some words. " * size for place, size in enumerate(sizes))
    try:
        parts = parts_of("discord", text, tuple(sorted(mentions, key=lambda one: one.id)), NAME)
    except CannotSplit as error:
        assert error.too_many  # noqa: PT017 - what there is to be said of it
        return
    assert len(parts) <= MOST_PARTS
    assert all(len(sent(one)) <= DISCORD_CHARACTERS for one in parts)
    assert " ".join(" ".join(one.text for one in parts).split()) == " ".join(text.split())
    assert {who for one in parts for who in one.mentions} == mentions
