"""Rules about what is missing: facts that do not tell which term it is, and settings without which nothing goes out."""

from collections.abc import Iterator

from secretariat.desk import rules
from secretariat.desk.findings import Finding
from secretariat.desk.rules import not_configured
from secretariat.duties.terms.settings import Settings
from secretariat.duties.terms.view import View


def settings_missing(settings: Settings) -> Iterator[Finding]:
    """Conclude a task for each setting without which words have no place to go to."""
    missing = {
        "discord": (settings.discord, 'Messages on Discord have no place. Set discord = "<name of a place>"'),
        "forum-category": (
            settings.forum_category,
            "The threads of the term have no category. Set forum_category = <number of a forum category>",
        ),
        "member": (
            settings.member,
            "Nobody opens the threads of the term. Set member = <id of the membership that acts on the chain>",
        ),
    }
    yield from not_configured("terms", missing)
    if not settings.role_link:
        yield Finding(
            key="terms/settings/role-link",
            title="Terms: role link is not configured",
            why='The call for people willing to serve does not say what the role is. Set role_link = "<address of the workflow>" in the '
            "table [terms] of the configuration. Until then the sentence is left out.",
        )


def category_unfit(view: View) -> Iterator[Finding]:
    """Conclude that no thread can be opened in the configured category."""
    yield from rules.category_unfit("terms", view.snapshot, view.settings.forum_category)
