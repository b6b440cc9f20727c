"""Telegram: post a message by a bot, its id as the receipt.

Bot API, ``sendMessage``: the text as letters, what is bold or a link as entities beside it, whose places are code units of UTF-16.
Nothing in a text is read as markup, as no ``parse_mode`` is given. A bot cannot read a chat's history, so that nothing can be proven.
"""

import re
from datetime import datetime
from typing import Any

from secretariat.clients.bounds import WireSettings
from secretariat.clients.once import Answered, NotSent, post_once
from secretariat.desk.outbox import Outcome
from secretariat.desk.parts import TELEGRAM_UNITS
from secretariat.desk.spans import Plain, Span, plain
from secretariat.desk.splitting import utf16
from secretariat.effects.chat.answers import without_receipt
from secretariat.effects.chat.settings import Chats
from secretariat.facts.texts import on_one_line

_NOBODY = re.compile(
    r"Telegram answered (?:403: Forbidden: \S|400: Bad Request: (?:chat not found|user not found|PEER_ID_INVALID))",
    re.IGNORECASE,
)
"""The bot was blocked, the account is deleted, or never wrote to the bot (403); or there is no such chat (400).

In Telegram's own words alone: a bare 403 is that of something on the way.
"""


def says_nobody_there(why: str) -> bool:
    """Tell whether a refusal means that nobody is reached in the chat with one person; of all others the message or the bot is the reason."""
    return _NOBODY.match(why) is not None


def body_of(chat: str, text: str) -> dict[str, Any]:
    """Give the request's body for a text in Markdown: letters and entities, and no preview of links, which would be fetched."""
    made = plain(text)
    return {
        "chat_id": chat,
        "text": made.text,
        "entities": [_entity(made, one) for one in made.spans],
        "link_preview_options": {"is_disabled": True},
    }


def _entity(made: Plain, span: Span) -> dict[str, Any]:
    end = span.start + span.length
    kind = "text_link" if span.kind == "link" else span.kind
    place = {"offset": utf16(made.text[: span.start]), "length": utf16(made.text[span.start : end])}
    return {"type": kind, **place, **({"url": span.url} if span.url else {})}


def send(chats: Chats, wire: WireSettings, chat: str, text: str, now: datetime) -> Outcome:
    """Post one message to a chat, once. ``text`` is Markdown with its marker, ``now`` machine time (UTC).

    A missing token and a text that is too long are refused before anything is sent.
    """
    if not chats.bot_token:
        return Outcome(
            verdict="refused",
            why=f"Telegram's bot has no token; set {chats.settings.BOT_VARIABLE}, then approve again.",
        )
    body = body_of(chat, text)
    if (length := utf16(body["text"])) > TELEGRAM_UNITS:
        return Outcome(
            verdict="refused",
            why=f"The message has {length:,} characters and Telegram takes {TELEGRAM_UNITS:,}; reword it.",
        )
    ended = post_once(f"{chats.settings.api}/bot{chats.bot_token}/sendMessage", body, wire)
    if isinstance(ended, NotSent):
        return Outcome(verdict="not sent", why=ended.why)
    if isinstance(ended, Answered):
        return _judged(ended, now)
    return Outcome(verdict="unclear", why=ended.why)


def _judged(answer: Answered, now: datetime) -> Outcome:
    """Say what an answer means. Only the id of a message in an answer that is ok is a receipt."""
    body = answer.body if isinstance(answer.body, dict) else {}
    result, hints = body.get("result"), body.get("parameters")
    identifier = result.get("message_id") if isinstance(result, dict) else None
    if answer.status == 200 and body.get("ok") is True and type(identifier) is int and 0 < identifier < 2**63:
        return Outcome(verdict="sent", receipt=str(identifier))
    said = on_one_line(str(body.get("description", "")), 160)
    words = f"Telegram answered {answer.status}" + (f": {said}" if said else "")
    asked = hints if isinstance(hints, dict) else {}
    if type(asked.get("migrate_to_chat_id")) is int:
        words += f". The group has another id now, {asked['migrate_to_chat_id']}: put it into [telegram] channels"
    return without_receipt(answer, words, asked.get("retry_after"), now)
