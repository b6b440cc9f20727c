"""One mail handed to a server, exactly once: by SMTP over TLS, and what came of it.

Until the server has been told that the message follows (``DATA``), nothing can have arrived. From then on the server's answer alone
says whether it did (RFC 5321, 4.2.1): 2yz takes it, 4yz and 5yz do not; without an answer, or with any other, nobody knows.
"""

import re
import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from secretariat.clients.bounds import WireSettings
from secretariat.clients.mail_server import MailServer
from secretariat.clients.once import NotSent, Unclear
from secretariat.clients.whole_time import Bound, Sockets, within
from secretariat.facts.texts import on_one_line

LONGEST_REPLY = 200

RECIPIENT = 1
"""The place of the recipient in what is asked before the message follows."""
NO_MAILBOX = frozenset({550, 551, 553})
"""Answers to a recipient that may mean that there is no such mailbox (RFC 5321, 4.2.3); they are as often about us, so that the words decide."""
NO_MAILBOX_ENHANCED = frozenset({"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.2.1"})
"""Enhanced codes of a mailbox or domain that is not there, has moved or takes nothing (RFC 3463)."""
_ENHANCED = re.compile(r"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)")
_ADDRESS = re.compile(r"<[^<>]*>|\S*@\S*")
_WHOSE = re.compile(r"(?i)\b(?:mail ?box|user|recipient|account|addressee)\b")
_GONE = re.compile(
    r"(?i)\bunknown\b|\bno such\b|\b(?:does not|doesn['’]t|did not|do not) exist\b|\bnon-?existent\b|\bdisabled\b|\bnot found\b"
)
_OURS = re.compile(
    r"(?i)relay|sender|block|black ?list|spam|\b(?:spf|dkim|dmarc|rbl|dnsbl)\b|authenticat|policy|denied"
)
"""Words about whoever sends: our own set-up is what is wrong then, and says nothing of the recipient."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Accepted:
    """The server took the message: its answer, which mostly names the message in its queue."""

    says: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Declined:
    """The server did not take it, or not us; ``later`` where it may another time, ``nobody`` where the recipient has no mailbox there."""

    why: str
    later: bool
    nobody: bool = False


MailEnded = Accepted | Declined | NotSent | Unclear


def mail_once(server: MailServer, sender: str, recipient: str, content: bytes, settings: WireSettings) -> MailEnded:
    """Hand one message to a server for one recipient, once, within the bounds of time of ``settings``. Never raises for the wire's failures.

    ``content`` is the message with its headers, lines ended by CR LF.
    """
    begun: list[bool] = []
    sockets = Sockets()
    with within(settings.whole_seconds, sockets) as bound:
        try:
            with _connected(server, settings, sockets, bound) as smtp:
                _let_in(smtp, server)
                for place, (ask, taken) in enumerate(_asking(smtp, sender, recipient)):
                    reply = ask()
                    if reply[0] not in taken:
                        return _declined(reply, asked=place == RECIPIENT)
                begun.append(True)
                smtp.send(_dotted(content))
                return _judged(smtp.getreply())
        except _Refused as error:
            return Declined(why=str(error), later=error.later)
        except ssl.SSLCertVerificationError as error:
            return Declined(why=f"{server.host} is not trusted: {on_one_line(error.verify_message, 120)}", later=False)
        except (OSError, smtplib.SMTPException, UnicodeError) as error:  # of a host that no name can be, among others
            words = on_one_line(str(error).rstrip("."), 160) or type(error).__name__
            if bound.over.is_set():
                words = f"it was not done within {settings.whole_seconds:g} s"
            if begun:
                return Unclear(why=f"{server.host}: the connection failed after the message was sent: {words}")
            if isinstance(error, smtplib.SMTPResponseException):
                return _declined((error.smtp_code, _bytes(error.smtp_error)))
            return NotSent(why=f"{server.host} cannot be reached: {words}")


def _asking(
    smtp: smtplib.SMTP, sender: str, recipient: str
) -> tuple[tuple[Callable[[], tuple[int, bytes]], range], ...]:
    """Give what is asked before the message follows, in order, and which answers let it go on."""
    return (
        (lambda: smtp.mail(sender), range(200, 300)),
        (lambda: smtp.rcpt(recipient), range(200, 300)),
        (lambda: smtp.docmd("DATA"), range(354, 355)),
    )


class _Refused(Exception):
    """The server cannot be used as it is set; ``later`` where it may another time."""

    def __init__(self, why: str, *, later: bool = False) -> None:
        super().__init__(why)
        self.later = later


@contextmanager
def _connected(server: MailServer, settings: WireSettings, sockets: Sockets, bound: Bound) -> Iterator[smtplib.SMTP]:
    """Connect, and leave politely; what goes wrong after the answer does not count.

    The connection is made here and not by smtplib, which would encrypt and read the greeting before anything bounds the whole of it.
    """
    at = (server.host, server.port)
    with socket.create_connection(at, settings.connect_seconds) as opened, opened.dup() as ended:
        with sockets.lock:
            sockets.opened.add(ended)  # the same connection, and stays with us when TLS takes the other
        if bound.over.is_set():
            raise TimeoutError
        opened.settimeout(settings.read_seconds)  # the whole is bounded from outside
        made = smtplib.SMTP()
        made._host = server.host  # type: ignore[attr-defined]  # noqa: SLF001 - whom the certificate names at STARTTLS
        try:
            made.sock = _encrypted(opened, server) if server.security == "tls" else opened
            code, said = made.getreply()
            if code != 220:
                raise smtplib.SMTPConnectError(code, said)
            yield made
            with suppress(OSError, smtplib.SMTPException):
                made.quit()
        finally:
            made.close()


def _encrypted(opened: socket.socket, server: MailServer) -> ssl.SSLSocket:
    return _trusting(server).wrap_socket(opened, server_hostname=server.host)


def _let_in(smtp: smtplib.SMTP, server: MailServer) -> None:
    """Greet, encrypt where that is asked for, and sign in. Raises _Refused and SMTPResponseException."""
    smtp.ehlo_or_helo_if_needed()
    if server.security == "starttls":
        if not smtp.has_extn("starttls"):
            raise _Refused(f"{server.host} offers no STARTTLS, and nothing is sent where others can read it")
        code, said = smtp.starttls(context=_trusting(server))
        if code != 220:
            raise smtplib.SMTPResponseException(code, said)
        smtp.ehlo_or_helo_if_needed()
    if server.user:
        try:
            smtp.login(server.user, server.password)
        except smtplib.SMTPNotSupportedError as error:
            raise _Refused(f"{server.host} lets nobody sign in") from error
        except UnicodeEncodeError:
            words = "the user or the password has signs beyond ASCII, with which smtplib cannot sign in"
            raise _Refused(words) from None  # the error shows one of the password's
        except ValueError as error:
            raise _Refused(f"what {server.host} asks at signing in cannot be read", later=True) from error


def _trusting(server: MailServer) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=server.ca_file or None)


def _judged(reply: tuple[int, bytes]) -> MailEnded:
    """Say what the answer to a whole message means; one that neither takes nor declines it may be to something else."""
    code = reply[0]
    if 200 <= code < 300:
        return Accepted(says=_words(reply))
    if 400 <= code < 600:
        return _declined(reply)
    if code == -1:
        return Unclear(why="the server's answer to the message cannot be read")
    return Unclear(why=f"the server answered {_words(reply)} to the message, which neither takes nor declines it")


def _declined(reply: tuple[int, bytes], *, asked: bool = False) -> Declined:
    """Say what an answer declines; ``asked`` where it was the recipient's turn: nothing else tells of their mailbox."""
    code, words = reply[0], _words(reply)
    later = not 500 <= code < 600
    nobody = asked and not later and _says_no_mailbox(code, words)
    return Declined(why=f"the server answered {words}", later=later, nobody=nobody)


