"""Which places everybody can read, by the settings: those where duties tell things to all, and no other."""

from collections.abc import Iterator

from secretariat.desk.acts import Act
from secretariat.desk.addresses import is_telegram_person
from secretariat.desk.despite import for_all
from secretariat.flow.context import Context

FOR_EVERYBODY = (
    ("elections", "discord", "discord"),
    ("elections", "questions_file", "file"),
    ("proposals", "announcements", "discord"),
    ("terms", "discord", "discord"),
    ("guidance", "discord", "discord"),
    ("forum", "discord", "discord"),
    ("leaderboard", "discord", "discord"),
)
"""Table and key of the settings that name a place for everybody, with its channel; ``[digests] community`` names channels itself."""

CLOSED = (("proposals", "discord", "discord"), ("terms", "council", "discord"), ("terms", "handover", "discord"))
"""Those that name a place of the council's or the desk's only. A place that is named as both is one of these."""


def public_text(context: Context, act: Act) -> bool:
    """Tell whether everybody can read a text where it goes, by the places of the settings as they are.

    Whom its reason is for says nothing: a person's own words go wherever they are sent. A place that no setting names is private.
    """
    return for_all(act, public_places(context))


def public_places(context: Context) -> frozenset[tuple[str, str]]:
    """Give channel and name of each place for everybody."""
    closed = {*_named(context, CLOSED), *_chats_with_one(context)}
    return frozenset({*_named(context, FOR_EVERYBODY), *_of_digests(context)} - closed)


def _named(context: Context, keys: tuple[tuple[str, str, str], ...]) -> Iterator[tuple[str, str]]:
    for table, key, channel in keys:
        if place := getattr(context.config.settings.get(table), key, ""):
            yield channel, place


def _of_digests(context: Context) -> tuple[tuple[str, str], ...]:
    return getattr(context.config.settings.get("digests"), "places", ())


def _chats_with_one(context: Context) -> Iterator[tuple[str, str]]:
    """Give the places on Telegram that are the chat with one person."""
    for place, chat in getattr(context.config.settings.get("telegram"), "channels", {}).items():
        if is_telegram_person(chat):
            yield "telegram", place
