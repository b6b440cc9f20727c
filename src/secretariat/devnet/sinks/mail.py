"""Mail: an SMTP server that keeps what it accepts, and can lose its answer after it has accepted."""

import asyncio
import ssl
import threading
import time
from collections.abc import Mapping
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message as Parsed
from functools import partial
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from secretariat.devnet.faults import Fault, Faults
from secretariat.devnet.serving import LOOPBACK
from secretariat.devnet.sinks.arrived import Arrived

SINK = "mail"
MOST_BYTES = 8 * 1024 * 1024


class Mail:
    """What the server does with a message. Faults match the method ``DATA`` and the recipients as path."""

    def __init__(self, arrived: Arrived, faults: Faults | None = None) -> None:
        self.arrived = arrived
        self.faults = faults or Faults()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Accept a message, or let it go wrong as planned. Gives SMTP's answer."""
        content = envelope.content if isinstance(envelope.content, bytes) else (envelope.content or "").encode()
        fault = self.faults.due(SINK, "DATA", ",".join(envelope.rcpt_tos), content)
        if fault is not None and fault.kind in ("silence", "slow"):
            await _pause(server, fault)
        if fault is not None and fault.kind in ("status", "reset", "silence"):
            return _refused(server, fault)
        kept = self._keep(envelope, content)
        if fault is not None and fault.kind == "answer-late":
            await _pause(server, fault)
        if fault is not None and fault.kind in ("answer-lost", "answer-late", "error-after", "truncated"):
            return _refused(server, fault)
        return f"250 OK: queued as {kept}"

    def _keep(self, envelope: Envelope, content: bytes) -> str:
        """Keep a message for each of its recipients; gives its name in the queue."""
        parsed = message_from_bytes(content)
        subject = str(make_header(decode_header(parsed.get("Subject", ""))))
        for to in envelope.rcpt_tos:
            self.arrived.add(
                SINK, to, _text(parsed), subject=subject, id=str(parsed.get("Message-ID", "")).strip() or None
            )
        return f"Q{len(self.arrived.of(SINK))}"


async def _pause(server: SMTP, fault: Fault) -> None:
    """Wait, but no longer than the client does."""
    until = time.monotonic() + fault.seconds
    while time.monotonic() < until and server.transport is not None and not server.transport.is_closing():
        await asyncio.sleep(min(0.05, fault.seconds))


def _refused(server: SMTP, fault: Fault) -> str:
    """End the connection without an answer where the fault says so; else answer with a code of SMTP."""
    if fault.kind in ("status", "error-after"):
        return (
            f"{fault.status} {fault.body or 'Requested action aborted'}" if 400 <= fault.status < 600 else "451 later"
        )
    transport: Any = server.transport
    transport.abort()
    return "421 closing"


def _text(parsed: Parsed) -> str:
    """Give a message's plain text."""
    for part in parsed.walk():
        if part.get_content_type() == "text/plain":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return payload.decode(part.get_content_charset() or "utf-8", "replace")
    return ""


def _known(accounts: Mapping[str, str], *asked: Any) -> AuthResult:
    """Tell whether somebody may sign in; aiosmtpd gives server, session, envelope, the way and what was told."""
    told = asked[-1]
    ok = isinstance(told, LoginPassword) and accounts.get(told.login.decode()) == told.password.decode()
    return AuthResult(success=ok, handled=False)


class MailServer:
    """A started mail server on loopback, in a thread of its own; ``port`` is where it listens, ``close`` ends it.

    ``starttls`` and ``tls`` are its certificate: offered and asked for, or there from the first byte. ``accounts`` may sign in, and have to.
    """

    def __init__(
        self,
        mail: Mail,
        port: int,
        *,
        starttls: ssl.SSLContext | None = None,
        tls: ssl.SSLContext | None = None,
        accounts: Mapping[str, str] | None = None,
    ) -> None:
        self._loop = asyncio.new_event_loop()

        def made() -> SMTP:
            return SMTP(
                mail,
                data_size_limit=MOST_BYTES,
                loop=self._loop,
                tls_context=starttls,
                require_starttls=starttls is not None,
                auth_required=accounts is not None,
                auth_require_tls=False,
                authenticator=partial(_known, accounts or {}),
            )

        self._server = self._loop.run_until_complete(self._loop.create_server(made, LOOPBACK, port, ssl=tls))
        self.port = int(self._server.sockets[0].getsockname()[1])
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True, name=SINK)
        self._thread.start()

    def close(self) -> None:
        """Stop listening and end what is open."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    async def _end(self) -> None:
        self._server.close()
        tasks = [task for task in asyncio.all_tasks(self._loop) if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def serve_mail(arrived: Arrived, *, port: int = 0, faults: Faults | None = None) -> MailServer:
    """Start a mail server; ``port`` 0 takes a free one. Raises OSError when the port is taken."""
    return MailServer(Mail(arrived, faults), port)
