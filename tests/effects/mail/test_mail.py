"""Mail over real sockets: what each end means, that nothing goes where others can read it, and that no text makes a header."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.clients.mail_server import Security
from secretariat.desk.acts import Act, Destination
from secretariat.desk.bounces import NOBODY_THERE
from secretariat.desk.outbox import Outcome
from secretariat.desk.quoting import quoted
from secretariat.desk.spans import JOINER
from secretariat.devnet.faults import Planned
from secretariat.effects.mail.message import mail_of, message_id
from secretariat.effects.mail.sender import EmailSender
from secretariat.effects.mail.settings import EmailSettings
from tests.effects.chat.discord_here import QUICK
from tests.effects.mail.mail_here import ADDRESS, SENDER, Here, authority, authority_file, data, mail_here

DIGEST = "ab" * 32
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SETTINGS = EmailSettings(host="mail.practice.example", sender=SENDER, channels={"council": ADDRESS})


def act(title: str = "Voting ends", place: str = "council") -> Act:
    return Act(
        kind="message",
        channel="email",
        destination=Destination(place=place),
        finding="own/words/1",
        part="email",
        revision=1,
        title=title,
    )


def sent(here: Here, text: str = "Voting ends.", *, password: str = "", **more: Any) -> Outcome:
    return EmailSender(settings=here.settings, wire=QUICK, password=password).send(
        act(**more), "d4.1", DIGEST, text, NOW
    )


def mail(title: str, text: str) -> EmailMessage:
    found = message_from_bytes(mail_of(SETTINGS, ADDRESS, title, text, "d4.1", DIGEST, NOW).as_bytes(), policy=default)
    assert isinstance(found, EmailMessage)
    return found


def body(found: EmailMessage, kind: str) -> str:
    part = found.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_a_mail_arrives_with_the_servers_answer_as_receipt() -> None:
    with mail_here() as here:
        done = sent(here, "**Voting** ends at block 7.\n.\n..dots — 投票")
        (message,) = here.mail.arrived.of("mail", ADDRESS)
    known = message_id(DIGEST, "d4.1", ADDRESS, here.settings)
    assert done == Outcome(verdict="sent", receipt=f"{known} 250 OK: queued as Q1")
    assert (message.id, message.subject) == (known, "Voting ends")
    assert message.text.replace("\r\n", "\n") == "Voting ends at block 7.\n.\n..dots — 投票\n"


@pytest.mark.parametrize(
    ("fault", "verdict", "arrived"),
    [
        (data("status", status=451), "not sent", 0),
        (data("status", status=452, body="4.3.1 full"), "not sent", 0),
        (data("status", status=550, body="5.7.1 spam"), "refused", 0),
        (data("error-after", status=554), "refused", 1),
        (data("reset"), "unclear", 0),
        (data("silence", seconds=5), "unclear", 0),
        (data("answer-lost"), "unclear", 1),
        (data("answer-late", seconds=5), "unclear", 1),
        (data("truncated"), "unclear", 1),
    ],
    ids=lambda value: f"{value.fault.kind}-{value.fault.status}" if isinstance(value, Planned) else None,
)
def test_what_each_end_means_and_that_it_is_tried_once(fault: Planned, verdict: str, arrived: int) -> None:
    with mail_here([fault]) as here:
        done = sent(here)
        assert (done.verdict, done.receipt) == (verdict, "")
        assert done.why
        assert len(here.texts) == arrived
        assert len(here.mail.raw) == 1
    waits = done.not_before is not None and datetime.fromisoformat(done.not_before) - NOW
    assert waits == (timedelta(minutes=5) if verdict == "not sent" else False)


@pytest.mark.parametrize(
    ("answer", "verdict"), [("450 4.2.0 greylisted", "not sent"), ("550 5.1.1 no such user", "refused")]
)
def test_a_recipient_that_is_not_taken_is_told_before_the_message_is_sent(answer: str, verdict: str) -> None:
    with mail_here(to_recipients=answer) as here:
        done = sent(here)
        assert (done.verdict, here.mail.raw) == (verdict, [])
    assert done.why == f"the server answered {answer}"


@pytest.mark.parametrize(
    ("answer", "nobody"),
    [
        ("550 5.1.1 no such user", True),
        ("550 5.1.2 no such domain", True),
        ("553 5.1.3 no such name", True),
        ("551 5.1.6 moved away", True),
        ("550 5.2.1 the mailbox takes nothing", True),
        ("550 No such user here", True),
        (
            "550 <relay-sender@practice.example>: Recipient address rejected: User unknown in local recipient table",
            True,
        ),
        ("553 the mailbox does not exist", True),
        ("551 account disabled", True),
        ("550 unknown", False),
        ("551 moved away", False),
        ("550 5.7.1 relaying denied", False),
        ("550 relay not permitted", False),
        ("550 Authentication required", False),
        ("550 Your IP 192.0.2.7 is blocked by our blacklist", False),
        ("550 user unknown to 5.1.1.1, blocked by our blacklist", False),
        ("550 SPF check failed", False),
        ("553 sorry, your envelope sender address is unknown", False),
        ("550 5.1.8 <s@x.example>: Sender address rejected: Domain not found", False),
        ("550 5.1.0 <s@x.example>: Sender address rejected: User unknown in local recipient table", False),
        ("550 5.4.1 Recipient address rejected: Access denied", False),
        ("556 5.1.10 takes no mail", False),
        ("552 5.2.2 full", False),
        ("554 5.7.1 listed", False),
        ("450 5.1.1 later", False),
    ],
)
def test_that_a_member_has_no_mailbox_is_said_and_nothing_else_is(answer: str, *, nobody: bool) -> None:
    with mail_here(to_recipients=answer) as here:
        sender = EmailSender(settings=here.settings, wire=QUICK, address_of=lambda _: ADDRESS)
        alone = replace(act(), destination=Destination(place="member/12"))
        done = sender.send(alone, "d4.1", DIGEST, "x", NOW)
        assert NOBODY_THERE not in sent(here).why, "a place of the settings is no member"
    assert done.why == f"{NOBODY_THERE if nobody else ''}the server answered {answer}"


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (
            "550-5.1.1 The account does not exist.\r\n550 5.1.1 Try again",
            "550 5.1.1 The account does not exist. Try again",
        ),
        ("550-5.1.1 one\r\n550-\r\n550 5.7.1 two", "550 5.1.1 one 5.7.1 two"),
        ("550-No such user\r\n550 here", "550 No such user here"),
    ],
)
def test_an_answer_of_several_lines_is_told_on_one(answer: str, says: str) -> None:
    with mail_here(to_recipients=answer) as here:
        sender = EmailSender(settings=here.settings, wire=QUICK, address_of=lambda _: ADDRESS)
        done = sender.send(replace(act(), destination=Destination(place="member/12")), "d4.1", DIGEST, "x", NOW)
    assert done.why == f"{NOBODY_THERE}the server answered {says}"


@pytest.mark.parametrize("method", ["MAIL", "DATA"])
def test_what_is_refused_before_or_after_the_recipient_says_nothing_of_their_mailbox(method: str) -> None:
    answer = "550 5.1.1 user unknown"
    given = {"to_senders": answer} if method == "MAIL" else {"to_data": answer}
    with mail_here(**given) as here:  # type: ignore[arg-type]
        sender = EmailSender(settings=here.settings, wire=QUICK, address_of=lambda _: ADDRESS)
        done = sender.send(replace(act(), destination=Destination(place="member/12")), "d4.1", DIGEST, "x", NOW)
    assert (done.verdict, done.why) == ("refused", f"the server answered {answer}")


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_it_goes_out_encrypted_and_signed_in(security: Any) -> None:
    with mail_here(security=security, accounts={"desk": "pass-word"}, user="desk") as here:
        assert sent(here, password="pass-word").verdict == "sent"
        wrong = sent(here, password="wrong-word")
        assert (wrong.verdict, "wrong-word" in wrong.why) == ("refused", False)
        assert "SECRETARIAT_EMAIL_PASSWORD" in sent(here).why
        assert len(here.texts) == 1


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_server_whose_certificate_is_not_trusted_gets_nothing(security: Any) -> None:
    with mail_here(security=security, ca_file="") as here:
        done = sent(here)
        assert (done.verdict, here.mail.raw) == ("refused", [])
    assert "is not trusted" in done.why


def test_a_server_without_starttls_gets_nothing() -> None:
    with mail_here() as here:
        asking = EmailSettings(host="127.0.0.1", port=here.settings.port, sender=SENDER, channels={"council": ADDRESS})
        done = EmailSender(settings=asking, wire=QUICK).send(act(), "d4.1", DIGEST, "x", NOW)
        assert (done.verdict, here.mail.raw) == ("refused", [])
    assert "offers no STARTTLS" in done.why


def test_without_a_connection_nothing_was_sent() -> None:
    with mail_here() as here:
        pass
    assert sent(here).verdict == "not sent"
    for host in ("mail..example.org", f"{'m' * 64}.example.org"):
        asked = replace(here.settings, host=host, security="starttls")
        none = EmailSender(settings=asked, wire=QUICK).send(act(), "d4.1", DIGEST, "x", NOW)
        assert (none.verdict, host in none.why) == ("not sent", True)
    assert sent(here, place="lobby").why.startswith("[email] channels has no place 'lobby'")


@contextmanager
def scripted(*answers: bytes) -> Iterator[EmailSettings]:
    """Serve answers one after the other, whatever is asked, then close."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with listening, listening.accept()[0] as client:
            for answer in answers:
                client.sendall(answer)
                client.recv(65_536)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield EmailSettings(
        host="127.0.0.1", port=listening.getsockname()[1], sender=SENDER, security="none", channels={"council": ADDRESS}
    )
    thread.join(5)


