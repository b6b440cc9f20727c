"""Rules about what is missing: facts without which no age is known, and settings without which nothing goes out."""

from collections.abc import Iterator

from secretariat.desk.findings import Finding
from secretariat.desk.rules import not_configured
from secretariat.duties.forum.settings import Settings
from secretariat.duties.forum.view import View
from secretariat.facts.records import QUERY_NODE


def settings_missing(settings: Settings) -> Iterator[Finding]:
    """Conclude a task for each setting without which words have no place to go to."""
    missing = {
        "discord": (
            settings.discord,
            'Unanswered questions and the weekly digest have no place. Set discord = "<name of a place>"',
        ),
        "member": (
            settings.member,
            "Nobody posts in threads. Set member = <id of the membership that acts on the chain>",
        ),
    }
    yield from not_configured("forum", missing)


def category_missing(view: View) -> Iterator[Finding]:
    """Conclude that the category for pre-proposal threads is not known, or is none that threads can be opened in."""
    if not view.learned.categories or view.pre_proposals in view.learned.categories:
        return
    known = view.settings.pre_proposals is not None
    yield Finding(
        key="forum/settings/pre-proposals",
        title="Forum: the category for pre-proposal threads is not known",
        why=(
            f"The forum has no active category {view.settings.pre_proposals}."
            if known
            else "No category's title, or more than one, says so."
        )
        + " Set pre_proposals = <number of a category> in the table [forum] of the configuration; `secretariat table forum-categories` "
        "lists them. Until then no thread counts as dormant.",
        needs=(QUERY_NODE,),
    )
