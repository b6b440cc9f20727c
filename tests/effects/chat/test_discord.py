"""Discord over real sockets: what each kind of answer means, who rings, and what proves that a message arrived."""

from datetime import UTC, datetime, timedelta

import pytest

from secretariat.clients.http import open_wire
from secretariat.desk.acts import Mention
from secretariat.desk.messages import marker, with_marker
from secretariat.desk.outbox import Outcome, Proof
from secretariat.devnet.faults import Planned
from secretariat.effects.chat import discord
from secretariat.effects.chat.settings import DiscordSettings, Places
from secretariat.facts.moments import moment_of
from tests.effects.chat.discord_here import CHANNEL, QUICK, WEBHOOK, Here, discord_here, posts


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the sink's clock is the machine's


def sent(here: Here, text: str = "Voting ends.", *mentions: Mention, place: str = "council") -> Outcome:
    return discord.send(here.places, QUICK, place, text, mentions, now())


def test_a_message_arrives_with_its_id_as_receipt() -> None:
    with discord_here() as here:
        done = sent(here, "Voting ends at block 7.")
        (message,) = here.arrived.of("discord", CHANNEL)
    assert done == Outcome(verdict="sent", receipt=message.id)
    assert message.text == "Voting ends at block 7."


@pytest.mark.parametrize(
    ("fault", "verdict", "arrived"),
    [
        (
            posts("status", status=429, body='{"message":"You are being rate limited.","retry_after":7.2}'),
            "not sent",
            0,
        ),
        (posts("status", status=400, body='{"message":"Invalid Form Body"}'), "refused", 0),
        (posts("status", status=401), "refused", 0),
        (posts("status", status=404, body='{"message":"Unknown Webhook","code":10015}'), "refused", 0),
        (posts("status", status=408), "unclear", 0),
        (posts("status", status=500), "unclear", 0),
        (posts("status", status=502, body="<html>"), "unclear", 0),
        (posts("status", status=302, headers={"Location": "http://127.0.0.1:9/"}), "unclear", 0),
        (posts("status", status=302, headers={"Location": "javascript:1"}), "unclear", 0),
        (posts("status", status=302, headers={"Location": "http://xn--a/"}), "unclear", 0),
        (posts("status", status=204), "unclear", 0),
        (posts("status", status=200, body='{"id":7}'), "unclear", 0),
        (posts("status", status=200, body='{"id":"١٢٣"}'), "unclear", 0),
        (posts("status", status=200, body='{"id":"' + "9" * 5_000 + '"}'), "unclear", 0),
        (posts("status", status=200, body="[" * 100_000), "unclear", 0),
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
    with discord_here([fault]) as here:
        done = sent(here)
        assert (done.verdict, done.receipt) == (verdict, "")
        assert done.why
        assert len(here.texts) == arrived
        assert here.server.asked == 1


@pytest.mark.parametrize(
    ("status", "body", "says"),
    [
        (200, "{}", "Discord answered 200 without the id of a message"),
        (200, '{"id":7}', "Discord answered 200 without the id of a message"),
        (204, "", "Discord answered 204 without the id of a message"),
        (500, "", "Discord answered 500"),
    ],
)
def test_a_success_without_an_id_says_so(status: int, body: str, says: str) -> None:
    with discord_here([posts("status", status=status, body=body)]) as here:
        done = sent(here)
    assert done.why.startswith(says)
    assert ("without" in done.why) is (status < 300)


def test_told_to_come_later_it_waits_as_long_as_it_was_asked() -> None:
    with discord_here([posts("status", status=429, body='{"retry_after":7.2}')]) as here:
        before = now()
        done = sent(here)
    assert done.not_before is not None
    assert timedelta(seconds=6) < datetime.fromisoformat(done.not_before) - before < timedelta(seconds=10)


@pytest.mark.parametrize(
    ("body", "header", "seconds"),
    [
        ('{"retry_after":Infinity}', "", 3_600),
        ('{"retry_after":1e300}', "", 3_600),
        ('{"retry_after":' + "9" * 4_000 + "}", "", 3_600),
        ('{"retry_after":86400}', "", 3_600),
        ('{"retry_after":NaN}', "", 5),
        ('{"retry_after":NaN}', "7.5", 8),
        ('{"retry_after":-5}', "", 5),
        ('{"retry_after":[]}', "inf", 3_600),
        ("[" * 100_000, "1e300", 3_600),
        ("{}", "nan", 5),
        ("{}", "-inf", 5),
        ("{}", "0", 1),
    ],
)
def test_whatever_wait_is_asked_it_waits_no_longer_than_the_longest(body: str, header: str, seconds: int) -> None:
    at = datetime(2026, 3, 1, 12, tzinfo=UTC)
    headers = {"Retry-After": header} if header else {}
    with discord_here([posts("status", status=429, body=body, headers=headers)]) as here:
        done = discord.send(here.places, QUICK, "council", "Voting ends.", (), at)
    assert (done.verdict, done.not_before) == ("not sent", moment_of(at + timedelta(seconds=seconds)))


def test_without_a_connection_nothing_was_sent() -> None:
    with discord_here() as here:
        pass
    done = sent(here)
    assert done.verdict == "not sent"
    assert "secret-token" not in done.why


def test_a_place_without_webhook_and_a_long_text_are_refused_before_anything_is_sent() -> None:
    with discord_here() as here:
        assert sent(here, place="lobby").verdict == "refused"
        assert "SECRETARIAT_DISCORD_WEBHOOK_LOBBY" in sent(here, place="lobby").why
        assert "2,001" in sent(here, "x" * 2_001).why
        assert here.server.asked == 0
        assert sent(here, "x" * 2_000).verdict == "sent"


def test_only_listed_ids_ring() -> None:
    with discord_here() as here:
        sent(here, "@everyone @here <@1> <@2> <@&3> <@&4>", Mention(kind="user", id="2"), Mention(kind="role", id="4"))
        sent(here, "@everyone <@1>")
        rung = [one.mentions for one in here.arrived.of("discord")]
    assert rung == [("2", "4"), ()]


def test_who_is_to_ring_is_named_above_a_text_that_does_not_name_them() -> None:
    mark = marker("d4.1", "ab" * 32)
    with discord_here() as here:
        receipt = sent(
            here, with_marker("Voting ends.", mark), Mention(kind="role", id="4"), Mention(kind="user", id="2")
        ).receipt
        (arrived,) = here.arrived.of("discord")
        assert arrived.mentions == ("2", "4")
        assert arrived.text == f"<@&4> <@2>\nVoting ends.\n{mark}"
        assert proof(here, mark) == Proof(receipt=receipt)
        assert sent(here, "x" * 1_999, Mention(kind="role", id="4")).verdict == "refused"


def proof(here: Here, mark: str) -> Proof | None:
    with open_wire(QUICK) as wire:
        return discord.prove(here.places, wire, "council", mark, moment_of(now()), now())


def test_the_history_proves_what_arrived_although_its_answer_was_lost() -> None:
    mark = marker("d4.1", "ab" * 32)
    with discord_here([posts("answer-lost", nth=121)]) as here:
        for number in range(120):
            sent(here, f"other {number}")
        assert sent(here, with_marker("ours", mark)).verdict == "unclear"
        for number in range(120):
            sent(here, f"later {number}")
        receipt = here.arrived.of("discord")[120].id
        assert proof(here, mark) == Proof(receipt=receipt)


def test_what_is_not_in_the_history_and_what_a_stranger_wrote_is_no_proof() -> None:
    mark = marker("d4.1", "ab" * 32)
    with discord_here() as here:
        here.arrived.add("discord", CHANNEL, f"not ours\n{mark}", id="9999999999999999999")
        sent(here, f"says {mark} in its middle\nand goes on")
        found = proof(here, mark)
    assert found is not None
    assert (found.receipt, found.looked_until is not None) == ("", True)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (401, ""),
        (403, ""),
        (500, ""),
        (200, "null"),
        (200, "{}"),
        (200, "[0,0]"),
        (200, "[{}]"),
        (200, '[{"id":7}]'),
        (200, '[{"id":"²"}]'),
        (200, '[{"id":"١٢٣"}]'),
        (200, '[{"id":"' + "9" * 5_000 + '"}]'),
        (200, "[" + ",".join(['{"id":"²"}'] * 100) + "]"),
        (200, "[" + ",".join(['{"id":"' + "9" * 5_000 + '"}'] * 100) + "]"),
        (200, "[" * 100_000),
        (302, ""),
    ],
)
def test_a_history_that_cannot_be_read_proves_nothing(status: int, body: str) -> None:
    fault = posts("status", status=status, body=body, headers={"Location": "http://xn--a/"} if status == 302 else {})
    of_reading = Planned(match=type(fault.match)(server="discord", method="GET"), nth=1, times=0, fault=fault.fault)
    with discord_here([of_reading]) as here:
        assert proof(here, "mark") is None


def test_without_a_bot_nothing_can_be_proven() -> None:
    with discord_here(bot=False) as here:
        assert not discord.can_prove(here.places, "council")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"channels": {"Council": "1"}}, "small letters"),
        ({"channels": {"council": "general"}}, "digits"),
        ({"channels": {"council": "²"}}, "digits"),
        ({"api": "http://127.0.0.1.example.org"}, "https"),
    ],
)
def test_settings_that_cannot_be_are_refused(change: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        DiscordSettings(**change)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "webhook", ["https://example.org/", f"http://example.org/api/webhooks/{WEBHOOK}/secret-token", "secret-token"]
)
def test_a_webhook_that_is_none_is_refused_without_being_shown(webhook: str) -> None:
    with pytest.raises(ValueError, match="https") as refused:
        Places(settings=DiscordSettings(), webhooks={"council": webhook})
    assert "secret-token" not in str(refused.value)


def test_secrets_are_not_shown() -> None:
    with discord_here() as here:
        assert "token" not in repr(here.places)