UNTIL_DATA = (b"220 hi\r\n", b"250 hi\r\n", b"250 ok\r\n", b"250 ok\r\n")


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ((), "not sent"),
        ((b"421 busy\r\n",), "not sent"),
        ((b"554 go away\r\n",), "refused"),
        ((b"HTTP/1.1 400 Bad\r\n",), "not sent"),
        ((b"220 hi\r\n", b"250 hi\r\n", b"553 not you\r\n"), "refused"),
        (UNTIL_DATA, "not sent"),
        ((*UNTIL_DATA, b"451 later\r\n"), "not sent"),
        ((*UNTIL_DATA, b"354 go\r\n"), "unclear"),
        ((*UNTIL_DATA, b"354 go\r\n", b"no code\r\n"), "unclear"),
        ((*UNTIL_DATA, b"354 go\r\n", b"2" * 9_000 + b"\r\n"), "unclear"),
        ((*UNTIL_DATA, b"354 go\r\n", b"250-half"), "unclear"),
        ((*UNTIL_DATA, b"354 go\r\n", b"354 go\r\n", b"250 ok\r\n"), "unclear"),
        ((*UNTIL_DATA, b"354 go\r\n", b"150 wait\r\n"), "unclear"),
        ((*UNTIL_DATA, b"354 go\r\n", b"600 what\r\n"), "unclear"),
        ((*UNTIL_DATA, b"354 go\r\n", b"599 no\r\n"), "refused"),
        ((*UNTIL_DATA, b"354 go\r\n", b"250 ok\r\n"), "sent"),
    ],
)
def test_what_a_server_says_and_when_it_ends(answers: tuple[bytes, ...], verdict: str) -> None:
    with scripted(*answers) as given:
        done = EmailSender(settings=given, wire=QUICK).send(act(), "d4.1", DIGEST, "x", NOW)
    assert done.verdict == verdict, done


