"""How a duty's rules are gone through, and what every duty concludes about its settings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from secretariat.desk.findings import Finding
from secretariat.desk.threads import category_wrong
from secretariat.errors import SecretariatError
from secretariat.facts.records import QUERY_NODE
from secretariat.facts.snapshot import Snapshot

V = TypeVar("V")

NOT_READ = "The chain was not read yet. Configure [chain] and run `secretariat sync`."
"""Why nothing is known where no chain was read."""


class Unclear(SecretariatError):
    """The facts do not tell what a duty's rules rest on; the message says why, and what to do."""


def concluded(
    missing: Iterable[Finding],
    view_of: Callable[[], V],
    rules: Iterable[Callable[[V], Iterator[Finding]]],
    not_known: tuple[str, str],
) -> tuple[Finding, ...]:
    """Conclude what is missing in the settings, and what every rule says of one view, in the order of the rules.

    Where the view cannot be made (it raises Unclear), an alert with the key and the title ``not_known`` stands in the place of the rules.
    """
    first = tuple(missing)
    try:
        view = view_of()
    except Unclear as why:
        key, title = not_known
        return (*first, Finding(key=key, title=title, why=str(why), level="alert"))
    return (*first, *(finding for rule in rules for finding in rule(view)))


def not_configured(duty: str, settings: Mapping[str, tuple[object, str]]) -> Iterator[Finding]:
    """Conclude a task for each setting of a duty that is None or empty: by its name, its value and what to do about it."""
    for name, (value, says) in settings.items():
        if value in (None, ""):
            yield Finding(
                key=f"{duty}/settings/{name}",
                title=f"{duty.capitalize()}: {name.replace('-', ' ')} is not configured",
                why=f"{says} in the table [{duty}] of the configuration. Until then nothing is drafted for it.",
            )


def category_unfit(duty: str, snapshot: Snapshot, category: int | None) -> Iterator[Finding]:
    """Conclude that no thread can be opened in a duty's configured category."""
    wrong = category_wrong(snapshot, category)
    if wrong:
        yield Finding(
            key=f"{duty}/settings/forum-category-unfit",
            title=f"{duty.capitalize()}: the forum category takes no thread",
            why=f"{wrong} Set forum_category in the table [{duty}] to one that is active; `secretariat table forum-categories` "
            "lists them.",
            needs=(QUERY_NODE,),
        )
