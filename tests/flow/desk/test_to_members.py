"""Words to one member: by their contact as it is when they are sent, and no address anywhere but in the contact."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from secretariat.clients.bounds import WireSettings
from secretariat.desk.contacts import Contact
from secretariat.devnet.serving import serve
from secretariat.devnet.sinks.arrived import Arrived
from secretariat.devnet.sinks.telegram import Telegram
from secretariat.effects.chat.settings import TelegramSettings
from secretariat.flow import contacts
from secretariat.flow.announced import _sent_in_public
from secretariat.flow.channels import ChannelMissing
from secretariat.flow.decide import drafts, own
from secretariat.flow.deliver import deliver
from secretariat.flow.look import Looking
from secretariat.flow.senders import senders
from secretariat.flow.sending import Delivered
from secretariat.store.contacts import keep_contacts
from secretariat.store.engine import reading, writing
from secretariat.store.schema import METADATA
from tests.effects.mail.mail_here import Here, mail_here
from tests.flow.desk.desk import HEAD, Desk, desk, time_of

ADDRESS = "canary.ada@practice.example"
QUICK = WireSettings(connect_seconds=2, read_seconds=2, whole_seconds=3, attempts=1)


@pytest.fixture
def mail() -> Iterator[Here]:
    with mail_here() as here:
        yield here


@pytest.fixture
def made(mail: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    return desk(f"sqlite:///{tmp_path}/store.db", email=mail.settings, wire=QUICK)


def keep(made: Desk, **given: object) -> None:
    with writing(made.engine) as connection:
        keep_contacts(connection, [Contact(member_id=12, consent=True, **given)], time_of(HEAD), HEAD)  # type: ignore[arg-type]


def approved(made: Desk, channel: str, text: str = "Voting ends at block 700.") -> None:
    own.write(made.context, text, channel=channel, title="Voting hours" if channel.startswith("email") else "")
    made.review()
    drafts.approve(made.context, "d1.1")


def delivered(made: Desk, **environment: str) -> list[Delivered]:
    def now() -> datetime:
        return datetime.fromisoformat(time_of(HEAD)).astimezone(UTC)

    look = Looking(context=made.context, duties=(made.duty(),), machine=now)
    return list(deliver(made.engine, senders(made.context, environment), look, now))


def test_a_mail_goes_to_the_member_and_the_address_stays_with_the_contact(made: Desk, mail: Here) -> None:
    keep(made, email=ADDRESS)
    approved(made, "email/member/12")
    (done,) = delivered(made)
    (arrived,) = mail.mail.arrived.of("mail")
    assert (done.state, arrived.to, arrived.subject) == ("sent", ADDRESS, "Voting hours")
    with reading(made.engine) as connection:
        held = {
            name for name, table in METADATA.tables.items() if "canary" in str(connection.execute(select(table)).all())
        }
        assert held == {"contacts"}
        assert _sent_in_public(connection) == ()


def test_what_a_server_says_of_an_address_is_kept_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    with mail_here(to_recipients=f"550 <{ADDRESS.upper()}> is an unknown user") as here:
        made = desk(f"sqlite:///{tmp_path}/store.db", email=here.settings, wire=QUICK)
        keep(made, email=ADDRESS)
        approved(made, "email/member/12")
        (done,) = delivered(made)
    said = "nobody is reached at the address: the server answered 550 <the address> is an unknown user"
    assert (done.state, done.says) == ("failed", said)


def test_who_took_their_consent_back_since_the_yes_is_not_written_to(made: Desk, mail: Here) -> None:
    keep(made, email=ADDRESS)
    approved(made, "email/member/12")
    contacts.erase(made.context, 12, why="They asked.")
    (done,) = delivered(made)
    assert (done.state, mail.texts) == ("failed", [])
    assert "No email contact of member 12 may be used" in done.says


@pytest.mark.parametrize("given", [{}, {"email": ADDRESS, "opted_out": True}, {"telegram": "7"}])
def test_words_to_who_cannot_be_written_to_are_refused_as_they_are_written(
    made: Desk, given: dict[str, object]
) -> None:
    keep(made, **given)
    with pytest.raises(ChannelMissing, match="No email contact of member 12 may be used"):
        own.write(made.context, "x", channel="email/member/12")
    with pytest.raises(ChannelMissing):
        own.write(made.context, "x", channel="email/member/13")
    with pytest.raises(ChannelMissing, match="No channel 'telegram'"):
        own.write(made.context, "x", channel="telegram/member/12")


def test_a_message_on_telegram_goes_to_the_chat_with_the_member(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    arrived = Arrived(lambda: time.time_ns() // 1_000_000)
    server = serve("telegram", Telegram(arrived, "1:practice", ["700012"]))
    monkeypatch.setenv("SECRETARIAT_TELEGRAM_BOT_TOKEN", "1:practice")
    made = desk(f"sqlite:///{tmp_path}/store.db", telegram=TelegramSettings(api=server.url), wire=QUICK)
    keep(made, telegram="700012")
    approved(made, "telegram/member/12", "Voting **ends** at block 700.")
    (done,) = delivered(made, SECRETARIAT_TELEGRAM_BOT_TOKEN="1:practice")
    server.close()
    (message,) = arrived.of("telegram", "700012")
    assert (done.state, done.says) == ("sent", message.id)
    assert message.text.startswith("Voting ends at block 700.\nd1.1 · ")