CRAM, PLAIN = b"250-hi\r\n250 AUTH CRAM-MD5\r\n", b"250-hi\r\n250 AUTH PLAIN\r\n"


@pytest.mark.parametrize(
    ("offers", "answer", "password", "verdict", "says"),
    [
        (CRAM, b"334 A\r\n", "word", "not sent", "what 127.0.0.1 asks at signing in cannot be read"),
        (PLAIN, b"334 A\r\n", "word", "not sent", "what 127.0.0.1 asks at signing in cannot be read"),
        (PLAIN, b"235 ok\r\n", "wörd", "refused", "the user or the password has signs beyond ASCII"),
    ],
)
def test_a_sign_in_that_cannot_be_is_told(offers: bytes, answer: bytes, password: str, verdict: str, says: str) -> None:
    with scripted(b"220 hi\r\n", offers, answer) as given:
        by_account = replace(given, user="desk")
        done = EmailSender(settings=by_account, wire=QUICK, password=password).send(act(), "d4.1", DIGEST, "x", NOW)
    assert (done.verdict, done.why.startswith(says), "wörd" in done.why) == (verdict, True, False)


@contextmanager
def dripping(first: bytes, drop: bytes, security: Security) -> Iterator[EmailSettings]:
    """Serve a beginning and then drop after drop, until the client has gone."""
    listening = socket.create_server(("127.0.0.1", 0))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority().issue_cert("127.0.0.1").configure_cert(context)

    def serve() -> None:
        with listening, listening.accept()[0] as plain, suppress(OSError), ExitStack() as held:
            encrypted = security == "tls"
            client = held.enter_context(context.wrap_socket(plain, server_side=True)) if encrypted else plain
            client.sendall(first)
            for _ in range(200):
                client.sendall(drop)
                time.sleep(0.05)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield EmailSettings(
        host="127.0.0.1",
        port=listening.getsockname()[1],
        sender=SENDER,
        security=security,
        channels={"council": ADDRESS},
        ca_file=str(authority_file()),
    )
    thread.join(15)


