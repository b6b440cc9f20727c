"""Wanted words of this duty: for Discord, and threads and posts on the forum."""

from collections.abc import Mapping

from secretariat.desk.acts import Destination, Mention
from secretariat.desk.filling import Template, fill
from secretariat.desk.findings import Entry, Wanted
from secretariat.desk.threads import category_wrong, takes_posts
from secretariat.duties.terms.view import View
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.records import Stated

Values = Mapping[str, str]


def discord(
    view: View, template: Template, values: Values, *, until: int, rings: bool = False, entries: tuple[Entry, ...] = ()
) -> tuple[Wanted, ...]:
    """Want a message on Discord; nothing where no place is configured. ``rings`` mentions the configured role."""
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
            text=fill(template, values),
            mentions=(Mention(kind="role", id=role),) if rings and role else (),
            entries=entries,
            order_seed=view.seed if entries else "",
            until=until,
        ),
    )


def post(
    view: View,
    thread: Stated[LiveThread] | None,
    template: Template,
    values: Values,
    *,
    until: int,
    entries: tuple[Entry, ...] = (),
) -> tuple[Wanted, ...]:
    """Want a post in a thread; nothing while there is none that takes posts, or no member to post."""
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


def new_thread(view: View, title: str, template: Template, values: Values, *, until: int) -> tuple[Wanted, ...]:
    """Want a thread; nothing without a category that takes it and a member to open it."""
    category, member = view.settings.forum_category, view.settings.member
    if not can_open(view):
        return ()
    return (
        Wanted(
            part="thread",
            kind="forum-thread",
            channel="chain",
            destination=Destination(category=category, member_id=member),
            template=template.name,
            template_digest=template.digest,
            title=title,
            text=fill(template, values),
            until=until,
        ),
    )


def can_open(view: View) -> bool:
    """Tell whether a thread can be opened at all."""
    category = view.settings.forum_category
    return category is not None and view.settings.member is not None and not category_wrong(view.snapshot, category)


def signal(
    view: View, part: str, member: int, title: str, template: Template, values: Values, entry: Entry, *, until: int
) -> tuple[Wanted, ...]:
    """Want a Signal proposal, filed by a member; its text names the one person whom it elects."""
    return (
        Wanted(
            part=part,
            kind="signal-proposal",
            channel="chain",
            destination=Destination(member_id=member),
            template=template.name,
            template_digest=template.digest,
            title=title,
            text=fill(template, values),
            entries=(entry,),
            order_seed=view.seed,
            until=until,
        ),
    )
