"""Discord on a loopback socket: receipts, history, refusals, and who is really called."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from secretariat.devnet.serving import serve
from secretariat.devnet.sinks.arrived import Arrived
from secretariat.devnet.sinks.discord import Discord

CHANNEL, WEBHOOK = "900000000000000042", "800000000000000007"


@dataclass
class Running:
    client: httpx.Client
    arrived: Arrived

    def post(self, body: Any, wait: str = "?wait=true") -> httpx.Response:
        return self.client.post(f"/api/v10/webhooks/{WEBHOOK}/secret{wait}", json=body)

    def history(self, **query: Any) -> Any:
        path = f"/api/v10/channels/{CHANNEL}/messages"
        return self.client.get(path, params=query, headers={"authorization": "Bot token"}).json()


@pytest.fixture
def discord() -> Iterator[Running]:
    arrived = Arrived(lambda: 1_700_000_000_000)
    server = serve("discord", Discord(arrived, {WEBHOOK: ("secret", CHANNEL)}, "token"))
    with httpx.Client(base_url=server.url, trust_env=False) as client:
        yield Running(client, arrived)
    server.close()


def test_a_webhook_answers_with_the_id(discord: Running) -> None:
    answer = discord.post({"content": "The voting stage has begun."})
    assert (answer.status_code, answer.json()["content"]) == (200, "The voting stage has begun.")
    assert [one["id"] for one in discord.history()] == [answer.json()["id"]]


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