@pytest.mark.parametrize(
    ("first", "drop", "security"),
    [
        (b"", b"220-x\r\n", "none"),
        (b"220 hi\r\n", b"250-x\r\n", "none"),
        (b"", b"220-x\r\n", "tls"),
        (b"220 hi\r\n", b"250-x\r\n", "tls"),
    ],
)
def test_the_whole_is_bounded_from_the_greeting_on(first: bytes, drop: bytes, security: Security) -> None:
    with dripping(first, drop, security) as given:
        quick = replace(QUICK, whole_seconds=0.5)
        done = EmailSender(settings=given, wire=quick).send(act(), "d4.1", DIGEST, "x", NOW)
    assert (done.verdict, done.why) == (
        "not sent",
        "127.0.0.1 cannot be reached: it was not done within 0.5 s",
    )


def test_a_message_is_letters_and_html_that_say_the_same() -> None:
    found = mail("", "**Title** of it\n\n- [thread](https://example.org/?a=1&b=2) & `x<y`")
    assert found["Subject"] == "Title of it"
    assert body(found, "plain") == "Title of it\n\n• thread (https://example.org/?a=1&b=2) & x<y\n"
    page = body(found, "html")
    assert (
        '<strong>Title</strong> of it\n\n• <a href="https://example.org/?a=1&amp;b=2">thread</a> &amp; <code>x&lt;y</code>'
        in page
    )
    assert found["Date"].datetime == NOW
    assert (found["To"], found["Auto-Submitted"]) == (ADDRESS, "auto-generated")
    assert found["From"] == f"Joystream council secretary <{SENDER}>"


