"""E-mail as a channel of the outbox: one message to one address, the server's answer as the receipt."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from secretariat.clients.bounds import WireSettings
from secretariat.clients.mail_once import Accepted, Declined, MailEnded, mail_once
from secretariat.clients.once import NotSent
from secretariat.desk.acts import Act
from secretariat.desk.bounces import NOBODY_THERE
from secretariat.desk.contacts import member_of, nobody, not_there
from secretariat.desk.outbox import Outcome, Proof
from secretariat.effects.mail.message import mail_of, message_id
from secretariat.effects.mail.settings import EmailSettings
from secretariat.facts.moments import Moment, moment_of

COME_AGAIN = timedelta(minutes=5)
"""So long a server that said "later" is left alone: it does not say how long."""


@dataclass(frozen=True, kw_only=True)
class EmailSender:
    """Sends to the configured places, within the bounds of ``wire``.

    ``address_of`` gives the address of a member who may be written to, for places such as ``member/12``; empty for none. No address stands
    in what came of it. Its message id is the same however often an act is tried, so that a reader's program shows one where a server took two.
    """

    settings: EmailSettings
    wire: WireSettings
    password: str = field(default="", repr=False)
    address_of: Callable[[int], str] = nobody

    @property
    def longest_seconds(self) -> float:
        """Give the longest time that sending may take."""
        return self.wire.connect_seconds + self.wire.whole_seconds

    def send(self, act: Act, name: str, digest: str, text: str, now: datetime) -> Outcome:
        """Send one mail once; a place that is not configured any more is refused."""
        place = act.destination.place
        member = member_of(place)
        address = self.settings.channels.get(place, "") if member is None else self.address_of(member)
        if not address:
            return Outcome(verdict="refused", why=not_there("email", place))
        if self.settings.user and not self.password:
            return Outcome(
                verdict="refused",
                why=f"There is no password; set {self.settings.PASSWORD_VARIABLE}, then approve again.",
            )
        content = mail_of(self.settings, address, act.title, text, name, digest, now).as_bytes()
        server = self.settings.server(self.password)
        ended = mail_once(server, self.settings.sender, address, content, self.wire)
        outcome = _meant(ended, message_id(digest, name, address, self.settings), now)
        if member is not None and isinstance(ended, Declined) and ended.nobody:
            outcome = replace(outcome, why=NOBODY_THERE + outcome.why)
        return _without(address, outcome)

    def prove(self, act: Act, name: str, digest: str, since: Moment, now: datetime) -> Proof | None:
        """Give None: nobody but the reader can see what arrived."""
        return None


def _meant(ended: MailEnded, known: str, now: datetime) -> Outcome:
    """Say what an end means; ``known`` is the mail's id."""
    if isinstance(ended, Accepted):
        return Outcome(verdict="sent", receipt=f"{known} {ended.says}")
    if isinstance(ended, Declined) and not ended.later:
        return Outcome(verdict="refused", why=ended.why)
    if isinstance(ended, Declined):
        return Outcome(verdict="not sent", why=ended.why, not_before=moment_of(now + COME_AGAIN))
    return Outcome(verdict="not sent" if isinstance(ended, NotSent) else "unclear", why=ended.why)


def _without(address: str, outcome: Outcome) -> Outcome:
    """Leave the address out of what a server said: it stands with the contact alone."""
    hide = re.compile(re.escape(address), re.IGNORECASE)
    said = {"receipt": outcome.receipt, "why": outcome.why}
    return replace(outcome, **{name: hide.sub("the address", words) for name, words in said.items()})  # type: ignore[arg-type]