def _says_no_mailbox(code: int, words: str) -> bool:
    """Tell whether an answer to a recipient says that they have no mailbox: by its enhanced code, and without one plainly in words."""
    said = _ADDRESS.sub(" ", words)
    if enhanced := _ENHANCED.search(said):
        return enhanced[0] in NO_MAILBOX_ENHANCED
    return code in NO_MAILBOX and bool(_WHOSE.search(said) and _GONE.search(said)) and not _OURS.search(said)


def _words(reply: tuple[int, bytes]) -> str:
    """Write an answer on one line: its lines with blanks between them, the enhanced code of the first not repeated."""
    lines = reply[1].decode("utf-8", "replace").splitlines() or [""]
    enhanced = _ENHANCED.match(lines[0])
    more = [line.removeprefix(enhanced[0]) if enhanced else line for line in lines[1:]]
    said = " ".join(words for line in (lines[0], *more) if (words := line.strip()))
    return on_one_line(f"{reply[0]} {said}".strip(), LONGEST_REPLY)


def _bytes(said: str | bytes) -> bytes:
    return said.encode() if isinstance(said, str) else said


def _dotted(content: bytes) -> bytes:
    """End a message, with a second dot before each line that begins with one (RFC 5321, 4.5.2)."""
    whole = content if content.endswith(b"\r\n") else content + b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", whole) + b".\r\n"
