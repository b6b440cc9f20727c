"""Discord on a loopback socket: receipts, history, refusals, and who is really called."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from secretariat.devnet.serving import serve
from secretariat.devnet.sinks.arrived import Arrived
from secretariat.devnet.sinks.discord import EPOCH_MILLISECONDS, Discord, machine_milliseconds

CHANNEL, WEBHOOK = "900000000000000042", "800000000000000007"


@dataclass
class Running:
    client: httpx.Client
    now: int = 1_700_000_000_000

    def __post_init__(self) -> None:
        self.arrived = Arrived(lambda: self.now)

    def post(self, body: Any, wait: str = "?wait=true") -> httpx.Response:
        return self.client.post(f"/api/v10/webhooks/{WEBHOOK}/secret{wait}", json=body)

    def write(self, body: Any) -> httpx.Response:
        """Post as the bot."""
        path = f"/api/v10/channels/{CHANNEL}/messages"
        return self.client.post(path, json=body, headers={"authorization": "Bot token"})

    def history(self, **query: Any) -> Any:
        path = f"/api/v10/channels/{CHANNEL}/messages"
        return self.client.get(path, params=query, headers={"authorization": "Bot token"}).json()


@pytest.fixture
def discord() -> Iterator[Running]:
    with httpx.Client(trust_env=False) as client:
        running = Running(client)
        server = serve("discord", Discord(running.arrived, {WEBHOOK: ("secret", CHANNEL)}, "token"))
        client.base_url = server.url
        yield running
        server.close()


def test_a_webhook_answers_with_the_id(discord: Running) -> None:
    answer = discord.post({"content": "The voting stage has begun."})
    assert (answer.status_code, answer.json()["content"]) == (200, "The voting stage has begun.")
    assert [one["id"] for one in discord.history()] == [answer.json()["id"]]


def test_ids_are_of_the_machine_s_clock_whatever_the_network_s_time_is(discord: Running) -> None:
    before = machine_milliseconds()
    discord.now = 1_600_000_000_000
    answer = discord.post({"content": "Long ago, by the network."}).json()
    made = (int(answer["id"]) >> 22) + EPOCH_MILLISECONDS
    assert before <= made <= machine_milliseconds()
    assert answer["timestamp"][:4] >= "2025"
    assert discord.arrived.all()[0].milliseconds == discord.now


def test_without_wait_there_is_no_receipt(discord: Running) -> None:
    answer = discord.post({"content": "Hello"}, wait="")
    assert (answer.status_code, answer.content) == (204, b"")
    assert len(discord.arrived.all()) == 1


def test_history_comes_newest_first_and_in_pages(discord: Running) -> None:
    ids = [discord.post({"content": f"message {number}"}).json()["id"] for number in range(7)]
    assert [int(one) for one in ids] == sorted({int(one) for one in ids})
    assert [one["content"] for one in discord.history(limit=3)] == ["message 6", "message 5", "message 4"]
    assert [one["id"] for one in discord.history(after=ids[1], limit=2)] == [ids[3], ids[2]]
    assert [one["id"] for one in discord.history(before=ids[2])] == [ids[1], ids[0]]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"content": "x" * 2_001}, 50035),
        ({"content": ""}, 50006),
        ([], 50109),
        ({"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}, 50035),
    ],
)
def test_what_discord_refuses_does_not_arrive(discord: Running, body: Any, code: int) -> None:
    answer = discord.post(body)
    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert discord.arrived.all() == ()


@pytest.mark.parametrize(
    ("path", "headers", "status", "code"),
    [
        (f"/api/webhooks/{WEBHOOK}/wrong", {}, 401, 50027),
        ("/api/webhooks/123/secret", {}, 404, 10015),
        (f"/api/v10/channels/{CHANNEL}/messages", {"authorization": "Bot wrong"}, 401, 0),
        ("/api/v10/channels/5/messages", {"authorization": "Bot token"}, 404, 10003),
        ("/elsewhere", {}, 404, 0),
    ],
)
def test_who_may_not_is_refused(discord: Running, path: str, headers: Any, status: int, code: int) -> None:
    answer = discord.client.post(path, json={"content": "x"}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert discord.arrived.all() == ()


@pytest.mark.parametrize(
    ("allowed", "called"),
    [
        (None, ("everyone", "1", "2", "9")),
        ({"parse": []}, ()),
        ({"parse": [], "users": ["2", "3"]}, ("2",)),
        ({"parse": ["everyone", "roles"]}, ("everyone", "9")),
    ],
)
def test_only_those_are_called_who_may_be(discord: Running, allowed: Any, called: tuple[str, ...]) -> None:
    body = {"content": "@everyone <@1> <@!2> <@&9>"}
    discord.post(body if allowed is None else {**body, "allowed_mentions": allowed})
    assert discord.arrived.all()[0].mentions == called


def test_the_history_tells_who_wrote(discord: Running) -> None:
    sent = discord.post({"content": "by the webhook"}).json()
    discord.write({"content": "by the bot"})
    assert [one.get("webhook_id") for one in discord.history()] == [None, WEBHOOK]
    assert [one["author"]["id"] for one in discord.history()] == ["1", WEBHOOK]
    assert sent == discord.history()[1]
    own = [discord.client.get(f"/api/webhooks/{WEBHOOK}/secret/messages/{one['id']}") for one in discord.history()]
    assert [answer.status_code for answer in own] == [404, 200]


def test_a_nonce_that_is_enforced_makes_no_second_message(discord: Running) -> None:
    one = {"content": "Voting has begun.", "nonce": "act-7", "enforce_nonce": True}
    first, again = discord.write(one).json(), discord.write({**one, "content": "other words"}).json()
    assert (again, first["nonce"]) == (first, "act-7")
    discord.write({**one, "enforce_nonce": False})
    discord.write({**one, "nonce": "act-8"})
    assert [message["nonce"] for message in discord.history()] == ["act-8", "act-7", "act-7"]


def test_a_nonce_is_forgotten_after_five_minutes_and_webhooks_know_none(discord: Running) -> None:
    one = {"content": "Voting has begun.", "nonce": 7, "enforce_nonce": True}
    for pause in (0, 300_000, 300_001):
        discord.now += pause
        discord.write(one)
    assert len(discord.arrived.all()) == 2
    assert len({discord.post(one).json()["id"] for _ in range(2)}) == 2


def test_of_posts_at_once_with_one_nonce_one_is_made(discord: Running) -> None:
    with ThreadPoolExecutor(8) as pool:
        body = {"content": "x", "nonce": "n", "enforce_nonce": True}
        ids = set(pool.map(lambda _: discord.write(body).json()["id"], range(24)))
    assert len(ids) == len(discord.arrived.all()) == 1


@pytest.mark.parametrize("nonce", ["x" * 26, 10**25, True, 1.5, []])
def test_a_nonce_that_is_none_is_refused(discord: Running, nonce: Any) -> None:
    answer = discord.write({"content": "x", "nonce": nonce})
    assert (answer.status_code, answer.json()["code"]) == (400, 50035)
    assert discord.arrived.all() == ()


def test_the_bot_answers_a_message_that_is_there(discord: Running) -> None:
    first = discord.post({"content": "Too few candidates."}).json()["id"]
    answer = discord.write({"content": "Announcing begins again.", "message_reference": {"message_id": first}}).json()
    assert (answer["type"], answer["message_reference"]["message_id"]) == (19, first)
    lost = {"content": "x", "message_reference": {"message_id": "5"}}
    assert discord.write(lost).json()["code"] == 50035
    lost["message_reference"]["fail_if_not_exists"] = False  # type: ignore[index]
    assert discord.write(lost).json()["type"] == 0
