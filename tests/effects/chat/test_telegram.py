"""Telegram over real sockets: what each kind of answer means, and that a text is letters whoever wrote it."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.desk.acts import Act, Destination
from secretariat.desk.bounces import NOBODY_THERE
from secretariat.desk.outbox import Outcome
from secretariat.desk.parts import Part, parts_of
from secretariat.desk.quoting import quoted
from secretariat.desk.spans import JOINER
from secretariat.desk.splitting import CannotSplit, utf16
from secretariat.devnet.faults import Planned
from secretariat.effects.chat import telegram
from secretariat.effects.chat.sender import TelegramSender
from secretariat.effects.chat.settings import Chats, TelegramSettings
from secretariat.facts.moments import moment_of
from tests.effects.chat.discord_here import QUICK
from tests.effects.chat.telegram_here import CHAT, Here, posts, telegram_here

DIGEST = "ab" * 32


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the sink's clock is the machine's


def sent(here: Here, text: str = "Voting ends.", place: str = "council") -> Outcome:
    act = Act(
        kind="message",
        channel="telegram",
        destination=Destination(place=place),
        finding="own/words/1",
        part="telegram",
        revision=1,
    )
    return TelegramSender(chats=here.chats, wire=QUICK, chat_of=str).send(act, "d4.1", DIGEST, text, now())


def test_a_message_arrives_with_its_id_as_receipt_and_its_last_line() -> None:
    with telegram_here() as here:
        done = sent(here, "**Voting** ends at block 7.")
        (message,) = here.arrived.of("telegram", CHAT)
    assert done == Outcome(verdict="sent", receipt=message.id)
    assert message.text == "Voting ends at block 7.\nd4.1 · abababababab"


@pytest.mark.parametrize(
    ("fault", "verdict", "arrived"),
    [
        (
            posts("status", status=429, body='{"ok":false,"error_code":429,"parameters":{"retry_after":7}}'),
            "not sent",
            0,
        ),
        (posts("status", status=400, body='{"ok":false,"description":"Bad Request: chat not found"}'), "refused", 0),
        (posts("status", status=401), "refused", 0),
        (posts("status", status=403, body='{"ok":false,"description":"Forbidden: bot was kicked"}'), "refused", 0),
        (posts("status", status=408), "unclear", 0),
        (posts("status", status=500), "unclear", 0),
        (posts("status", status=502, body="<html>"), "unclear", 0),
        (posts("status", status=302, headers={"Location": "http://127.0.0.1:9/"}), "unclear", 0),
        (posts("status", status=200, body='{"ok":true,"result":{}}'), "unclear", 0),
        (posts("status", status=200, body='{"ok":true,"result":{"message_id":' + "9" * 4_000 + "}}"), "unclear", 0),
        (posts("status", status=200, body="[" * 100_000), "unclear", 0),
        (posts("status", status=429, body='{"ok":false,"parameters":{"retry_after":Infinity}}'), "not sent", 0),
        (posts("status", status=200, body='{"ok":true,"result":{"message_id":"7"}}'), "unclear", 0),
        (posts("status", status=200, body='{"ok":false,"result":{"message_id":7}}'), "unclear", 0),
        (posts("reset"), "unclear", 0),
        (posts("silence", seconds=5), "unclear", 0),
        (posts("error-after", status=500), "unclear", 1),
        (posts("answer-lost"), "unclear", 1),
        (posts("answer-late", seconds=5), "unclear", 1),
        (posts("truncated"), "unclear", 1),
        (posts("not-json"), "unclear", 1),
        (posts("wrong-json"), "unclear", 1),
    ],
    ids=lambda value: f"{value.fault.kind}-{value.fault.status}" if isinstance(value, Planned) else None,
)
def test_what_each_end_means_and_that_it_is_tried_once(fault: Planned, verdict: str, arrived: int) -> None:
    with telegram_here([fault]) as here:
        done = sent(here)
        assert (done.verdict, done.receipt) == (verdict, "")
        assert done.why
        assert "secret-token" not in done.why
        assert len(here.texts) == arrived
        assert here.server.asked == 1


@pytest.mark.parametrize(
    ("status", "says", "nobody"),
    [
        (400, "Bad Request: chat not found", True),
        (403, "Forbidden: bot was blocked by the user", True),
        (403, "Forbidden: user is deactivated", True),
        (400, "Bad Request: message is too long", False),
        (400, "Bad Request: text is empty: chat not found", False),
        (401, "Unauthorized", False),
        (403, "Forbidden", False),
        (404, "Not Found", False),
    ],
)
def test_that_a_member_is_not_there_is_said_and_nothing_else_is(status: int, says: str, *, nobody: bool) -> None:
    body = json.dumps({"ok": False, "error_code": status, "description": says})
    for place in ("member/12", "council"):
        with telegram_here([posts("status", status=status, body=body)]) as here:
            done = sent(here, place=place)
        alone = nobody and place == "member/12"
        assert done == Outcome(
            verdict="refused", why=f"{NOBODY_THERE if alone else ''}Telegram answered {status}: {says}"
        )


@pytest.mark.parametrize("body", ["<html>403 Forbidden</html>", '{"error": "Forbidden: not from here"}', ""])
def test_a_refusal_of_something_on_the_way_says_nothing_of_a_member(body: str) -> None:
    with telegram_here([posts("status", status=403, body=body)]) as here:
        assert sent(here, place="member/12") == Outcome(verdict="refused", why="Telegram answered 403")


def test_told_to_come_later_it_waits_as_long_as_it_was_asked() -> None:
    body = '{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":7}}'
    with telegram_here([posts("status", status=429, body=body)]) as here:
        before = now()
        done = sent(here)
    assert done.not_before is not None
    assert timedelta(seconds=6) < datetime.fromisoformat(done.not_before) - before < timedelta(seconds=10)


def test_a_group_that_became_another_is_told_with_its_new_id() -> None:
    body = '{"ok":false,"error_code":400,"parameters":{"migrate_to_chat_id":-1007}}'
    with telegram_here([posts("status", status=400, body=body)]) as here:
        done = sent(here)
    assert done.verdict == "refused"
    assert "-1007: put it into [telegram] channels" in done.why


def test_without_a_connection_nothing_was_sent() -> None:
    with telegram_here() as here:
        pass
    done = sent(here)
    assert (done.verdict, "secret-token" in done.why) == ("not sent", False)


def test_nothing_can_be_proven() -> None:
    act = Act(
        kind="message", channel="telegram", destination=Destination(), finding="own/words/1", part="a", revision=1
    )
    with telegram_here() as here:
        assert TelegramSender(chats=here.chats, wire=QUICK).prove(act, "d1.1", DIGEST, moment_of(now()), now()) is None


def test_what_cannot_be_sent_is_refused_before_anything_is() -> None:
    with telegram_here() as here:
        assert "no place 'lobby'" in sent(here, place="lobby").why
        assert "4,097 characters" in sent(here, "x" * (4_097 - len("\nd4.1 · abababababab"))).why
        tokenless = Here(server=here.server, arrived=here.arrived, chats=Chats(settings=here.chats.settings))
        assert "SECRETARIAT_TELEGRAM_BOT_TOKEN" in sent(tokenless).why
        assert here.server.asked == 0
        assert sent(here, "x" * (4_096 - len("\nd4.1 · abababababab"))).verdict == "sent"
        assert sent(here, place="gone").why == "Telegram answered 400: Bad Request: chat not found"


def test_places_of_entities_are_counted_as_telegram_does() -> None:
    body = telegram.body_of(CHAT, "🗳 **now** [it](https://example.org/)")
    assert body["text"] == "🗳 now it"
    assert body["entities"] == [
        {"type": "bold", "offset": 3, "length": 3},
        {"type": "text_link", "offset": 7, "length": 2, "url": "https://example.org/"},
    ]
    assert "parse_mode" not in body


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_whatever_a_handle_is_it_arrives_as_letters(handle: str) -> None:
    body = telegram.body_of(CHAT, f"By {quoted(handle)}.")
    assert body["entities"] == []
    assert "@everyone" not in body["text"].replace("@" + JOINER, "")


def wholly(part: Part) -> int:
    return utf16(telegram.body_of(CHAT, f"{part.text}\n-# {part.name('d4.1')} · {DIGEST[:12]}")["text"])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 250), st.booleans()), min_size=1, max_size=10))
def test_parts_of_a_long_text_fit(sizes: list[tuple[int, bool]]) -> None:
    text = "\n\n".join(
        f"**Nr. {place}**\n" + ("Vote 🗳 *now*. " if odd else "Some words. ") * size
        for place, (size, odd) in enumerate(sizes)
    )
    try:
        parts = parts_of("telegram", text, (), "d4.1")
    except CannotSplit as error:
        assert error.too_many  # noqa: PT017 - what there is to be said of it
        return
    assert all(wholly(part) <= 4_096 for part in parts)
    assert " ".join(" ".join(part.text for part in parts).split()) == " ".join(text.split())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"channels": {"Council": "1"}}, "small letters"),
        ({"channels": {"council": "general"}}, "digits in quotes"),
        ({"channels": {"council": "@ab"}}, "digits in quotes"),
        ({"api": "http://api.telegram.org"}, "https"),
    ],
)
def test_settings_that_cannot_be_are_refused(change: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        TelegramSettings(**change)  # type: ignore[arg-type]


@pytest.mark.parametrize("token", ["secret-token", "1:a b", "a:secret-token", "1:secret-token/../x"])
def test_a_token_that_is_none_is_refused_without_being_shown(token: str) -> None:
    with pytest.raises(ValueError, match="BotFather") as refused:
        Chats(settings=TelegramSettings(channels={"council": "@the_council"}), bot_token=token)
    assert "secret" not in str(refused.value)
    assert "token" not in repr(Chats(settings=TelegramSettings(), bot_token="1:x")).replace("bot_token", "")
