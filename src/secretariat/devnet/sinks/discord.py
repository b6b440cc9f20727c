"""Discord: webhooks that answer with the message's id, and a bot that may write and read a channel's history.

As in Discord's API of version 10, Create Message takes a ``nonce`` (and ``enforce_nonce``: a second message with it is not
made, the first is given back) and a ``message_reference``; Execute Webhook takes neither. Ids are of the machine's clock, as Discord's are
of Discord's, whatever the network's time is: who reads a history from a moment on knows no other clock.
"""

import re
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from secretariat.devnet.serving import Request, Response
from secretariat.devnet.sinks.arrived import Arrived, Message, answer, asked

SINK = "discord"
LONGEST = 2_000
"""A message's most characters."""

EPOCH_MILLISECONDS = 1_420_070_400_000
"""Discord's ids count from the first of January 2015."""

BOT = "1"
"""The bot's id as an author."""

LONGEST_NONCE = 25
NONCE_MILLISECONDS = 300_000
"""How long a nonce that is enforced is remembered, in the network's time: Discord says a few minutes."""

MOST_MESSAGES = 100
_WEBHOOK = re.compile(r"/api(?:/v\d+)?/webhooks/(?P<id>\d+)/(?P<token>[^/]+)(?:/messages/(?P<message>\d+))?")
_CHANNEL = re.compile(r"/api(?:/v\d+)?/channels/(?P<id>\d+)/messages(?:/(?P<message>\d+))?")
_MENTION = re.compile(r"<@!?(\d+)>")
_ROLE = re.compile(r"<@&(\d+)>")


def machine_milliseconds() -> int:
    """Give the machine's time in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


class Discord:
    """A Discord with the webhooks of some channels and one bot. ``webhooks`` is {webhook id: (token, channel)}."""

    def __init__(
        self,
        arrived: Arrived,
        webhooks: Mapping[str, tuple[str, str]],
        bot_token: str,
        machine: Callable[[], int] = machine_milliseconds,
    ) -> None:
        self.arrived = arrived
        self.webhooks = webhooks
        self.bot_token = bot_token
        self.machine = machine
        self._lock = threading.Lock()

    def __call__(self, request: Request) -> Response:
        """Answer one request as Discord's API of version 10 does."""
        found = _WEBHOOK.fullmatch(request.path)
        if found:
            return self._webhook(request, found["id"], found["token"], found["message"])
        found = _CHANNEL.fullmatch(request.path)
        if found:
            return self._channel(request, found["id"], found["message"])
        return answer({"message": "404: Not Found", "code": 0}, status=404)

    def _webhook(self, request: Request, webhook: str, token: str, message: str | None) -> Response:
        known = self.webhooks.get(webhook)
        if known is None:
            return answer({"message": "Unknown Webhook", "code": 10015}, status=404)
        if known[0] != token:
            return answer({"message": "Invalid Webhook Token", "code": 50027}, status=401)
        channel = known[1]
        if message is not None:
            return self._one(channel, message, by=webhook)
        if request.method == "GET":
            return answer({"id": webhook, "type": 1, "channel_id": channel, "name": "secretary"})
        if request.method != "POST":
            return answer({"message": "405: Method Not Allowed", "code": 0}, status=405)
        told = self._posted(request, channel, webhook)
        if isinstance(told, Message) and request.query.get("wait", "").lower() not in ("true", "1"):
            return Response(status=204)
        return answer(_told(told)) if isinstance(told, Message) else told

    def _channel(self, request: Request, channel: str, message: str | None) -> Response:
        if request.headers.get("authorization") != f"Bot {self.bot_token}":
            return answer({"message": "401: Unauthorized", "code": 0}, status=401)
        if channel not in {channel for _, channel in self.webhooks.values()}:
            return answer({"message": "Unknown Channel", "code": 10003}, status=404)
        if message is not None:
            return self._one(channel, message)
        if request.method == "GET":
            return self._history(request, channel)
        told = self._posted(request, channel, BOT)
        return answer(_told(told)) if isinstance(told, Message) else told

    def _one(self, channel: str, message: str, *, by: str | None = None) -> Response:
        """Give one message of a channel; a webhook may ask for its own only."""
        for one in self.arrived.of(SINK, channel):
            if one.id == message and by in (None, one.author):
                return answer(_told(one))
        return answer({"message": "Unknown Message", "code": 10008}, status=404)

    def _history(self, request: Request, channel: str) -> Response:
        """Give messages newest first; ``after`` and ``before`` are ids, ``limit`` is 50 unless told, 100 at most."""
        limit = request.query.get("limit", "50")
        bounds = {key: request.query.get(key, "") for key in ("after", "before")}
        if (
            not limit.isdigit()
            or not 1 <= int(limit) <= MOST_MESSAGES
            or any(b and not b.isdigit() for b in bounds.values())
        ):
            return _invalid("limit", "int value should be between 1 and 100.")
        found = [
            one
            for one in self.arrived.of(SINK, channel)
            if (not bounds["after"] or int(one.id) > int(bounds["after"]))
            and (not bounds["before"] or int(one.id) < int(bounds["before"]))
        ]
        shown = found[: int(limit)] if bounds["after"] else found[-int(limit) :]
        return answer([_told(one) for one in reversed(shown)])

    def _posted(self, request: Request, channel: str, author: str) -> Message | Response:
        """Keep a message, or say why not. A nonce and an answer to a message are the bot's only, as Discord has it."""
        body = asked(request)
        if not isinstance(body, Mapping):
            return answer({"message": "The request body contains invalid JSON.", "code": 50109}, status=400)
        text = body.get("content") or ""
        if not isinstance(text, str) or (not text and not body.get("embeds")):
            return answer({"message": "Cannot send an empty message", "code": 50006}, status=400)
        extra = body if author == BOT else {}
        with self._lock:  # ids count up, and of two posts with one nonce the second finds the first
            wrong = self._wrong(text, body, extra, channel)
            if wrong is not None:
                return wrong
            before = self._same_nonce(extra, channel, author)
            return before or self.arrived.add(
                SINK,
                channel,
                text,
                id=self._id(channel),
                mentions=tuple(_mentioned(text, body.get("allowed_mentions"))),
                author=author,
                nonce=extra.get("nonce"),
                reply_to=self._replied(extra, channel),
            )

    def _wrong(self, text: str, body: Mapping[str, Any], extra: Mapping[str, Any], channel: str) -> Response | None:
        """Say which field Discord refuses."""
        if len(text) > LONGEST:
            return _invalid("content", f"Must be {LONGEST} or fewer in length.")
        mentions = _mentions_wrong(body.get("allowed_mentions"))
        if mentions:
            return _invalid("allowed_mentions", mentions)
        nonce, reference = extra.get("nonce"), extra.get("message_reference")
        if isinstance(nonce, bool) or not isinstance(nonce, int | str | None):
            return _invalid("nonce", "Only an integer or a string is allowed.")
        if len(str(nonce)) > LONGEST_NONCE:
            return _invalid("nonce", f"Must be {LONGEST_NONCE} or fewer in length.")
        strict = isinstance(reference, Mapping) and reference.get("fail_if_not_exists", True)
        if reference is not None and strict and self._replied(extra, channel) is None:
            return _invalid("message_reference", "Unknown message")
        return None

    def _same_nonce(self, extra: Mapping[str, Any], channel: str, author: str) -> Message | None:
        """Give the message that the author sent with this nonce a short while ago, where the nonce is enforced."""
        nonce, since = extra.get("nonce"), self.arrived.clock() - NONCE_MILLISECONDS
        if nonce is None or extra.get("enforce_nonce") is not True:
            return None
        recent = (one for one in self.arrived.of(SINK, channel) if one.milliseconds >= since)
        return next((one for one in recent if one.author == author and str(one.nonce) == str(nonce)), None)

    def _replied(self, extra: Mapping[str, Any], channel: str) -> str | None:
        """Give the id of the message that is answered, if it is in the channel."""
        reference = extra.get("message_reference")
        wanted = str(reference.get("message_id")) if isinstance(reference, Mapping) else None
        return next((one.id for one in self.arrived.of(SINK, channel) if one.id == wanted), None)

    def _id(self, channel: str) -> str:
        """Make an id as Discord's are: the moment, and a number that makes it unique."""
        before = self.arrived.of(SINK)
        moment = max(self.machine() - EPOCH_MILLISECONDS, 0) << 22
        return str(max([moment | int(channel[-3:]) % 1_024, *(int(one.id) + 1 for one in before[-1:])]))


