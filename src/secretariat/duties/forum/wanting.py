"""Wanted words of this duty: messages for the place where everybody reads, and posts in a thread."""

from secretariat.desk.filling import Template
from secretariat.desk.findings import Wanted
from secretariat.desk.wanting import NO_COUNTS, Values, forum_post, message
from secretariat.duties.forum.view import View


def to_everybody(
    view: View, template: Template, values: Values, *, until: int, counts: Values = NO_COUNTS
) -> tuple[Wanted, ...]:
    """Want a message in the configured place that rings nobody."""
    return message(view.settings.discord, template, values, until=until, counts=counts)


def in_thread(view: View, number: int, template: Template, values: Values, *, until: int) -> tuple[Wanted, ...]:
    """Want a post in a thread by the configured member."""
    return forum_post(view.threads.get(number), view.settings.member, template, values, until=until)


def has_posted(view: View, number: int, since: int = 0) -> bool:
    """Tell whether the configured member has posted in a thread in a block from ``since`` on."""
    return any(
        one.fact.author_id == view.settings.member and (one.fact.created_block or 0) >= since
        for one in view.posts.get(number, ())
    )
