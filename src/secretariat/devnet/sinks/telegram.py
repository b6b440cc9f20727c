"""Telegram: a bot's sendMessage, with the id of the message as the receipt."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from secretariat.devnet.serving import Request, Response
from secretariat.devnet.sinks.arrived import Arrived, answer, asked

SINK = "telegram"
LONGEST = 4_096
"""A message's most characters."""
ENTITIES = frozenset(
    {"bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link", "text_mention"}
)

_METHOD = re.compile(r"/bot(?P<token>[^/]+)/(?P<method>\w+)")


class Telegram:
    """A Telegram with one bot that is a member of some chats."""

    def __init__(self, arrived: Arrived, token: str, chats: Collection[str]) -> None:
        self.arrived = arrived
        self.token = token
        self.chats = frozenset(chats)

    def __call__(self, request: Request) -> Response:
        """Answer one request as the bot API does."""
        found = _METHOD.fullmatch(request.path)
        if found is None:
            return _refused(404, "Not Found")
        if found["token"] != self.token:
            return _refused(401, "Unauthorized")
        if found["method"] == "getMe":
            return answer({"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "secretary"}})
        if found["method"] != "sendMessage":
            return _refused(404, "Not Found")
        return self._send(request)

    def _send(self, request: Request) -> Response:
        told = asked(request)
        body = told if isinstance(told, Mapping) else request.query
        chat, text = str(body.get("chat_id", "")), body.get("text")
        if not chat:
            return _refused(400, "Bad Request: chat_id is empty")
        if chat not in self.chats:
            return _refused(400, "Bad Request: chat not found")
        if not isinstance(text, str) or not text.strip():
            return _refused(400, "Bad Request: message text is empty")
        wrong = _entities_wrong(text, body.get("entities"))
        if wrong:
            return _refused(400, wrong)
        if _units(text) > LONGEST:
            return _refused(400, "Bad Request: message is too long")
        message = self.arrived.add(SINK, chat, text)
        result = {
            "message_id": int(message.id),
            "date": message.milliseconds // 1000,
            "chat": {"id": int(chat) if chat.lstrip("-").isdigit() else chat, "type": "supergroup"},
            "text": text,
            **({"entities": body["entities"]} if body.get("entities") else {}),
        }
        return answer({"ok": True, "result": result})


def _units(text: str) -> int:
    """Count code units of UTF-16, in which the places of entities are counted."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _entities_wrong(text: str, entities: Any) -> str:
    """Say which entity is none, or lies outside of the text."""
    for one in entities or ():
        if not isinstance(one, Mapping) or one.get("type") not in ENTITIES:
            return "Bad Request: can't parse entities: unsupported type"
        start, length = one.get("offset"), one.get("length")
        if not isinstance(start, int) or not isinstance(length, int) or start < 0 or length < 1:
            return "Bad Request: can't parse entities: offset and length are numbers"
        if start + length > _units(text):
            return "Bad Request: entity beyond the end of the message"
        if one["type"] == "text_link" and not str(one.get("url", "")).lower().startswith(("http://", "https://")):
            return "Bad Request: text_link without an address"
    return ""


def _refused(status: int, why: str) -> Response:
    return answer({"ok": False, "error_code": status, "description": why}, status=status)