def _mentions_wrong(allowed: Any) -> str:
    """Say what Discord refuses: a kind parsed and listed at once."""
    if not isinstance(allowed, Mapping):
        return ""
    for kind in ("users", "roles"):
        if kind in (allowed.get("parse") or ()) and allowed.get(kind):
            return f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.'
        if len(allowed.get(kind) or ()) > MOST_MESSAGES:
            return "Must be 100 or fewer in length."
    return ""


def _mentioned(text: str, allowed: Any) -> Sequence[str]:
    """Tell who is really called: without ``allowed_mentions`` all who are named, everyone too; else the listed ones only."""
    users, roles = _MENTION.findall(text), _ROLE.findall(text)
    everyone = [word for word in ("everyone", "here") if f"@{word}" in text]
    if not isinstance(allowed, Mapping):
        return [*everyone, *users, *roles]
    parse = allowed.get("parse") or ()
    return [
        *(everyone if "everyone" in parse else ()),
        *(user for user in users if "users" in parse or user in (allowed.get("users") or ())),
        *(role for role in roles if "roles" in parse or role in (allowed.get("roles") or ())),
    ]


def _invalid(field: str, why: str) -> Response:
    errors = {field: {"_errors": [{"code": "BASE_TYPE_BAD_LENGTH", "message": why}]}}
    return answer({"message": "Invalid Form Body", "code": 50035, "errors": errors}, status=400)


def _told(message: Message) -> dict[str, Any]:
    """Write a message as Discord shows it."""
    moment = datetime.fromtimestamp(((int(message.id) >> 22) + EPOCH_MILLISECONDS) / 1000, UTC)
    by_webhook = message.author not in ("", BOT)
    reply = {"type": 0, "channel_id": message.to, "message_id": message.reply_to}
    return {
        "id": message.id,
        "type": 19 if message.reply_to else 0,
        "content": message.text,
        "channel_id": message.to,
        "author": {"id": message.author or BOT, "username": "secretary", "bot": True},
        "timestamp": moment.isoformat(),
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": "everyone" in message.mentions or "here" in message.mentions,
        "mentions": [{"id": one} for one in message.mentions if one.isdigit()],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        **({"webhook_id": message.author} if by_webhook else {}),
        **({"nonce": message.nonce} if message.nonce is not None else {}),
        **({"message_reference": reply} if message.reply_to else {}),
    }
