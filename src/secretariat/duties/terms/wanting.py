"""Wanted words of this duty: for Discord, and threads, posts and Signal proposals on the chain."""

from secretariat.desk.acts import Destination
from secretariat.desk.filling import Template, fill
from secretariat.desk.findings import Entry, Wanted
from secretariat.desk.wanting import Values, forum_post, forum_thread, message, role_rung
from secretariat.duties.terms.view import View
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.records import Stated


def discord(
    view: View, template: Template, values: Values, *, until: int, rings: bool = False, entries: tuple[Entry, ...] = ()
) -> tuple[Wanted, ...]:
    """Want a message in the configured place. ``rings`` mentions the configured role."""
    return message(
        view.settings.discord,
        template,
        values,
        until=until,
        mentions=role_rung(view.settings.reminder_role, rings=rings),
        entries=entries,
        seed=view.seed,
    )


def post(
    view: View,
    thread: Stated[LiveThread] | None,
    template: Template,
    values: Values,
    *,
    until: int,
    entries: tuple[Entry, ...] = (),
    seed: str | None = None,
) -> tuple[Wanted, ...]:
    """Want a post in a thread by the configured member. ``seed`` is that of the order of ``entries``, the term's unless given."""
    drawn_by = view.seed if seed is None else seed
    return forum_post(thread, view.settings.member, template, values, until=until, entries=entries, seed=drawn_by)


def new_thread(view: View, title: str, template: Template, values: Values, *, until: int) -> tuple[Wanted, ...]:
    """Want a thread in the configured category by the configured member."""
    chosen = view.settings
    return forum_thread(view.snapshot, chosen.forum_category, chosen.member, title, template, values, until=until)


def signal(
    view: View, part: str, member: int, title: str, template: Template, values: Values, entry: Entry, *, until: int
) -> tuple[Wanted, ...]:
    """Want a Signal proposal, filed by a member; its text names the one person whom it elects."""
    filled = fill(template, values)
    return (
        Wanted(
            part=part,
            kind="signal-proposal",
            channel="chain",
            destination=Destination(member_id=member),
            template=template.name,
            template_digest=template.digest,
            title=title,
            text=str(filled),
            form=filled.form,
            entries=(entry,),
            order_seed=view.seed,
            until=until,
        ),
    )
