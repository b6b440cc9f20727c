"""Refusals: decisions that cannot be taken as given, with nothing changed."""

from collections.abc import Collection, Sequence

from secretariat.desk.acts import Channel, Kind, Mention
from secretariat.desk.limits import LONGEST_NAME, too_long
from secretariat.desk.marks import mistyped
from secretariat.desk.quoting import shows
from secretariat.desk.times import told
from secretariat.errors import SecretariatError
from secretariat.facts.now import Now

LONGEST_REASON = 4_000
"""Characters; the journal is read by people."""


LARGEST_BLOCK = 2**32 - 1
"""Blocks, and proposals, are numbered by u32 on the chain."""

LARGEST_MEMBER = 2**64 - 1
"""Members, threads and posts are numbered by u64."""


class DecisionRefused(SecretariatError):
    """The decision cannot be taken as given; the message says why and what would be."""


def within(number: int | None, most: int, called: str) -> None:
    """Make sure that a number, where there is one, is one that the chain can give. Raises DecisionRefused."""
    if number is not None and not 0 <= number <= most:
        raise DecisionRefused(f"{called} is 0 to {most:,}, not {number:,}. Nothing was changed.")


def one_of(word: str, words: Sequence[str], called: str) -> str:
    """Give a word that is one of a few. Raises DecisionRefused with these for another."""
    if word not in words:
        raise DecisionRefused(f"{called} is {', '.join(words[:-1])} or {words[-1]}, not {word!r}. Nothing was changed.")
    return word


def marks_fit(text: str, counts: Collection[str] = ()) -> None:
    """Make sure that every mark in a person's words can be written out. Raises DecisionRefused with the one that cannot."""
    if wrong := mistyped(text, counts):
        raise DecisionRefused(f"{wrong}. Nothing was changed.")


def reason(why: str) -> str:
    """Give the reason without spaces around it. Raises DecisionRefused where there is none that can be kept."""
    if not why.strip():
        raise DecisionRefused("Say why, in words that the next secretary will understand: --why TEXT")
    return said(why, LONGEST_REASON)


def reason_if_any(why: str) -> str:
    """Give the reason as ``reason`` does, or nothing where none was given."""
    return reason(why) if why.strip() else ""


def said(text: str, longest: int) -> str:
    """Give a person's words without spaces around them. Raises DecisionRefused for none, for too many, and for no text."""
    words = text.strip()
    if not shows(words):
        raise DecisionRefused("There are no words in it. Nothing was changed.")
    if len(words) > longest:
        raise DecisionRefused(f"These are {len(words):,} characters; {longest:,} are the most. Nothing was changed.")
    if "\0" in words or any("\ud800" <= sign <= "\udfff" for sign in words):
        raise DecisionRefused("This is no text in UTF-8: it has signs that no text can have. Nothing was changed.")
    return words


def check_length(
    kind: Kind,
    channel: Channel,
    title: str,
    text: str,
    now: Now,
    *,
    mentions: Sequence[Mention] = (),
    name: str = LONGEST_NAME,
) -> None:
    """Make sure that a channel takes words of this length, times written out as of now. Raises DecisionRefused."""
    if over := too_long(kind, channel, told(title, now), told(text, now), mentions=mentions, name=name):
        which = "These words" if name == LONGEST_NAME else name
        raise DecisionRefused(f"{which} cannot be sent: {over}. Nothing was changed.")
