"""A mail server on loopback for tests: the practice network's, with faults, TLS and accounts.

``certificate.pem`` and ``key.pem`` are a certificate for this machine that its own key signed, made for these tests alone.
"""

import ssl
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from secretariat.clients.mail_once import Security
from secretariat.devnet.faults import Fault, Faults, Match, Planned
from secretariat.devnet.sinks.arrived import Arrived
from secretariat.devnet.sinks.mail import Mail, MailServer
from secretariat.effects.mail.settings import EmailSettings

FOLDER = Path(__file__).parent
CERTIFICATE = FOLDER / "certificate.pem"
ADDRESS, SENDER = "council@practice.example", "secretary@practice.example"


@dataclass
class Keeping(Mail):
    """The practice network's server, which also keeps messages as they came, and may refuse recipients with an answer."""

    arrived: Arrived
    faults: Faults
    to_recipients: str = ""
    raw: list[bytes] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.raw.append(envelope.original_content or b"")
        return await super().handle_DATA(server, session, envelope)

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.to_recipients:
            return self.to_recipients
        envelope.rcpt_tos.append(address)
        return "250 OK"


@dataclass(frozen=True, kw_only=True)
class Here:
    """The server, what arrived there, and the settings that send to it."""

    mail: Keeping
    settings: EmailSettings
    close: object

    @property
    def texts(self) -> list[str]:
        """List the texts that arrived, oldest first."""
        return [one.text for one in self.mail.arrived.of("mail")]


def data(kind: str, *, nth: int = 1, times: int = 1, **more: object) -> Planned:
    """Plan a fault at a message's end."""
    fault = Fault(kind=kind, **more)  # type: ignore[arg-type]
    return Planned(match=Match(server="mail", method="DATA"), nth=nth, times=times, fault=fault)


@contextmanager
def mail_here(
    faults: Sequence[Planned] = (),
    *,
    security: Security = "none",
    accounts: Mapping[str, str] | None = None,
    to_recipients: str = "",
    **settings: object,
) -> Iterator[Here]:
    """Serve it, and stop it at the end."""
    mail = Keeping(Arrived(lambda: time.time_ns() // 1_000_000), Faults(faults), to_recipients)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE, FOLDER / "key.pem")
    server = MailServer(
        mail,
        0,
        starttls=context if security == "starttls" else None,
        tls=context if security == "tls" else None,
        accounts=accounts,
    )
    given: dict[str, object] = {
        "host": "127.0.0.1",
        "port": server.port,
        "sender": SENDER,
        "security": security,
        "ca_file": str(CERTIFICATE),
        "channels": {"council": ADDRESS},
    }
    try:
        yield Here(mail=mail, settings=EmailSettings(**{**given, **settings}), close=server.close)  # type: ignore[arg-type]
    finally:
        server.close()
