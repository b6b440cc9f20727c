"""The place where a term is played: the desk's folder, its settings beside the network's own, and the environment of its processes."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from secretariat.cli.devnet_asked import asked_at
from secretariat.cli.term.judge.evidence import Configured
from secretariat.errors import SecretariatError

ROLE = "700000000000000001"
"""The role of the practice Discord that reminders ring."""

CHANNEL, PERSON, OUTGOING = "announcements", "secretary", "outgoing"
QUESTIONS = "council-elections.md"
"""The name under which readers find the page of questions."""

LOOKED_UP_DAYS_AGO = 10


class WorldUnfit(SecretariatError):
    """A world has nobody who could be the secretary, or no place in the forum for a thread."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where the desk works, and what it was told. ``name`` is what world files call the secretary, ``member`` their membership."""

    folder: Path
    environment: Mapping[str, str]
    configured: Configured
    name: str
    member: int


def prepare(folder: Path, network_settings: str, told: Mapping[str, Any], state: Mapping[str, Any]) -> Place:
    """Write the desk's settings for a network that runs. ``told`` is the network's own file. Raises WorldUnfit."""
    addresses, discord = told["addresses"], told["sinks"]["discord"]
    people = asked_at(addresses["control"], "GET", "/people.json")
    if not people:
        raise WorldUnfit("This world has no secretary: nobody is a member yet.")
    secretary = next((one for one in people if one["character"] == "secretary"), people[0])
    configured = _configured(state)
    settings = [
        network_settings,
        _table(f"people.{PERSON}", roles=["secretary"], member_id=secretary["member"], account=secretary["address"]),
        _table(
            "elections",
            forum_category=_category(addresses["query-node"]),
            member=secretary["member"],
            discord=CHANNEL,
            reminder_role=configured.role,
            jsgenesis_items=list(configured.items),
            jsgenesis_source=configured.source,
            jsgenesis_date=configured.date,
            questions_file=QUESTIONS,
            questions_url=configured.questions_url,
        ),
        _table("discord", api=addresses["discord"]),
        _table("discord.channels", **{CHANNEL: discord["channels"][CHANNEL]}),
        _table("signing", websocket=addresses["node"].replace("http://", "ws://")),
        _table("files", folder=OUTGOING),
    ]
    (folder / "secretariat.toml").write_text("\n".join(settings), encoding="utf-8")
    (folder / OUTGOING).mkdir()
    return Place(
        folder=folder,
        environment=_environment(discord),
        configured=configured,
        name=secretary["name"],
        member=secretary["member"],
    )


def _configured(state: Mapping[str, Any]) -> Configured:
    today = datetime.fromtimestamp(state["milliseconds"] / 1000, UTC)
    return Configured(
        role=ROLE,
        items=(
            "Say in your candidacy note what you have done on the network, with links.",
            "Say how much time you have for the council, and in which hours you can be reached.",
        ),
        source="https://jsgenesis.example/practice/votes",
        questions_url=f"https://pages.example/{QUESTIONS}",
        date=(today - timedelta(days=LOOKED_UP_DAYS_AGO)).strftime("%Y-%m-%d"),
    )


def _category(query_node: str) -> int:
    """Choose a category of the forum that takes threads. Raises WorldUnfit."""
    asked = {"query": "{ forumCategories(limit: 100) { id status { __typename } } }"}
    rows = asked_at(query_node, "POST", "", asked)["data"]["forumCategories"]
    active = sorted(int(row["id"]) for row in rows if row["status"]["__typename"] == "CategoryStatusActive")
    if not active:
        raise WorldUnfit("This world's forum has no category in which a thread can be opened.")
    return active[0]


def _table(name: str, **values: Any) -> str:
    """Write a table of TOML; texts, numbers and lists of texts are written in JSON as TOML has them."""
    lines = (f"{key} = {json.dumps(value, ensure_ascii=True)}" for key, value in values.items())
    return "\n".join([f"[{name}]", *lines, ""])


def _environment(discord: Mapping[str, Any]) -> dict[str, str]:
    """Give the processes' environment: this one's, without any word for a desk or a proxy of somebody's own."""
    foreign = ("SECRETARIAT_", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(foreign)}
    return {
        **kept,
        "SECRETARIAT_PERSON": PERSON,
        f"SECRETARIAT_DISCORD_WEBHOOK_{CHANNEL.upper()}": discord["webhooks"][CHANNEL],
        "SECRETARIAT_DISCORD_BOT_TOKEN": discord["bot_token"],
    }