@pytest.mark.parametrize(
    ("text", "in_page"),
    [
        ("See https://example.org/#/a/7.", 'See <a href="https://example.org/#/a/7">https://example.org/#/a/7</a>.'),
        ("(at https://x.example/a, now)", '(at <a href="https://x.example/a">https://x.example/a</a>, now)'),
        ("**At https://x.example/a**", '<strong>At <a href="https://x.example/a">https://x.example/a</a></strong>'),
        ("**https://x.example/a**", '<strong><a href="https://x.example/a">https://x.example/a</a></strong>'),
        ("[https://x.example/a](https://y.example/)", '<a href="https://y.example/">https://x.example/a</a>'),
        ("`https://x.example/a`", "<code>https://x.example/a</code>"),
        ("https://x.example/?a=1&b=2", '<a href="https://x.example/?a=1&amp;b=2">https://x.example/?a=1&amp;b=2</a>'),
    ],
)
def test_an_address_in_the_letters_is_a_link_in_html(text: str, in_page: str) -> None:
    assert in_page in body(mail("", text), "html")


@pytest.mark.parametrize("text", ["https://evil.example/a", "See http://evil.example", "x [y](https://evil.example)"])
def test_a_strangers_address_is_no_link(text: str) -> None:
    assert "<a " not in body(mail("", f"By {quoted(text)}."), "html")


def test_one_act_has_one_id_for_a_recipient_and_it_tells_of_neither() -> None:
    ids = [
        message_id(digest, name, to, SETTINGS)
        for digest in (DIGEST, "cd" * 32)
        for name in ("d4.1", "d4.2")
        for to in (ADDRESS, "ada@practice.example")
    ]
    assert len(set(ids)) == 8
    assert message_id(DIGEST, "d4.1", ADDRESS, SETTINGS) == ids[0]
    assert not any("council" in one or "ada" in one or "ab" * 6 in one for one in ids)


HEADERS = {
    "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Secretariat-Text", "MIME-Version", "Content-Type",
}  # fmt: skip


@pytest.mark.parametrize(
    "title", ["a\r\nBcc: x@y.example", "a\nb", "a\r\n\r\nbody", "\u2028Bcc: x", "é" * 400, "=?utf-8?q?x?="]
)
def test_a_title_adds_no_header(title: str) -> None:
    found = mail(title, "Words.")
    assert set(found.keys()) == HEADERS
    assert body(found, "plain") == "Words.\n"
    assert len(str(found["Subject"])) <= 150


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=200))
def test_whatever_the_words_are_the_headers_are_ours_and_the_letters_arrive(title: str, text: str) -> None:
    raw = mail_of(SETTINGS, ADDRESS, quoted(title), f"By {quoted(text)}\n\nEnd.", "d4.1", DIGEST, NOW).as_bytes()
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    found = message_from_bytes(raw, policy=default)
    assert set(found.keys()) == HEADERS
    assert isinstance(found, EmailMessage)
    assert body(found, "plain").startswith("By ")
    assert body(found, "plain").endswith("\n\nEnd.\n")
    assert "<script" not in body(found, "html")


def test_a_strangers_address_is_no_link_in_a_mail() -> None:
    assert f"evil.{JOINER}example" in body(mail("", f"By {quoted('evil.example')}"), "plain")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"host": "mail example"}, "host"),
        ({"sender": "secretary"}, "not an e-mail address"),
        ({"sender": "a@b.example\r\nBcc: c@d.example"}, "not an e-mail address"),
        ({"sender_name": "a\nb"}, "one line"),
        ({"port": 70_000}, "port"),
        ({"security": "none"}, "others could read"),
        ({"channels": {"Council": ADDRESS}}, "small letters"),
        ({"channels": {"council": "Ada <ada@practice.example>"}}, "not an e-mail address"),
    ],
)
def test_settings_that_cannot_be_are_refused(change: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        EmailSettings(**{"host": "mail.example.org", "sender": SENDER, **change})
