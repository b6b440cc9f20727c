"""Parts: the messages that one act is, where a channel does not take its words in one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from secretariat.desk.acts import Mention
from secretariat.desk.messages import calling, marker, named_by, with_marker
from secretariat.desk.spans import plain
from secretariat.desk.splitting import CannotSplit, split, utf16

DISCORD_CHARACTERS = 2_000
"""A message's most characters, by Discord's API version 10: code points, as its makers say; the title, whom it rings and the desk's last
line count too."""

TELEGRAM_UNITS = 4_096
"""A message's most characters by Telegram's Bot API, its entities taken out: code units of UTF-16, in which it counts all places."""

CALLED: Mapping[str, str] = {"discord": "Discord", "telegram": "Telegram"}
"""How a channel is called in sentences."""

MOST_PARTS = 10
"""So many messages one act may be; the place of each stands in its last line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One message of an act: its place from 1 on and of how many, its words, and whom it rings."""

    number: int
    of: int
    text: str
    mentions: tuple[Mention, ...] = ()

    def name(self, of_text: str) -> str:
        """Give the name that it is known by: that of its text, and its place where there are several: ``d34.2 2/3``."""
        return of_text if self.of == 1 else f"{of_text} {self.number}/{self.of}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounds:
    """How long a channel's messages may be in the unit of ``measure``; ``frame`` puts around words what is sent with them."""

    longest: int
    measure: Callable[[str], int]
    frame: Callable[[str, str, Sequence[Mention]], str]


def _discord(text: str, name: str, mentions: Sequence[Mention]) -> str:
    return calling(with_marker(text, marker(name, "0" * 64)), mentions)


def _telegram(text: str, name: str, mentions: Sequence[Mention]) -> str:
    return with_marker(text, marker(name, "0" * 64))


def _telegram_units(text: str) -> int:
    return utf16(plain(text).text)


BOUNDS: Mapping[str, Bounds] = {
    "discord": Bounds(longest=DISCORD_CHARACTERS, measure=len, frame=_discord),
    "telegram": Bounds(longest=TELEGRAM_UNITS, measure=_telegram_units, frame=_telegram),
}
"""The channels whose messages have a length; others take all in one."""


def parts_of(channel: str, text: str, mentions: Sequence[Mention], name: str) -> tuple[Part, ...]:
    """Give the messages that a text (title and all, marks written out) is on a channel: one where it fits.

    Whom the text names rings where it does, all others with the first message. Raises CannotSplit for a stretch that is too long for one message, and for a text that would need more than ``MOST_PARTS``.
    """
    bounds = BOUNDS.get(channel)
    if bounds is None:
        return (_whole(text, mentions),)
    over = bounds.measure(bounds.frame(text, name, mentions)) - bounds.longest
    if over <= 0:
        return (_whole(text, mentions),)
    most = bounds.longest * MOST_PARTS
    if bounds.measure(text) > most:
        raise CannotSplit(bounds.measure(text) - most, too_many=True)
    longest_name = f"{name} {MOST_PARTS}/{MOST_PARTS}"
    above = tuple(one for one in mentions if named_by(one) not in text)

    def room(place: int) -> int:
        return bounds.longest - bounds.measure(bounds.frame("", longest_name, above if place == 0 else ()))

    pieces = _pieces(text, room, bounds, over)
    if len(pieces) > MOST_PARTS:
        raise CannotSplit(sum(bounds.measure(one) for one in pieces[MOST_PARTS:]), too_many=True)
    return tuple(
        Part(
            number=place + 1,
            of=len(pieces),
            text=one.rstrip(),
            mentions=tuple(who for who in mentions if named_by(who) in one or (place == 0 and who in above)),
        )
        for place, one in enumerate(pieces)
    )


def _pieces(text: str, room: Callable[[int], int], bounds: Bounds, over: int) -> tuple[str, ...]:
    """Part a text; what has no border at all is too long by as much as it is over as one message."""
    try:
        return split(text, room, bounds.measure)
    except CannotSplit as error:
        raise CannotSplit(over if error.whole else error.over, whole=error.whole) from error


def _whole(text: str, mentions: Sequence[Mention]) -> Part:
    return Part(number=1, of=1, text=text, mentions=tuple(mentions))
