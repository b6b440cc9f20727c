"""Telegram, mail, the heartbeat, and the page that shows what arrived."""

import smtplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import Any

import httpx
import pytest

from secretariat.devnet.faults import Fault, Faults, Match, Planned
from secretariat.devnet.serving import Handler, serve
from secretariat.devnet.sinks.arrived import Arrived, show
from secretariat.devnet.sinks.heartbeat import Heartbeat
from secretariat.devnet.sinks.mail import serve_mail
from secretariat.devnet.sinks.telegram import Telegram


@pytest.fixture
def arrived() -> Arrived:
    return Arrived(lambda: 1_700_000_000_000)


@contextmanager
def asking(handler: Handler) -> Iterator[httpx.Client]:
    server = serve("sink", handler)
    with httpx.Client(base_url=server.url, trust_env=False) as client:
        yield client
    server.close()


def test_telegram_gives_the_messages_id(arrived: Arrived) -> None:
    with asking(Telegram(arrived, "t:1", ["-100"])) as client:
        answers = [
            client.post("/bott:1/sendMessage", json={"chat_id": -100, "text": word}).json() for word in ("a", "b")
        ]
    assert [one["result"]["message_id"] for one in answers] == [1, 2]
    assert [(one.to, one.text) for one in arrived.of("telegram")] == [("-100", "a"), ("-100", "b")]


@pytest.mark.parametrize(
    ("path", "body", "status", "why"),
    [
        ("/botwrong/sendMessage", {"chat_id": -100, "text": "a"}, 401, "Unauthorized"),
        ("/bott:1/sendMessage", {"chat_id": 5, "text": "a"}, 400, "Bad Request: chat not found"),
        ("/bott:1/sendMessage", {"chat_id": -100, "text": " "}, 400, "Bad Request: message text is empty"),
        ("/bott:1/sendMessage", {"chat_id": -100, "text": "x" * 4_097}, 400, "Bad Request: message is too long"),
        ("/bott:1/sendMessage", {"chat_id": -100, "text": "🗳" * 2_049}, 400, "Bad Request: message is too long"),
        (
            "/bott:1/sendMessage",
            {"chat_id": -100, "text": "🗳", "entities": [{"type": "bold", "offset": 1, "length": 2}]},
            400,
            "Bad Request: entity beyond the end of the message",
        ),
        ("/bott:1/sendSecrets", {}, 404, "Not Found"),
        ("/", {}, 404, "Not Found"),
    ],
)
def test_telegram_says_why_not(arrived: Arrived, path: str, body: Any, status: int, why: str) -> None:
    with asking(Telegram(arrived, "t:1", ["-100"])) as client:
        answer = client.post(path, json=body)
    assert (answer.status_code, answer.json()["description"]) == (status, why)
    assert arrived.all() == ()


def mail(to: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "desk@practice.example", to, "Dernière chance — 投票"
    message["Message-ID"] = "<act-7@practice.example>"
    message.set_content("Voting ends at block 5,060.\nŽ")
    return message


@contextmanager
def sending(arrived: Arrived, faults: Faults | None = None) -> Iterator[Callable[[str], Any]]:
    server = serve_mail(arrived, faults=faults)

    def send(to: str) -> Any:
        with smtplib.SMTP("127.0.0.1", server.port, timeout=10) as client:
            return client.send_message(mail(to))

    yield send
    server.close()


def test_mail_arrives_with_its_own_id(arrived: Arrived) -> None:
    with sending(arrived) as send:
        send("ada@practice.example")
    (one,) = arrived.of("mail")
    assert (one.to, one.subject, one.id) == (
        "ada@practice.example",
        "Dernière chance — 投票",
        "<act-7@practice.example>",
    )
    assert one.text.splitlines() == ["Voting ends at block 5,060.", "Ž"]


@pytest.mark.parametrize(
    ("kind", "arrives", "error"),
    [
        ("status", 0, smtplib.SMTPDataError),
        ("reset", 0, smtplib.SMTPServerDisconnected),
        ("answer-lost", 1, smtplib.SMTPServerDisconnected),
        ("error-after", 1, smtplib.SMTPDataError),
    ],
)
def test_mail_goes_wrong_before_or_after_it_was_accepted(
    arrived: Arrived, kind: str, arrives: int, error: type[Exception]
) -> None:
    faults = Faults([Planned(match=Match(server="mail", method="DATA"), nth=1, fault=Fault(kind=kind, status=451))])
    with sending(arrived, faults) as send:
        with pytest.raises(error):
            send("ada@practice.example")
        assert len(arrived.all()) == arrives
        send("bert@practice.example")
    assert len(arrived.all()) == arrives + 1


@pytest.mark.parametrize(("kind", "arrives"), [("silence", 0), ("answer-late", 1)])
def test_mail_keeps_a_sender_waiting_before_or_after_it_was_accepted(arrived: Arrived, kind: str, arrives: int) -> None:
    fault = Fault(kind=kind, seconds=30)
    server = serve_mail(arrived, faults=Faults([Planned(match=Match(server="mail"), nth=1, fault=fault)]))
    client = smtplib.SMTP("127.0.0.1", server.port, timeout=0.5)
    with pytest.raises(smtplib.SMTPServerDisconnected, match="timed out"):
        client.send_message(mail("ada@practice.example"))
    assert len(arrived.all()) == arrives
    server.close()


def test_a_slow_mail_server_accepts_all_the_same(arrived: Arrived) -> None:
    faults = Faults([Planned(match=Match(server="mail"), nth=1, fault=Fault(kind="slow", seconds=0.1))])
    with sending(arrived, faults) as send:
        send("ada@practice.example")
    assert len(arrived.all()) == 1


def test_the_heartbeat_is_counted(arrived: Arrived) -> None:
    with asking(Heartbeat(arrived)) as client:
        assert [client.get("/beat/1").status_code, client.post("/beat/1", content=b"done").status_code] == [200, 200]
    assert [(one.to, one.text) for one in arrived.of("heartbeat")] == [("/beat/1", ""), ("/beat/1", "done")]


def test_hostile_texts_are_shown_harmlessly(arrived: Arrived) -> None:
    arrived.add("discord", "<b>", "<script>alert(1)</script>")
    with asking(lambda request: show(arrived, request)) as client:
        page = client.get("/").text
        told = client.get("/arrived.json").json()
        assert client.get("/else").status_code == 404
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert told[0]["text"] == "<script>alert(1)</script>"
