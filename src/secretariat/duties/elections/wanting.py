"""Wanted words of this duty: for Discord, for the thread on the chain, for a file."""

from collections.abc import Mapping

from secretariat.desk.acts import Destination, Mention
from secretariat.desk.filling import Template, fill
from secretariat.desk.findings import Entry, Wanted
from secretariat.desk.marks import count_of
from secretariat.desk.threads import takes_posts
from secretariat.duties.elections.thread import category_wrong, thread_of, title_of
from secretariat.duties.elections.view import View

Values = Mapping[str, str]
_NO_COUNTS: Values = {}


def discord(
    view: View,
    template: Template,
    values: Values,
    *,
    until: int,
    entries: tuple[Entry, ...] = (),
    rings: bool = False,
    counts: Values = _NO_COUNTS,
) -> tuple[Wanted, ...]:
    """Want a message on Discord; nothing where no place is configured. ``rings`` mentions the configured role.

    ``counts`` are numbers that change with nearly every block, in words, by the places they fill: they are marks in the text.
    """
    place, role = view.settings.discord, view.settings.reminder_role
    if not place:
        return ()
    return (
        Wanted(
            part="discord",
            kind="message",
            channel="discord",
            destination=Destination(place=place),
            template=template.name,
            template_digest=template.digest,
            text=fill(template, {**values, **{name: count_of(_mark(name)) for name in counts}}),
            mentions=(Mention(kind="role", id=role),) if rings and role else (),
            entries=entries,
            order_seed=view.seed if entries else "",
            until=until,
            counts=tuple((_mark(name), words) for name, words in counts.items()),
        ),
    )


def _mark(place: str) -> str:
    return place.replace("_", "-")


def post(
    view: View, template: Template, values: Values, *, until: int, entries: tuple[Entry, ...] = ()
) -> tuple[Wanted, ...]:
    """Want a post in the introductions thread; nothing while there is none that takes posts, or no member to post."""
    thread = thread_of(view)
    if thread is None or not takes_posts(thread) or view.settings.member is None:
        return ()
    return (
        Wanted(
            part="thread",
            kind="forum-post",
            channel="chain",
            destination=Destination(
                category=thread.fact.category_id, thread=thread.fact.thread_id, member_id=view.settings.member
            ),
            template=template.name,
            template_digest=template.digest,
            text=fill(template, values),
            entries=entries,
            order_seed=view.seed if entries else "",
            until=until,
        ),
    )


def new_thread(view: View, template: Template, values: Values, *, until: int) -> tuple[Wanted, ...]:
    """Want the introductions thread; nothing without a category that takes it and a member to open it."""
    category, member = view.settings.forum_category, view.settings.member
    if category is None or member is None or category_wrong(view):
        return ()
    return (
        Wanted(
            part="thread",
            kind="forum-thread",
            channel="chain",
            destination=Destination(category=category, member_id=member),
            template=template.name,
            template_digest=template.digest,
            title=title_of(view),
            text=fill(template, values),
            until=until,
        ),
    )


def file(view: View, template: Template, values: Values, *, title: str) -> tuple[Wanted, ...]:
    """Want a document written as a file under the configured name."""
    return (
        Wanted(
            part="file",
            kind="message",
            channel="file",
            destination=Destination(place=view.settings.questions_file),
            template=template.name,
            template_digest=template.digest,
            title=title,
            text=fill(template, values),
        ),
    )
