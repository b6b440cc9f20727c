"""A worker that delivers until it is stopped: ``python -m tests.faults.delivering STORE DISCORD_API WEBHOOK TELEGRAM_API MAIL_PORT``."""

import sys
import time
from datetime import UTC, datetime

from secretariat.clients.bounds import WireSettings
from secretariat.effects.chat.sender import DiscordSender, TelegramSender
from secretariat.effects.chat.settings import Chats, DiscordSettings, Places, TelegramSettings
from secretariat.effects.mail.sender import EmailSender
from secretariat.effects.mail.settings import EmailSettings
from secretariat.flow.deliver import Look, Sender, deliver
from secretariat.store.engine import connect
from tests.effects.chat.telegram_here import CHAT, TOKEN
from tests.effects.mail.mail_here import ADDRESS, SENDER

BOUNDS = WireSettings(connect_seconds=1, read_seconds=0.7, whole_seconds=1, attempts=1)


def senders(discord: str, webhook: str, telegram: str, mail_port: str) -> dict[str, Sender]:
    """Give what sends on each channel, to the place ``council``."""
    places = Places(
        settings=DiscordSettings(channels={"council": "700000000000000001"}, api=discord), webhooks={"council": webhook}
    )
    chats = Chats(settings=TelegramSettings(channels={"council": CHAT}, api=telegram), bot_token=TOKEN)
    email = EmailSettings(
        host="127.0.0.1", port=int(mail_port), security="none", sender=SENDER, channels={"council": ADDRESS}
    )
    return {
        "discord": DiscordSender(places=places, wire=BOUNDS),
        "telegram": TelegramSender(chats=chats, wire=BOUNDS),
        "email": EmailSender(settings=email, wire=BOUNDS),
    }


def main() -> None:
    """Deliver again and again; every item is still wanted."""
    store, *addresses = sys.argv[1:]
    by_channel, engine = senders(*addresses), connect(store)
    while True:
        for _ in deliver(
            engine,
            by_channel,
            lambda item: Look(verdict="send", text=item.act.text),
            lambda: datetime.now(UTC),  # noqa: TID251 - a worker of its own
        ):
            pass
        time.sleep(0.05)


if __name__ == "__main__":
    main()
