"""A mail server on loopback for tests: the practice network's, with faults, TLS and accounts, and a certificate made on the spot."""

import atexit
import shutil
import ssl
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import trustme
from aiosmtpd.smtp import SMTP, Envelope, Session

from secretariat.clients.mail_server import Security
from secretariat.devnet.faults import Fault, Faults, Match, Planned
from secretariat.devnet.sinks.arrived import Arrived
from secretariat.devnet.sinks.mail import Mail, MailServer
from secretariat.effects.mail.settings import EmailSettings

ADDRESS, SENDER = "council@practice.example", "secretary@practice.example"


@dataclass
class Keeping(Mail):
    """The practice network's server, which also keeps messages as they came, and may refuse senders, recipients or messages with an answer."""

    arrived: Arrived
    faults: Faults
    to_recipients: str = ""
    to_senders: str = ""
    to_data: str = ""
    raw: list[bytes] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.raw.append(envelope.original_content or b"")
        if self.to_data:
            return self.to_data
        return await super().handle_DATA(server, session, envelope)

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.to_senders:
            return self.to_senders
        envelope.mail_from = address
        return "250 OK"

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


@cache
def authority() -> trustme.CA:
    """Make who signs the server's certificate, once for a run of tests."""
    return trustme.CA()


@cache
def authority_file() -> Path:
    """Write the authority's own certificate where the settings can name it."""
    path = Path(mkdtemp(prefix="secretariat-mail-")) / "authority.pem"
    authority().cert_pem.write_to_path(str(path))
    atexit.register(shutil.rmtree, path.parent, ignore_errors=True)
    return path


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
    to_senders: str = "",
    to_data: str = "",
    **settings: object,
) -> Iterator[Here]:
    """Serve it, and stop it at the end."""
    mail = Keeping(Arrived(lambda: time.time_ns() // 1_000_000), Faults(faults), to_recipients, to_senders, to_data)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority().issue_cert("127.0.0.1", "localhost").configure_cert(context)
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
        "ca_file": str(authority_file()),
        "channels": {"council": ADDRESS},
    }
    try:
        yield Here(mail=mail, settings=EmailSettings(**{**given, **settings}), close=server.close)  # type: ignore[arg-type]
    finally:
        server.close()
