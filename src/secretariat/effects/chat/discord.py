"""Discord: post a message by webhook with its id as receipt, and look for it in the channel's history.

Discord's API version 10: Execute Webhook with ``wait=true`` answers with the message; Get Channel Messages gives 100 at most.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeGuard

from secretariat.clients.bounds import WireSettings
from secretariat.clients.failures import CallFailed
from secretariat.clients.http import Wire, get_json
from secretariat.clients.once import Answered, NotSent, post_once
from secretariat.desk.acts import Mention
from secretariat.desk.messages import calling
from secretariat.desk.outbox import Outcome, Proof
from secretariat.desk.parts import DISCORD_CHARACTERS
from secretariat.effects.chat.answers import without_receipt
from secretariat.effects.chat.settings import ID, Places
from secretariat.facts.moments import Moment, moment_of
from secretariat.facts.texts import on_one_line

EPOCH_MILLISECONDS = 1_420_070_400_000
"""Discord's ids count milliseconds from the first of January 2015, shifted by 22 bits."""

PAGE = 100
MOST_PAGES = 20
EARLIER = timedelta(minutes=5)
"""So much before the claim the history is read from: clocks differ."""


def body_of(text: str, mentions: Sequence[Mention]) -> dict[str, Any]:
    """Give the request's body: only the listed ids ring, whatever the text says."""
    return {
        "content": text,
        "allowed_mentions": {
            "parse": [],
            "users": [one.id for one in mentions if one.kind == "user"],
            "roles": [one.id for one in mentions if one.kind == "role"],
        },
    }


def send(
    places: Places, wire: WireSettings, place: str, text: str, mentions: Sequence[Mention], now: datetime
) -> Outcome:
    """Post one message to a place, once, whom it rings named above it. ``text`` has its marker; ``now`` is machine time (UTC).

    A place without webhook and a text that is too long are refused before anything is sent.
    """
    webhook = places.webhooks.get(place)
    if not webhook:
        return Outcome(
            verdict="refused",
            why=f"The place {place!r} has no webhook; set {places.settings.webhook_variable(place)}, then approve again.",
        )
    whole = calling(text, mentions)
    if len(whole) > DISCORD_CHARACTERS:
        return Outcome(
            verdict="refused",
            why=f"The message has {len(whole):,} characters and Discord takes {DISCORD_CHARACTERS:,}; reword it.",
        )
    ended = post_once(f"{webhook}?wait=true", body_of(whole, mentions), wire)
    if isinstance(ended, NotSent):
        return Outcome(verdict="not sent", why=ended.why)
    if isinstance(ended, Answered):
        return _judged(ended, now)
    return Outcome(verdict="unclear", why=ended.why)


def _judged(answer: Answered, now: datetime) -> Outcome:
    """Say what an answer means. Only a message with an id is a receipt; a success without one proves nothing."""
    body = answer.body if isinstance(answer.body, dict) else {}
    said = on_one_line(str(body.get("message", "")), 120)
    words = f"Discord answered {answer.status}" + (f": {said}" if said else "")
    identifier = body.get("id")
    if answer.status in (200, 201) and _is_id(identifier):
        return Outcome(verdict="sent", receipt=identifier)
    return without_receipt(answer, words, body.get("retry_after"), now)


def can_prove(places: Places, place: str) -> bool:
    """Tell whether a place's history can be read."""
    return bool(places.bot_token and places.settings.channels.get(place) and places.webhook_id(place))


def prove(places: Places, wire: Wire, place: str, mark: str, since: Moment, now: datetime) -> Proof | None:
    """Look for a message with the marker, by our own webhook, from a little before ``since`` on; None when it cannot be read.

    A message of anybody else that ends with the same line is no proof.
    """
    begin = datetime.fromisoformat(since) - EARLIER
    try:
        for message in _history(places, wire, place, begin):
            ours = str(message.get("webhook_id", "")) == places.webhook_id(place)
            if ours and str(message.get("content", "")).rstrip().endswith(f"\n{mark}"):
                return Proof(receipt=str(message["id"]))
    except (CallFailed, _Endless, _NoHistory):
        return None
    return Proof(looked_until=moment_of(now))


class _Endless(Exception):
    """The history is longer than is read."""


class _NoHistory(Exception):
    """The answer is no list of messages, so that what does not stand in it may be there all the same."""


def _history(places: Places, wire: Wire, place: str, begin: datetime) -> Iterator[dict[str, Any]]:
    """Give every message of a place from a moment on, oldest page first."""
    after = max(0, int(begin.astimezone(UTC).timestamp() * 1000) - EPOCH_MILLISECONDS) << 22
    for _ in range(MOST_PAGES):
        url = f"{places.settings.api}/channels/{places.settings.channels[place]}/messages?limit={PAGE}&after={after}"
        page = get_json(wire, url, {"authorization": f"Bot {places.bot_token}"})
        if not isinstance(page, list) or not all(isinstance(one, dict) and _is_id(one.get("id")) for one in page):
            raise _NoHistory
        yield from page
        if len(page) < PAGE:
            return
        after = max(int(one["id"]) for one in page)
    raise _Endless


def _is_id(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and ID.fullmatch(value) is not None
