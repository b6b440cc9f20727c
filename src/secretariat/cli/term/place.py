"""The place where a term is played: the desk's folder, its settings beside the network's own, and the environment of its processes."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from secretariat.cli.devnet_asked import asked_at
from secretariat.cli.term.judge.evidence import Configured
from secretariat.errors import SecretariatError

ROLE = "700000000000000001"
"""The role of the practice Discord that reminders ring."""

CHANNEL, COUNCIL, PERSON, OUTGOING = "announcements", "council", "secretary", "outgoing"
QUESTIONS = "council-elections.md"
"""The name under which readers find the page of questions."""

LOOKED_UP_DAYS_AGO = 10
BULLETIN_AFTER = 14_400
"""The bulletin on types of proposals comes a day after a term's first block, so that the days that are played have one."""

WILLING = 2
"""So many members tell the secretary after the call that they would serve."""

FIRST_USER, UNKNOWN = 800_000_000_000_000_000, 3
"""Members are users of the practice Discord by their number; of every third one the secretary does not know which."""

CONTACTS, MAIL = "contacts.csv", "practice.example"
"""The file of contacts that the secretary was given, and the domain of the addresses in it."""

OPTED_OUT, WRITTEN_TO, NO_DIGESTS, ALIKE = 2, (3, 4, 5), 5, 6
"""What members said of how to reach them, by the rest of their number divided by six: no mail at all, mail, mail without digests. The secretary
knows no contact of the others: of half of them not even a user of Discord, so that somebody has to tell them."""


class WorldUnfit(SecretariatError):
    """A world has nobody who could be the secretary, or no place in the forum for a thread."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where the desk works, and what it was told. ``name`` is what world files call the secretary, ``member`` their membership.

    ``channels`` are the ids of the places on Discord, by name; ``willing`` the members who will tell the secretary that they would serve;
    ``addresses`` whose each address in the file of contacts is.
    """

    folder: Path
    environment: Mapping[str, str]
    configured: Configured
    name: str
    member: int
    channels: Mapping[str, str]
    willing: tuple[int, ...]
    addresses: Mapping[str, int]


def prepare(folder: Path, network_settings: str, told: Mapping[str, Any], state: Mapping[str, Any]) -> Place:
    """Write the desk's settings for a network that runs. ``told`` is the network's own file. Raises WorldUnfit."""
    addresses, discord = told["addresses"], told["sinks"]["discord"]
    people = asked_at(addresses["control"], "GET", "/people.json")
    if not people:
        raise WorldUnfit("This world has no secretary: nobody is a member yet.")
    secretary = next((one for one in people if one["character"] == "secretary"), people[0])
    members = [one["member"] for one in people]
    configured = _configured(state, members)
    settings = [
        network_settings,
        _table(f"people.{PERSON}", roles=["secretary"], member_id=secretary["member"], account=secretary["address"]),
        *_duties(configured, secretary["member"], _category(addresses["query-node"])),
        _table("discord", api=addresses["discord"]),
        _table("discord.channels", **{name: discord["channels"][name] for name in (CHANNEL, COUNCIL)}),
        _table(
            "email", host="127.0.0.1", port=urlsplit(addresses["mail"]).port, security="none", sender=f"desk@{MAIL}"
        ),
        _table("signing", websocket=addresses["node"].replace("http://", "ws://")),
        _table("files", folder=OUTGOING),
    ]
    (folder / "secretariat.toml").write_text("\n".join(settings), encoding="utf-8")
    (folder / CONTACTS).write_text("\n".join(_contacts(members, configured)), encoding="utf-8")
    (folder / OUTGOING).mkdir()
    return Place(
        folder=folder,
        environment=_environment(discord),
        configured=configured,
        name=secretary["name"],
        member=secretary["member"],
        channels={discord["channels"][name]: name for name in (CHANNEL, COUNCIL)},
        willing=tuple(one["member"] for one in people if one is not secretary)[:WILLING],
        addresses={_address(member): member for member in members},
    )


def _address(member: int) -> str:
    return f"member-{member}@{MAIL}"


def _contacts(members: Iterable[int], configured: Configured) -> Iterator[str]:
    """Write the file of contacts (``docs/contracts/contacts-file.md``), a line for each member who said how to be reached, or that they are not to be."""
    yield "member_id,discord_user_id,discord_name,telegram,email,language,time_zone,consent,source,date,digest,opt_out"
    for member in members:
        if member in configured.written_to or member in configured.opted_out:
            digest = "no" if member in configured.no_digests else "yes"
            out = "yes" if member in configured.opted_out else "no"
            yield f"{member},,,,{_address(member)},en,UTC,yes,told the secretary,{configured.date},{digest},{out}"


def _duties(configured: Configured, member: int, category: int) -> Iterator[str]:
    """Write the tables of the duties that are switched on."""
    forum = {"forum_category": category, "member": member, "discord": CHANNEL, "reminder_role": configured.role}
    yield _table(
        "elections",
        **forum,
        jsgenesis_items=list(configured.items),
        jsgenesis_source=configured.source,
        jsgenesis_date=configured.date,
        questions_file=QUESTIONS,
        questions_url=configured.questions_url,
    )
    yield _table("proposals", discord=COUNCIL, announcements=CHANNEL)
    yield _table("proposals.mentions", **configured.mentions)
    yield _table("digests", community=[f"discord/{CHANNEL}"])
    yield _table(
        "guidance", discord=CHANNEL, guides_url="https://pages.example/guides", bulletin_after=configured.bulletin_after
    )
    yield _table("forum", discord=CHANNEL, member=member, dormant_after=configured.dormant_after)
    yield _table(
        "terms",
        **forum,
        role_link=configured.role_link,
        eligibility_items=list(configured.can_serve),
        eligibility_source=configured.source,
        eligibility_date=configured.date,
    )


def _configured(state: Mapping[str, Any], members: list[int]) -> Configured:
    today = datetime.fromtimestamp(state["milliseconds"] / 1000, UTC)
    return Configured(
        role=ROLE,
        items=(
            "Say in your candidacy note what you have done on the network, with links.",
            "Say how much time you have for the council, and in which hours you can be reached.",
        ),
        source="https://jsgenesis.example/practice/votes",
        questions_url=f"https://pages.example/{QUESTIONS}",
        can_serve=("Whoever serves has a membership.", "Whoever serves has a name on GitHub."),
        duties=("digests", "elections", "forum", "guidance", "proposals", "publish", "terms"),
        bulletin_after=BULLETIN_AFTER,
        role_link="https://pages.example/secretary.md",
        mentions={str(one): str(FIRST_USER + one) for one in members if one % UNKNOWN},
        date=(today - timedelta(days=LOOKED_UP_DAYS_AGO)).strftime("%Y-%m-%d"),
        written_to=tuple(one for one in members if one % ALIKE in WRITTEN_TO),
        no_digests=tuple(one for one in members if one % ALIKE == NO_DIGESTS),
        opted_out=tuple(one for one in members if one % ALIKE == OPTED_OUT),
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
        **{f"SECRETARIAT_DISCORD_WEBHOOK_{name.upper()}": discord["webhooks"][name] for name in (CHANNEL, COUNCIL)},
        "SECRETARIAT_DISCORD_BOT_TOKEN": discord["bot_token"],
    }
