"""Telegram: a bot's sendMessage, with the id of the message as the receipt."""

import re
from collections.abc import Collection, Mapping

from secretariat.devnet.serving import Request, Response
from secretariat.devnet.sinks.arrived import Arrived, answer, asked

SINK = "telegram"
LONGEST = 4_096
"""A message's most characters."""

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
        if len(text) > LONGEST:
            return _refused(400, "Bad Request: message is too long")
        message = self.arrived.add(SINK, chat, text)
        result = {
            "message_id": int(message.id),
            "date": message.milliseconds // 1000,
            "chat": {"id": int(chat) if chat.lstrip("-").isdigit() else chat, "type": "supergroup"},
            "text": text,
        }
        return answer({"ok": True, "result": result})


def _refused(status: int, why: str) -> Response:
    return answer({"ok": False, "error_code": status, "description": why}, status=status)
