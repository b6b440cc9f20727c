"""Doctor's look at the ways out: Discord's places with their webhooks, the folder of files, and wallets for the forum."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from secretariat.config import ConfigWrong, secret_of
from secretariat.flow.check import Check, bad, good
from secretariat.flow.places import named
from secretariat.flow.senders import chats_of, files_folder, places_of

FORUM: Mapping[str, tuple[str, ...]] = {
    "elections": ("forum_category", "member"),
    "terms": ("forum_category", "member"),
    "forum": ("member",),
}
"""The tables whose threads and posts go to the chain's forum, with the keys that these need."""


def check_channels(settings: Mapping[str, Any], environment: Mapping[str, str] = os.environ) -> Iterator[Check]:
    """Look at what words need to go out; nothing is sent. What is missing is a warning: the desk works, and sends nothing there."""
    yield from _discord(settings, environment)
    yield from _telegram(settings, environment)
    yield from _email(settings, environment)
    yield from _forum(settings)
    if "files" in settings or "elections" in settings:
        yield _files(files_folder(settings).absolute())


def _discord(settings: Mapping[str, Any], environment: Mapping[str, str]) -> Iterator[Check]:
    discord = settings.get("discord")
    if discord is None:
        tables = sorted({f"[{table}] {key} = {place!r}" for table, key, place in named(settings)})
        if tables:
            found = f"{', '.join(tables)} and there is no table [discord]: words for it cannot be approved"
            yield bad("discord", found, "Add [discord] with its channels.", verdict="warning")
        return
    try:
        places = places_of(discord, environment)
    except ConfigWrong as error:
        yield bad("discord", str(error).rstrip("."), "Mend what it names; until then nothing is sent.")
        return
    for place in sorted(discord.channels):
        yield _webhook(place, discord.webhook_variable(place), places.webhook_id(place))
    if not places.bot_token:
        found = "there is no bot that reads: what is unconfirmed stays so until a person settles it"
        yield bad("discord", found, f"Set {discord.BOT_VARIABLE} where `secretariat run` runs.", verdict="warning")


def _webhook(place: str, variable: str, webhook: str) -> Check:
    if webhook:
        return good(f"discord/{place}", f"webhook {webhook}")
    remedy = f"Set {variable} where this runs and where `secretariat run` does."
    return bad(f"discord/{place}", "it has no webhook: nothing can be sent there", remedy, verdict="warning")


def _telegram(settings: Mapping[str, Any], environment: Mapping[str, str]) -> Iterator[Check]:
    telegram = settings.get("telegram")
    if telegram is None:
        return
    try:
        chats = chats_of(telegram, environment)
    except ConfigWrong as error:
        yield bad("telegram", str(error).rstrip("."), "Mend what it names; until then nothing is sent.")
        return
    if not chats.bot_token:
        remedy = f"Set {telegram.BOT_VARIABLE} where this runs and where `secretariat run` does."
        yield bad("telegram", "its bot has no token: nothing can be sent there", remedy, verdict="warning")
        return
    yield good(
        "telegram", f"bot {chats.bot_token.partition(':')[0]}, places: {', '.join(sorted(telegram.channels)) or 'none'}"
    )


def _email(settings: Mapping[str, Any], environment: Mapping[str, str]) -> Iterator[Check]:
    email = settings.get("email")
    if email is None:
        return
    try:
        password = secret_of(email.PASSWORD_VARIABLE, environment)
    except ConfigWrong as error:
        yield bad("email", str(error).rstrip("."), "Mend what it names; until then nothing is sent.")
        return
    if email.user and not password:
        remedy = f"Set {email.PASSWORD_VARIABLE} where this runs and where `secretariat run` does."
        yield bad("email", f"there is no password for {email.host}: nothing can be sent", remedy, verdict="warning")
        return
    yield good("email", f"{email.host} ({email.security}), places: {', '.join(sorted(email.channels)) or 'none'}")


def _forum(settings: Mapping[str, Any]) -> Iterator[Check]:
    for table in (one for one in FORUM if one in settings):
        missing = [name for name in FORUM[table] if getattr(settings[table], name) is None]
        if missing:
            remedy = f"Set {' and '.join(missing)} in the table [{table}]."
            yield bad(f"forum ({table})", "its threads and posts cannot be drafted", remedy, verdict="warning")
        elif "signing" not in settings:
            remedy = "Add a table [signing]; the wallet of a person signs."
            yield bad(f"forum ({table})", "threads and posts cannot be signed", remedy, verdict="warning")
        else:
            has = {name: getattr(settings[table], name) for name in FORUM[table]}
            yield good(
                f"forum ({table})", ", ".join(f"{name.replace('forum_', '')} {value}" for name, value in has.items())
            )


def _files(folder: Path) -> Check:
    nearest = next(one for one in (folder, *folder.parents) if one.exists())
    if not nearest.is_dir():
        return bad("files", f"{nearest} is no folder", "Choose another [files] folder.")
    if not os.access(nearest, os.W_OK):
        return bad(
            "files", f"{nearest} may not be written to", "Change its permissions, or choose another [files] folder."
        )
    return good("files", f"{folder}" if nearest == folder else f"{folder} is made with the first text")
