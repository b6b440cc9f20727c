"""How rules want words: a message in a channel's place, a post in a thread of the forum, a new thread there."""

from collections.abc import Mapping
from dataclasses import replace

from secretariat.desk.acts import Channel, Destination, Mention
from secretariat.desk.contacts import place_of_member
from secretariat.desk.filling import Template, fill
from secretariat.desk.findings import Entry, Unless, Wanted
from secretariat.desk.marks import count_of
from secretariat.desk.threads import category_wrong, takes_posts
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot

Values = Mapping[str, str]
"""What fills a template, by the names of its places."""

NO_COUNTS: Values = {}


def message(
    place: str,
    template: Template,
    values: Values,
    *,
    until: int,
    part: str = "discord",
    mentions: tuple[Mention, ...] = (),
    entries: tuple[Entry, ...] = (),
    seed: str = "",
    counts: Values = NO_COUNTS,
    says_too: tuple[str, ...] = (),
    channel: Channel = "discord",
) -> tuple[Wanted, ...]:
    """Want a message in a configured place of a channel until a block; nothing where no place is configured.

    ``seed`` is that of the order in which ``entries`` stand. ``counts`` are numbers that change with nearly every block, in words, by
    the places they fill: they are marks in the text.
    """
    if not place:
        return ()
    marked = {name: count_of(_mark(name)) for name in counts}
    filled = fill(template, {**values, **marked})
    return (
        Wanted(
            part=part,
            kind="message",
            channel=channel,
            destination=Destination(place=place),
            template=template.name,
            template_digest=template.digest,
            text=str(filled),
            form=filled.form,
            mentions=mentions,
            entries=entries,
            order_seed=seed if entries else "",
            until=until,
            counts=tuple((_mark(name), words) for name, words in counts.items()),
            says_too=says_too,
        ),
    )


def to_member(
    member: int,
    template: Template,
    values: Values,
    *,
    until: int,
    part: str,
    says_too: tuple[str, ...] = (),
    unless: Unless | None = None,
) -> tuple[Wanted, ...]:
    """Want a message to one member alone. Its channel stands open until their contact is looked at (``desk.reach.by_their_way``)."""
    place = place_of_member(member)
    found = message(place, template, values, until=until, part=part, says_too=says_too, channel="email")
    return tuple(replace(one, unless=unless) for one in found)


def _mark(place: str) -> str:
    return place.replace("_", "-")


def role_rung(role: str, *, rings: bool) -> tuple[Mention, ...]:
    """Give the mention of a configured role where a message rings; nothing where none is configured."""
    return (Mention(kind="role", id=role),) if rings and role else ()


def forum_post(
    thread: Stated[LiveThread] | None,
    member: int | None,
    template: Template,
    values: Values,
    *,
    until: int,
    entries: tuple[Entry, ...] = (),
    seed: str = "",
) -> tuple[Wanted, ...]:
    """Want a post in a thread until a block; nothing while there is none that takes posts, or no member to post."""
    if thread is None or not takes_posts(thread) or member is None:
        return ()
    filled = fill(template, values)
    return (
        Wanted(
            part="thread",
            kind="forum-post",
            channel="chain",
            destination=Destination(category=thread.fact.category_id, thread=thread.fact.thread_id, member_id=member),
            template=template.name,
            template_digest=template.digest,
            text=str(filled),
            form=filled.form,
            entries=entries,
            order_seed=seed if entries else "",
            until=until,
        ),
    )


def can_open(snapshot: Snapshot, category: int | None, member: int | None) -> bool:
    """Tell whether a member can open a thread in a category at all."""
    return category is not None and member is not None and not category_wrong(snapshot, category)


def forum_thread(
    snapshot: Snapshot,
    category: int | None,
    member: int | None,
    title: str,
    template: Template,
    values: Values,
    *,
    until: int,
) -> tuple[Wanted, ...]:
    """Want a thread until a block; nothing without a category that takes it and a member to open it."""
    if not can_open(snapshot, category, member):
        return ()
    filled = fill(template, values)
    return (
        Wanted(
            part="thread",
            kind="forum-thread",
            channel="chain",
            destination=Destination(category=category, member_id=member),
            template=template.name,
            template_digest=template.digest,
            title=title,
            text=str(filled),
            form=filled.form,
            until=until,
        ),
    )
