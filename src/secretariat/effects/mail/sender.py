"""E-mail as a channel of the outbox: one message to one address, the server's answer as the receipt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from secretariat.clients.bounds import WireSettings
from secretariat.clients.mail_once import Accepted, Declined, mail_once
from secretariat.clients.once import NotSent
from secretariat.desk.acts import Act
from secretariat.desk.outbox import Outcome, Proof
from secretariat.effects.mail.message import mail_of, message_id
from secretariat.effects.mail.settings import EmailSettings
from secretariat.facts.moments import Moment, moment_of

COME_AGAIN = timedelta(minutes=5)
"""So long a server that said "later" is left alone: it does not say how long."""


@dataclass(frozen=True, kw_only=True)
class EmailSender:
    """Sends to the configured places, within the bounds of ``wire``.

    Its message id is the same however often an act is tried, so that a reader's program shows one where a server took two.
    """

    settings: EmailSettings
    wire: WireSettings
    password: str = field(default="", repr=False)

    @property
    def addresses(self) -> Mapping[str, str]:
        """Give the address of each place."""
        return self.settings.channels

    @property
    def longest_seconds(self) -> float:
        """Give the longest time that sending may take."""
        return self.wire.connect_seconds + self.wire.whole_seconds

    def send(self, act: Act, name: str, digest: str, text: str, now: datetime) -> Outcome:
        """Send one mail once; a place that is not configured any more is refused."""
        place = act.destination.place
        address = self.addresses.get(place, "")
        if not address:
            return Outcome(
                verdict="refused", why=f"[email] channels has no place {place!r}; add it, then approve again."
            )
        if self.settings.user and not self.password:
            return Outcome(
                verdict="refused",
                why=f"There is no password; set {self.settings.PASSWORD_VARIABLE}, then approve again.",
            )
        content = mail_of(self.settings, address, act.title, text, name, digest, now).as_bytes()
        server = self.settings.server(self.password)
        ended = mail_once(server, self.settings.sender, address, content, self.wire)
        if isinstance(ended, Accepted):
            known = message_id(digest, name, address, self.settings)
            return Outcome(verdict="sent", receipt=f"{known} {ended.says}")
        if isinstance(ended, Declined) and not ended.later:
            return Outcome(verdict="refused", why=ended.why)
        if isinstance(ended, Declined):
            return Outcome(verdict="not sent", why=ended.why, not_before=moment_of(now + COME_AGAIN))
        return Outcome(verdict="not sent" if isinstance(ended, NotSent) else "unclear", why=ended.why)

    def prove(self, act: Act, name: str, digest: str, since: Moment, now: datetime) -> Proof | None:
        """Give None: nobody but the reader can see what arrived."""
        return None
