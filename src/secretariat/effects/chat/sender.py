"""Discord and Telegram as channels of the outbox."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from secretariat.clients.bounds import WireSettings
from secretariat.clients.http import open_wire
from secretariat.desk.acts import Act
from secretariat.desk.bounces import NOBODY_THERE
from secretariat.desk.contacts import member_of, nobody, not_there
from secretariat.desk.messages import marker, with_marker
from secretariat.desk.outbox import Outcome, Proof
from secretariat.effects.chat import discord, telegram
from secretariat.effects.chat.settings import Chats, Places
from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True)
class DiscordSender:
    """Sends messages to the configured places, within the bounds of ``wire``."""

    places: Places
    wire: WireSettings

    @property
    def longest_seconds(self) -> float:
        """Give the longest time that sending may take."""
        return self.wire.connect_seconds + self.wire.whole_seconds

    def send(self, act: Act, name: str, digest: str, text: str, now: datetime) -> Outcome:
        """Post one message once, its marker below the text."""
        marked = with_marker(text, marker(name, digest))
        return discord.send(self.places, self.wire, act.destination.place, marked, act.mentions, now)

    def prove(self, act: Act, name: str, digest: str, since: Moment, now: datetime) -> Proof | None:
        """Look for one message in its place's history; None where no bot may read it."""
        place = act.destination.place
        if not discord.can_prove(self.places, place):
            return None
        with open_wire(self.wire) as wire:
            return discord.prove(self.places, wire, place, marker(name, digest), since, now)


@dataclass(frozen=True, kw_only=True)
class TelegramSender:
    """Sends messages to the configured chats, and to members by their contact (``chat_of``), within the bounds of ``wire``."""

    chats: Chats
    wire: WireSettings
    chat_of: Callable[[int], str] = nobody

    @property
    def longest_seconds(self) -> float:
        """Give the longest time that sending may take."""
        return self.wire.connect_seconds + self.wire.whole_seconds

    def send(self, act: Act, name: str, digest: str, text: str, now: datetime) -> Outcome:
        """Post one message once, its marker below the text; a place that is not configured any more is refused."""
        place = act.destination.place
        member = member_of(place)
        chat = self.chats.settings.channels.get(place, "") if member is None else self.chat_of(member)
        if not chat:
            return Outcome(verdict="refused", why=not_there("telegram", place))
        outcome = telegram.send(self.chats, self.wire, chat, with_marker(text, marker(name, digest)), now)
        gone = member is not None and outcome.verdict == "refused" and telegram.says_nobody_there(outcome.why)
        return replace(outcome, why=NOBODY_THERE + outcome.why) if gone else outcome

    def prove(self, act: Act, name: str, digest: str, since: Moment, now: datetime) -> Proof | None:
        """Give None: a bot cannot read what was said in a chat."""
        return None
